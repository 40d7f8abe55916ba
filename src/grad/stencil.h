/* The samples of a scheme around a point, among gathered places. */
#ifndef STEEPEST_GRAD_STENCIL_H
#define STEEPEST_GRAD_STENCIL_H

#include "grad/component.h"
#include "grad/places.h"
#include "grad/scheme.h"

/* The samples of a component's difference with step h. Nothing is owned. */
struct stencil {
    const struct scheme *scheme;
    double h;
    double x;     /* the coordinate that moves */
    double value; /* f at the point */
    size_t first; /* the place of the first sample that is not the point itself */
};

/* Places that the scheme needs at one step. */
size_t stencil_places(const struct scheme *scheme);

/* Gather the samples' places, x + fl(offset * h), for component `index`. */
struct stencil stencil_gather(struct places *places, const struct scheme *scheme,
                              const struct components *components, size_t index, double h);

/* f at sample k, once the places have been evaluated. */
double stencil_sample(const struct stencil *stencil, const struct places *places, size_t k);

/* The coordinate that sample k was taken at. */
double stencil_coordinate(const struct stencil *stencil, size_t k);

/* The difference, with the bits that gradient_batch gives (grad/gradient.h). */
double stencil_difference(const struct stencil *stencil, const struct places *places);

#endif
