/* Tests of view/layout.h. */
#include "../suite.h"

#include "view/layout.h"

static void assert_field(int columns, int rows, int across, int up)
{
    struct layout layout = layout_make(rows, columns, 2);
    ck_assert(!layout.too_small);
    ck_assert_int_eq(layout.samples_across, across);
    ck_assert_int_eq(layout.samples_up, up);
}

START_TEST(known_sizes)
{
    assert_field(80, 24, 37, 17);
    assert_field(40, 12, 17, 7);
    assert_field(200, 60, 97, 53);
    assert_field(24, 8, 9, 3);
}
END_TEST

START_TEST(a_full_layout)
{
    struct layout layout = layout_make(25, 80, 2);
    ck_assert_int_eq(layout.gutter, 7);
    ck_assert_int_eq(layout.title_row, 0);
    ck_assert_int_eq(layout.field_row, 1);
    ck_assert_int_eq(layout.axis_row, 18);
    ck_assert_int_eq(layout.ticks_row, 19);
    ck_assert_int_eq(layout.legend_row, 20);
    ck_assert_int_eq(layout.status_row, 21);
    ck_assert_int_eq(layout.message_row, 23);
    ck_assert_int_eq(layout.hint_row, 24);
}
END_TEST

START_TEST(a_small_layout)
{
    struct layout layout = layout_make(12, 40, 2);
    ck_assert_int_eq(layout.gutter, 5);
    ck_assert_int_eq(layout.axis_row, LAYOUT_NO_ROW);
    ck_assert_int_eq(layout.ticks_row, 8);
    ck_assert_int_eq(layout.legend_row, layout.title_row);
    ck_assert_int_eq(layout.status_row, 9);
    ck_assert_int_eq(layout.message_row, 10);
    ck_assert_int_eq(layout.hint_row, 11);
}
END_TEST

/* Whether the rows of what is drawn follow one another and stay on the canvas. */
static bool rows_follow(const struct layout *layout)
{
    int below = layout->field_row + layout->samples_up;
    bool full = layout->rows >= LAYOUT_ROWS_FULL;
    int axis_row = full ? below++ : LAYOUT_NO_ROW;
    int legend_row = full ? below + 1 : 0;
    int status_row = full ? below + 2 : below + 1;
    return layout->title_row == 0 && layout->field_row == 1 && layout->axis_row == axis_row &&
           layout->ticks_row == below && layout->legend_row == legend_row &&
           layout->status_row == status_row && status_row < layout->message_row &&
           layout->message_row - status_row <= 2 && layout->message_row == layout->rows - 2 &&
           layout->hint_row == layout->rows - 1;
}

/* Whether the most samples are shown that fit. */
static bool columns_fit(const struct layout *layout)
{
    int width = layout->gutter + (layout->samples_across - 1) * layout->spacing + 1;
    return layout->gutter == (layout->columns < LAYOUT_COLUMNS_FULL ? 5 : 7) &&
           layout->samples_across % 2 == 1 && layout->samples_up % 2 == 1 &&
           layout->samples_across >= 1 && layout->samples_up >= 1 && width <= layout->columns &&
           width + 2 * layout->spacing > layout->columns;
}

static bool layout_holds(int rows, int columns, int spacing)
{
    struct layout layout = layout_make(rows, columns, spacing);
    bool too_small = rows < LAYOUT_ROWS_LEAST || columns < LAYOUT_COLUMNS_LEAST;
    if (layout.rows != rows || layout.columns != columns || layout.too_small != too_small)
        return false;
    if (too_small)
        return layout.samples_across == 0 && layout.samples_up == 0;
    return rows_follow(&layout) && columns_fit(&layout);
}

START_TEST(every_size)
{
    static const int spacings[] = { 1, 2, 3, 16 };
    for (int rows = 0; rows <= 60; rows++)
        for (int columns = 0; columns <= 120; columns++)
            for (size_t i = 0; i < sizeof spacings / sizeof spacings[0]; i++)
                if (!layout_holds(rows, columns, spacings[i]))
                    ck_abort_msg("%dx%d, spacing %d", columns, rows, spacings[i]);
}
END_TEST

START_TEST(spacing_is_cut_to_its_limits)
{
    ck_assert_int_eq(layout_make(24, 80, 0).spacing, LAYOUT_SPACING_LEAST);
    ck_assert_int_eq(layout_make(24, 80, -7).spacing, LAYOUT_SPACING_LEAST);
    ck_assert_int_eq(layout_make(24, 80, 17).spacing, LAYOUT_SPACING_MOST);
    ck_assert_int_eq(layout_make(24, 80, 16).spacing, 16);
    ck_assert_int_eq(layout_make(8, 24, 16).samples_across, 1);
}
END_TEST

START_TEST(cells_belong_to_the_nearest_sample)
{
    static const int spacings[] = { 1, 2, 3, 5, 16 };
    int across;
    int up;
    for (size_t i = 0; i < sizeof spacings / sizeof spacings[0]; i++) {
        struct layout layout = layout_make(24, 80, spacings[i]);
        int last = layout_field_columns(&layout) - 1;
        for (int column = 0; column <= last; column++) {
            ck_assert(layout_find_sample(&layout, 1, layout.gutter + column, &across, &up));
            int offset = column - across * layout.spacing;
            ck_assert_int_le(2 * offset, layout.spacing);
            ck_assert_int_lt(-2 * offset, layout.spacing);
            ck_assert_int_eq(up, layout.samples_up - 1);
        }
        int lowest = layout.field_row + layout.samples_up - 1;
        ck_assert(layout_find_sample(&layout, lowest, layout.gutter, &across, &up));
        ck_assert_int_eq(up, 0);
        ck_assert(!layout_find_sample(&layout, 0, layout.gutter, &across, &up));
        ck_assert(!layout_find_sample(&layout, lowest + 1, layout.gutter, &across, &up));
        ck_assert(!layout_find_sample(&layout, 1, layout.gutter - 1, &across, &up));
        ck_assert(!layout_find_sample(&layout, 1, layout.gutter + last + 1, &across, &up));
    }
    struct layout small = layout_make(7, 20, 2);
    ck_assert(!layout_find_sample(&small, 1, 7, &across, &up));
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, known_sizes);
    tcase_add_test(cases, a_full_layout);
    tcase_add_test(cases, a_small_layout);
    tcase_add_test(cases, every_size);
    tcase_add_test(cases, spacing_is_cut_to_its_limits);
    tcase_add_test(cases, cells_belong_to_the_nearest_sample);
}

SUITE_MAIN("view layout", add_cases)
