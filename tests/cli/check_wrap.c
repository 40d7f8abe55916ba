/* Tests src/cli/wrap.c and what is set with it: no line of the help is too wide. */
#include "../suite.h"

#include <string.h>

#include "cli/help.h"
#include "cli/wrap.h"

START_TEST(words_are_set_in_lines)
{
    struct text text = TEXT_EMPTY;
    text_append(&text, "ab");
    wrap_append(&text, 2, 4, "cd ef");
    ck_assert_str_eq(text_string(&text), "ab  cd ef\n");
    text_clear(&text);
    text_append(&text, "abcd");
    wrap_append(&text, 4, 2, "ef");
    ck_assert_str_eq(text_string(&text), "abcd\n  ef\n");
    text_clear(&text);
    wrap_append(&text, 0, 3, "");
    ck_assert_str_eq(text_string(&text), "   \n");
    text_free(&text);
}
END_TEST

/* Two words fill a line to WRAP_WIDTH and no further. */
START_TEST(lines_are_filled)
{
    char words[WRAP_WIDTH * 2];
    for (size_t last = 38; last < 41; last++) {
        struct text text = TEXT_EMPTY;
        memset(words, 'a', sizeof words);
        words[40] = ' ';
        words[41 + last] = '\0';
        wrap_append(&text, 0, 0, words);
        bool fits = 41 + last <= WRAP_WIDTH;
        ck_assert_uint_eq(strcspn(text.bytes, "\n"), fits ? 41 + last : 40);
        text_free(&text);
    }
}
END_TEST

static void check_width(const struct text *text)
{
    ck_assert(!text->failed);
    for (const char *line = text->bytes; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        ck_assert_msg(length <= WRAP_WIDTH, "too wide: %.*s", (int)length, line);
        ck_assert_msg(length == 0 || line[length - 1] != ' ', "blank at the end: %.*s",
                      (int)length, line);
        line += length + 1;
    }
}

START_TEST(help_and_catalogue_fit)
{
    struct text text = TEXT_EMPTY;
    help_append(&text);
    check_width(&text);
    text_clear(&text);
    help_append_catalogue(&text);
    check_width(&text);
    text_free(&text);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, words_are_set_in_lines);
    tcase_add_test(cases, lines_are_filled);
    tcase_add_test(cases, help_and_catalogue_fit);
}

SUITE_MAIN("cli wrap", add_cases)
