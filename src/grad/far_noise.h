/* Noise of a function that is seen only from farther off. */
#ifndef STEEPEST_GRAD_FAR_NOISE_H
#define STEEPEST_GRAD_FAR_NOISE_H

#include "grad/component.h"
#include "grad/places.h"

enum { FAR_NOISE_PLACES = 6, FAR_NOISE_MOST = PLACES_MOST / FAR_NOISE_PLACES };

/*
 * The spacing of places around a coordinate x from which looking from afar shows something else:
 * about a millionth of it (of 1 where it is 0).
 */
double far_noise_nearest(double x);

/*
 * Raise the noises of `count` components, at most FAR_NOISE_MOST, whose indexes are given, where f
 * is smooth between steps that are farther apart than places close by: x^2 + ((x + 1e10) - 1e10). f
 * is looked at up to 5e-5 of the coordinate away (of 1 where it is 0), at uneven places. Where its
 * divided differences of fifth order show four times the noise that is known, they are believed up
 * to 16 roundings of f; beyond that a jump is looked for between the places (grad/jump.h), and the
 * noise is that of values rounded to multiples of it. Waves have none. Evaluates f at
 * FAR_NOISE_PLACES places for each component, and where a jump is looked for at some 30 to 400
 * more. Uses `places` for its own; allocates nothing.
 */
void far_noise_raise(struct places *places, const struct components *components,
                     const size_t *indexes, size_t count, double *noises);

#endif
