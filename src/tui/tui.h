/* The screen: what a person explores with. */
#ifndef STEEPEST_TUI_TUI_H
#define STEEPEST_TUI_TUI_H

#include <stdbool.h>

#include "base/failure.h"
#include "session/session.h"

/* How tui_run ended when it did not fail. */
enum tui_end {
    TUI_QUIT,      /* a command or ^C asked for the end */
    TUI_NO_SCREEN, /* the terminal cannot place its cursor: show one frame instead */
    TUI_HUNG_UP    /* the terminal is gone */
};

/*
 * Colours and attributes of the terminal type in TERM, for frames that are printed: fills depth,
 * has_dim of `display`, leaves the rest. Without a known type: no colours, no dim. Writes nothing.
 */
void tui_describe_terminal(struct display *display);

/*
 * Explore: take over the terminal, show frames and obey keys until the end, and give the terminal
 * back as it was, also on a signal. `input` and `output` are descriptors of terminals and stay
 * open. Tells the session the display: `display` with depth and has_dim from terminfo (unless
 * `colorless`: then without colours). STATUS_OK with *end filled; STATUS_FAILED or STATUS_IO. A
 * note about an unknown TERM is put into `warning` (TUI_WARNING_SIZE bytes, "" when there is none)
 * for the caller to print when the screen is gone or was never there.
 */
enum { TUI_WARNING_SIZE = 160 };
enum status tui_run(struct session *session, const struct display *display, bool colorless,
                    int input, int output, enum tui_end *end, char warning[TUI_WARNING_SIZE],
                    struct failure *failure);

#endif
