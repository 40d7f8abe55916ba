/* A walk downhill, step by step, until there is a reason to end it. */
#include "grad/descent.h"

#include <math.h>
#include <stdlib.h>

#include "base/size.h"
#include "grad/descent_tests.h"
#include "grad/judgement.h"

struct descent_wish descent_default(void)
{
    const struct optimizer *optimizer = optimizer_at(0);
    return (struct descent_wish){ .optimizer = optimizer,
                                  .difference = difference_default(),
                                  .learning_rate = optimizer->learning_rate,
                                  .tolerance = DESCENT_TOLERANCE,
                                  .steps = DESCENT_STEPS };
}

struct descent *descent_new(const struct fn *fn, const struct descent_wish *wish)
{
    struct descent *made = calloc(1, sizeof *made);
    if (made == NULL)
        return NULL;
    made->wish = *wish;
    bool has_walker = walker_make(&made->walker, fn, optimizer_needs_hessian(wish->optimizer));
    made->walker.slope.difference = wish->difference;
    made->walker.learning_rate = wish->learning_rate;
    made->memory.places = array_resize(NULL, fn->n, PLACES_KEPT * sizeof(double));
    if (has_walker && made->memory.places != NULL)
        return made;
    descent_free(made);
    return NULL;
}

void descent_free(struct descent *descent)
{
    if (descent == NULL)
        return;
    walker_release(&descent->walker);
    free(descent->memory.places);
    free(descent);
}

/* Whether what the tests find ends the walk. */
static bool obeys(const struct descent *descent)
{
    return descent->wish.tolerance > 0;
}

/* What is to be said of a walk that has taken all its steps. */
static enum stop judge_limit(const struct descent *descent)
{
    double to_go = descent_steps_to_go(descent);
    if (!descent_is_slow(descent))
        return STOP_limit;
    if (descent_swings(descent))
        return STOP_oscillates;
    return isfinite(to_go) && descent_is_steady(descent) ? STOP_slow : STOP_limit;
}

/* End the walk if there is a reason. */
static void decide(struct descent *descent)
{
    size_t steps = descent->walker.steps;
    descent->reason = obeys(descent) ? descent->noticed.stop : STOP_none;
    if (descent->reason != STOP_none || steps < descent->wish.steps)
        return;
    descent->limit = judge_limit(descent);
    descent->reason = obeys(descent) ? descent->limit : STOP_limit;
}

/* Measure where the walk has come to, and end it if there is a reason. */
static void arrive(struct descent *descent)
{
    size_t steps = descent->walker.steps;
    descent->magnitude = vector_length(descent->walker.slope.fn->n, descent->walker.gradient);
    if (steps == 0)
        descent_tests_start(descent);
    struct finding finding = descent_test(descent);
    if (descent->noticed.stop == STOP_none) {
        descent->noticed = finding;
        descent->noticed_step = steps;
    }
    decide(descent);
}

void descent_start(struct descent *descent, const double *place)
{
    walker_start(&descent->walker, place);
    descent->noticed = (struct finding){ .stop = STOP_none };
    arrive(descent);
}

bool descent_step(struct descent *descent)
{
    if (descent->reason != STOP_none)
        return false;
    if (!walker_step(&descent->walker, descent->wish.optimizer))
        return false;
    arrive(descent);
    return true;
}

void descent_set_limit(struct descent *descent, size_t steps)
{
    descent->wish.steps = steps;
    decide(descent);
}

bool descent_is_at_limit(const struct descent *descent)
{
    return descent->reason != STOP_none &&
           (descent->noticed.stop == STOP_none || !obeys(descent));
}

enum stop descent_reason(const struct descent *descent)
{
    return descent->reason;
}

const double *descent_place(const struct descent *descent)
{
    return descent->walker.x;
}

double descent_value(const struct descent *descent)
{
    return descent->walker.value;
}

double descent_magnitude(const struct descent *descent)
{
    return descent->magnitude;
}

size_t descent_steps(const struct descent *descent)
{
    return descent->walker.steps;
}

const char *stop_word(enum stop stop)
{
    static const char *const words[STOP_COUNT] = {
#define STOP(name, words_) [STOP_##name] = words_,
#include "grad/stops.def"
#undef STOP
    };
    return words[stop];
}
