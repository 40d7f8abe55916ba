/* Values of a graph as steps that the kernels can run. Private to the compiler. */
#ifndef STEEPEST_EXPR_TAPE_H
#define STEEPEST_EXPR_TAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/interruption.h"
#include "expr/graph.h"
#include "expr/kernels.h"

/* What a tape may know of a vertex. */
enum role {
    ROLE_COMPUTED, /* to be computed from its operands when it is needed */
    ROLE_COLUMN,   /* given: column `index` */
    ROLE_SCALAR    /* given: scalar `index` */
};

struct input {
    enum role role;
    uint32_t index;
};

enum {
    /* What a piece of a tape costs, all but the last at least: with a tile of points about as much
     * as may be done between two questions whether to stop. */
    TAPE_PIECE_COST = INTERRUPTION_WORK / KERNEL_POINTS_MOST
};

/*
 * The steps, in pieces that are each ended by OPCODE_END and run one after another over the same
 * tile; the accumulator is not handed from one to the next. Begin with all zeros, end with
 * tape_free.
 */
struct tape {
    struct step *steps;
    size_t count;       /* without the last */
    size_t *pieces;     /* the first step of each */
    size_t pieces_count; /* at least 1 */
    size_t cost;        /* at a point, in units of work (base/interruption.h); at least 1 */
    size_t operations;  /* those of them that compute something */
    size_t temporaries; /* that are held at a time, at most */
};

/*
 * Write the tape that puts `results[k]` into output k, in this order. `inputs` says of every
 * vertex whether it is given; every variable and number that is needed must be. Each value is
 * computed once, right before it is first used, the operand that needs more temporaries first
 * (Sethi and Ullman, JACM 17, 1970). STATUS_OK, or STATUS_FAILED, with nothing to free, when memory
 * is short.
 */
enum status tape_write(const struct graph *graph, const struct input *inputs,
                       const vertex_index *results, size_t count, struct tape *tape);

/*
 * Run the tape with a set's `machine`, which works on `tile` points in `lanes` lanes at a time,
 * over what `run` says but for its steps. It is asked in between whether to stop; then false is
 * returned and what was stored means nothing.
 */
bool tape_run(const struct tape *tape, const struct kernel_run *run,
              void (*machine)(const struct kernel_run *run), size_t tile, size_t lanes,
              struct interruption *interruption);

/* Release what the tape owns and make it empty. */
void tape_free(struct tape *tape);

#endif
