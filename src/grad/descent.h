/* A walk downhill, step by step, until there is a reason to end it. */
#ifndef STEEPEST_GRAD_DESCENT_H
#define STEEPEST_GRAD_DESCENT_H

#include <stdbool.h>

#include "grad/optimizer.h"

enum {
    DESCENT_STEPS = 100,     /* of the seed's walk */
    DESCENT_TEXT_SIZE = 256, /* bytes of a reason in words */
    DESCENT_PERIOD_MOST = 16 /* of an oscillation that is found */
};

#define DESCENT_TOLERANCE 1e-9 /* of a walk when nobody says another */

/* Why a walk ends: one enumerator for each row of stops.def. */
enum stop {
#define STOP(name, words) STOP_##name,
#include "grad/stops.def"
#undef STOP
    STOP_COUNT
};

/* How to walk. */
struct descent_wish {
    const struct optimizer *optimizer;
    struct difference difference;
    double learning_rate; /* positive and finite */
    double tolerance;     /* 0 or more; 0: every step is taken, whatever happens */
    size_t steps;         /* at most */
};

/* The seed's walk: plain, central with h = 1e-4, learning rate 0.01, 100 steps. */
struct descent_wish descent_default(void);

/* A walk. Its memory does not grow with its steps. */
struct descent;

/*
 * Make a walk on `fn`, which must outlive it; `wish` is copied. The exact scheme needs
 * fn->gradient, and with an optimizer that needs a Hessian fn->hessian. NULL when memory is short.
 * Free with descent_free.
 */
struct descent *descent_new(const struct fn *fn, const struct descent_wish *wish);

/* Free what descent_new made, or NULL. */
void descent_free(struct descent *descent);

/* Begin at a place of n finite numbers; in vain if the function was stopped meanwhile. */
void descent_start(struct descent *descent, const double *place);

/*
 * Take a step, unless the walk has ended; whether one was taken. None is if the function was stopped
 * meanwhile: then the walk stands where it stood. These tests end it, the first that holds, at its
 * start too:
 *   diverged    |x| exceeds 10^6 max(1, |x| at the start), or f exceeds 10^6 max(1, |f| at the
 *               start); tested first, since where x is that large the difference may be dead
 *   undefined   f or its gradient is not finite
 *   converged   the gradient's length is at most the tolerance
 *   stuck       for 8 steps the place did not change, or the rule had to make them far shorter than
 *               they should be, and the gradient is known to be wrong by a 32nd of its length; or
 *               the gradient is 0 at the start, but f has a kink there
 *   slow        the place did not change for 8 steps: what is to be added is lost in rounding
 *   dead        that, or converged, but f does not feel the step h, so that nothing is known of the
 *               gradient
 *   oscillates  the same 2 to 16 places come again and again, to 10^-9 of the way between them
 *   limit       all steps are taken; `slow` where over 1000 and over ten times as many would be
 *               needed as the gradient's length has fallen over the latter half, or somewhat more:
 *               since a power of two of steps, unless it rose, or steps grew against it;
 *               `oscillates` where besides, or where it does not fall, the last step went back over
 *               the one before
 * With a tolerance of 0 only the limit ends it, the others are made with DESCENT_TOLERANCE and
 * remembered.
 */
bool descent_step(struct descent *descent);

/*
 * Let it take so many steps in all, not fewer than it has taken; what becomes of it is the same as
 * if it had been made with them: a walk that only its limit has ended may go on.
 */
void descent_set_limit(struct descent *descent, size_t steps);

/* Whether it has ended for no other reason than that all steps are taken, be it as `slow`. */
bool descent_is_at_limit(const struct descent *descent);

/* Why it ended; STOP_none while it goes on. */
enum stop descent_reason(const struct descent *descent);

/* The reason in words: "converged at step 66: |grad f| = 8.9e-10 <= 1e-09". ASCII, one line. */
void descent_explain(const struct descent *descent, char text[DESCENT_TEXT_SIZE]);

/* Where it stands: n numbers, f, the gradient's length, and how many steps led there. */
const double *descent_place(const struct descent *descent);
double descent_value(const struct descent *descent);
double descent_magnitude(const struct descent *descent);
size_t descent_steps(const struct descent *descent);

/* The word of a reason. */
const char *stop_word(enum stop stop);

#endif
