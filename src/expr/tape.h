/* Values of a graph as steps that the kernels can run. Private to the compiler. */
#ifndef STEEPEST_EXPR_TAPE_H
#define STEEPEST_EXPR_TAPE_H

#include <stddef.h>

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

/* The steps, ended by OPCODE_END. Begin with all zeros, end with tape_free. */
struct tape {
    struct step *steps;
    size_t count;       /* without the last */
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

/* Release what the tape owns and make it empty. */
void tape_free(struct tape *tape);

#endif
