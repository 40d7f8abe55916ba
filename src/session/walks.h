/* Walks downhill in the plane that is shown. Private to the session. */
#ifndef STEEPEST_SESSION_WALKS_H
#define STEEPEST_SESSION_WALKS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/interruption.h"
#include "grad/descent.h"
#include "session/subject.h"
#include "view/trail.h"

enum {
    WALKS_MOST = 8,
    WALK_TEXT_SIZE = DESCENT_TEXT_SIZE + 64 /* bytes of words about a walk */
};

/* How a walk goes. Plain data. */
struct walk_manner {
    const struct optimizer *optimizer;
    double learning_rate; /* 0: the optimizer's own */
    size_t steps;         /* at most; 1 or more */
};

/* A walk that was begun. Plain data. */
struct walk_wish {
    double start[AXES]; /* finite */
    struct walk_manner manner;
};

/* The seed's: plain, with the learning rate that belongs to it, 100 steps. */
struct walk_manner walk_manner_default(void);

/* Whether all of one is as in the other. */
bool walk_manner_is_same(const struct walk_manner *a, const struct walk_manner *b);
bool walk_wish_is_same(const struct walk_wish *a, const struct walk_wish *b);

/* Whether both lead along the same way, with as many steps or others. */
bool walk_wish_is_continued(const struct walk_wish *wish, const struct walk_wish *other);

/* How such a walk descends with that difference. */
struct descent_wish walk_manner_descent(const struct walk_manner *manner,
                                        const struct difference *difference);

/* Write "adam lr 0.1". */
void walk_manner_describe(const struct walk_manner *manner, char text[WALK_TEXT_SIZE]);

/* Where a walk stands, or has ended. Plain data. */
struct walk_outcome {
    enum stop reason; /* STOP_none while it goes on */
    size_t steps;
    double place[AXES]; /* need not be finite */
    double value;       /* of f there; NaN of a walk that was not begun */
    char words[DESCENT_TEXT_SIZE]; /* why it ended: "converged at step 90: ..."; ASCII */
};

/* The walks that were made, at most WALKS_MOST. */
struct walks;

/* No walks, or NULL when memory is short. Free with walks_free. */
struct walks *walks_new(void);

/* Free what walks_new made, or NULL. */
void walks_free(struct walks *walks);

/* Forget all walks but those that lead to these: what walks_update does first. */
void walks_keep(struct walks *walks, const struct subject *subject,
                const struct difference *difference, const struct walk_wish *wishes, size_t count);

/*
 * Let the walks be `count` <= WALKS_MOST ones: those that were made before of the same subject,
 * difference and wish stay, and go on where more steps are wished for; others are made. Variables
 * that the plane does not show stand still.
 * STATUS_OK, even if some cannot be made (walks_failure); STATUS_FAILED when memory is short, and
 * when the interruption is due: the next call goes on from there. What the function computes counts
 * with it too, and a step that it stops is not taken, so that none is taken by half.
 */
enum status walks_update(struct walks *walks, struct subject *subject,
                         const struct difference *difference, const struct walk_wish *wishes,
                         size_t count, struct interruption *interruption);

/* The part of the steps that was taken, 0 to 1, of walks that an update began with; 1 of none. */
double walks_progress(const struct walks *walks, size_t count);

/* The way of each of the walks as far as it goes; an empty one where it cannot be made. */
const struct trail *walks_trails(const struct walks *walks);

/* Why walk `index` cannot be made: STATUS_USAGE; NULL where it can. */
const struct failure *walks_failure(const struct walks *walks, size_t index);

/* Whether walk `index` takes no more steps as it is wished for. */
bool walks_has_ended(const struct walks *walks, size_t index);

/*
 * Whether walk `index` takes another step when one more is wished for: it goes on, or only its limit
 * has ended it. True of a walk that is still to be made.
 */
bool walks_may_go_on(const struct walks *walks, size_t index);

/*
 * Tell where walk `index`, which was made, stood after so many steps, or the most before that are
 * kept, or stands: "step 9: f 0.02, |grad f| 0.3, adam lr 0.1". ASCII, one line.
 */
void walks_describe_step(const struct walks *walks, size_t index, size_t steps,
                         char text[WALK_TEXT_SIZE]);

/*
 * What became of walk `index`, once it has ended: "adam lr 0.1: converged at step 90: |grad f| =
 * 8e-10 <= 1e-9"; and where it stands: "adam lr 0.1, 90 steps: f 1e-20, |grad f| 8e-10, converged".
 * ASCII, one line each; "" before, and of a walk that was forgotten.
 */
const char *walks_reason(const struct walks *walks, size_t index);
const char *walks_standing(const struct walks *walks, size_t index);

/* The same in numbers; of a walk that was forgotten, or cannot be made, the place is a zero. */
const struct walk_outcome *walks_outcome(const struct walks *walks, size_t index);

#endif
