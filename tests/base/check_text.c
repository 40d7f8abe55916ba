/* Tests src/base/text.c and src/base/size.h: a text that grows, and sizes that are checked. */
#include "../suite.h"

#include <stdint.h>
#include <string.h>

#include "base/size.h"
#include "base/text.h"

enum { MANY = 5000 };

START_TEST(an_empty_text_is_an_empty_string)
{
    struct text text = TEXT_EMPTY;
    ck_assert_str_eq(text_string(&text), "");
    ck_assert_uint_eq(text.length, 0);
    text_append(&text, "");
    ck_assert_str_eq(text_string(&text), "");
    ck_assert(!text.failed);
    text_free(&text);
    ck_assert_ptr_null(text.bytes);
    text_free(&text);
}
END_TEST

START_TEST(appends_follow_one_another)
{
    struct text text = TEXT_EMPTY;
    text_append(&text, "ab");
    text_append_bytes(&text, "cdef", 2);
    text_append_format(&text, "%d-%s", 12, "x");
    text_append_repeated(&text, '!', 3);
    text_append_repeated(&text, '?', 0);
    ck_assert_str_eq(text_string(&text), "abcd12-x!!!");
    ck_assert_uint_eq(text.length, 11);
    text_free(&text);
}
END_TEST

START_TEST(bytes_may_hold_nul)
{
    struct text text = TEXT_EMPTY;
    text_append_bytes(&text, "a\0b", 3);
    text_append(&text, "c");
    ck_assert_uint_eq(text.length, 4);
    ck_assert_mem_eq(text.bytes, "a\0bc", 5);
    text_free(&text);
}
END_TEST

START_TEST(clear_keeps_the_memory)
{
    struct text text = TEXT_EMPTY;
    text_clear(&text);
    text_append(&text, "something");
    size_t capacity = text.capacity;
    text_clear(&text);
    ck_assert_str_eq(text_string(&text), "");
    ck_assert_uint_eq(text.length, 0);
    ck_assert_uint_eq(text.capacity, capacity);
    text_append(&text, "else");
    ck_assert_str_eq(text_string(&text), "else");
    text_free(&text);
}
END_TEST

/* Every way to append, at every fill of the memory around where it must grow. */
START_TEST(growth_keeps_the_content)
{
    for (size_t length = 0; length < 300; length++) {
        struct text text = TEXT_EMPTY;
        text_append_repeated(&text, 'a', length);
        text_append_bytes(&text, "b", 1);
        text_append_format(&text, "%s", "c");
        ck_assert_uint_eq(text.length, length + 2);
        ck_assert_uint_gt(text.capacity, text.length);
        ck_assert_uint_eq(strspn(text.bytes, "a"), length);
        ck_assert_str_eq(text.bytes + length, "bc");
        text_free(&text);
    }
    struct text text = TEXT_EMPTY;
    for (int i = 0; i < MANY; i++)
        text_append_format(&text, "%04d", i);
    ck_assert_uint_eq(text.length, 4u * MANY);
    ck_assert_str_eq(text.bytes + 4 * (MANY - 2), "49984999");
    text_free(&text);
}
END_TEST

START_TEST(too_much_is_a_failure_that_stays)
{
    struct text text = TEXT_EMPTY;
    text_append(&text, "kept");
    text_append_repeated(&text, 'x', SIZE_MAX);
    ck_assert(text.failed);
    ck_assert_str_eq(text_string(&text), "kept");
    text_append(&text, "more");
    text_append_format(&text, "%d", 1);
    ck_assert_str_eq(text_string(&text), "kept");
    text_clear(&text);
    ck_assert(text.failed);
    text_free(&text);
    ck_assert(!text.failed);
    text_append_repeated(&text, 'x', SIZE_MAX - 1);
    ck_assert(text.failed);
    ck_assert_str_eq(text_string(&text), "");
    text_free(&text);
}
END_TEST

START_TEST(products_that_overflow_are_told)
{
    size_t product = 7;
    ck_assert(size_multiply(SIZE_MAX, 1, &product) && product == SIZE_MAX);
    ck_assert(size_multiply(1, SIZE_MAX, &product) && product == SIZE_MAX);
    ck_assert(size_multiply(0, SIZE_MAX, &product) && product == 0);
    ck_assert(size_multiply(SIZE_MAX, 0, &product) && product == 0);
    product = 7;
    ck_assert(!size_multiply(SIZE_MAX, 2, &product) && product == 7);
    ck_assert(!size_multiply(SIZE_MAX / 2 + 1, 2, &product) && product == 7);
    ck_assert(size_multiply(SIZE_MAX / 2, 2, &product) && product == SIZE_MAX - 1);
}
END_TEST

START_TEST(arrays_keep_their_content)
{
    int *array = array_resize(NULL, 2, sizeof *array);
    ck_assert_ptr_nonnull(array);
    array[0] = 1;
    array[1] = 2;
    int *grown = array_resize(array, MANY, sizeof *array);
    ck_assert_ptr_nonnull(grown);
    ck_assert_int_eq(grown[0] + grown[1], 3);
    ck_assert_ptr_null(array_resize(grown, SIZE_MAX / 2, sizeof *grown));
    ck_assert_int_eq(grown[1], 2);
    void *empty = array_resize(grown, 0, sizeof *grown);
    ck_assert_ptr_nonnull(empty);
    free(empty);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, an_empty_text_is_an_empty_string);
    tcase_add_test(cases, appends_follow_one_another);
    tcase_add_test(cases, bytes_may_hold_nul);
    tcase_add_test(cases, clear_keeps_the_memory);
    tcase_add_test(cases, growth_keeps_the_content);
    tcase_add_test(cases, too_much_is_a_failure_that_stays);
    tcase_add_test(cases, products_that_overflow_are_told);
    tcase_add_test(cases, arrays_keep_their_content);
}

SUITE_MAIN("base text", add_cases)
