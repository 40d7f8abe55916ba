/*
 * Tests exact derivatives (src/expr/derivative.c) of the whole catalogue against differences whose
 * error is known: Richardson's extrapolation of the central one.
 */
#include "../suite.h"

#include <float.h>

#include "formulas.h"
#include "source/catalogue.h"

enum { SIDE = 40, SIDE_SLOWLY = 7, LEVELS = 4 };

static const double FIRST_STEP = 0.01;
static const double TOLERANCE = 1e-6; /* of the gradient's size */

/* A derivative found by extrapolation, and by how much it may be off. */
struct extrapolated {
    double slope;
    double error;
};

static double value_at(const struct fn *fn, double x, double y)
{
    double value;
    fn->evaluate(fn->context, 1, (const double *[]){ &x, &y }, &value);
    return value;
}

/*
 * Central differences at h, h/2, h/4, h/8 with their errors in h^2, h^4 and h^6 taken out. What the
 * last of these changed, and the rounding of f, tell the error that is left.
 */
static struct extrapolated extrapolate(const struct fn *fn, const double *point, size_t axis)
{
    double table[LEVELS], previous = 0, rounding = 0;
    for (int level = 0; level < LEVELS; level++) {
        double h = ldexp(FIRST_STEP, -level);
        double dx = axis == 0 ? h : 0;
        double dy = axis == 1 ? h : 0;
        double up = value_at(fn, point[0] + dx, point[1] + dy);
        double down = value_at(fn, point[0] - dx, point[1] - dy);
        table[level] = (up - down) / (2 * h);
        rounding = 64 * DBL_EPSILON * (fabs(up) + fabs(down)) / h;
    }
    for (int order = 1; order < LEVELS; order++) {
        previous = table[LEVELS - 1];
        for (int level = LEVELS - 1; level >= order; level--)
            table[level] += (table[level] - table[level - 1]) / (ldexp(1, 2 * order) - 1);
    }
    return (struct extrapolated){ .slope = table[LEVELS - 1],
                                  .error = fabs(table[LEVELS - 1] - previous) + rounding };
}

/* Compare at one point; false where extrapolation is not sure enough: at kinks and poles. */
static bool compare_point(const struct catalogue_entry *entry, const struct fn *fn,
                          const double *point)
{
    struct gradient exact = gradient_of(fn, "exact", 1, point);
    double most = TOLERANCE * (fabs(exact.derivatives[0]) + fabs(exact.derivatives[1]));
    bool sure = true;
    for (size_t axis = 0; axis < 2; axis++) {
        struct extrapolated expected = extrapolate(fn, point, axis);
        if (!(expected.error <= most))
            sure = false;
        else if (!(fabs(exact.derivatives[axis] - expected.slope) <= most))
            ck_abort_msg("%s at %a %a: df/dx%zu is %.17g, not %.17g", entry->name, point[0],
                         point[1], axis, exact.derivatives[axis], expected.slope);
    }
    ck_assert(same_bits(exact.value, value_at(fn, point[0], point[1])));
    return sure;
}

static void compare_entry(const struct catalogue_entry *entry, size_t side)
{
    struct formula *formula = new_formula(entry->formula);
    struct formula_function *function = new_function(entry->formula, 2);
    struct failure failure;
    size_t sure = 0;
    ck_assert_int_eq(formula_function_differentiate(function, formula, &failure), STATUS_OK);
    for (size_t i = 0; i < side * side; i++) {
        const double steps[] = { (double)(i % side) + 0.37, (double)(i / side) + 0.61 };
        double point[2];
        for (size_t axis = 0; axis < 2; axis++)
            point[axis] = entry->low[axis] +
                          (entry->high[axis] - entry->low[axis]) * steps[axis] / (double)side;
        sure += compare_point(entry, formula_function_fn(function), point);
    }
    ck_assert_msg(sure * 100 >= side * side * 97, "%s: %zu of %zu points", entry->name, sure,
                  side * side);
    formula_function_free(function);
    formula_free(formula);
}

START_TEST(every_entry_of_the_catalogue)
{
    size_t side = getenv("TEST_UNDER_VALGRIND") == NULL ? SIDE : SIDE_SLOWLY;
    for (size_t i = 0; i < catalogue_count(); i++)
        compare_entry(catalogue_at(i), side);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, every_entry_of_the_catalogue);
}

SUITE_MAIN("source exact", add_cases)
