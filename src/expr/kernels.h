/*
 * What carries out the operations of a tape, once for each instruction set of the processor.
 * Private to the evaluators.
 */
#ifndef STEEPEST_EXPR_KERNELS_H
#define STEEPEST_EXPR_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#include "expr/operation.h"

enum {
    KERNEL_VECTORS = 16,     /* vectors of points that one step of a tape works on */
    KERNEL_VECTOR_MOST = 8, /* doubles of the longest vector */
    KERNEL_POINTS_MOST = KERNEL_VECTORS * KERNEL_VECTOR_MOST,
    KERNEL_ALIGNMENT = 64,  /* bytes; of temporaries */
    PAIR_LANES = 4          /* evaluations that run_pairs makes at each point */
};

/* Where a step finds an operand. */
enum operand_place {
    PLACE_COLUMN,    /* a number for each point of a row */
    PLACE_SCALAR,    /* one number for the row */
    PLACE_TEMPORARY, /* what an earlier step stored, of the points at hand */
    OPERAND_PLACES
};

struct operand {
    enum operand_place place;
    uint32_t index;
};

/*
 * What a step does with the accumulator, which holds one number for each point at hand. An opcode
 * with an operand has its place in the name, and stands as far behind the column's as the place
 * says; OPERAND_PLACES behind it stands the binary operation of a column and a scalar, which a tape begins
 * most values with.
 */
enum opcode {
#define LOAD(name, value) OPCODE_##name##_COLUMN, OPCODE_##name##_SCALAR, OPCODE_##name##_TEMPORARY,
#define BINARY(name, value) LOAD(name, value) OPCODE_##name##_COLUMN_AND_SCALAR,
#define UNARY(name, value) OPCODE_##name,
#include "expr/opcodes.def"
#undef LOAD
#undef BINARY
#undef UNARY
    OPCODE_APPLY,  /* `operation`, with the accumulator as operand `position` */
    OPCODE_STORE,  /* into temporary operands[0].index */
    OPCODE_OUTPUT, /* into result operands[0].index */
    OPCODE_END
};

/* One step of a tape. */
struct step {
    uint8_t opcode;
    uint8_t operation; /* of OPCODE_APPLY */
    uint8_t position;  /* of OPCODE_APPLY */
    struct operand operands[OPERANDS_MOST]; /* [0]; the scalar's and the column's; of APPLY all */
};

/*
 * A tape and the row of points that it runs over, from point `start` up to `end`, a whole number
 * of tiles away. Columns and outputs are indexed by point; they need no alignment, and may be read
 * and written up to `end`. Nothing is owned.
 *
 *   run_points  columns[c], scalars[s] and outputs[k] belong to column c, scalar s and result k;
 *               a result whose output is NULL is not stored.
 *   run_pairs   evaluates at four places for each point, with columns[PAIR_LANES * c + lane] and
 *               scalars[PAIR_LANES * s + lane], and stores of result 0, the others are left out,
 *               (first - second) / divisors[0] of the first two in outputs[0], and of the last
 *               two with divisors[1] in outputs[1].
 */
struct kernel_run {
    const struct step *steps;
    const double *const *columns;
    const double *scalars;
    double *temporaries; /* KERNEL_POINTS_MOST for each, aligned to KERNEL_ALIGNMENT */
    double *const *outputs;
    double divisors[2];
    size_t start;
    size_t end;
};

/* One instruction set's kernels: immutable, live for ever. */
struct kernels {
    const char *name;
    size_t points_tile; /* points that run_points takes at a time */
    size_t pairs_tile;
    void (*run_points)(const struct kernel_run *run);
    void (*run_pairs)(const struct kernel_run *run);
    /* Operation at points_tile points; every pointer aligned to KERNEL_ALIGNMENT. */
    void (*const *operations)(const double *const operands[OPERANDS_MOST], double *out);
};

/* How many sets were built in, the plainest first. Not all need run on this processor. */
size_t kernels_count(void);

/* Set `index` < kernels_count(), or NULL when this processor cannot run it. */
const struct kernels *kernels_at(size_t index);

/* The set of that name, or NULL when there is none or this processor cannot run it. */
const struct kernels *kernels_find(const char *name);

/* The fastest set that this processor can run. */
const struct kernels *kernels_best(void);

/*
 * The operation at one point; the unused ones of its operands are ignored. The bits are those that
 * the set gives the point among others.
 */
double kernels_value(const struct kernels *kernels, enum operation operation,
                     const double operands[OPERANDS_MOST]);

#endif
