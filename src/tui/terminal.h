/* The terminal as a whole: taken, given back, measured. */
#ifndef STEEPEST_TUI_TERMINAL_H
#define STEEPEST_TUI_TERMINAL_H

#include <stdbool.h>

#include "base/failure.h"
#include "tui/terminal_type.h"

/* A terminal that is taken; one at a time. */
struct terminal;

struct terminal_size {
    int rows;
    int columns;
    double cell_aspect; /* width of a cell over its height: see cell_aspect_of */
};

/*
 * Take the terminal: keys come one by one and unseen, ^C as a key, and the screen is the program's.
 * Signals must be caught (signals_catch). A process in the background stops until it is brought to
 * the foreground. The descriptors stay the caller's. `type` must be of ability TERMINAL_SCREEN.
 * STATUS_OK, or STATUS_FAILED with the terminal as it was. End with terminal_close.
 */
enum status terminal_open(struct terminal **terminal, const struct terminal_type *type,
                          int input, int output, bool colorless, struct failure *failure);

/* Give the terminal back for good and free it; NULL does nothing. */
void terminal_close(struct terminal *terminal);

/* Give the terminal back for a while: modes, screen and cursor as they were. */
void terminal_release(struct terminal *terminal);

/*
 * Take it again, after terminal_release or after somebody changed its modes. As with terminal_open,
 * a process in the background stops first.
 */
void terminal_retake(struct terminal *terminal);

/* What a terminal can be asked for beyond showing cells and sending keys. */
enum terminal_mode {
    TERMINAL_MOUSE, /* to tell what a mouse does */
    TERMINAL_PASTE, /* to mark where a paste begins and ends */
    TERMINAL_MODES
};

/*
 * Ask the terminal for it, or to stop; where it is so already, or the type may not understand,
 * nothing is sent. Every way of giving the terminal back stops it, a deadly signal too, and so does
 * terminal_show_line: ask again with the next frame.
 */
void terminal_set_mode(struct terminal *terminal, enum terminal_mode mode, bool on);

/*
 * Leave the screen, with the modes as they are, and write a line as it is on what was there before,
 * and below it how to come back; the next frame takes the screen again.
 */
void terminal_show_line(struct terminal *terminal, const char *line);

/* Before the next frame: what was said below the line goes, so that no prompt stands in it. */
void terminal_hide_line(struct terminal *terminal);

/* Its size now, each at least 1. */
struct terminal_size terminal_size(const struct terminal *terminal);

/* Let curses work with that size, or with one column more where there is but one. */
void terminal_fit(struct terminal *terminal, struct terminal_size size);

#endif
