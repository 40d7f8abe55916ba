/* What ends a walk. Private to the descent. */
#ifndef STEEPEST_GRAD_DESCENT_TESTS_H
#define STEEPEST_GRAD_DESCENT_TESTS_H

#include "grad/descent.h"

enum {
    PLACES_KEPT = DESCENT_PERIOD_MOST + 1, /* the last ones, and the present one */
    STILL_STEPS = 8, /* without a move, or that balk, that end a walk */
    MAGNITUDES_KEPT = 4
};

/* What the tests remember of a walk. */
struct memory_of_walk {
    double start_length; /* of x */
    double start_value;
    /*
     * Of the gradient, at the largest power of two of steps that was taken, [0], and at its half,
     * its quarter ...: it must not matter how many steps are to come.
     */
    double magnitudes[MAGNITUDES_KEPT];
    size_t middle_step;  /* half of that power of two, or 0 */
    double last_magnitude; /* of the gradient before the last step */
    size_t risen_step;   /* the last at which the magnitude rose, by more than rounding */
    double stride;       /* the length of the last step over the magnitude before it */
    double power_stride; /* that of the step that is the power of two */
    double former_stride; /* that of its half; of the first there is none but its own */
    double *places;      /* the last PLACES_KEPT, n numbers each; step s is in s % PLACES_KEPT */
    size_t still;        /* steps without a move, up to now */
    size_t balks;        /* steps that balk, up to now */
    size_t repeats[DESCENT_PERIOD_MOST + 1]; /* [p]: steps that led to where p steps ago was */
    size_t period;       /* of the oscillation that was found; 0 before */
};

/* What a test finds. */
struct finding {
    enum stop stop;
    double value;  /* that it is about */
    bool of_place; /* the value is the length of x */
    struct slope_doubt doubt; /* of the gradient, where it is `stuck` */
};

struct descent {
    struct descent_wish wish;
    struct walker walker;
    double magnitude;
    struct memory_of_walk memory;
    enum stop reason;
    enum stop limit; /* what is told of one that has taken all its steps, obeyed or not */
    struct finding noticed; /* the first that a test found, whether it was obeyed or not */
    size_t noticed_step;
};

/* Begin to remember, and judge the gradient where it is 0. */
void descent_tests_start(struct descent *descent);

/* Remember the present place, and say whether it is a reason to end. */
struct finding descent_test(struct descent *descent);

/* The tolerance of the tests, obeyed or not. */
double descent_tolerance(const struct descent *descent);

/*
 * How many more steps are needed if the gradient's length goes on falling as it does: by a constant
 * factor a step, or as a power of the steps where it did so before, which is how walks to a minimum
 * without curvature go. Infinite when it does not fall by more than rounding.
 */
double descent_steps_to_go(const struct descent *descent);

/*
 * Whether the walk goes on as it did since half the steps, so that it can be told how many more are
 * needed: the gradient's length has not risen, and steps have not grown, measured by that length.
 */
bool descent_is_steady(const struct descent *descent);

/* Whether far too many more steps are needed: over 1000, and over ten times those taken. */
bool descent_is_slow(const struct descent *descent);

/* Whether the last step went back over most of the one before: the learning rate is too large. */
bool descent_swings(const struct descent *descent);

#endif
