/* Tests of sessions that compute in slices: what ends early goes on, and nothing shows it. */
#include "lines.h"

#include "base/text.h"
#include "session/recipe.h"
#include "session/reveal.h"
#include "session/script.h"
#include "session/state.h"

enum { ROWS = 12, COLUMNS = 44, ROWS_BELOW = 2, DRAWS_MOST = 3000, GROWTH = 6 };

static const struct display terminal = { .depth = DEPTH_256, .utf8 = true,
                                         .glyphs = GLYPHS_arrows,
                                         .background = BACKGROUND_dark, .screen = true };

/* So long that it is asked often; and that some rows are computed at a time. */
static const char expensive[] = "function sum(sin(x0*x1*arange(40)/33))";
static const char very_expensive[] = "function sum(sin(x0*x1*arange(300)/99))";

/* Answers GO_ON so many times, then otherwise; a new round begins by `asked` = 0. */
struct answers {
    size_t before;
    size_t asked;
    enum interruption_answer then;
};

static enum interruption_answer answer(void *context)
{
    struct answers *answers = context;
    return answers->asked++ < answers->before ? INTERRUPTION_GO_ON : answers->then;
}

static struct session *new_session(const char *const *lines, struct answers *answers)
{
    struct session *session = session_on(&terminal);
    session_resize(session, ROWS, COLUMNS);
    run_well(session, "layer arrows,legend");
    for (; *lines != NULL; lines++)
        run_well(session, *lines);
    if (answers != NULL)
        session_set_asker(session, answer, answers);
    return session;
}

static void assert_same_frame(const struct canvas *a, const struct canvas *b)
{
    ck_assert_int_eq(canvas_rows(a), canvas_rows(b));
    /* Below stand a message, which not all commands have, and the hint. */
    for (int row = 0; row < canvas_rows(a) - ROWS_BELOW; row++)
        for (int column = 0; column < canvas_columns(a); column++) {
            struct cell one = canvas_cell(a, row, column);
            struct cell other = canvas_cell(b, row, column);
            ck_assert_msg(one.character == other.character &&
                              one.pen.foreground == other.pen.foreground &&
                              one.pen.background == other.pen.background &&
                              one.pen.attributes == other.pen.attributes,
                          "row %d, column %d differ", row, column);
        }
}

/* What a session that computes all at once draws after these lines and those. */
static struct canvas *expected_frame(const char *const *lines, const char *const *more)
{
    struct session *session = new_session(lines, NULL);
    for (; *more != NULL; more++) {
        canvas_free(draw_frame(session));
        run_well(session, *more);
    }
    struct canvas *canvas = draw_frame(session);
    ck_assert(!session_is_unfinished(session));
    session_free(session);
    return canvas;
}

/* Draw until nothing is left to do, with a stop or pause after so many questions each time. */
static struct canvas *finish(struct session *session, struct answers *answers, size_t *draws)
{
    double progress = 0;
    for (*draws = 1;; ++*draws) {
        answers->asked = 0;
        struct canvas *canvas = draw_frame(session);
        if (!session_is_unfinished(session))
            return canvas;
        ck_assert(session_progress(session) >= progress && session_progress(session) < 1);
        progress = session_progress(session);
        canvas_free(canvas);
        ck_assert_uint_lt(*draws, DRAWS_MOST);
    }
}

static const char *const no_lines[] = { NULL };

static const char *const looks[][5] = {
    { very_expensive, NULL },
    { expensive, "layer arrows,trust,legend", NULL },
    { expensive, "color-by divergence", NULL },
    { expensive, "color-by true-error", NULL },
    { expensive, "color-by best-h", "scheme central4", NULL },
    { expensive, "color-by learning-rate", NULL },
    { "function himmelblau", "color-by basin", NULL },
    { "function himmelblau", "find-critical", "error-panel", NULL },
    { expensive, "layer contour,arrows", "error-panel", NULL },
    { expensive, "layer nullclines,legend", NULL },
    { expensive, "check x1; x0", "scheme exact", NULL },
    { "function sum(sin(x0*x1*arange(4)))", "layer stream,legend", NULL },
    { "steps 900", "lr 1e-5", "descend 1 1", expensive, NULL },
    { "steps 150", "lr 1e-5", "race 1 1", expensive, NULL },
    { "steps 2", "race 1 1", "function sum(sin(x0*x1*arange(2000)/999))", NULL },
};

enum { LOOKS = sizeof looks / sizeof looks[0] };

enum { LOOK_THAT_COSTS_LEAST = 2 };

