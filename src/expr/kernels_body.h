/*
 * One set of kernels: the operations, and the two machines that run a tape. The including file
 * defines, besides what lanes.h asks for, KERNELS: the name of the set. Vectors never leave the
 * object: with another instruction set they would be passed in other registers.
 */
#define _DEFAULT_SOURCE /* for lgamma_r */

#include <stdalign.h>
#include <stddef.h>

#include "expr/kernels_sets.h"
#include "expr/lanes.h"

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define QUOTE_(a) #a
#define QUOTE(a) QUOTE_(a)

enum {
    POINTS_TILE = KERNEL_VECTORS * LANES,
    PAIR_VECTORS = KERNEL_VECTORS / PAIR_LANES, /* of each evaluation */
    PAIRS_TILE = PAIR_VECTORS * LANES,
    LINE = 8,       /* numbers in a line of the cache */
    TILES_AHEAD = 2 /* how far ahead the lines that will be written are fetched */
};

#define EACH_VECTOR(DO)                                                                            \
    DO(0) DO(1) DO(2) DO(3) DO(4) DO(5) DO(6) DO(7)                                                \
    DO(8) DO(9) DO(10) DO(11) DO(12) DO(13) DO(14) DO(15)

/* Operations on POINTS_TILE points in memory. */

#define OPERANDS_1 lanes a = load(operands[0] + k * LANES);
#define OPERANDS_2 OPERANDS_1 lanes b = load(operands[1] + k * LANES);
#define OPERANDS_3 OPERANDS_2 lanes c = load(operands[2] + k * LANES);
#define OPERATION(name, count, value)                                                              \
    static void apply_##name(const double *const operands[OPERANDS_MOST], double *out)             \
    {                                                                                              \
        for (int k = 0; k < KERNEL_VECTORS; k++) {                                                 \
            OPERANDS_##count                                                                       \
            store(out + k * LANES, value);                                                         \
        }                                                                                          \
    }
#include "expr/operations.def"
#undef OPERATION

static void (*const operations[OPERATION_COUNT])(const double *const operands[OPERANDS_MOST],
                                                 double *out) = {
#define OPERATION(name, count, value) [OPERATION_##name] = apply_##name,
#include "expr/operations.def"
#undef OPERATION
};

/* Store vector k of a result that is written from `output` on. */
#define WRITE(k, value)                                                                            \
    store(output + (k) * LANES, value);                                                            \
    if ((k) * LANES % LINE == 0)                                                                   \
        __builtin_prefetch(output + TILES_AHEAD * TILE + (k) * LANES, 1);

/* The machine over POINTS_TILE consecutive points: vector k holds points k * LANES and on. */

#define MACHINE run_points
#define FETCH fetch_points
#define TILE POINTS_TILE
#define COLUMN(index, k) load(columns[index] + point + (k) * LANES)
#define SCALAR(index, k) broadcast(scalars[index])
#define OUTPUT(k) WRITE(k, A[k])
#define WRITE_OUTPUT()                                                                             \
    if (run->outputs[index] != NULL) {                                                             \
        double *const output = run->outputs[index] + point;                                        \
        EACH_VECTOR(OUTPUT)                                                                        \
    }                                                                                              \
    NEXT
#include "expr/kernels_machine.h"
#undef MACHINE
#undef FETCH
#undef TILE
#undef COLUMN
#undef SCALAR
#undef OUTPUT
#undef WRITE_OUTPUT

/*
 * The machine over PAIRS_TILE points: vectors 4k to 4k + 3 hold evaluation k of all of them. The
 * first result ends the tile. What is written of it is written line after line of the cache.
 */

#define MACHINE run_pairs
#define FETCH fetch_pairs
#define TILE PAIRS_TILE
#define COLUMN(index, k)                                                                           \
    load(columns[PAIR_LANES * (index) + (k) / PAIR_VECTORS] + point + (k) % PAIR_VECTORS * LANES)
#define SCALAR(index, k) broadcast(scalars[PAIR_LANES * (index) + (k) / PAIR_VECTORS])
#define DIFFERENCE(k, first) WRITE(k, (A[first + k] - A[first + PAIR_VECTORS + k]) / divisor)
#define WRITE_DIFFERENCE(index, first)                                                             \
    {                                                                                              \
        double *const output = run->outputs[index] + point;                                        \
        const lanes divisor = broadcast(run->divisors[index]);                                     \
        DIFFERENCE(0, first) DIFFERENCE(1, first) DIFFERENCE(2, first) DIFFERENCE(3, first)        \
    }
#define WRITE_OUTPUT()                                                                             \
    WRITE_DIFFERENCE(0, 0)                                                                         \
    WRITE_DIFFERENCE(1, 8)                                                                         \
    goto at_END;
#include "expr/kernels_machine.h"

const struct kernels JOIN(kernels_, KERNELS) = {
    .name = QUOTE(KERNELS),
    .points_tile = POINTS_TILE,
    .pairs_tile = PAIRS_TILE,
    .run_points = run_points,
    .run_pairs = run_pairs,
    .operations = operations,
};
