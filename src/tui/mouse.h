/* What a mouse did, as a terminal tells it. */
#ifndef STEEPEST_TUI_MOUSE_H
#define STEEPEST_TUI_MOUSE_H

#include <stddef.h>

enum mouse_action {
    MOUSE_NOTHING, /* that means anything here, another button or with Shift for example */
    MOUSE_PRESSED, /* the first button */
    MOUSE_DRAGGED, /* with the first button down */
    MOUSE_RELEASED,
    MOUSE_WHEEL_UP,
    MOUSE_WHEEL_DOWN
};

struct mouse_event {
    enum mouse_action action;
    int row; /* of the screen's cell, from 0; it may lie outside of the screen */
    int column;
};

/*
 * Read what follows on `ESC [ <`: a report of xterm's mode 1006 with its final byte. What is none
 * is MOUSE_NOTHING, and so is what was done with Shift, Meta or Control down: that belongs to the
 * terminal.
 */
struct mouse_event mouse_read(const char *bytes, size_t length);

#endif
