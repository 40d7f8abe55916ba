/* Tests of what is said of a frame in words. */
#include "lines.h"

#include "base/text.h"

enum { ROWS = 24, COLUMNS = 80, MESSAGE_ROW = 22 };

static const struct display words_only = { .depth = DEPTH_PLAIN, .glyphs = GLYPHS_ascii };
static const struct display terminal = { .depth = DEPTH_256,
                                         .utf8 = true,
                                         .glyphs = GLYPHS_arrows,
                                         .screen = true };

/* A command line and the sentences that then describe the frame of 80x24, but for the first. */
static const struct {
    const char *line;
    const char *said;
} descriptions[] = {
    { "function himmelblau",
      "f is least, 0.539551, at x0=3.125, x1=1.875; a minimum seems to be near.\n"
      "Lower than around it f is also at x0=-3.75, x1=-3.125; x0=3.75, x1=-1.875; x0=-2.5, "
      "x1=3.125.\n"
      "The gradient's magnitude is 5.42 to 5550.\n"
      "Most arrows point towards the place where f is least.\n"
      "Marked among 629 places: none.\n"
      "At the probe, x0=0, x1=0, f is 170 and -grad f is (14, 22); verdict ok.\n" },
    { "function x^2+y^2",
      "f is least, 0, at x0=0, x1=0; a minimum seems to be near.\n"
      "The gradient's magnitude is 0 to 9.85.\n"
      "All arrows point towards the place where f is least.\n"
      "Marked among 629 places: 1 flat.\n"
      "At the probe, x0=0, x1=0, f is 0 and -grad f is (0, 0); verdict ok.\n" },
    { "function 1/x",
      "f is least, -4, at x0=-0.25, x1=0, and at 16 other places; f is undefined beside it, and may "
      "fall on there.\n"
      "The gradient's magnitude is 0.0494 to 16 at the 612 of 629 places that have one.\n"
      "All arrows point right.\n"
      "Marked among 629 places: 17 undefined.\n"
      "At the probe, x0=0, x1=0, f is undefined.\n" },
    { "function 3",
      "f is 3 at every place that is shown: no place is lower than another.\n"
      "The gradient's magnitude is 0.\n"
      "No place has an arrow.\n"
      "Marked among 629 places: 629 flat.\n"
      "At the probe, x0=0, x1=0, f is 3 and -grad f is (0, 0); verdict ok.\n" },
    { "function x+y",
      "f is least, -6.5, at x0=-4.5, x1=-2, the window's lower left corner; f seems to fall on "
      "outside.\n"
      "The gradient's magnitude is 1.41.\n"
      "All arrows point down and left.\n"
      "Marked among 629 places: none.\n"
      "At the probe, x0=0, x1=0, f is 0 and -grad f is (-1, -1); verdict ok.\n" },
    /* A direction that few arrows have can be that of all together. */
    { "function -x-0.3*y^2",
      "f is least, -5.7, at x0=4.5, x1=-2, the window's lower right corner, and at 1 other place; f "
      "seems to fall on outside.\n"
      "The gradient's magnitude is 1 to 1.56.\n"
      "On average the arrows point right.\n"
      "Marked among 629 places: none.\n"
      "At the probe, x0=0, x1=0, f is 0 and -grad f is (1, 0); verdict ok.\n" },
    { "function 0/0",
      "f is undefined at every place that is shown.\n"
      "No place has a gradient.\n"
      "No place has an arrow.\n"
      "Marked among 629 places: 629 undefined.\n"
      "At the probe, x0=0, x1=0, f is undefined.\n" },
    /* A pole between the samples is no minimum. */
    { "function -1/(x-0.01)^2",
      "f is least, -10000, at x0=0, x1=0, and at 16 other places; f falls so steeply there that it "
      "may be a pole.\n"
      "The gradient's magnitude is 0.0218 to 2e6.\n"
      "Most arrows point towards the place where f is least.\n"
      "Marked among 629 places: none.\n"
      "At the probe, x0=0, x1=0, f is -10000 and -grad f is (2.0004e6, 0); verdict ok.\n" },
    { "sign ascent",
      "f is least, -10000, at x0=0, x1=0, and at 16 other places; f falls so steeply there that it "
      "may be a pole.\n"
      "The gradient's magnitude is 0.0218 to 2e6.\n"
      "Most arrows point away from the place where f is least.\n"
      "Marked among 629 places: none.\n"
      "At the probe, x0=0, x1=0, f is -10000 and grad f is (-2.0004e6, 0); verdict ok.\n" },
    { "sign descent", NULL },
    { "layer contour", NULL },
    { "function 1e300*x",
      "f is least, -4.5e300, at x0=-4.5, x1=0, the window's left edge, and at 16 other places; f "
      "seems to fall on outside.\n"
      "The gradient's magnitude is 1e300.\n"
      "At the probe, x0=0, x1=0, f is 0 and -grad f is (-1e300, 0); verdict ok.\n" },
    { "layer critical,nullclines", NULL },
    { "function (x^2-1)^2+y^2",
      "f is least, 0, at x0=-1, x1=0, and at 1 other place; a minimum seems to be near.\n"
      "Lower than around it f is also at x0=1, x1=0.\n"
      "The gradient's magnitude is 0 to 347.\n"
      "The gradient is 0 at 2 minima, 1 saddle: 3 found, indices sum to 1, edge says 1.\n"
      "df/dx0 is 0 along a line that is shown, df/dx1 is 0 along a line that is shown.\n"
      "At the probe, x0=0, x1=0, f is 1 and -grad f is (0, 0); verdict ok.\n" },
    { "function x+3",
      "f is least, -1.5, at x0=-4.5, x1=0, the window's left edge, and at 16 other places; f seems "
      "to fall on outside.\n"
      "The gradient's magnitude is 1.\n"
      "No critical point is in sight: 0 found, indices sum to 0, edge says 0.\n"
      "df/dx0 changes its sign nowhere, df/dx1 is 0 everywhere.\n"
      "At the probe, x0=0, x1=0, f is 3 and -grad f is (-1, 0); verdict ok.\n" },
    { "layer arrows", NULL },
    { "function x^2+y^2", NULL },
    { "step 1e-17",
      "f is least, 0, at x0=0, x1=0; a minimum seems to be near.\n"
      "The gradient's magnitude is 0 at the 1 of 629 places that have one.\n"
      "No place has an arrow.\n"
      "Marked among 629 places: 1 flat, 628 where f(x+h) = f(x); which arrows may be wrong is not "
      "shown.\n"
      "At the probe, x0=0, x1=0, f is 0 and -grad f is (0, 0); verdict ok.\n" },
};

