/* What the tests of view/viewport.h have in common. */
#ifndef STEEPEST_TESTS_VIEW_LATTICE_H
#define STEEPEST_TESTS_VIEW_LATTICE_H

#include "../suite.h"

#include <stdbool.h>

#include "view/viewport.h"

/* What a canvas of 80x24 has room for. */
static const struct viewport_shape wide = { { 37, 17 }, 1, ASPECT_equal };

/* The numbers of a viewport that say where its samples and its probe are. */
static inline bool same_samples(const struct viewport *a, const struct viewport *b)
{
    for (int axis = 0; axis < AXES; axis++)
        if (a->origin[axis] != b->origin[axis] || a->step[axis] != b->step[axis] ||
            a->first[axis] != b->first[axis] || a->probe[axis] != b->probe[axis] ||
            a->probe_cell[axis] != b->probe_cell[axis])
            return false;
    return true;
}

/* A viewport that shows that window. */
static inline struct viewport show(double low0, double high0, double low1, double high1,
                                   const struct viewport_shape *shape)
{
    struct window window = { { low0, low1 }, { high0, high1 } };
    struct viewport viewport;
    struct failure failure;
    ck_assert_int_eq(viewport_show(&viewport, &window, shape, &failure), STATUS_OK);
    return viewport;
}

#endif
