/* The catalogue as a list to be searched. */
#ifndef STEEPEST_SESSION_LISTING_H
#define STEEPEST_SESSION_LISTING_H

#include <stddef.h>

#include "session/session.h"

/* How many functions there are. */
enum {
    LISTED = 0
#define CATALOGUE(name, x0_low, x0_high, x1_low, x1_high, formula, look) +1
#include "source/catalogue.def"
#undef CATALOGUE
};

/* A function of the catalogue: ASCII that lives for ever. */
struct listed {
    const char *name;
    const char *formula; /* in the language */
    const char *look;    /* what to look for */
};

/* Function `index` < LISTED, in the order of catalogue.def. */
struct listed listing_at(size_t index);

/* Variables that the formula of function `index` names; 0 when it cannot be understood. */
size_t listing_variables(size_t index);

/* The function whose formula is the text that the session shows; LISTED when none is. */
size_t listing_present(const struct session *session);

/*
 * Store the functions that have the `length` bytes at `wanted` in name, formula or what to look
 * for, whatever the case of letters, and return how many: first those whose names begin with them,
 * then those with them in the name, in what to look for, in the formula, each in the order of
 * catalogue.def. All have no bytes.
 */
size_t listing_search(const char *wanted, size_t length, size_t found[LISTED]);

#endif
