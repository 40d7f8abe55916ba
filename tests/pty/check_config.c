/* The configuration of a program on a terminal: found, obeyed, its errors told at both ends. */
#include "../suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty.h"

enum { PATH_SIZE = 256 };

/* Where a test has its configuration. */
struct place {
    char folder[PATH_SIZE];
    char file[PATH_SIZE + 32];
    char variable[PATH_SIZE + 32];
};

static void make_place(struct place *place, const char *commands)
{
    char inner[PATH_SIZE + 16];
    snprintf(place->folder, sizeof place->folder, "/tmp/steepest-config-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(place->folder));
    snprintf(inner, sizeof inner, "%s/steepest", place->folder);
    ck_assert_int_eq(mkdir(inner, 0700), 0);
    snprintf(place->file, sizeof place->file, "%s/steepest/config", place->folder);
    snprintf(place->variable, sizeof place->variable, "XDG_CONFIG_HOME=%s", place->folder);
    FILE *file = fopen(place->file, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(commands, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

static void remove_place(const struct place *place)
{
    char inner[PATH_SIZE + 16];
    snprintf(inner, sizeof inner, "%s/steepest", place->folder);
    unlink(place->file);
    rmdir(inner);
    rmdir(place->folder);
}

START_TEST(a_configuration_is_obeyed)
{
    static const char *const arguments[] = { "himmelblau", NULL };
    static const char *const same[] = { "himmelblau", "-H", "1e-6", "-c", "zoom-in 2", NULL };
    struct place place;
    make_place(&place, "step 1e-6\nbind Z zoom-in 2\nunbind h\nzom\nsinn\nquit\n");
    struct pty_options options = { .environment = { place.variable } };
    struct pty *pty = pty_start(&options, arguments);
    pty_wait_text(pty, "3 errors in the configuration: line 4: unknown command 'zom'");
    /* A start is no change to undo. */
    pty_send(pty, "u");
    pty_wait_text(pty, "there is nothing to undo");
    pty_send(pty, "h");
    pty_wait_text(pty, "no such key");
    pty_send(pty, "Z");
    struct pty_picture *picture = pty_print(24, 80, same);
    pty_wait_picture(pty, picture);
    pty_picture_free(picture);
    pty_send(pty, "q");
    int status = pty_wait_end(pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    ck_assert(pty_modes_are_back(pty));
    pty_wait_text(pty, "config:6:1: a configuration can");
    pty_free(pty);
    remove_place(&place);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_configuration_is_obeyed);
}

SUITE_MAIN("pty configuration", add_cases)
