/*
 * A machine that runs a tape tile by tile, the accumulator in KERNEL_VECTORS vector registers.
 * Included by kernels_body.h for each shape of a tile, with these macros defined:
 *
 *     MACHINE, FETCH    the names of the two functions
 *     TILE              points of a tile
 *     COLUMN(index, k)  vector k of a column, where `point` is the tile's first
 *     SCALAR(index, k)  the same of a scalar
 *     WRITE_OUTPUT()    store A as the step says
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

/* A[k] = value, an expression of a, the accumulator, and b, which is found at the given place */
#define VECTOR(k, PLACE, value)                                                                    \
    {                                                                                              \
        const lanes a = A[k];                                                                      \
        const lanes b = PLACE(index, k);                                                           \
        (void)a;                                                                                   \
        A[k] = (value);                                                                            \
    }
#define EACH(PLACE, value)                                                                         \
    VECTOR(0, PLACE, value) VECTOR(1, PLACE, value) VECTOR(2, PLACE, value)                        \
    VECTOR(3, PLACE, value) VECTOR(4, PLACE, value) VECTOR(5, PLACE, value)                        \
    VECTOR(6, PLACE, value) VECTOR(7, PLACE, value) VECTOR(8, PLACE, value)                        \
    VECTOR(9, PLACE, value) VECTOR(10, PLACE, value) VECTOR(11, PLACE, value)                      \
    VECTOR(12, PLACE, value) VECTOR(13, PLACE, value) VECTOR(14, PLACE, value)                     \
    VECTOR(15, PLACE, value)
#define FORM(opcode, PLACE, value)                                                                 \
    case opcode:                                                                                   \
        EACH(PLACE, value)                                                                         \
        break;
#define THREE_FORMS(name, value)                                                                   \
    FORM(OPCODE_##name##_COLUMN, COLUMN, value)                                                    \
    FORM(OPCODE_##name##_SCALAR, SCALAR, value)                                                    \
    FORM(OPCODE_##name##_TEMPORARY, TEMPORARY, value)
#define ACCUMULATOR(index, k) A[k]
#define KEEP(k) store(temporaries + (size_t)index * POINTS_TILE + (k) * LANES, A[k]);
#define FILL(k) store(accumulator + (k) * LANES, A[k]);
#define TAKE(k) A[k] = load(accumulator + (k) * LANES);

static void MACHINE(const struct kernel_run *run)
{
    alignas(KERNEL_ALIGNMENT) double accumulator[POINTS_TILE];
    const double *const *const columns = run->columns;
    const double *const scalars = run->scalars;
    double *const temporaries = run->temporaries;
    const struct step *step = run->steps;
    size_t point = run->start;
    lanes A[KERNEL_VECTORS] = { zero, zero, zero, zero, zero, zero, zero, zero,
                                zero, zero, zero, zero, zero, zero, zero, zero };
    while (point < run->end) {
        const uint32_t index = step->operands[0].index;
        switch ((enum opcode)step++->opcode) {
        THREE_FORMS(LOAD, b)
        THREE_FORMS(ADD, a + b)
        THREE_FORMS(SUBTRACT, a - b)
        THREE_FORMS(SUBTRACT_FROM, b - a)
        THREE_FORMS(MULTIPLY, a * b)
        THREE_FORMS(DIVIDE, a / b)
        THREE_FORMS(DIVIDE_INTO, b / a)
        FORM(OPCODE_NEGATE, ACCUMULATOR, -b)
        FORM(OPCODE_SQUARE, ACCUMULATOR, b * b)
        FORM(OPCODE_CUBE, ACCUMULATOR, b * b * b)
        FORM(OPCODE_FOURTH, ACCUMULATOR, (b * b) * (b * b))
        FORM(OPCODE_ABS, ACCUMULATOR, absolute(b))
        FORM(OPCODE_SQRT, ACCUMULATOR, lanes_sqrt(b))
        case OPCODE_APPLY:
            EACH_VECTOR(FILL)
            JOIN(MACHINE, _apply)(run, point, step - 1, accumulator);
            EACH_VECTOR(TAKE)
            break;
        case OPCODE_STORE:
            EACH_VECTOR(KEEP)
            break;
        case OPCODE_OUTPUT:
            WRITE_OUTPUT()
            break;
        case OPCODE_END:
            step = run->steps;
            point += TILE;
            break;
        }
    }
}

#undef TEMPORARY
#undef VECTOR
#undef EACH
#undef FORM
#undef THREE_FORMS
#undef ACCUMULATOR
#undef KEEP
#undef FILL
#undef TAKE
