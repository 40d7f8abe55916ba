/*
 * Tests the lessons of man/steepest.7. After `.\" lesson` the program is started as the last command
 * of the page says, but explores; the keys of each `.It Ic` are pressed, and the screen must show
 * what every `.Dl` below it says, until `.\" end of lesson`.
 */
#include "../suite.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "pty.h"

enum {
    LINE_SIZE = 512,
    WORDS_MOST = 8,
    LESSONS_LEAST = 7,
    KEYS_LEAST = 40,
    LESSONS_SLOW = 2 /* under valgrind, where a start takes seconds, those after it are not tried */
};

static const char command_begin[] = "$ steepest ";
static const char lesson_begin[] = ".\\\" lesson";
static const char lesson_end[] = ".\\\" end of lesson";
static const char keys_begin[] = ".It Ic ";
static const char text_begin[] = ".Dl ";

/* What follows `beginning` in a line, or NULL when the line does not begin so. */
static char *after(char *line, const char *beginning)
{
    size_t length = strlen(beginning);
    return strncmp(line, beginning, length) == 0 ? line + length : NULL;
}

/* Turn roff's spellings of characters into the characters, in place. */
static void make_plain(char *text)
{
    static const char *const spellings[][2] = {
        { "\\-", "-" }, { "\\(ha", "^" }, { "\\(aq", "'" }, { "\\&", "" }, { "\\(pc", "%" },
        { "\\(mi", "\u2212" }, { "\\(gr", "\u2207" }, { "\\(mu", "\u00d7" }, { "<Enter>", "\r" }
    };
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++) {
        size_t length = strlen(spellings[i][0]);
        for (char *at; (at = strstr(text, spellings[i][0])) != NULL;) {
            size_t with = strlen(spellings[i][1]);
            memcpy(at, spellings[i][1], with);
            memmove(at + with, at + length, strlen(at + length) + 1);
        }
    }
}

/* Take a pair of quotes off a word, in place. */
static char *unquoted(char *word)
{
    size_t length = strlen(word);
    if (length < 2 || word[0] != '\'' || word[length - 1] != '\'')
        return word;
    word[length - 1] = '\0';
    return word + 1;
}

/*
 * Start the program with the arguments of a command of the page, which blanks separate; those that
 * make it print are left out.
 */
static struct pty *start(char *text)
{
    const char *words[WORDS_MOST + 1] = { NULL };
    size_t count = 0;
    for (char *word = strtok(text, " "); word != NULL; word = strtok(NULL, " ")) {
        if (strcmp(word, "--print") == 0 || after(word, "--size=") != NULL)
            continue;
        ck_assert_uint_lt(count, WORDS_MOST);
        words[count++] = unquoted(word);
    }
    struct pty_options options = { .term = "xterm-256color" };
    struct pty *pty = pty_start(&options, words);
    pty_wait_text(pty, "? help");
    return pty;
}

static void leave(struct pty *pty)
{
    pty_send(pty, "q");
    int status = pty_wait_end(pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    pty_free(pty);
}

/* How far the page was read. */
struct reading {
    struct pty *pty;         /* of the lesson in hand, or NULL */
    char command[LINE_SIZE]; /* the arguments of the last command of the page */
    int lessons;
    int keys;
};

/* Whether no further program is to be started. */
static bool is_enough(const struct reading *reading)
{
    return pty_under_valgrind() && reading->lessons >= LESSONS_SLOW;
}

static void read_line(struct reading *reading, char *line)
{
    char *rest;
    if ((rest = after(line, command_begin)) != NULL) {
        memcpy(reading->command, rest, strlen(rest) + 1);
    } else if (strcmp(line, lesson_begin) == 0 && !is_enough(reading)) {
        ck_assert_ptr_null(reading->pty);
        reading->pty = start(reading->command);
        reading->lessons++;
    } else if (reading->pty == NULL) {
        return;
    } else if (strcmp(line, lesson_end) == 0) {
        leave(reading->pty);
        reading->pty = NULL;
    } else if ((rest = after(line, keys_begin)) != NULL) {
        pty_send(reading->pty, rest);
        reading->keys++;
    } else if ((rest = after(line, text_begin)) != NULL) {
        pty_wait_text(reading->pty, rest);
    }
}

START_TEST(the_lessons_show_what_they_say)
{
    FILE *page = fopen(TEST_DATA_DIR "/../man/steepest.7", "r");
    char line[LINE_SIZE];
    struct reading reading = { .pty = NULL };
    ck_assert_ptr_nonnull(page);
    while (fgets(line, sizeof line, page) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        make_plain(line);
        read_line(&reading, line);
    }
    fclose(page);
    ck_assert_ptr_null(reading.pty);
    if (is_enough(&reading))
        return;
    ck_assert_int_ge(reading.lessons, LESSONS_LEAST);
    ck_assert_int_ge(reading.keys, KEYS_LEAST);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_lessons_show_what_they_say);
}

SUITE_MAIN("pty lesson", add_cases)
