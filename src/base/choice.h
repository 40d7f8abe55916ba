/* One word out of a few that are known. */
#ifndef STEEPEST_BASE_CHOICE_H
#define STEEPEST_BASE_CHOICE_H

#include <stddef.h>

#include "base/failure.h"

/* The words that may stand in a place. Nothing is owned. */
struct choices {
    const char *what;                  /* what one is called: "column" */
    const char *const *names;          /* count words; or NULL, where `name` gives them */
    const char *(*name)(size_t index); /* word `index` < count */
    size_t count;
    const char *more; /* what may stand there too, for people: ", or xK"; NULL: nothing */
};

/*
 * Find which of the choices the `length` bytes at `start` of the source are and store its index.
 * STATUS_OK; STATUS_USAGE, pointing at the bytes, with the nearest choice or all of them.
 */
enum status choice_find(const struct choices *choices, const struct source_text *source,
                        size_t start, size_t length, size_t *index, struct failure *failure);

/*
 * Call `take` for each of the words, perhaps empty ones, that commas separate in the source, until
 * one fails. Returns what the last call returned.
 */
enum status choice_list(const struct source_text *source,
                        enum status (*take)(void *context, const struct source_text *source,
                                            size_t start, size_t length,
                                            struct failure *failure),
                        void *context, struct failure *failure);

#endif
