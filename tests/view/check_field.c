/* Tests of view/field.h. */
#include "fixture.h"

enum { COLUMNS = 37, ROWS = 17, VARIABLES = 40 };

PLANE_FUNCTION(square_sum, a * a + b * b)
PLANE_FUNCTION(logarithm, log(a) + b)

/* The sum of (k + 1) x_k over all VARIABLES variables. */
static void weighted_sum(void *context, size_t count, const double *const *x, double *values)
{
    (void)context;
    for (size_t i = 0; i < count; i++) {
        values[i] = 0;
        for (size_t k = 0; k < VARIABLES; k++)
            values[i] += (double)(k + 1) * x[k][i];
    }
}

/* Compute `fn` over COLUMNS x ROWS places with steps of a quarter from (first0, first1). */
static struct field *compute(const struct fn *fn, const double *fixed, double first0,
                             double first1)
{
    double x0[COLUMNS];
    double x1[ROWS];
    for (int i = 0; i < COLUMNS; i++)
        x0[i] = first0 + i * 0.25;
    for (int i = 0; i < ROWS; i++)
        x1[i] = first1 + i * 0.25;
    struct differentiator *differentiator = differentiator_new(fn);
    struct field *field = field_new();
    struct plane plane = { .differentiator = differentiator, .fixed = fixed };
    struct difference difference = difference_default();
    ck_assert_int_eq(field_resize(field, COLUMNS, ROWS), STATUS_OK);
    field_compute(field, &plane, &difference, x0, x1);
    differentiator_free(differentiator);
    return field;
}

START_TEST(samples_lie_where_they_should)
{
    struct fn fn = { .n = AXES, .evaluate = square_sum };
    struct field *field = compute(&fn, NULL, -4.5, -2);
    ck_assert_uint_eq(field_columns(field), COLUMNS);
    ck_assert_uint_eq(field_rows(field), ROWS);
    for (size_t column = 0; column < COLUMNS; column++) {
        for (size_t row = 0; row < ROWS; row++) {
            struct sample sample = field_sample(field, column, row);
            double x0 = -4.5 + 0.25 * (double)column;
            double x1 = -2 + 0.25 * (double)row;
            ck_assert_double_eq(sample.place[0], x0);
            ck_assert_double_eq(sample.place[1], x1);
            ck_assert_double_eq(sample.value, x0 * x0 + x1 * x1);
            ck_assert_double_eq_tol(sample.gradient[0], 2 * x0, 1e-9);
            ck_assert_double_eq_tol(sample.gradient[1], 2 * x1, 1e-9);
            ck_assert_int_eq(sample.verdict, VERDICT_ok);
        }
    }
    field_free(field);
}
END_TEST

START_TEST(a_place_has_the_same_bits_in_any_field)
{
    struct fn fn = { .n = AXES, .evaluate = square_sum };
    struct field *one = compute(&fn, NULL, -4.5, -2);
    struct field *other = compute(&fn, NULL, -3.25, -1.5);
    for (size_t column = 5; column < COLUMNS; column++) {
        for (size_t row = 2; row < ROWS; row++) {
            struct sample a = field_sample(one, column, row);
            struct sample b = field_sample(other, column - 5, row - 2);
            ck_assert_double_eq(a.value, b.value);
            ck_assert_double_eq(a.gradient[0], b.gradient[0]);
            ck_assert_double_eq(a.gradient[1], b.gradient[1]);
        }
    }
    field_free(one);
    field_free(other);
}
END_TEST

static void exact_grid(void *context, const struct grid *grid, double *values,
                       double *const derivatives[GRID_AXES])
{
    (void)context;
    (void)values;
    for (size_t row = 0; row < grid->rows; row++) {
        for (size_t column = 0; column < grid->columns; column++) {
            derivatives[0][row * grid->columns + column] = 3 * pow(grid->x0[column], 2);
            derivatives[1][row * grid->columns + column] = grid->x1[row] == 0 ? NAN : 1;
        }
    }
}

PLANE_FUNCTION(cubic, a * a * a + b)

/* A field of the cubic with everything found out, by central differences with step h. */
static struct field *find_out(double h)
{
    struct fn fn = { .n = AXES, .evaluate = cubic };
    struct field *field = compute(&fn, NULL, -4.5, -2);
    struct differentiator *differentiator = differentiator_new(&fn);
    struct plane plane = { .differentiator = differentiator };
    struct difference difference = difference_default();
    double x0[COLUMNS];
    double x1[ROWS];
    difference.h = h;
    for (size_t i = 0; i < COLUMNS; i++)
        x0[i] = field_sample(field, i, 0).place[0];
    for (size_t i = 0; i < ROWS; i++)
        x1[i] = field_sample(field, 0, i).place[1];
    field_compute(field, &plane, &difference, x0, x1);
    ck_assert_double_nan(field_sample(field, 1, 1).error);
    ck_assert_double_nan(field_sample(field, 1, 1).true_error);
    field_judge(field, &plane, &difference);
    field_find_truth(field, &plane, &fn);
    ck_assert_double_nan(field_sample(field, 1, 1).true_error);
    fn.gradient_grid = exact_grid;
    field_find_truth(field, &plane, &fn);
    field_find_steps(field, &plane, &difference);
    differentiator_free(differentiator);
    return field;
}

