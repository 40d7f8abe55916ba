/* Tests src/base/fold.c. */
#include "../suite.h"

#include <string.h>

#include "base/fold.h"

static const struct {
    const char *text;
    const char *wanted;
    bool begins;
    bool holds;
} rows[] = {
    { "Himmelblau", "himm", true, true },    { "himmelblau", "BLAU", false, true },
    { "himmelblau", "himmelblaue", false, false }, { "himmelblau", "u", false, true },
    { "@[`{", "`{", false, true },           { "@[`{", "@{", false, false },
    { "\xc3\x89", "\xc3\xa9", false, false }, { "a", "", true, true },
    { "", "", true, false },                 { "", "a", false, false },
};

START_TEST(capitals_of_ascii_are_small_letters)
{
    size_t length = strlen(rows[_i].wanted);
    ck_assert(fold_begins(rows[_i].text, rows[_i].wanted, length) == rows[_i].begins);
    ck_assert(fold_holds(rows[_i].text, rows[_i].wanted, length) == rows[_i].holds);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, capitals_of_ascii_are_small_letters, 0,
                        sizeof rows / sizeof rows[0]);
}

SUITE_MAIN("base fold", add_cases)
