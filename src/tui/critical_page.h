/* The page that lists critical points, to choose one. */
#ifndef STEEPEST_TUI_CRITICAL_PAGE_H
#define STEEPEST_TUI_CRITICAL_PAGE_H

#include "base/failure.h"
#include "session/critical_rows.h"
#include "view/canvas.h"

/* The list and which of its points is chosen. All zero there is none; begin with open. */
struct critical_page {
    struct critical_rows list;
    size_t chosen; /* 0 in an empty list */
};

/* What became of a key. */
enum critical_answer {
    CRITICAL_GOES_ON,
    CRITICAL_REFUSED, /* the key means nothing here, or there is nothing to choose */
    CRITICAL_CHOSEN,  /* critical_page_choice is wanted */
    CRITICAL_LEFT     /* nothing is */
};

/*
 * List what the session found last, with the point that the probe is on chosen, or the first.
 * STATUS_OK, or STATUS_FAILED when memory is short.
 */
enum status critical_page_open(struct critical_page *page, const struct session *session,
                               struct failure *failure);

/* Free what the page holds; closing twice does no harm. */
void critical_page_close(struct critical_page *page);

/* The place of the chosen point, of a list that is not empty. */
const double *critical_page_choice(const struct critical_page *page);

/* Obey a key by its name, on a canvas of that size: other_keys.def names the keys of this page. */
enum critical_answer critical_page_key(struct critical_page *page, const char *key, int rows,
                                       int columns);

/*
 * Draw the page over the whole canvas: a title, the columns, the check of the list by its index,
 * and the keys, with the cursor on the choice. A narrow canvas has fewer columns, the last ones
 * first, and then letters for kinds; a low one no title, heading and keys.
 */
void critical_page_draw(const struct critical_page *page, struct canvas *canvas);

#endif
