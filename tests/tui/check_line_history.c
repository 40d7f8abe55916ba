/* Lines that were run, called back and kept in a file. */
#include "../suite.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tui/line_history.h"

enum { PATH_SIZE = 256, CONTENT_SIZE = 4096 };

/* A folder of its own, where a history has its file. */
struct place {
    char folder[PATH_SIZE];
    char inner[PATH_SIZE + 16];
    char file[PATH_SIZE + 32];
};

static struct place make_place(void)
{
    struct place place;
    snprintf(place.folder, sizeof place.folder, "/tmp/steepest-history-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(place.folder));
    snprintf(place.inner, sizeof place.inner, "%s/steepest", place.folder);
    snprintf(place.file, sizeof place.file, "%s/history", place.inner);
    return place;
}

static void remove_place(const struct place *place)
{
    unlink(place->file);
    rmdir(place->file);
    ck_assert_int_eq(rmdir(place->inner), 0);
    ck_assert_int_eq(rmdir(place->folder), 0);
}

/* Make the file with this content. */
static void fill(const struct place *place, const char *bytes, size_t length)
{
    mkdir(place->inner, 0700);
    FILE *file = fopen(place->file, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, length, file), length);
    ck_assert_int_eq(fclose(file), 0);
}

static const char *content(const struct place *place, char bytes[CONTENT_SIZE])
{
    FILE *file = fopen(place->file, "r");
    ck_assert_ptr_nonnull(file);
    bytes[fread(bytes, 1, CONTENT_SIZE - 1, file)] = '\0';
    fclose(file);
    return bytes;
}

static struct line_history *start(const struct place *place)
{
    struct line_history *history = malloc(sizeof *history);
    ck_assert_ptr_nonnull(history);
    line_history_start(history);
    if (place != NULL)
        line_history_keep(history, place->file);
    return history;
}

static void end(struct line_history *history)
{
    line_history_free(history);
    free(history);
}

static void add(struct line_history *history, const char *line)
{
    line_history_add(history, line, strlen(line));
}

/* The file is as it should be for these programs: nothing is wrong with it. */
static void assert_calm(const struct line_history *history)
{
    ck_assert_msg(!history->troubled, "%s %s", history->trouble.origin, history->trouble.message);
}

/* Type a text, press the keys, each followed by a blank, and compare what stands in the line. */
static void assert_walk(struct line_history *history, const char *typed, const char *keys,
                        const char *line)
{
    static struct prompt prompt;
    struct text killed = TEXT_EMPTY;
    char copy[256];
    prompt_start(&prompt, &killed);
    prompt_insert(&prompt, typed, strlen(typed));
    snprintf(copy, sizeof copy, "%s", keys);
    for (char *key = strtok(copy, " "); key != NULL; key = strtok(NULL, " "))
        if (line_history_key(history, &prompt, key) == LINE_HISTORY_PASSED)
            prompt_key(&prompt, key);
    ck_assert_msg(prompt.length == strlen(line) && memcmp(prompt.bytes, line, prompt.length) == 0,
                  "'%s' and %s: '%.*s', not '%s'", typed, keys, (int)prompt.length, prompt.bytes,
                  line);
}

static const struct {
    const char *typed;
    const char *keys;
    const char *line;
} walks[] = {
    { "", "<Up>", "zoom-in 2" },
    { "", "<Up> <Up>", "step 0.5" },
    { "", "<Up> <Up> <Up> <Up> <Up>", "step 0.1" },
    { "", "<Up> <Up> <Down>", "zoom-in 2" },
    { "typed", "^P ^P ^N ^N", "typed" },
    { "typed", "<Up>", "typed" },
    { "typed", "<Down>", "typed" },
    { "s", "<Up>", "step 0.5" },
    { "s", "<Up> <Up>", "sign" },
    { "s", "<Up> <Up> <Up> <Up>", "step 0.1" },
    { "step", "<Up> <Up> <Up>", "step 0.1" },
    { "step", "<Up> <Up> <Down> <Down> <Down>", "step" },
    { "s", "^P", "zoom-in 2" },
    { "s", "^P <Up>", "step 0.5" },
    /* A changed line is a new beginning; a place that was moved is none. */
    { "", "<Up> <Up> <Backspace> <Up>", "step 0.5" },
    { "", "<Up> <Up> <Backspace> <Up> <Down>", "step 0." },
    { "", "<Up> <Up> <Home> <Up>", "sign" },
    { "", "<Up> x", "zoom-in 2x" },
};

