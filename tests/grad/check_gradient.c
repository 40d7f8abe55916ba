/* Tests src/grad/gradient.c: known gradients, the seed's table, batches, and what moves. */
#include "../suite.h"

#include <stdio.h>

#include "functions.h"

enum { LINE_SIZE = 256, SEED_ROWS = 324, BATCH_MOST = 600, CALLS_MOST = 4096 };

/* Written as the seed's sum(x**2). */
static double seed(const double *x)
{
    return x[0] * x[0] + x[1] * x[1];
}

START_TEST(the_seeds_table)
{
    FILE *file = fopen(TEST_DATA_DIR "/grad/seed_field.tsv", "r");
    ck_assert_ptr_nonnull(file);
    char line[LINE_SIZE];
    int rows = 0;
    ck_assert_ptr_nonnull(fgets(line, sizeof line, file));
    ck_assert_str_eq(line, "x0\tx1\tf\tgrad0\tgrad1\n");
    for (; fgets(line, sizeof line, file) != NULL; rows++) {
        double row[5];
        char *at = line;
        for (size_t k = 0; k < 5; k++)
            row[k] = strtod(at, &at);
        ck_assert_int_eq(*at, '\n');
        struct gradient got = gradient_of_call(seed, 2, "central", 1e-4, row);
        ck_assert_int_eq(got.verdict, VERDICT_ok);
        ck_assert(same_bits(got.value, row[2]));
        ck_assert(same_bits(got.derivatives[0], row[3]));
        ck_assert(same_bits(got.derivatives[1], row[4]));
    }
    fclose(file);
    ck_assert_int_eq(rows, SEED_ROWS);
}
END_TEST

/* The bits are those of the formula written out. */
START_TEST(the_formulas_bits)
{
    const double h = 1e-4;
    for (double a = -3; a < 3; a += 0.173) {
        double x[] = { a, a * 0.7 + 0.1 };
        double up[] = { x[0] + h, x[1] };
        double down[] = { x[0] - h, x[1] };
        struct gradient got = gradient_of_call(seed, 2, "central", h, x);
        ck_assert(same_bits(got.derivatives[0], (seed(up) - seed(down)) / (2 * h)));
        got = gradient_of_call(seed, 2, "forward", h, x);
        ck_assert(same_bits(got.derivatives[0], (seed(up) - seed(x)) / h));
        got = gradient_of_call(seed, 2, "backward", h, x);
        ck_assert(same_bits(got.derivatives[0], (seed(x) - seed(down)) / h));
    }
}
END_TEST

static double waves(const double *x)
{
    return sin(x[0]) * cos(2 * x[1]);
}

static double bell(const double *x)
{
    return exp(-x[0] * x[0] - 0.5 * x[1] * x[1]);
}

static double quotient(const double *x)
{
    return x[0] / (1 + x[1] * x[1]);
}

START_TEST(closed_forms)
{
    for (double a = -2; a <= 2; a += 0.37) {
        for (double b = -2; b <= 2; b += 0.41) {
            double x[] = { a, b };
            double s = 1 + b * b;
            const double exact[3][2] = {
                { cos(a) * cos(2 * b), -2 * sin(a) * sin(2 * b) },
                { -2 * a * bell(x), -b * bell(x) },
                { 1 / s, -2 * a * b / (s * s) },
            };
            point_function *const functions[] = { waves, bell, quotient };
            for (size_t i = 0; i < 3; i++) {
                struct gradient got = gradient_of_call(functions[i], 2, "central", 1e-4, x);
                ck_assert_int_eq(got.verdict, VERDICT_ok);
                ck_assert(same_bits(got.value, functions[i](x)));
                ck_assert_double_le(fabs(got.derivatives[0] - exact[i][0]), 1e-7);
                ck_assert_double_le(fabs(got.derivatives[1] - exact[i][1]), 1e-7);
                got = gradient_of_call(functions[i], 2, "forward", 1e-7, x);
                ck_assert_double_le(fabs(got.derivatives[0] - exact[i][0]), 1e-6);
                got = gradient_of_call(functions[i], 2, "backward", 1e-7, x);
                ck_assert_double_le(fabs(got.derivatives[1] - exact[i][1]), 1e-6);
            }
        }
    }
}
END_TEST

static double weighted_10(const double *x)
{
    double sum = 0;
    for (int k = 0; k < 10; k++)
        sum += (k + 1) * x[k] * x[k];
    return sum;
}

static double cube(const double *x)
{
    return x[0] * x[0] * x[0];
}

START_TEST(one_variable_and_ten)
{
    double x[10];
    for (int k = 0; k < 10; k++)
        x[k] = 0.1 * k - 0.3;
    struct gradient got = gradient_of_call(weighted_10, 10, "central", 1e-4, x);
    for (int k = 0; k < 10; k++)
        ck_assert_double_le(fabs(got.derivatives[k] - 2 * (k + 1) * x[k]), 1e-9);
    got = gradient_of_call(cube, 1, "central", 1e-4, &x[9]);
    ck_assert_double_le(fabs(got.derivatives[0] - 3 * x[9] * x[9]), 1e-7);
}
END_TEST

