/* The command that says in words what the frame shows. */
#include "session/checking.h"
#include "session/state.h"

#include "view/description.h"

enum status session_describe(struct session *session, struct text *text, struct failure *failure)
{
    char settings[DIFFERENCE_SIZE];
    const char *reasons[WALKS_MOST];
    char found[CHECKING_WORDS];
    struct frame frame;
    if (session_frame(session, &frame) != STATUS_OK)
        return work_failure(session, failure);
    session_describe_difference(session, settings);
    /* Which parameter is the chosen one tells nothing about the picture. */
    frame.words.function = text_string(&session->now.subject->title);
    frame.words.values = "";
    frame.words.settings = settings;
    for (size_t i = 0; i < frame.trail_count; i++) {
        bool made = walks_failure(session->walks, i) == NULL;
        reasons[i] = made ? walks_reason(session->walks, i) : walks_standing(session->walks, i);
    }
    frame.trail_words = reasons;
    if (!session->layout.too_small && session->now.color_by == QUANTITY_check) {
        checking_describe(session->now.checking, found);
        frame.check.gradient = checking_text(session->now.checking);
        frame.check.found = found;
    }
    describe_frame(&frame, text);
    return text->failed ? failure_memory(failure) : STATUS_OK;
}

enum status run_describe(struct session *session, const struct arguments *arguments,
                         struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    (void)arguments;
    enum status status = session_describe(session, &text, failure);
    if (status == STATUS_OK) {
        /* One line, since a message is one. */
        for (size_t i = 0; i < text.length; i++)
            if (text.bytes[i] == '\n')
                text.bytes[i] = i + 1 < text.length ? ' ' : '\0';
        session_tell_text(session, text_string(&text));
    }
    text_free(&text);
    return status;
}
