/* What a terminal pastes, from its bytes into a line. */
#include "fixture.h"

#include "tui/keys.h"

enum { LARGE = 1 << 20 }; /* bytes of a paste that no line has room for */

/* Let bytes come as from a terminal, a reader's fill at a time. */
static void receive(const struct fixture *fixture, struct key_reader *reader, const char *bytes,
                    size_t length)
{
    char key[KEY_NAME_SIZE];
    while (length > 0) {
        size_t room;
        char *place = key_reader_space(reader, &room);
        ck_assert_uint_gt(room, 0);
        size_t count = room < length ? room : length;
        memcpy(place, bytes, count);
        key_reader_received(reader, count);
        while (key_reader_next(reader, false, key))
            control_key(fixture->control, key);
        bytes += count;
        length -= count;
    }
}

static void receive_text(const struct fixture *fixture, const char *bytes)
{
    struct key_reader reader;
    key_reader_start(&reader);
    receive(fixture, &reader, bytes, strlen(bytes));
}

/* The lowest row shows this and nothing else. */
static void assert_hint(const struct fixture *fixture, const char *hint)
{
    char text[ROW_SIZE];
    draw(fixture);
    ck_assert_str_eq(row_text(fixture->canvas, ROWS - 1, text), hint);
}

static const struct {
    const char *pasted;
    const char *line;
    bool thinned; /* something is left out, which is told */
} pastes[] = {
    { "sin(x)", ":(sin(x))", false },
    { "", ":()", false },
    { "x\ny\n", ":(x y)", false },
    { "\r\n\r\nx\r\n\r\ny\r\n", ":(x y)", false },
    { "  x\ty ", ":(  x y )", false },
    { "x \n y", ":(x   y)", false },
    { "\xc3\xa9\xe2\x86\x92", ":(\xc3\xa9\xe2\x86\x92)", false },
    { "x\x1b[31m+\x1b[0my\x03\x04", ":(x+y)", true },
    { "x\x7fy\x15\x0bz\x08", ":(xyz)", true },
    { "x\xc2\x9b+\xc2\x85y", ":(x+y)", true },
    { "x\xff\xc0\xaf\xed\xa0\x80y", ":(xy)", true },
    { "\x1b[200~x\x1bOA\x1b[Ay\x1b", ":(xy)", true },
    { "\x03\x1a\x1b", ":()", true },
};

START_TEST(pastes_go_into_the_line_as_text)
{
    struct key_reader reader;
    struct fixture fixture = fixture_new();
    key_reader_start(&reader);
    press(&fixture, ": ( ) <Left>");
    receive(&fixture, &reader, "\x1b[200~", 6);
    receive(&fixture, &reader, pastes[_i].pasted, strlen(pastes[_i].pasted));
    receive(&fixture, &reader, "\x1b[201~", 6);
    ck_assert_int_eq(fixture.control->mode, CONTROL_PROMPT);
    assert_row(&fixture, ROWS - 2, pastes[_i].line);
    assert_hint(&fixture, pastes[_i].thinned ? "control characters were left out of the pasted text"
                                             : prompt_hint());
    ck_assert(!fixture.control->ring);
    press(&fixture, "<Right> x");
    assert_hint(&fixture, prompt_hint());
    fixture_free(fixture);
}
END_TEST

START_TEST(a_list_of_words_is_closed)
{
    struct fixture fixture = fixture_new();
    press(&fixture, ": z <Tab>");
    receive_text(&fixture, "\x1b[200~in 3\x1b[201~");
    assert_row(&fixture, ROWS - 2, ":zoom-in 3");
    assert_row(&fixture, ROWS - 3, "x0 0 ");
    fixture_free(fixture);
}
END_TEST

START_TEST(a_function_is_pasted)
{
    struct fixture fixture = fixture_new();
    press(&fixture, "f ^U");
    receive_text(&fixture, "\x1b[200~a = 2;\n\x07" "a*x + y\n\x1b[201~");
    assert_row(&fixture, ROWS - 2, "f: a = 2; a*x + y");
    assert_row(&fixture, ROWS - 1, "control characters were left out");
    assert_row(&fixture, 0, "\xe2\x88\x92\xe2\x88\x87" "f of a = 2; a*x + y");
    press(&fixture, "<Enter>");
    ck_assert_int_eq(fixture.control->mode, CONTROL_FIELD);
    fixture_free(fixture);
}
END_TEST

