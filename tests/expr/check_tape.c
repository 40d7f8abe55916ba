/* Tests src/expr/graph.c and tape.c: what is computed once, what a tape reads and needs. */
#include "../suite.h"

#include <stdio.h>
#include <stdlib.h>

#include "compile.h"
#include "expr/program_graph.h"
#include "expr/tape.h"

enum { ENTRIES = 1000, TEMPORARIES_MOST = 64 };

/* The tape of a text whose variables are columns and whose numbers are scalars. */
static struct tape tape_of(const char *text, size_t n, struct compiled *made)
{
    compile_text(text, n, made);
    const struct program *program = made->program;
    struct input *inputs = calloc(program->graph.count, sizeof *inputs);
    struct tape tape;
    for (size_t i = 0; i < program->graph.count; i++) {
        const struct vertex *vertex = &program->graph.vertices[i];
        inputs[i].index = (uint32_t)i;
        inputs[i].role = vertex->kind == VERTEX_VARIABLE   ? ROLE_COLUMN
                         : vertex->kind == VERTEX_CONSTANT ? ROLE_SCALAR
                                                           : ROLE_COMPUTED;
    }
    ck_assert_int_eq(tape_write(&program->graph, inputs, program->results,
                                program->results_count, &tape),
                     STATUS_OK);
    free(inputs);
    return tape;
}

