/* Tests src/out/table.c: formats, columns, and the order of samples. */
#include "../suite.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "out/table.h"

/* The text is as expected; it is freed. */
static void check_text(struct text *text, const char *expected)
{
    ck_assert(!text->failed);
    ck_assert_str_eq(text_string(text), expected);
    text_free(text);
}

/* f = x0, but NaN where x0 is 0 and x1 is 1. */
static void first_coordinate(void *context, size_t count, const double *const *x, double *values)
{
    (void)context;
    for (size_t i = 0; i < count; i++)
        values[i] = x[0][i] == 0 && x[1][i] == 1 ? (double)NAN : x[0][i];
}

START_TEST(formats_have_names)
{
    ck_assert_str_eq(table_format_name(TABLE_tsv), "tsv");
    ck_assert_str_eq(table_format_name(TABLE_csv), "csv");
    ck_assert_str_eq(table_format_name(TABLE_json), "json");
    ck_assert_str_eq(table_format_name(TABLE_npy), "npy");
    ck_assert(table_format_holds_words(TABLE_json));
    ck_assert(!table_format_holds_words(TABLE_npy));
}
END_TEST

START_TEST(headers_name_the_columns)
{
    struct table_columns columns = { .quantities = { QUANTITY_f, QUANTITY_x1, QUANTITY_f },
                                     .count = 3 };
    struct text text = TEXT_EMPTY;
    struct table table = { .columns = &columns, .format = TABLE_tsv };
    table_begin(&table, 1, 1, &text);
    table.format = TABLE_csv;
    table_begin(&table, 1, 1, &text);
    check_text(&text, "f\tx1\tf\nf,x1,f\n");
}
END_TEST

/* The field of f = x0 over (0, 1.5) x (-1, 1) in that format. */
static void check_written(enum table_format format, const struct table_columns *columns,
                          const char *expected)
{
    const struct fn fn = { .n = 2, .evaluate = first_coordinate };
    struct differentiator *differentiator = differentiator_new(&fn);
    struct field *field = field_new();
    ck_assert_ptr_nonnull(differentiator);
    ck_assert_ptr_nonnull(field);
    ck_assert_int_eq(field_resize(field, 2, 2), STATUS_OK);
    const struct plane plane = { .differentiator = differentiator, .fixed = NULL };
    const struct difference difference = { .scheme = scheme_default(), .h = 0.5 };
    const double x0[] = { 0, 1.5 };
    const double x1[] = { -1, 1 };
    field_compute(field, &plane, &difference, x0, x1);
    struct text text = TEXT_EMPTY;
    struct table table = { .columns = columns, .format = format };
    if (format == TABLE_json)
        table_begin(&table, 2, 2, &text);
    table_field(&table, field, true, &text);
    table_end(&table, &text);
    check_text(&text, expected);
    field_free(field);
    differentiator_free(differentiator);
}

START_TEST(samples_run_along_x0_first)
{
    const struct table_columns columns = {
        .quantities = { QUANTITY_x0, QUANTITY_x1, QUANTITY_f, QUANTITY_grad0, QUANTITY_verdict },
        .count = 5
    };
    check_written(TABLE_csv, &columns,
                  "0.0,-1.0,0.0,1.0,ok\n1.5,-1.0,1.5,1.0,ok\n"
                  "0.0,1.0,nan,nan,undefined\n1.5,1.0,1.5,1.0,ok\n");
}
END_TEST

START_TEST(json_is_an_array_of_objects)
{
    const struct table_columns columns = { .quantities = { QUANTITY_f, QUANTITY_verdict },
                                           .count = 2 };
    check_written(TABLE_json, &columns,
                  "[\n{\"f\": 0.0, \"verdict\": \"ok\"},\n{\"f\": 1.5, \"verdict\": \"ok\"},\n"
                  "{\"f\": null, \"verdict\": \"undefined\"},\n"
                  "{\"f\": 1.5, \"verdict\": \"ok\"}\n]\n");
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, formats_have_names);
    tcase_add_test(cases, headers_name_the_columns);
    tcase_add_test(cases, samples_run_along_x0_first);
    tcase_add_test(cases, json_is_an_array_of_objects);
}

SUITE_MAIN("out table", add_cases)
