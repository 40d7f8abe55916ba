/* Tests of what keys stand for, and of binding them anew. */
#include "lines.h"

#include <string.h>

#include "session/keymap.h"

static const struct display screen = { .depth = DEPTH_256, .utf8 = true, .screen = true };

static void assert_line(const struct session *session, const char *keys, const char *line)
{
    const char *found = keymap_line(session_keymap(session), keys);
    if (line == NULL)
        ck_assert_msg(found == NULL, "%s stands for %s", keys, found);
    else
        ck_assert_str_eq(found == NULL ? "nothing" : found, line);
}

START_TEST(default_keys_stand_for_their_commands)
{
    struct session *session = session_on(&screen);
    const struct keymap *keymap = session_keymap(session);
    for (size_t i = 0; i < command_count(); i++) {
        struct text text = TEXT_EMPTY;
        keymap_describe(keymap, command_at(i), &text);
        ck_assert_str_eq(text_string(&text), command_at(i)->keys);
        text_free(&text);
    }
    assert_line(session, "tb", "toggle-background");
    ck_assert(keymap_has_longer(keymap, "t"));
    ck_assert(!keymap_has_longer(keymap, "tb"));
    ck_assert(!keymap_has_longer(keymap, "<"));
    ck_assert(!keymap_has_longer(keymap, "^"));
    ck_assert(!keymap_has_longer(keymap, ""));
    session_free(session);
}
END_TEST

START_TEST(keys_are_bound_and_unbound)
{
    struct session *session = session_on(&screen);
    run_well(session, "bind z zoom-in 3");
    assert_line(session, "z", "zoom-in 3");
    run_well(session, "bind z   function   x^2 + y ");
    assert_line(session, "z", "function   x^2 + y");
    run_well(session, "bind ^G home");
    run_well(session, "bind <Tab> scheme-next");
    run_well(session, "bind \xc3\xa9 sign");
    run_well(session, "bind Z<Left> pan-left 9");
    ck_assert(keymap_has_longer(session_keymap(session), "Z"));
    run_well(session, "bind < step-smaller");
    assert_line(session, "<", "step-smaller");
    run_well(session, "bind h quit");
    assert_line(session, "h", "quit");
    run_well(session, "unbind h");
    assert_line(session, "h", NULL);
    session_free(session);
}
END_TEST

START_TEST(the_present_keys_are_told)
{
    struct session *session = session_on(&screen);
    struct text text = TEXT_EMPTY;
    run_well(session, "unbind h");
    run_well(session, "bind b left");
    run_well(session, "bind B left 2");
    keymap_describe(session_keymap(session), command_find("left", 4), &text);
    ck_assert_str_eq(text_string(&text), "<Left> b");
    text_free(&text);
    session_free(session);
}
END_TEST

START_TEST(the_first_key_of_a_command_is_known)
{
    struct session *session = session_on(&screen);
    const struct keymap *keymap = session_keymap(session);
    const struct command *left = command_find("left", 4);
    ck_assert_str_eq(keymap_first(keymap, left), "h");
    run_well(session, "bind b left");
    run_well(session, "unbind h");
    ck_assert_str_eq(keymap_first(keymap, left), "<Left>");
    run_well(session, "bind <Left> left 2");
    ck_assert_str_eq(keymap_first(keymap, left), "b");
    run_well(session, "unbind b");
    ck_assert_ptr_null(keymap_first(keymap, left));
    ck_assert_uint_eq(keymap_first_size("<Left>b"), 6);
    ck_assert_uint_eq(keymap_first_size("tb"), 1);
    ck_assert_uint_eq(keymap_first_size("^Gb"), 2);
    session_free(session);
}
END_TEST

