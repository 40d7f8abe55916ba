/* Telling a function that jumps from one that waves. */
#ifndef STEEPEST_GRAD_JUMP_H
#define STEEPEST_GRAD_JUMP_H

#include "grad/component.h"
#include "grad/places.h"

/* A stretch of a component's axis, and what counts as a jump of f there. */
struct jump_search {
    double from;   /* coordinate of its lower end */
    double width;  /* positive */
    double finest; /* the distance over which f is to change */
    double least;  /* by which it is to change, beyond what it changes evenly; positive */
};

/*
 * How far f jumps within the stretch: 0 when it does not. The stretch is divided into 32 parts, and
 * the one in which f changes most unlike the mean of all is divided again, down to parts no wider
 * than `finest`. What waves or bends is even over short parts, however much it looks like noise
 * from afar; at a jump, and where f is noise, one part stays unlike the others, by how much is
 * returned. Uses `places` for its own; allocates nothing.
 */
double jump_find(struct places *places, const struct components *components, size_t index,
                 const struct jump_search *search);

#endif
