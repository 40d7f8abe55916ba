/* A program over a grid, split by what each value depends on. */
#include "expr/split.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/size.h"

/* What is known of a vertex while a program is split. */
struct belonging {
    enum part part;
    bool needed;  /* by the results */
    bool crosses; /* is used by another part than its own */
    uint32_t index; /* of those that cross: where in the list that its part hands out */
};

/* A split being made. */
struct splitter {
    const struct program *program;
    struct split *split;
    struct belonging *vertices; /* one for each vertex, owned */
    struct input *inputs;       /* of the tape at hand, owned */
};

/* The part of a value that depends on values of both parts. */
static enum part join(enum part a, enum part b)
{
    if (a == PART_SCALARS || a == b)
        return b;
    return b == PART_SCALARS ? a : PART_MIXED;
}

static enum part part_of_variable(uint32_t variable)
{
    if (variable > 1)
        return PART_SCALARS;
    return variable == 0 ? PART_COLUMNS : PART_ROWS;
}

static void find_parts(struct splitter *splitter)
{
    const struct graph *graph = &splitter->program->graph;
    for (size_t i = 0; i < graph->count; i++) {
        const struct vertex *vertex = &graph->vertices[i];
        enum part part = PART_SCALARS;
        if (vertex->kind == VERTEX_VARIABLE)
            part = part_of_variable(vertex->variable);
        for (size_t k = 0; k < vertex_operands(vertex); k++)
            part = join(part, splitter->vertices[vertex->operands[k]].part);
        splitter->vertices[i].part = part;
    }
}

/* A value is used by a part; numbers and what stands still cross to their own part too. */
static void use(struct splitter *splitter, vertex_index index, enum part by)
{
    struct belonging *vertex = &splitter->vertices[index];
    bool given = splitter->program->graph.vertices[index].kind != VERTEX_OPERATION;
    vertex->needed = true;
    vertex->crosses |= vertex->part != by || (given && by == PART_SCALARS);
}

static void find_uses(struct splitter *splitter)
{
    const struct program *program = splitter->program;
    for (size_t k = 0; k < program->results_count; k++)
        use(splitter, program->results[k], PART_MIXED);
    for (size_t i = program->graph.count; i-- > 0;) {
        const struct vertex *vertex = &program->graph.vertices[i];
        for (size_t k = 0; k < vertex_operands(vertex) && splitter->vertices[i].needed; k++)
            use(splitter, vertex->operands[k], splitter->vertices[i].part);
    }
}

/* List what a part hands out, given values (or those that are computed) first. */
static void list(struct splitter *splitter, enum part part, bool given)
{
    const struct graph *graph = &splitter->program->graph;
    struct handed *handed = &splitter->split->handed[part];
    for (size_t i = 0; i < graph->count; i++) {
        struct belonging *vertex = &splitter->vertices[i];
        if (vertex->part != part || !vertex->crosses ||
            (graph->vertices[i].kind != VERTEX_OPERATION) != given)
            continue;
        vertex->index = (uint32_t)handed->count;
        handed->vertices[handed->count++] = (vertex_index)i;
    }
}

static enum status make_lists(struct splitter *splitter)
{
    struct split *split = splitter->split;
    for (int part = 0; part < PART_MIXED; part++) {
        size_t most = splitter->program->graph.count;
        split->handed[part].vertices = array_resize(NULL, most, sizeof(vertex_index));
        if (split->handed[part].vertices == NULL)
            return STATUS_FAILED;
        list(splitter, (enum part)part, true);
        split->given[part] = split->handed[part].count;
        list(splitter, (enum part)part, false);
    }
    return STATUS_OK;
}

/* What the tape of a part is given. */
static struct input input_of(const struct splitter *splitter, vertex_index index, enum part tape)
{
    const struct belonging *vertex = &splitter->vertices[index];
    bool given = splitter->program->graph.vertices[index].kind != VERTEX_OPERATION;
    uint32_t scalars = (uint32_t)splitter->split->handed[PART_SCALARS].count;
    if (vertex->part == PART_SCALARS && (given || tape != PART_SCALARS))
        return (struct input){ ROLE_SCALAR, vertex->index };
    if (tape != PART_MIXED)
        return given ? (struct input){ ROLE_COLUMN, 0 } : (struct input){ ROLE_COMPUTED, 0 };
    if (vertex->part == PART_COLUMNS)
        return (struct input){ ROLE_COLUMN, vertex->index };
    if (vertex->part == PART_ROWS)
        return (struct input){ ROLE_SCALAR, scalars + vertex->index };
    return (struct input){ ROLE_COMPUTED, 0 };
}

static enum status write_tapes(struct splitter *splitter)
{
    const struct program *program = splitter->program;
    struct split *split = splitter->split;
    enum status status = STATUS_OK;
    for (int part = 0; part < PARTS && status == STATUS_OK; part++) {
        const vertex_index *results = program->results;
        size_t count = program->results_count;
        if (part != PART_MIXED) {
            results = split->handed[part].vertices + split->given[part];
            count = split->handed[part].count - split->given[part];
        }
        for (size_t i = 0; i < program->graph.count; i++)
            splitter->inputs[i] = input_of(splitter, (vertex_index)i, (enum part)part);
        status = tape_write(&program->graph, splitter->inputs, results, count,
                            &split->tapes[part]);
    }
    return status;
}

enum status split_program(const struct program *program, struct split *split)
{
    size_t count = program->graph.count;
    struct splitter splitter = { .program = program, .split = split };
    enum status status = STATUS_FAILED;
    *split = (struct split){ .given = { 0 } };
    splitter.vertices = calloc(count, sizeof *splitter.vertices);
    splitter.inputs = array_resize(NULL, count, sizeof *splitter.inputs);
    if (splitter.vertices != NULL && splitter.inputs != NULL) {
        find_parts(&splitter);
        find_uses(&splitter);
        status = make_lists(&splitter);
    }
    if (status == STATUS_OK)
        status = write_tapes(&splitter);
    if (status != STATUS_OK)
        split_free(split);
    free(splitter.vertices);
    free(splitter.inputs);
    return status;
}

void split_free(struct split *split)
{
    for (int part = 0; part < PARTS; part++)
        tape_free(&split->tapes[part]);
    for (int part = 0; part < PART_MIXED; part++)
        free(split->handed[part].vertices);
    *split = (struct split){ .given = { 0 } };
}