START_TEST(bindings_are_ordered_by_their_commands)
{
    struct session *session = session_on(&screen);
    const struct keymap *keymap = session_keymap(session);
    size_t order[BINDINGS_MOST];
    static const char *const wanted[][2] = {
        { "h", "left" }, { "<Left>", "left" }, { "Z", "left 2" }, { "<Down>", "down" },
        { "b", "down" }, { "k", "up" },
    };
    run_well(session, "bind Z left 2");
    run_well(session, "bind b down");
    run_well(session, "unbind j");
    ck_assert_uint_eq(keymap_order(keymap, order), keymap_count(keymap));
    /* Those of one command are in no order of their own. */
    size_t found = 0;
    for (size_t i = 0; i < 6; i++)
        for (size_t j = 0; j < 6; j++) {
            const char *keys;
            const char *line;
            keymap_at(keymap, order[i], &keys, &line);
            found += strcmp(keys, wanted[j][0]) == 0 && strcmp(line, wanted[j][1]) == 0;
        }
    ck_assert_uint_eq(found, 6);
    const char *keys;
    const char *line;
    keymap_at(keymap, order[2], &keys, &line);
    ck_assert_str_eq(line, "left 2");
    session_free(session);
}
END_TEST

static const struct {
    const char *line;
    size_t column;
    const char *message;
} refused[] = {
    { "bind", 5, "arguments are missing, usage: 'bind KEY COMMAND'" },
    { "bind z", 7, "a command is missing, usage: 'bind KEY COMMAND'" },
    { "bind z zom-in", 8, "unknown command 'zom-in', did you mean 'zoom-in'?" },
    { "bind ^C quit", 6, "^C always leaves and cannot be bound" },
    { "bind ^Z quit", 6, "^Z belongs to the terminal and cannot be bound" },
    { "bind ^M quit", 6, "^M is written <Enter> and cannot be bound" },
    { "bind <Esc> quit", 6, "<Esc> always cancels and cannot be bound" },
    { "bind 3 quit", 6, "3 begins a count and cannot be bound" },
    { "bind t quit", 6, "'tb' is bound, write 'unbind tb' first" },
    { "bind hx quit", 6, "'h' is bound, write 'unbind h' first" },
    { "bind \x01 quit", 6, "this is no key" },
    { "bind \xff quit", 6, "this is no key" },
    { "bind abcdefghijklmnopq quit", 6, "the names of keys take at most 15 bytes" },
    { "unbind Z", 8, "'Z' is not bound" },
};

START_TEST(what_cannot_be_bound_is_refused)
{
    struct session *session = session_on(&screen);
    struct failure failure;
    ck_assert_int_eq(run(session, refused[_i].line, &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, refused[_i].message);
    ck_assert_uint_eq(failure.column, refused[_i].column);
    assert_line(session, "h", "left");
    session_free(session);
}
END_TEST

START_TEST(there_may_be_many_but_not_endless)
{
    struct session *session = session_on(&screen);
    struct failure failure;
    enum status status = STATUS_OK;
    char line[] = "bind Zaa sign";
    int bound = 0;
    for (int i = 0; i < BINDINGS_MOST && status == STATUS_OK; i++) {
        line[6] = (char)('a' + i % 26);
        line[7] = (char)('a' + i / 26);
        status = run(session, line, &failure);
        bound += status == STATUS_OK;
    }
    ck_assert_int_eq(status, STATUS_USAGE);
    ck_assert_str_eq(failure.message, "at most 512 keys can be bound");
    ck_assert_int_gt(bound, 300);
    assert_line(session, "h", "left");
    ck_assert_int_eq(run(session, "bind h right", &failure), STATUS_OK);
    assert_line(session, "h", "right");
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, default_keys_stand_for_their_commands);
    tcase_add_test(cases, keys_are_bound_and_unbound);
    tcase_add_test(cases, the_present_keys_are_told);
    tcase_add_test(cases, the_first_key_of_a_command_is_known);
    tcase_add_test(cases, bindings_are_ordered_by_their_commands);
    tcase_add_loop_test(cases, what_cannot_be_bound_is_refused, 0,
                        sizeof refused / sizeof refused[0]);
    tcase_add_test(cases, there_may_be_many_but_not_endless);
}

SUITE_MAIN("session keymap", add_cases)
