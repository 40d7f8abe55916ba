/* Tests of view/minus.h. */
#include "../suite.h"

#include "view/minus.h"

START_TEST(every_minus_is_replaced)
{
    char out[32];
    minus_copy("-1.5e-7", false, out, sizeof out);
    ck_assert_str_eq(out, "\u22121.5e\u22127");
    minus_copy("-1.5e-7", true, out, sizeof out);
    ck_assert_str_eq(out, "-1.5e-7");
    minus_copy("", false, out, sizeof out);
    ck_assert_str_eq(out, "");
}
END_TEST

START_TEST(what_does_not_fit_is_cut_between_characters)
{
    char out[5];
    minus_copy("12345", true, out, sizeof out);
    ck_assert_str_eq(out, "1234");
    minus_copy("12-4", false, out, sizeof out);
    ck_assert_str_eq(out, "12");
    minus_copy("-4", false, out, sizeof out);
    ck_assert_str_eq(out, "\u22124");
    minus_copy("1", true, out, 1);
    ck_assert_str_eq(out, "");
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, every_minus_is_replaced);
    tcase_add_test(cases, what_does_not_fit_is_cut_between_characters);
}

SUITE_MAIN("view minus", add_cases)
