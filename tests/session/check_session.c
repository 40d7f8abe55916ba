/* Tests of the commands through what they do to the frame. */
#include "lines.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "session/session.h"
#include "source/catalogue.h"

static const struct display terminal = { .depth = DEPTH_256,
                                         .utf8 = true,
                                         .glyphs = GLYPHS_arrows,
                                         .background = BACKGROUND_unknown,
                                         .screen = true };

static struct session *new_session(void)
{
    return session_on(&terminal);
}

/* The frame as lines of text, each ended by a newline; the caller frees it. */
static struct text draw(struct session *session)
{
    struct text frame = TEXT_EMPTY;
    struct failure failure;
    struct canvas *canvas = canvas_new(0, 0);
    ck_assert_ptr_nonnull(canvas);
    ck_assert_int_eq(session_draw(session, canvas, &failure), STATUS_OK);
    for (int row = 0; row < canvas_rows(canvas); row++) {
        for (int column = 0; column < canvas_columns(canvas); column++) {
            char bytes[UTF8_LONGEST];
            size_t length = utf8_encode(canvas_cell(canvas, row, column).character, bytes);
            text_append_bytes(&frame, bytes, length);
        }
        text_append(&frame, "\n");
    }
    canvas_free(canvas);
    ck_assert(!frame.failed);
    return frame;
}

static void assert_shows(struct session *session, const char *what)
{
    struct text frame = draw(session);
    ck_assert_msg(strstr(text_string(&frame), what) != NULL, "no '%s' in\n%s", what,
                  text_string(&frame));
    text_free(&frame);
}

static void assert_hides(struct session *session, const char *what)
{
    struct text frame = draw(session);
    ck_assert_msg(strstr(text_string(&frame), what) == NULL, "'%s' in\n%s", what,
                  text_string(&frame));
    text_free(&frame);
}

/* A line, and what the frame shows after it. */
struct effect {
    const char *line;
    const char *shown;
};

static const struct effect effects[] = {
    { "left", "x0 -0.25   x1 0 " },
    { "right 4", "x0 1       x1 0 " },
    { "up", "x0 0       x1 0.25 " },
    { "down 8", "x0 0       x1 -2 " },
    { "down 9", "x0 0       x1 -2.25 " },
    { "probe 1/3 -pi/4", "x0 0.333333 x1 -0.785398 " },
    { "pan-left 20", "x0 -0.5 " },
    { "pan-right 20", "x0 0.5 " },
    { "pan-up 9", "x1 0.25 " },
    { "pan-down 9", "x1 -0.25 " },
    { "zoom-in", "1\xe2\x94\xa4\xe2\x86\x98" },
    { "zoom-out 2", "\xe2\x88\x92" "5\xe2\x94\xa4\xe2\x86\x92" },
    { "window 0:1 10:20", "x0 0.5     x1 15 " },
    { "x0 4:6", "x0 5       x1 0 " },
    { "x1 -1:0", "x0 0       x1 -0.5 " },
    { "step 1/8", "central h=0.125" },
    { "step 1e-6r", "central h=1e-6r" },
    { "step pir", "central h=3.14159r" },
    { "step auto", "central h=auto" },
    { "step-auto", "central h=auto" },
    { "why", "h=0.0001 as asked; auto would take x0 h=1, x1 h=1" },
    { "step-larger 3", "central h=0.001" },
    { "step-smaller", "central h=5e-5" },
    { "step-decade-larger", "central h=0.001" },
    { "step-decade-smaller 10", "central h=1e-14" },
    { "scheme forward", "forward h=0.0001" },
    { "scheme-next", "  central4 h=0.0001" },
    { "scheme-previous", "backward2 h=0.0001" },
    { "scheme-next 999999995", "  exact" },
    { "scheme exact", "  exact" },
    { "sign ascent", "\xe2\x88\x87" "f of sum" },
    { "glyphs digits", "6 6 6 6" },
    { "glyphs", "glyphs: neutral" },
    { "glyphs auto", "glyphs: arrows" },
    { "glyphs ascii", "glyphs: ascii, letters whose corner is the arrow's tip" },
    { "function booth", "booth: (x + 2y - 7)^2" },
    { "function booth", "booth: a tilted bowl" },
    { "function  x0 *\ty ", "f of x0 * y " },
    { "function", "function: sum(x^2)" },
    { "set a=2", "sum(x**2), a=2" },
    { "set a=0:2:10", "sum(x**2), a=2" },
    { "set a = -1 : 2*pi : 1e3 ", "sum(x**2), a=6.28319" },
    { "set a=2:2:2", "sum(x**2), a=2" },
    { "set a=0 ? 1 : 2", "sum(x**2), a=2" },
    { "set a=arange(5)[1:][0]", "sum(x**2), a=1" },
    { "at x2=3", "sum(x**2), x2=3" },
    { "layer legend", "1\xe2\x94\xa4 " },
    { "layer legend,arrows", "1\xe2\x94\xa4\xe2\x86\x92" },
    { "toggle-arrows", "arrows: hidden" },
    { "toggle-legend", "legend: hidden" },
    { "spacing 4", "\xe2\x86\x98   \xe2\x86\x98" },
    { "toggle-grid", "grid: shown" },
    { "cell-aspect auto", "f of sum" },
    { "  # a comment", "f of sum" },
    { "", "f of sum" },
};

