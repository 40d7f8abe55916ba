/*
 * Tests src/grad/auto_step.c and noise.c on the whole catalogue: the steps that are chosen are
 * compared with the best of a fine sweep.
 */
#include "../suite.h"

#include <float.h>

#include "grad/auto_step.h"
#include "grad/noise.h"
#include "grad/places.h"
#include "laboratory.h"

enum {
    POINTS = 360,        /* of a function */
    POINTS_SLOWLY = 4,
    LATTICE_COLUMNS = 21,
    LATTICE_ROWS = 13,
    SWEEP_MOST = 220,
    STEPS_A_DECADE = 8,
    WINDOW = 3 /* sweep steps on either side that an error is the largest of */
};

static const double ERROR_OK = 10;     /* times the best windowed error */
static const double STEP_OK = 10;      /* factor from a good step */
static const double GOOD = 3;          /* times the best: a good step's windowed error */
static const double RESOLVABLE = 0.1;  /* of the gradient's component */
static const double SWEEP_ABOVE = 1e4; /* times a quarter of the window over the reach */

/* Errors of a scheme along a sweep of steps, for the points of a laboratory and one axis. */
struct sweep {
    size_t count;
    double steps[SWEEP_MOST];
    double errors[SWEEP_MOST][LABORATORY_POINTS_MOST]; /* infinite: dead or undefined */
};

/* What was found of some components. */
struct findings {
    size_t components; /* that some h resolves */
    size_t unresolvable;
    size_t error_ok;
    size_t step_ok;
};

static void add_findings(struct findings *to, const struct findings *from)
{
    to->components += from->components;
    to->unresolvable += from->unresolvable;
    to->error_ok += from->error_ok;
    to->step_ok += from->step_ok;
}

/* The differences at all points with one step along an axis; NaN where the step is lost. */
static void differences_at(const struct laboratory *laboratory, const struct scheme *scheme,
                           size_t axis, const double *steps, double *differences)
{
    static double shifted[LABORATORY_POINTS_MOST], samples[LABORATORY_POINTS_MOST];
    const double *x[] = { laboratory->x[0], laboratory->x[1] };
    for (size_t k = 0; k < scheme->samples; k++) {
        for (size_t i = 0; i < laboratory->count; i++)
            shifted[i] = laboratory->x[axis][i] + scheme->offsets[k] * steps[i];
        x[axis] = shifted;
        laboratory->fn->evaluate(laboratory->fn->context, laboratory->count, x, samples);
        for (size_t i = 0; i < laboratory->count; i++) {
            double term = scheme->weights[k] * samples[i];
            bool lost = scheme->offsets[k] != 0 && shifted[i] == laboratory->x[axis][i];
            differences[i] = (k == 0 ? term : differences[i] + term) + (lost ? (double)NAN : 0);
        }
    }
    for (size_t i = 0; i < laboratory->count; i++)
        differences[i] /= scheme->divisor * steps[i];
}

/* The error of a difference, at least a unit in the last place of the truth. */
static double error_of(double difference, double truth)
{
    double error = fabs(difference - truth);
    return isnan(error) ? (double)INFINITY : fmax(error, laboratory_ulp(truth));
}

static void make_sweep(const struct laboratory *laboratory, const struct scheme *scheme,
                       size_t axis, uint64_t *state, struct sweep *sweep)
{
    static double steps[LABORATORY_POINTS_MOST], differences[LABORATORY_POINTS_MOST];
    double quarter = (laboratory->high[axis] - laboratory->low[axis]) / 4;
    double first = SWEEP_ABOVE * quarter / scheme_reach(scheme);
    double last = 4 * DBL_EPSILON * quarter / 256;
    for (sweep->count = 0; sweep->count < SWEEP_MOST; sweep->count++) {
        double jitter = 1 + 0.01 * (2 * laboratory_random(state) - 1);
        double h = first * pow(10, -(double)sweep->count / STEPS_A_DECADE) * jitter;
        if (h < last)
            break;
        sweep->steps[sweep->count] = h;
        for (size_t i = 0; i < laboratory->count; i++)
            steps[i] = h;
        differences_at(laboratory, scheme, axis, steps, differences);
        for (size_t i = 0; i < laboratory->count; i++) {
            bool below = h < 4 * laboratory_ulp(laboratory->x[axis][i]);
            sweep->errors[sweep->count][i] =
                below ? (double)INFINITY : error_of(differences[i], laboratory->truth[axis][i]);
        }
    }
}

