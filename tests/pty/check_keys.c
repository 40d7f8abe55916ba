/* Keys typed ahead, counted, held down and unknown, and those that are no commands of the field. */
#include "../suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty.h"

enum { PRESSES_MOST = 20, MANY = 5000, MANY_SLOW = 40, PATH_SIZE = 128, FIGURE_SIZE = 1 << 20 };

/* Away from the middle, so that home, centre and zoom have something to do. */
#define START "himmelblau", "--command=probe 1.5 -1", "--command=pan-left 3"

static const struct {
    const char *key;
    const char *command;
} keys[] = {
    { "h", "left" },
    { "j", "down" },
    { "k", "up" },
    { "l", "right" },
    { "\x1b[D", "left" },
    { "\x1b[B", "down" },
    { "\x1b[A", "up" },
    { "\x1b[C", "right" },
    { "\x1bOD", "left" },
    { "\x1bOB", "down" },
    { "\x1bOA", "up" },
    { "\x1bOC", "right" },
    { "H", "pan-left" },
    { "J", "pan-down" },
    { "K", "pan-up" },
    { "L", "pan-right" },
    { "+", "zoom-in" },
    { "=", "zoom-in" },
    { "-", "zoom-out" },
    { "_", "zoom-out" },
    { "0", "home" },
    { "c", "centre" },
    { "[", "step-smaller" },
    { "]", "step-larger" },
    { "{", "step-decade-smaller" },
    { "}", "step-decade-larger" },
    { "m", "scheme-next" },
    { "M", "scheme-previous" },
    { "s", "sign" },
    { "g", "glyphs" },
};

static struct pty *start(void)
{
    static const char *const arguments[] = { START, NULL };
    return pty_start(NULL, arguments);
}

/* What --print shows after the command was run that often. */
static struct pty_picture *print_after(const char *command, int times)
{
    const char *arguments[2 * PRESSES_MOST + 8] = { START };
    int count = 3;
    for (int i = 0; i < times; i++) {
        arguments[count++] = "-c";
        arguments[count++] = command;
    }
    return pty_print(24, 80, arguments);
}

/* Wait until the screen is as after these presses. */
static void wait_after(struct pty *pty, const char *command, int times)
{
    struct pty_picture *picture = print_after(command, times);
    pty_wait_picture(pty, picture);
    pty_picture_free(picture);
}