START_TEST(commands_do_what_they_say)
{
    const struct effect *effect = &effects[_i];
    struct session *session = new_session();
    run_well(session, effect->line);
    assert_shows(session, effect->shown);
    session_free(session);
}
END_TEST

/* A line that is refused, and the message. */
static const struct effect refusals[] = {
    { "lef", "unknown command 'lef', did you mean 'left'?" },
    { "wind", "unknown command 'wind', did you mean 'window'?" }, /* not bind, which is nearer */
    { "q", "unknown command 'q', did you mean 'quit'?" },
    { "w", "unknown command 'w', ? lists them" }, /* the beginning of several */
    { "frobnicate", "unknown command 'frobnicate', ? lists them" },
    { "left 0", "a whole number from 1 to 1000000000 is wanted here" },
    { "left 1.5", "a whole number from 1 to 1000000000 is wanted here" },
    { "left nan", "a finite number is wanted here" },
    { "left 1 2", "too many arguments, usage: 'left [N]'" },
    { "home 1", "too many arguments, usage: 'home'" },
    { "probe 1", "arguments are missing, usage: 'probe X0 X1'" },
    { "probe 1 inf", "a finite number is wanted here" },
    { "probe 1 x", "a number is wanted here, not a variable" },
    { "probe 1 1e301", "probe: " },
    { "window 0:1", "arguments are missing, usage: 'window LO:HI LO:HI'" },
    { "window 0:1 2", "a range LO:HI is wanted here, as in -2:2" },
    { "x0 2:1", "the range is empty, the lower end goes first" },
    { "x0 1:1", "the range is empty, the lower end goes first" },
    { "x0 1:", "an expression is missing at the end" },
    { "x0 -1e301:1e301", "window: " },
    { "window 1:1.0000000000000002 1:1.0000000000000002", "window: " },
    { "aspect wide", "unknown aspect 'wide', choose equal, fill or auto" },
    { "aspect fil", "unknown aspect 'fil', did you mean 'fill'?" },
    { "spacing 0", "a whole number from 1 to 16 is wanted here" },
    { "spacing 17", "a whole number from 1 to 16 is wanted here" },
    { "cell-aspect 0", "a number from 0.1 to 10 is wanted here" },
    { "step auto2", "unknown name 'auto2'" },
    { "step r", "unknown name 'r'" },
    { "step -1r", "a step from 1e-300 to 1e+300 is wanted here, or auto" },
    { "step 0", "a step from 1e-300 to 1e+300 is wanted here" },
    { "step -1", "a step from 1e-300 to 1e+300 is wanted here" },
    { "step abc", "unknown name 'abc'" },
    { "scheme centrl", "unknown scheme 'centrl', did you mean 'central'?" },
    { "sign up", "unknown sign 'up', choose descent or ascent" },
    { "layer", "'layer LAYER[,LAYER...]'" },
    { "layer arows", "unknown layer 'arows', did you mean 'arrows'?" },
    { "layer arrows,", "a layer is missing" },
    { "layer arrows, legend", "layer" },
    { "glyphs runes", "unknown glyphs 'runes', choose auto, arrows, neutral, ascii or digits" },
    { "background blue", "unknown background 'blue', choose auto, unknown, dark or light" },
    { "function himelblau",
      "unknown function 'himelblau', did you mean 'himmelblau' of the catalogue?" },
    { "function sinn(x)", "unknown name 'sinn', did you mean 'sin'?" },
    { "set", "arguments are missing, usage: 'set NAME=VALUE|SWITCH'" },
    { "set a=0:1", "a range is LEAST:VALUE:MOST, as in 0:2:10" },
    { "set a=0:1:2:3", "a range is LEAST:VALUE:MOST, as in 0:2:10" },
    { "set a=0:11:10", "the value lies outside its range, write LEAST:VALUE:MOST" },
    { "set a=0:-1:10", "the value lies outside its range, write LEAST:VALUE:MOST" },
    { "set a=10:5:0", "the range is empty, the least value goes first" },
    { "set a=0:1:inf", "a finite number is wanted here" },
    { "set a=0::1", "an expression is missing at the end" },
    { "set a=:1:2", "an expression is missing at the end" },
    { "set a=0:b:1", "unknown name 'b', give it by --set=b=VALUE or :set b=VALUE" },
    { "set pi=0:1:2", "'pi' has a meaning already: choose another name" },
    { "at x2=0:1:2", "unexpected ':'" },
    { "set a", "NAME=VALUE is wanted here, as in a=2" },
    { "set mouze", "unknown switch 'mouze', did you mean 'mouse'?" },
    { "set nomose", "unknown switch 'nomose', did you mean 'nomouse'?" },
    { "set mouse=", "a value is missing behind '='" },
    { "set a=", "a value is missing behind '='" },
    { "set pi=3", "'pi' has a meaning already: choose another name" },
    { "set 2=3", "'2' is no name: a letter, then letters and digits" },
    { "at x0=1", "'x0' is shown by the window and cannot be fixed" },
    { "at y=1", "'y' is shown by the window and cannot be fixed" },
    { "at q=1", "'q' is no variable, write 'x2=VALUE'" },
};

