/* The tour: a few pages about gradients, each with a field to try it on. */
#ifndef STEEPEST_SESSION_TOUR_H
#define STEEPEST_SESSION_TOUR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "base/text.h"
#include "session/session.h"

enum {
    TOUR_COLUMNS = 76,  /* of the longest line of a page's text, in the usual terminal */
    TOUR_LINES_MOST = 5 /* that a page's text then takes */
};

/* A page: see tour.def. */
struct tour_page {
    const char *heading;
    const char *setup;
    const char *text;
};

/* How many pages there are, and one of them: index below that. */
size_t tour_page_count(void);
const struct tour_page *tour_page_at(size_t index);

/*
 * Append the text of a page in lines of at most `columns` >= 1, words that are longer aside, with
 * newlines between them; with nothing beyond ASCII if `ascii`. Short memory shows in text->failed.
 */
void tour_append_lines(const struct tour_page *page, int columns, bool ascii, struct text *text);

/*
 * Append pages, from the first to before the last, for who reads them without a screen: heading,
 * text and commands, with an empty line between two pages.
 */
void tour_append_pages(size_t first, size_t last, bool ascii, struct text *text);

/* The page that REQUEST_TOUR is about. */
size_t tour_wanted(const struct session *session);

/*
 * Put aside what was chosen, what can be undone, marks, keys and switches until tour_leave. Nothing
 * else is changed; keys and switches are as they were, until they are changed during the tour.
 * STATUS_OK, or STATUS_FAILED when memory is short. Not during another tour.
 */
enum status tour_begin(struct session *session, struct failure *failure);

/* Whether there is a tour, and the page that was turned to last. */
bool tour_is_on(const struct session *session);
size_t tour_page_shown(const struct session *session);

/*
 * Bring the session into the state that page `index` is about, with the person's glyphs, background
 * and cells. Nothing before can be undone. STATUS_OK, or STATUS_FAILED when memory is short.
 */
enum status tour_turn(struct session *session, size_t index, struct failure *failure);

/* Let all be as it was at tour_begin; the screen's size is the present one. */
void tour_leave(struct session *session);

#endif
