/* Bytes of a terminal made into names of keys. */
#include "../suite.h"

#include <string.h>

#include "tui/keys.h"

/* Give bytes to a reader. */
static void feed(struct key_reader *reader, const char *bytes, size_t length)
{
    size_t room;
    char *place = key_reader_space(reader, &room);
    ck_assert_uint_le(length, room);
    memcpy(place, bytes, length);
    key_reader_received(reader, length);
}

/* The names of all keys, each followed by a blank. */
static void take_all(struct key_reader *reader, bool final, char *names)
{
    char name[KEY_NAME_SIZE];
    names[0] = '\0';
    while (key_reader_next(reader, final, name)) {
        strcat(names, name);
        strcat(names, " ");
    }
}

static const struct {
    const char *bytes;
    const char *names;
} table[] = {
    { "hj:", "h j : " },
    { "\xe2\x86\x92\xc3\xa9", "\xe2\x86\x92 \xc3\xa9 " },
    { "\x01\x03\x0c\x1c\x1f", "^A ^C ^L ^\\ ^_ " },
    { "\r\n\t \x7f\x08", "<Enter> <Enter> <Tab> <Space> <Backspace> ^H " },
    { "\x1b[A\x1b[B\x1b[C\x1b[D", "<Up> <Down> <Right> <Left> " },
    { "\x1bOA\x1bOB\x1bOC\x1bOD", "<Up> <Down> <Right> <Left> " },
    { "\x1b[H\x1b[F\x1bOH\x1bOF", "<Home> <End> <Home> <End> " },
    { "\x1b[1~\x1b[4~\x1b[7~\x1b[8~", "<Home> <End> <Home> <End> " },
    { "\x1b[3~\x1b[5~\x1b[6~", "<Delete> <PageUp> <PageDown> " },
    { "\x1bOk\x1bOm\x1bOp\x1bOM", "+ - 0 <Enter> " },
    /* What has no name is one key, whatever bytes it is made of. */
    { "\x1b[1;5Aq", "<Unknown> q " },
    { "\x1b[[Aq", "<Unknown> q " },
    { "\x1bOzq", "<Unknown> q " },
    { "\x1b[1\x01q", "<Unknown> ^A q " },
    /* Reports about a mouse, and what only looks like one: never keys. */
    { "\x1b[<0;1;1Mq", "<Mouse> q " },
    { "\x1b[<0;1;1m\x1b[<64;80;24Mq", "<Mouse> <Mouse> q " },
    { "\x1b[<Mq", "<Mouse> q " },
    { "\x1b[<;;mq", "<Mouse> q " },
    { "\x1b[<-0;1;1Mq", "<Mouse> q " },
    { "\x1b[<0;1;1;1;1;1Mq", "<Mouse> q " },
    { "\x1b[<0;99999999999999999999;1Mq", "<Mouse> q " },
    { "\x1b[<0;1xq", "<Mouse> q " },
    { "\x1b[<0;1\x1b[<0;1;1Mq", "<Mouse> <Mouse> q " },
    { "\x1b[<0;1\x03q", "<Mouse> ^C q " },
    { "\x1b[<0;000000000000000000000000000000000000000000000000000000000000001;1Mq",
      "<Mouse> q " },
    { "\x1b[M qqq", "<Mouse> q " },
    { "\x1b[M\xffqqq", "<Mouse> q " },
    { "\x1b[Mq\x01q", "<Unknown> q ^A q " },
    /* After Esc the next key counts for itself. */
    { "\x1bq", "<Esc> q " },
    { "\x1b\x1b[A", "<Esc> <Up> " },
    { "\x1bO\x1b[A", "<Unknown> <Up> " },
    /* What is pasted is between marks, and no key is obeyed there. */
    { "\x1b[200~a b\r\nc\t\x1b[201~q",
      "<PasteBegin> a <Space> b <Enter> <Enter> c <Tab> <PasteEnd> q " },
    { "\x1b[200~\x1b[201~q", "<PasteBegin> <PasteEnd> q " },
    { "\x1b[201~q\x1b[201~", "q " },
    { "\x1b[200~\x1b[200~\x1b[201~\x1b[201~q", "<PasteBegin> <Unknown> <PasteEnd> q " },
    { "\x1b[200~\x1b[A\x7f\x1bOA\x1bx\x03\x1b[201~",
      "<PasteBegin> <Unknown> <Unknown> <Unknown> <Unknown> x ^C <PasteEnd> " },
    { "\x1b[200~\x1b\x1b[201~q", "<PasteBegin> <Unknown> <PasteEnd> q " },
    { "\x1b[200~\x1bO\x1b[201~q", "<PasteBegin> <Unknown> <PasteEnd> q " },
    { "\x1b[200~\x1b[\x1b[201~q", "<PasteBegin> <Unknown> <PasteEnd> q " },
    { "\x1b[200~\x1b[[\x1b[201~q", "<PasteBegin> <Unknown> <PasteEnd> q " },
    { "\x1b[200~\x1b[20\x1b[201~q", "<PasteBegin> <Unknown> <PasteEnd> q " },
    { "\x1b[200~\xe2\x86\x1b[201~q", "<PasteBegin> <Unknown> <Unknown> <PasteEnd> q " },
    { "\x1b[200;1~\x1b[2001~q", "<Unknown> <Unknown> q " },
    { "\x1b[200~\x1b[<0;1;1M\x1b[Mabc\x1b[M\x1b[201~q",
      "<PasteBegin> <Unknown> <Unknown> <Unknown> <PasteEnd> q " },
    /* Bytes that are no UTF-8: C1, overlong, surrogate, cut by another character. */
    { "\x9bq", "<Unknown> q " },
    { "\xc0\xafq", "<Unknown> <Unknown> q " },
    { "\xed\xa0\x80q", "<Unknown> <Unknown> <Unknown> q " },
    { "\xe2\x86q", "<Unknown> <Unknown> q " },
    { "\x80\x85\x8f\xffq", "<Unknown> <Unknown> <Unknown> <Unknown> q " },
    { "\xf4\x90\x80\x80q", "<Unknown> <Unknown> <Unknown> <Unknown> q " },
    { "\xc3\xa9\xa9q", "\xc3\xa9 <Unknown> q " },
    { "\xe2\x86\x1b[Aq", "<Unknown> <Unknown> <Up> q " },
    { "\xf0\x9f\x98\x80\xe2\x86\x92", "\xf0\x9f\x98\x80 \xe2\x86\x92 " },
};

