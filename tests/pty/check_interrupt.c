/* Long work without a screen: its line of progress, and signals that leave nothing half done. */
#include "../suite.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty.h"

enum {
    PATH_SIZE = 256,
    POINTS = 100000,       /* of a long input */
    BUFFERED = 32768,      /* bytes that the program writes at once */
    TAKEN = 16384,         /* bytes of them that are read at a time */
    MUCH = 4 << 20,        /* bytes: more than a table computes before it writes */
    MUCH_SLOW = MUCH / 16, /* where each takes long; then it is looked more often */
    LINE_ROW = 1           /* of the screen, below what was there before */
};

/* Far more than anybody waits for. */
#define LONG_GRID "--grid=1000x100000"

static const int deadly[] = { SIGINT, SIGTERM, SIGHUP };

enum { DEADLY = sizeof deadly / sizeof deadly[0] };

static char folder[PATH_SIZE];
static char file[PATH_SIZE + 8];
static char fifo[PATH_SIZE + 8];

static void make_folder(void)
{
    const char *temporary = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/steepest-XXXXXX", temporary == NULL ? "/tmp" : temporary);
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(file, sizeof file, "%s/file", folder);
    snprintf(fifo, sizeof fifo, "%s/fifo", folder);
    ck_assert_int_eq(mkfifo(fifo, 0600), 0);
}

static void remove_folder(void)
{
    unlink(fifo);
    /* Nothing else may be left there. */
    ck_assert_int_eq(rmdir(folder), 0);
}

/* The program has begun to write a file: there is one with a name that nobody gave. */
static bool writes_file(struct pty *pty, const void *context)
{
    (void)pty;
    (void)context;
    bool found = false;
    DIR *entries = opendir(folder);
    ck_assert_ptr_nonnull(entries);
    for (const struct dirent *entry = readdir(entries); entry != NULL; entry = readdir(entries))
        found |= strncmp(entry->d_name, ".steepest-", 10) == 0;
    closedir(entries);
    return found;
}

static void check_death(struct pty *pty, int number)
{
    int status = pty_wait_end(pty);
    ck_assert(WIFSIGNALED(status));
    ck_assert_int_eq(WTERMSIG(status), number);
}

static void check_line_is_cleared(struct pty *pty)
{
    char text[PTY_TEXT_SIZE];
    ck_assert_str_eq(pty_row(pty, LINE_ROW - 1, text), "before");
    ck_assert_str_eq(pty_row(pty, LINE_ROW, text), "");
}

START_TEST(an_interrupted_table_leaves_no_file)
{
    const char *const arguments[] = { "--table", LONG_GRID, "-o", file, NULL };
    struct pty *pty = pty_start(NULL, arguments);
    pty_wait(pty, writes_file, NULL, "a file is begun");
    pty_signal(pty, deadly[_i]);
    check_death(pty, deadly[_i]);
    pty_free(pty);
}
END_TEST

START_TEST(a_waiting_filter_ends_and_leaves_no_file)
{
    const char *const arguments[] = { "-g", "-o", file, NULL };
    struct pty_options options = { .input = fifo };
    struct pty *pty = pty_start(&options, arguments);
    int writer = open(fifo, O_WRONLY);
    pty_wait(pty, writes_file, NULL, "a file is begun");
    pty_signal(pty, deadly[_i]);
    check_death(pty, deadly[_i]);
    close(writer);
    pty_free(pty);
}
END_TEST

START_TEST(a_waiting_filter_without_a_file_ends)
{
    const char *const arguments[] = { "-g", "x + 2y", "--columns=f", NULL };
    struct pty_options options = { .input = fifo };
    struct pty *pty = pty_start(&options, arguments);
    int writer = open(fifo, O_WRONLY);
    ck_assert_int_eq(write(writer, "3 4\n", 4), 4);
    pty_wait_text(pty, "11.0");
    pty_signal(pty, deadly[_i]);
    check_death(pty, deadly[_i]);
    close(writer);
    pty_free(pty);
}
END_TEST

