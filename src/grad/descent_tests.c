/* What ends a walk. */
#include "grad/descent_tests.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "grad/judgement.h"

/* A walk is too slow that needs more steps than both these: times those taken, and at all. */
enum { SLOW_FACTOR = 10, SLOW_STEPS = 1000 };

static const double growth_most = 1e6; /* of x or f over the start */
static const double back = -0.9;  /* cosine of the angle between two steps to and fro */
static const double alike = 0.25; /* two powers, one over the other */
static const double doubtful = 1.0 / 32; /* error of a gradient, over its length */
static const double growing = 1.125; /* stride of a walk, over that before */
static const double same_place = 1e-9; /* times the way between the places of an oscillation */

static size_t variables(const struct descent *descent)
{
    return descent->walker.slope.fn->n;
}

double descent_tolerance(const struct descent *descent)
{
    return descent->wish.tolerance > 0 ? descent->wish.tolerance : DESCENT_TOLERANCE;
}

/* The place where the walk stood after that many steps, one of the last PLACES_KEPT. */
static double *place_after(const struct descent *descent, size_t steps)
{
    return descent->memory.places + steps % PLACES_KEPT * variables(descent);
}

static void remember_place(struct descent *descent)
{
    memcpy(place_after(descent, descent->walker.steps), descent->walker.x,
           variables(descent) * sizeof(double));
}

void descent_tests_start(struct descent *descent)
{
    double *places = descent->memory.places;
    descent->memory = (struct memory_of_walk){
        .start_length = vector_length(variables(descent), descent->walker.x),
        .start_value = descent->walker.value,
        .last_magnitude = descent->magnitude,
        .places = places,
    };
    for (int i = 0; i < MAGNITUDES_KEPT; i++)
        descent->memory.magnitudes[i] = descent->magnitude;
    remember_place(descent);
    descent->walker.doubt = (struct slope_doubt){ .verdict = VERDICT_ok };
    if (descent->magnitude <= descent_tolerance(descent))
        descent->walker.doubt = slope_judge(&descent->walker.slope, descent->walker.x);
}

/* The largest distance along a coordinate between two places; infinite when it exceeds `most`. */
static double distance(const struct descent *descent, const double *a, const double *b, double most)
{
    double largest = 0;
    for (size_t k = 0; k < variables(descent); k++) {
        double apart = fabs(a[k] - b[k]);
        if (!(apart <= most))
            return INFINITY;
        largest = fmax(largest, apart);
    }
    return largest;
}

/* Count the steps that led to where p steps ago was. */
static void count_repeats(struct descent *descent)
{
    struct memory_of_walk *memory = &descent->memory;
    size_t steps = descent->walker.steps;
    const double *here = descent->walker.x;
    double way = distance(descent, here, place_after(descent, steps - 1), INFINITY);
    memory->still = way == 0 ? memory->still + 1 : 0;
    memory->balks = descent->walker.balked ? memory->balks + 1 : 0;
    for (size_t p = 2; p <= DESCENT_PERIOD_MOST && p <= steps; p++) {
        double most = same_place * way;
        const double *before = place_after(descent, steps - p);
        bool again = way > 0 && distance(descent, here, before, most) <= most;
        memory->repeats[p] = again ? memory->repeats[p] + 1 : 0;
        if (memory->period == 0 && memory->repeats[p] >= 2 * p)
            memory->period = p;
    }
}

/* By how much the logarithm of the gradient's length may change by rounding of f alone. */
static double rounding(const struct descent *descent)
{
    enum { UNITS = 8 };
    const struct difference *difference = &descent->wish.difference;
    bool differs = !scheme_is_exact(difference->scheme) && difference->step == STEP_FIXED;
    double noise = differs ? fabs(descent->walker.value) / difference->h : 0;
    return UNITS * DBL_EPSILON * (1 + noise / descent->magnitude);
}

/* Remember the gradient's length where the step is a power of two. */
static void remember_magnitude(struct descent *descent)
{
    struct memory_of_walk *memory = &descent->memory;
    size_t steps = descent->walker.steps;
    if ((steps & (steps - 1)) != 0)
        return;
    memory->middle_step = steps / 2;
    for (int i = MAGNITUDES_KEPT - 1; i > 0; i--)
        memory->magnitudes[i] = memory->magnitudes[i - 1];
    memory->magnitudes[0] = descent->magnitude;
    memory->former_stride = steps == 1 ? memory->stride : memory->power_stride;
    memory->power_stride = memory->stride;
}

/* Remember how the last step led on. */
static void remember_stride(struct descent *descent)
{
    struct memory_of_walk *memory = &descent->memory;
    size_t steps = descent->walker.steps;
    double way = distance(descent, descent->walker.x, place_after(descent, steps - 1), INFINITY);
    if (log(descent->magnitude / memory->last_magnitude) > rounding(descent))
        memory->risen_step = steps;
    memory->stride = way / memory->last_magnitude;
    memory->last_magnitude = descent->magnitude;
}

