/* Tests src/expr/names.c and parameters.c: what names mean, and the limits of parameters. */
#include "../suite.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "expr/names.h"

START_TEST(functions_are_found_by_their_names)
{
    ck_assert_uint_gt(function_count(), 40);
    for (size_t i = 0; i < function_count(); i++) {
        const struct function *function = function_at(i);
        const char *name = function->name;
        ck_assert_ptr_eq(function_find(name, strlen(name)), function);
        ck_assert_int_le(1, function->least);
        ck_assert_int_le(function->least, function->most);
        ck_assert_str_ne(function->meaning, "");
        ck_assert_ptr_ne(function_find(name, strlen(name) - 1), function);
        if (function->folding == FOLDING_ELEMENTWISE) {
            ck_assert_int_eq(function->least, operation_operands(function->operation));
            ck_assert_int_eq(function->most, function->least);
        } else {
            ck_assert_int_eq(operation_operands(function->operation), 2);
        }
    }
    ck_assert_ptr_null(function_find("", 0));
    ck_assert_ptr_null(function_find("Sin", 3));
    ck_assert_ptr_null(function_find("sin(", 4));
}
END_TEST

START_TEST(some_functions_make_a_vector_text)
{
    static const struct {
        const char *name;
        size_t arguments;
        bool takes_vector;
    } rows[] = {
        { "sum", 1, true },  { "prod", 1, true }, { "mean", 1, true }, { "norm", 1, true },
        { "min", 1, true },  { "max", 1, true },  { "min", 2, false }, { "max", 3, false },
        { "sin", 1, false }, { "if", 3, false },  { "hypot", 2, false },
        { "dot", 2, true },  { "len", 1, true },  { "arange", 1, true }, { "arange", 3, true },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        ck_assert_int_eq(function_takes_vector(function_find(rows[i].name, strlen(rows[i].name)),
                                               rows[i].arguments),
                         rows[i].takes_vector);
}
END_TEST

START_TEST(constants)
{
    double value = 0;
    ck_assert(constant_find("pi", 2, &value) && value == acos(-1));
    ck_assert(constant_find("tau", 3, &value) && value == 2 * acos(-1));
    ck_assert(constant_find("e", 1, &value) && value == exp(1));
    ck_assert(constant_find("inf", 3, &value) && value == INFINITY);
    ck_assert(constant_find("nan", 3, &value) && isnan(value));
    ck_assert(!constant_find("p", 1, &value));
    ck_assert(!constant_find("PI", 2, &value));
    ck_assert(!constant_find("", 0, &value));
}
END_TEST

START_TEST(variables)
{
    static const struct {
        const char *name;
        size_t k; /* VARIABLES_MOST: none */
    } rows[] = {
        { "x", 0 },        { "y", 1 },     { "z", 2 },     { "x0", 0 },    { "x1", 1 },
        { "x9", 9 },       { "x10", 10 },  { "x99999", 99999 },
        { "x100000", VARIABLES_MOST },     { "x999999", VARIABLES_MOST },
        { "x18446744073709551616", VARIABLES_MOST },       { "x00", VARIABLES_MOST },
        { "x01", VARIABLES_MOST },         { "X", VARIABLES_MOST },        { "w", VARIABLES_MOST },
        { "y1", VARIABLES_MOST },          { "x1a", VARIABLES_MOST },     { "x-1", VARIABLES_MOST },
        { "", VARIABLES_MOST },            { "xx", VARIABLES_MOST },      { "x_1", VARIABLES_MOST },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t k = VARIABLES_MOST;
        bool found = variable_find(rows[i].name, strlen(rows[i].name), &k);
        ck_assert_int_eq(found, rows[i].k < VARIABLES_MOST);
        if (found)
            ck_assert_uint_eq(k, rows[i].k);
    }
}
END_TEST

START_TEST(taken_names)
{
    ck_assert(name_is_taken("sin", 3));
    ck_assert(name_is_taken("tau", 3));
    ck_assert(name_is_taken("z", 1));
    ck_assert(name_is_taken("x99999", 6));
    ck_assert(!name_is_taken("a", 1));
    ck_assert(!name_is_taken("si", 2));
}
END_TEST

static enum status set(struct parameters *parameters, const char *name, double value,
                       struct failure *failure)
{
    struct source_text source = { .name = "--set", .bytes = name, .length = strlen(name) };
    return parameters_set(parameters, &source, 0, source.length, value, failure);
}

START_TEST(parameters_keep_their_last_value)
{
    struct parameters parameters = { .count = 0 };
    struct failure failure;
    double value = 0;
    ck_assert(!parameters_find(&parameters, "a", 1, &value));
    ck_assert_int_eq(set(&parameters, "a", 1, &failure), STATUS_OK);
    ck_assert_int_eq(set(&parameters, "ab", 2, &failure), STATUS_OK);
    ck_assert_int_eq(set(&parameters, "a", 3, &failure), STATUS_OK);
    ck_assert_uint_eq(parameters.count, 2);
    ck_assert(parameters_find(&parameters, "a", 1, &value) && value == 3);
    ck_assert(parameters_find(&parameters, "abc", 2, &value) && value == 2);
    ck_assert(!parameters_find(&parameters, "abc", 3, &value));
    ck_assert(!parameters_find(&parameters, "A", 1, &value));
    struct nearest nearest;
    nearest_start(&nearest, "bb", 2);
    names_consider(&nearest, &parameters);
    ck_assert_str_eq(nearest.name, "ab");
}
END_TEST

START_TEST(parameters_have_limits)
{
    struct source_text source = { .name = "--set", .bytes = "a", .length = 1 };
    struct parameters parameters = { .count = 0 };
    struct failure failure;
    ck_assert_int_eq(set(&parameters, "a", 1e300, &failure), STATUS_OK);
    ck_assert(parameters.entries[0].least == -INFINITY && parameters.entries[0].most == INFINITY);
    ck_assert_int_eq(
        parameters_set_range(&parameters, &source, 0, 1, -1, 0.5, 2.5, &failure), STATUS_OK);
    ck_assert_uint_eq(parameters.count, 1);
    ck_assert(parameters.entries[0].value == 0.5);
    ck_assert_int_eq(set(&parameters, "a", 2.5, &failure), STATUS_OK);
    ck_assert_int_eq(set(&parameters, "a", -1, &failure), STATUS_OK);
    ck_assert(parameters.entries[0].least == -1 && parameters.entries[0].most == 2.5);
    ck_assert_int_eq(set(&parameters, "a", 3, &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message,
                     "'a' goes from -1 to 2.5, to change that write 'a=LEAST:VALUE:MOST'");
    ck_assert_int_eq(set(&parameters, "a", -1.5, &failure), STATUS_USAGE);
    ck_assert(parameters.entries[0].value == -1);
    ck_assert_int_eq(
        parameters_set_range(&parameters, &source, 0, 1, 3, 4, 4, &failure), STATUS_OK);
    ck_assert_int_eq(set(&parameters, "a", 3, &failure), STATUS_OK);
}
END_TEST

START_TEST(as_many_parameters_as_there_is_room_for)
{
    struct parameters parameters = { .count = 0 };
    struct failure failure;
    char name[PARAMETER_NAME_SIZE];
    for (int i = 0; i < PARAMETERS_MOST; i++) {
        snprintf(name, sizeof name, "p%d", i);
        ck_assert_int_eq(set(&parameters, name, i, &failure), STATUS_OK);
    }
    ck_assert_int_eq(set(&parameters, "one_more", 1, &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "at most 64 parameters can be set");
    ck_assert_uint_eq(parameters.count, PARAMETERS_MOST);
    ck_assert_int_eq(set(&parameters, "p63", 9, &failure), STATUS_OK);
    double value = 0;
    ck_assert(parameters_find(&parameters, "p63", 3, &value) && value == 9);
}
END_TEST

START_TEST(a_parameters_name_has_a_limit)
{
    struct parameters parameters = { .count = 0 };
    struct failure failure;
    char name[PARAMETER_NAME_SIZE + 1];
    double value = 0;
    memset(name, 'n', sizeof name);
    name[PARAMETER_NAME_SIZE] = '\0';
    ck_assert_int_eq(set(&parameters, name, 1, &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "a parameter's name has at most 31 characters");
    name[PARAMETER_NAME_SIZE - 1] = '\0';
    ck_assert_int_eq(set(&parameters, name, 1, &failure), STATUS_OK);
    ck_assert(parameters_find(&parameters, name, strlen(name), &value) && value == 1);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, functions_are_found_by_their_names);
    tcase_add_test(cases, some_functions_make_a_vector_text);
    tcase_add_test(cases, constants);
    tcase_add_test(cases, variables);
    tcase_add_test(cases, taken_names);
    tcase_add_test(cases, parameters_keep_their_last_value);
    tcase_add_test(cases, parameters_have_limits);
    tcase_add_test(cases, as_many_parameters_as_there_is_room_for);
    tcase_add_test(cases, a_parameters_name_has_a_limit);
}

SUITE_MAIN("expr names", add_cases)
