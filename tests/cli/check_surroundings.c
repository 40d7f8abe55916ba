/* Tests src/cli/surroundings.c: what environment and locale say. */
#include "../suite.h"

#include <locale.h>

#include "cli/surroundings.h"

struct background_row {
    const char *value; /* of COLORFGBG; NULL: unset */
    enum background background;
};

static const struct background_row background_rows[] = {
    { NULL, BACKGROUND_unknown },        { "", BACKGROUND_unknown },
    { "15;0", BACKGROUND_dark },         { "15;default;6", BACKGROUND_dark },
    { "0;7", BACKGROUND_light },         { "15;8", BACKGROUND_dark },
    { "0;9", BACKGROUND_light },         { "0;15", BACKGROUND_light },
    { "0;16", BACKGROUND_unknown },      { "15;default", BACKGROUND_unknown },
    { "15;", BACKGROUND_unknown },       { "15", BACKGROUND_unknown },
    { "0;100", BACKGROUND_unknown },     { "0;-1", BACKGROUND_unknown },
};

START_TEST(colorfgbg_tells_the_background)
{
    const struct background_row *row = &background_rows[_i];
    if (row->value == NULL)
        unsetenv("COLORFGBG");
    else
        setenv("COLORFGBG", row->value, 1);
    ck_assert_int_eq(surroundings_background(), row->background);
}
END_TEST

START_TEST(no_color_counts_unless_empty)
{
    unsetenv("NO_COLOR");
    ck_assert(!surroundings_forbid_color());
    setenv("NO_COLOR", "", 1);
    ck_assert(!surroundings_forbid_color());
    setenv("NO_COLOR", "1", 1);
    ck_assert(surroundings_forbid_color());
}
END_TEST

START_TEST(glyphs_suit_locale_and_terminal)
{
    ck_assert_ptr_nonnull(setlocale(LC_CTYPE, "C.UTF-8"));
    ck_assert(locale_is_utf8());
    setenv("TERM", "xterm", 1);
    ck_assert_int_eq(surroundings_glyphs(true), GLYPHS_arrows);
    ck_assert_int_eq(surroundings_glyphs(false), GLYPHS_ascii);
    setenv("TERM", "linux", 1);
    ck_assert_int_eq(surroundings_glyphs(true), GLYPHS_ascii);
    unsetenv("TERM");
    ck_assert_int_eq(surroundings_glyphs(true), GLYPHS_arrows);
    ck_assert_ptr_nonnull(setlocale(LC_CTYPE, "C"));
    ck_assert(!locale_is_utf8());
}
END_TEST

START_TEST(dumb_terminals_are_known)
{
    setenv("TERM", "xterm", 1);
    ck_assert(!surroundings_are_dumb());
    setenv("TERM", "dumb", 1);
    ck_assert(surroundings_are_dumb());
    setenv("TERM", "", 1);
    ck_assert(surroundings_are_dumb());
    unsetenv("TERM");
    ck_assert(surroundings_are_dumb());
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, colorfgbg_tells_the_background, 0,
                        sizeof background_rows / sizeof background_rows[0]);
    tcase_add_test(cases, no_color_counts_unless_empty);
    tcase_add_test(cases, glyphs_suit_locale_and_terminal);
    tcase_add_test(cases, dumb_terminals_are_known);
}

SUITE_MAIN("cli surroundings", add_cases)
