/* Functions that are tried while they are being typed. */
#include "session/trial.h"

#include <string.h>

#include "session/state.h"

enum status trial_begin(struct session *session, struct text *text, struct failure *failure)
{
    text_append(text, formula_text(session->now.subject->formula));
    session->tried = history_copy(&session->now);
    session->faded = false;
    if (session->tried != NULL && !text->failed)
        return STATUS_OK;
    if (session->tried != NULL)
        history_drop(session->tried);
    session->tried = NULL;
    return failure_memory(failure);
}

/* Whether the text is the one that the trial began with. */
static bool is_first_text(const struct session *session, const struct source_text *text)
{
    const char *first = formula_text(session->tried->subject->formula);
    return strlen(first) == text->length && memcmp(first, text->bytes, text->length) == 0;
}

static bool is_blank(const struct source_text *text)
{
    static const char blanks[] = " \t";
    for (size_t i = 0; i < text->length; i++)
        if (strchr(blanks, text->bytes[i]) == NULL || text->bytes[i] == '\0')
            return false;
    return true;
}

enum status trial_show(struct session *session, const struct source_text *text,
                       struct failure *failure)
{
    enum status status = STATUS_OK;
    if (is_first_text(session, text))
        session_set_settings(session, session->tried);
    else if (is_blank(text))
        status = failure_at(failure, text, 0, 0, "a function is missing");
    else
        status = session_run_command(session, "function", text, failure);
    session->faded = status != STATUS_OK;
    return status;
}

void trial_keep(struct session *session)
{
    session->faded = false;
    /* A trial changes nothing without another subject; the terminal's size may have changed. */
    if (session->now.subject == session->tried->subject)
        history_drop(session->tried);
    else
        history_add(&session->history, session->tried, "edit");
    session->tried = NULL;
    session->last = NULL;
}

void trial_drop(struct session *session)
{
    session->faded = false;
    session_set_settings(session, session->tried);
    session_set_message(session, "");
    history_drop(session->tried);
    session->tried = NULL;
}
