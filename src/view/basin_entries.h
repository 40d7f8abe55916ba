/* The part of a legend that tells which minimum the number of a basin is. */
#ifndef STEEPEST_VIEW_BASIN_ENTRIES_H
#define STEEPEST_VIEW_BASIN_ENTRIES_H

#include <stdbool.h>

#include "grad/critical.h"
#include "view/palette.h"

/* Basins that are shown, and how they are written. */
struct basin_sight {
    const struct color_mode *mode;
    bool ascii;
    const struct critical_points *points; /* whose minima have numbers; NULL: not known */
    const size_t *numbers; /* of these minima, in their order; NULL: 1, 2, ... */
    double least; /* the numbers shown lie from here */
    double most;  /* to there; least > most: there are none */
};

enum { BASIN_LABEL_SIZE = 128 };

/* A number, and what stands behind its swatch. */
struct basin_entry {
    int number;
    char label[BASIN_LABEL_SIZE]; /* "2 (3, 2)" */
    char rest[BASIN_LABEL_SIZE];  /* of the last minimum: what becomes of the others; else "" */
};

/*
 * Store the entries: of the minima by number, `places` with where they are, as many as have a
 * colour of their own; then of 0 where that is shown. How many. Where there are no colours the swatches tell the
 * numbers, which labels do not repeat.
 */
int basin_entries_make(const struct basin_sight *sight, bool places,
                       struct basin_entry entries[LEVELS]);

#endif
