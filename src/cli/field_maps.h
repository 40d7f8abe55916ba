/* Maps of what a walk would do, for the strips of a table. */
#ifndef STEEPEST_CLI_FIELD_MAPS_H
#define STEEPEST_CLI_FIELD_MAPS_H

#include <stdbool.h>

#include "base/failure.h"
#include "grad/basins.h"
#include "grad/plane_slope.h"
#include "source/formula_function.h"
#include "view/field.h"

/* Which maps are wanted. */
struct maps_wanted {
    bool rates;  /* learning rates at the edge */
    bool basins; /* of the minima in the window */
};

/* What one thread computes them with. Start from zeros. */
struct field_maps {
    struct maps_wanted wanted;
    struct plane_slope slope;
    struct basins *basins;
};

/*
 * Make it for a function, with `fixed` as in plane_slope_make, and give the function what is needed
 * of exact derivatives from its formula. Where basins are wanted, the minima of the window are
 * looked for, unless `first`, which was made for the same and must outlive it, has them; NULL where
 * there is none. Errors as formula_function_curve_plane; whatever is returned, end with
 * field_maps_free.
 */
enum status field_maps_make(struct field_maps *maps, const struct maps_wanted *wanted,
                            struct formula_function *function, const struct formula *formula,
                            const double *fixed, const struct rectangle *window,
                            const struct field_maps *first, struct failure *failure);

/* Find what is wanted of all samples of a field that field_compute has filled. */
void field_maps_find(struct field_maps *maps, struct field *field);

/* Free what it holds. */
void field_maps_free(struct field_maps *maps);

#endif
