/* Values of a graph as steps that the kernels can run. */
#include "expr/tape.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"

enum { COST_APPLIED = 8, COST_REMAINDER = 256 }; /* of a step; others cost 1 */

/* A vertex on its way to the tape. */
struct progress {
    uint32_t uses; /* operands of needed vertices, and results, that still wait for it */
    uint32_t need; /* temporaries that computing it takes */
    uint32_t temporary;
    bool stored; /* in that temporary */
};

/* A tape being written. */
struct writer {
    const struct graph *graph;
    const struct input *inputs;
    struct tape *tape;
    struct progress *vertices;  /* one for each vertex, owned */
    vertex_index *stack;        /* being computed, each an operand of the one below; owned */
    size_t depth;
    uint32_t *free_temporaries; /* that hold nothing any more, owned */
    size_t free_count;
    size_t piece_cost;        /* of the piece being written, so far */
    vertex_index accumulator; /* whose value the accumulator holds, or VERTEX_NONE */
};

static bool is_given(const struct writer *writer, vertex_index vertex)
{
    return writer->inputs[vertex].role != ROLE_COMPUTED;
}

/* Operands that the tape must know; none for what is given. */
static size_t operand_count(const struct writer *writer, vertex_index vertex)
{
    return is_given(writer, vertex) ? 0 : vertex_operands(&writer->graph->vertices[vertex]);
}

/* Count how often each vertex is used by what the results need; operands come before. */
static void count_uses(struct writer *writer, const vertex_index *results, size_t count)
{
    for (size_t k = 0; k < count; k++)
        writer->vertices[results[k]].uses++;
    for (size_t i = writer->graph->count; i-- > 0;)
        for (size_t k = 0; k < operand_count(writer, (vertex_index)i); k++)
            if (writer->vertices[i].uses > 0)
                writer->vertices[writer->graph->vertices[i].operands[k]].uses++;
}

/* How many temporaries a vertex needs: its operands' needs, each with those before it held. */
static uint32_t need_of(const struct writer *writer, vertex_index vertex)
{
    uint32_t needs[OPERANDS_MOST] = { 0 };
    size_t computed = 0;
    for (size_t k = 0; k < operand_count(writer, vertex); k++) {
        vertex_index operand = writer->graph->vertices[vertex].operands[k];
        if (is_given(writer, operand))
            continue;
        size_t at = computed++;
        for (; at > 0 && needs[at - 1] < writer->vertices[operand].need; at--)
            needs[at] = needs[at - 1];
        needs[at] = writer->vertices[operand].need;
    }
    uint32_t most = 0;
    for (uint32_t k = 0; k < computed; k++)
        most = needs[k] + k > most ? needs[k] + k : most;
    return most;
}

static struct step *add_step(struct writer *writer, enum opcode opcode)
{
    struct step *step = &writer->tape->steps[writer->tape->count++];
    *step = (struct step){ .opcode = (uint8_t)opcode };
    writer->piece_cost++;
    writer->tape->cost++;
    return step;
}

/* Where a step finds a vertex that is not in the accumulator. */
static struct operand operand_of(const struct writer *writer, vertex_index vertex)
{
    const struct input *input = &writer->inputs[vertex];
    if (input->role == ROLE_COLUMN)
        return (struct operand){ .place = PLACE_COLUMN, .index = input->index };
    if (input->role == ROLE_SCALAR)
        return (struct operand){ .place = PLACE_SCALAR, .index = input->index };
    return (struct operand){ .place = PLACE_TEMPORARY,
                             .index = writer->vertices[vertex].temporary };
}

/* A form of a step that names its operand's place: the first of three, in the order of places. */
static void add_form(struct writer *writer, enum opcode column_form, vertex_index vertex)
{
    struct operand operand = operand_of(writer, vertex);
    enum opcode form = (enum opcode)((int)column_form + (int)operand.place);
    add_step(writer, form)->operands[0] = operand;
}

/* The same, or one step with the loading of a column before it. */
static void add_binary(struct writer *writer, enum opcode column_form, vertex_index vertex)
{
    struct operand operand = operand_of(writer, vertex);
    struct step *last = &writer->tape->steps[writer->tape->count - 1];
    if (last->opcode != OPCODE_LOAD_COLUMN || operand.place != PLACE_SCALAR) {
        add_form(writer, column_form, vertex);
        return;
    }
    last->opcode = (uint8_t)((int)column_form + OPERAND_PLACES);
    last->operands[1] = last->operands[0];
    last->operands[0] = operand;
}

static void load(struct writer *writer, vertex_index vertex)
{
    add_form(writer, OPCODE_LOAD_COLUMN, vertex);
    writer->accumulator = vertex;
}

/* Keep the accumulator's value for later uses. */
static void store(struct writer *writer)
{
    struct progress *vertex = &writer->vertices[writer->accumulator];
    vertex->stored = true;
    vertex->temporary = writer->free_count > 0 ? writer->free_temporaries[--writer->free_count]
                                               : (uint32_t)writer->tape->temporaries++;
    add_step(writer, OPCODE_STORE)->operands[0].index = vertex->temporary;
}