/* Valgrind is slow: it sees the look that costs least. */
static bool is_passed_over(int look)
{
    return suite_under_valgrind() && look != LOOK_THAT_COSTS_LEAST;
}

START_TEST(paused_frames_end_as_whole_ones)
{
    if (is_passed_over(_i))
        return;
    struct answers answers = { .then = INTERRUPTION_PAUSE };
    size_t draws;
    struct session *session = new_session(looks[_i], &answers);
    struct canvas *expected = expected_frame(looks[_i], no_lines);
    struct canvas *canvas = finish(session, &answers, &draws);
    ck_assert_uint_ge(draws, 2);
    assert_same_frame(canvas, expected);
    ck_assert(session_progress(session) == 1);
    canvas_free(canvas);
    canvas_free(expected);
    session_free(session);
}
END_TEST

/* Wherever a key stops the work, a frame later all is as if there had been none. */
START_TEST(stopped_work_leaves_no_trace)
{
    if (is_passed_over(_i))
        return;
    struct answers answers = { .then = INTERRUPTION_STOP };
    struct canvas *expected = expected_frame(looks[_i], no_lines);
    size_t part = suite_under_valgrind() || SUITE_IS_SANITIZED ? 1 : GROWTH;
    for (answers.before = 0;; answers.before += (answers.before + 1) * GROWTH / part) {
        size_t draws;
        struct session *session = new_session(looks[_i], &answers);
        answers.asked = 0;
        canvas_free(draw_frame(session));
        bool stopped = answers.asked > answers.before;
        ck_assert(session_is_unfinished(session) == stopped);
        ck_assert_uint_le(answers.asked, answers.before + 1);
        size_t before = answers.before;
        answers.before = SIZE_MAX;
        struct canvas *canvas = finish(session, &answers, &draws);
        answers.before = before;
        ck_assert_uint_eq(draws, 1);
        assert_same_frame(canvas, expected);
        canvas_free(canvas);
        session_free(session);
        if (!stopped)
            break;
    }
    canvas_free(expected);
}
END_TEST

/* A frame that is not whole has neither legend nor colours, and says how far it is. */
START_TEST(unfinished_frames_pretend_nothing)
{
    struct answers answers = { .then = INTERRUPTION_PAUSE };
    static const char *const lines[] = { "function sum(sin(x0*x1*arange(900)))", NULL };
    struct session *session = new_session(lines, &answers);
    const struct layout *layout = session_layout(session);
    struct canvas *canvas = draw_frame(session);
    ck_assert(session_is_unfinished(session));
    int arrows = 0;
    for (int row = 0; row < layout->status_row; row++)
        for (int column = 0; column < COLUMNS; column++) {
            struct cell cell = canvas_cell(canvas, row, column);
            ck_assert_int_eq(cell.pen.foreground, canvas_cell(canvas, 0, 0).pen.foreground);
            arrows += cell.character >= 0x2190 && cell.character <= 0x2199;
        }
    ck_assert_int_lt(arrows, layout->samples_across * layout->samples_up);
    ck_assert_uint_eq(canvas_cell(canvas, layout->status_row, COLUMNS - 1).character, '%');
    ck_assert_uint_eq(canvas_cell(canvas, layout->status_row, COLUMNS - 2).character, ' ');
    for (int column = 0; column < COLUMNS; column++)
        ck_assert_uint_ne(canvas_cell(canvas, layout->status_row, column).character, 'f');
    canvas_free(canvas);
    session_free(session);
}
END_TEST

/* The frame that leads to where a command went is the one that was whole before it. */
START_TEST(a_command_abandons_the_work)
{
    if (suite_under_valgrind() && _i > 0)
        return;
    static const char *const moves[] = { "zoom-in", "pan-left 3", "step 0.01", "scheme exact",
                                         "function sum(cos(x0*arange(300)) + x1)" };
    struct answers answers = { .then = INTERRUPTION_PAUSE };
    const char *lines[] = { very_expensive, moves[_i], NULL };
    size_t draws;
    struct session *session = new_session(looks[0], &answers);
    canvas_free(draw_frame(session));
    ck_assert(session_is_unfinished(session));
    answers.asked = 0;
    run_well(session, moves[_i]);
    struct canvas *canvas = finish(session, &answers, &draws);
    /* The scale was chosen for the first whole frame. */
    const char *rescaled[] = { "rescale", NULL };
    struct canvas *expected = expected_frame(lines, rescaled);
    assert_same_frame(canvas, expected);
    canvas_free(expected);
    canvas_free(canvas);
    session_free(session);
}
END_TEST

