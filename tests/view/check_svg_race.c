/* Tests src/view/svg_race.c: the table of a race below a figure, and letters on the ways. */
#include "fixture.h"

#include <stdio.h>

#include "view/svg_parts.h"

static const struct window square = { { -2, -2 }, { 2, 2 } };

enum { WALKS = 3 };

/* A race of three: one goes right, one left, one out of sight. */
struct run {
    double places[WALKS][2][AXES];
    struct trail trails[WALKS];
    struct svg_walk walks[WALKS];
    struct race_table table;
    struct svg_picture figure;
    struct svg_area area;
};

static void make_run(struct run *run, size_t columns)
{
    static const char *const names[WALKS] = { "plain", "adam", "newton" };
    static const double ends[WALKS][AXES] = { { 1.5, 0 }, { -1.5, 0 }, { 1e9, 1e9 } };
    *run = (struct run){ .table = { .count = WALKS, .start = { 0, -0.5 }, .steps = 1 } };
    for (size_t i = 0; i < WALKS; i++) {
        run->places[i][0][1] = -0.5;
        memcpy(run->places[i][1], ends[i], sizeof ends[i]);
        run->trails[i] = (struct trail){ .places = run->places[i], .count = 2, .stride = 1,
                                         .last = { ends[i][0], ends[i][1] } };
        run->walks[i] = (struct svg_walk){ &run->trails[i], names[i], names[i] };
        run->table.rows[i] = (struct race_row){ .trail = WALKS - 1 - i,
                                                .optimizer = names[WALKS - 1 - i],
                                                .learning_rate = 0.5, .state = RACE_SHORT,
                                                .reason = "step limit", .steps = 1,
                                                .value = 1.25, .distance = (double)NAN };
    }
    run->figure = (struct svg_picture){ .walks = run->walks, .walk_count = WALKS,
                                        .race = &run->table };
    svg_area_make(&run->area, &square, columns, 17);
    svg_area_fit(&run->area, 0, 300, svg_race_height(&run->figure));
}

static void assert_has(const struct text *text, const char *part)
{
    const char *at = strstr(text_string(text), part);
    ck_assert_msg(at != NULL && strstr(at + 1, part) == NULL, "%s in %s", part, text_string(text));
}

/* Blanks between columns are written so that they keep their widths. */
START_TEST(the_table_stands_below)
{
    struct run run;
    struct text text = TEXT_EMPTY;
    double x;
    double y;
    int rows = 0;
    make_run(&run, 17);
    svg_race_table(&text, &run.figure, &run.area);
    assert_has(&text, ">race from (0, −0.5): own lr, 1 step at most</text>");
    assert_has(&text, ">a\u00a0newton\u00a0\u00a0\u00a00.5\u00a0\u00a0\u00a0\u00a0\u00a0&gt;1"
                      "\u00a0\u00a01.25");
    assert_has(&text, "<path class=\"walk-2\" d=\"M ");
    ck_assert_ptr_null(strstr(text_string(&text), "distance: to"));
    for (const char *at = text_string(&text); (at = strstr(at, "<text ")) != NULL; at++, rows++) {
        ck_assert_int_eq(sscanf(at, "<text x=\"%lf\" y=\"%lf\"", &x, &y), 2);
        ck_assert_double_gt(y, run.area.below);
        ck_assert_double_lt(y, run.area.total_height);
    }
    ck_assert_int_eq(rows, 2 + WALKS);
    run.table.rows[1].distance = 0.25;
    text_clear(&text);
    svg_race_table(&text, &run.figure, &run.area);
    assert_has(&text, ">distance: to the nearest minimum in sight</text>");
    text_free(&text);
}
END_TEST

/* In a narrow figure the table has less. */
START_TEST(the_table_has_room)
{
    struct run run;
    struct text text = TEXT_EMPTY;
    make_run(&run, 17);
    for (size_t i = 0; i < WALKS; i++)
        run.table.rows[i].reason = "a reason of which there are many words, and then still more "
                                   "of them, until they have become too many for one line";
    svg_race_table(&text, &run.figure, &run.area);
    ck_assert_ptr_null(strstr(text_string(&text), "reason"));
    assert_has(&text, "steps");
    text_free(&text);
}
END_TEST

/* A letter stands on its own way, apart from the others, and within the area. */
START_TEST(letters_stand_where_ways_are_alone)
{
    struct run run;
    struct text text = TEXT_EMPTY;
    double points[WALKS][AXES];
    int letters = 0;
    make_run(&run, 17);
    svg_race_letters(&text, &run.figure, &run.area);
    for (const char *at = text_string(&text); (at = strstr(at, "\"letter\"")) != NULL; at++) {
        char letter;
        double *point = points[letters];
        ck_assert_int_eq(sscanf(at, "\"letter\" x=\"%lf\" y=\"%lf\">%c<", &point[0], &point[1],
                                &letter), 3);
        ck_assert_int_eq(letter, 'a' + letters);
        ck_assert(point[0] > run.area.left && point[0] < run.area.left + run.area.width);
        ck_assert(point[1] > run.area.top && point[1] < run.area.top + run.area.height);
        for (int other = 0; other < letters; other++)
            ck_assert_double_gt(hypot(point[0] - points[other][0], point[1] - points[other][1]),
                                12);
        letters++;
    }
    ck_assert_int_eq(letters, WALKS);
    /* Of the first row is the way that leaves to the upper right; of the others, their ends. */
    double ends[2][AXES];
    for (int i = 0; i < 2; i++)
        projection_point(&run.area.projection, run.places[i][1], ends[i]);
    ck_assert_double_le(fabs(points[2][0] - ends[0][0]), 5);
    ck_assert_double_le(fabs(points[1][0] - ends[1][0]), 5);
    text_free(&text);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_table_stands_below);
    tcase_add_test(cases, the_table_has_room);
    tcase_add_test(cases, letters_stand_where_ways_are_alone);
}

SUITE_MAIN("view svg race", add_cases)
