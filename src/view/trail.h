/* The way of a walk in the plane, as far as it is kept to be drawn. */
#ifndef STEEPEST_VIEW_TRAIL_H
#define STEEPEST_VIEW_TRAIL_H

#include <stddef.h>

#include "base/status.h"
#include "view/projection.h"

enum { TRAIL_PLACES_MOST = 4096 }; /* even */

/* How a walk ended; it goes on too when more steps than it was to take would lead it further. */
enum trail_end { TRAIL_GOES_ON, TRAIL_ARRIVED, TRAIL_ENDED };

/* What is known of f at a place of a walk: NaN before it is noted. */
struct trail_note {
    double value;     /* f */
    double magnitude; /* the length of its gradient */
};

/*
 * Places of a walk, from its start on. All zero it is an empty one; release it with trail_release.
 * Its memory does not grow with the steps of the walk: once it is full, every second place is
 * dropped and from then on every second one kept.
 */
struct trail {
    double (*places)[AXES]; /* every `stride` steps one, the first at the start */
    struct trail_note *notes; /* on each of these */
    size_t count;           /* of places; 0: nothing is drawn */
    size_t capacity;
    size_t stride;       /* a power of two */
    size_t steps;        /* that led to the last place */
    double last[AXES];   /* where the walk stands; need not be finite */
    struct trail_note last_note;
    enum trail_end end;  /* arrived: at a minimum, or what a walk takes for one */
};

/* Begin anew at a place. STATUS_OK, or STATUS_FAILED when memory is short. */
enum status trail_begin(struct trail *trail, const double start[AXES]);

/* Take a step to a place. STATUS_OK, or STATUS_FAILED when memory is short. */
enum status trail_step(struct trail *trail, const double place[AXES]);

/* Note what is known of f where the walk stands. */
void trail_note(struct trail *trail, const struct trail_note *note);

/*
 * The trail when so many steps had been taken, or the most that a kept place stands for, while the
 * walk went on; the trail itself when it has no more steps than that. It shares the memory of the
 * trail: not to be changed or released.
 */
struct trail trail_beginning(const struct trail *trail, size_t steps);

/*
 * Where the walk stands or, where that cannot be drawn, the last kept place that can; the start
 * where none can. Of a trail that is not empty.
 */
const double *trail_last_seen(const struct trail *trail, const struct projection *projection);

/* Free the places, and leave an empty trail. */
void trail_release(struct trail *trail);

#endif
