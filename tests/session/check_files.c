/* Tests of the commands that read and write files. */
#include "lines.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/steepest-files-XXXXXX";

static void make_folder(void)
{
    strcpy(strrchr(folder, '-'), "-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(chdir(folder), 0);
    ck_assert_int_eq(mkfifo("fifo.svg", 0600), 0);
}

static void remove_folder(void)
{
    ck_assert_int_eq(unlink("fifo.svg") | chdir("/") | rmdir(folder), 0);
}

static struct session *new_session(void)
{
    static const struct display terminal = { .depth = DEPTH_256, .utf8 = true, .screen = true };
    return session_on(&terminal);
}

static void assert_refused(const char *line)
{
    struct failure failure;
    struct session *session = new_session();
    ck_assert_int_eq(run(session, line, &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "while there is a screen only a regular file will do");
    ck_assert_uint_gt(failure.caret_length, 0);
    session_free(session);
}

/* Nobody is at the other end: what opened them would wait for ever. */
START_TEST(a_screen_waits_for_no_fifo)
{
    assert_refused("source fifo.svg");
    assert_refused("overwrite fifo.svg");
    assert_refused("source /dev/tty");
    assert_refused("source /dev/null");
}
END_TEST

START_TEST(without_a_screen_any_file_will_do)
{
    struct session *session = new_session();
    static const struct display printed = { .depth = DEPTH_PLAIN, .screen = false };
    session_set_display(session, &printed);
    run_well(session, "source /dev/null");
    ck_assert_int_eq(symlink("/dev/null", "null.svg"), 0);
    run_well(session, "overwrite null.svg");
    ck_assert_int_eq(unlink("null.svg"), 0);
    session_free(session);
}
END_TEST

static void write_lines(const char *path, const char *lines)
{
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(lines, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

START_TEST(a_file_that_fails_leaves_switches_as_they_were)
{
    struct session *session = new_session();
    struct failure failure;
    write_lines("wrong", "set mouse\nzoom-in\nnonsense\n");
    ck_assert_int_eq(run(session, "source wrong", &failure), STATUS_USAGE);
    ck_assert(!session_switch_is_on(session, SWITCH_mouse));
    write_lines("wrong", "set mouse\n");
    run_well(session, "source wrong");
    ck_assert(session_switch_is_on(session, SWITCH_mouse));
    ck_assert_int_eq(unlink("wrong"), 0);
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_checked_fixture(cases, make_folder, remove_folder);
    tcase_add_test(cases, a_screen_waits_for_no_fifo);
    tcase_add_test(cases, a_file_that_fails_leaves_switches_as_they_were);
    tcase_add_test(cases, without_a_screen_any_file_will_do);
}

SUITE_MAIN("session files", add_cases)