/* What is said, in a new text. */
static struct text describe(struct session *session)
{
    struct text text = TEXT_EMPTY;
    struct failure failure;
    ck_assert_int_eq(session_describe(session, &text, &failure), STATUS_OK);
    return text;
}

START_TEST(the_words_are_as_they_were)
{
    struct session *session = session_on(&words_only);
    session_resize(session, ROWS, COLUMNS);
    run_well(session, "window -2:2 -2:2");
    for (size_t i = 0; i < sizeof descriptions / sizeof descriptions[0]; i++) {
        run_well(session, descriptions[i].line);
        if (i > 0 && strncmp(descriptions[i].line, "function", 8) == 0)
            run_well(session, "window -2:2 -2:2");
        if (descriptions[i].said == NULL)
            continue;
        struct text text = describe(session);
        const char *second = strchr(text_string(&text), '\n');
        ck_assert_ptr_nonnull(second);
        ck_assert_str_eq(second + 1, descriptions[i].said);
        text_free(&text);
    }
    session_free(session);
}
END_TEST

START_TEST(walks_are_told_with_their_ends)
{
    struct session *session = session_on(&words_only);
    run_well(session, "function x^2+y^2");
    run_well(session, "lr 0.5");
    run_well(session, "descend 1 -0.5");
    run_well(session, "lr 1e9");
    run_well(session, "descend 1 0");
    struct text text = describe(session);
    const char *walk = strstr(text_string(&text), "A walk from x0=1, x1=-0.5 to x0=");
    ck_assert_ptr_nonnull(walk);
    walk = strchr(walk, ':');
    ck_assert_ptr_nonnull(walk);
    ck_assert_int_eq(strncmp(walk, ": plain lr 0.5: converged at step ", 34), 0);
    ck_assert_ptr_nonnull(strstr(walk, "A walk from x0=1, x1=0 to x0=-"));
    ck_assert_ptr_nonnull(strstr(walk, ": plain lr 1e9: diverged at step 1: "));
    ck_assert_ptr_nonnull(strstr(walk, ".\nAt the probe, "));
    text_free(&text);
    session_free(session);
}
END_TEST

