/* Sessions and the lines that they carry out, for tests of the session layer. */
#ifndef STEEPEST_TESTS_SESSION_LINES_H
#define STEEPEST_TESTS_SESSION_LINES_H

#include "../suite.h"

#include <string.h>

#include "session/session.h"

static inline struct session *session_on(const struct display *display)
{
    struct session *session;
    struct failure failure;
    ck_assert_int_eq(session_new(&session, &failure), STATUS_OK);
    session_set_display(session, display);
    return session;
}

/* One on a terminal of that size, with arrows and colours. */
static inline struct session *session_on_terminal(int rows, int columns)
{
    static const struct display terminal = { .depth = DEPTH_256,
                                             .utf8 = true,
                                             .glyphs = GLYPHS_arrows,
                                             .background = BACKGROUND_unknown,
                                             .screen = true };
    struct session *session = session_on(&terminal);
    session_resize(session, rows, columns);
    return session;
}

static inline enum status run(struct session *session, const char *line, struct failure *failure)
{
    struct source_text source = { .name = "command", .bytes = line, .length = strlen(line) };
    return session_run(session, &source, failure);
}

/* Carry out a line that must succeed. */
static inline void run_well(struct session *session, const char *line)
{
    struct failure failure = { .status = STATUS_OK };
    ck_assert_msg(run(session, line, &failure) == STATUS_OK, "%s: %s", line, failure.message);
}

/* Draw into a new canvas, which the caller frees. */
static inline struct canvas *draw_frame(struct session *session)
{
    struct failure failure;
    struct canvas *canvas = canvas_new(0, 0);
    ck_assert_ptr_nonnull(canvas);
    ck_assert_int_eq(session_draw(session, canvas, &failure), STATUS_OK);
    return canvas;
}

#endif