START_TEST(what_is_wrong_is_refused_and_changes_nothing)
{
    const struct effect *refusal = &refusals[_i];
    struct session *session = new_session();
    struct failure failure;
    struct text before = draw(session);
    struct text message = TEXT_EMPTY;
    ck_assert_int_eq(run(session, refusal->line, &failure), STATUS_USAGE);
    failure_append_line(&failure, false, &message);
    ck_assert_msg(strstr(text_string(&message), refusal->shown) != NULL, "%s: %s", refusal->line,
                  text_string(&message));
    struct text after = draw(session);
    ck_assert_str_eq(text_string(&before), text_string(&after));
    text_free(&message);
    text_free(&after);
    text_free(&before);
    session_free(session);
}
END_TEST

START_TEST(a_variable_that_the_text_lacks_cannot_be_fixed)
{
    struct session *session = new_session();
    struct failure failure;
    run_well(session, "function x0 + x2");
    ck_assert_int_eq(run(session, "at x3=1", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "the function has no variable 'x3'");
    run_well(session, "at z=1");
    assert_shows(session, "x0 + x2, x2=1");
    assert_shows(session, "f 1 ");
    run_well(session, "function x0 + x2");
    assert_shows(session, "x0 + x2, x2=0");
    session_free(session);
}
END_TEST

/* Whether the session draws as one that was given this command. */
static bool draws_as(struct session *session, const char *line)
{
    struct session *other = new_session();
    run_well(other, line);
    struct text wanted = draw(other);
    struct text found = draw(session);
    bool same = strcmp(text_string(&wanted), text_string(&found)) == 0;
    text_free(&wanted);
    text_free(&found);
    session_free(other);
    return same;
}

START_TEST(the_displays_cells_count_unless_an_aspect_was_given)
{
    struct session *session = new_session();
    ck_assert(draws_as(session, "cell-aspect 0.5"));
    session_set_cell_aspect(session, 0.7);
    ck_assert(draws_as(session, "cell-aspect 0.7"));
    run_well(session, "cell-aspect 0.4");
    session_set_cell_aspect(session, 0.6);
    ck_assert(draws_as(session, "cell-aspect 0.4"));
    run_well(session, "cell-aspect auto");
    ck_assert(draws_as(session, "cell-aspect 0.6"));
    session_free(session);
}
END_TEST

START_TEST(home_is_the_window_last_asked_for)
{
    struct session *session = new_session();
    run_well(session, "x0 10:12");
    struct text home = draw(session);
    run_well(session, "zoom-in 3");
    run_well(session, "pan-up 100");
    run_well(session, "left 7");
    run_well(session, "home");
    struct text again = draw(session);
    ck_assert_str_eq(text_string(&home), text_string(&again));
    text_free(&home);
    text_free(&again);
    session_free(session);
}
END_TEST

START_TEST(opposite_commands_cancel)
{
    static const char *const pairs[][2] = {
        { "left 3", "right 3" },     { "up 3", "down 3" },
        { "pan-left", "pan-right" }, { "pan-up 2", "pan-down 2" },
        { "zoom-in 4", "zoom-out 4" }, { "step-larger 5", "step-smaller 5" },
        { "step-decade-larger", "step-decade-smaller" }, { "scheme-next", "scheme-previous" },
        { "sign", "sign" },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        struct session *session = new_session();
        struct text before = draw(session);
        run_well(session, pairs[i][0]);
        run_well(session, pairs[i][1]);
        session_set_message(session, "");
        struct text after = draw(session);
        ck_assert_str_eq(text_string(&before), text_string(&after));
        text_free(&before);
        text_free(&after);
        session_free(session);
    }
}
END_TEST

START_TEST(every_catalogue_entry_can_be_shown)
{
    for (size_t i = 0; i < catalogue_count(); i++) {
        struct session *session = new_session();
        char line[64];
        snprintf(line, sizeof line, "function %s", catalogue_at(i)->name);
        run_well(session, line);
        assert_shows(session, catalogue_at(i)->name);
        session_free(session);
    }
}
END_TEST

START_TEST(a_size_comes_back_whole)
{
    struct session *session = new_session();
    run_well(session, "right 5");
    run_well(session, "up 3");
    struct text before = draw(session);
    static const int sizes[][2] = { { 1, 1 }, { 2, 5 }, { 500, 4 }, { 3, 200 }, { 300, 100 },
                                    { 0, 0 }, { 8, 24 }, { 60, 200 }, { 100000, 100000 } };
    /* The largest frames take valgrind a minute, and are drawn like the others. */
    size_t count = suite_under_valgrind() ? 4 : sizeof sizes / sizeof sizes[0];
    for (size_t i = 0; i < count; i++) {
        session_resize(session, sizes[i][0], sizes[i][1]);
        struct text between = draw(session);
        text_free(&between);
    }
    session_resize(session, 24, 80);
    struct text after = draw(session);
    ck_assert_str_eq(text_string(&before), text_string(&after));
    text_free(&before);
    text_free(&after);
    session_free(session);
}
END_TEST

START_TEST(below_the_least_size_it_says_so)
{
    struct session *session = new_session();
    session_resize(session, 7, 80);
    assert_shows(session, "smaller than 24x8");
    run_well(session, "zoom-in");
    run_well(session, "home");
    run_well(session, "function booth");
    session_resize(session, 24, 80);
    assert_hides(session, "smaller than");
    assert_shows(session, "booth");
    session_free(session);
}
END_TEST

START_TEST(a_zoom_that_stops_says_so)
{
    struct session *session = new_session();
    run_well(session, "zoom-in 5");
    ck_assert_str_eq(session_message(session), "");
    run_well(session, "probe 1 1");
    run_well(session, "zoom-in 1000");
    ck_assert_ptr_nonnull(strstr(session_message(session), " of 1000 times: doubles end here"));
    session_free(session);
}
END_TEST

/* Samples that six digits cannot tell apart have more of them in the status row. */
START_TEST(the_status_row_tells_samples_apart)
{
    struct session *session = new_session();
    run_well(session, "probe 1 1");
    run_well(session, "zoom-in 30");
    run_well(session, "right 3");
    struct text frame = draw(session);
    ck_assert_ptr_nonnull(strstr(text_string(&frame), "x0 1.0000000007 x1 1 "));
    text_free(&frame);
    session_free(session);
}
END_TEST

START_TEST(screen_commands_ask_the_screen)
{
    static const struct {
        const char *line;
        enum request request;
    } asked[] = { { "quit", REQUEST_QUIT },
                  { "redraw", REQUEST_REDRAW },
                  { "help", REQUEST_HELP },
                  { "keys", REQUEST_KEYS },
                  { "prompt", REQUEST_PROMPT },
                  { "repeat", REQUEST_REPEAT } };
    struct session *session = new_session();
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        run_well(session, asked[i].line);
        ck_assert_int_eq(session_take_request(session), asked[i].request);
        ck_assert_int_eq(session_take_request(session), REQUEST_NONE);
    }
    session_free(session);
}
END_TEST