START_TEST(a_search_is_pasted)
{
    struct fixture fixture = fixture_new();
    press(&fixture, "/");
    receive_text(&fixture, "\x1b[200~himmel\n\x1b[201~");
    ck_assert_int_eq(fixture.control->mode, CONTROL_CATALOGUE);
    press(&fixture, "<Enter>");
    assert_row(&fixture, 0, "\xe2\x88\x92\xe2\x88\x87" "f of himmelblau");
    fixture_free(fixture);
}
END_TEST

/* What is looked for on the help page is a line as any other. */
START_TEST(a_search_of_the_help_is_pasted)
{
    char pasted[ROW_SIZE];
    char typed[ROW_SIZE];
    struct fixture fixture = fixture_new();
    struct fixture other = fixture_new();
    press(&fixture, "? /");
    receive_text(&fixture, "\x1b[200~quit\n\x1b[201~");
    press(&other, "? / q u i t");
    draw(&fixture);
    draw(&other);
    ck_assert(!fixture.control->ring);
    for (int row = 0; row < ROWS; row++)
        ck_assert_str_eq(row_text(fixture.canvas, row, pasted),
                         row_text(other.canvas, row, typed));
    fixture_free(fixture);
    fixture_free(other);
}
END_TEST

START_TEST(pastes_are_obeyed_nowhere)
{
    static const char *const keys[] = { "<Esc>", "?", "t", "9", "`" };
    struct fixture fixture = fixture_new();
    struct fixture untouched = fixture_new();
    press(&fixture, keys[_i]);
    enum control_mode mode = fixture.control->mode;
    receive_text(&fixture, "\x1b[200~l:quit\rq\x03\x1b[201~");
    ck_assert(!fixture.control->ended);
    ck_assert(fixture.control->ring);
    ck_assert_int_eq(fixture.control->mode, mode);
    assert_hint(&fixture, "pasted text goes to : f or /");
    press(&fixture, "<Esc>");
    assert_same_field(&fixture, &untouched);
    assert_row(&fixture, ROWS - 1, "hjkl");
    fixture_free(fixture);
    fixture_free(untouched);
}
END_TEST

START_TEST(a_paste_may_end_late_or_never)
{
    char key[KEY_NAME_SIZE];
    struct key_reader reader;
    struct fixture fixture = fixture_new();
    key_reader_start(&reader);
    press(&fixture, ":");
    receive(&fixture, &reader, "\x1b[200~sig", 9);
    assert_row(&fixture, ROWS - 2, ":");
    while (key_reader_next(&reader, true, key))
        control_key(fixture.control, key);
    assert_row(&fixture, ROWS - 2, ":sig");
    receive(&fixture, &reader, "n\x1b[201~", 7);
    assert_row(&fixture, ROWS - 2, ":sign");
    ck_assert(!fixture.control->ring);
    receive(&fixture, &reader, "\x03", 1);
    ck_assert_int_eq(fixture.control->mode, CONTROL_FIELD);
    /* What was left of one that was cut off is not in the next. */
    receive(&fixture, &reader, ":\x1b[200~x", 8);
    key_reader_start(&reader);
    receive(&fixture, &reader, "\x1b[200~y\x1b[201~", 13);
    assert_row(&fixture, ROWS - 2, ":y");
    fixture_free(fixture);
}
END_TEST

/* Each leaves no text; none may swallow the end, wherever the reader's fills cut it. */
static const char *const pieces[] = {
    "\r\n", "\x1b[31;1m\xe2\x86", "\x01\x1b", "\x1b[", "\x1b[2", "\x1b[201", "\x1bO", "\xff",
    "\x1b[;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;",
};

enum { PIECES = sizeof pieces / sizeof pieces[0] };

