/* Commands about the session as a whole: starting over, and telling how it came about. */
#include "session/shell_line.h"
#include "session/state.h"

enum status run_reset(struct session *session, const struct arguments *arguments,
                      struct failure *failure)
{
    (void)arguments;
    return session_start_over(session, failure);
}

enum status run_reproduce(struct session *session, const struct arguments *arguments,
                          struct failure *failure)
{
    struct text line = TEXT_EMPTY;
    (void)arguments;
    enum status status = shell_line_append(session, &line, failure);
    if (status == STATUS_OK && session->display.screen && (int)line.length > session->columns) {
        text_free(&session->line);
        session->line = line;
        session->request = REQUEST_LINE;
        return STATUS_OK;
    }
    if (status == STATUS_OK)
        session_tell_text(session, text_string(&line));
    text_free(&line);
    return status;
}
