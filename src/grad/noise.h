/* How much the values of a function are off by rounding, measured. */
#ifndef STEEPEST_GRAD_NOISE_H
#define STEEPEST_GRAD_NOISE_H

#include "grad/component.h"
#include "grad/places.h"

enum { NOISE_VALUES = 7 }; /* that a measurement looks at */

/* Half a unit in the last place of 1: the rounding of a double, relatively. */
#define UNIT_ROUNDOFF 0x1p-53

/* The standard deviation of values rounded to multiples of 1. */
#define QUANTUM_NOISE 0.28867513459481288

/*
 * The standard deviation of the noise in NOISE_VALUES values of f at evenly spaced places: from the
 * first order of differences whose levels, scaled, agree with the next two and that change sign
 * (More and Wild, "Estimating computational noise", SIAM J. Sci. Comput. 33 (2011), algorithm
 * ECnoise); where none does, the largest level of third to fifth differences.
 */
double noise_of_values(const double values[NOISE_VALUES]);

/* How many places noise_measure evaluates f at for a component in one round. */
enum { NOISE_PLACES = NOISE_VALUES - 1 };

/*
 * Measure the noise of f at each component's point, along its axis: noises[i] >= 0, absolute. The
 * places begin 75 units in the last place of the coordinate apart, of 1 where it is 0, and stand 16
 * times wider until most values differ, no further than about a hundredth of the coordinate. Where
 * they had to, f moves by steps, and the noise is at least that of values rounded to multiples of
 * the step. Steps farther apart, between which f is smooth, are looked for from afar
 * (grad/far_noise.h). The least noise is 0.3 roundings of the largest value, also where f has no
 * finite value close by or never changes. It depends on f and the point alone. Allocates nothing.
 */
void noise_measure(struct places *places, const struct components *components, double *noises);

#endif
