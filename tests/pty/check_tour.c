/* Tests the tour on terminals: usual, small, and without colour. */
#include "../suite.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "pty.h"

enum { PAGES = 12, HEADING_SIZE = 16 };

static const char *const words[] = { "--tour", NULL };

static void wait_page(struct pty *pty, int page)
{
    char heading[HEADING_SIZE];
    snprintf(heading, sizeof heading, "%d/%d  ", page, PAGES);
    pty_wait_text(pty, heading);
}

/* Turn from the first page to the last. */
static void play(struct pty *pty)
{
    wait_page(pty, 1);
    for (int page = 2; page <= PAGES; page++) {
        pty_send(pty, " ");
        wait_page(pty, page);
    }
    pty_wait_text(pty, "Space end");
}

/* Leave the tour, then the program. */
static void end(struct pty *pty, const char *leaving)
{
    pty_send(pty, leaving);
    pty_wait_text(pty, "q quit");
    pty_send(pty, "q");
    int status = pty_wait_end(pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    pty_free(pty);
}

START_TEST(the_tour_is_played_and_fits_other_sizes)
{
    struct pty *pty = pty_start(NULL, words);
    play(pty);
    pty_resize(pty, 12, 40);
    pty_wait_text(pty, "Tab field");
    pty_wait_text(pty, "That was the tour.");
    for (int page = PAGES - 1; page >= 1; page--) {
        pty_send(pty, "\x7f");
        wait_page(pty, page);
    }
    pty_send(pty, "\t");
    pty_wait_text(pty, "Tab text");
    pty_wait_text(pty, "sum(x**2)");
    pty_resize(pty, 24, 80);
    pty_wait_text(pty, "? all keys");
    pty_send(pty, "l");
    pty_wait_text(pty, "x0 0.4 ");
    end(pty, "q");
}
END_TEST

START_TEST(the_tour_needs_neither_colour_nor_utf8)
{
    static const struct pty_options plain = { .term = "vt100", .locale = "C" };
    struct pty *pty = pty_start(&plain, words);
    play(pty);
    for (int row = 0; row < 24; row++)
        for (int column = 0; column < 80; column++) {
            struct pty_cell cell = pty_cell(pty, row, column);
            ck_assert_int_eq(cell.foreground, PTY_DEFAULT);
            ck_assert_uint_lt(cell.character, 0x80);
        }
    end(pty, " ");
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_tour_is_played_and_fits_other_sizes);
    tcase_add_test(cases, the_tour_needs_neither_colour_nor_utf8);
}

SUITE_MAIN("pty tour", add_cases)