START_TEST(lines_are_called_back)
{
    struct line_history *history = start(NULL);
    add(history, "step 0.1");
    add(history, "sign");
    add(history, "step 0.5");
    add(history, "zoom-in 2");
    assert_walk(history, walks[_i].typed, walks[_i].keys, walks[_i].line);
    end(history);
}
END_TEST

START_TEST(an_empty_history_refuses)
{
    static const char *const keys[] = { "<Up>", "<Down>", "^P", "^N" };
    static struct prompt prompt;
    struct line_history *history = start(NULL);
    prompt_clear(&prompt);
    for (int i = 0; i < 4; i++)
        ck_assert_int_eq(line_history_key(history, &prompt, keys[i]), LINE_HISTORY_REFUSED);
    ck_assert_int_eq(line_history_key(history, &prompt, "a"), LINE_HISTORY_PASSED);
    end(history);
}
END_TEST

START_TEST(repeated_and_blank_lines_are_not_added)
{
    struct line_history *history = start(NULL);
    static const char *const lines[] = { "a", "a", "", "   ", "a", "b", "a" };
    for (int i = 0; i < 7; i++)
        add(history, lines[i]);
    ck_assert_uint_eq(history->count, 3);
    end(history);
}
END_TEST

START_TEST(the_oldest_line_is_forgotten)
{
    char line[32];
    struct line_history *history = start(NULL);
    for (int i = 0; i < LINE_HISTORY_MOST + 5; i++) {
        snprintf(line, sizeof line, "left %d", i);
        add(history, line);
    }
    ck_assert_uint_eq(history->count, LINE_HISTORY_MOST);
    ck_assert_str_eq(history->lines[0], "left 5");
    assert_walk(history, "", "<Up>", line);
    end(history);
}
END_TEST

START_TEST(lines_outlive_the_program)
{
    char bytes[CONTENT_SIZE];
    struct stat found;
    struct place place = make_place();
    mode_t mask = umask(0);
    struct line_history *history = start(&place);
    add(history, "step 0.5");
    add(history, "sign");
    add(history, "sign");
    umask(mask);
    assert_calm(history);
    end(history);
    ck_assert_str_eq(content(&place, bytes), "step 0.5\nsign\n");
    ck_assert_int_eq(stat(place.file, &found), 0);
    ck_assert_int_eq(found.st_mode & 07777, 0600);
    ck_assert_int_eq(stat(place.inner, &found), 0);
    ck_assert_int_eq(found.st_mode & 07777, 0700);
    history = start(&place);
    assert_walk(history, "", "<Up> <Up>", "step 0.5");
    add(history, "sign");
    ck_assert_str_eq(content(&place, bytes), "step 0.5\nsign\n");
    end(history);
    remove_place(&place);
}
END_TEST

/* What a file may hold, and the lines that are made of it, each followed by a bar. */
static const struct {
    const char *bytes;
    size_t length;
    const char *lines;
} contents[] = {
#define CONTENT(bytes, lines) { bytes, sizeof(bytes) - 1, lines }
    CONTENT("", ""),
    CONTENT("\n\n  \n", ""),
    CONTENT("a\nb\n", "a|b|"),
    CONTENT("a\nb", "a|b|"),
    CONTENT("a\n\na\na\nb\n", "a|b|"),
    CONTENT("a\n\xff\xfe\nb\xc3\nc\n", "a|c|"),
    CONTENT("a\n\x1b[31m\nb\tc\nd\r\ne\x7f\nf\n", "a|f|"),
    CONTENT("a\nb\0c\n\0\nd\n", "a|d|"),
    CONTENT("\xc3\xa9\n", "\xc3\xa9|"),
};

START_TEST(only_lines_of_a_prompt_are_taken)
{
    char lines[256] = "";
    struct place place = make_place();
    fill(&place, contents[_i].bytes, contents[_i].length);
    struct line_history *history = start(&place);
    for (size_t i = 0; i < history->count; i++) {
        strcat(lines, history->lines[i]);
        strcat(lines, "|");
    }
    ck_assert_str_eq(lines, contents[_i].lines);
    assert_calm(history);
    end(history);
    remove_place(&place);
}
END_TEST

/* A file of this many bytes, `byte` all, with a line at its end. */
static void fill_with(const struct place *place, char byte, size_t length)
{
    char *bytes = malloc(length);
    ck_assert_ptr_nonnull(bytes);
    memset(bytes, byte, length);
    memcpy(bytes + length - 6, "\nsign\n", 6);
    fill(place, bytes, length);
    free(bytes);
}

