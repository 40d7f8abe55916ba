/* Tests src/expr/tape_run.c: long tapes run in pieces, with the same bits, and can be stopped. */
#include "../suite.h"

#include <stdlib.h>

#include "compile.h"
#include "expr/grid.h"
#include "expr/program_graph.h"
#include "expr/tape.h"

enum {
    ENTRIES = 1500,
    POINTS = 200, /* no whole number of tiles */
    COLUMNS = 37,
    ROWS = 5,
    STEP_COST_MOST = 256 /* of one step of a tape, about */
};

/* Answers GO_ON so many times, then STOP; and what was done since it was last asked. */
struct questions {
    size_t left;
    size_t asked;
    size_t done; /* steps times points */
    size_t done_most;
};

static enum interruption_answer ask(void *context)
{
    struct questions *questions = context;
    questions->asked++;
    if (questions->done > questions->done_most)
        questions->done_most = questions->done;
    questions->done = 0;
    if (questions->left == 0)
        return INTERRUPTION_STOP;
    questions->left--;
    return INTERRUPTION_GO_ON;
}

/* The sum of what a short tape says of each entry. */
static double sum_of(const char *entry, const double *point)
{
    struct compiled made;
    compile_text(entry, 1, &made);
    double sum = value_at(&made, &point[0]);
    for (size_t k = 1; k < ENTRIES; k++)
        sum += value_at(&made, &point[k]);
    compiled_free(&made);
    return sum;
}

static double *random_columns(const double **columns)
{
    double *numbers = calloc(ENTRIES, POINTS * sizeof *numbers);
    ck_assert_ptr_nonnull(numbers);
    for (size_t i = 0; i < (size_t)ENTRIES * POINTS; i++)
        numbers[i] = (double)(i * 7919 % 4001) / 1000 - 2;
    for (size_t k = 0; k < ENTRIES; k++)
        columns[k] = numbers + k * POINTS;
    return numbers;
}

START_TEST(pieces_have_the_bits_of_the_whole)
{
    const char *const sums[][2] = { { "sum(sin(x)*x)", "sin(x)*x" },
                                    { "sum(mod(x, 0.3) + x^2)", "mod(x, 0.3) + x^2" } };
    const double *columns[ENTRIES];
    double *numbers = random_columns(columns);
    for (size_t s = 0; s < sizeof sums / sizeof sums[0]; s++) {
        struct compiled made;
        double values[POINTS];
        double *const results[] = { values };
        compile_text(sums[s][0], ENTRIES, &made);
        evaluator_run(made.evaluator, POINTS, columns, results);
        for (size_t i = 0; i < POINTS; i += 67) {
            double point[ENTRIES];
            for (size_t k = 0; k < ENTRIES; k++)
                point[k] = columns[k][i];
            ck_assert(same_bits(values[i], sum_of(sums[s][1], point)));
        }
        compiled_free(&made);
    }
    free(numbers);
}
END_TEST

static struct questions *counted;

static void count_machine(const struct kernel_run *run)
{
    size_t steps = 1;
    for (const struct step *step = run->steps; step->opcode != OPCODE_END; step++)
        steps++;
    counted->done += steps * (run->end - run->start);
}

static void write_tape(const struct compiled *made, struct tape *tape)
{
    const struct program *program = made->program;
    struct input *inputs = calloc(program->graph.count, sizeof *inputs);
    ck_assert_ptr_nonnull(inputs);
    for (size_t i = 0; i < program->graph.count; i++) {
        enum vertex_kind kind = program->graph.vertices[i].kind;
        inputs[i].role = kind == VERTEX_VARIABLE   ? ROLE_COLUMN
                         : kind == VERTEX_CONSTANT ? ROLE_SCALAR
                                                   : ROLE_COMPUTED;
    }
    ck_assert_int_eq(tape_write(&program->graph, inputs, program->results,
                                program->results_count, tape),
                     STATUS_OK);
    free(inputs);
}