/* One use less waits for it; a temporary that nobody waits for is free again. */
static void release(struct writer *writer, vertex_index vertex)
{
    struct progress *progress = &writer->vertices[vertex];
    progress->uses--;
    if (progress->uses == 0 && progress->stored)
        writer->free_temporaries[writer->free_count++] = progress->temporary;
}

/*
 * Operations with opcodes of their own: with the accumulator as first operand, and as second. The
 * others are applied in memory; OPCODE_LOAD_COLUMN stands for none.
 */
static const struct {
    enum opcode first;
    enum opcode second;
} opcodes[OPERATION_COUNT] = {
    [OPERATION_ADD] = { OPCODE_ADD_COLUMN, OPCODE_ADD_COLUMN },
    [OPERATION_SUBTRACT] = { OPCODE_SUBTRACT_COLUMN, OPCODE_SUBTRACT_FROM_COLUMN },
    [OPERATION_MULTIPLY] = { OPCODE_MULTIPLY_COLUMN, OPCODE_MULTIPLY_COLUMN },
    [OPERATION_DIVIDE] = { OPCODE_DIVIDE_COLUMN, OPCODE_DIVIDE_INTO_COLUMN },
    [OPERATION_NEGATE] = { .first = OPCODE_NEGATE },
    [OPERATION_SQUARE] = { .first = OPCODE_SQUARE },
    [OPERATION_CUBE] = { .first = OPCODE_CUBE },
    [OPERATION_FOURTH] = { .first = OPCODE_FOURTH },
    [OPERATION_ABS] = { .first = OPCODE_ABS },
    [OPERATION_SQRT] = { .first = OPCODE_SQRT },
};

/* What a step costs that applies an operation: remainders take their time for each bit. */
static size_t cost_of(enum operation operation)
{
    return operation == OPERATION_FMOD || operation == OPERATION_MODULO ? COST_REMAINDER
                                                                        : COST_APPLIED;
}

static void add_application(struct writer *writer, const struct vertex *vertex, size_t position)
{
    struct step *step = add_step(writer, OPCODE_APPLY);
    step->operation = (uint8_t)vertex->operation;
    step->position = (uint8_t)position;
    for (size_t k = 0; k < vertex_operands(vertex); k++)
        if (k != position)
            step->operands[k] = operand_of(writer, vertex->operands[k]);
    writer->piece_cost += cost_of(vertex->operation) - 1;
    writer->tape->cost += cost_of(vertex->operation) - 1;
}

/* Of operands that are all elsewhere: the first column, else the first. */
static size_t operand_to_load(const struct writer *writer, const struct vertex *vertex)
{
    size_t count = vertex_operands(vertex);
    for (size_t k = 0; k < count; k++)
        if (operand_of(writer, vertex->operands[k]).place == PLACE_COLUMN)
            return k;
    return 0;
}

/* Compute a vertex whose operands are given, stored or, one of them, in the accumulator. */
static void compute(struct writer *writer, vertex_index index)
{
    const struct vertex *vertex = &writer->graph->vertices[index];
    size_t count = vertex_operands(vertex);
    size_t position = 0;
    while (position < count && vertex->operands[position] != writer->accumulator)
        position++;
    if (position == count) {
        position = operand_to_load(writer, vertex);
        load(writer, vertex->operands[position]);
    }
    enum opcode opcode = position == 0 ? opcodes[vertex->operation].first
                                       : opcodes[vertex->operation].second;
    if (opcode == OPCODE_LOAD_COLUMN)
        add_application(writer, vertex, position);
    else if (count == 1)
        add_step(writer, opcode);
    else
        add_binary(writer, opcode, vertex->operands[1 - position]);
    writer->tape->operations++;
    writer->accumulator = index;
    for (size_t k = 0; k < count; k++)
        release(writer, vertex->operands[k]);
    if (writer->vertices[index].uses > 1)
        store(writer);
}

static bool is_at_hand(const struct writer *writer, vertex_index vertex)
{
    return is_given(writer, vertex) || writer->vertices[vertex].stored ||
           writer->accumulator == vertex;
}

/* The operand that must be computed next: of those not at hand the one with the largest need. */
static bool missing_operand(const struct writer *writer, vertex_index index, vertex_index *missing)
{
    const struct vertex *vertex = &writer->graph->vertices[index];
    bool found = false;
    for (size_t k = 0; k < vertex_operands(vertex); k++) {
        vertex_index operand = vertex->operands[k];
        if (is_at_hand(writer, operand) ||
            (found && writer->vertices[operand].need <= writer->vertices[*missing].need))
            continue;
        *missing = operand;
        found = true;
    }
    return found;
}

/* Store the accumulator when it holds an operand of the vertex, before it is overwritten. */
static void save_operand(struct writer *writer, vertex_index index)
{
    const struct vertex *vertex = &writer->graph->vertices[index];
    for (size_t k = 0; k < vertex_operands(vertex); k++)
        if (vertex->operands[k] == writer->accumulator &&
            !is_given(writer, writer->accumulator) &&
            !writer->vertices[writer->accumulator].stored)
            store(writer);
}