/* What moves the probe alone keeps the rows that there are. */
START_TEST(moving_the_probe_keeps_the_work)
{
    struct answers answers = { .then = INTERRUPTION_PAUSE };
    struct session *session = new_session(looks[0], &answers);
    canvas_free(draw_frame(session));
    double progress = session_progress(session);
    ck_assert(progress > 0);
    run_well(session, "right 2");
    canvas_free(draw_frame(session));
    ck_assert(session_progress(session) > progress);
    session_free(session);
}
END_TEST

/* The recipe of a session whose frames were seldom whole leads to its frame. */
START_TEST(what_was_abandoned_is_reproduced)
{
    static const char *const lines[] = { "zoom-in", "pan-left 2", "color-by f", "pan-up",
                                         "zoom-out", "right 3", NULL };
    struct answers answers = { .then = INTERRUPTION_PAUSE };
    struct text script = TEXT_EMPTY;
    struct failure failure;
    size_t draws;
    const char *const *look = looks[suite_under_valgrind() ? LOOK_THAT_COSTS_LEAST : 0];
    struct session *session = new_session(look, &answers);
    for (size_t i = 0; lines[i] != NULL; i++) {
        if (i == 3)
            canvas_free(finish(session, &answers, &draws));
        canvas_free(draw_frame(session));
        run_well(session, lines[i]);
    }
    struct canvas *canvas = finish(session, &answers, &draws);
    answers.then = INTERRUPTION_GO_ON;
    ck_assert_int_eq(recipe_append_script(session, &script, &failure), STATUS_OK);
    struct session *other = new_session(no_lines, NULL);
    struct source_text source = { "script", text_string(&script), script.length };
    ck_assert_int_eq(script_run(other, &source, &failure), STATUS_OK);
    struct canvas *again = draw_frame(other);
    assert_same_frame(canvas, again);
    canvas_free(again);
    canvas_free(canvas);
    text_free(&script);
    session_free(other);
    session_free(session);
}
END_TEST

/* Answers that need the whole field are computed, but for a key. */
START_TEST(answers_can_be_stopped)
{
    static const char *const asking[] = { "reproduce", "describe" };
    struct answers answers = { .before = 3, .then = INTERRUPTION_STOP };
    struct failure failure;
    struct session *session = new_session(looks[0], &answers);
    canvas_free(draw_frame(session));
    ck_assert(session_is_unfinished(session));
    for (size_t i = 0; i < 2; i++) {
        answers.before = 3;
        answers.asked = 0;
        ck_assert_int_eq(run(session, asking[i], &failure), STATUS_FAILED);
        ck_assert_str_eq(failure.message, "a key stopped the computing of it");
        ck_assert_uint_eq(answers.asked, 4);
        ck_assert_int_eq(session_take_request(session), REQUEST_NONE);
    }
    answers.before = SIZE_MAX;
    run_well(session, "reproduce");
    ck_assert_int_eq(session_take_request(session), REQUEST_LINE);
    session_free(session);
}
END_TEST

/* A check whose count is stopped is there all the same, and its colours come with the frame. */
START_TEST(a_stopped_check_goes_on)
{
    if (suite_under_valgrind())
        return;
    struct answers answers = { .before = 3, .then = INTERRUPTION_STOP };
    size_t draws;
    struct session *session = new_session(looks[0], &answers);
    run_well(session, "check x1; x0");
    ck_assert_str_eq(session_message(session), "the check shows as the field is computed");
    answers.before = SIZE_MAX;
    struct canvas *canvas = finish(session, &answers, &draws);
    static const char *const lines[] = { very_expensive, "check x1; x0", NULL };
    /* What it tells of the count takes two rows, until the next command. */
    static const char *const more[] = { "probe 0 0", NULL };
    struct canvas *expected = expected_frame(lines, more);
    assert_same_frame(canvas, expected);
    canvas_free(expected);
    canvas_free(canvas);
    session_free(session);
}
END_TEST

/* Leaving and help compute nothing. */
START_TEST(leaving_asks_nobody)
{
    struct answers answers = { .then = INTERRUPTION_STOP };
    struct session *session = new_session(looks[0], &answers);
    canvas_free(draw_frame(session));
    answers.asked = 0;
    run_well(session, "help");
    ck_assert_int_eq(session_take_request(session), REQUEST_HELP);
    run_well(session, "quit");
    ck_assert_int_eq(session_take_request(session), REQUEST_QUIT);
    ck_assert_uint_eq(answers.asked, 0);
    session_free(session);
}
END_TEST