START_TEST(the_first_sentence_names_function_window_and_scheme)
{
    struct session *session = session_on(&words_only);
    run_well(session, "function x^2+y^2");
    run_well(session, "window 1000:1000.0001 0:0.00001");
    struct text text = describe(session);
    static const char beginning[] = "The function x^2+y^2; window x0 from 1000 to 1000.0001 and x1 "
                                    "from -1.722e-5 to 2.722e-5";
    ck_assert_int_eq(strncmp(text_string(&text), beginning, sizeof beginning - 1), 0);
    ck_assert_ptr_nonnull(strstr(text_string(&text), "; derivatives central h=0.0001.\n"));
    text_free(&text);
    session_resize(session, 3, 3);
    text = describe(session);
    ck_assert_str_eq(text_string(&text),
                     "There is no room for a picture: it needs 24 columns and 8 rows.\n");
    text_free(&text);
    session_free(session);
}
END_TEST

START_TEST(an_answer_on_screen_is_not_cut)
{
    struct session *session = session_on(&terminal);
    run_well(session, "function x+y");
    run_well(session, "describe");
    struct canvas *canvas = draw_frame(session);
    /* Its last word ends the message's row, and its first begins a row above. */
    bool begun = false;
    for (int row = 0; row < MESSAGE_ROW; row++)
        begun = begun || (canvas_cell(canvas, row, 0).character == 'T' &&
                          canvas_cell(canvas, row, 1).character == 'h');
    ck_assert(begun);
    int end = COLUMNS - 1;
    while (end > 2 && canvas_cell(canvas, MESSAGE_ROW, end).character == ' ')
        end--;
    ck_assert_int_eq((int)canvas_cell(canvas, MESSAGE_ROW, end - 1).character, 'k');
    ck_assert_int_eq((int)canvas_cell(canvas, MESSAGE_ROW, end).character, '.');
    /* The cursor stays on the probe, for who reads the screen from there. */
    const struct layout *layout = session_layout(session);
    ck_assert(canvas_cursor(canvas).visible);
    ck_assert_int_eq(canvas_cursor(canvas).row, layout->field_row + layout->samples_up / 2);
    ck_assert_int_eq(canvas_cursor(canvas).column,
                     layout->gutter + layout->samples_across / 2 * layout->spacing);
    canvas_free(canvas);
    ck_assert_str_eq(session_told(session), "");
    session_free(session);
}
END_TEST

/* Of a line only places are listed: how many lines they are on is not known. */
START_TEST(a_line_of_critical_points_is_no_number_of_lines)
{
    struct session *session = session_on(&words_only);
    session_resize(session, ROWS, COLUMNS);
    run_well(session, "layer critical");
    run_well(session, "function x^2");
    struct text text = describe(session);
    ck_assert_ptr_nonnull(strstr(text_string(&text), " places on one or more degenerate lines: "));
    text_free(&text);
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, the_words_are_as_they_were);
    tcase_add_test(cases, walks_are_told_with_their_ends);
    tcase_add_test(cases, the_first_sentence_names_function_window_and_scheme);
    tcase_add_test(cases, an_answer_on_screen_is_not_cut);
    tcase_add_test(cases, a_line_of_critical_points_is_no_number_of_lines);
}

SUITE_MAIN("session describe", add_cases)
