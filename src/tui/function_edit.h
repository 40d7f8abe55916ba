/* The function edited in place: the field follows while a person types. */
#ifndef STEEPEST_TUI_FUNCTION_EDIT_H
#define STEEPEST_TUI_FUNCTION_EDIT_H

#include <stdbool.h>

#include "base/failure.h"
#include "session/session.h"
#include "tui/prompt.h"
#include "view/canvas.h"

/* The text, and what is wrong with it. Start with function_edit_begin. */
struct function_edit {
    struct prompt line;
    bool wrong; /* the text is no function, for the reason in `failure` */
    struct failure failure;
};

/* What became of a key. */
enum function_edit_answer {
    FUNCTION_EDIT_GOES_ON,
    FUNCTION_EDIT_REFUSED, /* the key means nothing here, or the text is wrong */
    FUNCTION_EDIT_LEFT     /* the function was kept, or the one before is back */
};

/*
 * Begin with the text of the session's function, in a line that keeps what is killed in `killed`
 * (prompt_start). STATUS_OK; STATUS_USAGE for one that is longer than a line may be; STATUS_FAILED
 * when memory is short.
 */
enum status function_edit_begin(struct function_edit *edit, struct session *session,
                                struct text *killed, struct failure *failure);

/*
 * Obey a key by its name, as prompt_key; after each change the session shows the function, or the
 * last one that was right. <Enter> keeps a function that is right, <Esc> and ^C bring back the one
 * before.
 */
enum function_edit_answer function_edit_key(struct function_edit *edit, struct session *session,
                                            const char *key);

/* Put bytes, whole characters, in at the place, and show that; false without room. */
bool function_edit_insert(struct function_edit *edit, struct session *session, const char *bytes,
                          size_t length);

/*
 * Draw the text into a row, and in the row below it what is wrong, under its place, or what can be
 * pressed. With `ascii` nothing beyond ASCII.
 */
void function_edit_draw(const struct function_edit *edit, struct canvas *canvas, int row,
                        bool ascii);

#endif
