/* Ways of working that are on or off: see switches.def. */
#ifndef STEEPEST_SESSION_SWITCHES_H
#define STEEPEST_SESSION_SWITCHES_H

#include <stdbool.h>
#include <stddef.h>

enum session_switch {
#define SWITCH(name, help) SWITCH_##name,
#include "session/switches.def"
#undef SWITCH
    SWITCH_COUNT
};

/* Bytes of a word for a switch, with its NUL. */
enum { SWITCH_WORD_SIZE = 32 };

/* Write what `set` takes to turn the switch on or off: "mouse", "nomouse". Returns `word`. */
const char *switch_word(enum session_switch which, bool on, char word[SWITCH_WORD_SIZE]);

/* What a switch that is on does, in a few words for people; lives for ever. */
const char *switch_help(enum session_switch which);

#endif
