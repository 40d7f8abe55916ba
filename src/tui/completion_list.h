/* Words that may stand next in the line being typed, shown above it. */
#ifndef STEEPEST_TUI_COMPLETION_LIST_H
#define STEEPEST_TUI_COMPLETION_LIST_H

#include <stdbool.h>

#include "session/completion.h"
#include "tui/prompt.h"
#include "view/canvas.h"

/* The words that were found when it was opened. Begin with zeros, end with completion_list_free. */
struct completion_list {
    bool open;
    bool chosen; /* word `index` stands in the line */
    size_t index;
    struct completions found;
};

/* What became of a key. */
enum completion_answer {
    COMPLETION_DONE,    /* the key was the list's */
    COMPLETION_REFUSED, /* likewise, but there is nothing to complete, or no room */
    COMPLETION_PASSED   /* it is the line's; the list is closed */
};

/*
 * Obey a key by its name: <Tab> completes what stands before the place as far as all words agree,
 * and where they do not shows them; again, and back with <BackTab>, puts one after the other into
 * the line. <Esc> closes the list and keeps the line. The session is asked what may stand there.
 */
enum completion_answer completion_list_key(struct completion_list *list, struct prompt *prompt,
                                           const struct session *session, const char *key);

/*
 * Draw the words, when the list is open, into as many rows above `row` as they need and there are,
 * scrolled so that the chosen one is among them. With `ascii` nothing beyond ASCII.
 */
void completion_list_draw(const struct completion_list *list, struct canvas *canvas, int row,
                          bool ascii);

/* What the keys do while the list is open, for the row below the line. */
const char *completion_list_hint(void);

/* Close the list and free what it holds. */
void completion_list_free(struct completion_list *list);

#endif
