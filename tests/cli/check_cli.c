/* Tests src/cli/cli.c on a pseudo terminal, with a screen that only records what it is asked. */
#include "../suite.h"

#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/cli.h"

enum { WRITTEN_SIZE = 8192, WORDS_MOST = 8 };

static int terminal = -1; /* the other end of the pseudo terminal */
static int kept_input;
static int kept_output;

/* What the screen was asked. */
static bool explored;
static bool was_colorless;
static bool can_show;
static struct display seen;
static char seen_function[FAILURE_MESSAGE_SIZE];
static char answered[FAILURE_MESSAGE_SIZE]; /* all that was told as an answer */

static void describe(struct display *display)
{
    display->depth = DEPTH_16;
    display->has_dim = true;
}

static enum status explore(struct session *session, const struct display *display,
                           bool colorless, int input, bool *shown, struct failure *failure)
{
    (void)failure;
    explored = true;
    was_colorless = colorless;
    seen = *display;
    ck_assert_int_eq(input, STDIN_FILENO);
    snprintf(seen_function, sizeof seen_function, "%s", formula_text(session_formula(session)));
    *shown = can_show;
    return STATUS_OK;
}

static void tell(const char *line)
{
    (void)line;
}

static void answer(const char *line)
{
    size_t length = strlen(answered);
    snprintf(answered + length, sizeof answered - length, "%s\n", line);
}

static const struct cli_screen screen = { describe, explore, tell, answer };

static void open_terminal(void)
{
    struct winsize size = { .ws_row = 12, .ws_col = 40 };
    ck_assert_ptr_nonnull(setlocale(LC_CTYPE, "C.UTF-8"));
    setenv("TERM", "xterm", 1);
    unsetenv("NO_COLOR");
    unsetenv("COLORFGBG");
    terminal = posix_openpt(O_RDWR | O_NOCTTY);
    ck_assert_int_ge(terminal, 0);
    ck_assert_int_eq(grantpt(terminal), 0);
    ck_assert_int_eq(unlockpt(terminal), 0);
    int device = open(ptsname(terminal), O_RDWR | O_NOCTTY);
    ck_assert_int_ge(device, 0);
    ck_assert_int_eq(ioctl(device, TIOCSWINSZ, &size), 0);
    kept_input = dup(STDIN_FILENO);
    kept_output = dup(STDOUT_FILENO);
    dup2(device, STDIN_FILENO);
    dup2(device, STDOUT_FILENO);
    close(device);
    explored = false;
    can_show = true;
    answered[0] = '\0';
}

static void close_terminal(void)
{
    dup2(kept_input, STDIN_FILENO);
    dup2(kept_output, STDOUT_FILENO);
    close(kept_input);
    close(kept_output);
    close(terminal);
}

static enum status call(const char *const *given, struct failure *failure)
{
    char *words[WORDS_MOST] = { NULL };
    size_t count = 0;
    for (; given[count] != NULL; count++) {
        words[count] = strdup(given[count]);
        ck_assert_ptr_nonnull(words[count]);
    }
    enum status status = cli_run(count, words, &screen, failure);
    for (size_t i = 0; i < count; i++)
        free(words[i]);
    return status;
}

/* What was written to the terminal; all of it fits there at once. */
static void read_terminal(char written[WRITTEN_SIZE])
{
    fcntl(terminal, F_SETFL, O_NONBLOCK);
    ssize_t length = read(terminal, written, WRITTEN_SIZE - 1);
    written[length < 0 ? 0 : length] = '\0';
}

#define CALL(...) call((const char *const[]){ __VA_ARGS__, NULL }, &failure)

START_TEST(a_terminal_is_explored)
{
    struct failure failure;
    setenv("COLORFGBG", "0;15", 1);
    ck_assert_int_eq(CALL("x^2"), STATUS_OK);
    ck_assert(explored);
    ck_assert(!was_colorless);
    ck_assert(seen.screen);
    ck_assert(seen.utf8);
    ck_assert_int_eq(seen.glyphs, GLYPHS_arrows);
    ck_assert_int_eq(seen.background, BACKGROUND_light);
    ck_assert_str_eq(seen_function, "x^2");
}
END_TEST