/* The largest error around step `at`. */
static double windowed_error(const struct sweep *sweep, size_t at, size_t point)
{
    double largest = 0;
    size_t first = at < WINDOW ? 0 : at - WINDOW;
    for (size_t i = first; i <= at + WINDOW && i < sweep->count; i++)
        largest = fmax(largest, sweep->errors[i][point]);
    return largest;
}

static double best_error(const struct sweep *sweep, size_t point)
{
    double best = INFINITY;
    for (size_t i = 0; i < sweep->count; i++)
        best = fmin(best, windowed_error(sweep, i, point));
    return best;
}

/* Whether h is near a step whose windowed error is good. */
static bool step_is_good(const struct sweep *sweep, size_t point, double best, double h)
{
    for (size_t i = 0; i < sweep->count; i++)
        if (windowed_error(sweep, i, point) <= GOOD * best && h <= STEP_OK * sweep->steps[i] &&
            h >= sweep->steps[i] / STEP_OK)
            return true;
    return false;
}

/* Choose steps for all points along an axis. */
static void choose(const struct laboratory *laboratory, const struct scheme *scheme, size_t axis,
                   double *steps)
{
    static struct component items[LABORATORY_POINTS_MOST];
    static double noises[LABORATORY_POINTS_MOST];
    static struct auto_step chosen[LABORATORY_POINTS_MOST];
    struct places places;
    struct components components = { .x = (const double *[]){ laboratory->x[0], laboratory->x[1] },
                                     .values = laboratory->values,
                                     .count = laboratory->count,
                                     .items = items };
    ck_assert(places_make(&places, laboratory->fn));
    for (size_t i = 0; i < laboratory->count; i++)
        items[i] = (struct component){ .point = i, .axis = axis };
    noise_measure(&places, &components, noises);
    auto_step_choose(&places, scheme, &components, noises, chosen);
    for (size_t i = 0; i < laboratory->count; i++)
        steps[i] = chosen[i].h;
    places_release(&places);
}

static struct findings compare(const struct laboratory *laboratory, const struct scheme *scheme,
                               size_t axis, uint64_t *state)
{
    static struct sweep sweep;
    static double steps[LABORATORY_POINTS_MOST], differences[LABORATORY_POINTS_MOST];
    struct findings found = { 0, 0, 0, 0 };
    make_sweep(laboratory, scheme, axis, state, &sweep);
    choose(laboratory, scheme, axis, steps);
    differences_at(laboratory, scheme, axis, steps, differences);
    for (size_t i = 0; i < laboratory->count; i++) {
        double truth = laboratory->truth[axis][i];
        double best = best_error(&sweep, i);
        if (!isfinite(truth) || !(best < RESOLVABLE * fabs(truth))) {
            found.unresolvable++;
            continue;
        }
        found.components++;
        bool ok = error_of(differences[i], truth) <= ERROR_OK * best;
        if (!ok && getenv("LABORATORY_MISSES") != NULL)
            printf("miss %s %s x%zu at %.17g %.17g: h %g error %g best %g truth %g\n",
                   laboratory->name, scheme->name, axis, laboratory->x[0][i], laboratory->x[1][i],
                   steps[i], error_of(differences[i], truth), best, truth);
        found.error_ok += ok;
        found.step_ok += step_is_good(&sweep, i, best, steps[i]);
    }
    return found;
}

static void print_findings(const char *name, const struct findings *found)
{
    if (laboratory_prints())
        printf("%-16s %6zu components, %5zu unresolvable, error ok %6.2f %%, h ok %6.2f %%\n", name,
               found->components, found->unresolvable,
               laboratory_percent(found->error_ok, found->components),
               laboratory_percent(found->step_ok, found->components));
}

