/* Tests of the commands that lead back to a frame, by sessions that a seeded monkey has had. */
#include "lines.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "session/command.h"
#include "session/recipe.h"
#include "session/script.h"

enum {
    ROWS = 16,
    COLUMNS = 50,
    FRAME_ROWS = ROWS - 2,
    SESSIONS = 200,
    SESSIONS_SLOW = 2,
    COMMANDS_MOST = 25,
    RESIZED_ONE_IN = 12,
    LINE_SIZE = 128
};

/* Words that may stand for an argument, by what commands.def calls it. */
static const struct {
    const char *usage;
    const char *choices[12];
} arguments[] = {
    { "", { "" } },
    { "[N]", { "", "1", "2", "3", "7", "20" } },
    { "N", { "2", "3", "4", "6" } },
    { "[X0 X1]", { "", "1 1", "-2 0.3", "1/3 pi", "40 0" } },
    { "OPTIMIZER", { "plain", "momentum", "adam", "flow", "newton" } },
    { "R|auto|edge", { "auto", "0.1", "1/30", "3", "1e-3" } },
    { "X0 X1", { "0 0", "1 -1", "0.3 0.7", "1/3 pi", "-40 7", "1e3 0" } },
    { "LO:HI LO:HI", { "-1:2 -3:1", "0:1 0:1", "-30:30 1:2", "3:3.001 2:2.001" } },
    { "LO:HI", { "-1:1", "0:9", "-0.1:0.3", "1e3:1e4" } },
    { "LO:HI|auto", { "auto", "1:100", "0:5", "-2:3" } },
    { "ASPECT", { "equal", "fill", "auto" } },
    { "auto|R", { "auto", "0.5", "0.4", "1" } },
    { "[H|auto]", { "", "auto", "1e-6r", "0.1", "1e-4", "1e-12", "0.5r" } },
    { "[CURVES]", { "", "off", "one", "all" } },
    { "SCHEME", { "forward", "central", "central4", "exact", "richardson" } },
    { "[descent|ascent]", { "", "ascent" } },
    { "[GLYPHS]", { "", "ascii", "digits", "auto" } },
    { "LAYER[,LAYER...]",
      { "arrows,legend", "stream,legend", "arrows,stream,trust", "none", "quiver,contour",
        "background,arrows,trust,legend" } },
    { "QUANTITY", { "f", "magnitude", "error", "trust", "order", "angle", "divergence", "basin" } },
    { "FORM", { "auto", "linear", "log", "symlog" } },
    { "BACKGROUND", { "auto", "light", "dark", "unknown" } },
    { "[FUNCTION]",
      { "himmelblau", "sum(x**2)", "x*y + abs(x)", "1/x", "a*x^2 - y", "rastrigin", "3",
        "-x^2 + z*y", "sin(x)  * y # wave" } },
    { "[g0; g1]", { "2x; 2y", "x; y", "" } },
    { "NAME=VALUE|SWITCH", { "a=2", "a=-1:0.25:3", "b=1e-9", "mouse", "nomouse" } },
    { "NAME", { "a", "b" } },
    { "xK=VALUE", { "x2=3", "x2=-1/3" } },
    { "LETTER", { "a", "b" } },
};

enum { USAGES = sizeof arguments / sizeof arguments[0] };

/* A small generator of numbers below `limit`: Numerical Recipes' linear congruential one. */
static size_t next(unsigned *seed, size_t limit)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % limit;
}

static const char *choose_argument(const char *usage, unsigned *seed)
{
    for (size_t i = 0; i < USAGES; i++) {
        size_t count = 0;
        if (strcmp(arguments[i].usage, usage) != 0)
            continue;
        while (count < 12 && arguments[i].choices[count] != NULL)
            count++;
        return arguments[i].choices[next(seed, count)];
    }
    return NULL;
}

/* Commands that a frame does not follow from. */
static bool is_left_out(const struct command *command)
{
    static const char *const names[] = { "bind",  "unbind",    "reproduce", "reset",
                                         "write", "overwrite", "source",    "repeat" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(command->name, names[i]) == 0)
            return true;
    return command->kind == COMMAND_SCREEN;
}

static void make_line(unsigned *seed, char line[LINE_SIZE])
{
    const struct command *command;
    do
        command = command_at(next(seed, command_count()));
    while (is_left_out(command));
    const char *argument = choose_argument(command->usage, seed);
    ck_assert_msg(argument != NULL, "nothing is known to stand for %s", command->usage);
    snprintf(line, LINE_SIZE, "%s %s", command->name, argument);
}

static struct session *new_session(void)
{
    static const struct display terminal = { .depth = DEPTH_256,
                                             .utf8 = true,
                                             .has_dim = true,
                                             .glyphs = GLYPHS_arrows,
                                             .background = BACKGROUND_dark };
    struct session *session = session_on(&terminal);
    session_resize(session, ROWS, COLUMNS);
    return session;
}