START_TEST(no_piece_swallows_the_end)
{
    char bytes[3 * KEY_BYTES_MOST] = "";
    struct key_reader reader;
    struct fixture fixture = fixture_new();
    while (strlen(bytes) + strlen(pieces[_i]) < sizeof bytes)
        strcat(bytes, pieces[_i]);
    press(&fixture, ":");
    for (size_t cut = 0; cut < 8; cut++) {
        key_reader_start(&reader);
        receive(&fixture, &reader, "\x1b[200~", 6);
        receive(&fixture, &reader, bytes + cut * strlen(pieces[_i]),
                strlen(bytes + cut * strlen(pieces[_i])));
        receive(&fixture, &reader, "\x1b[201~x", 7);
        ck_assert_uint_eq(fixture.control->prompt.length, cut + 1);
    }
    fixture_free(fixture);
}
END_TEST

START_TEST(a_million_bytes_pass_through)
{
    struct key_reader reader;
    struct fixture fixture = fixture_new();
    key_reader_start(&reader);
    press(&fixture, ":");
    receive(&fixture, &reader, "\x1b[200~", 6);
    for (size_t length = 0; length < LARGE; length += strlen(pieces[length % PIECES]))
        receive(&fixture, &reader, pieces[length % PIECES], strlen(pieces[length % PIECES]));
    receive(&fixture, &reader, "\x1b[201~sign", 10);
    assert_row(&fixture, ROWS - 2, ":sign");
    ck_assert_uint_eq(fixture.control->prompt.length, 4);
    fixture_free(fixture);
}
END_TEST

/* Paste that many characters into a line that has one. */
static void paste_many(const struct fixture *fixture, size_t count)
{
    struct key_reader reader;
    char *bytes = malloc(count);
    ck_assert_ptr_nonnull(bytes);
    memset(bytes, 'a', count);
    key_reader_start(&reader);
    receive(fixture, &reader, "x\x1b[200~", 7);
    receive(fixture, &reader, bytes, count);
    receive(fixture, &reader, "\x1b[201~", 6);
    free(bytes);
}

START_TEST(what_exceeds_a_line_is_refused)
{
    static const size_t counts[] = { PROMPT_SIZE - 1, PROMPT_SIZE, PROMPT_SIZE + 1,
                                     2 * PROMPT_SIZE };
    struct fixture fixture = fixture_new();
    press(&fixture, ":");
    paste_many(&fixture, counts[_i]);
    if (_i == 0) {
        ck_assert_uint_eq(fixture.control->prompt.length, PROMPT_SIZE);
        ck_assert(!fixture.control->ring);
    } else {
        assert_row(&fixture, ROWS - 2, ":x");
        assert_hint(&fixture, "the pasted text is too long for a line");
        ck_assert_uint_eq(fixture.control->prompt.length, 1);
        ck_assert(fixture.control->ring);
    }
    fixture_free(fixture);
}
END_TEST

START_TEST(without_room_for_a_frame_nothing_is_drawn)
{
    struct fixture fixture = fixture_new();
    control_resize(fixture.control, 3, 10);
    receive_text(&fixture, "\x1b[200~x\x1b[201~");
    draw(&fixture);
    receive_text(&fixture, ":\x1b[200~x\x07\x1b[201~");
    assert_row(&fixture, 2, ":x");
    fixture_free(fixture);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, pastes_go_into_the_line_as_text, 0,
                        (int)(sizeof pastes / sizeof pastes[0]));
    tcase_add_test(cases, a_list_of_words_is_closed);
    tcase_add_test(cases, a_function_is_pasted);
    tcase_add_test(cases, a_search_is_pasted);
    tcase_add_test(cases, a_search_of_the_help_is_pasted);
    tcase_add_loop_test(cases, pastes_are_obeyed_nowhere, 0, 5);
    tcase_add_test(cases, a_paste_may_end_late_or_never);
    tcase_add_loop_test(cases, no_piece_swallows_the_end, 0, PIECES);
    tcase_add_test(cases, a_million_bytes_pass_through);
    tcase_add_loop_test(cases, what_exceeds_a_line_is_refused, 0, 4);
    tcase_add_test(cases, without_room_for_a_frame_nothing_is_drawn);
}

SUITE_MAIN("tui paste", add_cases)