enum { SCHEMES_MOST = 16, FUNCTIONS_MOST = 64 };

/* Findings by scheme and function; summed up below. */
struct table {
    struct findings cells[SCHEMES_MOST][FUNCTIONS_MOST];
};

static void fill_table(struct table *table, bool lattice)
{
    bool slowly = getenv("TEST_UNDER_VALGRIND") != NULL;
    static struct laboratory laboratory;
    for (size_t f = 0; f < laboratory_functions(); f += laboratory_stride()) {
        uint64_t state = f;
        laboratory_open(&laboratory, f);
        if (lattice)
            laboratory_take_lattice(&laboratory, LATTICE_COLUMNS, slowly ? 2 : LATTICE_ROWS);
        else
            laboratory_take_random(&laboratory, slowly ? POINTS_SLOWLY : POINTS, &state);
        for (size_t s = 0; s < scheme_count(); s++) {
            table->cells[s][f] = (struct findings){ 0, 0, 0, 0 };
            for (size_t axis = 0; axis < LABORATORY_AXES && !scheme_is_exact(scheme_at(s));
                 axis++) {
                struct findings found = compare(&laboratory, scheme_at(s), axis, &state);
                add_findings(&table->cells[s][f], &found);
            }
        }
        laboratory_close(&laboratory);
    }
}

static struct findings sum_scheme(const struct table *table, size_t scheme)
{
    struct findings sum = { 0, 0, 0, 0 };
    for (size_t f = 0; f < laboratory_functions(); f++)
        add_findings(&sum, &table->cells[scheme][f]);
    return sum;
}

static struct findings sum_function(const struct table *table, size_t function)
{
    struct findings sum = { 0, 0, 0, 0 };
    for (size_t s = 0; s < scheme_count(); s++)
        add_findings(&sum, &table->cells[s][function]);
    return sum;
}

START_TEST(steps_are_nearly_the_best)
{
    static struct table table;
    fill_table(&table, false);
    for (size_t s = 0; s < scheme_count(); s++) {
        struct findings sum = sum_scheme(&table, s);
        print_findings(scheme_at(s)->name, &sum);
        laboratory_demand_least(laboratory_percent(sum.error_ok, sum.components), 98);
        laboratory_demand_least(laboratory_percent(sum.step_ok, sum.components), 95);
        ck_assert_double_le((double)sum.unresolvable,
                            0.04 * (double)(sum.unresolvable + sum.components));
    }
    for (size_t f = 0; f < laboratory_functions(); f++) {
        struct findings sum = sum_function(&table, f);
        print_findings(laboratory_entry(f)->name, &sum);
        laboratory_demand_least(laboratory_percent(sum.error_ok, sum.components), 90);
    }
}
END_TEST

START_TEST(steps_are_nearly_the_best_on_lattices)
{
    static struct table table;
    fill_table(&table, true);
    for (size_t s = 0; s < scheme_count(); s++) {
        struct findings sum = sum_scheme(&table, s);
        print_findings(scheme_at(s)->name, &sum);
        laboratory_demand_least(laboratory_percent(sum.error_ok, sum.components), 98);
    }
}
END_TEST

/* A function made of another: with another unit of f or of x, or rounded to float. */
struct wrapped {
    const struct fn *inner;
    double value_unit;
    double place_unit;
    bool to_float;
};

static void call_wrapped(void *context, size_t count, const double *const *x, double *values)
{
    const struct wrapped *wrapped = context;
    double places[LABORATORY_AXES][LABORATORY_POINTS_MOST];
    ck_assert_uint_le(count, LABORATORY_POINTS_MOST);
    for (size_t a = 0; a < LABORATORY_AXES; a++)
        for (size_t i = 0; i < count; i++)
            places[a][i] = x[a][i] / wrapped->place_unit;
    wrapped->inner->evaluate(wrapped->inner->context, count,
                             (const double *[]){ places[0], places[1] }, values);
    for (size_t i = 0; i < count; i++) {
        values[i] *= wrapped->value_unit;
        if (wrapped->to_float)
            values[i] = (double)(float)values[i];
    }
}