START_TEST(bytes_become_names)
{
    struct key_reader reader;
    char names[256];
    key_reader_start(&reader);
    feed(&reader, table[_i].bytes, strlen(table[_i].bytes));
    take_all(&reader, false, names);
    ck_assert_str_eq(names, table[_i].names);
}
END_TEST

START_TEST(bytes_may_come_one_by_one)
{
    struct key_reader reader;
    char names[256];
    char all[256] = "";
    key_reader_start(&reader);
    for (size_t i = 0; i < strlen(table[_i].bytes); i++) {
        feed(&reader, table[_i].bytes + i, 1);
        take_all(&reader, false, names);
        strcat(all, names);
    }
    ck_assert_str_eq(all, table[_i].names);
}
END_TEST

START_TEST(zero_byte_is_a_control_key)
{
    struct key_reader reader;
    char names[32];
    key_reader_start(&reader);
    feed(&reader, "\0q", 2);
    take_all(&reader, false, names);
    ck_assert_str_eq(names, "^@ q ");
}
END_TEST

START_TEST(lone_escape_waits_until_it_is_final)
{
    static const char *const cut[] = { "\x1b", "\x1b[", "\x1bO", "\x1b[1;" };
    static const char *const meant[] = { "<Esc> ", "<Unknown> ", "<Unknown> ", "<Unknown> " };
    for (size_t i = 0; i < sizeof cut / sizeof cut[0]; i++) {
        struct key_reader reader;
        char names[32];
        key_reader_start(&reader);
        feed(&reader, cut[i], strlen(cut[i]));
        take_all(&reader, false, names);
        ck_assert_str_eq(names, "");
        ck_assert(key_reader_in_doubt(&reader));
        take_all(&reader, true, names);
        ck_assert_str_eq(names, meant[i]);
        ck_assert(!key_reader_in_doubt(&reader));
    }
}
END_TEST