START_TEST(long_lines_and_files_are_cut)
{
    static const size_t lengths[] = { PROMPT_SIZE + 7, LINE_FILE_BYTES + 100,
                                      LINE_FILE_BYTES + LINE_FILE_BYTES_SLACK + 1 };
    char bytes[CONTENT_SIZE];
    struct place place = make_place();
    fill_with(&place, 'x', lengths[_i]);
    struct line_history *history = start(&place);
    ck_assert_uint_eq(history->count, 1);
    assert_walk(history, "", "<Up>", "sign");
    assert_calm(history);
    end(history);
    if (_i == 2)
        ck_assert_str_eq(content(&place, bytes), "sign\n");
    remove_place(&place);
}
END_TEST

/* A file with this many lines. */
static void fill_lines(const struct place *place, int count)
{
    mkdir(place->inner, 0700);
    FILE *file = fopen(place->file, "w");
    ck_assert_ptr_nonnull(file);
    for (int i = 1; i <= count; i++)
        fprintf(file, "left %d\n", i);
    ck_assert_int_eq(fclose(file), 0);
}

static int count_lines(const struct place *place)
{
    int count = 0;
    FILE *file = fopen(place->file, "r");
    ck_assert_ptr_nonnull(file);
    for (int byte = getc(file); byte != EOF; byte = getc(file))
        count += byte == '\n';
    fclose(file);
    return count;
}

START_TEST(a_file_beyond_the_slack_is_rewritten)
{
    struct place place = make_place();
    struct stat found;
    int most = LINE_FILE_LINES + LINE_FILE_LINES_SLACK;
    fill_lines(&place, most);
    chmod(place.file, 0644);
    end(start(&place));
    ck_assert_int_eq(count_lines(&place), most);
    struct line_history *history = start(&place);
    add(history, "sign");
    end(history);
    history = start(&place);
    ck_assert_int_eq(count_lines(&place), LINE_FILE_LINES);
    ck_assert_uint_eq(history->count, LINE_HISTORY_MOST);
    ck_assert_str_eq(history->lines[0], "left 202");
    ck_assert_int_eq(stat(place.file, &found), 0);
    ck_assert_int_eq(found.st_mode & 07777, 0600);
    end(history);
    remove_place(&place);
}
END_TEST

START_TEST(a_link_to_the_file_stays_a_link)
{
    char target[PATH_SIZE + 16];
    struct stat found;
    struct place place = make_place();
    fill_lines(&place, 2 * LINE_FILE_LINES);
    snprintf(target, sizeof target, "%s/target", place.folder);
    ck_assert_int_eq(rename(place.file, target), 0);
    ck_assert_int_eq(symlink(target, place.file), 0);
    struct line_history *history = start(&place);
    add(history, "sign");
    end(history);
    ck_assert_int_eq(lstat(place.file, &found), 0);
    ck_assert(S_ISLNK(found.st_mode));
    ck_assert_int_eq(count_lines(&place), LINE_FILE_LINES + 1);
    unlink(target);
    remove_place(&place);
}
END_TEST

/* A program of its own that adds lines to a file which others add to and rewrite. */
static void add_many(const struct place *place, int number, int count)
{
    char line[32];
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child > 0)
        return;
    for (int i = 0; i < count; i++) {
        struct line_history *history = start(place);
        snprintf(line, sizeof line, "own %d %d", number, i);
        add(history, line);
        end(history);
    }
    _exit(0);
}

START_TEST(programs_keep_each_others_lines)
{
    enum { PROGRAMS = 4, EACH = 60 };
    int found = 0;
    struct place place = make_place();
    fill_lines(&place, LINE_FILE_LINES + LINE_FILE_LINES_SLACK - EACH);
    for (int i = 0; i < PROGRAMS; i++)
        add_many(&place, i, EACH);
    while (wait(NULL) > 0)
        continue;
    struct line_history *history = start(&place);
    for (size_t i = 0; i < history->count; i++)
        found += strncmp(history->lines[i], "own ", 4) == 0;
    ck_assert_int_eq(found, PROGRAMS * EACH);
    end(history);
    remove_place(&place);
}
END_TEST

/* The history works without its file, and says so once. */
static void assert_works_without_file(struct line_history *history, const char *reason)
{
    add(history, "sign");
    assert_walk(history, "", "<Up>", "sign");
    ck_assert(history->troubled);
    ck_assert_ptr_nonnull(strstr(history->trouble.message, reason));
    history->troubled = false;
    add(history, "step 0.5");
    assert_walk(history, "", "<Up> <Up>", "sign");
    ck_assert(!history->troubled);
}

