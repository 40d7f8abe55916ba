/* Tests of the commands through what they do to the frame. */
#include "frames.h"

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
    { "why", "h=0.0001: error 1.7e-20, mostly roundoff; best h=" },
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
    { "q", "unknown command 'q', as a key it is the command 'quit'" },
    { "d", "unknown command 'd', as a key it is the command 'descend'" },
    { "tb 2", "unknown command 'tb', as a key it is the command 'toggle-background'" },
    { "redo-", "unknown command 'redo-', did you mean 'redo'?" },
    { "wr", "unknown command 'wr', did you mean 'write'?" },
    { "toggle", "unknown command 'toggle', ? lists them" }, /* the beginning of several */
    { "bind zz frobnicate", "unknown command 'frobnicate', ? lists them" },
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
    { "step abc", "unknown name 'abc', choose a number or auto" },
    { "step foo+c", "unknown name 'foo', give it by --set=foo=VALUE or :set foo=VALUE" },
    { "step x", "a number is wanted here, not a variable" },
    { "step sin", "'sin' is a function, write 'sin(x)'" },
    { "lr aut", "unknown name 'aut', choose a number, auto or edge" },
    { "cell-aspect wide", "unknown name 'wide', choose auto or a number" },
    { "left foo", "unknown name 'foo', give it by --set=foo=VALUE or :set foo=VALUE" },
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
    { "function Rosenbrok",
      "unknown function 'Rosenbrok', did you mean 'rosenbrock' of the catalogue?" },
    { "function peaks",
      "unknown function 'peaks', the command catalogue shows those that have a name" },
    { "function beta", "unknown name 'beta', give it by --set=beta=VALUE or :set beta=VALUE" },
    { "function peaks*x", "unknown name 'peaks', give it by --set=peaks=VALUE" },
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
    { "at x2", "xK=VALUE is wanted here, as in x2=3" },
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

/* Held-down keys end at a message and leave a session that still works. */
START_TEST(five_thousand_of_anything_leave_a_working_session)
{
    static const char *const lines[] = {
        "left", "right", "up", "down", "pan-left", "pan-up", "zoom-in", "zoom-out",
        "step-smaller", "step-larger", "step-decade-smaller", "step-decade-larger",
        "scheme-next", "sign", "glyphs", "pan-right 1000000000", "left 1000000000",
    };
    enum { PRESSES = 5000, PRESSES_LEAST = 50 };
    int presses = cases_in_time(PRESSES);
    presses = presses > PRESSES_LEAST ? presses : PRESSES_LEAST;
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
    tcase_add_loop_test(cases, five_thousand_of_anything_leave_a_working_session, 0, 17);
}

SUITE_MAIN("session", add_cases)