static void quit(struct pty *pty)
{
    pty_send(pty, "q");
    int status = pty_wait_end(pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    ck_assert(pty_modes_are_back(pty));
    pty_free(pty);
}

START_TEST(keys_typed_ahead_are_all_obeyed)
{
    struct pty *pty = start();
    wait_after(pty, "", 0);
    pty_send(pty, "llll\x1b[Cllll\x1bOC");
    wait_after(pty, "right", 10);
    quit(pty);
}
END_TEST

/* Wait until the screen is as printed with these arguments. */
static void wait_for(struct pty *pty, const char *const *arguments)
{
    struct pty_picture *picture = pty_print(24, 80, arguments);
    pty_wait_picture(pty, picture);
    pty_picture_free(picture);
}

START_TEST(counts_repeat)
{
    static const char *const there[] = { START, "-c", "right 10", NULL };
    static const char *const back[] = { START, "-c", "right 10", "-c", "left 10", NULL };
    static const char *const uphill[] = { START, "-c", "right 10", "-c", "left 10",
                                          "-c",  "sign",     NULL };
    struct pty *pty = start();
    wait_after(pty, "", 0);
    pty_send(pty, "10l");
    wait_for(pty, there);
    pty_send(pty, "10h");
    wait_for(pty, back);
    pty_send(pty, "3s");
    wait_for(pty, uphill);
    quit(pty);
}
END_TEST

/* Presses beyond all limits leave a program that works. */
START_TEST(many_presses_leave_it_working)
{
    struct pty *pty = start();
    int presses = pty_under_valgrind() ? MANY_SLOW : MANY;
    wait_after(pty, "", 0);
    for (int i = 0; i < presses; i++)
        pty_send(pty, keys[_i].key);
    pty_send(pty, ":");
    pty_wait_text(pty, "Enter run");
    pty_send(pty, "\003");
    quit(pty);
}
END_TEST

/* Whether the bell has rung since it had rung so often. */
static bool has_rung(struct pty *pty, const void *bells)
{
    return pty_bells(pty) > *(const int *)bells;
}

START_TEST(unbound_keys_ring)
{
    static const char *const unbound[] = { "Z", "\x07", "\x1b[15~", "\xff", "\xc3\xa9", "\r", " " };
    struct pty *pty = start();
    wait_after(pty, "", 0);
    for (size_t i = 0; i < sizeof unbound / sizeof unbound[0]; i++) {
        int bells = pty_bells(pty);
        pty_send(pty, unbound[i]);
        pty_wait(pty, has_rung, &bells, "the bell rings");
        pty_wait_text(pty, "no such key");
        pty_wait_text(pty, "; ? shows help");
        wait_after(pty, "", 0);
        /* A key that is one takes the words away. */
        pty_send(pty, ":");
        pty_wait_text(pty, "Enter run");
        pty_send(pty, "\x03");
        pty_wait_text(pty, "? help");
    }
    quit(pty);
}
END_TEST

START_TEST(control_l_sends_the_whole_frame)
{
    struct pty *pty = start();
    wait_after(pty, "", 0);
    pty_quiet(pty, 200);
    size_t before = pty_received(pty);
    pty_send(pty, "\x0c");
    pty_wait_bytes(pty, before, 2000);
    wait_after(pty, "", 0);
    quit(pty);
}
END_TEST

START_TEST(interrupt_key_quits)
{
    struct pty *pty = start();
    wait_after(pty, "", 0);
    pty_send(pty, "\x03");
    int status = pty_wait_end(pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    ck_assert(pty_modes_are_back(pty));
    ck_assert(!pty_is_alternate(pty));
    pty_free(pty);
}
END_TEST

START_TEST(help_shows_and_leaves)
{
    struct pty *pty = start();
    wait_after(pty, "", 0);
    pty_send(pty, "?");
    pty_wait_text(pty, "keys and commands");
    pty_wait_text(pty, "step-decade-larger");
    pty_wait_text(pty, "zoom-out");
    pty_send(pty, "G");
    pty_wait_text(pty, "q ? <Esc> ^C leave");
    pty_send(pty, "/toggle-b\r");
    pty_wait_text(pty, "toggle-background");
    pty_wait_text(pty, "n N next");
    pty_send(pty, "q");
    wait_after(pty, "", 0);
    quit(pty);
}
END_TEST

/* Seven points, each looked at before the next. */
static void walk_to_minimum(struct pty *pty)
{
    pty_send(pty, "nnnnnnn");
    pty_wait_text(pty, "7 of 9: minimum, f 0");
}

/* What the keys of a newcomer's first minutes must show; the picture is where the probe went. */
static void wait_for_minimum(struct pty *pty)
{
    static const char *const there[] = { "himmelblau", "-c", "toggle-critical", "-c", "probe 3 2",
                                         "-c", "zoom-in 2", NULL };
    char row[PTY_TEXT_SIZE];
    struct pty_picture *picture = pty_print(24, 80, there);
    pty_wait_picture(pty, picture);
    pty_picture_row(picture, 21, row);
    pty_picture_free(picture);
    ck_assert_ptr_nonnull(strstr(row, "x0 3 "));
    ck_assert_ptr_nonnull(strstr(row, "x1 2 "));
    const char *magnitude = strstr(row, "|\u2207f| ");
    ck_assert_ptr_nonnull(magnitude);
    ck_assert_double_lt(strtod(magnitude + strlen("|\u2207f| "), NULL), 1e-6);
}

/* Whether the file is an SVG figure of the function and its window is that of the frame. */
static bool is_figure(const char *path)
{
    char *text = malloc(FIGURE_SIZE);
    FILE *file = fopen(path, "r");
    ck_assert_ptr_nonnull(text);
    ck_assert_ptr_nonnull(file);
    size_t length = fread(text, 1, FIGURE_SIZE - 1, file);
    fclose(file);
    text[length] = '\0';
    bool figure = strncmp(text, "<?xml", 5) == 0 && strstr(text, "</svg>\n") != NULL &&
                  strstr(text, "f of himmelblau: ") != NULL &&
                  strstr(text, "x0 from 1 to 3.5, x1 from 0.25 to 2.75;") != NULL;
    free(text);
    return figure;
}

/* Help, Himmelblau's function, a minimum and its gradient, zoomed on, a picture, the end. */
START_TEST(sixteen_keys_show_a_newcomer_a_minimum)
{
    char folder[] = "/tmp/steepest-newcomer-XXXXXX";
    char path[PATH_SIZE];
    char back[PTY_TEXT_SIZE];
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_ptr_nonnull(getcwd(back, sizeof back));
    ck_assert_int_eq(chdir(folder), 0);
    struct pty *pty = pty_start(NULL, (const char *const[]){ NULL });
    ck_assert_int_eq(chdir(back), 0);
    pty_wait_text(pty, "/ functions");
    pty_send(pty, "?");
    pty_wait_text(pty, "keys and commands");
    pty_send(pty, "q");
    pty_send(pty, "/h\r");
    pty_wait_text(pty, "himmelblau: four minima");
    walk_to_minimum(pty);
    pty_send(pty, "++");
    wait_for_minimum(pty);
    pty_send(pty, "w");
    pty_wait_text(pty, "written: steepest.svg");
    quit(pty);
    snprintf(path, sizeof path, "%s/steepest.svg", folder);
    ck_assert(is_figure(path));
    ck_assert_int_eq(unlink(path), 0);
    ck_assert_int_eq(rmdir(folder), 0);
}
END_TEST

static void add_cases(TCase *cases)
{
    int count = (int)(sizeof keys / sizeof keys[0]);
    tcase_add_test(cases, keys_typed_ahead_are_all_obeyed);
    tcase_add_test(cases, counts_repeat);
    /* To valgrind, which every start of the program costs a second, one key is like another. */
    tcase_add_loop_test(cases, many_presses_leave_it_working, 0, pty_under_valgrind() ? 2 : count);
    tcase_add_test(cases, unbound_keys_ring);
    tcase_add_test(cases, control_l_sends_the_whole_frame);
    tcase_add_test(cases, interrupt_key_quits);
    tcase_add_test(cases, help_shows_and_leaves);
    tcase_add_test(cases, sixteen_keys_show_a_newcomer_a_minimum);
}

SUITE_MAIN("pty keys", add_cases)
