/* Functions worth knowing, by name. */
#ifndef STEEPEST_SOURCE_CATALOGUE_H
#define STEEPEST_SOURCE_CATALOGUE_H

#include <stddef.h>

/* One row of catalogue.def. Everything lives for ever. */
struct catalogue_entry {
    const char *name;
    double low[2]; /* its usual window: x0, x1 */
    double high[2];
    const char *formula; /* in the language */
    const char *look;    /* what to look for */
};

/* How many entries there are; the first is the seed. */
size_t catalogue_count(void);

/* Entry `index` < catalogue_count(), in the order of catalogue.def. */
const struct catalogue_entry *catalogue_at(size_t index);

/* The entry of the `length` bytes at `name`, or NULL. */
const struct catalogue_entry *catalogue_find(const char *name, size_t length);

#endif
