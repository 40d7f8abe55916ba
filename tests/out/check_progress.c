/* Tests src/out/progress.c: the words, and a line on a terminal that disturbs nobody. */
#include "../suite.h"

#include <fcntl.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "out/progress.h"

enum { BYTES_SIZE = 1024, HOUR = 3600 };

static int master;
static int terminal;
static struct output *output;
static struct progress progress;

static void set_columns(unsigned short columns)
{
    struct winsize size = { .ws_row = 24, .ws_col = columns };
    ck_assert_int_eq(ioctl(terminal, TIOCSWINSZ, &size), 0);
}

static void open_all(void)
{
    struct failure failure;
    master = posix_openpt(O_RDWR | O_NOCTTY);
    ck_assert_int_ge(master, 0);
    ck_assert_int_eq(grantpt(master), 0);
    ck_assert_int_eq(unlockpt(master), 0);
    terminal = open(ptsname(master), O_RDWR | O_NOCTTY);
    ck_assert_int_ge(terminal, 0);
    set_columns(80);
    ck_assert_int_eq(output_open("/dev/null", &output, &failure), STATUS_OK);
    progress_begin(&progress, terminal, output);
}

static void close_all(void)
{
    output_abandon(output);
    close(terminal);
    close(master);
}

/* What the terminal got; "#" is written behind it to see that it was all. */
static const char *received(char bytes[BYTES_SIZE])
{
    size_t length = 0;
    ck_assert_int_eq(write(terminal, "#", 1), 1);
    do {
        ck_assert_uint_lt(length, BYTES_SIZE - 1);
        ssize_t got = read(master, bytes + length, BYTES_SIZE - 1 - length);
        ck_assert_int_gt(got, 0);
        length += (size_t)got;
    } while (bytes[length - 1] != '#');
    bytes[length - 1] = '\0';
    return bytes;
}

static void check_words(double points, double share, double seconds, const char *expected)
{
    char line[PROGRESS_LINE_SIZE];
    progress_describe(points, share, seconds, line);
    ck_assert_str_eq(line, expected);
}

START_TEST(words_tell_what_is_known)
{
    check_words(500, 0.25, 5, "steepest: 25% done, 100 points/s, 0:15 left");
    check_words(999, 0.999, 1, "steepest: 99% done, 999 points/s, 0:00 left");
    check_words(8, 1, 2, "steepest: 100% done, 4 points/s, 0:00 left");
    check_words(3000, 0.5, 754, "steepest: 50% done, 4 points/s, 12:34 left");
    check_words(3000, 0.5, 3600, "steepest: 50% done, 1 points/s, 1:00:00 left");
    check_words(1e12, 0.01, 1e4, "steepest: 1% done, 100000000 points/s, 275:00:00 left");
    check_words(10, 0, 5, "steepest: 0% done, 2 points/s");
    check_words(3e6, -1, 2, "steepest: 3000000 points done, 1500000 points/s");
}
END_TEST

START_TEST(the_line_is_due_after_a_second)
{
    ck_assert(progress.next == progress.started + 1);
    progress.next += HOUR;
    ck_assert(!progress_is_due(&progress));
    progress.next -= 2 * HOUR;
    ck_assert(progress_is_due(&progress));
    progress_show(&progress, 1, 0.5);
    progress.next += HOUR;
    ck_assert(!progress_is_due(&progress));
    progress_end(&progress);
    progress.next -= 2 * HOUR;
    ck_assert(!progress_is_due(&progress));
}
END_TEST

START_TEST(the_line_is_rewritten_and_cleared)
{
    char bytes[BYTES_SIZE];
    progress.started -= 1e9;
    progress_show(&progress, 4e9, -1);
    ck_assert_str_eq(received(bytes), "\rsteepest: 4000000000 points done, 4 points/s\r");
    progress_show(&progress, 1, 0);
    ck_assert_str_eq(received(bytes), "\rsteepest: 0% done, 0 points/s               \r");
    progress_end(&progress);
    ck_assert_str_eq(received(bytes), "\r                             \r");
    progress_end(&progress);
    progress_show(&progress, 1, 0);
    ck_assert_str_eq(received(bytes), "");
}
END_TEST

START_TEST(the_line_does_not_wrap)
{
    char bytes[BYTES_SIZE];
    set_columns(12);
    progress_show(&progress, 0, 0);
    ck_assert_str_eq(received(bytes), "\rsteepest: 0\r");
    progress_end(&progress);
    ck_assert_str_eq(received(bytes), "\r           \r");
}
END_TEST

START_TEST(signals_wait_while_there_is_a_line)
{
    ck_assert(!output_interrupt(output)->held);
    progress_show(&progress, 1, 0.5);
    ck_assert(output_interrupt(output)->held);
    progress_end(&progress);
}
END_TEST

static void set_local_mode(tcflag_t mode, bool on)
{
    struct termios modes;
    ck_assert_int_eq(tcgetattr(terminal, &modes), 0);
    modes.c_lflag = on ? modes.c_lflag | mode : modes.c_lflag & ~mode;
    ck_assert_int_eq(tcsetattr(terminal, TCSANOW, &modes), 0);
}

START_TEST(a_pager_is_not_disturbed)
{
    char bytes[BYTES_SIZE];
    set_local_mode(ICANON, false);
    progress_show(&progress, 0, 0);
    ck_assert_str_eq(received(bytes), "");
    set_local_mode(ICANON, true);
    progress_show(&progress, 0, 0);
    ck_assert_str_ne(received(bytes), "");
}
END_TEST

START_TEST(a_stopped_terminal_is_not_waited_for)
{
    char bytes[BYTES_SIZE];
    ck_assert_int_eq(tcflow(terminal, TCOOFF), 0);
    progress_show(&progress, 0, 0);
    ck_assert_int_eq(tcflow(terminal, TCOON), 0);
    ck_assert_str_eq(received(bytes), "");
}
END_TEST

static void check_silence(int descriptor, const char *path)
{
    struct failure failure;
    struct output *other = NULL;
    char bytes[BYTES_SIZE];
    ck_assert_int_eq(output_open(path, &other, &failure), STATUS_OK);
    progress_begin(&progress, descriptor, other);
    progress.next -= HOUR;
    ck_assert(!progress_is_due(&progress));
    progress_show(&progress, 1, 0.5);
    progress_end(&progress);
    ck_assert_str_eq(received(bytes), "");
    output_abandon(other);
}

START_TEST(nothing_is_shown_among_the_data)
{
    check_silence(terminal, ptsname(master));
}
END_TEST

START_TEST(nothing_is_shown_without_a_terminal)
{
    int nowhere = open("/dev/null", O_WRONLY);
    check_silence(nowhere, "/dev/null");
    check_silence(-1, "/dev/null");
    close(nowhere);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_checked_fixture(cases, open_all, close_all);
    tcase_add_test(cases, words_tell_what_is_known);
    tcase_add_test(cases, the_line_is_due_after_a_second);
    tcase_add_test(cases, the_line_is_rewritten_and_cleared);
    tcase_add_test(cases, the_line_does_not_wrap);
    tcase_add_test(cases, signals_wait_while_there_is_a_line);
    tcase_add_test(cases, a_pager_is_not_disturbed);
    tcase_add_test(cases, a_stopped_terminal_is_not_waited_for);
    tcase_add_test(cases, nothing_is_shown_among_the_data);
    tcase_add_test(cases, nothing_is_shown_without_a_terminal);
}

SUITE_MAIN("out progress", add_cases)
