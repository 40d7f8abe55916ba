/* Tests of view/ticks.h. */
#include "../suite.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "view/ticks.h"

enum { JOINED_SIZE = 4096 };

/* The ticks as "cell:label cell:label ...". */
static const char *join(const struct tick_axis *axis, char joined[JOINED_SIZE])
{
    struct tick ticks[TICKS_MOST];
    size_t count = ticks_place(axis, ticks);
    size_t used = 0;
    joined[0] = '\0';
    for (size_t i = 0; i < count; i++)
        used += (size_t)snprintf(joined + used, JOINED_SIZE - used, "%s%d:%s", i > 0 ? " " : "",
                                 ticks[i].cell, ticks[i].label);
    return joined;
}

static struct tick_axis across(double low, double step, int cells)
{
    return (struct tick_axis){
        .low = low, .step = step, .cells = cells, .apart = 10, .label_room = cells, .label_gap = 2,
    };
}

static struct tick_axis up(double low, double step, int cells, int room)
{
    return (struct tick_axis){
        .low = low, .step = step, .cells = cells, .apart = 3, .label_room = room, .label_gap = -1,
    };
}

static void assert_ticks(struct tick_axis axis, const char *expected)
{
    char joined[JOINED_SIZE];
    ck_assert_str_eq(join(&axis, joined), expected);
}

START_TEST(the_seeds_axes)
{
    assert_ticks(across(-4.5, 0.125, 73), "4:\u22124 20:\u22122 36:0 52:2 68:4");
    assert_ticks(up(-2, 0.25, 17, 6), "0:\u22122 4:\u22121 8:0 12:1 16:2");
    assert_ticks(across(-16 / 3.0, 1 / 3.0, 33), "1:\u22125 16:0 31:5");
    assert_ticks(up(-2, 2 / 3.0, 7, 4), "0:\u22122 3:0 6:2");
}
END_TEST

START_TEST(rounding_keeps_no_tick_away)
{
    assert_ticks(up(-2, 2 / 3.0 * (1 + 1e-12), 7, 4), "0:\u22122 3:0 6:2");
    assert_ticks(up(-2, 2 / 3.0 * (1 - 1e-12), 7, 4), "0:\u22122 3:0 6:2");
}
END_TEST

START_TEST(a_tick_between_two_cells_goes_to_the_upper)
{
    for (int i = 0; i < 100; i++) {
        struct tick ticks[TICKS_MOST];
        struct tick_axis axis = up(i * 0.1 + 0.05, 0.1, 9, 6);
        size_t count = ticks_place(&axis, ticks);
        ck_assert_uint_ge(count, 1);
        for (size_t k = 0; k < count; k++)
            ck_assert_double_gt(axis.low + ticks[k].cell * axis.step, ticks[k].value);
    }
}
END_TEST

START_TEST(labels_have_the_digits_that_the_step_needs)
{
    assert_ticks(across(-0.1, 0.01, 31), "0:\u22120.1 10:0 20:0.1 30:0.2");
    assert_ticks(across(1e-7, 1e-9, 41),
                 "0:1e\u22127 10:1.1e\u22127 20:1.2e\u22127 30:1.3e\u22127 40:1.4e\u22127");
    assert_ticks(up(1000, 0.1, 7, 6), "0:1000 5:1000.5");
    assert_ticks(up(-2e4, 5e3, 9, 6), "0:\u22122e4 4:0 8:2e4");
}
END_TEST

START_TEST(ascii_has_a_hyphen)
{
    struct tick_axis axis = across(-4.5, 0.125, 73);
    axis.ascii = true;
    assert_ticks(axis, "4:-4 20:-2 36:0 52:2 68:4");
}
END_TEST

START_TEST(long_labels_take_a_coarser_step)
{
    assert_ticks(across(1000000, 0.0001, 31), "0:1000000 20:1000000.002");
    assert_ticks(up(0.9, 0.01, 21, 3), "0:0.9 10:1 20:1.1");
}
END_TEST

START_TEST(labels_without_room_are_empty)
{
    assert_ticks(up(123.001, 0.001, 7, 6), "4:");
    assert_ticks(up(0.99999, 0.000005, 9, 6), "2:1 6:");
    ck_assert_int_eq(TICK_LABEL_SIZE, NUMBER_SIZE + 4);
}
END_TEST

START_TEST(labels_are_kept_on_the_axis)
{
    struct tick ticks[TICKS_MOST];
    struct tick_axis axis = across(0.1, 0.01, 31);
    ck_assert_uint_eq(ticks_place(&axis, ticks), 4);
    ck_assert_int_eq(ticks[0].label_cell, 0);
    ck_assert_int_eq(ticks[1].label_cell, 9);
    ck_assert_int_eq(ticks[3].label_cell, 28);
}
END_TEST

