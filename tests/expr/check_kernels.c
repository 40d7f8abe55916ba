/* Tests src/expr/kernels.c and its sets: each one's operations against the C library's. */
#include "../suite.h"

#include <float.h>
#include <math.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "expr/kernels.h"

static const double specials[] = {
    0.0, -0.0, 0.5, -0.5, 1, -1, 1.5, -1.5, 2, -2, 2.5, -2.5, 3, -3, 0.1, -0.7, 10, -10, 100.25,
    1e-5, -1e-5, 1e-20, 1e5, 1e10, -1e10, 1e15, 1e16, -1e16, 1e22, 1e300, -1e300, 1e-300, 5e-324,
    -5e-324, DBL_MIN, -DBL_MIN, DBL_MAX, -DBL_MAX, INFINITY, -INFINITY, NAN, 709.5, -745.2, 171,
    4503599627370497.5, -2251799813685248.5,
};

enum { SPECIALS = sizeof specials / sizeof specials[0], POINTS = 100000, POINTS_SLOWLY = 1000 };

/* What an operation may be off from the C library, in units of the last place; 0: in no bit. */
static const struct {
    enum operation operation;
    double ulps;
} inexact[] = {
    { OPERATION_POWER, 4 }, { OPERATION_SIN, 4 }, { OPERATION_COS, 4 }, { OPERATION_TAN, 4 },
    { OPERATION_ASIN, 4 }, { OPERATION_ACOS, 4 }, { OPERATION_ATAN, 4 }, { OPERATION_ATAN2, 4 },
    { OPERATION_SINH, 4 }, { OPERATION_COSH, 4 }, { OPERATION_TANH, 4 }, { OPERATION_ASINH, 4 },
    { OPERATION_ACOSH, 4 }, { OPERATION_ATANH, 4 }, { OPERATION_EXP, 4 }, { OPERATION_EXP2, 4 },
    { OPERATION_EXPM1, 4 }, { OPERATION_LOG, 4 }, { OPERATION_LOG2, 4 }, { OPERATION_LOG10, 4 },
    { OPERATION_LOG1P, 4 }, { OPERATION_CBRT, 4 }, { OPERATION_HYPOT, 4 }, { OPERATION_ERF, 4 },
    { OPERATION_ERFC, 4 }, { OPERATION_SIGMOID, 8 }, { OPERATION_SOFTPLUS, 8 },
};

static const char *const names[] = {
#define OPERATION(name, operands, value) #name,
#include "expr/operations.def"
#undef OPERATION
};

static double ulps_of(enum operation operation)
{
    for (size_t i = 0; i < sizeof inexact / sizeof inexact[0]; i++)
        if (inexact[i].operation == operation)
            return inexact[i].ulps;
    return 0;
}

static size_t points(void)
{
    return getenv("TEST_UNDER_VALGRIND") == NULL ? POINTS : POINTS_SLOWLY;
}

/* The next of a fixed sequence of numbers in [0, 1): Marsaglia's xorshift (JSS 8, 2003). */
static double next_uniform(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (double)(*state >> 11) * 0x1p-53;
}

/* Numbers as functions meet them, of every size, and some that are whole. */
static double next_argument(uint64_t *state)
{
    double kind = next_uniform(state);
    double sign = next_uniform(state) < 0.5 ? -1 : 1;
    double uniform = next_uniform(state);
    if (kind < 0.4)
        return sign * 20 * uniform;
    if (kind < 0.7)
        return sign * uniform;
    if (kind < 0.8)
        return sign * rint(100 * uniform) / 2;
    return sign * exp((kind < 0.9 ? 40 : 1400) * (uniform - 0.5));
}

/* A tile's operands, filled one point after another. */
struct tile {
    alignas(KERNEL_ALIGNMENT) double operands[OPERANDS_MOST][KERNEL_POINTS_MOST];
    size_t count;
};

static bool close_enough(double got, double expected, double ulps)
{
    if (isnan(expected) || isnan(got))
        return isnan(expected) && isnan(got);
    if (got == expected)
        return signbit(got) == signbit(expected);
    if (isinf(got) || isinf(expected))
        return false;
    double magnitude = fmax(fabs(expected), DBL_MIN);
    return fabs(got - expected) <= ulps * (nextafter(magnitude, INFINITY) - magnitude);
}

/* Carry out the operation on a tile of the set, some tiles of `plain` at a time. */
static void apply(const struct kernels *kernels, enum operation operation,
                  const struct tile *tile, double *out)
{
    for (size_t i = 0; i < tile->count; i += kernels->points_tile) {
        const double *const operands[] = { tile->operands[0] + i, tile->operands[1] + i,
                                           tile->operands[2] + i };
        kernels->operations[operation](operands, out + i);
    }
}

