/* Tests src/expr/program.c, expand.c and syntax.c: what a tree tells, how long a program may be. */
#include "../suite.h"

#include <stdio.h>

#include "compile.h"

START_TEST(what_a_tree_tells)
{
    static const struct {
        const char *text;
        bool is_vector;
        size_t least_n;
        unsigned uses; /* bit k: names variable k */
    } rows[] = {
        { "1", false, 0, 0 },
        { "x", false, 1, 1 },
        { "x0", false, 1, 1 },
        { "y", false, 2, 2 },
        { "x + z", false, 3, 5 },
        { "x3", false, 4, 8 },
        { "sum(x)", true, 1, 15 },
        { "sum(x) + z", true, 3, 15 },
        { "sum(y)", true, 2, 2 },
        { "sum(3)", true, 0, 0 },
        { "max(x)", true, 1, 15 },
        { "max(x, 1)", false, 1, 1 },
        { "norm(x0)", true, 1, 1 },
        { "sin(y)*max(1, 2)", false, 2, 2 },
        { "x[0]", true, 1, 15 },
        { "x[3]", true, 4, 15 },
        { "x[3] + x[1]", true, 4, 15 },
        { "v = x; w = v; w[2] + y", true, 3, 15 },
        { "k = 2; x[k]", true, 3, 15 },
        { "x[-3]", true, 3, 15 },
        { "k = -2; x[k] + x[-1]", true, 2, 15 },
        { "x[1 - 3]", true, 1, 15 },
        { "x[1:4][1] + 0*x[3:9][0]", true, 1, 15 },
        { "sum(arange(9))", true, 0, 0 },
        { "sum((2*x)[:])", true, 1, 15 },
        { "a = y; 3", false, 2, 2 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct compiled made;
        compile_text(rows[i].text, 4, &made);
        ck_assert_int_eq(tree_is_vector(&made.tree), rows[i].is_vector);
        ck_assert_uint_eq(tree_least_n(&made.tree), rows[i].least_n);
        for (size_t k = 0; k < 4; k++)
            ck_assert_msg((tree_next_variable(&made.tree, k) == k) == (rows[i].uses >> k & 1),
                          "%s, x%zu", rows[i].text, k);
        compiled_free(&made);
    }
}
END_TEST

START_TEST(the_highest_variable)
{
    struct source_text source = function_text("x99999", 6);
    struct failure failure;
    struct tree tree = { .nodes = NULL };
    ck_assert_int_eq(parse(&source, 0, 6, &no_parameters, &tree, &failure), STATUS_OK);
    ck_assert_uint_eq(tree_least_n(&tree), 100000);
    tree_free(&tree);
}
END_TEST

/* A program whose value is computed by `sum(x)` has n variables and n - 1 additions. */
START_TEST(a_program_has_a_limit)
{
    static const struct {
        const char *text;
        size_t n;
        enum status status;
    } rows[] = {
        { "-sum(x)", PROGRAM_OPERATIONS_MOST / 2, STATUS_OK },
        { "1 + sum(x)", PROGRAM_OPERATIONS_MOST / 2, STATUS_USAGE },
        { "sum(x)", PROGRAM_OPERATIONS_MOST / 2 + 1, STATUS_USAGE },
        { "sum(3)", 10 * PROGRAM_OPERATIONS_MOST, STATUS_OK },
        { "x[0] + x[1] + x[2] + x[3]", PROGRAM_OPERATIONS_MOST / 2, STATUS_OK },
    };
    const struct program_wish wish = { .kernels = kernels_best() };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct source_text source = function_text(rows[i].text, strlen(rows[i].text));
        struct tree tree = { .nodes = NULL };
        struct program *program = NULL;
        struct failure failure;
        ck_assert_int_eq(parse(&source, 0, source.length, &no_parameters, &tree, &failure),
                         STATUS_OK);
        ck_assert_int_eq(program_new(&source, &tree, rows[i].n, &wish, &program, &failure),
                         rows[i].status);
        char expected[100];
        snprintf(expected, sizeof expected, "more than 1048576 operations with %zu variables",
                 rows[i].n);
        if (rows[i].status != STATUS_OK)
            ck_assert_str_eq(failure.message, expected);
        program_free(program);
        tree_free(&tree);
    }
}
END_TEST

/* A name is one value however often it is used, and what is not used is not computed. */
START_TEST(names_are_computed_once)
{
    static const struct {
        const char *text;
        size_t operations;
        double value;
    } rows[] = {
        { "a = x + x; b = a + a; c = b + b; d = c + c; d + d", 5, 32 },
        { "a = sin(x); b = cos(x); a*0 + x + 1", 4, 2 },
        { "v = x - 3; dot(v, v) + v[0]", 4 + 4 + 3 + 1, 4 * 4 - 2 },
        { "v = x; w = v; w[0]", 0, 1 },
    };
    static const double point[] = { 1, 1, 1, 1 };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct compiled made;
        compile_text(rows[i].text, 4, &made);
        ck_assert_uint_eq(evaluator_operations(made.evaluator), rows[i].operations);
        ck_assert_double_eq(value_at(&made, point), rows[i].value);
        compiled_free(&made);
    }
}
END_TEST

/* Slices take no operations, but what they take is limited too. */
START_TEST(entries_have_a_limit)
{
    enum { SLICES = 10000, VARIABLES = 1000 };
    const struct program_wish wish = { .kernels = kernels_best() };
    struct text text = TEXT_EMPTY;
    struct tree tree = { .nodes = NULL };
    struct program *program = NULL;
    struct failure failure;
    text_append(&text, "sum(x");
    for (int i = 0; i < SLICES; i++)
        text_append(&text, "[:]");
    text_append(&text, ")");
    struct source_text source = function_text(text.bytes, text.length);
    ck_assert_int_eq(parse(&source, 0, source.length, &no_parameters, &tree, &failure), STATUS_OK);
    ck_assert_int_eq(program_new(&source, &tree, VARIABLES, &wish, &program, &failure),
                     STATUS_USAGE);
    ck_assert_str_eq(failure.message, "more than 1048576 operations with 1000 variables");
    tree_free(&tree);
    text_free(&text);
}
END_TEST

START_TEST(freeing_nothing)
{
    program_free(NULL);
    evaluator_free(NULL);
    struct tree tree = { .nodes = NULL };
    tree_free(&tree);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, what_a_tree_tells);
    tcase_add_test(cases, the_highest_variable);
    tcase_add_test(cases, a_program_has_a_limit);
    tcase_add_test(cases, names_are_computed_once);
    tcase_add_test(cases, entries_have_a_limit);
    tcase_add_test(cases, freeing_nothing);
}

SUITE_MAIN("expr program", add_cases)