START_TEST(an_ignored_hangup_does_not_interrupt)
{
    const char *const arguments[] = { "-g", "-o", file, NULL };
    struct pty_options options = { .input = fifo, .hangup_ignored = true };
    struct pty *pty = pty_start(&options, arguments);
    int writer = open(fifo, O_WRONLY);
    pty_wait(pty, writes_file, NULL, "a file is begun");
    pty_signal(pty, SIGHUP);
    close(writer);
    int status = pty_wait_end(pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    ck_assert_int_eq(unlink(file), 0);
    pty_free(pty);
}
END_TEST

START_TEST(a_table_tells_its_progress_and_clears_it)
{
    const char *const arguments[] = { "--table", LONG_GRID, "-o", file, NULL };
    struct pty *pty = pty_start(NULL, arguments);
    pty_wait_text(pty, " left");
    char text[PTY_TEXT_SIZE];
    ck_assert_int_eq(strncmp(pty_row(pty, LINE_ROW, text), "steepest: ", 10), 0);
    pty_signal(pty, SIGINT);
    check_death(pty, SIGINT);
    check_line_is_cleared(pty);
    pty_free(pty);
}
END_TEST

/* Ask again and again, until the program tells how much it has answered. */
static bool tells_points(struct pty *pty, const void *context)
{
    char text[PTY_TEXT_SIZE];
    const int *writer = context;
    ck_assert_int_eq(write(*writer, "1 2\n", 4), 4);
    return strstr(pty_row(pty, LINE_ROW, text), " points done, ") != NULL;
}

START_TEST(a_filter_tells_its_progress_and_clears_it)
{
    const char *const arguments[] = { "-g", "-o", file, NULL };
    struct pty_options options = { .input = fifo };
    struct pty *pty = pty_start(&options, arguments);
    int writer = open(fifo, O_WRONLY);
    pty_wait(pty, tells_points, &writer, "points are counted");
    close(writer);
    int status = pty_wait_end(pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    check_line_is_cleared(pty);
    ck_assert_int_eq(unlink(file), 0);
    pty_free(pty);
}
END_TEST

/* A file of many points. */
static void write_points(const char *path)
{
    FILE *stream = fopen(path, "w");
    ck_assert_ptr_nonnull(stream);
    for (int i = 0; i < POINTS; i++)
        ck_assert_int_ge(fputs("1 2\n", stream), 0);
    ck_assert_int_eq(fclose(stream), 0);
}

/* Take a little of what is written, so that writing takes its time, until progress is shown. */
static bool tells_share(struct pty *pty, const void *context)
{
    char bytes[TAKEN];
    char text[PTY_TEXT_SIZE];
    const int *reader = context;
    (void)!read(*reader, bytes, sizeof bytes);
    return strstr(pty_row(pty, LINE_ROW, text), "% done, ") != NULL;
}

START_TEST(a_filter_knows_how_long_a_file_is)
{
    const char *const arguments[] = { "-g", "-o", fifo, NULL };
    char points[PATH_SIZE + 8];
    snprintf(points, sizeof points, "%s/points", folder);
    write_points(points);
    int reader = open(fifo, O_RDONLY | O_NONBLOCK);
    struct pty_options options = { .input = points };
    struct pty *pty = pty_start(&options, arguments);
    pty_wait(pty, tells_share, &reader, "progress is shown");
    pty_signal(pty, SIGTERM);
    check_death(pty, SIGTERM);
    close(reader);
    ck_assert_int_eq(unlink(points), 0);
    pty_free(pty);
}
END_TEST

/* Take much of what is written, as it comes, until progress is shown. */
static bool tells_share_of_much(struct pty *pty, const void *context)
{
    char bytes[2 * BUFFERED];
    const int *reader = context;
    struct pollfd wanted = { .fd = *reader, .events = POLLIN };
    ssize_t left = pty_under_valgrind() ? MUCH_SLOW : MUCH;
    while (left > 0 && poll(&wanted, 1, 1000) > 0) {
        ssize_t got = read(*reader, bytes, sizeof bytes);
        if (got <= 0)
            break;
        left -= got;
    }
    return tells_share(pty, context);
}

static bool is_filled(struct pty *pty, const void *context)
{
    (void)pty;
    int length = 0;
    const int *reader = context;
    return ioctl(*reader, FIONREAD, &length) == 0 && length >= BUFFERED;
}

/* The line holds signals back, but not while the pipe takes nothing. */
START_TEST(a_full_pipe_does_not_keep_signals_away)
{
    const char *const arguments[] = { "--table", LONG_GRID, "-o", fifo, NULL };
    int reader = open(fifo, O_RDONLY | O_NONBLOCK);
    struct pty *pty = pty_start(NULL, arguments);
    pty_wait(pty, tells_share_of_much, &reader, "progress is shown");
    pty_wait(pty, is_filled, &reader, "the pipe fills");
    pty_quiet(pty, 300);
    pty_signal(pty, SIGTERM);
    check_death(pty, SIGTERM);
    close(reader);
    pty_free(pty);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_checked_fixture(cases, make_folder, remove_folder);
    /* What valgrind looks at is the same for all signals. */
    int signals = getenv("TEST_UNDER_VALGRIND") == NULL ? DEADLY : 1;
    tcase_add_loop_test(cases, an_interrupted_table_leaves_no_file, 0, signals);
    tcase_add_loop_test(cases, a_waiting_filter_ends_and_leaves_no_file, 0, signals);
    tcase_add_loop_test(cases, a_waiting_filter_without_a_file_ends, 0, signals);
    tcase_add_test(cases, an_ignored_hangup_does_not_interrupt);
    tcase_add_test(cases, a_table_tells_its_progress_and_clears_it);
    tcase_add_test(cases, a_filter_tells_its_progress_and_clears_it);
    tcase_add_test(cases, a_filter_knows_how_long_a_file_is);
    tcase_add_test(cases, a_full_pipe_does_not_keep_signals_away);
}

SUITE_MAIN("pty interrupt", add_cases)
