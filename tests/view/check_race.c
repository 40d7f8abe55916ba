/* Tests of view/race_table.h and view/race_panel.h: what the table says, and where it stands. */
#include "fixture.h"

#include "view/race_panel.h"

/* Rows in which a table of four can stand beside a start in the middle, but not above it. */
enum { WALKS = 4, ROWS_BESIDE = 18 };

PLANE_FUNCTION(bowl, a * a + b * b)

/* Four walks, one of each fate. */
static struct race_table four_walks(void)
{
    return (struct race_table){
        .count = WALKS,
        .steps = 100,
        .rows = { { .trail = 0, .optimizer = "momentum", .learning_rate = 0.01,
                    .state = RACE_SHORT, .reason = "step limit", .steps = 100, .value = 0.123456,
                    .distance = 0.25 },
                  { .trail = 1, .optimizer = "plain", .learning_rate = 0.5, .state = RACE_LOST,
                    .reason = "diverged", .steps = 7, .value = 123456789, .distance = 2e9 },
                  { .trail = 2, .optimizer = "adam", .learning_rate = 0.1, .state = RACE_ARRIVED,
                    .reason = "converged", .steps = 66, .value = -1.23456e-17,
                    .distance = 3.4567e-9 },
                  { .trail = 3, .optimizer = "newton", .learning_rate = 1, .state = RACE_GOES_ON,
                    .reason = "goes on", .steps = 5, .value = (double)NAN,
                    .distance = (double)NAN } }
    };
}

/* Fail unless these are the lines of the table in that form, names first. */
static void assert_lines(const struct race_table *table, size_t form, const char *const *expected)
{
    char line[RACE_LINE_SIZE];
    int width = race_table_width(table, race_form_at(form));
    int widest = 0;
    race_table_names(table, race_form_at(form), line);
    ck_assert_str_eq(line, expected[0]);
    for (size_t i = 0; i < table->count; i++) {
        race_table_line(table, race_form_at(form), i, line);
        ck_assert_str_eq(line, expected[i + 1]);
        widest = (int)strlen(line) > widest ? (int)strlen(line) : widest;
    }
    ck_assert_int_eq(width, widest);
}

START_TEST(those_that_arrived_come_first)
{
    static const char *const lines[] = {
        "optimizer     lr  steps           f  distance  reason",
        "a adam       0.1     66  -1.235e-17  3.457e-9  converged",
        "b momentum  0.01   >100      0.1235      0.25  step limit",
        "c newton       1     >5           -         -  goes on",
        "d plain      0.5      -     1.235e8       2e9  diverged",
    };
    struct race_table table = four_walks();
    race_table_sort(&table);
    assert_lines(&table, 0, lines);
}
END_TEST

/* Each has its place: fewer steps, then smaller values, those astray; and equal ones stay. */
START_TEST(the_order_is_that_of_a_race)
{
    static const size_t expected[] = { 2, 4, 0, 5, 1, 3 };
    struct race_table table = { .count = 6 };
    static const double values[] = { 1, 5, 9, (double)NAN, 7, 1 };
    for (size_t i = 0; i < table.count; i++)
        table.rows[i] = (struct race_row){ .trail = i, .value = values[i], .steps = 10 - i % 2,
                                           .state = RACE_SHORT };
    table.rows[2].state = table.rows[4].state = RACE_ARRIVED;
    race_table_sort(&table);
    for (size_t i = 0; i < table.count; i++)
        ck_assert_uint_eq(table.rows[i].trail, expected[i]);
}
END_TEST

/* Where there is little room digits go, then columns; why a walk went astray never does. */
START_TEST(narrow_tables_say_less)
{
    static const char *const narrow[] = {
        "optimizer     steps        f distance",
        "a adam           66 -1.2e-17   3.5e-9",
        "b momentum     >100     0.12     0.25",
        "c newton         >5        -        -",
        "d plain    diverged    1.2e8      2e9",
    };
    static const char *const narrowest[] = {
        "optimizer     steps", "a adam           66", "b momentum     >100", "c newton         >5",
        "d plain    diverged",
    };
    struct race_table table = four_walks();
    race_table_sort(&table);
    for (size_t form = 1; form < RACE_FORMS; form++)
        ck_assert_int_lt(race_table_width(&table, race_form_at(form)),
                         race_table_width(&table, race_form_at(form - 1)));
    assert_lines(&table, 4, narrow);
    assert_lines(&table, RACE_FORMS - 1, narrowest);
}
END_TEST

/* A walk that cannot come nearer has no steps to the minimum, but went nowhere else either. */
START_TEST(a_walk_may_be_stuck)
{
    static const char *const lines[] = { "optimizer steps     f", "a plain       - 2e-16" };
    struct race_table table = { .count = 1 };
    table.rows[0] = (struct race_row){ .optimizer = "plain", .state = RACE_STUCK,
                                       .reason = "too slow", .steps = 9, .value = 2e-16 };
    assert_lines(&table, RACE_FORMS - 2, lines);
}
END_TEST