/* Everything there is among the points: ordinary, flat, dead and undefined. */
static double mixed(const double *x)
{
    if (x[0] < -1)
        return log(x[1]);
    return x[0] > 1 ? floor(x[1]) : 1e16 * (x[0] > 0.9) + sin(x[0]) * x[1];
}

/* The batch of `count` points is, in every bit, what the points are one by one. */
static void check_batch(size_t count, const char *scheme, const double *const *x,
                        const struct gradient *alone)
{
    static double values[BATCH_MOST + 1], first[BATCH_MOST + 1], second[BATCH_MOST + 1];
    static enum verdict verdicts[BATCH_MOST + 1];
    struct called called = { .call = mixed, .n = 2 };
    struct fn fn = { .n = 2, .evaluate = call_each, .context = &called };
    struct difference difference = { .scheme = scheme_find(scheme, strlen(scheme)), .h = 1e-4 };
    struct gradient_result result = {
        .values = values, .derivatives = (double *[]){ first, second }, .verdicts = verdicts
    };
    values[count] = first[count] = second[count] = 77;
    verdicts[count] = VERDICT_COUNT;
    struct differentiator *differentiator = differentiator_new(&fn);
    ck_assert_ptr_nonnull(differentiator);
    gradient_batch(differentiator, &difference, count, x, 2, &result);
    differentiator_free(differentiator);
    for (size_t i = 0; i < count; i++)
        if (!same_bits(values[i], alone[i].value) || verdicts[i] != alone[i].verdict ||
            !same_bits(first[i], alone[i].derivatives[0]) ||
            !same_bits(second[i], alone[i].derivatives[1]))
            ck_abort_msg("%s: point %zu of %zu", scheme, i, count);
    ck_assert(values[count] == 77 && first[count] == 77 && second[count] == 77);
    ck_assert_int_eq(verdicts[count], VERDICT_COUNT);
}

START_TEST(a_batch_is_its_points)
{
    static const size_t counts[] = { 0, 1, 2, 3, 255, 256, 257, 511, 512, 513, BATCH_MOST };
    static double columns[2][BATCH_MOST];
    static struct gradient alone[BATCH_MOST];
    const double *x[] = { columns[0], columns[1] };
    for (size_t i = 0; i < BATCH_MOST; i++) {
        columns[0][i] = (double)(i * 7919 % 601) / 200 - 1.5;
        columns[1][i] = (double)(i * 104729 % 599) / 150 - 2;
    }
    for (size_t s = 0; s < scheme_count(); s++) {
        const char *scheme = scheme_at(s)->name;
        unsigned seen = 0;
        if (scheme_is_exact(scheme_at(s)))
            continue;
        for (size_t i = 0; i < BATCH_MOST; i++) {
            double point[] = { columns[0][i], columns[1][i] };
            alone[i] = gradient_of_call(mixed, 2, scheme, 1e-4, point);
            seen |= 1u << alone[i].verdict;
        }
        ck_assert_uint_eq(seen, 1u << VERDICT_ok | 1u << VERDICT_dead | 1u << VERDICT_undefined);
        for (size_t c = 0; c < sizeof counts / sizeof counts[0]; c++)
            check_batch(counts[c], scheme, x, alone);
    }
}
END_TEST

/* The same and more in sixteen variables. */
static double mixed_16(const double *x)
{
    double sum = mixed(x) + sqrt(x[5]) + floor(x[7]) + x[0] * x[15];
    for (int k = 2; k < 14; k++)
        sum += sin(k * x[k]);
    return sum;
}

/* Few points are taken one by one, with their axes together, and many axis by axis. */
START_TEST(points_of_many_variables_do_not_depend_on_their_number)
{
    enum { N = 16 };
    static double columns[N][BATCH_MOST], derivatives[N][BATCH_MOST], values[BATCH_MOST];
    static enum verdict verdicts[BATCH_MOST];
    struct called called = { .call = mixed_16, .n = N };
    struct fn fn = { .n = N, .evaluate = call_each, .context = &called };
    const double *x[N];
    double *pointers[N];
    for (size_t k = 0; k < N; k++) {
        x[k] = columns[k];
        pointers[k] = derivatives[k];
        for (size_t i = 0; i < BATCH_MOST; i++)
            columns[k][i] = (double)((i + 11) * (k + 3) * 7919 % 601) / 200 - (k == 5 ? 0.1 : 1.5);
    }
    for (size_t s = 0; s < scheme_count(); s += suite_under_valgrind() ? 3 : 1) {
        struct difference difference = { .scheme = scheme_at(s), .h = 1e-4 };
        struct gradient_result result = {
            .values = values, .derivatives = pointers, .verdicts = verdicts
        };
        if (scheme_is_exact(difference.scheme))
            continue;
        struct differentiator *differentiator = differentiator_new(&fn);
        ck_assert_ptr_nonnull(differentiator);
        gradient_batch(differentiator, &difference, BATCH_MOST, x, N, &result);
        differentiator_free(differentiator);
        for (size_t i = 0; i < BATCH_MOST; i += 7) {
            double point[N];
            for (size_t k = 0; k < N; k++)
                point[k] = columns[k][i];
            struct gradient alone =
                gradient_of_call(mixed_16, N, difference.scheme->name, 1e-4, point);
            ck_assert(same_bits(alone.value, values[i]));
            ck_assert_int_eq(alone.verdict, verdicts[i]);
            for (size_t k = 0; k < N; k++)
                ck_assert(same_bits(alone.derivatives[k], derivatives[k][i]));
        }
    }
}
END_TEST

