/* The operations of a tape written out for one point, with the C library, for tests. */
#ifndef STEEPEST_TESTS_EXPR_PLAIN_VALUES_H
#define STEEPEST_TESTS_EXPR_PLAIN_VALUES_H

#include <math.h>

#include "expr/operation.h"
#include "expr/polygamma.h"

static inline double lesser(double a, double b)
{
    return isnan(a) || isnan(b) ? (double)NAN : b < a ? b : a;
}

static inline double greater(double a, double b)
{
    return isnan(a) || isnan(b) ? (double)NAN : b > a ? b : a;
}

/* Remainder with the divisor's sign, a zero too. */
static inline double floored(double a, double b)
{
    double left = fmod(a, b);
    if (left == 0)
        return copysign(0, b);
    return (left < 0) != (b < 0) ? left + b : left;
}

static inline double sign_of(double a)
{
    return isnan(a) ? a : a > 0 ? 1 : a < 0 ? -1 : 0;
}

static inline double logistic(double a)
{
    double decay = exp(-fabs(a));
    return (a < 0 ? decay : 1) / (1 + decay);
}

/* The operation at a point; operands that it has not are ignored. */
static inline double plain_value(enum operation operation, double a, double b, double c)
{
    switch (operation) {
    case OPERATION_ADD: return a + b;
    case OPERATION_SUBTRACT: return a - b;
    case OPERATION_MULTIPLY: return a * b;
    case OPERATION_DIVIDE: return a / b;
    case OPERATION_NEGATE: return -a;
    case OPERATION_SQUARE: return a * a;
    case OPERATION_CUBE: return a * a * a;
    case OPERATION_FOURTH: return (a * a) * (a * a);
    case OPERATION_POWER: return pow(a, b);
    case OPERATION_LESS: return a < b;
    case OPERATION_LESS_EQUAL: return a <= b;
    case OPERATION_GREATER: return a > b;
    case OPERATION_GREATER_EQUAL: return a >= b;
    case OPERATION_EQUAL: return a == b;
    case OPERATION_NOT_EQUAL: return a != b;
    case OPERATION_NOT: return a == 0;
    case OPERATION_AND: return a != 0 && b != 0;
    case OPERATION_OR: return a != 0 || b != 0;
    case OPERATION_SELECT: return a != 0 ? b : c;
    case OPERATION_SIN: return sin(a);
    case OPERATION_COS: return cos(a);
    case OPERATION_TAN: return tan(a);
    case OPERATION_ASIN: return asin(a);
    case OPERATION_ACOS: return acos(a);
    case OPERATION_ATAN: return atan(a);
    case OPERATION_ATAN2: return atan2(a, b);
    case OPERATION_SINH: return sinh(a);
    case OPERATION_COSH: return cosh(a);
    case OPERATION_TANH: return tanh(a);
    case OPERATION_ASINH: return asinh(a);
    case OPERATION_ACOSH: return acosh(a);
    case OPERATION_ATANH: return atanh(a);
    case OPERATION_EXP: return exp(a);
    case OPERATION_EXP2: return exp2(a);
    case OPERATION_EXPM1: return expm1(a);
    case OPERATION_LOG: return log(a);
    case OPERATION_LOG2: return log2(a);
    case OPERATION_LOG10: return log10(a);
    case OPERATION_LOG1P: return log1p(a);
    case OPERATION_SQRT: return sqrt(a);
    case OPERATION_CBRT: return cbrt(a);
    case OPERATION_HYPOT: return hypot(a, b);
    case OPERATION_ABS: return fabs(a);
    case OPERATION_SIGN: return sign_of(a);
    case OPERATION_FLOOR: return floor(a);
    case OPERATION_CEIL: return ceil(a);
    case OPERATION_ROUND: return rint(a);
    case OPERATION_TRUNC: return trunc(a);
    case OPERATION_FMOD: return fmod(a, b);
    case OPERATION_MODULO: return floored(a, b);
    case OPERATION_MINIMUM: return lesser(a, b);
    case OPERATION_MAXIMUM: return greater(a, b);
    case OPERATION_CLAMP: return lesser(greater(a, b), c);
    case OPERATION_STEP: return a > 0;
    case OPERATION_SIGMOID: return logistic(a);
    case OPERATION_SOFTPLUS: return greater(a, 0) + log1p(exp(-fabs(a)));
    case OPERATION_RELU: return greater(a, 0);
    case OPERATION_ERF: return erf(a);
    case OPERATION_ERFC: return erfc(a);
    case OPERATION_GAMMA: return tgamma(a);
    case OPERATION_LGAMMA: return lgamma(a);
    case OPERATION_DIGAMMA: return digamma(a);
    case OPERATION_TRIGAMMA: return trigamma(a);
    case OPERATION_COUNT: break;
    }
    return NAN;
}

#endif