/* A picture with a race from a place in it; the walks go through places that they do not share. */
struct race {
    struct picture picture;
    struct race_table table;
    struct trail trails[WALKS];
};

static void begin(struct race *race, int rows, int columns, const double start[AXES],
                  const double ends[WALKS][AXES])
{
    const struct window window = { { -2, -2 }, { 2, 2 } };
    memset(race, 0, sizeof *race);
    picture_open(&race->picture, bowl, rows, columns);
    race->table = four_walks();
    race_table_sort(&race->table);
    memcpy(race->table.start, start, sizeof race->table.start);
    for (size_t i = 0; i < WALKS; i++) {
        struct race_row *row = &race->table.rows[i];
        memcpy(row->end, ends[row->trail], sizeof row->end);
        ck_assert_int_eq(trail_begin(&race->trails[i], start), STATUS_OK);
        ck_assert_int_eq(trail_step(&race->trails[i], ends[i]), STATUS_OK);
        race->trails[i].end = TRAIL_ENDED;
    }
    race->picture.frame.trails = race->trails;
    race->picture.frame.trail_count = WALKS;
    race->picture.frame.race = &race->table;
    picture_show(&race->picture, rows, columns, 2, &window, ASPECT_fill, 0.5);
}

static void end(struct race *race)
{
    for (size_t i = 0; i < WALKS; i++)
        trail_release(&race->trails[i]);
    picture_close(&race->picture);
}

/* How often a character is drawn with the pen of a walk, above the words that explain it. */
static int count_drawn(const struct race *race, char character, size_t trail)
{
    const struct canvas *canvas = race->picture.canvas;
    struct pen pen = palette_trail(&race->picture.frame.style.color, (int)trail);
    int count = 0;
    for (int row = 0; row < race->picture.frame.layout.ticks_row; row++)
        for (int column = 0; column < canvas_columns(canvas); column++) {
            struct cell cell = canvas_cell(canvas, row, column);
            count += cell.character == (uint32_t)character &&
                     cell.pen.foreground == pen.foreground;
        }
    return count;
}

/* Whether a row of the canvas shows these words. */
static bool is_shown(const struct race *race, const char *words)
{
    bool found = false;
    for (int row = 0; row < canvas_rows(race->picture.canvas) && !found; row++) {
        char *text = canvas_row_text(race->picture.canvas, row);
        found = strstr(text, words) != NULL;
        free(text);
    }
    return found;
}

static const double corners[WALKS][AXES] = { { -1.5, 1.5 }, { 1.5, 1.5 }, { -1.5, -1.5 },
                                             { 1.5, -1.5 } };

/* Ways that nobody else takes bear the letter of their row at their end, in its colour. */
START_TEST(every_walk_has_its_letter)
{
    static const enum color_depth depths[] = { DEPTH_256, DEPTH_PLAIN };
    const double start[AXES] = { 0, 0 };
    struct race race;
    begin(&race, 24, 120, start, corners);
    for (size_t depth = 0; depth < sizeof depths / sizeof depths[0]; depth++) {
        race.picture.frame.style.color.depth = depths[depth];
        picture_draw(&race.picture);
        ck_assert(is_shown(&race, "a adam"));
        for (size_t i = 0; i < WALKS && depths[depth] == DEPTH_256; i++)
            ck_assert_int_ge(count_drawn(&race, race_letter(i), race.table.rows[i].trail), 2);
        ck_assert_int_eq(count_drawn(&race, 'O', WALKS - 1), 1);
    }
    end(&race);
}
END_TEST

/* Where all end at one place its mark stays, and letters stand on the ways. */
START_TEST(a_common_end_keeps_its_mark)
{
    static const double same[WALKS][AXES] = { { 1, 0 }, { 1, 0 }, { 1, 0 }, { 1, 0 } };
    const double start[AXES] = { -1, 0 };
    struct race race;
    begin(&race, 24, 120, start, same);
    ck_assert_int_eq(count_drawn(&race, '!', WALKS - 1), 1);
    for (size_t i = 0; i < WALKS; i++)
        ck_assert_int_ge(count_drawn(&race, race_letter(i), race.table.rows[i].trail), 2);
    end(&race);
}
END_TEST

