/* A session with what keys go through, without a terminal, for tests. */
#ifndef STEEPEST_TESTS_TUI_FIXTURE_H
#define STEEPEST_TESTS_TUI_FIXTURE_H

#include "../suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rows.h"
#include "session/session.h"
#include "tui/control.h"

enum { ROWS = 24, COLUMNS = 80 };

/* A session on a screen, what keys go through, and a canvas. */
struct fixture {
    struct session *session;
    struct control *control;
    struct canvas *canvas;
};

static inline struct fixture fixture_new(void)
{
    struct fixture fixture;
    struct failure failure;
    struct display display = { .depth = DEPTH_256,
                               .utf8 = true,
                               .glyphs = GLYPHS_arrows,
                               .background = BACKGROUND_unknown,
                               .has_mouse = true,
                               .screen = true };
    ck_assert_int_eq(session_new(&fixture.session, &failure), STATUS_OK);
    session_set_display(fixture.session, &display);
    fixture.control = malloc(sizeof *fixture.control);
    ck_assert_ptr_nonnull(fixture.control);
    control_start(fixture.control, fixture.session);
    control_resize(fixture.control, ROWS, COLUMNS);
    fixture.canvas = canvas_new(0, 0);
    ck_assert_ptr_nonnull(fixture.canvas);
    return fixture;
}

static inline void fixture_free(struct fixture fixture)
{
    canvas_free(fixture.canvas);
    control_end(fixture.control);
    free(fixture.control);
    session_free(fixture.session);
}

/* Press one key for each word of `keys`. */
static inline void press(const struct fixture *fixture, const char *keys)
{
    char copy[256];
    snprintf(copy, sizeof copy, "%s", keys);
    for (char *key = strtok(copy, " "); key != NULL; key = strtok(NULL, " "))
        control_key(fixture->control, key);
}

static inline void run(const struct fixture *fixture, const char *line)
{
    struct source_text text = { "test", line, strlen(line) };
    struct failure failure;
    ck_assert_msg(session_run(fixture->session, &text, &failure) == STATUS_OK, "%s: %s", line,
                  failure.message);
}

static inline void draw(const struct fixture *fixture)
{
    struct failure failure;
    ck_assert_int_eq(control_draw(fixture->control, fixture->canvas, &failure), STATUS_OK);
}

/* Two fixtures show the same cells above the message row. */
static inline void assert_same_field(const struct fixture *a, const struct fixture *b)
{
    char a_text[ROW_SIZE];
    char b_text[ROW_SIZE];
    draw(a);
    draw(b);
    for (int row = 0; row < session_layout(a->session)->message_row; row++)
        ck_assert_str_eq(row_text(a->canvas, row, a_text), row_text(b->canvas, row, b_text));
}

/* Fail unless a row of what is drawn now begins with these words. */
static inline void assert_row(const struct fixture *fixture, int row, const char *words)
{
    char text[ROW_SIZE];
    draw(fixture);
    row_text(fixture->canvas, row, text);
    ck_assert_msg(strncmp(text, words, strlen(words)) == 0, "'%s', not '%s'", text, words);
}

#endif
