/* Telling a function whose slope changes from one that is noisy. */
#ifndef STEEPEST_GRAD_BEND_H
#define STEEPEST_GRAD_BEND_H

#include <stdbool.h>

#include "grad/component.h"
#include "grad/places.h"

/* Two slopes of a component that steps of different sizes see. */
struct two_slopes {
    double fine;     /* the slope that the small step sees */
    double coarse;
    double smallest; /* the small step, positive */
    double largest;  /* how far the large one looks */
    double wide;     /* the distance from which on jumps are no rounding */
};

/*
 * Whether f itself leaves the fine slope for another. It is looked at over x +- w, with
 * w = smallest, 4 smallest, ... up to `largest`, until it leaves the line of the fine slope by an
 * eighth of what the other slope would make of w. There 25 places, evenly spaced but by no power of
 * two, are close together on what bends: what f gains between neighbours beyond that slope differs
 * from one pair to the next by no more than half of the largest. Noise does not pass, nor what never
 * leaves the line; places where f is NaN tell nothing. Jumps and kinks pass where f has followed the
 * line at the w before, and w is `wide` at least: what jumps closer by may be rounded. One side of x
 * is enough, as next to a jump: what is rounded jumps on both. Uses `places` for its own; allocates
 * nothing.
 */
bool slope_bends(struct places *places, const struct components *components, size_t index,
                 const struct two_slopes *slopes);

#endif