START_TEST(errors_are_found_out)
{
    struct field *field = find_out(0.125);
    for (size_t column = 0; column < COLUMNS; column++) {
        for (size_t row = 0; row < ROWS; row++) {
            struct sample sample = field_sample(field, column, row);
            ck_assert_double_eq(sample.step, 0.125);
            /* The central difference of x^3 is off by h^2. */
            ck_assert_double_eq_tol(sample.error, 0.015625, 1e-9);
            ck_assert_double_eq_tol(sample.order, 2, 1e-6);
            ck_assert_double_gt(sample.condition, 0.9);
            ck_assert_double_gt(sample.best_step, 0);
            if (sample.place[1] == 0)
                ck_assert_double_nan(sample.true_error);
            else
                ck_assert_double_eq_tol(sample.true_error, 0.015625, 1e-9);
            ck_assert_int_eq(sample.verdict, VERDICT_ok);
        }
    }
    field_free(field);
}
END_TEST

START_TEST(judging_refines_verdicts_alone)
{
    struct field *coarse = find_out(2);
    size_t wrong = 0;
    for (size_t column = 0; column < COLUMNS; column++) {
        struct sample sample = field_sample(coarse, column, 3);
        wrong += sample.verdict == VERDICT_truncation;
        ck_assert(sample_has_gradient(&sample));
        ck_assert_double_eq(sample.value, pow(sample.place[0], 3) + sample.place[1]);
    }
    ck_assert_uint_gt(wrong, 0);
    ck_assert_uint_lt(wrong, COLUMNS);
    field_free(coarse);
}
END_TEST

START_TEST(other_variables_stand_still)
{
    double fixed[VARIABLES];
    double rest = 0;
    for (int k = 0; k < VARIABLES; k++) {
        fixed[k] = k < AXES ? (double)NAN : k;
        rest += k < AXES ? 0 : (k + 1.0) * k;
    }
    struct fn fn = { .n = VARIABLES, .evaluate = weighted_sum };
    struct field *field = compute(&fn, fixed, 0, 0);
    for (size_t column = 0; column < COLUMNS; column++) {
        for (size_t row = 0; row < ROWS; row++) {
            struct sample sample = field_sample(field, column, row);
            ck_assert_double_eq(sample.value, rest + sample.place[0] + 2 * sample.place[1]);
            ck_assert_double_eq_tol(sample.gradient[0], 1, 1e-6);
            ck_assert_double_eq_tol(sample.gradient[1], 2, 1e-6);
        }
    }
    field_free(field);
}
END_TEST

START_TEST(undefined_places_are_told)
{
    struct fn fn = { .n = AXES, .evaluate = logarithm };
    struct field *field = compute(&fn, NULL, -1, 0);
    ck_assert_int_eq(field_sample(field, 0, 0).verdict, VERDICT_undefined);
    ck_assert_double_nan(field_sample(field, 0, 0).value);
    ck_assert_double_nan(field_sample(field, 0, 0).gradient[0]);
    ck_assert_int_eq(field_sample(field, 4, 0).verdict, VERDICT_undefined);
    ck_assert_int_eq(field_sample(field, 5, 0).verdict, VERDICT_ok);
    field_free(field);
}
END_TEST

START_TEST(a_resized_field_has_forgotten)
{
    struct fn fn = { .n = AXES, .evaluate = square_sum };
    struct field *field = compute(&fn, NULL, 0, 0);
    ck_assert_int_eq(field_resize(field, 3, 2), STATUS_OK);
    ck_assert_uint_eq(field_columns(field), 3);
    ck_assert_uint_eq(field_rows(field), 2);
    ck_assert_double_nan(field_sample(field, 2, 1).value);
    ck_assert_int_eq(field_sample(field, 2, 1).verdict, VERDICT_undefined);
    field_free(field);
    field_free(NULL);
}
END_TEST

START_TEST(empty_fields_are_computed)
{
    struct fn fn = { .n = AXES, .evaluate = square_sum };
    struct differentiator *differentiator = differentiator_new(&fn);
    struct plane plane = { .differentiator = differentiator };
    struct difference difference = difference_default();
    struct field *field = field_new();
    double place = 1;
    field_compute(field, &plane, &difference, NULL, NULL);
    ck_assert_int_eq(field_resize(field, 1, 0), STATUS_OK);
    field_compute(field, &plane, &difference, &place, NULL);
    ck_assert_int_eq(field_resize(field, 1, 1), STATUS_OK);
    field_compute(field, &plane, &difference, &place, &place);
    ck_assert_double_eq(field_sample(field, 0, 0).value, 2);
    field_free(field);
    differentiator_free(differentiator);
}
END_TEST

START_TEST(impossible_sizes_change_nothing)
{
    struct field *field = field_new();
    ck_assert_int_eq(field_resize(field, 4, 3), STATUS_OK);
    ck_assert_int_eq(field_resize(field, SIZE_MAX, 2), STATUS_FAILED);
    ck_assert_int_eq(field_resize(field, SIZE_MAX, 0), STATUS_FAILED);
    ck_assert_int_eq(field_resize(field, SIZE_MAX / 3, 1), STATUS_FAILED);
    ck_assert_uint_eq(field_columns(field), 4);
    ck_assert_uint_eq(field_rows(field), 3);
    ck_assert_double_nan(field_sample(field, 3, 2).value);
    field_free(field);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, samples_lie_where_they_should);
    tcase_add_test(cases, a_place_has_the_same_bits_in_any_field);
    tcase_add_test(cases, errors_are_found_out);
    tcase_add_test(cases, judging_refines_verdicts_alone);
    tcase_add_test(cases, other_variables_stand_still);
    tcase_add_test(cases, undefined_places_are_told);
    tcase_add_test(cases, a_resized_field_has_forgotten);
    tcase_add_test(cases, empty_fields_are_computed);
    tcase_add_test(cases, impossible_sizes_change_nothing);
}

SUITE_MAIN("view field", add_cases)
