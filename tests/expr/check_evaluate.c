/* Tests src/expr/evaluate.c: the table of values, and that a value does not depend on its place. */
#include "../suite.h"

#include <stdio.h>

#include "base/number.h"
#include "compile.h"
#include "expr/names.h"
#include "expr/program_graph.h"

enum { LINE_SIZE = 512, POINT_MOST = 16, ROWS_LEAST = 400, POINTS = 150 };

/* A line of values.txt: `text @ x0 x1 ... name=value ... => value`. */
struct row {
    const char *text;
    double point[POINT_MOST];
    size_t n;
    struct parameters parameters;
    bool is_error; /* the value is the word `error` */
    double expected;
};

static double read_number(const char *text)
{
    char *end;
    double value = strtod(text, &end);
    ck_assert_msg(end != text && *end == '\0', "no number: '%s'", text);
    return value;
}

/* A word behind `@`: a coordinate, or a parameter's name and value. */
static void read_word(char *word, struct row *row)
{
    struct failure failure;
    char *equals = strchr(word, '=');
    if (equals == NULL) {
        ck_assert_uint_lt(row->n, POINT_MOST);
        row->point[row->n++] = read_number(word);
        return;
    }
    struct source_text source = { .name = "row", .bytes = word, .length = strlen(word) };
    ck_assert_int_eq(parameters_set(&row->parameters, &source, 0, (size_t)(equals - word),
                                    read_number(equals + 1), &failure),
                     STATUS_OK);
}

/* Read a line into a row that points into it; false for a comment or an empty line. */
static bool read_row(char *line, struct row *row)
{
    *row = (struct row){ .text = line };
    line[strcspn(line, "\n")] = '\0';
    char *arrow = strstr(line, " => ");
    if (line[0] == '#' || line[0] == '\0')
        return false;
    ck_assert_msg(arrow != NULL, "no value: %s", line);
    *arrow = '\0';
    row->is_error = strcmp(arrow + 4, "error") == 0;
    row->expected = row->is_error ? NAN : read_number(arrow + 4);
    char *at = strstr(line, " @");
    if (at != NULL) {
        *at = '\0';
        char *rest = NULL;
        for (char *word = strtok_r(at + 2, " ", &rest); word != NULL;
             word = strtok_r(NULL, " ", &rest))
            read_word(word, row);
    }
    row->n = row->n == 0 ? 2 : row->n;
    return true;
}

/* Call `visit` for each row of values.txt; returns how many there are. */
static int for_each_row(void (*visit)(const struct row *row, void *context), void *context)
{
    static const char path[] = TEST_DATA_DIR "/expr/values.txt";
    FILE *file = fopen(path, "r");
    ck_assert_ptr_nonnull(file);
    char line[LINE_SIZE];
    struct row row;
    int rows = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        if (!read_row(line, &row))
            continue;
        visit(&row, context);
        rows++;
    }
    fclose(file);
    return rows;
}

/* Whether the row is as it says; otherwise `got` is filled with what it is instead. */
static bool row_is_right(const struct row *row, char got[LINE_SIZE])
{
    struct compiled made;
    struct failure failure;
    double value = NAN;
    enum status status =
        compile(row->text, strlen(row->text), row->n, &row->parameters, &made, &failure);
    if (status == STATUS_OK) {
        value = value_at(&made, row->point);
        snprintf(got, LINE_SIZE, "%a (%.17g)", value, value);
    } else {
        snprintf(got, LINE_SIZE, "column %zu: %s", failure.column, failure.message);
    }
    compiled_free(&made);
    return row->is_error ? status == STATUS_USAGE
                         : status == STATUS_OK && same_bits(value, row->expected);
}

static void check_row(const struct row *row, void *context)
{
    int *wrong = context;
    char got[LINE_SIZE];
    if (row_is_right(row, got))
        return;
    fprintf(stderr, "'%s' at %g %g: %s, not %a\n", row->text, row->point[0], row->point[1], got,
            row->expected);
    (*wrong)++;
}

START_TEST(values)
{
    int wrong = 0;
    ck_assert_int_ge(for_each_row(check_row, &wrong), ROWS_LEAST);
    ck_assert_int_eq(wrong, 0);
}
END_TEST

/* Mark the operations and functions that a row's text and tape contain. */
struct named {
    bool operations[OPERATION_COUNT];
    const struct function *functions[512];
    size_t count;
};

static void note_node(struct named *named, const struct node *node)
{
    if (node->kind == NODE_OPERATION)
        named->operations[node->operation] = true;
    if (node->kind == NODE_CALL)
        named->operations[node->function->operation] = true;
    if (node->kind == NODE_CALL && named->count < 512)
        named->functions[named->count++] = node->function;
}

static void note_names(const struct row *row, void *context)
{
    struct named *named = context;
    struct compiled made;
    struct failure failure;
    if (compile(row->text, strlen(row->text), row->n, &row->parameters, &made, &failure) ==
        STATUS_OK) {
        const struct graph *graph = &made.program->graph;
        for (size_t i = 0; i < graph->count; i++)
            if (graph->vertices[i].kind == VERTEX_OPERATION)
                named->operations[graph->vertices[i].operation] = true;
        for (size_t i = 0; i < made.tree.count; i++)
            note_node(named, &made.tree.nodes[i]);
    }
    compiled_free(&made);
}