START_TEST(cut_character_waits_without_doubt)
{
    struct key_reader reader;
    char names[32];
    key_reader_start(&reader);
    feed(&reader, "\xe2\x86", 2);
    take_all(&reader, false, names);
    ck_assert_str_eq(names, "");
    ck_assert(!key_reader_in_doubt(&reader));
    feed(&reader, "\x92", 1);
    take_all(&reader, false, names);
    ck_assert_str_eq(names, "\xe2\x86\x92 ");
}
END_TEST

START_TEST(endless_sequence_is_given_up)
{
    struct key_reader reader;
    char bytes[KEY_BYTES_MOST];
    char names[KEY_BYTES_MOST * 2];
    key_reader_start(&reader);
    memset(bytes, ';', sizeof bytes);
    memcpy(bytes, "\x1b[", 2);
    feed(&reader, bytes, sizeof bytes);
    take_all(&reader, false, names);
    ck_assert_str_eq(names, "<Unknown> ");
    size_t room;
    key_reader_space(&reader, &room);
    ck_assert_uint_eq(room, KEY_BYTES_MOST);
}
END_TEST

/* Fed in pieces, as a slow line does, so that it is given up before its end. */
START_TEST(overlong_sequence_is_passed_over_to_its_end)
{
    static const struct {
        const char *end;
        const char *names;
    } rows[] = {
        { "Mq", "<Mouse> q " }, { "q", "<Mouse> " },         { "\x1b[Aq", "<Mouse> <Up> q " },
        { "\x03", "<Mouse> ^C " }, { "\xc3\xa9", "<Mouse> \xc3\xa9 " },
        { "\x1b[200~q\x1b[201~", "<Mouse> <PasteBegin> q <PasteEnd> " },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct key_reader reader;
        char names[256];
        char all[256] = "";
        key_reader_start(&reader);
        feed(&reader, "\x1b[<", 3);
        for (int piece = 0; piece < 100; piece++) {
            feed(&reader, "11;", 3);
            take_all(&reader, false, names);
            strcat(all, names);
        }
        ck_assert(key_reader_in_doubt(&reader));
        feed(&reader, rows[i].end, strlen(rows[i].end));
        take_all(&reader, false, names);
        ck_assert_str_eq(strcat(all, names), rows[i].names);
        ck_assert(!key_reader_in_doubt(&reader));
    }
}
END_TEST

START_TEST(silence_ends_an_overlong_sequence)
{
    struct key_reader reader;
    char names[256];
    key_reader_start(&reader);
    feed(&reader, "\x1b[", 2);
    for (int piece = 0; piece < 30; piece++)
        feed(&reader, "11;", 3);
    take_all(&reader, false, names);
    ck_assert_str_eq(names, "<Unknown> ");
    take_all(&reader, true, names);
    ck_assert_str_eq(names, "");
    feed(&reader, "5q", 2);
    take_all(&reader, false, names);
    ck_assert_str_eq(names, "5 q ");
}
END_TEST

/* On a slow line a report may come in two parts; Esc is not its beginning. */
START_TEST(cut_report_waits_without_doubt)
{
    struct key_reader reader;
    char names[64];
    key_reader_start(&reader);
    feed(&reader, "\x1b[<0;1", 6);
    take_all(&reader, false, names);
    ck_assert_str_eq(names, "");
    ck_assert(!key_reader_in_doubt(&reader));
    feed(&reader, "2;3Mq", 5);
    ck_assert(key_reader_next(&reader, false, names));
    ck_assert_str_eq(names, KEY_NAME_MOUSE);
    ck_assert_int_eq(reader.mouse.action, MOUSE_PRESSED);
    ck_assert_int_eq(reader.mouse.column, 11);
    ck_assert_int_eq(reader.mouse.row, 2);
    ck_assert(key_reader_next(&reader, false, names));
    ck_assert_str_eq(names, "q");
}
END_TEST

