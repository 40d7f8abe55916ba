/* Any size at any moment. */
#include "../suite.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "pty.h"

static const char *const arguments[] = { "himmelblau", NULL };

static void quit(struct pty *pty)
{
    pty_send(pty, "q");
    int status = pty_wait_end(pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    pty_free(pty);
}

static void wait_frame(struct pty *pty, int rows, int columns)
{
    struct pty_picture *picture = pty_print(rows, columns, arguments);
    pty_wait_picture(pty, picture);
    pty_picture_free(picture);
}

static bool is_too_small(struct pty *pty, const void *context)
{
    char text[PTY_TEXT_SIZE];
    const char *shown = pty_row(pty, 0, text);
    const int *columns = context;
    size_t wanted = *columns < 10 ? (size_t)*columns : 10;
    return pty_is_alternate(pty) && strlen(shown) + 1 >= wanted &&
           strncmp(shown, "needs 24x8", strlen(shown)) == 0;
}

static bool has_drawn(struct pty *pty, const void *context)
{
    const size_t *before = context;
    return pty_received(pty) > *before;
}

/* Send a key and wait for what it shows. */
static void draw_by(struct pty *pty, const char *key)
{
    size_t before = pty_received(pty);
    pty_send(pty, key);
    pty_wait(pty, has_drawn, &before, "a key is obeyed");
}

/* Rows and columns, in the order of the walk. */
static const int sizes[][2] = {
    { 1, 1 }, { 2, 5 }, { 5, 2 }, { 4, 500 }, { 500, 4 }, { 200, 3 }, { 3, 200 }, { 100, 300 },
    { 300, 100 }, { 1, 80 }, { 7, 24 }, { 60, 200 }, { 8, 24 }, { 16, 60 }, { 24, 1 },
};

/* To valgrind a large frame is like a small one, but takes it many seconds. */
static bool is_left_out(size_t size)
{
    enum { CELLS_SLOW = 2000 };
    return pty_under_valgrind() && sizes[size][0] * sizes[size][1] > CELLS_SLOW;
}

START_TEST(every_size_is_followed)
{
    struct pty *pty = pty_start(NULL, arguments);
    wait_frame(pty, 24, 80);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        int rows = sizes[i][0];
        int columns = sizes[i][1];
        if (is_left_out(i))
            continue;
        pty_resize(pty, rows, columns);
        if (rows < 8 || columns < 24)
            pty_wait(pty, is_too_small, &columns, "too small");
        else
            wait_frame(pty, rows, columns);
    }
    pty_resize(pty, 24, 80);
    wait_frame(pty, 24, 80);
    quit(pty);
}
END_TEST

START_TEST(sizes_in_a_hurry_are_followed)
{
    struct pty *pty = pty_start(NULL, arguments);
    wait_frame(pty, 24, 80);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        if (is_left_out(i))
            continue;
        pty_send(pty, "+-?q:left\rL");
        pty_resize(pty, sizes[i][0], sizes[i][1]);
    }
    pty_send(pty, "0");
    pty_resize(pty, 24, 80);
    pty_send(pty, ":");
    pty_wait_text(pty, "Enter run");
    pty_send(pty, "\x03");
    wait_frame(pty, 24, 80);
    quit(pty);
}
END_TEST

/* A terminal like screen is where curses reads before a row of one cell, as valgrind sees. */
START_TEST(program_starts_at_every_size)
{
    struct pty_options options = { .rows = sizes[_i][0], .columns = sizes[_i][1],
                                   .term = "screen-256color" };
    struct pty *pty = pty_start(&options, arguments);
    if (options.rows < 8 || options.columns < 24) {
        pty_wait(pty, is_too_small, &options.columns, "too small");
        pty_quiet(pty, 200);
        draw_by(pty, ":");
        draw_by(pty, "\x7f");
    }
    pty_resize(pty, 24, 80);
    wait_frame(pty, 24, 80);
    quit(pty);
}
END_TEST

START_TEST(environment_does_not_lie_about_the_size)
{
    struct pty_options options = { .environment = { "LINES=10", "COLUMNS=30" } };
    struct pty *pty = pty_start(&options, arguments);
    wait_frame(pty, 24, 80);
    quit(pty);
}
END_TEST

START_TEST(pages_and_prompt_follow)
{
    struct pty *pty = pty_start(NULL, arguments);
    pty_send(pty, "?");
    pty_wait_text(pty, "keys and commands");
    pty_resize(pty, 12, 40);
    pty_wait_text(pty, "lines 1-10 of");
    pty_resize(pty, 1, 1);
    pty_resize(pty, 24, 80);
    pty_wait_text(pty, "lines 1-22 of");
    pty_send(pty, "q:abc");
    pty_wait_text(pty, ":abc");
    pty_resize(pty, 3, 10);
    pty_wait_text(pty, "needs");
    pty_wait_text(pty, ":abc");
    pty_send(pty, "\x03/");
    pty_resize(pty, 24, 80);
    pty_wait_text(pty, "functions 1-21 of");
    pty_send(pty, "pole");
    pty_wait_text(pty, "of pole: 1/(x^2 + y^2)");
    pty_resize(pty, 6, 20);
    pty_wait_text(pty, "> pole");
    pty_send(pty, "\x03");
    pty_resize(pty, 24, 80);
    wait_frame(pty, 24, 80);
    quit(pty);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, every_size_is_followed);
    tcase_add_test(cases, sizes_in_a_hurry_are_followed);
    /* To valgrind one that is too small is like another, and so are those that are not. */
    int count = (int)(sizeof sizes / sizeof sizes[0]);
    tcase_add_loop_test(cases, program_starts_at_every_size, pty_under_valgrind() ? count - 3 : 0,
                        count);
    tcase_add_test(cases, environment_does_not_lie_about_the_size);
    tcase_add_test(cases, pages_and_prompt_follow);
}

SUITE_MAIN("pty resize", add_cases)