/* Choose steps for the points of a laboratory in other units. */
static void choose_wrapped(const struct laboratory *laboratory, const struct scheme *scheme,
                           size_t axis, double value_unit, double place_unit, double *steps)
{
    static struct laboratory other;
    struct wrapped wrapped = {
        .inner = laboratory->fn, .value_unit = value_unit, .place_unit = place_unit
    };
    struct fn fn = { .n = LABORATORY_AXES, .evaluate = call_wrapped, .context = &wrapped };
    other = *laboratory;
    other.fn = &fn;
    for (size_t i = 0; i < laboratory->count; i++) {
        other.values[i] *= value_unit;
        for (size_t a = 0; a < LABORATORY_AXES; a++)
            other.x[a][i] *= place_unit;
    }
    choose(&other, scheme, axis, steps);
}

START_TEST(steps_follow_the_units)
{
    static struct laboratory laboratory;
    static double plain[LABORATORY_POINTS_MOST], scaled[LABORATORY_POINTS_MOST];
    size_t near = 0, all = 0;
    size_t points = getenv("TEST_UNDER_VALGRIND") != NULL ? POINTS_SLOWLY : POINTS / 4;
    for (size_t f = 0; f < laboratory_functions(); f += laboratory_stride()) {
        uint64_t state = 77 + f;
        laboratory_open(&laboratory, f);
        laboratory_take_random(&laboratory, points, &state);
        for (size_t s = 0; s < scheme_count(); s++) {
            const struct scheme *scheme = scheme_at(s);
            if (scheme_is_exact(scheme))
                continue;
            choose(&laboratory, scheme, 0, plain);
            choose_wrapped(&laboratory, scheme, 0, 1024, 1, scaled);
            for (size_t i = 0; i < points; i++)
                ck_assert_double_eq(scaled[i], plain[i]);
            choose_wrapped(&laboratory, scheme, 0, 1, 1024, scaled);
            for (size_t i = 0; i < points; i++)
                ck_assert_double_eq(scaled[i], 1024 * plain[i]);
            choose_wrapped(&laboratory, scheme, 0, 1000, 1, scaled);
            for (size_t i = 0; i < points; i++, all++)
                near += scaled[i] <= 4 * plain[i] && plain[i] <= 4 * scaled[i];
        }
        laboratory_close(&laboratory);
    }
    if (laboratory_prints())
        printf("f in thousandths: h within a factor of 4 at %.2f %% of %zu\n",
               laboratory_percent(near, all), all);
    laboratory_demand_least(laboratory_percent(near, all), 98);
}
END_TEST

START_TEST(noise_of_floats_is_measured)
{
    static struct laboratory laboratory;
    size_t points = getenv("TEST_UNDER_VALGRIND") != NULL ? POINTS_SLOWLY : POINTS / 2;
    for (size_t s = 0; s < scheme_count(); s++) {
        struct findings sum = { 0, 0, 0, 0 };
        for (size_t f = 0; f < laboratory_functions() && !scheme_is_exact(scheme_at(s));
             f += laboratory_stride()) {
            uint64_t state = 5000 + f;
            laboratory_open(&laboratory, f);
            laboratory_take_random(&laboratory, points, &state);
            struct wrapped wrapped = {
                .inner = laboratory.fn, .value_unit = 1, .place_unit = 1, .to_float = true
            };
            struct fn fn = { .n = LABORATORY_AXES, .evaluate = call_wrapped, .context = &wrapped };
            laboratory.fn = &fn;
            for (size_t i = 0; i < laboratory.count; i++)
                laboratory.values[i] = (double)(float)laboratory.values[i];
            for (size_t axis = 0; axis < LABORATORY_AXES; axis++) {
                struct findings found = compare(&laboratory, scheme_at(s), axis, &state);
                add_findings(&sum, &found);
            }
            laboratory_close(&laboratory);
        }
        print_findings(scheme_at(s)->name, &sum);
        laboratory_demand_least(laboratory_percent(sum.error_ok, sum.components), 75);
    }
}
END_TEST

