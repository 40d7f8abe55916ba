/* A session on a screen, and what its frames show, for tests. */
#ifndef STEEPEST_TESTS_SESSION_FRAMES_H
#define STEEPEST_TESTS_SESSION_FRAMES_H

#include "lines.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "session/session.h"

static const struct display terminal = { .depth = DEPTH_256,
                                         .utf8 = true,
                                         .glyphs = GLYPHS_arrows,
                                         .background = BACKGROUND_unknown,
                                         .screen = true };

static inline struct session *new_session(void)
{
    return session_on(&terminal);
}

/* The frame as lines of text, each ended by a newline; the caller frees it. */
static inline struct text draw(struct session *session)
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

static inline void assert_shows(struct session *session, const char *what)
{
    struct text frame = draw(session);
    ck_assert_msg(strstr(text_string(&frame), what) != NULL, "no '%s' in\n%s", what,
                  text_string(&frame));
    text_free(&frame);
}

static inline void assert_hides(struct session *session, const char *what)
{
    struct text frame = draw(session);
    ck_assert_msg(strstr(text_string(&frame), what) == NULL, "'%s' in\n%s", what,
                  text_string(&frame));
    text_free(&frame);
}

#endif
