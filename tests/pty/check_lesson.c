/*
 * Tests the lessons of man/steepest.7: the program that `.\" lesson:` names is started, the keys of
 * each `.It Ic` are pressed, and the screen must show what every `.Dl` below it says, until
 * `.\" end of lesson`.
 */
#include "../suite.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "pty.h"

enum { LINE_SIZE = 512, WORDS_MOST = 8, LESSONS_LEAST = 1, KEYS_LEAST = 7 };

static const char lesson_begin[] = ".\\\" lesson: ";
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
        { "\\-", "-" }, { "\\(ha", "^" }, { "\\(aq", "'" }, { "\\&", "" }, { "\\(pc", "%" }
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

/* Start the program with the words of a text, between blanks. */
static struct pty *start(char *text)
{
    const char *words[WORDS_MOST + 1] = { NULL };
    size_t count = 0;
    for (char *word = strtok(text, " "); word != NULL; word = strtok(NULL, " ")) {
        ck_assert_uint_lt(count, WORDS_MOST);
        words[count++] = word;
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

START_TEST(the_lessons_show_what_they_say)
{
    FILE *page = fopen(TEST_DATA_DIR "/../man/steepest.7", "r");
    char line[LINE_SIZE];
    struct pty *pty = NULL;
    int lessons = 0, keys = 0;
    ck_assert_ptr_nonnull(page);
    while (fgets(line, sizeof line, page) != NULL) {
        char *rest;
        line[strcspn(line, "\n")] = '\0';
        make_plain(line);
        if ((rest = after(line, lesson_begin)) != NULL) {
            pty = start(rest);
            lessons++;
        } else if (pty != NULL && strcmp(line, lesson_end) == 0) {
            leave(pty);
            pty = NULL;
        } else if (pty != NULL && (rest = after(line, keys_begin)) != NULL) {
            pty_send(pty, rest);
            keys++;
        } else if (pty != NULL && (rest = after(line, text_begin)) != NULL) {
            pty_wait_text(pty, rest);
        }
    }
    fclose(page);
    ck_assert_ptr_null(pty);
    ck_assert_int_ge(lessons, LESSONS_LEAST);
    ck_assert_int_ge(keys, KEYS_LEAST);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_lessons_show_what_they_say);
}

SUITE_MAIN("pty lesson", add_cases)
