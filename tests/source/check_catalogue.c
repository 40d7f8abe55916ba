/* Tests src/source/catalogue.c and catalogue.def: every entry works and is what its name says. */
#include "../suite.h"

#include "formulas.h"
#include "source/catalogue.h"

enum { SAMPLES = 17 };

static const double pi = 3.14159265358979323846;

static const struct catalogue_entry *entry_of(const char *name)
{
    const struct catalogue_entry *entry = catalogue_find(name, strlen(name));
    ck_assert_msg(entry != NULL, "no entry %s", name);
    return entry;
}

START_TEST(the_names_of_the_catalogue)
{
    static const char *const names[] = {
        "seed", "sphere", "himmelblau", "rosenbrock", "rastrigin", "ackley", "beale", "booth",
        "matyas", "six-hump", "three-hump", "goldstein-price", "mccormick", "easom",
        "styblinski-tang", "branin", "levy13", "griewank", "saddle", "monkey-saddle", "ripple",
        "ravine", "abs-cone", "pole", "log-well",
    };
    size_t count = sizeof names / sizeof names[0];
    ck_assert_uint_eq(catalogue_count(), count);
    for (size_t i = 0; i < count; i++) {
        ck_assert_str_eq(catalogue_at(i)->name, names[i]);
        ck_assert_ptr_eq(entry_of(names[i]), catalogue_at(i));
    }
    ck_assert_ptr_null(catalogue_find("see", 3));
    ck_assert_ptr_null(catalogue_find("Seed", 4));
    ck_assert_ptr_null(catalogue_find("", 0));
    ck_assert_ptr_eq(catalogue_find("seedling", 4), catalogue_at(0));
    ck_assert_str_eq(catalogue_at(0)->formula, "sum(x**2)");
}
END_TEST

/* A name that were a text would mean two things. */
START_TEST(no_name_is_a_text)
{
    for (size_t i = 0; i < catalogue_count(); i++) {
        const char *name = catalogue_at(i)->name;
        struct source_text source = { .name = "function", .bytes = name, .length = strlen(name) };
        struct formula *formula = NULL;
        struct failure failure;
        ck_assert_msg(formula_new(&source, &no_parameters, &formula, &failure) == STATUS_USAGE,
                      "'%s' is a text", name);
    }
}
END_TEST

START_TEST(every_entry_is_finite_in_its_window)
{
    for (size_t i = 0; i < catalogue_count(); i++) {
        const struct catalogue_entry *entry = catalogue_at(i);
        struct formula_function *function = new_function(entry->formula, 2);
        const struct fn *fn = formula_function_fn(function);
        int finite = 0;
        for (int k = 0; k < SAMPLES * SAMPLES; k++) {
            double point[2];
            double value;
            for (int axis = 0; axis < 2; axis++) {
                int step = axis == 0 ? k % SAMPLES : k / SAMPLES;
                double span = entry->high[axis] - entry->low[axis];
                ck_assert_double_gt(span, 0);
                point[axis] = entry->low[axis] + step * span / (SAMPLES - 1);
            }
            fn->evaluate(fn->context, 1, (const double *[]){ &point[0], &point[1] }, &value);
            finite += isfinite(value) != 0;
        }
        /* At most the one place where a pole may stand is none. */
        ck_assert_msg(finite >= SAMPLES * SAMPLES - 1, "%s: %d", entry->name, finite);
        ck_assert_str_ne(entry->look, "");
        formula_function_free(function);
    }
}
END_TEST