/* Usual functions are drawn at once, whatever somebody would answer. */
START_TEST(usual_functions_ask_nobody)
{
    static const char *const lines[] = { "function himmelblau", NULL };
    struct answers answers = { .then = INTERRUPTION_STOP };
    struct session *session = new_session(lines, &answers);
    session_resize(session, 24, 80);
    canvas_free(draw_frame(session));
    ck_assert_uint_eq(answers.asked, 0);
    ck_assert(!session_is_unfinished(session));
    session_free(session);
}
END_TEST

static bool has_mark(const struct canvas *canvas, uint32_t mark)
{
    bool found = false;
    for (int row = 1; row < ROWS - ROWS_BELOW; row++)
        for (int column = 0; column < COLUMNS; column++)
            found = found || canvas_cell(canvas, row, column).character == mark;
    return found;
}

/* A command walks as far as a command may; then the way grows from frame to frame. */
START_TEST(a_long_walk_goes_on_with_the_frames)
{
    static const char *const lines[] = { "steps 40000", "lr 1e-5", NULL };
    /* What the walk answers at once elsewhere stands over the status. */
    static const char *const more[] = { "descend 1 1", "probe 0 0", NULL };
    struct answers answers = { .before = 1, .then = INTERRUPTION_PAUSE };
    size_t draws;
    struct session *session = new_session(lines, &answers);
    struct canvas *expected = expected_frame(lines, more);
    canvas_free(finish(session, &answers, &draws));
    run_well(session, more[0]);
    ck_assert_str_eq(session_message(session), "");
    run_well(session, more[1]);
    answers.asked = 0;
    struct canvas *canvas = draw_frame(session);
    ck_assert(session_is_unfinished(session));
    ck_assert(has_mark(canvas, 'O') && !has_mark(canvas, '*') && !has_mark(canvas, '!'));
    canvas_free(canvas);
    /* It is shown as far as it has come, not from the start on. */
    reveal_begin(session);
    ck_assert(!reveal_is_on(session));
    canvas = finish(session, &answers, &draws);
    ck_assert(has_mark(canvas, '@') && !has_mark(canvas, '!'));
    assert_same_frame(canvas, expected);
    canvas_free(canvas);
    canvas_free(expected);
    session_free(session);
}
END_TEST

/* How many steps a command's work is enough for, by differences of four values or more. */
static size_t steps_allowed(const struct session *session)
{
    enum { QUESTIONS = 64, VALUES = 4 };
    size_t cost = formula_function_cost(session->now.subject->function);
    return QUESTIONS * (size_t)INTERRUPTION_WORK / cost / VALUES;
}

/* However much a step costs, a command takes few, and keys are looked for in the midst of one. */
START_TEST(a_costly_walk_is_left_to_the_frames)
{
    static const char *const walking[] = { "descend 1 1", "race 1 1" };
    struct answers answers = { .before = SIZE_MAX, .then = INTERRUPTION_STOP };
    struct session *session = new_session(no_lines, &answers);
    canvas_free(draw_frame(session));
    run_well(session, "function sum(sin(arange(60000)*x0/1000+x1))");
    run_well(session, walking[_i]);
    size_t steps = 0;
    for (size_t i = 0; i < session->now.walk_count; i++)
        steps += walks_outcome(session->walks, i)->steps;
    ck_assert_uint_le(steps, steps_allowed(session));
    answers.before = answers.asked = 0;
    canvas_free(draw_frame(session));
    ck_assert(session_is_unfinished(session));
    ck_assert_uint_eq(answers.asked, 1);
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, paused_frames_end_as_whole_ones, 0, LOOKS);
    tcase_add_loop_test(cases, stopped_work_leaves_no_trace, 0, LOOKS);
    tcase_add_test(cases, unfinished_frames_pretend_nothing);
    tcase_add_loop_test(cases, a_command_abandons_the_work, 0, 5);
    tcase_add_test(cases, moving_the_probe_keeps_the_work);
    tcase_add_test(cases, what_was_abandoned_is_reproduced);
    tcase_add_test(cases, answers_can_be_stopped);
    tcase_add_test(cases, a_stopped_check_goes_on);
    if (!suite_under_valgrind())
        tcase_add_loop_test(cases, a_costly_walk_is_left_to_the_frames, 0, 2);
    tcase_add_test(cases, leaving_asks_nobody);
    tcase_add_test(cases, usual_functions_ask_nobody);
    if (getenv("TEST_UNDER_VALGRIND") == NULL)
        tcase_add_test(cases, a_long_walk_goes_on_with_the_frames);
}

SUITE_MAIN("session slices", add_cases)