/* Whatever the length of the tape and of the row, it is asked in time. */
START_TEST(little_is_done_between_two_questions)
{
    static const char *const texts[] = { "x + 1", "sum(x*x + sin(x))", "sum(x)", "norm(x)" };
    static const size_t rows[] = { 128, 1280, 1 << 20 };
    /* The longest row has only more of the same, and here nothing is computed in it. */
    const size_t rows_count = sizeof rows / sizeof rows[0] - (suite_under_valgrind() ? 1 : 0);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        for (size_t r = 0; r < rows_count; r++) {
            struct compiled made;
            struct tape tape;
            struct questions questions = { .left = SIZE_MAX };
            struct interruption interruption;
            struct kernel_run run = { .start = 0, .end = rows[r] };
            compile_text(texts[i], i == 0 ? 1 : ENTRIES, &made);
            write_tape(&made, &tape);
            counted = &questions;
            interruption_begin(&interruption, ask, &questions);
            ck_assert(tape_run(&tape, &run, count_machine, KERNEL_POINTS_MOST, 1, &interruption));
            ask(&questions);
            ck_assert_uint_le(questions.done_most, 2 * (size_t)INTERRUPTION_WORK +
                                                       STEP_COST_MOST * KERNEL_POINTS_MOST);
            tape_free(&tape);
            compiled_free(&made);
        }
    }
}
END_TEST

/* Whenever it is stopped the end comes soon, and nothing looks like a number. */
START_TEST(what_is_stopped_is_nothing)
{
    const double *columns[ENTRIES];
    double *numbers = random_columns(columns);
    double values[POINTS];
    double *const results[] = { values };
    struct compiled made;
    struct interruption interruption;
    compile_text("sum(sin(x)*x)", ENTRIES, &made);
    evaluator_set_interruption(made.evaluator, &interruption);
    for (size_t left = 0;; left++) {
        struct questions questions = { .left = left };
        interruption_begin(&interruption, ask, &questions);
        evaluator_run(made.evaluator, POINTS, columns, results);
        ck_assert_uint_le(questions.asked, left + 1);
        if (questions.asked <= left)
            break;
        for (size_t i = 0; i < POINTS; i++)
            ck_assert(isnan(values[i]));
        ck_assert_uint_lt(left, 1000);
    }
    for (size_t i = 0; i < POINTS; i++)
        ck_assert(!isnan(values[i]));
    compiled_free(&made);
    free(numbers);
}
END_TEST

START_TEST(a_stopped_grid_is_nothing)
{
    static const struct shift none = { { 0, 0 } };
    double x0[COLUMNS];
    double x1[ROWS];
    double values[COLUMNS * ROWS];
    double whole[COLUMNS * ROWS];
    double *const results[] = { values };
    double *const expected[] = { whole };
    struct places places = { .columns = COLUMNS, .rows = ROWS, .x0 = x0, .x1 = x1 };
    struct compiled made;
    struct interruption interruption;
    compile_text("sum(sin(x0*x1*arange(900)))", 2, &made);
    struct grid_evaluator *grid = grid_evaluator_new(made.program);
    ck_assert_ptr_nonnull(grid);
    for (int i = 0; i < COLUMNS; i++)
        x0[i] = i / 8.0;
    for (int i = 0; i < ROWS; i++)
        x1[i] = 1 - i / 3.0;
    grid_evaluator_run(grid, &places, &none, expected);
    grid_evaluator_set_interruption(grid, &interruption);
    for (size_t left = 0;; left += 7) {
        struct questions questions = { .left = left };
        interruption_begin(&interruption, ask, &questions);
        grid_evaluator_run(grid, &places, &none, results);
        if (questions.asked <= left)
            break;
        for (size_t i = 0; i < COLUMNS * ROWS; i++)
            ck_assert(isnan(values[i]));
    }
    for (size_t i = 0; i < COLUMNS * ROWS; i++)
        ck_assert(same_bits(values[i], whole[i]));
    grid_evaluator_free(grid);
    compiled_free(&made);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, pieces_have_the_bits_of_the_whole);
    tcase_add_test(cases, little_is_done_between_two_questions);
    tcase_add_test(cases, what_is_stopped_is_nothing);
    tcase_add_test(cases, a_stopped_grid_is_nothing);
}

SUITE_MAIN("expr tape_run", add_cases)