/* The end may be lost: ^Z empties the terminal's queue, and a connection may swallow it. */
START_TEST(silence_ends_a_paste)
{
    static const struct {
        const char *bytes;
        const char *names; /* with silence */
    } rows[] = {
        { "a", "<PasteEnd> " },           { "a\x1b", "<Unknown> <PasteEnd> " },
        { "a\x1b[201", "<Unknown> <PasteEnd> " }, { "a\xe2\x86", "<Unknown> <PasteEnd> " },
        { "\x03", "<PasteEnd> " },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct key_reader reader;
        char names[256];
        key_reader_start(&reader);
        ck_assert_int_lt(key_reader_patience(&reader, 50), 0);
        feed(&reader, "\x1b[2", 3);
        take_all(&reader, false, names);
        ck_assert_int_eq(key_reader_patience(&reader, 50), 50);
        feed(&reader, "00~", 3);
        feed(&reader, rows[i].bytes, strlen(rows[i].bytes));
        take_all(&reader, false, names);
        ck_assert_int_ge(key_reader_patience(&reader, 50), 1000);
        take_all(&reader, true, names);
        ck_assert_str_eq(names, rows[i].names);
        ck_assert_int_lt(key_reader_patience(&reader, 50), 0);
        feed(&reader, "\x03", 1);
        take_all(&reader, true, names);
        ck_assert_str_eq(names, "^C ");
    }
}
END_TEST

START_TEST(learned_sequences_come_first)
{
    struct key_reader reader;
    char names[64];
    key_reader_start(&reader);
    key_reader_learn(&reader, "\x1b[[5X", KEY_NAME_UP);
    key_reader_learn(&reader, "\x1b" "A", KEY_NAME_DOWN);
    key_reader_learn(&reader, NULL, KEY_NAME_LEFT);
    key_reader_learn(&reader, "q", KEY_NAME_LEFT);
    key_reader_learn(&reader, "\x1b", KEY_NAME_LEFT);
    feed(&reader, "\x1b[[5X\x1b" "Aq", 8);
    take_all(&reader, false, names);
    ck_assert_str_eq(names, "<Up> <Down> q ");
}
END_TEST

START_TEST(delay_comes_from_the_environment)
{
    ck_assert_int_eq(key_escape_delay(NULL), 50);
    ck_assert_int_eq(key_escape_delay(""), 50);
    ck_assert_int_eq(key_escape_delay("200"), 200);
    ck_assert_int_eq(key_escape_delay("0"), 0);
    ck_assert_int_eq(key_escape_delay("60000"), 60000);
    ck_assert_int_eq(key_escape_delay("60001"), 50);
    ck_assert_int_eq(key_escape_delay("99999999999999999999"), 50);
    ck_assert_int_eq(key_escape_delay("-1"), 50);
    ck_assert_int_eq(key_escape_delay("5x"), 50);
}
END_TEST

static void add_cases(TCase *cases)
{
    int count = (int)(sizeof table / sizeof table[0]);
    tcase_add_loop_test(cases, bytes_become_names, 0, count);
    tcase_add_loop_test(cases, bytes_may_come_one_by_one, 0, count);
    tcase_add_test(cases, zero_byte_is_a_control_key);
    tcase_add_test(cases, lone_escape_waits_until_it_is_final);
    tcase_add_test(cases, cut_character_waits_without_doubt);
    tcase_add_test(cases, endless_sequence_is_given_up);
    tcase_add_test(cases, overlong_sequence_is_passed_over_to_its_end);
    tcase_add_test(cases, silence_ends_an_overlong_sequence);
    tcase_add_test(cases, cut_report_waits_without_doubt);
    tcase_add_test(cases, silence_ends_a_paste);
    tcase_add_test(cases, learned_sequences_come_first);
    tcase_add_test(cases, delay_comes_from_the_environment);
}

SUITE_MAIN("tui keys", add_cases)
