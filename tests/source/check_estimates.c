/*
 * Tests src/grad/estimate.c and judgement.c on the whole catalogue: estimated errors are compared
 * with the true ones, and the arrows that they mark with the true directions.
 */
#include "../suite.h"

#include "grad/judgement.h"
#include "laboratory.h"

enum {
    POINTS = 360, /* of a function */
    POINTS_SLOWLY = 3,
    DECADES = 14,
    NEARBY = 5, /* steps from h/2 to 2h, for the error around h */
    SCHEMES_MOST = 16,
    FUNCTIONS_MOST = 64
};

static const double COVERED = 3; /* times the estimate, that a true error may be */
static const double TIGHT = 100; /* times the true error, that an estimate may be */
static const double RADIANS = 0.017453292519943295; /* of a degree */

/* What was found of some components and points. */
struct findings {
    size_t components;
    size_t left_out; /* dead, undefined, or without a true derivative */
    size_t covered;
    size_t judged_tight; /* true error above a unit in the last place */
    size_t tight;
    size_t tight_nearby;
    size_t arrows;
    size_t unmarked;
    size_t unmarked_right; /* within 22.5 degrees */
    size_t good;           /* within 2.25 degrees */
    size_t good_marked;
};

static void add_findings(struct findings *to, const struct findings *from)
{
    to->components += from->components;
    to->left_out += from->left_out;
    to->covered += from->covered;
    to->judged_tight += from->judged_tight;
    to->tight += from->tight;
    to->tight_nearby += from->tight_nearby;
    to->arrows += from->arrows;
    to->unmarked += from->unmarked;
    to->unmarked_right += from->unmarked_right;
    to->good += from->good;
    to->good_marked += from->good_marked;
}

/* The gradients of a laboratory's points by one scheme and step. */
struct results {
    double values[LABORATORY_POINTS_MOST];
    double derivatives[LABORATORY_AXES][LABORATORY_POINTS_MOST];
    double steps[LABORATORY_AXES][LABORATORY_POINTS_MOST];
    enum verdict verdicts[LABORATORY_POINTS_MOST];
    struct estimate estimates[LABORATORY_AXES * LABORATORY_POINTS_MOST];
};

static void compute(const struct laboratory *laboratory, const struct difference *difference,
                    bool judged, struct results *results)
{
    const double *x[] = { laboratory->x[0], laboratory->x[1] };
    struct gradient_result result = {
        .values = results->values,
        .derivatives = (double *[]){ results->derivatives[0], results->derivatives[1] },
        .verdicts = results->verdicts,
        .steps = (double *[]){ results->steps[0], results->steps[1] },
    };
    gradient_batch(laboratory->differentiator, difference, laboratory->count, x, LABORATORY_AXES,
                   &result);
    if (judged)
        judge_batch(laboratory->differentiator, difference, laboratory->count, x,
                    LABORATORY_AXES, &result, results->estimates);
}

/* The root of the mean square of the errors by steps around h, one for each axis and point. */
static void find_nearby(const struct laboratory *laboratory, const struct scheme *scheme, double h,
                        double errors[LABORATORY_AXES][LABORATORY_POINTS_MOST])
{
    static struct results results;
    for (size_t a = 0; a < LABORATORY_AXES; a++)
        memset(errors[a], 0, sizeof errors[a]);
    for (int i = 0; i < NEARBY; i++) {
        double factor = exp2(2.0 * (i + 0.37) / NEARBY - 1);
        struct difference difference = { .scheme = scheme, .h = h * factor };
        compute(laboratory, &difference, false, &results);
        for (size_t a = 0; a < LABORATORY_AXES; a++)
            for (size_t p = 0; p < laboratory->count; p++) {
                double error = results.derivatives[a][p] - laboratory->truth[a][p];
                errors[a][p] += error * error / NEARBY;
            }
    }
    for (size_t a = 0; a < LABORATORY_AXES; a++)
        for (size_t p = 0; p < laboratory->count; p++)
            errors[a][p] = sqrt(errors[a][p]);
}

/* The angle between the true gradient and the computed one, which are not 0, in radians. */
static double angle_between(const double *a, const double *b)
{
    double la = hypot(a[0], a[1]), lb = hypot(b[0], b[1]);
    double cross = a[0] / la * (b[1] / lb) - a[1] / la * (b[0] / lb);
    double dot = a[0] / la * (b[0] / lb) + a[1] / la * (b[1] / lb);
    return fabs(atan2(cross, dot));
}

static void compare_component(const struct laboratory *laboratory, const struct results *results,
                              size_t point, size_t axis, double nearby, struct findings *found)
{
    double truth = laboratory->truth[axis][point];
    double error = fabs(results->derivatives[axis][point] - truth);
    double estimate = estimate_error(&results->estimates[LABORATORY_AXES * point + axis]);
    found->components++;
    found->covered += error <= COVERED * estimate;
    if (error > COVERED * estimate && getenv("LABORATORY_MISSES") != NULL)
        printf("miss %s x%zu at %.17g %.17g h %g: error %g estimate %g truth %g\n",
               laboratory->name, axis, laboratory->x[0][point], laboratory->x[1][point],
               results->steps[axis][point], error, estimate, truth);
    if (!(error > laboratory_ulp(truth)))
        return;
    found->judged_tight++;
    found->tight += estimate <= TIGHT * error;
    found->tight_nearby += estimate <= TIGHT * fmax(nearby, error);
}