START_TEST(known_minima)
{
    static const struct {
        const char *name;
        double x[2];
        double value;
    } rows[] = {
        { "seed", { 0, 0 }, 0 },
        { "sphere", { 0, 0 }, 0 },
        { "himmelblau", { 3, 2 }, 0 },
        { "himmelblau", { -2.805118086952745, 3.131312518250573 }, 0 },
        { "himmelblau", { -3.779310253377747, -3.283185991286170 }, 0 },
        { "himmelblau", { 3.584428340330492, -1.848126526964404 }, 0 },
        { "rosenbrock", { 1, 1 }, 0 },
        { "rastrigin", { 0, 0 }, 0 },
        { "ackley", { 0, 0 }, 0 },
        { "beale", { 3, 0.5 }, 0 },
        { "booth", { 1, 3 }, 0 },
        { "matyas", { 0, 0 }, 0 },
        { "six-hump", { 0.0898420131003180, -0.7126564030207396 }, -1.0316284534898774 },
        { "six-hump", { -0.0898420131003180, 0.7126564030207396 }, -1.0316284534898774 },
        { "three-hump", { 0, 0 }, 0 },
        { "goldstein-price", { 0, -1 }, 3 },
        { "mccormick", { -0.5471975511965976, -1.5471975511965976 }, -1.9132229549810367 },
        { "easom", { pi, pi }, -1 },
        { "styblinski-tang", { -2.903534018185960, -2.903534018185960 }, -78.33233140754282 },
        { "branin", { -pi, 12.275 }, 0.39788735772973816 },
        { "branin", { pi, 2.275 }, 0.39788735772973816 },
        { "branin", { 3 * pi, 2.475 }, 0.39788735772973816 },
        { "levy13", { 1, 1 }, 0 },
        { "griewank", { 0, 0 }, 0 },
        { "ravine", { 0, 0 }, 0 },
        { "abs-cone", { 0, 0 }, 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct gradient got = gradient_of_text(entry_of(rows[i].name)->formula, 2, rows[i].x);
        ck_assert_msg(fabs(got.value - rows[i].value) < 1e-5, "%s at %g %g: %.17g", rows[i].name,
                      rows[i].x[0], rows[i].x[1], got.value);
        ck_assert_msg(fabs(got.derivatives[0]) < 1e-3 && fabs(got.derivatives[1]) < 1e-3,
                      "%s at %g %g: gradient %g %g", rows[i].name, rows[i].x[0], rows[i].x[1],
                      got.derivatives[0], got.derivatives[1]);
        ck_assert_int_eq(got.verdict, VERDICT_ok);
    }
}
END_TEST

START_TEST(known_values)
{
    static const struct {
        const char *name;
        double x[2];
        double value;
    } rows[] = {
        { "himmelblau", { 0, 0 }, 170 },        { "rosenbrock", { -1, 2 }, 104 },
        { "rastrigin", { 1, 1 }, 2 },           { "beale", { 0, 0 }, 14.203125 },
        { "booth", { 0, 0 }, 74 },              { "matyas", { 1, 1 }, 0.04 },
        { "six-hump", { 1, 1 }, 3.2333333333 }, { "three-hump", { 1, 1 }, 3.1166666667 },
        { "goldstein-price", { 0, 0 }, 600 },   { "styblinski-tang", { 1, 1 }, -10 },
        { "saddle", { 3, 2 }, 5 },              { "monkey-saddle", { 1, 1 }, -2 },
        { "ripple", { 0.3, 0.4 }, 0.4794255386 }, { "ravine", { 20, 1 }, 21 },
        { "abs-cone", { -3, 2 }, 5 },           { "pole", { 1, 2 }, 0.2 },
        { "log-well", { 1, 0 }, 0 },            { "levy13", { 0, 0 }, 2 },
        { "griewank", { 0, 0 }, 0 },            { "easom", { 0, 0 }, -2.67528799e-9 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct gradient got = gradient_of_text(entry_of(rows[i].name)->formula, 2, rows[i].x);
        ck_assert_msg(fabs(got.value - rows[i].value) < 1e-9, "%s at %g %g: %.17g", rows[i].name,
                      rows[i].x[0], rows[i].x[1], got.value);
    }
    const double origin[] = { 0, 0 };
    ck_assert(isinf(gradient_of_text(entry_of("pole")->formula, 2, origin).value));
    ck_assert(isinf(gradient_of_text(entry_of("log-well")->formula, 2, origin).value));
}
END_TEST

START_TEST(himmelblaus_gradient)
{
    const char *formula = entry_of("himmelblau")->formula;
    for (double a = -5; a <= 5; a += 0.7) {
        for (double b = -5; b <= 5; b += 0.6) {
            double point[] = { a, b };
            struct gradient got = gradient_of_text(formula, 2, point);
            double first = 4 * a * (a * a + b - 11) + 2 * (a + b * b - 7);
            double second = 2 * (a * a + b - 11) + 4 * b * (a + b * b - 7);
            ck_assert_double_le(fabs(got.derivatives[0] - first), 1e-6);
            ck_assert_double_le(fabs(got.derivatives[1] - second), 1e-6);
        }
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_names_of_the_catalogue);
    tcase_add_test(cases, no_name_is_a_text);
    tcase_add_test(cases, every_entry_is_finite_in_its_window);
    tcase_add_test(cases, known_minima);
    tcase_add_test(cases, known_values);
    tcase_add_test(cases, himmelblaus_gradient);
}

SUITE_MAIN("source catalogue", add_cases)
