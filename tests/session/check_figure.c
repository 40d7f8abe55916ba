/* Tests of figures: they show what the session's colours show, whatever the terminal. */
#include "lines.h"

#include <stdio.h>
#include <string.h>

#include "session/figure.h"

static struct session *new_session(void)
{
    static const struct display terminal = { .depth = DEPTH_256, .utf8 = true,
                                             .background = BACKGROUND_unknown, .screen = true };
    return session_on(&terminal);
}

/* Write the figure of a session as it is; to be freed. */
static struct text figure_of(struct session *session)
{
    struct text svg = TEXT_EMPTY;
    struct failure failure;
    ck_assert_int_eq(session_figure(session, 9, 9, &svg, &failure), STATUS_OK);
    return svg;
}

static bool has(const struct text *text, const char *part)
{
    return strstr(text_string(text), part) != NULL;
}

/* Fail unless the figure has that. */
static void assert_figure(struct session *session, const char *part)
{
    struct text svg = figure_of(session);
    ck_assert_msg(has(&svg, part), "no %s", part);
    text_free(&svg);
}

static void assert_no_figure(struct session *session, const char *part)
{
    struct text svg = figure_of(session);
    ck_assert_msg(!has(&svg, part), "%s", part);
    text_free(&svg);
}

/* Each has numbers, and so colours, where it has them on the screen. */
START_TEST(every_quantity_is_shown)
{
    static const struct {
        const char *name;
        const char *symbol;
    } rows[] = {
        { "f", "f" }, { "grad0", "∂f/∂x0" }, { "grad1", "∂f/∂x1" }, { "angle", "angle" },
        { "divergence", "div(−∇f)" }, { "error", "error" }, { "true-error", "true error" },
        { "angle-error", "angle error" }, { "order", "order" }, { "best-h", "best h" },
        { "trust", "trusted digits" }, { "condition", "condition" },
        { "learning-rate", "lr edge" }, { "basin", "basin" }, { "check", "wrong by" },
    };
    struct session *session = new_session();
    run_well(session, "function himmelblau");
    run_well(session, "check 4*x*(x^2+y-11)+2*(x+y^2-7); 2*(x^2+y-11)+5*y*(x+y^2-7)");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char line[64];
        snprintf(line, sizeof line, "color-by %s", rows[i].name);
        run_well(session, line);
        snprintf(line, sizeof line, "; colours: %s", rows[i].name);
        assert_figure(session, line);
        snprintf(line, sizeof line, ">%s</text>", rows[i].symbol);
        assert_figure(session, line);
        assert_figure(session, "<path class=\"level-");
        run_well(session, "layer arrows,legend");
        assert_figure(session, "<path class=\"level-");
        run_well(session, "layer arrows,trust,legend");
    }
    session_free(session);
}
END_TEST

START_TEST(scales_are_those_asked_for)
{
    struct session *session = new_session();
    run_well(session, "color-by f");
    assert_figure(session, ">≥ 6</text>");
    run_well(session, "range 1:4");
    assert_figure(session, ">&lt; 1</text>");
    assert_figure(session, ">≥ 4</text>");
    run_well(session, "range auto");
    run_well(session, "scale log");
    assert_no_figure(session, ">≥ 6</text>");
    run_well(session, "color-by magnitude");
    assert_figure(session, ">≥ 5</text>");
    run_well(session, "scale linear");
    assert_no_figure(session, ">1.5 to 2</text>");
    session_free(session);
}
END_TEST

START_TEST(what_has_no_number_is_told)
{
    struct session *session = new_session();
    run_well(session, "function himmelblau");
    run_well(session, "color-by learning-rate");
    assert_figure(session, "<path class=\"none\"");
    assert_figure(session, ">no edge</text>");
    run_well(session, "color-by basin");
    assert_no_figure(session, "<path class=\"none\"");
    assert_figure(session, ">3 (3, 2)</text>");
    assert_no_figure(session, "id=\"critical\"");
    run_well(session, "scheme exact");
    run_well(session, "color-by best-h");
    assert_figure(session, ">unknown</text>");
    session_free(session);
}
END_TEST

START_TEST(basins_have_the_numbers_of_the_screen)
{
    struct session *session = new_session();
    run_well(session, "function himmelblau");
    run_well(session, "aspect fill");
    run_well(session, "window 0:5 -4:4");
    run_well(session, "color-by basin");
    assert_figure(session, ">1 (3, 2)</text>");
    run_well(session, "pan-left 28");
    assert_figure(session, ">3 (−2.81, 3.13)</text>");
    assert_figure(session, ">4 (−3.78, −3.28)</text>");
    run_well(session, "rescale");
    assert_figure(session, ">1 (−3.78, −3.28)</text>");
    session_free(session);
}
END_TEST

/* A page is a page. */
START_TEST(the_terminal_does_not_count)
{
    static const struct display plain = { .depth = DEPTH_PLAIN, .glyphs = GLYPHS_ascii };
    static const char *const lines[] = { "color-by basin", "race 0 0", "color-by angle" };
    struct session *session = new_session();
    run_well(session, "function himmelblau");
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        run_well(session, lines[i]);
        struct text before = figure_of(session);
        session_resize(session, 10, 40);
        run_well(session, i == 0 ? "background dark" : "background light");
        session_set_display(session, &plain);
        struct text after = figure_of(session);
        ck_assert_str_eq(text_string(&before), text_string(&after));
        text_free(&before);
        text_free(&after);
    }
    session_free(session);
}
END_TEST

START_TEST(a_race_has_its_table)
{
    struct session *session = new_session();
    run_well(session, "function himmelblau");
    run_well(session, "descend 0 0");
    assert_no_figure(session, "id=\"race\"");
    run_well(session, "race 0 0");
    assert_figure(session, "id=\"race\"");
    assert_figure(session, ">race from (0, 0): own lr, 100 steps at most</text>");
    assert_figure(session, "\u00a0converged</text>");
    assert_figure(session, ">distance: to the nearest minimum in sight</text>");
    assert_figure(session, "<text class=\"letter\"");
    /* The rows name the walks, the legend does not. */
    assert_no_figure(session, ">adam lr 0.1</text>");
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, every_quantity_is_shown);
    tcase_add_test(cases, scales_are_those_asked_for);
    tcase_add_test(cases, a_race_has_its_table);
    /* These draw what the first does. */
    if (suite_under_valgrind())
        return;
    tcase_add_test(cases, what_has_no_number_is_told);
    tcase_add_test(cases, basins_have_the_numbers_of_the_screen);
    tcase_add_test(cases, the_terminal_does_not_count);
}

SUITE_MAIN("session figure", add_cases)
