/* The directions that streamlines follow, found from few samples of a function. */
#ifndef STEEPEST_VIEW_STREAM_FIELD_H
#define STEEPEST_VIEW_STREAM_FIELD_H

#include "view/field.h"
#include "view/projection.h"
#include "view/stream.h"

/*
 * Samples on a lattice of every second dot across and down, or where f is rough, as memory allows,
 * of every dot or every half. Between four of them that agree (all ok, directions within 30 degrees
 * along each side, magnitudes within a factor of 2, and f changing along each side as the gradients
 * say, within a fifth) what is known is interpolated bilinearly: near critical points, poles,
 * kinks, jumps and undefined places they do not, and f is differenced at the very point, unless
 * none of the four has a direction.
 */
struct stream_field;

/* A field of nothing, or NULL when memory is short. Free with stream_field_free. */
struct stream_field *stream_field_new(void);

/* Free what stream_field_new returned, or NULL. */
void stream_field_free(struct stream_field *field);

/*
 * Sample the area and `margin` >= 0 dots around it. `plane` is kept and must outlive the calls of
 * stream_field_sample. STATUS_OK, or STATUS_FAILED when memory is short.
 */
enum status stream_field_compute(struct stream_field *field, const struct plane *plane,
                                 const struct difference *difference,
                                 const struct projection *projection, double margin);

/* A stream_sampler, whose context is a struct stream_field. */
stream_sampler stream_field_sample;

#endif
