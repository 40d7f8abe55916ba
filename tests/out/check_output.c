/* Tests src/out/output.c: whole files, links, permissions, and writes that fail. */
#include "../suite.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "out/output.h"

enum { PATH_SIZE = 256, CONTENT_SIZE = 256, LARGE = 200000 };

static char folder[PATH_SIZE];

static const char *in_folder(const char *name, char path[PATH_SIZE * 2])
{
    snprintf(path, PATH_SIZE * 2, "%s/%s", folder, name);
    return path;
}

static void make_folder(void)
{
    const char *temporary = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/steepest-XXXXXX", temporary == NULL ? "/tmp" : temporary);
    ck_assert_ptr_nonnull(mkdtemp(folder));
    umask(022);
}

static void remove_folder(void)
{
    static const char *const names[] = { "file", "link", "second", "sub/file", "fifo" };
    char path[PATH_SIZE * 2];
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        unlink(in_folder(names[i], path));
    rmdir(in_folder("sub", path));
    /* Nothing else may be left there. */
    ck_assert_int_eq(rmdir(folder), 0);
}

static void write_file(const char *path, const char *content)
{
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(content, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

static void check_content(const char *path, const char *expected)
{
    char content[CONTENT_SIZE] = "";
    FILE *file = fopen(path, "r");
    ck_assert_ptr_nonnull(file);
    size_t length = fread(content, 1, sizeof content - 1, file);
    content[length] = '\0';
    fclose(file);
    ck_assert_str_eq(content, expected);
}

static struct output *open_output(const char *path)
{
    struct output *output = NULL;
    struct failure failure;
    ck_assert_int_eq(output_open(path, &output, &failure), STATUS_OK);
    return output;
}

static void close_well(struct output *output)
{
    struct failure failure;
    ck_assert_int_eq(output_close(output, &failure), STATUS_OK);
}

static unsigned mode_of(const char *path)
{
    struct stat status;
    ck_assert_int_eq(stat(path, &status), 0);
    return status.st_mode & 07777;
}

START_TEST(a_new_file_appears_at_close)
{
    char path[PATH_SIZE * 2];
    struct output *output = open_output(in_folder("file", path));
    output_string(output, "one\n");
    struct failure failure;
    ck_assert_int_eq(output_flush(output, &failure), STATUS_OK);
    ck_assert_int_ne(access(path, F_OK), 0);
    output_write(output, "two\n", 4);
    output_number(output, -3);
    close_well(output);
    check_content(path, "one\ntwo\n-3.0");
    ck_assert_uint_eq(mode_of(path), 0644);
}
END_TEST

START_TEST(a_text_is_written_whole_or_not_at_all)
{
    char path[PATH_SIZE * 2];
    struct text text = TEXT_EMPTY;
    struct failure failure;
    in_folder("file", path);
    text_append(&text, "all\n");
    ck_assert_int_eq(output_text(path, STATUS_OK, &text, &failure), STATUS_OK);
    ck_assert_uint_eq(text.length, 0);
    check_content(path, "all\n");
    text_append(&text, "some");
    text.failed = true;
    ck_assert_int_eq(output_text(path, STATUS_OK, &text, &failure), STATUS_FAILED);
    check_content(path, "all\n");
    text_append(&text, "other");
    ck_assert_int_eq(output_text(path, STATUS_USAGE, &text, &failure), STATUS_USAGE);
    ck_assert_uint_eq(text.length, 0);
    check_content(path, "all\n");
}
END_TEST

START_TEST(an_old_file_keeps_its_mode)
{
    char path[PATH_SIZE * 2];
    write_file(in_folder("file", path), "old\n");
    ck_assert_int_eq(chmod(path, 0751), 0);
    struct output *output = open_output(path);
    output_string(output, "new\n");
    check_content(path, "old\n");
    close_well(output);
    check_content(path, "new\n");
    ck_assert_uint_eq(mode_of(path), 0751);
}
END_TEST

START_TEST(abandoning_leaves_everything)
{
    char path[PATH_SIZE * 2];
    write_file(in_folder("file", path), "old\n");
    struct output *output = open_output(path);
    output_string(output, "new\n");
    output_abandon(output);
    check_content(path, "old\n");
    output_abandon(NULL);
}
END_TEST

START_TEST(links_stay_and_their_file_changes)
{
    char path[PATH_SIZE * 2];
    char link[PATH_SIZE * 2];
    char second[PATH_SIZE * 2];
    ck_assert_int_eq(mkdir(in_folder("sub", path), 0755), 0);
    in_folder("sub/file", path);
    ck_assert_int_eq(symlink("second", in_folder("link", link)), 0);
    ck_assert_int_eq(symlink("sub/file", in_folder("second", second)), 0);
    /* Twice: the file that the links end at is new, then old. */
    for (int time = 0; time < 2; time++) {
        struct output *output = open_output(link);
        output_string(output, "through\n");
        close_well(output);
        struct stat status;
        ck_assert_int_eq(lstat(link, &status), 0);
        ck_assert(S_ISLNK(status.st_mode));
        ck_assert_int_eq(lstat(path, &status), 0);
        ck_assert(S_ISREG(status.st_mode));
        check_content(path, "through\n");
    }
}
END_TEST

static void check_cannot_create(const char *path, const char *reason)
{
    struct output *output = NULL;
    struct failure failure;
    ck_assert_int_eq(output_open(path, &output, &failure), STATUS_CANNOT_CREATE);
    ck_assert_int_eq(failure.status, STATUS_CANNOT_CREATE);
    ck_assert_str_eq(failure.origin, path);
    ck_assert_str_eq(failure.message, reason);
}

START_TEST(what_cannot_be_created_is_named)
{
    char path[PATH_SIZE * 2];
    check_cannot_create(in_folder("none/file", path), "cannot create: No such file or directory");
    check_cannot_create(in_folder("none/", path), "cannot create: No such file or directory");
    check_cannot_create(folder, "cannot create: Is a directory");
    check_cannot_create("", "cannot create: No such file or directory");
    ck_assert_int_eq(symlink("link", in_folder("link", path)), 0);
    check_cannot_create(path, "cannot create: Too many levels of symbolic links");
}
END_TEST

START_TEST(a_file_that_may_not_be_written_is_kept)
{
    char path[PATH_SIZE * 2];
    write_file(in_folder("file", path), "old\n");
    ck_assert_int_eq(chmod(path, 0444), 0);
    /* The superuser may write everything. */
    if (access(path, W_OK) != 0)
        check_cannot_create(path, "cannot create: Permission denied");
    check_content(path, "old\n");
}
END_TEST

START_TEST(a_full_disk_is_told)
{
    struct output *output = open_output("/dev/full");
    struct failure failure;
    output_string(output, "lost");
    ck_assert(!output_failed(output));
    ck_assert_int_eq(output_flush(output, &failure), STATUS_IO);
    ck_assert(output_failed(output));
    ck_assert_str_eq(failure.origin, "/dev/full");
    ck_assert_str_eq(failure.message, "cannot write: No space left on device");
    output_string(output, "more");
    ck_assert_int_eq(output_close(output, &failure), STATUS_IO);
}
END_TEST

START_TEST(devices_are_written_directly)
{
    struct output *output = open_output("/dev/null");
    static const char zeros[LARGE];
    output_write(output, zeros, sizeof zeros);
    close_well(output);
    struct stat status;
    ck_assert_int_eq(stat("/dev/null", &status), 0);
    ck_assert(S_ISCHR(status.st_mode));
}
END_TEST

/* Counts what comes through a FIFO, slowly enough for the writer to wait. */
static void *count_bytes(void *path)
{
    size_t *count = malloc(sizeof *count);
    int descriptor = open(path, O_RDONLY);
    char buffer[1000];
    ssize_t got;
    *count = 0;
    while ((got = read(descriptor, buffer, sizeof buffer)) > 0)
        *count += (size_t)got;
    close(descriptor);
    return count;
}

START_TEST(a_fifo_gets_every_byte)
{
    char path[PATH_SIZE * 2];
    static const char zeros[LARGE];
    ck_assert_int_eq(mkfifo(in_folder("fifo", path), 0600), 0);
    pthread_t reader;
    ck_assert_int_eq(pthread_create(&reader, NULL, count_bytes, path), 0);
    struct output *output = open_output(path);
    for (size_t at = 0; at < LARGE; at += 1000)
        output_write(output, zeros + at, 1000);
    close_well(output);
    void *count = NULL;
    ck_assert_int_eq(pthread_join(reader, &count), 0);
    ck_assert_uint_eq(*(size_t *)count, LARGE);
    free(count);
}
END_TEST

START_TEST(a_broken_pipe_is_told)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    signal(SIGPIPE, SIG_IGN);
    int kept = dup(STDOUT_FILENO);
    ck_assert_int_eq(dup2(ends[1], STDOUT_FILENO), STDOUT_FILENO);
    close(ends[0]);
    struct output *output = open_output(NULL);
    struct failure failure;
    output_string(output, "lost");
    enum status status = output_close(output, &failure);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    close(ends[1]);
    signal(SIGPIPE, SIG_DFL);
    ck_assert_int_eq(status, STATUS_IO);
    ck_assert_str_eq(failure.origin, "standard output");
    ck_assert_str_eq(failure.message, "cannot write: Broken pipe");
}
END_TEST

START_TEST(standard_output_is_not_replaced)
{
    char path[PATH_SIZE * 2];
    write_file(in_folder("file", path), "before\n");
    int kept = dup(STDOUT_FILENO);
    int file = open(path, O_WRONLY | O_APPEND);
    ck_assert_int_eq(dup2(file, STDOUT_FILENO), STDOUT_FILENO);
    close(file);
    struct output *output = open_output("/dev/stdout");
    output_string(output, "after\n");
    close_well(output);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    check_content(path, "before\nafter\n");
}
END_TEST

static volatile sig_atomic_t caught;

static void count_signal(int number)
{
    (void)number;
    caught++;
}

START_TEST(a_signal_leaves_a_file_as_it_was)
{
    char path[PATH_SIZE * 2];
    struct failure failure;
    write_file(in_folder("file", path), "old\n");
    caught = 0;
    signal(SIGTERM, count_signal);
    struct output *output = open_output(path);
    output_string(output, "new\n");
    ck_assert(!output_failed(output));
    raise(SIGTERM);
    ck_assert(output_failed(output));
    ck_assert_int_eq(output_flush(output, &failure), STATUS_FAILED);
    ck_assert_int_eq(caught, 0);
    ck_assert_int_eq(output_close(output, &failure), STATUS_FAILED);
    ck_assert_int_eq(caught, 1);
    ck_assert_str_eq(failure.origin, path);
    ck_assert_str_eq(failure.message, "interrupted");
    check_content(path, "old\n");
    signal(SIGTERM, SIG_DFL);
}
END_TEST

START_TEST(signals_are_held_for_whole_files_alone)
{
    char path[PATH_SIZE * 2];
    struct output *output = open_output("/dev/null");
    ck_assert(!output_interrupt(output)->held);
    interrupt_hold(output_interrupt(output));
    caught = 0;
    signal(SIGTERM, count_signal);
    output_string(output, "lost");
    raise(SIGTERM);
    ck_assert_int_eq(caught, 0);
    output_abandon(output);
    ck_assert_int_eq(caught, 1);
    signal(SIGTERM, SIG_DFL);
    output = open_output(in_folder("file", path));
    ck_assert(output_interrupt(output)->held);
    output_abandon(output);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_checked_fixture(cases, make_folder, remove_folder);
    tcase_add_test(cases, a_new_file_appears_at_close);
    tcase_add_test(cases, a_text_is_written_whole_or_not_at_all);
    tcase_add_test(cases, an_old_file_keeps_its_mode);
    tcase_add_test(cases, abandoning_leaves_everything);
    tcase_add_test(cases, links_stay_and_their_file_changes);
    tcase_add_test(cases, what_cannot_be_created_is_named);
    tcase_add_test(cases, a_file_that_may_not_be_written_is_kept);
    tcase_add_test(cases, a_full_disk_is_told);
    tcase_add_test(cases, devices_are_written_directly);
    tcase_add_test(cases, a_fifo_gets_every_byte);
    tcase_add_test(cases, a_broken_pipe_is_told);
    tcase_add_test(cases, standard_output_is_not_replaced);
    tcase_add_test(cases, a_signal_leaves_a_file_as_it_was);
    tcase_add_test(cases, signals_are_held_for_whole_files_alone);
}

SUITE_MAIN("out output", add_cases)
