/* Tests of what may stand next in a command line. */
#include "lines.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "session/completion.h"

static struct session *new_session(void)
{
    static const struct display screen = { .depth = DEPTH_256, .utf8 = true, .screen = true };
    struct session *session = session_on(&screen);
    run_well(session, "set alpha=2");
    run_well(session, "set alps=3");
    return session;
}

/* Find what may stand at the end of a line: all words, each with a blank behind it. */
static size_t find(const struct session *session, const char *line, char words[1 << 12],
                   size_t *common)
{
    struct completions found = { .count = 0 };
    ck_assert_int_eq(completions_find(session, line, strlen(line), &found), STATUS_OK);
    size_t used = 0;
    words[0] = '\0';
    for (size_t i = 0; i < found.count; i++)
        used += (size_t)snprintf(words + used, (1 << 12) - used, "%s ", completions_at(&found, i));
    size_t start = found.start;
    *common = completions_common(&found);
    completions_free(&found);
    return start;
}

static const struct {
    const char *line;
    size_t start;
    size_t common;
    const char *words;
} rows[] = {
    { "sch", 0, 6, "scheme-next scheme-previous scheme " },
    { "  zoom-i", 2, 7, "zoom-in " },
    { "nothing", 0, 0, "" },
    { "nothing at all", 0, 0, "" },
    { "scheme cen", 7, 7, "central central4 central6 central8 " },
    { "scheme   ex", 9, 5, "exact " },
    { "scheme exact ", 13, 0, "" },
    { "layer ar", 6, 6, "arrows " },
    { "layer no", 6, 4, "none " },
    { "layer arrows,st", 13, 6, "stream " },
    { "layer arrows,no", 13, 0, "" },
    { "color-by tr", 9, 3, "true-error trust " },
    { "aspect ", 7, 0, "equal fill auto " },
    { "background l", 11, 5, "light " },
    { "scale sym", 6, 6, "symlog " },
    { "error-panel o", 12, 1, "off one " },
    { "glyphs as", 7, 5, "ascii " },
    { "sign ", 5, 0, "descent ascent " },
    { "step a", 5, 4, "auto " },
    { "cell-aspect a", 12, 4, "auto " },
    { "range ", 6, 4, "auto " },
    { "set al", 4, 3, "alpha alps " },
    { "set m", 4, 5, "mouse " },
    { "set no", 4, 7, "nomouse " },
    { "set mouse ", 10, 0, "" },
    { "function himm", 9, 10, "himmelblau " },
    { "function x + squ", 13, 6, "square " },
    { "function sin(x)*alp", 16, 3, "alpha alps " },
    { "function x + ", 9, 0, "" },
    { "check 2*x; sq", 11, 2, "sqrt square " },
    { "bind Z zoom-i", 7, 7, "zoom-in " },
    { "bind Z scheme fo", 14, 7, "forward forward2 " },
    { "bind zoo", 5, 0, "" },
    { "probe 1 2", 8, 0, "" },
};

START_TEST(words_are_found_where_they_may_stand)
{
    struct session *session = new_session();
    char words[1 << 12];
    size_t common;
    size_t start = find(session, rows[_i].line, words, &common);
    ck_assert_msg(strcmp(words, rows[_i].words) == 0, "%s: '%s'", rows[_i].line, words);
    if (words[0] != '\0')
        ck_assert_uint_eq(start, rows[_i].start);
    ck_assert_uint_eq(common, rows[_i].common);
    session_free(session);
}
END_TEST

START_TEST(files_are_found)
{
    char folder[] = "/tmp/steepest-completion-XXXXXX";
    char line[128];
    char words[1 << 12];
    char expected[256];
    size_t common;
    struct session *session = new_session();
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(chdir(folder), 0);
    ck_assert_int_eq(mkdir("beta", 0700), 0);
    fclose(fopen("bel", "w"));
    fclose(fopen(".hidden", "w"));
    fclose(fopen("beta/one two", "w"));
    find(session, "source be", words, &common);
    ck_assert_str_eq(words, "bel beta/ ");
    find(session, "write beta/one t", words, &common);
    ck_assert_str_eq(words, "beta/one two ");
    find(session, "write ", words, &common);
    ck_assert_str_eq(words, "bel beta/ ");
    find(session, "write .h", words, &common);
    ck_assert_str_eq(words, ".hidden ");
    find(session, "source nowhere/", words, &common);
    ck_assert_str_eq(words, "");
    snprintf(line, sizeof line, "source %s/bel", folder);
    snprintf(expected, sizeof expected, "%s/bel ", folder);
    find(session, line, words, &common);
    ck_assert_str_eq(words, expected);
    ck_assert_int_eq(unlink("beta/one two") | unlink("bel") | unlink(".hidden"), 0);
    ck_assert_int_eq(chdir("/") | rmdir(strcat(strcpy(line, folder), "/beta")) | rmdir(folder), 0);
    session_free(session);
}
END_TEST

/* Of more paths than are offered nobody knows how they go on. */
START_TEST(paths_that_are_not_offered_count)
{
    enum { FILES = COMPLETIONS_MOST + 1, NAME_SIZE = 16 };
    char folder[] = "/tmp/steepest-completion-XXXXXX";
    char words[1 << 12];
    char name[NAME_SIZE];
    size_t common;
    struct session *session = new_session();
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(chdir(folder), 0);
    for (int i = 0; i < FILES; i++) {
        snprintf(name, sizeof name, "same%d", i);
        fclose(fopen(name, "w"));
    }
    find(session, "source s", words, &common);
    ck_assert_uint_eq(common, 0);
    for (int i = 0; i < FILES; i++) {
        snprintf(name, sizeof name, "same%d", i);
        ck_assert_int_eq(unlink(name), 0);
    }
    ck_assert_int_eq(chdir("/") | rmdir(folder), 0);
    session_free(session);
}
END_TEST

/* Every word that is written large in a usage stands for something that is known. */
START_TEST(every_word_of_a_usage_has_a_meaning)
{
    for (size_t i = 0; i < command_count(); i++) {
        const char *usage = command_at(i)->usage;
        if (completion_meaning(usage + 1, strlen(usage) - 2) != NULL)
            continue;
        while (*usage != '\0') {
            size_t length = strcspn(usage, "[]| ,.");
            bool is_small = strcspn(usage, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") >= length;
            ck_assert_msg(is_small || completion_meaning(usage, length) != NULL,
                          "%s: '%.*s' means nothing", command_at(i)->name, (int)length, usage);
            usage += length;
            usage += strspn(usage, "[]| ,.");
        }
    }
}
END_TEST

START_TEST(the_command_of_a_line_is_known)
{
    ck_assert_ptr_null(completion_command("zoom-in", 7));
    ck_assert_str_eq(completion_command("zoom-in ", 8)->name, "zoom-in");
    ck_assert_str_eq(completion_command("  scheme ex", 11)->name, "scheme");
    ck_assert_ptr_null(completion_command("nothing 1", 9));
    ck_assert_ptr_null(completion_command("", 0));
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, words_are_found_where_they_may_stand, 0,
                        sizeof rows / sizeof rows[0]);
    tcase_add_test(cases, files_are_found);
    tcase_add_test(cases, paths_that_are_not_offered_count);
    tcase_add_test(cases, every_word_of_a_usage_has_a_meaning);
    tcase_add_test(cases, the_command_of_a_line_is_known);
}

SUITE_MAIN("session completion", add_cases)
