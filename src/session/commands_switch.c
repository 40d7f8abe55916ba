/* The command `set` without a value: ways of working turned on and off. */
#include <string.h>

#include "base/nearest.h"
#include "session/state.h"

/* Look for the word among those of the switches; false when it is none of them. */
static bool find_switch(const char *bytes, size_t length, enum session_switch *which, bool *on)
{
    char word[SWITCH_WORD_SIZE];
    for (int i = 0; i < 2 * SWITCH_COUNT; i++) {
        *which = (enum session_switch)(i / 2);
        *on = i % 2 == 0;
        switch_word(*which, *on, word);
        if (strlen(word) == length && memcmp(word, bytes, length) == 0)
            return true;
    }
    return false;
}

/* A word that is no switch: propose the nearest, or the value that it may be about. */
static enum status refuse(const struct arguments *arguments, struct failure *failure)
{
    const struct word *word = &arguments->words[0];
    const char *bytes = arguments->source->bytes + word->start;
    char known[2 * SWITCH_COUNT][SWITCH_WORD_SIZE];
    char quoted[QUOTED_SIZE];
    struct nearest nearest;
    nearest_start(&nearest, bytes, word->length);
    for (int i = 0; i < 2 * SWITCH_COUNT; i++)
        nearest_consider(&nearest,
                         switch_word((enum session_switch)(i / 2), i % 2 == 0, known[i]));
    if (nearest.name != NULL)
        return failure_at(failure, arguments->source, word->start, word->length,
                          "unknown switch '%s', did you mean '%s'?",
                          quote(bytes, word->length, quoted), nearest.name);
    return failure_at(failure, arguments->source, word->start, word->length,
                      "NAME=VALUE is wanted here, as in a=2");
}

/* Tell what a switch that was turned on does here. */
static void tell(struct session *session, enum session_switch which)
{
    char word[SWITCH_WORD_SIZE];
    if (which == SWITCH_mouse && session->display.screen && !session->display.has_mouse)
        session_say(session, "this terminal tells nothing of a mouse");
    else if (session->display.screen)
        session_say(session, "%s: %s", switch_word(which, true, word), switch_help(which));
}

bool session_means_switch(const struct arguments *arguments)
{
    const struct word *word = &arguments->words[0];
    return memchr(arguments->source->bytes + word->start, '=', word->length) == NULL;
}

enum status session_set_switch(struct session *session, const struct arguments *arguments,
                               struct failure *failure)
{
    const struct word *word = &arguments->words[0];
    enum session_switch which;
    bool on;
    if (!find_switch(arguments->source->bytes + word->start, word->length, &which, &on))
        return refuse(arguments, failure);
    session->switches[which] = on;
    if (on)
        tell(session, which);
    return STATUS_OK;
}

bool session_switch_is_on(const struct session *session, enum session_switch which)
{
    return session->switches[which];
}
