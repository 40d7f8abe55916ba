/* What terminfo knows of a terminal type. */
#ifndef STEEPEST_TUI_TERMINAL_TYPE_H
#define STEEPEST_TUI_TERMINAL_TYPE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "tui/keys.h"
#include "tui/tui.h"
#include "view/palette.h"

/* What can be shown on a terminal of a type. */
enum terminal_ability {
    TERMINAL_UNKNOWN, /* terminfo has no such type */
    TERMINAL_PAPER,   /* its cursor cannot be placed */
    TERMINAL_SCREEN
};

struct terminal_type {
    const char *name; /* not owned; NULL when it is unset and unknown */
    enum terminal_ability ability;
    enum color_depth depth;
    bool has_dim;
    bool has_mouse; /* it tells what a mouse does when it is asked to, or passes that on */
    bool has_paste; /* it marks pastes when it is asked to, or passes over being asked */
};

/* Look up a type; NULL and "" are unknown ones. */
struct terminal_type terminal_type_find(const char *name);

/*
 * The type `wanted`, the value of TERM or NULL, or when it is unknown the first known of xterm and
 * vt100. `warning` then says so, else it is "".
 */
struct terminal_type terminal_type_choose(const char *wanted, char warning[TUI_WARNING_SIZE]);

/*
 * Make a known type the one that the two functions below tell of, and unload it again. Not while
 * curses runs: it has loaded its own type, and loading another confuses it about the screen's size.
 */
bool terminal_type_load(const struct terminal_type *type);
void terminal_type_unload(void);

/*
 * Append the bytes that put a terminal of the loaded type right, whatever it was doing: scrolling
 * region of `rows` rows, wrapping, attributes, colours, cursor and screen. Without padding.
 */
void terminal_type_append_reset(int rows, struct text *text);

/* Tell the reader the keys of the loaded type. */
void terminal_type_teach_keys(struct key_reader *reader);

#endif
