/* Tests src/base/xdg.c: where files of the program's own have their place. */
#include "../suite.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/xdg.h"

enum { PATH_SIZE = 256 };

/* Set a variable, or take it away with NULL. */
static void set(const char *name, const char *value)
{
    if (value == NULL)
        unsetenv(name);
    else
        setenv(name, value, 1);
}

START_TEST(a_typed_path_may_begin_at_home)
{
    static const struct {
        const char *home;
        const char *typed;
        const char *path;
    } typed[] = {
        { "/h", "~/y.svg", "/h/y.svg" }, { "/h", "~/", "/h/" },    { "/h", "~", "~" },
        { "/h", "~y/z", "~y/z" },        { "/h", "a~/z", "a~/z" }, { "h", "~/z", "~/z" },
        { NULL, "~/z", "~/z" },          { "/h", "", "" },
    };
    for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++) {
        struct text path = TEXT_EMPTY;
        set("HOME", typed[i].home);
        xdg_append_typed(typed[i].typed, strlen(typed[i].typed), &path);
        ck_assert_str_eq(text_string(&path), typed[i].path);
        text_free(&path);
    }
}
END_TEST

static const struct {
    enum xdg_kind kind;
    const char *config;
    const char *state;
    const char *home;
    const char *path; /* NULL: none is known */
} rows[] = {
    { XDG_CONFIG, "/c", "/s", "/h", "/c/steepest/name" },
    { XDG_STATE, "/c", "/s", "/h", "/s/steepest/name" },
    { XDG_CONFIG, NULL, "/s", "/h", "/h/.config/steepest/name" },
    { XDG_STATE, "/c", NULL, "/h", "/h/.local/state/steepest/name" },
    { XDG_CONFIG, "", NULL, "/h", "/h/.config/steepest/name" },
    { XDG_STATE, NULL, "here", "/h", "/h/.local/state/steepest/name" },
    { XDG_STATE, NULL, "/s", NULL, "/s/steepest/name" },
    { XDG_STATE, "/c", NULL, NULL, NULL },
    { XDG_CONFIG, NULL, "/s", "here", NULL },
    { XDG_CONFIG, "./c", "/s", "", NULL },
};

START_TEST(a_place_follows_from_the_environment)
{
    struct text path = TEXT_EMPTY;
    set("XDG_CONFIG_HOME", rows[_i].config);
    set("XDG_STATE_HOME", rows[_i].state);
    set("HOME", rows[_i].home);
    bool known = xdg_append_path(rows[_i].kind, "name", &path);
    ck_assert(known == (rows[_i].path != NULL));
    ck_assert_str_eq(text_string(&path), known ? rows[_i].path : "");
    text_free(&path);
}
END_TEST

/* A folder of its own, and a path below it. */
static void make_place(char folder[PATH_SIZE], char path[2 * PATH_SIZE], const char *below)
{
    snprintf(folder, PATH_SIZE, "/tmp/steepest-xdg-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, 2 * PATH_SIZE, "%s%s", folder, below);
}

/* Remove the folders that stand above a path, up to a folder. */
static void remove_folders(const char *folder, char *path)
{
    while (strlen(path) > strlen(folder)) {
        rmdir(path);
        *strrchr(path, '/') = '\0';
    }
    rmdir(folder);
}

START_TEST(missing_folders_are_made_for_the_owner)
{
    char folder[PATH_SIZE];
    char path[2 * PATH_SIZE];
    struct failure failure;
    struct stat found;
    make_place(folder, path, "/a/b/c/name");
    mode_t mask = umask(0);
    ck_assert_int_eq(xdg_make_folders(path, &failure), STATUS_OK);
    ck_assert_int_eq(xdg_make_folders(path, &failure), STATUS_OK);
    umask(mask);
    *strrchr(path, '/') = '\0';
    for (int i = 0; i < 3; i++) {
        ck_assert_int_eq(stat(path, &found), 0);
        ck_assert_int_eq(found.st_mode & 07777, 0700);
        ck_assert_int_eq(rmdir(path), 0);
        *strrchr(path, '/') = '\0';
    }
    rmdir(folder);
}
END_TEST

START_TEST(no_home_is_made)
{
    char folder[PATH_SIZE];
    char path[2 * PATH_SIZE];
    struct failure failure;
    make_place(folder, path, "/home/.local/state/steepest/name");
    ck_assert_int_eq(xdg_make_folders(path, &failure), STATUS_NO_INPUT);
    ck_assert_int_eq(rmdir(folder), 0);
}
END_TEST

START_TEST(a_folder_that_cannot_be_made_is_named)
{
    char folder[PATH_SIZE];
    char path[2 * PATH_SIZE];
    struct failure failure;
    make_place(folder, path, "/file");
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fclose(file);
    strcat(path, "/steepest/name");
    ck_assert_int_eq(xdg_make_folders(path, &failure), STATUS_CANNOT_CREATE);
    *strrchr(path, '/') = '\0';
    ck_assert_str_eq(failure.origin, path);
    ck_assert_ptr_nonnull(strstr(failure.message, "cannot create: "));
    *strrchr(path, '/') = '\0';
    unlink(path);
    remove_folders(folder, path);
    ck_assert_int_eq(xdg_make_folders("/name", &failure), STATUS_OK);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, a_place_follows_from_the_environment, 0,
                        (int)(sizeof rows / sizeof rows[0]));
    tcase_add_test(cases, a_typed_path_may_begin_at_home);
    tcase_add_test(cases, missing_folders_are_made_for_the_owner);
    tcase_add_test(cases, no_home_is_made);
    tcase_add_test(cases, a_folder_that_cannot_be_made_is_named);
}

SUITE_MAIN("base xdg", add_cases)
