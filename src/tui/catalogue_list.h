/* The list of functions worth knowing: searched and chosen from. */
#ifndef STEEPEST_TUI_CATALOGUE_LIST_H
#define STEEPEST_TUI_CATALOGUE_LIST_H

#include <stddef.h>

#include "base/failure.h"
#include "session/listing.h"
#include "session/preview.h"
#include "session/session.h"
#include "tui/prompt.h"

/* What is looked for, what was found and which of it is chosen. Begin with catalogue_list_open. */
struct catalogue_list {
    struct prompt search;
    size_t variables[LISTED]; /* of each function; 0 when it cannot be understood */
    size_t found[LISTED];     /* functions, best first */
    size_t count;             /* how many; 0 when nothing matches */
    size_t chosen;            /* place among them; 0 without any */
    size_t last;              /* function that was chosen last */
    struct preview *preview;  /* NULL while it is closed */
};

/* What became of a key. */
enum catalogue_answer {
    CATALOGUE_GOES_ON,
    CATALOGUE_REFUSED, /* the key means nothing here, or there is nothing to choose */
    CATALOGUE_CHOSEN,  /* catalogue_list_choice is wanted */
    CATALOGUE_LEFT     /* nothing is */
};

/*
 * Begin with all functions, the one that the session shows chosen where it is among them, and a
 * search that keeps what is killed in `killed` (prompt_start). STATUS_OK, or STATUS_FAILED when
 * memory is short. The session must outlive the list.
 */
enum status catalogue_list_open(struct catalogue_list *list, const struct session *session,
                                struct text *killed, struct failure *failure);

/* Put bytes, whole characters, into the search at the place; false without room. */
bool catalogue_list_insert(struct catalogue_list *list, const char *bytes, size_t length);

/* Free what the list holds; one that was never opened has no preview. */
void catalogue_list_close(struct catalogue_list *list);

/*
 * Obey a key by its name: <Up> ^P, <Down> ^N, <PageUp>, <PageDown>, by `page` functions, <Home> and
 * <End> choose; <Enter> wants the choice, <Esc> and ^C leave; ^U clears the search and others edit
 * it, as prompt_key, with the best match then chosen, or with an empty search the last choice.
 */
enum catalogue_answer catalogue_list_key(struct catalogue_list *list, const char *key, int page);

/* The chosen function; LISTED when there is none. */
size_t catalogue_list_choice(const struct catalogue_list *list);

#endif