START_TEST(impossible_axes_have_no_ticks)
{
    assert_ticks(across(0, 1, 0), "");
    assert_ticks(across(0, 0, 9), "");
    assert_ticks(across(0, -1, 9), "");
    assert_ticks(across((double)NAN, 1, 9), "");
    assert_ticks(across(0, (double)INFINITY, 9), "");
    assert_ticks(across(1e300, 1e-300, 9), "");
}
END_TEST

/* As assert_ticks, with a base. */
static void assert_based(struct tick_axis axis, int room, const char *base, const char *expected)
{
    struct tick ticks[TICKS_MOST];
    char joined[JOINED_SIZE] = "";
    char found[TICK_BASE_SIZE];
    size_t used = 0;
    axis.base_room = room;
    size_t count = ticks_place_from(&axis, ticks, found);
    for (size_t i = 0; i < count; i++)
        used += (size_t)snprintf(joined + used, JOINED_SIZE - used, "%s%d:%s", i > 0 ? " " : "",
                                 ticks[i].cell, ticks[i].label);
    ck_assert_str_eq(found, base);
    ck_assert_str_eq(joined, expected);
}

START_TEST(what_labels_share_is_said_once)
{
    assert_based(up(123, 0.0005, 9, 6), 30, "123 +", "0:0 4:0.002 8:0.004");
    assert_based(up(1.2345678, 1e-9, 9, 6), 30, "1.2345678 +", "0:0 5:5e\u22129");
    struct tick_axis along = across(1.2345678, 1e-10, 41);
    assert_based(along, 30, "1.2345678 +", "0: 10: 20:2e\u22129 30:3e\u22129 40:4e\u22129");
    along.base_cell = -20;
    assert_based(along, 30, "1.2345678 +",
                 "0:0 10:1e\u22129 20:2e\u22129 30:3e\u22129 40:4e\u22129");
    assert_based(up(-7.7 - 8e-12, 1e-12, 17, 6), 30, "\u22127.7 +",
                 "3:\u22125e\u221212 8:0 13:5e\u221212");
}
END_TEST

START_TEST(labels_that_are_still_too_wide_share_their_unit)
{
    assert_based(up(1 - 6e-12, 1e-12, 13, 4), 30, "1 + 1e\u221212 \u00d7",
                 "1:\u22125 6:0 11:5");
    assert_based(up(-6e-300, 1e-300, 13, 4), 30, "1e\u2212300 \u00d7",
                 "1:\u22125 6:0 11:5");
}
END_TEST

START_TEST(a_base_needs_room)
{
    assert_based(up(123.001, 0.001, 7, 6), 4, "", "4:");
    assert_based(up(123.001, 0.001, 7, 6), 9, "123.005 +", "4:0");
}
END_TEST

START_TEST(what_has_room_has_no_base)
{
    assert_based(up(-2, 0.25, 17, 6), 30, "", "0:\u22122 4:\u22121 8:0 12:1 16:2");
    assert_based(across(-4.5, 0.125, 73), 30, "", "4:\u22124 20:\u22122 36:0 52:2 68:4");
}
END_TEST

/* The next number of a fixed sequence, in [0, 1): Knuth's MMIX generator. */
static double next_random(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (double)(*state >> 11) * 0x1p-53;
}

/* How many axes are tried: under valgrind, where one in a hundred takes as long, far fewer. */
static int axes_to_try(void)
{
    return getenv("TEST_UNDER_VALGRIND") == NULL ? 20000 : 200;
}

/* What is wrong with the ticks of an axis, or NULL. */
static const char *find_fault(const struct tick_axis *axis)
{
    struct tick ticks[TICKS_MOST];
    size_t count = ticks_place(axis, ticks);
    int end = -axis->label_gap;
    for (size_t i = 0; i < count; i++) {
        double place = axis->low + ticks[i].cell * axis->step;
        int width = 0;
        for (const char *c = ticks[i].label; *c != '\0'; c++)
            width += ((unsigned char)*c & 0xc0) != 0x80;
        if (ticks[i].cell < 0 || ticks[i].cell >= axis->cells)
            return "beyond the axis";
        if (fabs(place - ticks[i].value) > 0.5001 * axis->step)
            return "not in the nearest cell";
        if (i > 0 && ticks[i].cell - ticks[i - 1].cell < axis->apart)
            return "too close";
        if (width > axis->label_room)
            return "label too wide";
        if (axis->label_gap < 0 || width == 0)
            continue;
        if (ticks[i].label_cell - end < axis->label_gap ||
            ticks[i].label_cell + width > axis->cells)
            return "labels touch or leave the axis";
        end = ticks[i].label_cell + width;
    }
    return NULL;
}

