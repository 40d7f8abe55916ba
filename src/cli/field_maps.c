/* Maps of what a walk would do, for the strips of a table. */
#include "cli/field_maps.h"

/* Find the minima of the window, and what leads to them. */
static enum status find_basins(struct field_maps *maps, const double *fixed,
                               const struct rectangle *window, struct failure *failure)
{
    struct critical_points points = { .count = 0 };
    if (critical_points_find(&maps->slope, window, &points))
        maps->basins = basins_new(maps->slope.fn, fixed, &points, window);
    critical_points_free(&points);
    return maps->basins == NULL ? failure_memory(failure) : STATUS_OK;
}

enum status field_maps_make(struct field_maps *maps, const struct maps_wanted *wanted,
                            struct formula_function *function, const struct formula *formula,
                            const double *fixed, const struct rectangle *window,
                            const struct field_maps *first, struct failure *failure)
{
    const struct fn *fn = formula_function_fn(function);
    maps->wanted = *wanted;
    if (!wanted->rates && !wanted->basins)
        return STATUS_OK;
    enum status status = formula_function_curve_plane(function, formula, failure);
    if (status != STATUS_OK)
        return status;
    if (!plane_slope_make(&maps->slope, fn, fixed))
        return failure_memory(failure);
    if (!wanted->basins)
        return STATUS_OK;
    if (first == NULL)
        return find_basins(maps, fixed, window, failure);
    maps->basins = basins_share(first->basins, fn, fixed);
    return maps->basins == NULL ? failure_memory(failure) : STATUS_OK;
}

void field_maps_find(struct field_maps *maps, struct field *field)
{
    if (maps->wanted.rates)
        field_find_rates_rows(field, &maps->slope, 0, field_rows(field));
    if (maps->wanted.basins)
        field_find_basins_rows(field, maps->basins, 0, field_rows(field));
}

void field_maps_free(struct field_maps *maps)
{
    plane_slope_release(&maps->slope);
    basins_free(maps->basins);
}