/* A function of x and how well its slope is found by the chosen steps. */
struct fine_function {
    struct catalogue_entry entry;
    double error; /* relative to the slope, a unit of which is the least */
    double share; /* of the places in per cent, by each scheme */
};

static const struct fine_function fine_functions[] = {
    /* Waves that the first steps jump over. */
    { { "fast sin", { 0.1, 0 }, { 2, 1 }, "sin(1e7*x)", "" }, 1e-3, 95 },
    { { "far sin", { 1e7, 0 }, { 2e7, 1 }, "x + cos(100x)", "" }, 1e-2, 95 },
    { { "small sin", { 0.1, 0 }, { 2, 1 }, "x + 1e-6*sin(1e6*x)", "" }, 1e-3, 95 },
    { { "faster sin", { 0.1, 0 }, { 2, 1 }, "sin(1e8*x)", "" }, 1e-2, 95 },
    /* Noise and rounding are no waves, whatever small steps see. */
    { { "rounded", { 0.1, 0 }, { 2, 1 }, "1e-9*round(1e9*x^2)", "" }, 1e-2, 90 },
    { { "rounded alike", { 50, 0 }, { 100, 1 }, "sin(x^2)", "" }, 1e-5, 90 },
    { { "cancelled", { 1e-12, 0 }, { 1e-11, 1 }, "exp(x) - 1 + x", "" }, 0.1, 90 },
    { { "shifted", { -1e-3, 0 }, { 1e-3, 1 }, "sin(x + 1e6) + x", "" }, 1e-3, 90 },
    { { "twice shifted", { -1, 0 }, { 1, 1 }, "sin(x + 1e8) + sin(1000x)", "" }, 1e-2, 90 },
};

/* The slope along x of what is rounded, before that. */
static double slope_meant(const struct fine_function *function, const struct laboratory *laboratory,
                          size_t point)
{
    return strcmp(function->entry.name, "rounded") == 0 ? 2 * laboratory->x[0][point]
                                                        : laboratory->truth[0][point];
}

START_TEST(steps_do_not_jump_over_waves)
{
    static struct laboratory laboratory;
    static double steps[LABORATORY_POINTS_MOST], differences[LABORATORY_POINTS_MOST];
    size_t points = getenv("TEST_UNDER_VALGRIND") != NULL ? POINTS_SLOWLY : POINTS / 4;
    for (size_t f = 0; f < sizeof fine_functions / sizeof fine_functions[0]; f++) {
        const struct fine_function *function = &fine_functions[f];
        uint64_t state = 900 + f;
        laboratory_open_entry(&laboratory, &function->entry);
        laboratory_take_random(&laboratory, points, &state);
        for (size_t s = 0; s < scheme_count(); s++) {
            size_t good = 0;
            if (scheme_is_exact(scheme_at(s)))
                continue;
            choose(&laboratory, scheme_at(s), 0, steps);
            differences_at(&laboratory, scheme_at(s), 0, steps, differences);
            for (size_t i = 0; i < points; i++) {
                double slope = slope_meant(function, &laboratory, i);
                good += fabs(differences[i] - slope) <= function->error * fmax(1, fabs(slope));
            }
            if (laboratory_prints())
                printf("%s, %s: %.1f %%\n", function->entry.name, scheme_at(s)->name,
                       laboratory_percent(good, points));
            laboratory_demand_least(laboratory_percent(good, points), function->share);
        }
        laboratory_close(&laboratory);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, steps_follow_the_units);
    tcase_add_test(cases, steps_do_not_jump_over_waves);
    tcase_add_test(cases, noise_of_floats_is_measured);
    tcase_add_test(cases, steps_are_nearly_the_best);
    tcase_add_test(cases, steps_are_nearly_the_best_on_lattices);
}

SUITE_MAIN("source auto step", add_cases)
