/* The line that is typed after `:`, edited and drawn. */
#include "../suite.h"

#include <stdio.h>
#include <string.h>

#include "rows.h"
#include "tui/prompt.h"

/* An empty line in static storage, which has nothing to yank. */
static struct prompt *new_prompt(void)
{
    static struct prompt prompt;
    static struct text killed;
    text_free(&killed);
    prompt_start(&prompt, &killed);
    return &prompt;
}

/* One key for each word of `keys`, in the names of tui/keys.h. Returns the last answer. */
static enum prompt_answer press(struct prompt *prompt, const char *keys)
{
    enum prompt_answer answer = PROMPT_EDITED;
    char copy[256];
    snprintf(copy, sizeof copy, "%s", keys);
    for (char *key = strtok(copy, " "); key != NULL; key = strtok(NULL, " "))
        answer = prompt_key(prompt, key);
    return answer;
}

/* The line with a `|` at the place. */
static const char *marked(const struct prompt *prompt, char text[256])
{
    snprintf(text, 256, "%.*s|%.*s", (int)prompt->cursor, prompt->bytes,
             (int)(prompt->length - prompt->cursor), prompt->bytes + prompt->cursor);
    return text;
}

static const struct {
    const char *keys;
    const char *line;
} edits[] = {
    { "a b c", "abc|" },
    { "a <Space> b <Space> c", "a b c|" },
    { "a b <Left> c", "ac|b" },
    { "a b ^B ^B ^B c", "c|ab" },
    { "a b <Home> c", "c|ab" },
    { "a b ^A <Right> c", "ac|b" },
    { "a b ^A ^F ^F ^F c", "abc|" },
    { "a b ^A <End> c", "abc|" },
    { "a b ^A ^E c", "abc|" },
    { "a b c <Backspace>", "ab|" },
    { "a b c ^H <Left> ^H", "|b" },
    { "a b c ^A <Delete>", "|bc" },
    { "a b c ^A ^D ^D ^D ^D", "|" },
    { "a b <Left> ^U", "|b" },
    { "a b <Left> ^K", "a|" },
    { "a b <Space> c d <Space> <Space> ^W", "ab |" },
    { "a <Space> b <Left> ^W", "|b" },
    { "\xc3\xa9 \xe2\x86\x92 <Left> <Left> x", "x|\xc3\xa9\xe2\x86\x92" },
    { "\xc3\xa9 \xe2\x86\x92 <Backspace>", "\xc3\xa9|" },
    { "\xc3\xa9 \xe2\x86\x92 ^A <Delete>", "|\xe2\x86\x92" },
    { "<Delete> ^W ^U ^K <Left> <Right>", "|" },
    { "a <Space> b ^W x ^Y", "a xb|" },
    { "a b c <Left> ^U ^E ^Y ^Y", "cabab|" },
    { "a b c ^A ^K ^Y ^A ^Y", "abc|abc" },
    /* Those in a row are one, in the order in which they stood. */
    { "a <Space> b <Space> c ^W ^W ^U ^Y", "a b c|" },
    { "a b c <Left> ^K ^U ^Y", "abc|" },
    { "a b c <Left> ^U ^K ^K ^Y", "abc|" },
    { "a <Space> b <Space> c ^W <Left> ^W ^Y", "a b| " },
    { "a <Space> b ^W c ^W ^Y", "a c|" },
    { "a b ^U c ^A ^U ^K ^Y", "c|" },
    { "a b ^U c d <Backspace> <Left> <Delete> ^K ^Y", "ab|" },
};

START_TEST(keys_edit_the_line)
{
    struct prompt *prompt = new_prompt();
    char text[256];
    ck_assert_int_eq(press(prompt, edits[_i].keys), PROMPT_EDITED);
    ck_assert_str_eq(marked(prompt, text), edits[_i].line);
}
END_TEST

START_TEST(keys_end_the_line)
{
    struct prompt *prompt = new_prompt();
    ck_assert_int_eq(press(prompt, "a <Enter>"), PROMPT_ENTERED);
    ck_assert_int_eq(press(prompt, "<Esc>"), PROMPT_CANCELLED);
    ck_assert_int_eq(press(prompt, "^C"), PROMPT_CANCELLED);
    ck_assert_int_eq(press(prompt, "<Backspace>"), PROMPT_EDITED);
    ck_assert_int_eq(press(prompt, "<Backspace>"), PROMPT_CANCELLED);
}
END_TEST

START_TEST(other_keys_are_refused)
{
    static const char *const keys[] = { "<Unknown>", "<Up>", "^G", "^@", "^[", "<PageUp>", "^Y" };
    struct prompt *prompt = new_prompt();
    char text[256];
    press(prompt, "a");
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        ck_assert_int_eq(press(prompt, keys[i]), PROMPT_REFUSED);
    ck_assert_str_eq(marked(prompt, text), "a|");
}
END_TEST

