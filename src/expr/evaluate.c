/* Running a tape over many points. */
#include "expr/evaluate.h"

#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "expr/parse.h"

struct evaluator {
    const struct program *program;
    const double **slots; /* where the block of each slot lies */
    double *memory;       /* a block for each constant, filled once, and each temporary */
};

/* How many slots have a block of the evaluator's own. */
static size_t own_slots(const struct program *program)
{
    return program->constants_count + program->temporaries;
}

static void fill_constants(struct evaluator *evaluator)
{
    const struct program *program = evaluator->program;
    for (size_t k = 0; k < program->constants_count; k++)
        for (size_t i = 0; i < EVALUATE_BLOCK; i++)
            evaluator->memory[k * EVALUATE_BLOCK + i] = program->constants[k];
}

struct evaluator *evaluator_new(const struct program *program)
{
    struct evaluator *made = calloc(1, sizeof *made);
    if (made == NULL)
        return NULL;
    size_t own = own_slots(program);
    made->program = program;
    made->slots = array_resize(NULL, program->n + own, sizeof *made->slots);
    made->memory = array_resize(NULL, own, EVALUATE_BLOCK * sizeof *made->memory);
    if (made->slots == NULL || made->memory == NULL) {
        evaluator_free(made);
        return NULL;
    }
    for (size_t k = 0; k < own; k++)
        made->slots[program->n + k] = made->memory + k * EVALUATE_BLOCK;
    fill_constants(made);
    return made;
}

void evaluator_free(struct evaluator *evaluator)
{
    if (evaluator == NULL)
        return;
    free(evaluator->slots);
    free(evaluator->memory);
    free(evaluator);
}

/* Run the tape on the block of points that the variables' slots point to. */
static const double *run_block(struct evaluator *evaluator, size_t count)
{
    const struct program *program = evaluator->program;
    for (size_t i = 0; i < program->count; i++) {
        const struct instruction *instruction = &program->instructions[i];
        const double *operands[OPERANDS_MOST];
        for (size_t k = 0; k < OPERANDS_MOST; k++)
            operands[k] = evaluator->slots[instruction->operands[k]];
        size_t own = instruction->result - program->n;
        operation_apply(instruction->operation, count, operands,
                        evaluator->memory + own * EVALUATE_BLOCK);
    }
    return evaluator->slots[program->result];
}

void evaluator_run(struct evaluator *evaluator, size_t count, const double *const *x,
                   double *values)
{
    for (size_t start = 0; start < count; start += EVALUATE_BLOCK) {
        size_t points = count - start < EVALUATE_BLOCK ? count - start : EVALUATE_BLOCK;
        for (size_t k = 0; k < evaluator->program->n; k++)
            evaluator->slots[k] = x[k] + start;
        memcpy(values + start, run_block(evaluator, points), points * sizeof *values);
    }
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
                              const struct parameters *parameters, double *value,
                              struct failure *failure)
{
    static const double unused = 0;
    const double *const x[] = { &unused };
    struct tree tree = { .nodes = NULL };
    struct program *program = NULL;
    struct evaluator *evaluator = NULL;
    enum status status = parse(source, start, end, parameters, &tree, failure);
    if (status == STATUS_OK)
        status = refuse_variables(source, &tree, failure);
    if (status == STATUS_OK)
        status = program_new(source, &tree, 1, &program, failure);
    if (status != STATUS_OK)
        goto cleanup;
    evaluator = evaluator_new(program);
    if (evaluator == NULL) {
        status = failure_memory(failure);
        goto cleanup;
    }
    evaluator_run(evaluator, 1, x, value);
cleanup:
    evaluator_free(evaluator);
    program_free(program);
    tree_free(&tree);
    return status;
}
