/* Components of the gradients at the points of a batch, as work is handed out by. */
#ifndef STEEPEST_GRAD_COMPONENT_H
#define STEEPEST_GRAD_COMPONENT_H

#include <stddef.h>

/* The derivative by x_axis at a point of the batch. */
struct component {
    size_t point;
    size_t axis;
};

/* Some components. Nothing is owned. */
struct components {
    const double *const *x; /* the batch's points, as columns: see struct fn */
    const double *values;   /* f at each point of the batch */
    size_t count;
    const struct component *items;
};

/* The coordinate that moves in component `index`. */
static inline double component_place(const struct components *components, size_t index)
{
    const struct component *item = &components->items[index];
    return components->x[item->axis][item->point];
}

/* f at the point of component `index`. */
static inline double component_value(const struct components *components, size_t index)
{
    return components->values[components->items[index].point];
}

#endif