/* Long sums hold one entry at a time, however they are written. */
START_TEST(temporaries_are_few)
{
    static const struct {
        const char *text;
        size_t most;
    } rows[] = {
        { "sum(x)", 0 },
        { "sum(x**2)", 1 },
        { "sum(sin(x)*cos(x) + x^3/7)", 2 },
        { "norm(x - mean(x))", 2 },
        { "sum(max(x*x, 1, 2*x))", 3 },
        { "v = sin(x); dot(v, v)", 2 },
        { "sum((x[1:] - x[:-1]^2)^2)", 2 },
        { "sum(x*norm(x))", 2 },
        { "x + (y + (z + (x*y + (y*z + x*z))))", 1 },
        { "((x + 1)*(y + 1) + (x + 2)*(y + 2))*((x + 3)*(y + 3) + (x + 4)*(y + 4))", 3 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct compiled made;
        size_t n = strstr(rows[i].text, "z") != NULL   ? 3
                   : strstr(rows[i].text, "y") != NULL ? 2
                                                       : ENTRIES;
        struct tape tape = tape_of(rows[i].text, n, &made);
        /* Between two pieces one more is kept. */
        size_t most = rows[i].most + (tape.pieces_count > 1);
        ck_assert_msg(tape.temporaries <= most, "%s: %zu temporaries", rows[i].text,
                      tape.temporaries);
        tape_free(&tape);
        compiled_free(&made);
    }
}
END_TEST

/* What is written twice is computed once, and what depends on nothing when it is compiled. */
START_TEST(operations_are_few)
{
    static const struct {
        const char *text;
        size_t operations;
    } rows[] = {
        { "7", 0 },
        { "x", 0 },
        { "2*pi*sin(1)", 0 },
        { "x*y + x*y", 2 },
        { "sin(x + y)*cos(x + y)", 4 },
        { "(x - y)^2 + (x - y)^2 + (x - y)^2", 4 },
        { "x*(3 - 1)", 1 },
        { "exp(x)/(1 + exp(x))", 3 },
        { "x - y + (y - x)", 3 },
        { "0*x", 1 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct compiled made;
        struct tape tape = tape_of(rows[i].text, 2, &made);
        ck_assert_msg(tape.operations == rows[i].operations, "%s: %zu operations", rows[i].text,
                      tape.operations);
        tape_free(&tape);
        compiled_free(&made);
    }
}
END_TEST

/* 0 and -0 are different numbers, and so are the values that they make. */
START_TEST(zeros_are_kept_apart)
{
    struct compiled made;
    double x = 5;
    compile_text("1/(0*x) + 0*(1/(-0*x))", 1, &made);
    ck_assert(isnan(value_at(&made, &x)));
    compiled_free(&made);
    compile_text("atan2(0, x) - atan2(-0, -x)", 1, &made);
    ck_assert_double_eq(value_at(&made, &x), 3.14159265358979323846);
    compiled_free(&made);
}
END_TEST

static bool reads(const struct step *step, size_t k)
{
    if (step->opcode == OPCODE_APPLY)
        return (int)k != step->position &&
               (int)k < operation_operands((enum operation)step->operation);
    return k <= 1 && step->opcode < OPCODE_NEGATE; /* [1] is column 0 where it is not used */
}

/* Every step reads columns, scalars and temporaries that were stored, and nothing else. */
static void check_steps(const char *text, const struct tape *tape, const struct graph *graph)
{
    bool stored[TEMPORARIES_MOST] = { false };
    for (size_t i = 0; i < tape->count; i++) {
        const struct step *step = &tape->steps[i];
        for (size_t k = 0; k < OPERANDS_MOST; k++) {
            const struct operand *operand = &step->operands[k];
            if (!reads(step, k))
                continue;
            size_t most = operand->place == PLACE_TEMPORARY ? tape->temporaries : graph->count;
            ck_assert_msg(operand->index < most, "%s: step %zu reads %u", text, i, operand->index);
            if (operand->place == PLACE_TEMPORARY)
                ck_assert_msg(stored[operand->index], "%s: step %zu reads an empty temporary",
                              text, i);
        }
        if (step->opcode == OPCODE_STORE)
            stored[step->operands[0].index] = true;
    }
}

/* What begins with a column and a scalar takes one step, whichever stands first. */
START_TEST(a_column_and_a_scalar_take_one_step)
{
    static const struct {
        const char *text;
        enum opcode opcode;
        double at_5;
    } rows[] = {
        { "x + 2", OPCODE_ADD_COLUMN_AND_SCALAR, 7 },
        { "2 + x", OPCODE_ADD_COLUMN_AND_SCALAR, 7 },
        { "x - 2", OPCODE_SUBTRACT_COLUMN_AND_SCALAR, 3 },
        { "2 - x", OPCODE_SUBTRACT_FROM_COLUMN_AND_SCALAR, -3 },
        { "x/2", OPCODE_DIVIDE_COLUMN_AND_SCALAR, 2.5 },
        { "2/x", OPCODE_DIVIDE_INTO_COLUMN_AND_SCALAR, 0.4 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct compiled made;
        struct tape tape = tape_of(rows[i].text, 1, &made);
        double x = 5;
        ck_assert_uint_eq(tape.count, 2);
        ck_assert_int_eq(tape.steps[0].opcode, rows[i].opcode);
        ck_assert_double_eq(value_at(&made, &x), rows[i].at_5);
        tape_free(&tape);
        compiled_free(&made);
    }
}
END_TEST

START_TEST(a_tape_reads_what_is_there)
{
    static const char *const texts[] = {
        "x", "7", "x*x + x*x", "(x+y)*(x+y) - (x-y)^2", "sum((x - mean(x))^2/norm(x))",
        "x > y ? sin(x) : cos(y)", "clamp(x*y, x - 1, y + 1)", "max(x*y, x+y, x-y, x/y)",
        "2 + 0*sum(x)", "mean(4)", "1 ? x : x",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct compiled made;
        struct tape tape = tape_of(texts[i], 5, &made);
        ck_assert_uint_lt(tape.temporaries, TEMPORARIES_MOST);
        check_steps(texts[i], &tape, &made.program->graph);
        ck_assert_int_eq(tape.steps[tape.count - 1].opcode, OPCODE_OUTPUT);
        ck_assert_int_eq(tape.steps[tape.count].opcode, OPCODE_END);
        tape_free(&tape);
        compiled_free(&made);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, temporaries_are_few);
    tcase_add_test(cases, a_column_and_a_scalar_take_one_step);
    tcase_add_test(cases, operations_are_few);
    tcase_add_test(cases, zeros_are_kept_apart);
    tcase_add_test(cases, a_tape_reads_what_is_there);
}

SUITE_MAIN("expr tape", add_cases)
