/*
 * Vectors of doubles and their functions, for one set of kernels. Included by kernels_body.h alone,
 * whose includer defines
 *
 *     KERNEL_BYTES    how long a vector is
 *     KERNEL_LIBMVEC  the beginning of the names of glibc's vector functions of that length,
 *                     without the `v` for each operand; undefined: the C library's functions, lane
 *                     by lane
 *
 * Everything is static: objects for several instruction sets are linked together, and a function
 * that they shared could end up compiled for a processor that this one is not.
 */
#include <math.h>
#include <stdint.h>

#include "expr/polygamma.h"

enum { LANES = KERNEL_BYTES / 8 };

typedef double lanes __attribute__((vector_size(KERNEL_BYTES)));
typedef int64_t mask __attribute__((vector_size(KERNEL_BYTES)));

/* The same in memory that need not be aligned. */
typedef double loose_lanes __attribute__((vector_size(KERNEL_BYTES), aligned(8), may_alias));

static const lanes zero = { 0 };

static inline lanes load(const double *from)
{
    return *(const loose_lanes *)from;
}

static inline void store(double *to, lanes a)
{
    *(loose_lanes *)to = a;
}

/* Subtracting zeros, unlike adding them, leaves -0 alone. */
static inline lanes broadcast(double a)
{
    return a - zero;
}

static inline lanes choose(mask which, lanes a, lanes b)
{
    return (lanes)((which & (mask)a) | (~which & (mask)b));
}

/* 1 where the mask is set, else 0. */
static inline lanes truth(mask which)
{
    return (lanes)(which & (mask)broadcast(1));
}

/* lgamma also stores a sign where all threads see it. */
static inline double log_gamma(double a)
{
    int sign;
    return lgamma_r(a, &sign);
}

/* A function of the C library, or of this project, taken lane by lane. */
#define LANE_BY_LANE_1(name)                                                                       \
    static inline lanes lanes_##name(lanes a)                                                      \
    {                                                                                              \
        for (int i = 0; i < LANES; i++)                                                            \
            a[i] = name(a[i]);                                                                     \
        return a;                                                                                  \
    }

#define LANE_BY_LANE_2(name)                                                                       \
    static inline lanes lanes_##name(lanes a, lanes b)                                             \
    {                                                                                              \
        for (int i = 0; i < LANES; i++)                                                            \
            a[i] = name(a[i], b[i]);                                                               \
        return a;                                                                                  \
    }

#ifdef KERNEL_LIBMVEC
#define PASTE_(prefix, signature, name) prefix##signature##name
#define PASTE(prefix, signature, name) PASTE_(prefix, signature, name)
#define FUNCTION_1(name)                                                                           \
    lanes PASTE(KERNEL_LIBMVEC, v_, name)(lanes a);                                                \
    static inline lanes lanes_##name(lanes a)                                                      \
    {                                                                                              \
        return PASTE(KERNEL_LIBMVEC, v_, name)(a);                                                 \
    }
#define FUNCTION_2(name)                                                                           \
    lanes PASTE(KERNEL_LIBMVEC, vv_, name)(lanes a, lanes b);                                      \
    static inline lanes lanes_##name(lanes a, lanes b)                                             \
    {                                                                                              \
        return PASTE(KERNEL_LIBMVEC, vv_, name)(a, b);                                             \
    }
#else
#define FUNCTION_1(name) LANE_BY_LANE_1(name)
#define FUNCTION_2(name) LANE_BY_LANE_2(name)
#endif

FUNCTION_1(sin)
FUNCTION_1(cos)
FUNCTION_1(tan)
FUNCTION_1(asin)
FUNCTION_1(acos)
FUNCTION_1(atan)
FUNCTION_2(atan2)
FUNCTION_1(sinh)
FUNCTION_1(cosh)
FUNCTION_1(tanh)
FUNCTION_1(asinh)
FUNCTION_1(acosh)
FUNCTION_1(atanh)
FUNCTION_1(exp)
FUNCTION_1(exp2)
FUNCTION_1(expm1)
FUNCTION_1(log)
FUNCTION_1(log2)
FUNCTION_1(log10)
FUNCTION_1(log1p)
FUNCTION_2(pow)
FUNCTION_1(cbrt)
FUNCTION_2(hypot)
FUNCTION_1(erf)
FUNCTION_1(erfc)