START_TEST(without_a_screen_only_quit_is_granted)
{
    struct display none = terminal;
    struct failure failure;
    struct session *session = new_session();
    none.screen = false;
    session_set_display(session, &none);
    run_well(session, "quit");
    ck_assert_int_eq(session_take_request(session), REQUEST_QUIT);
    ck_assert_int_eq(run(session, "help", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "this command needs a terminal, 'help COMMAND' and 'keys' do not");
    ck_assert_int_eq(run(session, "redraw", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message, "this command needs a terminal");
    session_free(session);
}
END_TEST

START_TEST(switches_are_turned_without_a_change_to_undo)
{
    struct failure failure;
    struct session *session = new_session();
    ck_assert(!session_switch_is_on(session, SWITCH_mouse));
    run_well(session, "set mouse");
    ck_assert(session_switch_is_on(session, SWITCH_mouse));
    ck_assert_str_eq(session_message(session), "this terminal tells nothing of a mouse");
    ck_assert_int_eq(run(session, "undo", &failure), STATUS_USAGE);
    ck_assert_int_eq(run(session, "set mous", &failure), STATUS_USAGE);
    run_well(session, "reset");
    ck_assert(session_switch_is_on(session, SWITCH_mouse));
    run_well(session, "set nomouse");
    ck_assert(!session_switch_is_on(session, SWITCH_mouse));
    ck_assert_str_eq(session_message(session), "");
    session_free(session);
}
END_TEST

START_TEST(a_switch_says_what_it_does_where_it_does_it)
{
    struct display display = terminal;
    display.has_mouse = true;
    struct session *session = session_on(&display);
    run_well(session, "set mouse");
    ck_assert_ptr_nonnull(strstr(session_message(session), "mouse: click puts the probe"));
    session_free(session);
    display.screen = false;
    session = session_on(&display);
    run_well(session, "set mouse");
    ck_assert(session_switch_is_on(session, SWITCH_mouse));
    ck_assert_str_eq(session_message(session), "");
    ck_assert_str_eq(session_told(session), "");
    session_free(session);
}
END_TEST

START_TEST(options_point_into_their_own_text)
{
    struct session *session = new_session();
    struct failure failure;
    struct source_text text = { .name = "--step", .bytes = "1e", .length = 2 };
    struct text report = TEXT_EMPTY;
    ck_assert_int_eq(session_run_command(session, "step", &text, &failure), STATUS_USAGE);
    failure_append_report(&failure, false, &report);
    ck_assert_str_eq(text_string(&report),
                     "steepest: --step:1:1: an exponent needs digits; to multiply by e write "
                     "'1*e'\n  1e\n  ^~\n");
    text_free(&report);
    session_free(session);
}
END_TEST

START_TEST(without_utf8_everything_is_ascii)
{
    struct display plain = terminal;
    struct failure failure;
    struct session *session = new_session();
    plain.utf8 = false;
    plain.glyphs = GLYPHS_ascii;
    session_set_display(session, &plain);
    for (size_t i = 0; i < catalogue_count(); i++) {
        char line[64];
        snprintf(line, sizeof line, "function %s", catalogue_at(i)->name);
        run_well(session, line);
        struct text frame = draw(session);
        for (size_t k = 0; k < frame.length; k++)
            ck_assert_int_ge((signed char)text_string(&frame)[k], 0);
        text_free(&frame);
    }
    ck_assert_int_eq(run(session, "glyphs arrows", &failure), STATUS_USAGE);
    ck_assert_str_eq(failure.message,
                     "'arrows' needs a UTF-8 locale, as in LC_ALL=C.UTF-8");
    run_well(session, "glyphs");
    assert_shows(session, "6 6 6");
    session_free(session);
}
END_TEST

/* The step before is kept, with its kind, until auto has gone. */
START_TEST(auto_goes_back_to_the_step_before)
{
    struct session *session = new_session();
    run_well(session, "step 1e-5r");
    run_well(session, "step-auto");
    assert_shows(session, "central h=auto");
    run_well(session, "step-auto");
    assert_shows(session, "central h=1e-5r");
    run_well(session, "step auto");
    run_well(session, "step auto");
    run_well(session, "step-decade-larger");
    assert_shows(session, "central h=0.0001r");
    run_well(session, "scheme exact");
    run_well(session, "step-auto");
    ck_assert_ptr_nonnull(strstr(session_message(session), "no use for it"));
    session_free(session);
}
END_TEST

/* The panel goes round, and knows true errors where there are exact derivatives. */
START_TEST(the_panel_of_errors)
{
    struct session *session = new_session();
    run_well(session, "error-panel");
    assert_shows(session, " central: * estimate + true ");
    run_well(session, "scheme exact");
    assert_shows(session, " central: * estimate + true ");
    run_well(session, "scheme forward2");
    assert_shows(session, " forward2: ");
    run_well(session, "error-panel");
    assert_shows(session, " f b F B c 4 6 8 r ");
    run_well(session, "error-panel");
    struct text frame = draw(session);
    ck_assert_ptr_null(strstr(text_string(&frame), "o: best"));
    text_free(&frame);
    run_well(session, "error-panel one");
    run_well(session, "function 1/x");
    assert_shows(session, "no error is known here");
    session_free(session);
}
END_TEST

START_TEST(why_tells_how_the_step_was_chosen)
{
    struct session *session = new_session();
    run_well(session, "function sin(x)*y");
    run_well(session, "probe 1 2");
    run_well(session, "step auto");
    run_well(session, "why");
    ck_assert_ptr_nonnull(strstr(session_message(session), "x0 h="));
    ck_assert_ptr_nonnull(strstr(session_message(session), "noise of f "));
    ck_assert_ptr_nonnull(strstr(session_message(session), ", x1 h="));
    run_well(session, "function x^3*y");
    run_well(session, "scheme richardson");
    run_well(session, "step 0.1");
    run_well(session, "why");
    ck_assert_ptr_nonnull(strstr(session_message(session),
                                 "; levels of x0 6.02 6.005 6.00125 6.0003125"));
    run_well(session, "scheme exact");
    run_well(session, "why");
    ck_assert_str_eq(session_message(session), "exact derivatives have no h");
    session_free(session);
}
END_TEST

/* Held-down keys end at a message and leave a session that still works. */
START_TEST(five_thousand_of_anything_leave_a_working_session)
{
    static const char *const lines[] = {
        "left", "right", "up", "down", "pan-left", "pan-up", "zoom-in", "zoom-out",
        "step-smaller", "step-larger", "step-decade-smaller", "step-decade-larger",
        "scheme-next", "sign", "glyphs", "pan-right 1000000000", "left 1000000000",
    };
    enum { PRESSES = 5000, PRESSES_SLOW = 100 };
    int presses = getenv("TEST_UNDER_VALGRIND") == NULL ? PRESSES : PRESSES_SLOW;
    struct session *session = new_session();
    struct failure failure;
    for (int i = 0; i < presses; i++)
        run(session, lines[_i], &failure);
    struct text frame = draw(session);
    ck_assert_uint_gt(frame.length, 0);
    text_free(&frame);
    run_well(session, "home");
    run_well(session, "step 1e-4");
    run_well(session, "glyphs auto");
    run_well(session, "scheme central");
    run_well(session, "sign descent");
    assert_shows(session, "x0 0       x1 0       f 0 ");
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, commands_do_what_they_say, 0,
                        (int)(sizeof effects / sizeof effects[0]));
    tcase_add_loop_test(cases, what_is_wrong_is_refused_and_changes_nothing, 0,
                        (int)(sizeof refusals / sizeof refusals[0]));
    tcase_add_test(cases, a_variable_that_the_text_lacks_cannot_be_fixed);
    tcase_add_test(cases, the_displays_cells_count_unless_an_aspect_was_given);
    tcase_add_test(cases, home_is_the_window_last_asked_for);
    tcase_add_test(cases, a_zoom_that_stops_says_so);
    tcase_add_test(cases, the_status_row_tells_samples_apart);
    tcase_add_test(cases, opposite_commands_cancel);
    tcase_add_test(cases, every_catalogue_entry_can_be_shown);
    tcase_add_test(cases, a_size_comes_back_whole);
    tcase_add_test(cases, below_the_least_size_it_says_so);
    tcase_add_test(cases, screen_commands_ask_the_screen);
    tcase_add_test(cases, without_a_screen_only_quit_is_granted);
    tcase_add_test(cases, switches_are_turned_without_a_change_to_undo);
    tcase_add_test(cases, a_switch_says_what_it_does_where_it_does_it);
    tcase_add_test(cases, options_point_into_their_own_text);
    tcase_add_test(cases, without_utf8_everything_is_ascii);
    tcase_add_test(cases, auto_goes_back_to_the_step_before);
    tcase_add_test(cases, the_panel_of_errors);
    tcase_add_test(cases, why_tells_how_the_step_was_chosen);
    tcase_add_loop_test(cases, five_thousand_of_anything_leave_a_working_session, 0, 17);
}

SUITE_MAIN("session", add_cases)
