/* The command that holds a gradient of a person's own against the field. */
#include "session/checking.h"
#include "session/state.h"

void session_end_check(struct session *session)
{
    checking_free(session->now.checking);
    session->now.checking = NULL;
    if (session->now.color_by != QUANTITY_check)
        return;
    session->now.color_by = QUANTITY_magnitude;
    session->now.colors_stale = true;
}

/* Say what was found in the window, where there is room for one. */
static enum status say_found(struct session *session, struct failure *failure)
{
    if (session->layout.too_small)
        return STATUS_OK;
    char words[CHECKING_WORDS];
    enum status status = session_settle_field(session);
    /* A key that stops the count does not undo the command: the colours come with the frame. */
    if (session->work.halted) {
        session_say(session, "the check shows as the field is computed");
        return STATUS_OK;
    }
    if (status != STATUS_OK)
        return failure_memory(failure);
    checking_describe(session->now.checking, words);
    session_tell(session, "%s", words);
    return STATUS_OK;
}

enum status run_check(struct session *session, const struct arguments *arguments,
                      struct failure *failure)
{
    struct checking *checking = NULL;
    if (arguments->count == 0) {
        session_tell(session, session->now.checking == NULL
                                 ? "nothing is checked, write check g0; g1"
                                 : "the check is over");
        session_end_check(session);
        return STATUS_OK;
    }
    struct source_text text = { .name = "check",
                                .bytes = arguments->source->bytes + arguments->words[0].start,
                                .length = arguments->words[0].length };
    enum status status = checking_new(&text, session->now.subject, &session->now.parameters,
                                      &checking, failure);
    if (status != STATUS_OK)
        return status;
    session_end_check(session);
    session->now.checking = checking;
    session->rows_found[NEED_CHECK] = 0;
    session->probe_known = false;
    session->now.color_by = QUANTITY_check;
    session->now.colors_stale = true;
    return say_found(session, failure);
}
