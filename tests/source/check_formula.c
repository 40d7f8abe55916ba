/* Tests src/source/formula.c: what a text tells of itself, and its gradients. */
#include "../suite.h"

#include <stdio.h>

#include "formulas.h"

enum { LINE_SIZE = 256, SEED_ROWS = 324 };

START_TEST(what_a_formula_tells)
{
    static const struct {
        const char *text;
        const char *line;
        size_t least_n;
        bool is_vector;
        unsigned uses; /* bit k: names variable k of 4 */
    } rows[] = {
        { "x", "x", 1, false, 1 },
        { "3", "3", 1, false, 0 },
        { " x  +\n\ty\r\n", "x + y", 2, false, 3 },
        { "x0*x2", "x0*x2", 3, false, 5 },
        { "sum(x**2)", "sum(x**2)", 1, true, 15 },
        { "\n\nsum(x)\n+ z", "sum(x) + z", 3, true, 15 },
        { "y", "y", 2, false, 2 },
        { "max(x, 1)", "max(x, 1)", 1, false, 1 },
        { "# all\n a = 2; # twice\n\n a*x # \xc3\xa9\n", "a = 2; a*x", 1, false, 1 },
        { "x[-6]", "x[-6]", 6, true, 15 },
        { "x[3] - x1", "x[3] - x1", 4, true, 15 },
        { "x11", "x11", 12, false, 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct formula *formula = new_formula(rows[i].text);
        ck_assert_str_eq(formula_text(formula), rows[i].line);
        ck_assert_uint_eq(formula_least_n(formula), rows[i].least_n);
        ck_assert_int_eq(formula_is_vector(formula), rows[i].is_vector);
        for (size_t k = 0; k < 4; k++)
            ck_assert_int_eq(formula_next_variable(formula, k) == k, rows[i].uses >> k & 1);
        formula_free(formula);
    }
}
END_TEST

/* Neither the text nor the formula need outlive what was made of them. */
START_TEST(nothing_of_the_text_is_kept)
{
    char name[] = "name";
    char text[] = "x*sum(x) + x";
    struct source_text source = { .name = name, .bytes = text, .length = 8 };
    struct formula *formula = NULL;
    struct formula_function *function = NULL;
    struct failure failure;
    ck_assert_int_eq(formula_new(&source, &no_parameters, &formula, &failure), STATUS_OK);
    memset(text, '!', sizeof text);
    memset(name, '!', sizeof name);
    ck_assert_str_eq(formula_text(formula), "x*sum(x)");
    ck_assert_int_eq(formula_function_new(formula, 3, &function, &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.origin, "name");
    ck_assert_str_eq(failure.excerpt, "x*sum(x)");
    ck_assert_ptr_null(function);
    formula_free(formula);
    formula_free(NULL);
    formula_function_free(NULL);
}
END_TEST

START_TEST(a_formula_serves_any_number_of_variables)
{
    struct formula *formula = new_formula("sum(x**2) + x1");
    const double ones[] = { 1, 1, 1, 1, 1, 1 };
    for (size_t n = 2; n <= 6; n++) {
        struct formula_function *function = NULL;
        struct failure failure;
        ck_assert_int_eq(formula_function_new(formula, n, &function, &failure), STATUS_OK);
        ck_assert_uint_eq(formula_function_fn(function)->n, n);
        struct gradient got = gradient_of(formula_function_fn(function), "central", 1e-4, ones);
        ck_assert_double_eq(got.value, (double)n + 1);
        ck_assert_double_le(fabs(got.derivatives[1] - 3), 1e-9);
        ck_assert_double_le(fabs(got.derivatives[n == 2 ? 0 : n - 1] - 2), 1e-9);
        formula_function_free(function);
    }
    formula_free(formula);
}
END_TEST

START_TEST(parameters_are_taken_when_the_text_is_read)
{
    struct parameters parameters = { .count = 0 };
    struct source_text set = { .name = "--set", .bytes = "a", .length = 1 };
    struct source_text source = { .name = "function", .bytes = "a*x", .length = 3 };
    struct formula *formula = NULL;
    struct formula_function *function = NULL;
    struct failure failure;
    ck_assert_int_eq(formula_new(&source, &parameters, &formula, &failure), STATUS_USAGE);
    ck_assert_ptr_null(formula);
    ck_assert_int_eq(parameters_set(&parameters, &set, 0, 1, 2, &failure), STATUS_OK);
    ck_assert_int_eq(formula_new(&source, &parameters, &formula, &failure), STATUS_OK);
    ck_assert_int_eq(parameters_set(&parameters, &set, 0, 1, 9, &failure), STATUS_OK);
    ck_assert_int_eq(formula_function_new(formula, 1, &function, &failure), STATUS_OK);
    const double x = 3;
    ck_assert_double_eq(gradient_of(formula_function_fn(function), "central", 1, &x).value, 6);
    formula_function_free(function);
    formula_free(formula);
}
END_TEST

START_TEST(the_seeds_table)
{
    FILE *file = fopen(TEST_DATA_DIR "/grad/seed_field.tsv", "r");
    ck_assert_ptr_nonnull(file);
    static double columns[5][SEED_ROWS];
    char line[LINE_SIZE];
    size_t rows = 0;
    ck_assert_ptr_nonnull(fgets(line, sizeof line, file));
    for (; fgets(line, sizeof line, file) != NULL; rows++) {
        char *at = line;
        ck_assert_uint_lt(rows, SEED_ROWS);
        for (size_t k = 0; k < 5; k++)
            columns[k][rows] = strtod(at, &at);
    }
    fclose(file);
    ck_assert_uint_eq(rows, SEED_ROWS);
    static double values[SEED_ROWS], first[SEED_ROWS], second[SEED_ROWS];
    static enum verdict verdicts[SEED_ROWS];
    struct gradient_result result = {
        .values = values, .derivatives = (double *[]){ first, second }, .verdicts = verdicts
    };
    struct formula_function *function = new_function("sum(x**2)", 2);
    struct differentiator *differentiator = differentiator_new(formula_function_fn(function));
    ck_assert_ptr_nonnull(differentiator);
    struct difference difference = difference_default();
    gradient_batch(differentiator, &difference, rows, (const double *[]){ columns[0], columns[1] },
                   2, &result);
    for (size_t i = 0; i < rows; i++) {
        ck_assert(same_bits(values[i], columns[2][i]) && same_bits(first[i], columns[3][i]) &&
                  same_bits(second[i], columns[4][i]));
        ck_assert_int_eq(verdicts[i], VERDICT_ok);
    }
    differentiator_free(differentiator);
    formula_function_free(function);
}
END_TEST

START_TEST(verdicts_of_texts)
{
    static const struct {
        const char *text;
        double x;
        enum verdict verdict;
    } rows[] = {
        { "x^2", 0, VERDICT_ok },           { "3", 7, VERDICT_ok },
        { "x^2", 1e16, VERDICT_dead },      { "floor(x)", 0.5, VERDICT_ok },
        { "floor(x)", 0.9, VERDICT_ok },    { "relu(x)", -0.1, VERDICT_ok },
        { "tanh(x)", 40, VERDICT_dead },    { "1e16+x", 0, VERDICT_dead },
        { "1+1e-13x", 0, VERDICT_dead },    { "1/x", 0, VERDICT_undefined },
        { "1/x^2", 0, VERDICT_undefined },  { "log(x)", -1, VERDICT_undefined },
        { "sqrt(x)", 0, VERDICT_undefined }, { "abs(x)", 0, VERDICT_ok },
        { "x", NAN, VERDICT_undefined },    { "3", INFINITY, VERDICT_undefined },
        { "x>0 ? 1 : 0", 2, VERDICT_ok },   { "0*x", 2, VERDICT_ok },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct gradient got = gradient_of_text(rows[i].text, 1, &rows[i].x);
        ck_assert_msg(got.verdict == rows[i].verdict, "%s at %g is %s", rows[i].text, rows[i].x,
                      verdict_name(got.verdict));
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, what_a_formula_tells);
    tcase_add_test(cases, nothing_of_the_text_is_kept);
    tcase_add_test(cases, a_formula_serves_any_number_of_variables);
    tcase_add_test(cases, parameters_are_taken_when_the_text_is_read);
    tcase_add_test(cases, the_seeds_table);
    tcase_add_test(cases, verdicts_of_texts);
}

SUITE_MAIN("source formula", add_cases)
