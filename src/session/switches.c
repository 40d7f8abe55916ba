/* Ways of working that are on or off. */
#include "session/switches.h"

#include <stdio.h>

static const struct {
    const char *name;
    const char *help;
} switches[] = {
#define SWITCH(name, help) { #name, help },
#include "session/switches.def"
#undef SWITCH
};

const char *switch_word(enum session_switch which, bool on, char word[SWITCH_WORD_SIZE])
{
    snprintf(word, SWITCH_WORD_SIZE, "%s%s", on ? "" : "no", switches[which].name);
    return word;
}

const char *switch_help(enum session_switch which)
{
    return switches[which].help;
}
