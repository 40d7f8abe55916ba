/* A syntax tree compiled to a flat tape for a number of variables. */
#include "expr/program.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "expr/expand.h"

/* A vertex on its way to the tape. */
struct placement {
    uint32_t uses; /* operands of reachable vertices that still wait for it, and the result */
    slot slot;
    bool placed; /* slot is known: it was put on the tape, or is a variable or constant */
};

/* A tape being written. */
struct writer {
    const struct graph *graph;
    struct program *program;
    struct placement *placements; /* one for each vertex, owned */
    value *stack;                 /* vertices to be placed, owned */
    size_t stack_count;
    slot *free_slots; /* temporaries that hold nothing any more, owned */
    size_t free_count;
};

static size_t operand_count(const struct vertex *vertex)
{
    return vertex->kind == VERTEX_OPERATION ? (size_t)operation_operands(vertex->operation) : 0;
}

/* Count how often each vertex is used by those that the result needs; operands come before. */
static void count_uses(struct writer *writer, value result)
{
    writer->placements[result].uses = 1;
    for (size_t i = (size_t)result + 1; i-- > 0;) {
        const struct vertex *vertex = &writer->graph->vertices[i];
        for (size_t k = 0; k < operand_count(vertex) && writer->placements[i].uses > 0; k++)
            writer->placements[vertex->operands[k]].uses++;
    }
}

/* Give variables and used constants their slots; temporaries come behind them. */
static void place_leaves(struct writer *writer, value result)
{
    struct program *program = writer->program;
    for (size_t i = 0; i <= result; i++) {
        const struct vertex *vertex = &writer->graph->vertices[i];
        struct placement *placement = &writer->placements[i];
        placement->placed = vertex->kind != VERTEX_OPERATION;
        if (vertex->kind == VERTEX_VARIABLE)
            placement->slot = vertex->variable;
        if (vertex->kind != VERTEX_CONSTANT || placement->uses == 0)
            continue;
        placement->slot = (slot)(program->n + program->constants_count);
        program->constants[program->constants_count++] = vertex->constant;
    }
}

/* One operand needs it less; a temporary that nobody waits for is free again. */
static void release(struct writer *writer, value operand)
{
    struct placement *placement = &writer->placements[operand];
    placement->uses--;
    if (placement->uses == 0 && writer->graph->vertices[operand].kind == VERTEX_OPERATION)
        writer->free_slots[writer->free_count++] = placement->slot;
}

static slot take_slot(struct writer *writer)
{
    struct program *program = writer->program;
    if (writer->free_count > 0)
        return writer->free_slots[--writer->free_count];
    return (slot)(program->n + program->constants_count + program->temporaries++);
}

/* Put a vertex whose operands are placed on the tape. */
static void write_instruction(struct writer *writer, value index)
{
    const struct vertex *vertex = &writer->graph->vertices[index];
    struct instruction *instruction = &writer->program->instructions[writer->program->count++];
    instruction->operation = vertex->operation;
    for (size_t k = 0; k < OPERANDS_MOST; k++) {
        value operand = vertex->operands[k < operand_count(vertex) ? k : 0];
        instruction->operands[k] = writer->placements[operand].slot;
    }
    for (size_t k = 0; k < operand_count(vertex); k++)
        release(writer, vertex->operands[k]);
    instruction->result = take_slot(writer);
    writer->placements[index].slot = instruction->result;
    writer->placements[index].placed = true;
}

/* The first operand that is not placed yet; false when all are. */
static bool unplaced_operand(const struct writer *writer, value index, value *operand)
{
    const struct vertex *vertex = &writer->graph->vertices[index];
    for (size_t k = 0; k < operand_count(vertex); k++) {
        *operand = vertex->operands[k];
        if (!writer->placements[*operand].placed)
            return true;
    }
    return false;
}

/*
 * Write what the result needs, each value right before it is first used: a sum over a long vector
 * then holds one entry at a time.
 */
static void write_tape(struct writer *writer, value result)
{
    writer->stack[writer->stack_count++] = result;
    while (writer->stack_count > 0) {
        value top = writer->stack[writer->stack_count - 1];
        value operand;
        if (writer->placements[top].placed) {
            writer->stack_count--;
        } else if (unplaced_operand(writer, top, &operand)) {
            writer->stack[writer->stack_count++] = operand;
        } else {
            write_instruction(writer, top);
            writer->stack_count--;
        }
    }
    writer->program->result = writer->placements[result].slot;
}

static enum status write_program(const struct graph *graph, value result, struct program *program)
{
    struct writer writer = { .graph = graph, .program = program };
    size_t most = graph->count;
    writer.placements = calloc(most, sizeof *writer.placements);
    writer.stack = array_resize(NULL, most, sizeof *writer.stack);
    writer.free_slots = array_resize(NULL, most, sizeof *writer.free_slots);
    program->instructions = array_resize(NULL, most, sizeof *program->instructions);
    program->constants = array_resize(NULL, most, sizeof *program->constants);
    bool allocated = writer.placements != NULL && writer.stack != NULL &&
                     writer.free_slots != NULL && program->instructions != NULL &&
                     program->constants != NULL;
    if (allocated) {
        count_uses(&writer, result);
        place_leaves(&writer, result);
        write_tape(&writer, result);
    }
    free(writer.placements);
    free(writer.stack);
    free(writer.free_slots);
    return allocated ? STATUS_OK : STATUS_FAILED;
}

enum status program_new(const struct source_text *source, const struct tree *tree, size_t n,
                        struct program **program, struct failure *failure)
{
    struct graph graph = { .vertices = NULL };
    value result;
    enum status status = expand(source, tree, n, &graph, &result, failure);
    struct program *made = NULL;
    if (status != STATUS_OK)
        goto cleanup;
    made = calloc(1, sizeof *made);
    if (made == NULL) {
        status = failure_memory(failure);
        goto cleanup;
    }
    made->n = n;
    status = write_program(&graph, result, made);
    if (status != STATUS_OK) {
        program_free(made);
        status = failure_memory(failure);
        goto cleanup;
    }
    *program = made;
cleanup:
    graph_free(&graph);
    return status;
}

void program_free(struct program *program)
{
    if (program == NULL)
        return;
    free(program->instructions);
    free(program->constants);
    free(program);
}