/* Carry out the operation on the tile as it is, with the set and with the plain one. */
static void compare(const struct kernels *kernels, enum operation operation, struct tile *tile)
{
    alignas(KERNEL_ALIGNMENT) double out[KERNEL_POINTS_MOST];
    alignas(KERNEL_ALIGNMENT) double expected[KERNEL_POINTS_MOST];
    apply(kernels, operation, tile, out);
    apply(kernels_find("plain"), operation, tile, expected);
    for (size_t i = 0; i < tile->count; i++)
        if (!close_enough(out[i], expected[i], ulps_of(operation)))
            ck_abort_msg("%s %s of %a, %a, %a is %a, not %a", kernels->name, names[operation],
                         tile->operands[0][i], tile->operands[1][i], tile->operands[2][i], out[i],
                         expected[i]);
    tile->count = 0;
}

/* Add a point; a full tile is compared. */
static void add_point(const struct kernels *kernels, enum operation operation, struct tile *tile,
                      double a, double b, double c)
{
    tile->operands[0][tile->count] = a;
    tile->operands[1][tile->count] = b;
    tile->operands[2][tile->count] = c;
    if (++tile->count == kernels->points_tile)
        compare(kernels, operation, tile);
}

static void compare_specials(const struct kernels *kernels, enum operation operation)
{
    struct tile tile = { .count = 0 };
    for (size_t i = 0; i < SPECIALS; i++)
        for (size_t j = 0; j < (operation_operands(operation) > 1 ? SPECIALS : 1); j++)
            add_point(kernels, operation, &tile, specials[i], specials[j],
                      specials[(i + j) % SPECIALS]);
    compare(kernels, operation, &tile);
}

/* Random numbers; what fills no tile is left. */
static void compare_points(const struct kernels *kernels, enum operation operation)
{
    struct tile tile = { .count = 0 };
    uint64_t state = 88172645463325252u;
    for (size_t i = 0; i < points(); i++) {
        double a = next_argument(&state);
        double b = next_argument(&state);
        add_point(kernels, operation, &tile, a, b, next_argument(&state));
    }
}

START_TEST(every_set_agrees_with_the_c_library)
{
    const struct kernels *kernels = kernels_at((size_t)_i);
    for (int i = 0; kernels != NULL && i < OPERATION_COUNT; i++) {
        compare_specials(kernels, (enum operation)i);
        compare_points(kernels, (enum operation)i);
    }
}
END_TEST

/* A number among others has the bits that it has alone. */
START_TEST(lanes_do_not_see_one_another)
{
    const struct kernels *kernels = kernels_at((size_t)_i);
    for (int i = 0; kernels != NULL && i < OPERATION_COUNT; i++) {
        struct tile tile = { .count = 0 };
        alignas(KERNEL_ALIGNMENT) double out[KERNEL_POINTS_MOST];
        const double *const operands[] = { tile.operands[0], tile.operands[1], tile.operands[2] };
        uint64_t state = 2463534242u;
        for (size_t k = 0; k < kernels->points_tile; k++)
            for (size_t operand = 0; operand < OPERANDS_MOST; operand++)
                tile.operands[operand][k] =
                    k % 5 == 0 ? specials[(k + operand + (size_t)i) % SPECIALS]
                               : next_argument(&state);
        kernels->operations[i](operands, out);
        for (size_t k = 0; k < kernels->points_tile; k++) {
            double at[OPERANDS_MOST] = { operands[0][k], operands[1][k], operands[2][k] };
            double alone = kernels_value(kernels, (enum operation)i, at);
            if (!close_enough(out[k], alone, 0))
                ck_abort_msg("%s %s of %a, %a, %a: %a, alone %a", kernels->name, names[i], at[0],
                             at[1], at[2], out[k], alone);
        }
    }
}
END_TEST

START_TEST(sets_are_found_by_name)
{
    ck_assert_ptr_nonnull(kernels_find("plain"));
    ck_assert_ptr_null(kernels_find("plane"));
    ck_assert_ptr_nonnull(kernels_best());
    for (size_t i = 0; i < kernels_count(); i++) {
        const struct kernels *kernels = kernels_at(i);
        if (kernels == NULL)
            continue;
        ck_assert_ptr_eq(kernels_find(kernels->name), kernels);
        ck_assert_uint_le(kernels->points_tile, KERNEL_POINTS_MOST);
        ck_assert_uint_eq(kernels->points_tile, PAIR_LANES * kernels->pairs_tile);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    int sets = (int)kernels_count();
    tcase_add_loop_test(cases, every_set_agrees_with_the_c_library, 0, sets);
    tcase_add_loop_test(cases, lanes_do_not_see_one_another, 0, sets);
    tcase_add_test(cases, sets_are_found_by_name);
}

SUITE_MAIN("expr kernels", add_cases)
