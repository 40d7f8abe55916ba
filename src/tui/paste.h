/* Text that a terminal pastes, made fit for a line. */
#ifndef STEEPEST_TUI_PASTE_H
#define STEEPEST_TUI_PASTE_H

#include <stdbool.h>

#include "base/text.h"

/* A paste that is coming in. All zero while there is none. */
struct paste {
    bool open;        /* it has begun and not ended */
    struct text text; /* so far: as a prompt may hold */
    bool broken;      /* a line ended, for which a blank is due before what follows */
    bool thinned;     /* something that is no text was left out */
    bool overlong;    /* it is longer than a line may be, or memory is short; `text` is empty */
};

/* Begin one; what was left of another is forgotten. */
void paste_begin(struct paste *paste);

/*
 * Take one key of the paste by its name (tui/keys.h). A character is text, a tab is a blank, the
 * end of one line or several is a blank where text stands before and after it; controls and what
 * has another name are left out.
 */
void paste_take(struct paste *paste, const char *key);

/* End it and free what it holds. */
void paste_end(struct paste *paste);

#endif