LANE_BY_LANE_2(fmod)
LANE_BY_LANE_1(tgamma)
LANE_BY_LANE_1(log_gamma)
LANE_BY_LANE_1(digamma)
LANE_BY_LANE_1(trigamma)

/* Square roots and rounding are instructions, exact everywhere. */
#if KERNEL_BYTES == 64
#include <immintrin.h>
#define INSTRUCTION_1(name, instruction)                                                           \
    static inline lanes lanes_##name(lanes a)                                                      \
    {                                                                                              \
        return (lanes)(instruction);                                                               \
    }
INSTRUCTION_1(sqrt, _mm512_sqrt_pd((__m512d)a))
INSTRUCTION_1(floor, _mm512_roundscale_pd((__m512d)a, _MM_FROUND_TO_NEG_INF))
INSTRUCTION_1(ceil, _mm512_roundscale_pd((__m512d)a, _MM_FROUND_TO_POS_INF))
INSTRUCTION_1(rint, _mm512_roundscale_pd((__m512d)a, _MM_FROUND_TO_NEAREST_INT))
INSTRUCTION_1(trunc, _mm512_roundscale_pd((__m512d)a, _MM_FROUND_TO_ZERO))
#elif KERNEL_BYTES == 32
#include <immintrin.h>
#define INSTRUCTION_1(name, instruction)                                                           \
    static inline lanes lanes_##name(lanes a)                                                      \
    {                                                                                              \
        return (lanes)(instruction);                                                               \
    }
INSTRUCTION_1(sqrt, _mm256_sqrt_pd((__m256d)a))
INSTRUCTION_1(floor, _mm256_floor_pd((__m256d)a))
INSTRUCTION_1(ceil, _mm256_ceil_pd((__m256d)a))
INSTRUCTION_1(rint, _mm256_round_pd((__m256d)a, _MM_FROUND_TO_NEAREST_INT))
INSTRUCTION_1(trunc, _mm256_round_pd((__m256d)a, _MM_FROUND_TO_ZERO))
#else
LANE_BY_LANE_1(sqrt)
LANE_BY_LANE_1(floor)
LANE_BY_LANE_1(ceil)
LANE_BY_LANE_1(rint)
LANE_BY_LANE_1(trunc)
#endif

static inline lanes absolute(lanes a)
{
    return (lanes)((mask)a & INT64_MAX);
}

static inline lanes sign(lanes a)
{
    return choose(a == a, truth(a > zero) - truth(a < zero), a);
}

/* NaN goes through; the first of equals is taken. */
static inline lanes minimum(lanes a, lanes b)
{
    return choose((a != a) | (b != b), a + b, choose(b < a, b, a));
}

static inline lanes maximum(lanes a, lanes b)
{
    return choose((a != a) | (b != b), a + b, choose(b > a, b, a));
}

/* Remainder with the divisor's sign, as Python's and NumPy's. */
static inline lanes modulo(lanes a, lanes b)
{
    lanes remainder = lanes_fmod(a, b);
    lanes signed_zero = (lanes)((mask)b & INT64_MIN);
    lanes moved = choose((remainder < zero) ^ (b < zero), remainder + b, remainder);
    return choose(remainder == zero, signed_zero, moved);
}

/* exp is only ever taken of what is not positive, so that nothing overflows on the way. */
static inline lanes sigmoid(lanes a)
{
    lanes decay = lanes_exp(-absolute(a));
    return choose(a < zero, decay, broadcast(1)) / (1 + decay);
}

static inline lanes softplus(lanes a)
{
    return maximum(a, zero) + lanes_log1p(lanes_exp(-absolute(a)));
}
