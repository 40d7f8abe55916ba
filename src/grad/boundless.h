/* Telling where a function has no slope: at a jump, or at a vertical tangent. */
#ifndef STEEPEST_GRAD_BOUNDLESS_H
#define STEEPEST_GRAD_BOUNDLESS_H

#include "grad/component.h"
#include "grad/places.h"
#include "grad/scheme.h"

/*
 * Whether the differences of component `index` grow without bounds as h shrinks. They are computed
 * with `finest`, 4 finest, ... 4^6 finest: where each change from one to the next finer is larger
 * than the one before, 1.25 to 4.5 times and always by the same factor to 5 %, f jumps at the point
 * or has a vertical tangent, while noise and rounding are irregular. `size` is about how large f and
 * its changes around the point are: changes below a billionth of it over h are none. Returns the
 * largest of these steps, 0 where there is a slope for all that is known. Uses `places` for its own;
 * allocates nothing.
 */
double boundless_step(struct places *places, const struct scheme *scheme,
                      const struct components *components, size_t index, double finest,
                      double size);

#endif
