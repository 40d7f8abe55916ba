/*
 * One set of kernels: the operations, and the two machines that run a tape. The including file
 * defines, besides what lanes.h asks for, KERNELS: the name of the set. Vectors never leave the
 * object: with another instruction set they would be passed in other registers.
 */
#include <stdalign.h>
#include <stddef.h>

#include "expr/kernels_sets.h"
#include "expr/lanes.h"

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define QUOTE_(a) #a
#define QUOTE(a) QUOTE_(a)

enum { POINTS_TILE = KERNEL_VECTORS * LANES, PAIRS_TILE = KERNEL_VECTORS / PAIR_LANES * LANES };

#define EACH_VECTOR(DO) DO(0) DO(1) DO(2) DO(3) DO(4) DO(5) DO(6) DO(7)

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

/* The machine over POINTS_TILE consecutive points: vector k holds points k * LANES and on. */

#define MACHINE run_points
#define FETCH fetch_points
#define TILE POINTS_TILE
#define COLUMN(index, k) load(columns[index] + point + (k) * LANES)
#define SCALAR(index, k) broadcast(scalars[index])
#define OUTPUT(k) store(run->outputs[index] + point + (k) * LANES, A[k]);
#define WRITE_OUTPUT() EACH_VECTOR(OUTPUT)
#include "expr/kernels_machine.h"
#undef MACHINE
#undef FETCH
#undef TILE
#undef COLUMN
#undef SCALAR
#undef OUTPUT
#undef WRITE_OUTPUT

/* The machine over PAIRS_TILE points: vectors 2k and 2k + 1 hold evaluation k of all of them. */

#define MACHINE run_pairs
#define FETCH fetch_pairs
#define TILE PAIRS_TILE
#define COLUMN(index, k)                                                                           \
    load(columns[PAIR_LANES * (index) + (k) / 2] + point + (k) % 2 * LANES)
#define SCALAR(index, k) broadcast(scalars[PAIR_LANES * (index) + (k) / 2])
#define WRITE_OUTPUT()                                                                             \
    do {                                                                                           \
        lanes first = broadcast(run->divisors[0]);                                                 \
        lanes second = broadcast(run->divisors[1]);                                                \
        store(run->outputs[0] + point, (A[0] - A[2]) / first);                                     \
        store(run->outputs[0] + point + LANES, (A[1] - A[3]) / first);                             \
        store(run->outputs[1] + point, (A[4] - A[6]) / second);                                    \
        store(run->outputs[1] + point + LANES, (A[5] - A[7]) / second);                            \
    } while (0)
#include "expr/kernels_machine.h"

const struct kernels JOIN(kernels_, KERNELS) = {
    .name = QUOTE(KERNELS),
    .points_tile = POINTS_TILE,
    .pairs_tile = PAIRS_TILE,
    .run_points = run_points,
    .run_pairs = run_pairs,
    .operations = operations,
};