START_TEST(colors_can_be_refused)
{
    struct failure failure;
    ck_assert_int_eq(CALL("--color=never"), STATUS_OK);
    ck_assert(was_colorless);
    setenv("NO_COLOR", "1", 1);
    ck_assert_int_eq(CALL("x"), STATUS_OK);
    ck_assert(was_colorless);
    ck_assert_int_eq(CALL("--color=auto"), STATUS_OK);
    ck_assert(!was_colorless);
}
END_TEST

START_TEST(quitting_comes_before_the_screen)
{
    struct failure failure;
    ck_assert_int_eq(CALL("-c", "quit"), STATUS_OK);
    ck_assert(!explored);
    ck_assert_int_eq(CALL("-c", "left\nquit\nnonsense"), STATUS_OK);
    ck_assert(!explored);
}
END_TEST

START_TEST(without_a_screen_a_frame_is_printed)
{
    struct failure failure;
    char written[WRITTEN_SIZE];
    can_show = false;
    ck_assert_int_eq(CALL("x"), STATUS_OK);
    ck_assert(explored);
    read_terminal(written);
    ck_assert_ptr_nonnull(strstr(written, "x0 \u22125"));
    ck_assert_ptr_null(strstr(written, "quit"));
}
END_TEST

/* A screen shows what commands had to tell; where none comes it is told in lines, and once. */
START_TEST(answers_are_told_where_no_screen_comes)
{
    struct failure failure;
    static const char told[] = "function: sum(x^2)\n";
    ck_assert_int_eq(CALL("-c", "function"), STATUS_OK);
    ck_assert_str_eq(answered, "");
    ck_assert_int_eq(CALL("-c", "function", "-c", "quit"), STATUS_OK);
    ck_assert_str_eq(answered, told);
    answered[0] = '\0';
    ck_assert_int_eq(CALL("-c", "function", "-c", "nonsense"), STATUS_USAGE);
    ck_assert_str_eq(answered, told);
    answered[0] = '\0';
    can_show = false;
    ck_assert_int_eq(CALL("-c", "function"), STATUS_OK);
    ck_assert_str_eq(answered, told);
}
END_TEST

START_TEST(frames_have_the_terminals_colors)
{
    struct failure failure;
    char written[WRITTEN_SIZE];
    ck_assert_int_eq(CALL("--print"), STATUS_OK);
    read_terminal(written);
    ck_assert(!explored);
    ck_assert_ptr_nonnull(strstr(written, "\033["));
    ck_assert_ptr_null(strstr(written, "38;5;"));
    /* Ten rows of the terminal's twelve. */
    size_t rows = 0;
    for (const char *at = written; (at = strchr(at, '\n')) != NULL; at++)
        rows++;
    ck_assert_uint_eq(rows, 10);
}
END_TEST

START_TEST(attributes_stay_without_colors)
{
    struct failure failure;
    char written[WRITTEN_SIZE];
    setenv("NO_COLOR", "1", 1);
    ck_assert_int_eq(CALL("--print"), STATUS_OK);
    read_terminal(written);
    ck_assert_ptr_nonnull(strstr(written, "\033[1m"));
    ck_assert_ptr_null(strstr(written, "\033[3"));
    setenv("TERM", "dumb", 1);
    ck_assert_int_eq(CALL("--print"), STATUS_OK);
    read_terminal(written);
    ck_assert_ptr_null(strstr(written, "\033["));
}
END_TEST

START_TEST(a_file_is_no_terminal)
{
    struct failure failure;
    ck_assert_int_eq(CALL("-o", "/dev/null"), STATUS_OK);
    ck_assert(!explored);
    ck_assert_int_eq(CALL("-o", "/dev/full"), STATUS_IO);
    ck_assert_str_eq(failure.message, "cannot write: No space left on device");
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_checked_fixture(cases, open_terminal, close_terminal);
    tcase_add_test(cases, a_terminal_is_explored);
    tcase_add_test(cases, colors_can_be_refused);
    tcase_add_test(cases, quitting_comes_before_the_screen);
    tcase_add_test(cases, without_a_screen_a_frame_is_printed);
    tcase_add_test(cases, answers_are_told_where_no_screen_comes);
    tcase_add_test(cases, frames_have_the_terminals_colors);
    tcase_add_test(cases, attributes_stay_without_colors);
    tcase_add_test(cases, a_file_is_no_terminal);
}

SUITE_MAIN("cli cli", add_cases)