static void begin_piece(struct writer *writer)
{
    writer->tape->pieces[writer->tape->pieces_count++] = writer->tape->count;
    writer->piece_cost = 0;
    writer->accumulator = VERTEX_NONE;
}

/* Begin another piece if this one is full; the accumulator's value is kept if it is awaited. */
static void limit_piece(struct writer *writer)
{
    vertex_index kept = writer->accumulator;
    if (writer->piece_cost < TAPE_PIECE_COST)
        return;
    if (kept != VERTEX_NONE && !is_given(writer, kept) && !writer->vertices[kept].stored &&
        writer->vertices[kept].uses > 0)
        store(writer);
    add_step(writer, OPCODE_END);
    begin_piece(writer);
}

/* Write what it takes to have the vertex at hand. */
static void write_vertex(struct writer *writer, vertex_index vertex)
{
    if (is_at_hand(writer, vertex))
        return;
    writer->stack[writer->depth++] = vertex;
    while (writer->depth > 0) {
        vertex_index top = writer->stack[writer->depth - 1];
        vertex_index missing;
        limit_piece(writer);
        if (missing_operand(writer, top, &missing)) {
            save_operand(writer, top);
            writer->stack[writer->depth++] = missing;
        } else {
            compute(writer, top);
            writer->depth--;
        }
    }
}

static void write_steps(struct writer *writer, const vertex_index *results, size_t count)
{
    begin_piece(writer);
    for (size_t k = 0; k < count; k++) {
        limit_piece(writer);
        write_vertex(writer, results[k]);
        if (writer->accumulator != results[k])
            load(writer, results[k]);
        add_step(writer, OPCODE_OUTPUT)->operands[0].index = (uint32_t)k;
        release(writer, results[k]);
    }
    add_step(writer, OPCODE_END);
    writer->tape->count--;
}

/* Find what is needed, and how much of it there is at most; false when memory is short. */
static bool prepare(struct writer *writer, const vertex_index *results, size_t count)
{
    enum { STEPS_PER_VERTEX = 3, STEPS_PER_RESULT = 2 }; /* load, compute, store; load, output */
    enum { STEPS_PER_PIECE = 3 };
    size_t needed = 0;
    count_uses(writer, results, count);
    for (size_t i = 0; i < writer->graph->count; i++) {
        if (writer->vertices[i].uses == 0 || is_given(writer, (vertex_index)i))
            continue;
        writer->vertices[i].need = need_of(writer, (vertex_index)i);
        needed++;
    }
    size_t steps = STEPS_PER_VERTEX * needed + STEPS_PER_RESULT * count + 1;
    /* Each vertex costs COST_REMAINDER at most; a piece ends with a store and an end, and what it
     * kept is loaded. */
    size_t cost = steps + needed * COST_REMAINDER;
    size_t pieces = cost / (TAPE_PIECE_COST - STEPS_PER_PIECE) + 1;
    steps += STEPS_PER_PIECE * pieces;
    writer->stack = array_resize(NULL, needed, sizeof *writer->stack);
    writer->free_temporaries = array_resize(NULL, needed, sizeof *writer->free_temporaries);
    writer->tape->steps = array_resize(NULL, steps, sizeof *writer->tape->steps);
    writer->tape->pieces = array_resize(NULL, pieces, sizeof *writer->tape->pieces);
    return writer->stack != NULL && writer->free_temporaries != NULL &&
           writer->tape->steps != NULL && writer->tape->pieces != NULL;
}

/* Give back the room that was not needed. */
static void shrink(struct tape *tape)
{
    struct step *steps = array_resize(tape->steps, tape->count + 1, sizeof *steps);
    if (steps != NULL)
        tape->steps = steps;
    size_t *pieces = array_resize(tape->pieces, tape->pieces_count, sizeof *pieces);
    if (pieces != NULL)
        tape->pieces = pieces;
}

enum status tape_write(const struct graph *graph, const struct input *inputs,
                       const vertex_index *results, size_t count, struct tape *tape)
{
    struct writer writer = {
        .graph = graph, .inputs = inputs, .tape = tape, .accumulator = VERTEX_NONE
    };
    *tape = (struct tape){ .steps = NULL };
    writer.vertices = calloc(graph->count, sizeof *writer.vertices);
    bool prepared = writer.vertices != NULL && prepare(&writer, results, count);
    if (prepared) {
        write_steps(&writer, results, count);
        shrink(tape);
    } else {
        tape_free(tape);
    }
    free(writer.vertices);
    free(writer.stack);
    free(writer.free_temporaries);
    return prepared ? STATUS_OK : STATUS_FAILED;
}

void tape_free(struct tape *tape)
{
    free(tape->steps);
    free(tape->pieces);
    *tape = (struct tape){ .steps = NULL };
}
