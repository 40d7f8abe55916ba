/* How many bytes a slow connection has to carry. */
#include "../suite.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty.h"

enum {
    IDLE_SECONDS = 5,
    SILENCE = 300, /* milliseconds */
    KIBI = 1024,
    FRAME_OF_DOTS = 14000 /* bytes at 80x24 */
};

/* Smooth, steep, oscillating, and one that is noise from sample to sample. */
static const char *const functions[] = {
    "sum(x**2)", "himmelblau", "rastrigin", "x", "pole",
    "1e3*sin(997*x+y*x*1e4)*exp(9*cos(1013*y*x))",
};

enum { LAYERS_OF_DOTS = 2 };
static const char *const layers_of_dots[LAYERS_OF_DOTS] = { "--layer=quiver,legend",
                                                            "--layer=stream,legend" };

/* Size of the screen, and bytes for a frame and for a pan by one row. */
static const struct {
    int rows;
    int columns;
    size_t frame;
    size_t pan;
} budgets[] = {
    { 24, 80, 10 * KIBI, 700 },
    { 60, 200, 66 * KIBI, 1600 },
};

/* Bytes that come until the screen is as printed after these commands, and all is silent. */
static size_t count_until(struct pty *pty, size_t before, int budget, const char *const *arguments)
{
    struct pty_picture *picture =
        pty_print(budgets[budget].rows, budgets[budget].columns, arguments);
    pty_wait_picture(pty, picture);
    pty_picture_free(picture);
    pty_quiet(pty, SILENCE);
    return pty_received(pty) - before;
}

/* Whether an unfinished frame was among these bytes, whose last word is the share done, "7 %". */
static bool shows_share(const char *bytes)
{
    for (const char *at = bytes; (at = strchr(at, '%')) != NULL; at++)
        if (at[1] != ' ')
            return true;
    return false;
}

/*
 * How many bytes may have come since: `most`, but more from a machine that is slow at the moment,
 * which shows an unfinished frame and then the whole.
 */
static size_t allowance(const struct pty *pty, size_t before, int budget, size_t most)
{
    bool unfinished = shows_share(pty_bytes(pty) + before);
    return most + (unfinished ? 2 * budgets[budget].frame : 0);
}

/* Press a key and count. */
static void assert_press(struct pty *pty, const char *key, int budget, size_t most,
                         const char *const *arguments)
{
    size_t before = pty_received(pty);
    pty_send(pty, key);
    size_t bytes = count_until(pty, before, budget, arguments);
    if (getenv("PTY_SHOW_BYTES") != NULL)
        fprintf(stderr, "%s: %s at %dx%d: %zu bytes\n", arguments[0], key,
                budgets[budget].columns, budgets[budget].rows, bytes);
    ck_assert_msg(bytes <= allowance(pty, before, budget, most),
                  "%s: key %s took %zu bytes of %zu", arguments[0], key, bytes, most);
}

/* Frames and pans of function number _i / 2 at size number _i % 2. */
START_TEST(bytes_stay_in_the_budget)
{
    int budget = _i % 2;
    const char *function = functions[_i / 2];
    const char *const plain[] = { function, NULL };
    const char *const panned[] = { function, "-c", "pan-up", NULL };
    struct pty_options options = { .rows = budgets[budget].rows,
                                   .columns = budgets[budget].columns };
    struct pty *pty = pty_start(&options, plain);
    size_t bytes = count_until(pty, 0, budget, plain);
    ck_assert_msg(bytes <= allowance(pty, 0, budget, budgets[budget].frame),
                  "first frame of %s: %zu", function, bytes);
    assert_press(pty, "K", budget, budgets[budget].pan, panned);
    assert_press(pty, "J", budget, budgets[budget].pan, plain);
    pty_send(pty, "?");
    pty_wait_text(pty, "keys and commands");
    pty_quiet(pty, SILENCE);
    assert_press(pty, "q", budget, budgets[budget].frame, plain);
    pty_free(pty);
}
END_TEST

