/* Tests src/view/xterm.c. */
#include "../suite.h"

#include "view/xterm.h"

START_TEST(colors_are_xterms)
{
    ck_assert_uint_eq(xterm_rgb(16), 0x000000);
    ck_assert_uint_eq(xterm_rgb(17), 0x00005f);
    ck_assert_uint_eq(xterm_rgb(26), 0x005fd7);
    ck_assert_uint_eq(xterm_rgb(136), 0xaf8700);
    ck_assert_uint_eq(xterm_rgb(196), 0xff0000);
    ck_assert_uint_eq(xterm_rgb(231), 0xffffff);
    ck_assert_uint_eq(xterm_rgb(232), 0x080808);
    ck_assert_uint_eq(xterm_rgb(244), 0x808080);
    ck_assert_uint_eq(xterm_rgb(255), 0xeeeeee);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, colors_are_xterms);
}

SUITE_MAIN("view xterm", add_cases)
