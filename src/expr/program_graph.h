/* The inside of a program. Private to the compiler and the evaluators. */
#ifndef STEEPEST_EXPR_PROGRAM_GRAPH_H
#define STEEPEST_EXPR_PROGRAM_GRAPH_H

#include "expr/graph.h"
#include "expr/program.h"

/* A graph and the vertices whose values are asked for, as program.h numbers them. */
struct program {
    struct graph graph;
    vertex_index *results;
    size_t results_count;
};

#endif