/* Wherever the start is, the table leaves it; there is room from the size on that is told. */
START_TEST(the_table_leaves_the_start)
{
    int columns;
    int rows;
    struct race race;
    const double middle[AXES] = { 0, 0 };
    begin(&race, ROWS_BESIDE, 30, middle, corners);
    ck_assert(!frame_race_fits(&race.picture.frame));
    ck_assert(!is_shown(&race, "a adam") && !is_shown(&race, " race"));
    frame_race_need(&race.picture.frame, &columns, &rows);
    ck_assert_int_eq(rows, ROWS_BESIDE);
    end(&race);
    for (int place = 0; place < 49; place++) {
        const double start[AXES] = { place % 7 * 0.6 - 1.8, place / 7 * 0.6 - 1.8 };
        begin(&race, rows, columns, start, corners);
        ck_assert(frame_race_fits(&race.picture.frame));
        ck_assert(is_shown(&race, "a adam"));
        ck_assert_int_eq(count_drawn(&race, 'O', WALKS - 1), 1);
        end(&race);
    }
    begin(&race, rows, columns - 1, middle, corners);
    ck_assert(!frame_race_fits(&race.picture.frame));
    end(&race);
}
END_TEST

/* Above or below the start it may be as wide as the field. */
START_TEST(a_high_field_has_room_above_the_start)
{
    int columns;
    int rows;
    struct race race;
    const double middle[AXES] = { 0, 0 };
    begin(&race, 24, 26, middle, corners);
    frame_race_need(&race.picture.frame, &columns, &rows);
    end(&race);
    ck_assert_int_lt(columns, 40);
    for (int place = 0; place < 49; place++) {
        const double start[AXES] = { place % 7 * 0.6 - 1.8, place / 7 * 0.6 - 1.8 };
        begin(&race, rows, columns, start, corners);
        ck_assert(frame_race_fits(&race.picture.frame));
        end(&race);
    }
    begin(&race, rows, columns - 1, middle, corners);
    ck_assert(!frame_race_fits(&race.picture.frame));
    end(&race);
}
END_TEST

/* On a canvas that is too low the rows that are needed are told. */
START_TEST(rows_are_told_as_well)
{
    int columns;
    int rows;
    struct race race;
    const double start[AXES] = { 0, 0 };
    begin(&race, 9, 120, start, corners);
    ck_assert(!frame_race_fits(&race.picture.frame));
    frame_race_need(&race.picture.frame, &columns, &rows);
    ck_assert_int_eq(columns, 120);
    end(&race);
    begin(&race, rows, columns, start, corners);
    ck_assert(frame_race_fits(&race.picture.frame));
    end(&race);
    begin(&race, rows - 1, columns, start, corners);
    ck_assert(!frame_race_fits(&race.picture.frame));
    end(&race);
}
END_TEST

/* Of the corners that are free the one is taken where no walk ends. */
START_TEST(the_table_leaves_the_ends)
{
    static const double rightward[WALKS][AXES] = { { 1.5, 1.5 }, { 1.5, 0.5 }, { 1.5, -0.5 },
                                                   { 1.5, -1.5 } };
    double leftward[WALKS][AXES];
    const double start[AXES] = { 0, 0 };
    struct race race;
    for (int i = 0; i < WALKS; i++) {
        leftward[i][0] = -rightward[i][0];
        leftward[i][1] = rightward[i][1];
    }
    for (int side = 0; side < 2; side++) {
        if (side == 0)
            begin(&race, 24, 80, start, rightward);
        else
            begin(&race, 24, 80, start, leftward);
        for (size_t i = 0; i < WALKS; i++)
            ck_assert_int_ge(count_drawn(&race, race_letter(i), race.table.rows[i].trail), 2);
        end(&race);
    }
}
END_TEST

/* The upper edge tells the learning rate, the lower one what distances are from. */
START_TEST(the_edges_tell_the_rest)
{
    const double start[AXES] = { 0, 0 };
    struct race race;
    begin(&race, 30, 160, start, corners);
    ck_assert(is_shown(&race, " race: own lr, 100 steps at most "));
    ck_assert(is_shown(&race, " distance: to the nearest minimum in sight "));
    race.table.learning_rate = 0.25;
    race.table.steps = 1;
    for (size_t i = 0; i < WALKS; i++)
        race.table.rows[i].distance = (double)NAN;
    picture_draw(&race.picture);
    ck_assert(is_shown(&race, " race: lr 0.25, 1 step at most "));
    ck_assert(!is_shown(&race, "minimum"));
    end(&race);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, those_that_arrived_come_first);
    tcase_add_test(cases, the_order_is_that_of_a_race);
    tcase_add_test(cases, narrow_tables_say_less);
    tcase_add_test(cases, a_walk_may_be_stuck);
    tcase_add_test(cases, every_walk_has_its_letter);
    tcase_add_test(cases, a_common_end_keeps_its_mark);
    tcase_add_test(cases, the_table_leaves_the_start);
    tcase_add_test(cases, a_high_field_has_room_above_the_start);
    tcase_add_test(cases, rows_are_told_as_well);
    tcase_add_test(cases, the_table_leaves_the_ends);
    tcase_add_test(cases, the_edges_tell_the_rest);
}

SUITE_MAIN("race", add_cases)