/* The first cell of the frames that differs, as row * COLUMNS + column; -1 when there is none. */
static int find_difference(const struct canvas *a, const struct canvas *b)
{
    for (int cell = 0; cell < FRAME_ROWS * COLUMNS; cell++) {
        struct cell one = canvas_cell(a, cell / COLUMNS, cell % COLUMNS);
        struct cell other = canvas_cell(b, cell / COLUMNS, cell % COLUMNS);
        if (one.character != other.character || one.pen.foreground != other.pen.foreground ||
            one.pen.background != other.pen.background ||
            one.pen.attributes != other.pen.attributes)
            return cell;
    }
    return -1;
}

/* Fail unless the recipe of one session leads the other to the same frame. */
static void assert_leads(struct session *session, struct session *other, const char *story)
{
    struct text lines = TEXT_EMPTY;
    struct failure failure = { .status = STATUS_OK };
    ck_assert_msg(recipe_append_script(session, &lines, &failure) == STATUS_OK, "%s\n%s",
                  failure.message, story);
    struct source_text source = { "recipe", text_string(&lines), lines.length };
    ck_assert_msg(script_run(other, &source, &failure) == STATUS_OK, "%s\n%s\nafter\n%s",
                  failure.message, text_string(&lines), story);
    struct canvas *expected = draw_frame(session);
    struct canvas *shown = draw_frame(other);
    int cell = find_difference(expected, shown);
    ck_assert_msg(cell < 0, "row %d, column %d differ with\n%s\nafter\n%s", cell / COLUMNS,
                  cell % COLUMNS, text_string(&lines), story);
    canvas_free(expected);
    canvas_free(shown);
    text_free(&lines);
}

/* Let the monkey have a session; what it did is appended to the story. */
static struct session *play(unsigned seed, struct text *story)
{
    struct session *session = new_session();
    size_t count = 1 + next(&seed, COMMANDS_MOST);
    for (size_t i = 0; i < count; i++) {
        char line[LINE_SIZE];
        struct failure failure;
        make_line(&seed, line);
        if (run(session, line, &failure) == STATUS_OK)
            text_append_format(story, "%s\n", line);
        if (next(&seed, RESIZED_ONE_IN) != 0)
            continue;
        /* A size that comes back brings the samples back, on a lattice that may be another. */
        text_append(story, "(resize)\n");
        session_resize(session, ROWS + 4 * (int)next(&seed, 3), COLUMNS - (int)next(&seed, 9));
    }
    session_resize(session, ROWS, COLUMNS);
    return session;
}

/* How many of so many random sessions there is time for. */
static int sessions_in_time(int all)
{
    if (suite_under_valgrind())
        return SESSIONS_SLOW;
    return SUITE_IS_SANITIZED ? all / 5 : all;
}

START_TEST(a_recipe_leads_to_the_same_frame)
{
    int sessions = sessions_in_time(SESSIONS);
    for (int i = 0; i < sessions; i++) {
        struct text story = TEXT_EMPTY;
        struct session *session = play((unsigned)i, &story);
        struct session *other = new_session();
        assert_leads(session, other, text_string(&story));
        session_free(other);
        session_free(session);
        text_free(&story);
    }
}
END_TEST

/* After `reset` it does not matter what the session was before. */
START_TEST(a_recipe_leads_there_from_anywhere)
{
    int sessions = sessions_in_time(SESSIONS / 4);
    for (int i = 0; i < sessions; i++) {
        struct text story = TEXT_EMPTY;
        struct session *other = play((unsigned)i + SESSIONS, &story);
        text_clear(&story);
        struct session *session = play((unsigned)i + 2 * SESSIONS, &story);
        assert_leads(session, other, text_string(&story));
        session_free(other);
        session_free(session);
        text_free(&story);
    }
}
END_TEST

START_TEST(a_new_session_needs_no_recipe)
{
    struct session *session = new_session();
    struct text lines = TEXT_EMPTY;
    struct failure failure;
    struct text settings = TEXT_EMPTY;
    ck_assert_int_eq(recipe_append(session, &settings, &lines, &failure), STATUS_OK);
    ck_assert_str_eq(text_string(&settings), "");
    ck_assert_str_eq(text_string(&lines), "");
    run_well(session, "function himmelblau");
    run_well(session, "zoom-in 2");
    run_well(session, "pan-left");
    run_well(session, "step auto");
    ck_assert_int_eq(recipe_append(session, &settings, &lines, &failure), STATUS_OK);
    ck_assert_str_eq(text_string(&settings), "function himmelblau\n");
    ck_assert_str_eq(text_string(&lines), "zoom-in 2\nstep auto\npan-left\n");
    text_free(&settings);
    text_free(&lines);
    session_free(session);
}
END_TEST