/* Remember the present place. */
static void remember(struct descent *descent)
{
    if (descent->walker.steps == 0)
        return;
    count_repeats(descent);
    remember_stride(descent);
    remember_place(descent);
    remember_magnitude(descent);
}

static bool has_grown(double value, double start)
{
    return !(value <= growth_most * fmax(1, fabs(start)));
}

static struct finding look_for_growth(const struct descent *descent)
{
    const struct memory_of_walk *memory = &descent->memory;
    double length = vector_length(variables(descent), descent->walker.x);
    double value = descent->walker.value;
    if (!isnan(length) && has_grown(length, memory->start_length))
        return (struct finding){ .stop = STOP_diverged, .value = length, .of_place = true };
    if (!isnan(value) && has_grown(value, memory->start_value))
        return (struct finding){ .stop = STOP_diverged, .value = value };
    return (struct finding){ .stop = STOP_none };
}

/* Whether a walk that balks does so because its gradient is wrong. */
static bool is_misled(const struct descent *descent)
{
    return descent->memory.balks >= STILL_STEPS &&
           descent->walker.doubt.error >= doubtful * descent->magnitude;
}

/* Whether the walk starts where slopes to both sides cancel each other. */
static bool starts_at_kink(const struct descent *descent)
{
    return descent->walker.steps == 0 && descent->walker.doubt.verdict == VERDICT_kink;
}

struct finding descent_test(struct descent *descent)
{
    const struct walker *walker = &descent->walker;
    double magnitude = descent->magnitude;
    remember(descent);
    struct finding growth = look_for_growth(descent);
    if (growth.stop != STOP_none)
        return growth;
    if (walker->verdict == VERDICT_undefined)
        return (struct finding){ .stop = STOP_undefined, .value = walker->value };
    bool dead = walker->verdict == VERDICT_dead;
    if (magnitude <= descent_tolerance(descent) && starts_at_kink(descent))
        return (struct finding){ .stop = STOP_stuck, .value = magnitude, .doubt = walker->doubt };
    if (magnitude <= descent_tolerance(descent))
        return (struct finding){ .stop = dead ? STOP_dead : STOP_converged, .value = magnitude };
    if (!dead && is_misled(descent))
        return (struct finding){ .stop = STOP_stuck, .value = magnitude, .doubt = walker->doubt };
    if (descent->memory.still >= STILL_STEPS)
        return (struct finding){ .stop = dead ? STOP_dead : STOP_slow, .value = magnitude };
    if (descent->memory.period > 0)
        return (struct finding){ .stop = STOP_oscillates, .value = magnitude };
    return (struct finding){ .stop = STOP_none };
}

bool descent_is_steady(const struct descent *descent)
{
    const struct memory_of_walk *memory = &descent->memory;
    return memory->risen_step <= memory->middle_step &&
           !(memory->stride > growing * memory->former_stride);
}

/* Whether the gradient's length has fallen as about this power of the steps before. */
static bool fell_likewise(const struct memory_of_walk *memory, double power)
{
    for (int i = 1; i + 1 < MAGNITUDES_KEPT; i++) {
        double before = log(memory->magnitudes[i + 1] / memory->magnitudes[i]) / log(2);
        if (!(fabs(power - before) <= alike * power))
            return false;
    }
    return true;
}

double descent_steps_to_go(const struct descent *descent)
{
    const struct memory_of_walk *memory = &descent->memory;
    double steps = (double)descent->walker.steps;
    double middle = (double)memory->middle_step;
    double over = log(descent->magnitude / descent_tolerance(descent));
    double change = descent->magnitude - memory->magnitudes[1];
    double fallen = -log1p(change / memory->magnitudes[1]);
    if (!(fallen > rounding(descent)) || steps == middle)
        return INFINITY;
    double power = fallen / log(steps / middle);
    if (middle > 0 && fell_likewise(memory, power))
        return fmin(steps * expm1(over / power), DBL_MAX);
    return over * (steps - middle) / fallen;
}

bool descent_is_slow(const struct descent *descent)
{
    double to_go = descent_steps_to_go(descent);
    return to_go > SLOW_FACTOR * (double)descent->walker.steps && to_go > SLOW_STEPS;
}

bool descent_swings(const struct descent *descent)
{
    size_t steps = descent->walker.steps;
    if (steps < 2)
        return false;
    const double *here = place_after(descent, steps);
    const double *before = place_after(descent, steps - 1);
    const double *first = place_after(descent, steps - 2);
    double product = 0;
    double last_square = 0;
    double square = 0;
    for (size_t k = 0; k < variables(descent); k++) {
        double last_move = here[k] - before[k];
        double move = before[k] - first[k];
        product += last_move * move;
        last_square += last_move * last_move;
        square += move * move;
    }
    return product < back * sqrt(last_square) * sqrt(square);
}