static void compare_arrow(const struct laboratory *laboratory, const struct results *results,
                          size_t point, struct findings *found)
{
    double truth[] = { laboratory->truth[0][point], laboratory->truth[1][point] };
    double got[] = { results->derivatives[0][point], results->derivatives[1][point] };
    bool marked = results->verdicts[point] != VERDICT_ok;
    if ((truth[0] == 0 && truth[1] == 0) || (got[0] == 0 && got[1] == 0))
        return;
    double angle = angle_between(truth, got);
    found->arrows++;
    found->unmarked += !marked;
    found->unmarked_right += !marked && angle <= 22.5 * RADIANS;
    found->good += angle <= 2.25 * RADIANS;
    found->good_marked += marked && angle <= 2.25 * RADIANS;
}

static struct findings compare(const struct laboratory *laboratory, const struct scheme *scheme,
                               double h)
{
    static struct results results;
    static double nearby[LABORATORY_AXES][LABORATORY_POINTS_MOST];
    struct findings found = { .components = 0 };
    struct difference difference = { .scheme = scheme, .h = h };
    compute(laboratory, &difference, true, &results);
    find_nearby(laboratory, scheme, h, nearby);
    for (size_t p = 0; p < laboratory->count; p++) {
        bool known = isfinite(laboratory->truth[0][p]) && isfinite(laboratory->truth[1][p]);
        if (!known || results.verdicts[p] >= VERDICT_dead) {
            found.left_out += LABORATORY_AXES;
            continue;
        }
        for (size_t a = 0; a < LABORATORY_AXES; a++)
            compare_component(laboratory, &results, p, a, nearby[a][p], &found);
        compare_arrow(laboratory, &results, p, &found);
    }
    return found;
}

/* Findings by scheme, function and decade. */
struct table {
    struct findings cells[SCHEMES_MOST][FUNCTIONS_MOST][DECADES];
};

static double step_of(int decade)
{
    return pow(10, -1 - decade);
}

static void fill_table(struct table *table)
{
    static struct laboratory laboratory;
    size_t points = getenv("TEST_UNDER_VALGRIND") != NULL ? POINTS_SLOWLY : POINTS;
    for (size_t f = 0; f < laboratory_functions(); f += laboratory_stride()) {
        uint64_t state = 1000 + f;
        laboratory_open(&laboratory, f);
        laboratory_take_random(&laboratory, points, &state);
        for (size_t s = 0; s < scheme_count(); s++)
            for (int d = 0; d < DECADES && !scheme_is_exact(scheme_at(s)); d++)
                table->cells[s][f][d] = compare(&laboratory, scheme_at(s), step_of(d));
        laboratory_close(&laboratory);
    }
}

/* The sum over those cells that the bounds hold. */
static struct findings sum(const struct table *table, size_t first_scheme, size_t end_scheme,
                           size_t first_function, size_t end_function, int first_decade,
                           int end_decade)
{
    struct findings total = { .components = 0 };
    for (size_t s = first_scheme; s < end_scheme; s++)
        for (size_t f = first_function; f < end_function; f++)
            for (int d = first_decade; d < end_decade; d++)
                add_findings(&total, &table->cells[s][f][d]);
    return total;
}

static void print_findings(const char *name, const struct findings *found)
{
    if (!laboratory_prints())
        return;
    printf("%-15s %7zu left out %5zu  covered %7.3f  tight %6.2f nearby %6.2f  "
           "unmarked right %8.4f  marked %5.2f  good marked %5.2f\n",
           name, found->components, found->left_out,
           laboratory_percent(found->covered, found->components),
           laboratory_percent(found->tight, found->judged_tight),
           laboratory_percent(found->tight_nearby, found->judged_tight),
           laboratory_percent(found->unmarked_right, found->unmarked),
           laboratory_percent(found->arrows - found->unmarked, found->arrows),
           laboratory_percent(found->good_marked, found->good));
}

static void check_scheme(const struct table *table, size_t s)
{
    size_t functions = laboratory_functions();
    struct findings all = sum(table, s, s + 1, 0, functions, 0, DECADES);
    struct findings usual = sum(table, s, s + 1, 0, functions, 1, 10);
    print_findings(scheme_at(s)->name, &all);
    print_findings("  1e-2 to 1e-10", &usual);
    laboratory_demand_least(laboratory_percent(all.covered, all.components), 99.5);
    laboratory_demand_least(laboratory_percent(all.tight, all.judged_tight), 90);
    laboratory_demand_least(laboratory_percent(all.tight_nearby, all.judged_tight), 98);
    laboratory_demand_least(laboratory_percent(all.unmarked_right, all.unmarked), 99.9);
    laboratory_demand_most(laboratory_percent(all.good_marked, all.good), 5);
    laboratory_demand_most(laboratory_percent(usual.good_marked, usual.good), 1);
}

START_TEST(estimates_hold_and_are_tight)
{
    static struct table table;
    size_t functions = laboratory_functions();
    fill_table(&table);
    for (size_t s = 0; s < scheme_count(); s++)
        if (!scheme_is_exact(scheme_at(s)))
            check_scheme(&table, s);
    for (int d = 0; d < DECADES; d++) {
        char name[32];
        struct findings of_decade = sum(&table, 0, scheme_count(), 0, functions, d, d + 1);
        snprintf(name, sizeof name, "h = %g", step_of(d));
        print_findings(name, &of_decade);
        laboratory_demand_least(laboratory_percent(of_decade.covered, of_decade.components), 99);
    }
    for (size_t f = 0; f < functions; f++) {
        struct findings of_function = sum(&table, 0, scheme_count(), f, f + 1, 0, DECADES);
        print_findings(laboratory_entry(f)->name, &of_function);
        laboratory_demand_least(laboratory_percent(of_function.covered, of_function.components), 98);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, estimates_hold_and_are_tight);
}

SUITE_MAIN("source estimates", add_cases)
