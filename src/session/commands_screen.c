/* Commands that the screen carries out. */
#include "session/state.h"

enum status session_check_screen(const struct session *session,
                                 const struct arguments *arguments, struct failure *failure)
{
    if (session->display.screen)
        return STATUS_OK;
    return failure_set(failure, STATUS_USAGE, arguments->source->name,
                       "this command needs a terminal");
}

/* Leave a request for the screen; without one there is nothing to ask. */
static enum status ask(struct session *session, const struct arguments *arguments,
                       enum request request, struct failure *failure)
{
    enum status status = session_check_screen(session, arguments, failure);
    if (status == STATUS_OK)
        session->request = request;
    return status;
}

enum status run_prompt(struct session *session, const struct arguments *arguments,
                           struct failure *failure)
{
    return ask(session, arguments, REQUEST_PROMPT, failure);
}

enum status run_repeat(struct session *session, const struct arguments *arguments,
                       struct failure *failure)
{
    /* It may be the line that reads the file. */
    if (session->sources > 0)
        return failure_set(failure, STATUS_USAGE, "repeat", "a file of commands cannot repeat");
    return ask(session, arguments, REQUEST_REPEAT, failure);
}

enum status run_edit(struct session *session, const struct arguments *arguments,
                     struct failure *failure)
{
    return ask(session, arguments, REQUEST_EDIT, failure);
}

enum status run_catalogue(struct session *session, const struct arguments *arguments,
                          struct failure *failure)
{
    return ask(session, arguments, REQUEST_CATALOGUE, failure);
}

enum status run_redraw(struct session *session, const struct arguments *arguments,
                           struct failure *failure)
{
    return ask(session, arguments, REQUEST_REDRAW, failure);
}

enum status run_quit(struct session *session, const struct arguments *arguments,
                         struct failure *failure)
{
    (void)arguments;
    (void)failure;
    session->request = REQUEST_QUIT;
    return STATUS_OK;
}
