/* The state of an exploration and the commands that change it. */
#ifndef STEEPEST_SESSION_SESSION_H
#define STEEPEST_SESSION_SESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "base/interruption.h"
#include "grad/descent.h"
#include "out/table.h"
#include "session/keymap.h"
#include "session/switches.h"
#include "source/formula.h"
#include "view/canvas.h"
#include "view/field.h"
#include "view/glyph.h"
#include "view/layout.h"
#include "view/palette.h"
#include "view/viewport.h"

/* Everything that commands change. Not for two threads at once. */
struct session;

/* What the place where frames are shown can do; set once, before the first frame. */
struct display {
    enum color_depth depth;
    bool has_dim;
    bool utf8;                  /* false: nothing beyond ASCII */
    enum glyph_set glyphs;      /* what `glyphs auto` stands for */
    enum background background; /* what `background auto` stands for; not BACKGROUND_auto */
    bool has_mouse;             /* it tells what a mouse does */
    bool screen;                /* whether something can be asked of a screen: enum request */
};

/* What a command asks of the screen, for tui to carry out. */
enum request {
    REQUEST_NONE,
    REQUEST_QUIT,
    REQUEST_REDRAW,
    REQUEST_HELP, /* about session_helped */
    REQUEST_KEYS, /* all that keys stand for */
    REQUEST_PROMPT,
    REQUEST_REPEAT, /* the line typed last */
    REQUEST_EDIT, /* of the function: session/trial.h */
    REQUEST_CATALOGUE, /* to choose a function: session/listing.h, session/preview.h */
    REQUEST_CRITICAL, /* to choose one of the points found: session/critical_rows.h */
    REQUEST_ANIMATE, /* a parameter: session/animation.h */
    REQUEST_TOUR, /* session/tour.h */
    REQUEST_REVEAL, /* the newest walk step by step: session/reveal.h */
    REQUEST_LINE /* show session_line, to be copied, on a line of its own */
};

/*
 * A session that explores the seed's function on its window, drawn for an ASCII display of
 * characters alone, at 80x24. STATUS_OK, or STATUS_FAILED when memory is short. Free with
 * session_free.
 */
enum status session_new(struct session **session, struct failure *failure);

/* Free what session_new made, or NULL. */
void session_free(struct session *session);

/*
 * Write the session's function as a table over its window to `path`, without a word to anybody.
 * Errors as output_open and output_close, and STATUS_FAILED when memory is short.
 */
typedef enum status table_writer(const struct session *session, enum table_format format,
                                 const char *path, struct failure *failure);

/* Tell who writes tables for the command `write`; until then there are none. */
void session_set_table_writer(struct session *session, table_writer *writer);

/*
 * Tell who is asked whether to stop while frames and answers are computed; until then they are
 * computed at once. A frame ends early at a pause or stop, and the next goes on from there.
 */
void session_set_asker(struct session *session, interruption_asker *asker, void *context);

/*
 * What a table_writer that computes in the calling thread lets its work be counted by; NULL where
 * nobody is asked. What is stopped is not written: STATUS_FAILED.
 */
struct interruption *session_interruption(const struct session *session);

/* Whether the last session_draw ended early, so that its frame shows what was done until then. */
bool session_is_unfinished(const struct session *session);

/* About how much of the frame is computed, 0 to 1. */
double session_progress(const struct session *session);

/* Tell what the display can do. */
void session_set_display(struct session *session, const struct display *display);

/*
 * Carry out a command line: a command's name and its arguments. Blank lines and those that begin
 * with `#` do nothing. On failure nothing has changed, but that marks and bindings of a file that
 * `source` gave up stay, and `failure` points into the line; an unknown command proposes the
 * nearest. On success a message for people may be waiting: session_message. Without a screen,
 * commands of kind SCREEN fail or tell what they would show, but `quit` is granted.
 */
enum status session_run(struct session *session, const struct source_text *line,
                        struct failure *failure);

/*
 * As session_run, with the name known and the arguments in a text of their own, so that failures
 * point into it: for command line options.
 */
enum status session_run_command(struct session *session, const char *name,
                                const struct source_text *arguments, struct failure *failure);

/*
 * Fit the session to a screen of that size (0 or more; cut to what a canvas can be). When there is
 * room, the window is fitted to it; below the least size it is kept for later.
 */
void session_resize(struct session *session, int rows, int columns);

/*
 * Tell the width of the display's cells over their height, which `cell-aspect auto` stands for:
 * CELL_ASPECT_USUAL (view/cell_aspect.h) until it is told.
 */
void session_set_cell_aspect(struct session *session, double ratio);

/*
 * Draw the frame, title to hint, into the canvas, which is given the session's size. Computes
 * what commands have changed. STATUS_OK, or STATUS_FAILED when memory is short.
 */
enum status session_draw(struct session *session, struct canvas *canvas, struct failure *failure);

/*
 * Append to the text what the frame shows in words, a sentence a line: view/description.h. Computes
 * what commands have changed. STATUS_OK, or STATUS_FAILED when memory is short.
 */
enum status session_describe(struct session *session, struct text *text, struct failure *failure);

/* Show the lines of a first start over the field of a screen, or no longer: session/greeting.h. */
void session_greet(struct session *session, bool shown);

/* What keys stand for; changed by commands. */
const struct keymap *session_keymap(const struct session *session);

/* Whether a way of working is on; all are off at first. */
bool session_switch_is_on(const struct session *session, enum session_switch which);

/* The layout that session_draw uses, and where its samples lie; valid until the next command. */
const struct layout *session_layout(const struct session *session);
const struct viewport *session_viewport(const struct session *session);

/*
 * Begin and end a gesture, of which all changes are one to undo. What is undone or done again in
 * between stays apart: the next change is another.
 */
void session_begin_gesture(struct session *session);
void session_end_gesture(struct session *session);

/* Let what was done so far be no change that can be undone. */
void session_forget_changes(struct session *session);

/* What the last commands asked of the screen; forgotten by asking. */
enum request session_take_request(struct session *session);

/* The message row's text, UTF-8 and inert; "" when there is none. */
const char *session_message(const struct session *session);

/*
 * The lines, each with its newline, that commands had to tell while there was no screen; "" when
 * there was nothing. Valid until the next command.
 */
const char *session_told(const struct session *session);

/* The command that REQUEST_HELP is about, or NULL for all of them. */
const struct command *session_helped(const struct session *session);

/* The line that REQUEST_LINE is about. Valid until the next command. */
const char *session_line(const struct session *session);

/* Show a message, made inert; "" shows none. One of more than some thousand bytes is cut. */
void session_set_message(struct session *session, const char *message);

/* The same, in as many rows as it takes: for what goes on after the row's end. */
void session_set_whole_message(struct session *session, const char *message);

/* What the numbers are computed from, for tables and filters. Pointers stay the session's and are
 * valid until the next command. */
const struct formula *session_formula(const struct session *session);
const struct difference *session_difference(const struct session *session);
struct descent_wish session_descent(const struct session *session); /* how walks to come go */
const struct window *session_window(const struct session *session); /* as asked for */
const struct plane *session_plane(const struct session *session);
const struct parameters *session_parameters(const struct session *session);
const double *session_probe(const struct session *session); /* the place of the probe, AXES numbers */
size_t session_variables(const struct session *session); /* of the function on the plane */

/* What is written how: resolved from settings and display. */
struct color_mode session_color(const struct session *session);
bool session_is_utf8(const struct session *session);

#endif
