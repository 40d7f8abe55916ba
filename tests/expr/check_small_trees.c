/*
 * Tests graph.c, tape.c and the kernels in src/expr together: every operation of operations of
 * special numbers, as numbers and as variables.
 */
#include "../suite.h"

#include <float.h>
#include <stdalign.h>
#include <stdbool.h>

#include "compile.h"
#include "expr/program_graph.h"
#include "plain_values.h"

enum {
    LEAVES = 8, /* a power of two, so that a point's number is written in it */
    LEAF_BITS = 3,
    VARIABLES_HERE = 2 * OPERANDS_MOST,
    POINTS_MOST = 1 << (LEAF_BITS * 5), /* of five variables: three of one operation, two more */
    VALUES_MOST = 2000,
    GRAPH_MOST = 2000, /* vertices of a graph that is filled with numbers */
    ULPS_MOST = 8
};

static const double leaves[LEAVES] = { 0, -0.0, 1, -1, 5e-324, 1e308, INFINITY, NAN };

static const char *const names[] = {
#define OPERATION(name, operands, value) #name,
#include "expr/operations.def"
#undef OPERATION
};

/* How many of the cases are left out for each that is tried, where each takes long. */
static size_t stride(size_t under_valgrind)
{
    return getenv("TEST_UNDER_VALGRIND") == NULL ? 1 : under_valgrind;
}

/* What trees of depth 1 and leaves can be, each value once. */
struct values {
    double of[VALUES_MOST];
    size_t count;
};

static void add_value(struct values *values, double value)
{
    for (size_t i = 0; i < values->count; i++)
        if (same_bits(values->of[i], value))
            return;
    ck_assert_uint_lt(values->count, VALUES_MOST);
    values->of[values->count++] = value;
}

static double leaf_at(size_t point, size_t variable)
{
    return leaves[point >> (LEAF_BITS * variable) & (LEAVES - 1)];
}

static struct values *values_of_depth_1(void)
{
    static struct values values;
    for (size_t i = 0; i < LEAVES; i++)
        add_value(&values, leaves[i]);
    for (int operation = 0; operation < OPERATION_COUNT; operation++) {
        size_t points = (size_t)1 << (LEAF_BITS * operation_operands((enum operation)operation));
        for (size_t i = 0; i < points; i++)
            add_value(&values, plain_value((enum operation)operation, leaf_at(i, 0),
                                           leaf_at(i, 1), leaf_at(i, 2)));
    }
    return &values;
}

/* Special values the same, and finite ones so close that only the last digits differ. */
static bool close_enough(double got, double expected)
{
    if (isnan(got) || isnan(expected) || got == expected)
        return same_bits(got, expected);
    if (isinf(got) || isinf(expected))
        return false;
    double magnitude = fmax(fabs(expected), DBL_MIN);
    return fabs(got - expected) <= ULPS_MOST * (nextafter(magnitude, INFINITY) - magnitude);
}

/* A tile's operands, filled one point after another. */
struct tile {
    alignas(KERNEL_ALIGNMENT) double operands[OPERANDS_MOST][KERNEL_POINTS_MOST];
    size_t count;
};

static void compare_tile(const struct kernels *kernels, enum operation operation,
                         struct tile *tile)
{
    alignas(KERNEL_ALIGNMENT) double out[KERNEL_POINTS_MOST];
    const double *const operands[] = { tile->operands[0], tile->operands[1], tile->operands[2] };
    bool exact = strcmp(kernels->name, "plain") == 0;
    kernels->operations[operation](operands, out);
    for (size_t i = 0; i < tile->count; i++) {
        double expected =
            plain_value(operation, operands[0][i], operands[1][i], operands[2][i]);
        if (exact ? !same_bits(out[i], expected) : !close_enough(out[i], expected))
            ck_abort_msg("%s %s of %a, %a, %a is %a, not %a", kernels->name, names[operation],
                         operands[0][i], operands[1][i], operands[2][i], out[i], expected);
    }
    tile->count = 0;
}

/* The operands of every point that is made of depth-1 values; the third is a leaf. */
static void compare_values(const struct kernels *kernels, enum operation operation,
                           const struct values *values)
{
    struct tile tile = { .count = 0 };
    int operands = operation_operands(operation);
    size_t seconds = operands > 1 ? values->count : 1;
    size_t thirds = operands > 2 ? LEAVES : 1;
    size_t step = stride(97);
    for (size_t i = 0; i < values->count * seconds * thirds; i += step) {
        tile.operands[0][tile.count] = values->of[i / thirds / seconds];
        tile.operands[1][tile.count] = values->of[i / thirds % seconds];
        tile.operands[2][tile.count] = leaves[i % thirds];
        if (++tile.count == kernels->points_tile)
            compare_tile(kernels, operation, &tile);
    }
    compare_tile(kernels, operation, &tile);
}