START_TEST(a_directory_in_its_place_is_told_once)
{
    struct place place = make_place();
    ck_assert_int_eq(mkdir(place.inner, 0700), 0);
    ck_assert_int_eq(mkdir(place.file, 0700), 0);
    struct line_history *history = start(&place);
    assert_works_without_file(history, "is a directory");
    end(history);
    remove_place(&place);
}
END_TEST

START_TEST(a_fifo_in_its_place_is_not_waited_for)
{
    struct place place = make_place();
    ck_assert_int_eq(mkdir(place.inner, 0700), 0);
    ck_assert_int_eq(mkfifo(place.file, 0600), 0);
    struct line_history *history = start(&place);
    assert_works_without_file(history, "is no regular file");
    end(history);
    remove_place(&place);
}
END_TEST

START_TEST(a_file_for_the_folder_is_told_once)
{
    struct place place = make_place();
    FILE *file = fopen(place.inner, "w");
    ck_assert_ptr_nonnull(file);
    fclose(file);
    struct line_history *history = start(&place);
    assert_works_without_file(history, "cannot be ");
    end(history);
    unlink(place.inner);
    rmdir(place.folder);
}
END_TEST

START_TEST(a_forbidden_file_is_told_once)
{
    struct place place = make_place();
    fill(&place, "a\n", 2);
    chmod(place.file, 0);
    if (access(place.file, R_OK) != 0) {
        struct line_history *history = start(&place);
        assert_works_without_file(history, "cannot be read");
        end(history);
    }
    remove_place(&place);
}
END_TEST

/* As a person wants who links to it. */
START_TEST(a_device_keeps_nothing)
{
    struct place place = make_place();
    ck_assert_int_eq(mkdir(place.inner, 0700), 0);
    ck_assert_int_eq(symlink("/dev/null", place.file), 0);
    struct line_history *history = start(&place);
    add(history, "sign");
    assert_walk(history, "", "<Up>", "sign");
    assert_calm(history);
    end(history);
    remove_place(&place);
}
END_TEST

START_TEST(no_file_is_missed_where_no_home_is)
{
    struct place place = make_place();
    ck_assert_int_eq(rmdir(place.folder), 0);
    snprintf(place.file, sizeof place.file, "%s/.local/state/steepest/history", place.folder);
    struct line_history *history = start(&place);
    add(history, "sign");
    assert_walk(history, "", "<Up>", "sign");
    assert_calm(history);
    end(history);
    ck_assert_int_ne(access(place.folder, F_OK), 0);
}
END_TEST

/* A limit of the file's size stands for a disk that is full. */
START_TEST(a_full_disk_tears_no_other_line)
{
    char bytes[CONTENT_SIZE];
    struct rlimit limit = { 5, RLIM_INFINITY };
    struct place place = make_place();
    signal(SIGXFSZ, SIG_IGN);
    fill(&place, "a\n", 2);
    struct line_history *history = start(&place);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    assert_works_without_file(history, "cannot be written");
    limit.rlim_cur = RLIM_INFINITY;
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    ck_assert_str_eq(content(&place, bytes), "a\nsig");
    add(history, "home");
    ck_assert_str_eq(content(&place, bytes), "a\nsig\nhome\n");
    end(history);
    remove_place(&place);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, lines_are_called_back, 0, (int)(sizeof walks / sizeof walks[0]));
    tcase_add_test(cases, an_empty_history_refuses);
    tcase_add_test(cases, repeated_and_blank_lines_are_not_added);
    tcase_add_test(cases, the_oldest_line_is_forgotten);
    tcase_add_test(cases, lines_outlive_the_program);
    tcase_add_loop_test(cases, only_lines_of_a_prompt_are_taken, 0,
                        (int)(sizeof contents / sizeof contents[0]));
    tcase_add_loop_test(cases, long_lines_and_files_are_cut, 0, 3);
    tcase_add_test(cases, a_file_beyond_the_slack_is_rewritten);
    tcase_add_test(cases, a_link_to_the_file_stays_a_link);
    tcase_add_test(cases, programs_keep_each_others_lines);
    tcase_add_test(cases, a_directory_in_its_place_is_told_once);
    tcase_add_test(cases, a_fifo_in_its_place_is_not_waited_for);
    tcase_add_test(cases, a_file_for_the_folder_is_told_once);
    tcase_add_test(cases, a_forbidden_file_is_told_once);
    tcase_add_test(cases, a_device_keeps_nothing);
    tcase_add_test(cases, no_file_is_missed_where_no_home_is);
    tcase_add_test(cases, a_full_disk_tears_no_other_line);
}

SUITE_MAIN("tui line history", add_cases)
