/*
 * A machine that runs a tape tile by tile, the accumulator in KERNEL_VECTORS vector registers.
 * Included by kernels_body.h for each shape of a tile, with these macros defined:
 *
 *     MACHINE, FETCH    the names of the two functions
 *     TILE              points of a tile
 *     COLUMN(index, k)  vector k of a column, where `point` is the tile's first
 *     SCALAR(index, k)  the same of a scalar
 *     WRITE_OUTPUT()    store A as the step says, and go on
 */

/* Where an operand of an operation in memory is; `buffer` is filled where it is nowhere yet. */
static const double *FETCH(const struct kernel_run *run, size_t point,
                           const struct operand *operand, double *buffer)
{
    const double *const *const columns = run->columns;
    const double *const scalars = run->scalars;
    uint32_t index = operand->index;
    if (operand->place == PLACE_TEMPORARY)
        return run->temporaries + (size_t)index * POINTS_TILE;
#define GATHER(k) store(buffer + (k) * LANES, COLUMN(index, k));
#define SPREAD(k) store(buffer + (k) * LANES, SCALAR(index, k));
    if (operand->place == PLACE_COLUMN) {
        EACH_VECTOR(GATHER)
    } else {
        EACH_VECTOR(SPREAD)
    }
#undef GATHER
#undef SPREAD
    return buffer;
}

/* Carry out the step's operation with `accumulator` as one of its operands, into `accumulator`. */
static void JOIN(MACHINE, _apply)(const struct kernel_run *run, size_t point,
                                  const struct step *step, double *accumulator)
{
    alignas(KERNEL_ALIGNMENT) double buffers[OPERANDS_MOST][POINTS_TILE];
    const double *operands[OPERANDS_MOST] = { accumulator, accumulator, accumulator };
    int count = operation_operands((enum operation)step->operation);
    for (int k = 0; k < count; k++)
        if (k != step->position)
            operands[k] = FETCH(run, point, &step->operands[k], buffers[k]);
    operations[step->operation](operands, accumulator);
}

#define TEMPORARY(index, k) load(temporaries + (size_t)(index)*POINTS_TILE + (k) * LANES)

/* A[k] = value, an expression of a and b */
#define VECTOR(k, A_PLACE, B_PLACE, value)                                                         \
    {                                                                                              \
        const lanes a = A_PLACE(second, k);                                                        \
        const lanes b = B_PLACE(index, k);                                                         \
        (void)a;                                                                                   \
        (void)b;                                                                                   \
        A[k] = (value);                                                                            \
    }
#define FORM(opcode, A_PLACE, B_PLACE, value)                                                      \
    at_##opcode:                                                                                   \
    {                                                                                              \
        const uint32_t second = step[-1].operands[1].index;                                        \
        (void)second;                                                                              \
        VECTOR(0, A_PLACE, B_PLACE, value) VECTOR(1, A_PLACE, B_PLACE, value)                      \
        VECTOR(2, A_PLACE, B_PLACE, value) VECTOR(3, A_PLACE, B_PLACE, value)                      \
        VECTOR(4, A_PLACE, B_PLACE, value) VECTOR(5, A_PLACE, B_PLACE, value)                      \
        VECTOR(6, A_PLACE, B_PLACE, value) VECTOR(7, A_PLACE, B_PLACE, value)                      \
        VECTOR(8, A_PLACE, B_PLACE, value) VECTOR(9, A_PLACE, B_PLACE, value)                      \
        VECTOR(10, A_PLACE, B_PLACE, value) VECTOR(11, A_PLACE, B_PLACE, value)                    \
        VECTOR(12, A_PLACE, B_PLACE, value) VECTOR(13, A_PLACE, B_PLACE, value)                    \
        VECTOR(14, A_PLACE, B_PLACE, value) VECTOR(15, A_PLACE, B_PLACE, value)                    \
    }                                                                                              \
    NEXT
#define ACCUMULATOR(index, k) A[k]
#define KEEP(k) store(temporaries + (size_t)index * POINTS_TILE + (k) * LANES, A[k]);
#define FILL(k) store(accumulator + (k) * LANES, A[k]);
#define TAKE(k) A[k] = load(accumulator + (k) * LANES);

/* Each step jumps to the next by itself: the processor then foresees a jump by the one before. */
#define NEXT                                                                                       \
    index = step->operands[0].index;                                                               \
    goto *opcodes[step++->opcode];

static void MACHINE(const struct kernel_run *run)
{
    static const void *const opcodes[] = {
#define ENTRY(opcode) [OPCODE_##opcode] = &&at_##opcode,
#define LOAD(name, value) ENTRY(name##_COLUMN) ENTRY(name##_SCALAR) ENTRY(name##_TEMPORARY)
#define BINARY(name, value) LOAD(name, value) ENTRY(name##_COLUMN_AND_SCALAR)
#define UNARY(name, value) ENTRY(name)
#include "expr/opcodes.def"
#undef LOAD
#undef BINARY
#undef UNARY
        ENTRY(APPLY) ENTRY(STORE) ENTRY(OUTPUT) ENTRY(END)
#undef ENTRY
    };
    alignas(KERNEL_ALIGNMENT) double accumulator[POINTS_TILE];
    const double *const *const columns = run->columns;
    const double *const scalars = run->scalars;
    double *const temporaries = run->temporaries;
    const struct step *step = run->steps;
    size_t point = run->start;
    uint32_t index;
    lanes A[KERNEL_VECTORS] = { zero, zero, zero, zero, zero, zero, zero, zero,
                                zero, zero, zero, zero, zero, zero, zero, zero };
    if (point >= run->end)
        return;
    NEXT
#define LOAD(name, value)                                                                          \
    FORM(name##_COLUMN, ACCUMULATOR, COLUMN, value)                                                \
    FORM(name##_SCALAR, ACCUMULATOR, SCALAR, value)                                                \
    FORM(name##_TEMPORARY, ACCUMULATOR, TEMPORARY, value)
#define BINARY(name, value)                                                                        \
    LOAD(name, value)                                                                              \
    FORM(name##_COLUMN_AND_SCALAR, COLUMN, SCALAR, value)
#define UNARY(name, value) FORM(name, ACCUMULATOR, ACCUMULATOR, value)
#include "expr/opcodes.def"
#undef LOAD
#undef BINARY
#undef UNARY
at_APPLY:
    EACH_VECTOR(FILL)
    JOIN(MACHINE, _apply)(run, point, step - 1, accumulator);
    EACH_VECTOR(TAKE)
    NEXT
at_STORE:
    EACH_VECTOR(KEEP)
    NEXT
at_OUTPUT:
    WRITE_OUTPUT()
at_END:
    step = run->steps;
    point += TILE;
    if (point >= run->end)
        return;
    NEXT
}

#undef TEMPORARY
#undef VECTOR
#undef FORM
#undef ACCUMULATOR
#undef KEEP
#undef FILL
#undef TAKE
#undef NEXT
