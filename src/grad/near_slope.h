/* The slope that a function has as near to a point as its values tell. */
#ifndef STEEPEST_GRAD_NEAR_SLOPE_H
#define STEEPEST_GRAD_NEAR_SLOPE_H

#include "grad/component.h"
#include "grad/places.h"

/* A slope near a point. */
struct near_slope {
    double value;
    double error; /* how far f may be off it; infinite where nothing is seen */
};

/*
 * The slope of the straight line that f follows best around component `index`, at eight uneven
 * places up to s from its point, with s from about a hundredth of the coordinate (of 1 where it is
 * 0) down to a trillionth: of those scales that no finer one contradicts. Its error is twice what f
 * is off that line at most, four roundings of f and one of x, over s. Nothing is believed to be
 * noise: where f moves by steps it is that of the step the point is on. Uses `places` for its own;
 * allocates nothing.
 */
struct near_slope near_slope_find(struct places *places, const struct components *components,
                                  size_t index);

#endif
