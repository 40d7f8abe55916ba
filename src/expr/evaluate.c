/* Running a program over many points. */
#include "expr/evaluate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "expr/kernel_memory.h"
#include "expr/parse.h"
#include "expr/program_graph.h"
#include "expr/tape.h"

struct evaluator {
    const struct kernels *kernels;
    struct tape tape;
    uint32_t *variables; /* which variable each column of the tape is */
    size_t columns_count;
    double *scalars; /* the program's numbers */
    double *temporaries;
    const double **columns; /* where the tape finds them during a run */
    double **outputs;
    size_t results_count;
    double *rest; /* a tile of each column and result, for the points that fill no tile */
    struct interruption *interruption; /* not owned; NULL: none */
};

/* Give every variable a column and every number a scalar. */
static void assign_inputs(struct evaluator *evaluator, const struct graph *graph,
                          struct input *inputs)
{
    size_t scalars = 0;
    for (size_t i = 0; i < graph->count; i++) {
        const struct vertex *vertex = &graph->vertices[i];
        inputs[i] = (struct input){ .role = ROLE_COMPUTED };
        if (vertex->kind == VERTEX_VARIABLE) {
            inputs[i] = (struct input){ ROLE_COLUMN, (uint32_t)evaluator->columns_count };
            evaluator->variables[evaluator->columns_count++] = vertex->variable;
        } else if (vertex->kind == VERTEX_CONSTANT) {
            inputs[i] = (struct input){ ROLE_SCALAR, (uint32_t)scalars };
            evaluator->scalars[scalars++] = vertex->constant;
        }
    }
}

static enum status write_tape(struct evaluator *evaluator, const struct program *program)
{
    const struct graph *graph = &program->graph;
    struct input *inputs = array_resize(NULL, graph->count, sizeof *inputs);
    enum status status = STATUS_FAILED;
    evaluator->variables = array_resize(NULL, graph->count, sizeof *evaluator->variables);
    evaluator->scalars = array_resize(NULL, graph->count, sizeof *evaluator->scalars);
    if (inputs != NULL && evaluator->variables != NULL && evaluator->scalars != NULL) {
        assign_inputs(evaluator, graph, inputs);
        status = tape_write(graph, inputs, program->results, program->results_count,
                            &evaluator->tape);
    }
    free(inputs);
    return status;
}

/* Get the memory that runs need; false when it is short. */
static bool allocate(struct evaluator *evaluator)
{
    size_t columns = evaluator->columns_count;
    size_t arrays = columns + evaluator->results_count;
    evaluator->columns = array_resize(NULL, columns, sizeof *evaluator->columns);
    evaluator->outputs =
        array_resize(NULL, evaluator->results_count, sizeof *evaluator->outputs);
    evaluator->rest =
        array_resize(NULL, arrays, evaluator->kernels->points_tile * sizeof *evaluator->rest);
    evaluator->temporaries = kernel_memory_new(evaluator->tape.temporaries, KERNEL_POINTS_MOST);
    return evaluator->columns != NULL && evaluator->outputs != NULL && evaluator->rest != NULL &&
           evaluator->temporaries != NULL;
}

struct evaluator *evaluator_new(const struct program *program)
{
    struct evaluator *made = calloc(1, sizeof *made);
    if (made == NULL)
        return NULL;
    made->kernels = program->graph.kernels;
    made->results_count = program->results_count;
    if (write_tape(made, program) != STATUS_OK || !allocate(made)) {
        evaluator_free(made);
        return NULL;
    }
    return made;
}

void evaluator_free(struct evaluator *evaluator)
{
    if (evaluator == NULL)
        return;
    tape_free(&evaluator->tape);
    free(evaluator->variables);
    free(evaluator->scalars);
    free(evaluator->temporaries);
    free(evaluator->columns);
    free(evaluator->outputs);
    free(evaluator->rest);
    free(evaluator);
}

size_t evaluator_operations(const struct evaluator *evaluator)
{
    return evaluator->tape.operations;
}

size_t evaluator_cost(const struct evaluator *evaluator)
{
    return evaluator->tape.cost;
}

void evaluator_set_interruption(struct evaluator *evaluator, struct interruption *interruption)
{
    evaluator->interruption = interruption;
}

static void run_tiles(const struct evaluator *evaluator, size_t end)
{
    struct kernel_run run = {
        .columns = evaluator->columns, .scalars = evaluator->scalars,
        .temporaries = evaluator->temporaries, .outputs = evaluator->outputs, .end = end
    };
    tape_run(&evaluator->tape, &run, evaluator->kernels->run_points,
             evaluator->kernels->points_tile, 1, evaluator->interruption);
}

/*
 * Run the `count` points from `start` that fill no tile: they are copied, and the last of them is
 * repeated, since another number could take a slow path.
 */
static void run_rest(struct evaluator *evaluator, size_t start, size_t count,
                     const double *const *x, double *const *results)
{
    size_t tile = evaluator->kernels->points_tile;
    for (size_t c = 0; c < evaluator->columns_count; c++) {
        const double *column = x[evaluator->variables[c]] + start;
        double *copy = evaluator->rest + c * tile;
        for (size_t i = 0; i < tile; i++)
            copy[i] = column[i < count ? i : count - 1];
        evaluator->columns[c] = copy;
    }
    for (size_t k = 0; k < evaluator->results_count; k++)
        evaluator->outputs[k] = evaluator->rest + (evaluator->columns_count + k) * tile;
    run_tiles(evaluator, tile);
    for (size_t k = 0; k < evaluator->results_count; k++)
        memcpy(results[k] + start, evaluator->outputs[k], count * sizeof *results[k]);
}

/* Store what stands for nothing. */
static void forget(const struct evaluator *evaluator, size_t count, double *const *results)
{
    for (size_t k = 0; k < evaluator->results_count; k++)
        for (size_t i = 0; i < count; i++)
            results[k][i] = (double)NAN;
}

void evaluator_run(struct evaluator *evaluator, size_t count, const double *const *x,
                   double *const *results)
{
    size_t rest = count % evaluator->kernels->points_tile;
    for (size_t c = 0; c < evaluator->columns_count; c++)
        evaluator->columns[c] = x[evaluator->variables[c]];
    for (size_t k = 0; k < evaluator->results_count; k++)
        evaluator->outputs[k] = results[k];
    run_tiles(evaluator, count - rest);
    if (rest > 0)
        run_rest(evaluator, count - rest, rest, x, results);
    if (interruption_is_stopped(evaluator->interruption))
        forget(evaluator, count, results);
}

/* Refuse a text that has variables, pointing at the first. */
static enum status refuse_variables(const struct source_text *source, const struct tree *tree,
                                    struct failure *failure)
{
    for (size_t i = 0; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->kind == NODE_VARIABLE || node->kind == NODE_VECTOR)
            return failure_at(failure, source, node->start, node->length,
                              "a number is wanted here, not a variable");
    }
    return STATUS_OK;
}

enum status evaluate_constant(const struct source_text *source, size_t start, size_t end,
                              const struct parameters *parameters, double *number,
                              struct failure *failure)
{
    struct program_wish wish = { .kernels = kernels_best() };
    struct tree tree = { .nodes = NULL };
    struct program *program = NULL;
    enum status status = parse(source, start, end, parameters, &tree, failure);
    if (status == STATUS_OK)
        status = refuse_variables(source, &tree, failure);
    if (status == STATUS_OK)
        status = program_new(source, &tree, 1, &wish, &program, failure);
    if (status == STATUS_OK)
        *number = program->graph.vertices[program->results[0]].constant;
    program_free(program);
    tree_free(&tree);
    return status;
}