START_TEST(operations_of_values)
{
    const struct kernels *kernels = kernels_at((size_t)_i);
    const struct values *values = values_of_depth_1();
    for (int i = 0; kernels != NULL && i < OPERATION_COUNT; i++)
        compare_values(kernels, (enum operation)i, values);
}
END_TEST

/* What ck_assert does too, but that notes every call in a file, which takes long here. */
static void need(bool made)
{
    if (!made)
        ck_abort_msg("memory is short");
}

static vertex_index constant_vertex(struct graph *graph, double constant)
{
    vertex_index index;
    need(graph_constant(graph, constant, &index) == STATUS_OK);
    return index;
}

static vertex_index operation_vertex(struct graph *graph, enum operation operation,
                                     const vertex_index operands[OPERANDS_MOST])
{
    vertex_index index;
    need(graph_operation(graph, operation, operands, &index) == STATUS_OK);
    return index;
}

/* An operation on numbers is a number, and so is one on what came of that. */
static void compare_folded(enum operation operation, const struct values *values)
{
    struct graph graph = graph_begin(kernels_find("plain"));
    int operands = operation_operands(operation);
    size_t seconds = operands > 1 ? values->count : 1;
    size_t thirds = operands > 2 ? LEAVES : 1;
    size_t step = stride(997);
    for (size_t i = 0; i < values->count * seconds * thirds; i += step) {
        const double at[] = { values->of[i / thirds / seconds], values->of[i / thirds % seconds],
                              leaves[i % thirds] };
        const vertex_index folded[] = { constant_vertex(&graph, at[0]),
                                        constant_vertex(&graph, at[1]),
                                        constant_vertex(&graph, at[2]) };
        const struct vertex *vertex =
            &graph.vertices[operation_vertex(&graph, operation, folded)];
        double expected = plain_value(operation, at[0], at[1], at[2]);
        if (vertex->kind != VERTEX_CONSTANT || !same_bits(vertex->constant, expected))
            ck_abort_msg("%s of %a, %a, %a is folded to %a, not %a", names[operation], at[0],
                         at[1], at[2], vertex->constant, expected);
        if (graph.count > GRAPH_MOST)
            graph_free(&graph);
    }
    graph_free(&graph);
}

START_TEST(folded_numbers)
{
    const struct values *values = values_of_depth_1();
    for (int i = 0; i < OPERATION_COUNT; i++)
        compare_folded((enum operation)i, values);
}
END_TEST

/* An operand of the outer operation: another operation, or a leaf. */
struct branch {
    bool is_leaf;
    enum operation operation;
    size_t first; /* its first variable */
};

/* The tree being tried, and room for the values of its parts at every point. */
struct trial {
    const struct kernels *kernels;
    enum operation outer;
    struct branch branches[OPERANDS_MOST];
    size_t variables;
    alignas(KERNEL_ALIGNMENT) double columns[VARIABLES_HERE][POINTS_MOST];
    alignas(KERNEL_ALIGNMENT) double parts[OPERANDS_MOST][POINTS_MOST];
    alignas(KERNEL_ALIGNMENT) double expected[POINTS_MOST];
    double got[POINTS_MOST];
};

static struct trial *trial_begin(const struct kernels *kernels)
{
    static struct trial trial;
    trial.kernels = kernels;
    for (size_t k = 0; k < VARIABLES_HERE; k++)
        for (size_t i = 0; i < POINTS_MOST; i++)
            trial.columns[k][i] = leaf_at(i, k);
    return &trial;
}

/* Carry out an operation as it is, tile by tile. */
static void apply(const struct kernels *kernels, enum operation operation, size_t count,
                  const double *const from[OPERANDS_MOST], double *out)
{
    for (size_t i = 0; i < count; i += kernels->points_tile) {
        const double *const operands[] = { from[0] + i, from[1] + i, from[2] + i };
        kernels->operations[operation](operands, out + i);
    }
}

/* The values that the tree's operations have one after another. */
static void expect(struct trial *trial, size_t count)
{
    const double *operands[OPERANDS_MOST] = { trial->columns[0], trial->columns[0],
                                              trial->columns[0] };
    int most = operation_operands(trial->outer);
    for (int k = 0; k < most; k++) {
        const struct branch *branch = &trial->branches[k];
        const double *from[OPERANDS_MOST] = { NULL, NULL, NULL };
        operands[k] = trial->columns[branch->first];
        if (branch->is_leaf)
            continue;
        for (size_t i = 0; i < OPERANDS_MOST; i++)
            from[i] = trial->columns[branch->first + i < VARIABLES_HERE ? branch->first + i : 0];
        apply(trial->kernels, branch->operation, count, from, trial->parts[k]);
        operands[k] = trial->parts[k];
    }
    apply(trial->kernels, trial->outer, count, operands, trial->expected);
}

static vertex_index variable_vertex(struct graph *graph, size_t variable)
{
    vertex_index index;
    need(graph_variable(graph, (uint32_t)variable, &index) == STATUS_OK);
    return index;
}

