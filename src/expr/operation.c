/* The operations of a tape. */
#include "expr/operation.h"

#include <math.h>

static double sign(double a)
{
    return a > 0 ? 1 : a < 0 ? -1 : a == 0 ? 0 : a;
}

/* Remainder with the divisor's sign, as Python's and NumPy's. */
static double modulo(double a, double b)
{
    double remainder = fmod(a, b);
    if (remainder == 0)
        return copysign(0, b);
    return (remainder < 0) != (b < 0) ? remainder + b : remainder;
}

/* NaN goes through; the first of equals is taken. */
static double minimum(double a, double b)
{
    return isnan(a) || isnan(b) ? a + b : b < a ? b : a;
}

static double maximum(double a, double b)
{
    return isnan(a) || isnan(b) ? a + b : b > a ? b : a;
}

/* exp is only ever taken of what is not positive, so that nothing overflows on the way. */
static double sigmoid(double a)
{
    double decay = exp(-fabs(a));
    return a < 0 ? decay / (1 + decay) : 1 / (1 + decay);
}

static double softplus(double a)
{
    return maximum(a, 0) + log1p(exp(-fabs(a)));
}

/* The parameters that an operation does not use are there for the macro's sake. */
#define KERNEL_1(name, value)                                                                      \
    static void apply_##name(size_t count, const double *const operands[OPERANDS_MOST],            \
                             double *out)                                                          \
    {                                                                                              \
        for (size_t i = 0; i < count; i++) {                                                       \
            double a = operands[0][i];                                                             \
            out[i] = value;                                                                        \
        }                                                                                          \
    }

#define KERNEL_2(name, value)                                                                      \
    static void apply_##name(size_t count, const double *const operands[OPERANDS_MOST],            \
                             double *out)                                                          \
    {                                                                                              \
        for (size_t i = 0; i < count; i++) {                                                       \
            double a = operands[0][i];                                                             \
            double b = operands[1][i];                                                             \
            out[i] = value;                                                                        \
        }                                                                                          \
    }

#define KERNEL_3(name, value)                                                                      \
    static void apply_##name(size_t count, const double *const operands[OPERANDS_MOST],            \
                             double *out)                                                          \
    {                                                                                              \
        for (size_t i = 0; i < count; i++) {                                                       \
            double a = operands[0][i];                                                             \
            double b = operands[1][i];                                                             \
            double c = operands[2][i];                                                             \
            out[i] = value;                                                                        \
        }                                                                                          \
    }

#define OPERATION(name, operands, value) KERNEL_##operands(name, value)
#include "expr/operations.def"
#undef OPERATION

typedef void kernel(size_t count, const double *const operands[OPERANDS_MOST], double *out);

static const struct {
    kernel *apply;
    int operands;
} operations[OPERATION_COUNT] = {
#define OPERATION(name, operands, value) [OPERATION_##name] = { apply_##name, operands },
#include "expr/operations.def"
#undef OPERATION
};

int operation_operands(enum operation operation)
{
    return operations[operation].operands;
}

void operation_apply(enum operation operation, size_t count,
                     const double *const operands[OPERANDS_MOST], double *out)
{
    operations[operation].apply(count, operands, out);
}