START_TEST(every_function_and_operation_has_a_row)
{
    static const char *const operations[] = {
#define OPERATION(name, operands, value) #name,
#include "expr/operations.def"
#undef OPERATION
    };
    static struct named named;
    /* Only derivatives have these. */
    named.operations[OPERATION_DIGAMMA] = named.operations[OPERATION_TRIGAMMA] = true;
    for_each_row(note_names, &named);
    ck_assert_uint_lt(named.count, 512);
    for (size_t i = 0; i < OPERATION_COUNT; i++)
        ck_assert_msg(named.operations[i], "no row with the operation %s", operations[i]);
    for (size_t i = 0; i < function_count(); i++) {
        bool found = false;
        for (size_t k = 0; k < named.count; k++)
            found = found || named.functions[k] == function_at(i);
        ck_assert_msg(found, "no row with the function %s", function_at(i)->name);
    }
}
END_TEST

/* Coordinates with specials among them. */
static double coordinate(size_t i, size_t axis)
{
    static const double specials[] = { 0, -0.0, INFINITY, -INFINITY, NAN, 1e308, 5e-324 };
    size_t mixed = (i * 2654435761u + axis * 40503u) % 1000;
    return mixed < 7 ? specials[mixed] : ((double)mixed - 500) / 97;
}

START_TEST(a_value_does_not_depend_on_its_place)
{
    static const char *const texts[] = {
        "sin(x)*exp(-y^2)", "sum(x**2)", "mod(x, y) + (x < y ? x^3 : gamma(y))", "norm(x)/mean(x)",
        "max(x, y, 0.5) - pow(abs(x), y)", "y", "3", "sigmoid(x) | !softplus(y)",
    };
    static double columns[2][POINTS], results[POINTS];
    const double *x[] = { columns[0], columns[1] };
    double *const outputs[] = { results };
    for (size_t i = 0; i < POINTS; i++)
        for (size_t axis = 0; axis < 2; axis++)
            columns[axis][i] = coordinate(i, axis);
    for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++) {
        struct compiled made;
        double alone[POINTS];
        compile_text(texts[t], 2, &made);
        for (size_t i = 0; i < POINTS; i++)
            alone[i] = value_at(&made, (const double[]){ columns[0][i], columns[1][i] });
        for (size_t count = 0; count <= POINTS; count++) {
            memset(results, 0x55, sizeof results);
            evaluator_run(made.evaluator, count, x, outputs);
            for (size_t i = 0; i < count; i++)
                if (!same_bits(results[i], alone[i]))
                    ck_abort_msg("%s: point %zu of %zu: %a, not %a", texts[t], i, count, results[i],
                                 alone[i]);
            if (count < POINTS)
                ck_assert_mem_eq(&results[count], "\x55\x55\x55\x55\x55\x55\x55\x55", 8);
        }
        compiled_free(&made);
    }
}
END_TEST

/* x**2 is x*x, as in NumPy; x^3 and x^4 are products too. */
START_TEST(small_powers_are_products)
{
    struct compiled square, cube, fourth;
    compile_text("x**2", 1, &square);
    compile_text("x^3", 1, &cube);
    compile_text("x^4", 1, &fourth);
    for (size_t i = 0; i < POINTS; i++) {
        double x = coordinate(i, 0) * 1.1;
        ck_assert(same_bits(value_at(&square, &x), x * x));
        ck_assert(same_bits(value_at(&cube, &x), x * x * x));
        ck_assert(same_bits(value_at(&fourth, &x), (x * x) * (x * x)));
    }
    compiled_free(&square);
    compiled_free(&cube);
    compiled_free(&fourth);
}
END_TEST

/* The value of a text without variables; NaN, with the failure filled, when there is none. */
static double constant(const char *text, size_t start, size_t end, struct failure *failure)
{
    struct source_text source = { .name = "--step", .bytes = text, .length = strlen(text) };
    double value = NAN;
    enum status status = evaluate_constant(&source, start, end, &no_parameters, &value, failure);
    ck_assert(status == STATUS_OK || isnan(value));
    failure->status = status;
    return value;
}

START_TEST(constants_of_a_part_of_a_text)
{
    struct failure failure;
    ck_assert_double_eq(constant("2*pi", 0, 4, &failure), 2 * 3.14159265358979323846);
    ck_assert_double_eq(constant("h=1e-4;", 2, 6, &failure), 1e-4);
    ck_assert_double_eq(constant("1+1", 0, 1, &failure), 1);
    ck_assert_double_eq(constant("1:2", 2, 3, &failure), 2);
    ck_assert_double_eq(constant("sum(3)", 0, 6, &failure), 3);
    constant("2e5", 0, 2, &failure);
    ck_assert_str_eq(failure.message, "an exponent needs digits; to multiply by e write '2*e'");
    constant("a=1+y", 2, 5, &failure);
    ck_assert_int_eq(failure.status, STATUS_USAGE);
    ck_assert_str_eq(failure.message, "a number is wanted here, not a variable");
    ck_assert_uint_eq(failure.column, 5);
    constant("1+", 0, 2, &failure);
    ck_assert_uint_eq(failure.column, 3);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, values);
    tcase_add_test(cases, every_function_and_operation_has_a_row);
    tcase_add_test(cases, a_value_does_not_depend_on_its_place);
    tcase_add_test(cases, small_powers_are_products);
    tcase_add_test(cases, constants_of_a_part_of_a_text);
}

SUITE_MAIN("expr evaluate", add_cases)
