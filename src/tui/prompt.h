/* The line that a person types after `:`. */
#ifndef STEEPEST_TUI_PROMPT_H
#define STEEPEST_TUI_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "view/canvas.h"

enum { PROMPT_SIZE = 66 * 1024 }; /* bytes that a line may have: more than any function's text */

/* A line and the place in it. Start with prompt_start. */
struct prompt {
    char bytes[PROMPT_SIZE]; /* valid UTF-8 without control characters below U+0080, no NUL */
    size_t length;
    size_t cursor; /* bytes before the place, at a character's beginning */
    struct text *killed; /* what ^W, ^U and ^K removed last, for ^Y; not owned */
    bool killing;  /* the last key did, so that the next such key adds to it */
};

/* What became of a key. */
enum prompt_answer {
    PROMPT_EDITED,
    PROMPT_REFUSED,  /* the key means nothing here, or there is no room: nothing has changed */
    PROMPT_ENTERED,  /* the line is finished: bytes and length */
    PROMPT_CANCELLED /* the line is given up */
};

/* Whether a line may consist of these bytes. */
bool prompt_may_hold(const char *bytes, size_t length);

/*
 * Begin with an empty line. What is killed is kept in `killed`, which several lines may share and
 * which must outlive them.
 */
void prompt_start(struct prompt *prompt, struct text *killed);

/* Make the line empty. */
void prompt_clear(struct prompt *prompt);

/* Put bytes, whole characters, in at the place; false, with nothing changed, without room. */
bool prompt_insert(struct prompt *prompt, const char *bytes, size_t length);

/* Put bytes in for those between two places, and the place behind them; false likewise. */
bool prompt_replace(struct prompt *prompt, size_t from, size_t to, const char *bytes,
                    size_t length);

/*
 * Obey a key by its name: a character is inserted; <Left> ^B, <Right> ^F, <Home>
 * ^A, <End> ^E move; <Backspace> ^H, <Delete> ^D, ^W (word before), ^U (all before), ^K (all after)
 * remove; ^Y puts in what one or several of the last three in a row removed; <Enter> finishes;
 * <Esc>, ^C and <Backspace> in an empty line cancel.
 */
enum prompt_answer prompt_key(struct prompt *prompt, const char *key);

/*
 * Draw `:` and the line over the whole row, scrolled sideways so that the place is in sight, and
 * set the cursor there. Characters that a terminal might obey are written as escapes, with `ascii`
 * all beyond ASCII. A canvas without that row is left alone.
 */
void prompt_draw(const struct prompt *prompt, struct canvas *canvas, int row, bool ascii);

/* Draw it likewise, behind another mark than `:`. */
void prompt_draw_after(const struct prompt *prompt, const char *mark, struct canvas *canvas,
                       int row, bool ascii);

/*
 * The column in which the character at byte `place` is drawn in a row of that many columns, behind
 * that mark; the nearest for one that is out of sight.
 */
int prompt_column(const struct prompt *prompt, const char *mark, size_t place, int columns,
                  bool ascii);

/* What can be pressed while typing; ASCII. */
const char *prompt_hint(void);

#endif