static vertex_index branch_vertex(struct graph *graph, const struct branch *branch)
{
    vertex_index operands[OPERANDS_MOST] = { 0, 0, 0 };
    if (branch->is_leaf)
        return variable_vertex(graph, branch->first);
    for (int k = 0; k < operation_operands(branch->operation); k++)
        operands[k] = variable_vertex(graph, branch->first + (size_t)k);
    return operation_vertex(graph, branch->operation, operands);
}

/* Evaluate the tree with its tape. */
static void run(struct trial *trial, size_t count)
{
    vertex_index operands[OPERANDS_MOST] = { 0, 0, 0 };
    vertex_index result;
    struct program program = { .graph = graph_begin(trial->kernels),
                               .results = &result, .results_count = 1 };
    const double *columns[VARIABLES_HERE];
    double *results[] = { trial->got };
    for (int k = 0; k < operation_operands(trial->outer); k++)
        operands[k] = branch_vertex(&program.graph, &trial->branches[k]);
    result = operation_vertex(&program.graph, trial->outer, operands);
    struct evaluator *evaluator = evaluator_new(&program);
    need(evaluator != NULL);
    for (size_t k = 0; k < VARIABLES_HERE; k++)
        columns[k] = trial->columns[k];
    evaluator_run(evaluator, count, columns, results);
    evaluator_free(evaluator);
    graph_free(&program.graph);
}

/* The first `count` points of the tree, each variable every leaf when these are all. */
static void compare_tree(struct trial *trial, size_t count)
{
    expect(trial, count);
    run(trial, count);
    for (size_t i = 0; i < count; i++)
        if (!same_bits(trial->got[i], trial->expected[i]))
            ck_abort_msg("%s: %s of %s, %s: point %zu is %a, not %a", trial->kernels->name,
                         names[trial->outer], names[trial->branches[0].operation],
                         names[trial->branches[1].operation], i, trial->got[i],
                         trial->expected[i]);
}

/* Lay out one inner operation at `position` and leaves beside it; returns the points to try. */
static size_t lay_out(struct trial *trial, enum operation outer, enum operation inner,
                      int position)
{
    size_t variables = 0;
    trial->outer = outer;
    for (int k = 0; k < operation_operands(outer); k++) {
        struct branch *branch = &trial->branches[k];
        *branch = (struct branch){ .is_leaf = k != position, .operation = inner,
                                   .first = variables };
        variables += k == position ? (size_t)operation_operands(inner) : 1;
    }
    return (size_t)1 << (LEAF_BITS * variables);
}

/* Every operation of an operation and leaves, at every choice of leaves. */
START_TEST(one_operation_in_another)
{
    const struct kernels *kernels = kernels_at((size_t)_i);
    struct trial *trial = kernels == NULL ? NULL : trial_begin(kernels);
    size_t step = stride(37);
    for (size_t shape = 0; trial != NULL && shape < OPERATION_COUNT * OPERATION_COUNT;
         shape += step) {
        enum operation outer = (enum operation)(shape / OPERATION_COUNT);
        enum operation inner = (enum operation)(shape % OPERATION_COUNT);
        for (int position = 0; position < operation_operands(outer); position++)
            compare_tree(trial, lay_out(trial, outer, inner, position));
    }
}
END_TEST

/* Lay out two inner operations; returns the points to try, as many as a tile has. */
static size_t lay_out_two(struct trial *trial, size_t shape)
{
    enum operation inner[] = { (enum operation)(shape / OPERATION_COUNT % OPERATION_COUNT),
                               (enum operation)(shape % OPERATION_COUNT) };
    size_t first = 0;
    trial->outer = (enum operation)(shape / OPERATION_COUNT / OPERATION_COUNT);
    for (int k = 0; k < OPERANDS_MOST; k++)
        trial->branches[k] = (struct branch){ .is_leaf = k == 2, .first = 0 };
    for (int k = 0; k < 2; k++) {
        trial->branches[k].operation = inner[k];
        trial->branches[k].first = first;
        first = shape % 2 == 0 ? (size_t)operation_operands(inner[0]) : 0;
    }
    return trial->kernels->points_tile;
}

/* Every operation of two operations, of other variables or of the same. */
START_TEST(two_operations_in_another)
{
    struct trial *trial = trial_begin(kernels_best());
    size_t shapes = (size_t)OPERATION_COUNT * OPERATION_COUNT * OPERATION_COUNT;
    size_t step = stride(499);
    for (size_t shape = 0; shape < shapes; shape += step) {
        size_t points = lay_out_two(trial, shape);
        if (operation_operands(trial->outer) > 1)
            compare_tree(trial, points);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    int sets = (int)kernels_count();
    tcase_add_loop_test(cases, operations_of_values, 0, sets);
    tcase_add_test(cases, folded_numbers);
    tcase_add_loop_test(cases, one_operation_in_another, 0, sets);
    tcase_add_test(cases, two_operations_in_another);
}

SUITE_MAIN("expr small trees", add_cases)
