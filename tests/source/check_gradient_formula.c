/* Tests of source/gradient_formula.h. */
#include "../suite.h"

#include <stdio.h>

#include "formulas.h"
#include "source/gradient_formula.h"

static enum status make(const char *text, struct gradient_formula **made, struct failure *failure)
{
    struct source_text source = { .name = "text", .bytes = text, .length = strlen(text) };
    return gradient_formula_new(&source, &no_parameters, made, failure);
}

static struct gradient_formula *gradient_of_variables(const char *text, size_t n)
{
    struct gradient_formula *made = NULL;
    struct failure failure;
    if (make(text, &made, &failure) != STATUS_OK ||
        gradient_formula_prepare(made, n, &failure) != STATUS_OK)
        ck_abort_msg("%s: %zu: %s", text, failure.column, failure.message);
    return made;
}

START_TEST(derivatives_are_computed)
{
    static const struct {
        const char *text;
        size_t count;
        double expected[3]; /* at (2, 3, 5) */
    } rows[] = {
        { "x", 1, { 2 } },
        { "x; y", 2, { 2, 3 } },
        { "a = 2*x; a; a*y", 2, { 4, 12 } },
        { "y == 3; x", 2, { 1, 2 } },
        { "a = x;\n# a; b;\na; b = a + y; b; b^2", 3, { 2, 5, 25 } },
        { " # nothing = 1;\n x;y;z # the last;", 3, { 2, 3, 5 } },
        { "sum(x); x[1]; mean(x)*3", 3, { 10, 3, 10 } },
    };
    static const double point[] = { 2, 3, 5 };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct gradient_formula *made = gradient_of_variables(rows[i].text, rows[i].count);
        ck_assert_uint_eq(gradient_formula_count(made), rows[i].count);
        for (size_t k = 0; k < rows[i].count; k++) {
            double value;
            gradient_formula_evaluate(made, k, 1,
                                      (const double *[]){ &point[0], &point[1], &point[2] },
                                      &value);
            ck_assert_msg(value == rows[i].expected[k], "%s: %zu: %g", rows[i].text, k, value);
        }
        gradient_formula_free(made);
    }
}
END_TEST

START_TEST(errors_have_a_place)
{
    static const struct {
        const char *text;
        size_t line;
        size_t column;
        const char *message;
    } rows[] = {
        { "", 1, 1, "an expression is missing at the end" },
        { "x; ;y", 1, 4, "an expression is missing at the end" },
        { "x; y;", 1, 6, "an expression is missing at the end" },
        { "x; a = y", 1, 9, "an expression is missing at the end, as in 'a = ...; 2*a', or "
                         "leave 'a =' out" },
        { "x # \xc3\xa9\n; 2 y", 2, 5, NULL },
        { "x; a = 1; y; a = 2; a", 1, 14, NULL },
        { "x; b; b = 1; y", 1, 4, NULL },
        { "x", 1, 2, "1 derivative for 2 variables: write one for each, between ';'" },
        { "x; y; x", 1, 7, "3 derivatives for 2 variables: write one for each, between ';'" },
        { "x; 1 + z", 1, 4, "x2 is none of the function's 2 variables" },
        { "x; 2*x + sum(x)", 1, 4, NULL },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct gradient_formula *made = NULL;
        struct failure failure;
        enum status status = make(rows[i].text, &made, &failure);
        if (status == STATUS_OK)
            status = gradient_formula_prepare(made, 2, &failure);
        ck_assert_msg(status == STATUS_USAGE, "%s", rows[i].text);
        ck_assert_str_eq(failure.origin, "text");
        ck_assert_msg(failure.line == rows[i].line && failure.column == rows[i].column,
                      "%s: %zu:%zu: %s", rows[i].text, failure.line, failure.column,
                      failure.message);
        if (rows[i].message != NULL)
            ck_assert_str_eq(failure.message, rows[i].message);
        gradient_formula_free(made);
    }
}
END_TEST

START_TEST(there_is_a_most)
{
    char text[2 * DERIVATIVES_MOST + 2] = "";
    struct gradient_formula *made = NULL;
    struct failure failure;
    for (size_t i = 0; i < DERIVATIVES_MOST; i++)
        memcpy(text + 2 * i, "1;", 3);
    text[2 * DERIVATIVES_MOST - 1] = '\0';
    gradient_formula_free(gradient_of_variables(text, DERIVATIVES_MOST));
    memcpy(text + 2 * DERIVATIVES_MOST - 1, ";1", 3);
    ck_assert_int_eq(make(text, &made, &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "more than 256 derivatives");
    ck_assert_uint_eq(failure.column, 2 * DERIVATIVES_MOST + 1);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, derivatives_are_computed);
    tcase_add_test(cases, errors_have_a_place);
    tcase_add_test(cases, there_is_a_most);
}

SUITE_MAIN("source gradient formula", add_cases)
