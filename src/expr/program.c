/* What a text computes, for a number of variables. */
#include "expr/program.h"

#include <stdlib.h>

#include "base/size.h"
#include "expr/derivative.h"
#include "expr/expand.h"
#include "expr/program_graph.h"

static size_t count_results(const struct program_wish *wish)
{
    size_t m = wish->variables;
    return 1 + (wish->order > 0 ? m : 0) + (wish->order > 1 ? m * (m + 1) / 2 : 0);
}

/* Add the derivatives that are wished for; the value is results[0]. */
static enum status add_derivatives(struct program *program, const struct program_wish *wish)
{
    size_t m = wish->variables;
    vertex_index *next = program->results + 1;
    enum status status = STATUS_OK;
    if (wish->order > 0)
        status = derive(&program->graph, program->results[0], 0, m, next);
    next += m;
    for (size_t j = 0; wish->order > 1 && j < m && status == STATUS_OK; j++) {
        status = derive(&program->graph, program->results[1 + j], j, m, next);
        next += m - j;
    }
    return status;
}

enum status program_new(const struct source_text *source, const struct tree *tree, size_t n,
                        const struct program_wish *wish, struct program **program,
                        struct failure *failure)
{
    struct program *made = calloc(1, sizeof *made);
    if (made == NULL)
        return failure_memory(failure);
    made->graph = graph_begin(wish->kernels);
    made->results_count = count_results(wish);
    made->results = array_resize(NULL, made->results_count, sizeof *made->results);
    enum status status = STATUS_OK;
    if (made->results == NULL)
        status = failure_memory(failure);
    if (status == STATUS_OK)
        status = expand(source, tree, n, &made->graph, &made->results[0], failure);
    if (status == STATUS_OK && add_derivatives(made, wish) != STATUS_OK)
        status = failure_memory(failure);
    if (status != STATUS_OK)
        program_free(made);
    else
        *program = made;
    return status;
}

void program_free(struct program *program)
{
    if (program == NULL)
        return;
    graph_free(&program->graph);
    free(program->results);
    free(program);
}

size_t program_results(const struct program *program)
{
    return program->results_count;
}