START_TEST(any_axis)
{
    uint64_t state = 1;
    for (int i = 0; i < axes_to_try(); i++) {
        double step = pow(10, 40 * next_random(&state) - 20);
        double low = (2 * next_random(&state) - 1) * step * pow(10, 12 * next_random(&state));
        int cells = 1 + (int)(300 * next_random(&state));
        bool along = next_random(&state) < 0.5;
        struct tick_axis axis = along ? across(low, step, cells) : up(low, step, cells, 6);
        const char *fault = find_fault(&axis);
        if (fault != NULL)
            ck_abort_msg("%s: low %.17g, step %.17g, cells %d", fault, low, step, cells);
    }
}
END_TEST

START_TEST(long_axes_have_a_bounded_number_of_ticks)
{
    struct tick ticks[TICKS_MOST];
    struct tick_axis axis = up(0, 1, 1000, 6);
    size_t count = ticks_place(&axis, ticks);
    ck_assert_uint_gt(count, 100);
    ck_assert_double_ge(ticks[count - 1].value, 990);
}
END_TEST

/* The number that the text says, read as a person would; U+2212 is a minus. */
static long double read_number(const char *text)
{
    char plain[TICK_BASE_SIZE];
    size_t used = 0;
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text < 0x80)
            plain[used++] = *text;
        else if ((unsigned char)*text == 0xe2)
            plain[used++] = '-';
    }
    plain[used] = '\0';
    return strtold(plain, NULL);
}

/* What base and label say together. */
static long double read_place(const char *base, const char *label)
{
    long double place = read_number(label);
    const char *plus = strstr(base, " +");
    const char *unit = plus == NULL ? base : plus + 2;
    if (strstr(base, "\u00d7") != NULL)
        place *= read_number(unit);
    return plus == NULL ? place : place + read_number(base);
}

/* What is wrong with the labels of an axis, or NULL. */
static const char *find_lie(const struct tick_axis *axis)
{
    struct tick ticks[TICKS_MOST];
    char base[TICK_BASE_SIZE];
    size_t count = ticks_place_from(axis, ticks, base);
    const char *last = "";
    for (size_t i = 0; i < count; i++) {
        long double place = read_place(base, ticks[i].label);
        if (ticks[i].label[0] == '\0')
            continue;
        if (strcmp(ticks[i].label, last) == 0)
            return "two labels are alike";
        if (fabsl(place - (long double)ticks[i].value) > (long double)axis->step / 8)
            return "a label does not say where its tick is";
        last = ticks[i].label;
    }
    return NULL;
}

/* The numbers that a deep window lies around. */
static const double centres[] = { 1, -1, 1.2345678, 1e15, -3e15, 1e-300, 1e300, -7.7, 123456.75 };

START_TEST(labels_say_where_their_ticks_are)
{
    uint64_t state = 7;
    for (int i = 0; i < axes_to_try(); i++) {
        double centre = centres[i % (int)(sizeof centres / sizeof centres[0])];
        double step = fabs(centre) * 0x1p-48 * pow(10, 15 * next_random(&state));
        bool along = next_random(&state) < 0.5;
        struct tick_axis axis = along ? across(centre - 20 * step, step, 60)
                                      : up(centre - 8 * step, step, 17, i % 2 == 0 ? 6 : 4);
        axis.base_room = (int)(40 * next_random(&state));
        const char *lie = find_lie(&axis);
        if (lie != NULL)
            ck_abort_msg("%s: low %.17g, step %.17g", lie, axis.low, axis.step);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, what_labels_share_is_said_once);
    tcase_add_test(cases, labels_that_are_still_too_wide_share_their_unit);
    tcase_add_test(cases, a_base_needs_room);
    tcase_add_test(cases, what_has_room_has_no_base);
    tcase_add_test(cases, labels_say_where_their_ticks_are);
    tcase_add_test(cases, the_seeds_axes);
    tcase_add_test(cases, rounding_keeps_no_tick_away);
    tcase_add_test(cases, a_tick_between_two_cells_goes_to_the_upper);
    tcase_add_test(cases, labels_have_the_digits_that_the_step_needs);
    tcase_add_test(cases, ascii_has_a_hyphen);
    tcase_add_test(cases, long_labels_take_a_coarser_step);
    tcase_add_test(cases, labels_without_room_are_empty);
    tcase_add_test(cases, labels_are_kept_on_the_axis);
    tcase_add_test(cases, impossible_axes_have_no_ticks);
    tcase_add_test(cases, any_axis);
    tcase_add_test(cases, long_axes_have_a_bounded_number_of_ticks);
}

SUITE_MAIN("view ticks", add_cases)
