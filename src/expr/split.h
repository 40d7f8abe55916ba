/*
 * A program over a grid, split by what each value depends on, so that what depends on one
 * coordinate alone is computed once for each column or row. Private to the grid's evaluator.
 */
#ifndef STEEPEST_EXPR_SPLIT_H
#define STEEPEST_EXPR_SPLIT_H

#include "expr/program_graph.h"
#include "expr/tape.h"

/* The parts; each uses values of those above it and its own. */
enum part {
    PART_SCALARS, /* what is the same on the whole grid */
    PART_COLUMNS, /* what depends on x0 alone */
    PART_ROWS,    /* what depends on x1 alone */
    PART_MIXED,   /* the rest, and the results */
    PARTS
};

/* A list of values that one part hands to another. Its memory is the split's. */
struct handed {
    vertex_index *vertices;
    size_t count;
};

/*
 * The tapes. Column 0 of the tape of columns is x0, of rows x1. Column c of the mixed tape is entry
 * c of handed[PART_COLUMNS]. Scalar s of every tape is entry s of handed[PART_SCALARS]; behind them
 * come, in the mixed tape, those of handed[PART_ROWS]. The first entries of each list are given
 * (numbers, variables that stand still, x0, x1); those from given[part] on are the outputs of the
 * part's tape, in this order.
 */
struct split {
    struct tape tapes[PARTS];
    struct handed handed[PART_MIXED];
    size_t given[PART_MIXED];
};

/* Split a program. STATUS_OK, or STATUS_FAILED, with nothing to free, when memory is short. */
enum status split_program(const struct program *program, struct split *split);

/* Release what the split owns. */
void split_free(struct split *split);

#endif