/* Walks and those to come: what the first began with can be said by options. */
START_TEST(walks_begin_in_their_order)
{
    static const char *const lines[] = { "optimizer adam",     "steps 30",   "descend -2 1",
                                         "optimizer momentum", "lr 0.05",    "descend 1/4 -3",
                                         "lr auto",            "steps 1000", "optimizer plain" };
    struct session *session = new_session();
    struct text settings = TEXT_EMPTY;
    struct text way = TEXT_EMPTY;
    struct failure failure;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        run_well(session, lines[i]);
    ck_assert_int_eq(recipe_append(session, &settings, &way, &failure), STATUS_OK);
    ck_assert_str_eq(text_string(&settings), "optimizer adam\nsteps 30\n");
    ck_assert_str_eq(text_string(&way), "descend -2 1\noptimizer momentum\nlr 0.05\n"
                                        "descend 0.25 -3\noptimizer plain\nlr auto\n"
                                        "steps 1000\n");
    run_well(session, "clear-walks");
    run_well(session, "lr 0.5");
    text_clear(&settings);
    text_clear(&way);
    ck_assert_int_eq(recipe_append(session, &settings, &way, &failure), STATUS_OK);
    ck_assert_str_eq(text_string(&settings), "lr 0.5\nsteps 1000\n");
    ck_assert_str_eq(text_string(&way), "");
    text_free(&settings);
    text_free(&way);
    session_free(session);
}
END_TEST

/* A race is one line, whatever was chosen since; its learning rate and steps are options. */
START_TEST(a_race_begins_again)
{
    static const char *const lines[] = { "descend 1 1", "optimizer adam", "steps 30",
                                         "race -2 1/4", "optimizer newton", "lr 0.05" };
    struct session *session = new_session();
    struct session *other = new_session();
    struct text settings = TEXT_EMPTY;
    struct text way = TEXT_EMPTY;
    struct failure failure;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        run_well(session, lines[i]);
    assert_leads(session, other, "a race");
    ck_assert_int_eq(recipe_append(session, &settings, &way, &failure), STATUS_OK);
    ck_assert_str_eq(text_string(&settings), "steps 30\n");
    ck_assert_str_eq(text_string(&way), "race -2 0.25\noptimizer newton\nlr 0.05\n");
    text_free(&settings);
    text_free(&way);
    session_free(session);
    session_free(other);
}
END_TEST

/* Lines that pans have moved are not those that are drawn where they arrive. */
START_TEST(streamlines_go_the_same_way)
{
    static const char *const lines[] = {
        "function himmelblau", "layer stream",    "pan-left 3", "pan-up 2",  "zoom-in",
        "pan-left 5",          "step-larger",     "pan-down",   "pan-right", "probe 0.3 0.2",
        "layer stream,legend", "pan-right 2",     "layer none", "pan-left",  "layer stream",
        "pan-left 400",        "probe -3 -3",     "pan-up 2",   "undo",
    };
    struct session *session = new_session();
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct session *other = new_session();
        run_well(session, lines[i]);
        assert_leads(session, other, lines[i]);
        session_free(other);
    }
    session_free(session);
}
END_TEST

/* A path of more pans than are remembered begins anew. */
START_TEST(streamlines_have_been_everywhere)
{
    enum { PANS = 150, TESTED_ONE_IN = 13 };
    struct session *session = new_session();
    run_well(session, "function himmelblau");
    run_well(session, "layer stream");
    for (int i = 0; i < PANS; i++) {
        run_well(session, i % 3 == 0 ? "pan-up" : "pan-left");
        if (i % TESTED_ONE_IN != 0)
            continue;
        struct session *other = new_session();
        assert_leads(session, other, "many pans");
        session_free(other);
    }
    session_free(session);
}
END_TEST

START_TEST(the_chosen_parameter_stands_out_again)
{
    static const char *const lines[] = { "set a=2", "set b=-1:0.25:3", "function a*x^2 + b*y^2",
                                         "parameter-larger 3", "parameter b", "zoom-in" };
    struct session *session = new_session();
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct session *other = new_session();
        run_well(session, lines[i]);
        assert_leads(session, other, lines[i]);
        session_free(other);
    }
    session_free(session);
}
END_TEST

START_TEST(without_a_frame_there_is_no_recipe)
{
    struct session *session = new_session();
    struct text lines = TEXT_EMPTY;
    struct failure failure;
    session_resize(session, 3, 10);
    ck_assert_int_eq(recipe_append_script(session, &lines, &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "there is no frame at this size");
    text_free(&lines);
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, a_recipe_leads_to_the_same_frame);
    tcase_add_test(cases, a_recipe_leads_there_from_anywhere);
    tcase_add_test(cases, a_new_session_needs_no_recipe);
    tcase_add_test(cases, walks_begin_in_their_order);
    tcase_add_test(cases, a_race_begins_again);
    tcase_add_test(cases, streamlines_go_the_same_way);
    if (getenv("TEST_UNDER_VALGRIND") == NULL)
        tcase_add_test(cases, streamlines_have_been_everywhere);
    tcase_add_test(cases, the_chosen_parameter_stands_out_again);
    tcase_add_test(cases, without_a_frame_there_is_no_recipe);
}

SUITE_MAIN("session recipe", add_cases)
