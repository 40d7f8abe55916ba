/* Tests of base/choice.h. */
#include "../suite.h"

#include <string.h>

#include "base/choice.h"

static const char *const names[] = { "north", "east", "south" };

static const char *name_of(size_t index)
{
    return names[index];
}

static const struct choices rows = { .what = "way", .names = names, .count = 3 };
static const struct choices called = { .what = "way", .name = name_of, .count = 2,
                                       .more = ", or an angle" };

/* What becomes of the word that begins at byte 3 of "to WORD". */
static enum status find(const struct choices *choices, const char *text, size_t *index,
                        struct failure *failure)
{
    struct source_text source = { .name = "here", .bytes = text, .length = strlen(text) };
    return choice_find(choices, &source, 3, source.length - 3, index, failure);
}

START_TEST(names_are_found)
{
    struct failure failure;
    size_t index = 0;
    ck_assert_int_eq(find(&rows, "to south", &index, &failure), STATUS_OK);
    ck_assert_uint_eq(index, 2);
    ck_assert_int_eq(find(&called, "to north", &index, &failure), STATUS_OK);
    ck_assert_uint_eq(index, 0);
}
END_TEST

START_TEST(unknown_names_are_told)
{
    static const struct {
        const struct choices *choices;
        const char *text;
        const char *message;
    } cases_of[] = {
        { &rows, "to suoth", "unknown way 'suoth', did you mean 'south'?" },
        { &rows, "to mars", "unknown way 'mars', choose north, east or south" },
        { &called, "to south", "unknown way 'south', choose north or east, or an angle" },
        { &called, "to ", "a way is missing" },
    };
    for (size_t i = 0; i < sizeof cases_of / sizeof cases_of[0]; i++) {
        struct failure failure;
        size_t index = 7;
        ck_assert_int_eq(find(cases_of[i].choices, cases_of[i].text, &index, &failure),
                         STATUS_USAGE);
        ck_assert_str_eq(failure.message, cases_of[i].message);
        ck_assert_uint_eq(failure.column, 4);
        ck_assert_uint_eq(index, 7);
    }
}
END_TEST

/* Append words with a bar behind each; an empty one is refused. */
static enum status take(void *context, const struct source_text *source, size_t start,
                        size_t length, struct failure *failure)
{
    char *taken = context;
    if (length == 0)
        return failure_at(failure, source, start, 0, "empty");
    strncat(taken, source->bytes + start, length);
    strcat(taken, "|");
    return STATUS_OK;
}

START_TEST(lists_are_taken_until_one_fails)
{
    static const struct source_text whole = { .name = "", .bytes = "a,bc,d", .length = 6 };
    static const struct source_text holed = { .name = "", .bytes = "a,,d", .length = 4 };
    struct failure failure;
    char taken[16] = "";
    ck_assert_int_eq(choice_list(&whole, take, taken, &failure), STATUS_OK);
    ck_assert_str_eq(taken, "a|bc|d|");
    taken[0] = '\0';
    ck_assert_int_eq(choice_list(&holed, take, taken, &failure), STATUS_USAGE);
    ck_assert_str_eq(taken, "a|");
    ck_assert_uint_eq(failure.column, 3);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, names_are_found);
    tcase_add_test(cases, unknown_names_are_told);
    tcase_add_test(cases, lists_are_taken_until_one_fails);
}

SUITE_MAIN("base choice", add_cases)