/* Where a function of three variables was evaluated. */
struct record {
    double points[CALLS_MOST][3];
    size_t count;
    bool constant;
};

static void record_each(void *context, size_t count, const double *const *x, double *values)
{
    struct record *record = context;
    for (size_t i = 0; i < count; i++) {
        ck_assert_uint_lt(record->count, CALLS_MOST);
        for (size_t k = 0; k < 3; k++)
            record->points[record->count][k] = x[k][i];
        record->count++;
        values[i] = record->constant ? 1 : x[0][i] + 2 * x[1][i] + 4 * x[2][i];
    }
}

START_TEST(samples_are_where_the_scheme_says)
{
    static const struct {
        const char *scheme;
        size_t samples;
        double moves[2];
    } rows[] = {
        { "forward", 1, { 0.25 } }, { "backward", 1, { -0.25 } }, { "central", 2, { 0.25, -0.25 } },
    };
    const double point[] = { 1, 2, 3 };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        static struct record record;
        record.count = 0;
        struct fn fn = { .n = 3, .evaluate = record_each, .context = &record };
        struct gradient got = gradient_of(&fn, rows[i].scheme, 0.25, point);
        ck_assert(got.derivatives[0] == 1 && got.derivatives[1] == 2 && got.derivatives[2] == 4);
        ck_assert_uint_eq(record.count, 1 + 3 * rows[i].samples);
        for (size_t k = 0; k < 3; k++)
            ck_assert_double_eq(record.points[0][k], point[k]);
        for (size_t c = 1; c < record.count; c++) {
            size_t axis = (c - 1) / rows[i].samples;
            double move = rows[i].moves[(c - 1) % rows[i].samples];
            for (size_t k = 0; k < 3; k++)
                ck_assert_double_eq(record.points[c][k], point[k] + (k == axis ? move : 0));
        }
    }
}
END_TEST

/* Nor does another coordinate move where the function is flat and larger steps are tried. */
START_TEST(one_coordinate_moves_at_a_time)
{
    static struct record record = { .constant = true };
    struct fn fn = { .n = 3, .evaluate = record_each, .context = &record };
    const double point[] = { 1, -2, 3e10 };
    struct gradient got = gradient_of(&fn, "central", 1e-4, point);
    ck_assert_int_eq(got.verdict, VERDICT_ok);
    ck_assert_uint_gt(record.count, 50);
    for (size_t c = 0; c < record.count; c++) {
        int moved = 0;
        for (size_t k = 0; k < 3; k++)
            moved += record.points[c][k] != point[k];
        ck_assert_int_le(moved, 1);
    }
}
END_TEST

/* Only the axes that were asked for are computed and written. */
START_TEST(fewer_axes)
{
    static struct record record;
    struct fn fn = { .n = 3, .evaluate = record_each, .context = &record };
    const double point[] = { 1, 2, 3 };
    const double *x[] = { &point[0], &point[1], &point[2] };
    double value, derivative;
    enum verdict verdict;
    double *const derivatives[] = { &derivative };
    struct gradient_result result = {
        .values = &value, .derivatives = derivatives, .verdicts = &verdict
    };
    struct difference difference = difference_default();
    struct differentiator *differentiator = differentiator_new(&fn);
    ck_assert_ptr_nonnull(differentiator);
    gradient_batch(differentiator, &difference, 1, x, 1, &result);
    ck_assert_uint_eq(record.count, 3);
    ck_assert_double_le(fabs(derivative - 1), 1e-9);
    gradient_batch(differentiator, &difference, 1, x, 0, &result);
    ck_assert_uint_eq(record.count, 4);
    ck_assert_double_eq(value, 17);
    ck_assert_int_eq(verdict, VERDICT_ok);
    differentiator_free(differentiator);
    differentiator_free(NULL);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_seeds_table);
    tcase_add_test(cases, the_formulas_bits);
    tcase_add_test(cases, closed_forms);
    tcase_add_test(cases, one_variable_and_ten);
    tcase_add_test(cases, a_batch_is_its_points);
    tcase_add_test(cases, points_of_many_variables_do_not_depend_on_their_number);
    tcase_add_test(cases, samples_are_where_the_scheme_says);
    tcase_add_test(cases, one_coordinate_moves_at_a_time);
    tcase_add_test(cases, fewer_axes);
}

SUITE_MAIN("grad gradient", add_cases)
