/* A session on a screen with walks, and what its frames show of them, for tests. */
#ifndef STEEPEST_TESTS_SESSION_WALKING_H
#define STEEPEST_TESTS_SESSION_WALKING_H

#include "lines.h"

#include <stdio.h>
#include <string.h>

#include "session/walks.h"

enum { ROWS = 24, COLUMNS = 80, FIELD_ROW = 1, FIELD_ROWS = 17, GUTTER = 7, MESSAGE_ROW = 22 };

static inline struct session *new_session(void)
{
    return session_on_terminal(ROWS, COLUMNS);
}

/* How often a character stands in the field. */
static inline int count_marks(struct session *session, uint32_t mark)
{
    struct canvas *canvas = draw_frame(session);
    int count = 0;
    for (int row = FIELD_ROW; row < FIELD_ROW + FIELD_ROWS; row++)
        for (int column = GUTTER; column < COLUMNS; column++)
            count += canvas_cell(canvas, row, column).character == mark;
    canvas_free(canvas);
    return count;
}

/* What stands at the place that the probe is put to. */
static inline uint32_t mark_at(struct session *session, const char *place)
{
    char line[64];
    snprintf(line, sizeof line, "probe %s", place);
    run_well(session, line);
    struct canvas *canvas = draw_frame(session);
    struct canvas_cursor cursor = canvas_cursor(canvas);
    uint32_t mark = canvas_cell(canvas, cursor.row, cursor.column).character;
    canvas_free(canvas);
    return mark;
}

/* Fail unless the message row of a frame begins so when there is no message. */
static inline void assert_row(struct session *session, const char *expected)
{
    session_set_message(session, "");
    struct canvas *canvas = draw_frame(session);
    for (int column = 0; expected[column] != '\0'; column++)
        ck_assert_msg(canvas_cell(canvas, MESSAGE_ROW, column).character ==
                          (uint32_t)expected[column],
                      "column %d of '%s'", column, expected);
    canvas_free(canvas);
}

static inline void assert_says(struct session *session, const char *line, const char *message)
{
    run_well(session, line);
    ck_assert_msg(strstr(session_message(session), message) == session_message(session),
                  "%s says '%s', not '%s'", line, session_message(session), message);
}

static inline void assert_fails(struct session *session, const char *line, const char *message)
{
    struct failure failure = { .message = "" };
    ck_assert_msg(run(session, line, &failure) == STATUS_USAGE, "%s succeeds", line);
    ck_assert_str_eq(failure.message, message);
}

/* Fail unless both show the same, down to what stands above the message. */
static inline void assert_same(struct session *one, struct session *other)
{
    /* A long answer stands over the status. */
    session_set_message(one, "");
    session_set_message(other, "");
    struct canvas *canvases[2] = { draw_frame(one), draw_frame(other) };
    for (int cell = 0; cell < MESSAGE_ROW * COLUMNS; cell++) {
        struct cell a = canvas_cell(canvases[0], cell / COLUMNS, cell % COLUMNS);
        struct cell b = canvas_cell(canvases[1], cell / COLUMNS, cell % COLUMNS);
        ck_assert_msg(a.character == b.character && a.pen.foreground == b.pen.foreground,
                      "row %d, column %d", cell / COLUMNS, cell % COLUMNS);
    }
    canvas_free(canvases[0]);
    canvas_free(canvases[1]);
}

#endif