/* A frame of dots has more bytes for a character, and fewer blanks: function by function. */
START_TEST(layers_of_dots_stay_in_their_budget)
{
    const char *layer = layers_of_dots[_i % LAYERS_OF_DOTS];
    const char *function = functions[_i / LAYERS_OF_DOTS];
    const char *const arguments[] = { layer, "--", function, NULL };
    struct pty *pty = pty_start(NULL, arguments);
    size_t bytes = count_until(pty, 0, 0, arguments);
    if (getenv("PTY_SHOW_BYTES") != NULL)
        fprintf(stderr, "%s: %s: %zu bytes\n", function, layer, bytes);
    ck_assert_msg(bytes <= allowance(pty, 0, 0, FRAME_OF_DOTS), "%s of %s: %zu", layer, function,
                  bytes);
    pty_free(pty);
}
END_TEST

/*
 * Layers that are not shown at first, and the bytes that a frame of 80x24 may take with them; a row
 * for each that comes.
 */
static const struct {
    const char *option;
    size_t frame;
} layers[] = {
    { "--layer=grid,legend", 10 * KIBI },
    { "--layer=grid,arrows,legend", 14 * KIBI },
};

START_TEST(layers_stay_in_theirs)
{
    const char *const arguments[] = { "himmelblau", layers[_i].option, NULL };
    struct pty *pty = pty_start(NULL, arguments);
    size_t bytes = count_until(pty, 0, 0, arguments);
    if (getenv("PTY_SHOW_BYTES") != NULL)
        fprintf(stderr, "%s: %zu bytes\n", layers[_i].option, bytes);
    ck_assert_msg(bytes <= allowance(pty, 0, 0, layers[_i].frame), "%s: %zu bytes of %zu",
                  layers[_i].option, bytes, layers[_i].frame);
    pty_free(pty);
}
END_TEST

/* User and system time of a process in ticks, or 0 where the system does not tell. */
static long used_ticks(pid_t process)
{
    char path[64];
    unsigned long user = 0;
    unsigned long system = 0;
    snprintf(path, sizeof path, "/proc/%ld/stat", (long)process);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return 0;
    int found = fscanf(file, "%*d (%*[^)]) %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
                       &user, &system);
    fclose(file);
    return found == 2 ? (long)(user + system) : 0;
}

/* Play the parameter a from 1, in steps of 0.1 and in other sizes too, stop, and take it back. */
static void play(struct pty *pty)
{
    pty_send(pty, ":animate a\r");
    pty_wait_text(pty, "any key stops");
    pty_wait_text(pty, "a=1.3  from");
    pty_resize(pty, 20, 70);
    pty_wait_text(pty, "a=1.6  from");
    pty_resize(pty, budgets[0].rows, budgets[0].columns);
    /* The key that stops does nothing else. */
    pty_send(pty, "q");
    pty_wait_text(pty, "? help");
    pty_send(pty, "u");
}

/* Watch a walk to its end, which is told when the last step is shown, and take it back. */
static void watch_walk(struct pty *pty)
{
    pty_send(pty, ":optimizer newton\rd");
    pty_wait_text(pty, "newton lr 1: stuck at step");
    pty_send(pty, "2u");
}

START_TEST(idle_program_is_silent)
{
    static const char *const arguments[] = { "himmelblau", "--set=a=0:1:5", NULL };
    struct pty *pty = pty_start(NULL, arguments);
    play(pty);
    watch_walk(pty);
    count_until(pty, 0, 0, arguments);
    pty_quiet(pty, 1000);
    size_t bytes = pty_received(pty);
    long ticks = used_ticks(pty_program(pty));
    pty_quiet(pty, IDLE_SECONDS * 1000);
    ck_assert_uint_eq(pty_received(pty), bytes);
    ck_assert_int_le(used_ticks(pty_program(pty)) - ticks, 1);
    pty_free(pty);
}
END_TEST

static void add_cases(TCase *cases)
{
    /* Functions and sizes are all alike to valgrind, and the last layers include the others. */
    bool slow = pty_under_valgrind();
    int all = (int)(sizeof functions / sizeof functions[0]);
    int last = (int)(sizeof layers / sizeof layers[0]);
    tcase_add_loop_test(cases, bytes_stay_in_the_budget, 0, slow ? 1 : 2 * all);
    tcase_add_loop_test(cases, layers_of_dots_stay_in_their_budget, 0,
                        LAYERS_OF_DOTS * (slow ? 1 : all));
    tcase_add_loop_test(cases, layers_stay_in_theirs, slow ? last - 1 : 0, last);
    tcase_add_test(cases, idle_program_is_silent);
}

SUITE_MAIN("pty budget", add_cases)