START_TEST(full_line_refuses_more)
{
    struct prompt *prompt = new_prompt();
    for (size_t i = 0; i < PROMPT_SIZE - 1; i++)
        ck_assert_int_eq(prompt_key(prompt, "a"), PROMPT_EDITED);
    ck_assert_int_eq(prompt_key(prompt, "\xc3\xa9"), PROMPT_REFUSED);
    ck_assert_int_eq(prompt_key(prompt, "a"), PROMPT_EDITED);
    ck_assert_int_eq(prompt_key(prompt, "a"), PROMPT_REFUSED);
    ck_assert_uint_eq(prompt->length, PROMPT_SIZE);
    ck_assert_int_eq(press(prompt, "^U ^Y"), PROMPT_EDITED);
    ck_assert_uint_eq(prompt->length, PROMPT_SIZE);
    ck_assert_int_eq(press(prompt, "^Y"), PROMPT_REFUSED);
}
END_TEST

static const struct {
    const char *keys;
    int columns;
    bool ascii;
    const char *row;
    int cursor;
} drawings[] = {
    { "", 10, false, ":", 1 },
    { "a b c", 10, false, ":abc", 4 },
    { "a b c <Left>", 10, false, ":abc", 3 },
    { "a b c d e f g h", 10, false, ":abcdefgh", 9 },
    { "a b c d e f g h i", 10, false, ":efghi", 6 },
    { "a b c d e f g h i j k l m", 10, false, ":ijklm", 6 },
    { "a b c d e f g h i j k l m ^A", 10, false, ":abcdefghi", 1 },
    { "\xc3\xa9 b", 20, false, ":\xc3\xa9" "b", 3 },
    { "\xc3\xa9 b", 20, true, ":\\u{e9}b", 8 },
    { "a \xe2\x80\xae b", 20, false, ":a\\u{202e}b", 11 },
    { "\xc2\x9b", 20, false, ":\\u{9b}", 7 },
    { "\xe4\xb8\xad b", 20, false, ":\\u{4e2d}b", 10 },
    { "a b", 1, false, ":", 0 },
    { "a b", 2, false, ":", 1 },
};

START_TEST(line_is_drawn)
{
    struct prompt *prompt = new_prompt();
    char text[ROW_SIZE];
    press(prompt, drawings[_i].keys);
    struct canvas *canvas = canvas_new(2, drawings[_i].columns);
    ck_assert_ptr_nonnull(canvas);
    canvas_text(canvas, 1, 0, 99, "this was here before", PEN_PLAIN);
    prompt_draw(prompt, canvas, 1, drawings[_i].ascii);
    ck_assert_str_eq(row_text(canvas, 1, text), drawings[_i].row);
    ck_assert_int_eq(canvas_cursor(canvas).row, 1);
    ck_assert_int_eq(canvas_cursor(canvas).column, drawings[_i].cursor);
    ck_assert(canvas_cursor(canvas).visible);
    canvas_free(canvas);
}
END_TEST

START_TEST(place_is_always_in_sight)
{
    struct prompt *prompt = new_prompt();
    for (int columns = 1; columns < 30; columns += suite_under_valgrind() ? 4 : 1) {
        struct canvas *canvas = canvas_new(1, columns);
        for (int i = 0; i < 40; i++) {
            prompt_key(prompt, i % 3 == 0 ? "\xe2\x80\xae" : "a");
            prompt_draw(prompt, canvas, 0, false);
            struct canvas_cursor cursor = canvas_cursor(canvas);
            ck_assert_int_ge(cursor.column, columns > 1);
            ck_assert_int_lt(cursor.column, columns);
        }
        canvas_free(canvas);
    }
}
END_TEST

START_TEST(missing_row_is_left_alone)
{
    struct prompt *prompt = new_prompt();
    struct canvas *canvas = canvas_new(1, 5);
    prompt_draw(prompt, canvas, -1, false);
    prompt_draw(prompt, canvas, 1, false);
    ck_assert_uint_eq(canvas_cell(canvas, 0, 0).character, ' ');
    ck_assert_int_eq(canvas_resize(canvas, 0, 0), STATUS_OK);
    prompt_draw(prompt, canvas, 0, false);
    canvas_free(canvas);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, keys_edit_the_line, 0, (int)(sizeof edits / sizeof edits[0]));
    tcase_add_test(cases, keys_end_the_line);
    tcase_add_test(cases, other_keys_are_refused);
    tcase_add_test(cases, full_line_refuses_more);
    tcase_add_loop_test(cases, line_is_drawn, 0, (int)(sizeof drawings / sizeof drawings[0]));
    tcase_add_test(cases, place_is_always_in_sight);
    tcase_add_test(cases, missing_row_is_left_alone);
}

SUITE_MAIN("tui prompt", add_cases)
