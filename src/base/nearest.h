/* The known name nearest to one that is unknown. */
#ifndef STEEPEST_BASE_NEAREST_H
#define STEEPEST_BASE_NEAREST_H

#include <stddef.h>

/*
 * A search in progress. Start with nearest_start, show it every known name with nearest_consider;
 * `name` is then the nearest one, or NULL when none is near enough to be worth proposing.
 */
struct nearest {
    const char *wanted; /* not owned */
    size_t length;
    const char *name; /* not owned */
    size_t distance;  /* edits between `wanted` and `name` */
};

/* Begin a search for the `length` bytes at `wanted`, which must stay until it ends. */
void nearest_start(struct nearest *nearest, const char *wanted, size_t length);

/*
 * Look at one known name. The distance counts inserted, removed, replaced and swapped characters
 * (optimal string alignment, Damerau 1964); case counts nothing. At most a third of the name's
 * characters, and always one, may differ. The first of equals stays.
 */
void nearest_consider(struct nearest *nearest, const char *name);

#endif
