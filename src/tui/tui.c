/* The screen: what a person explores with. */
#include "tui/tui.h"

#include <stdlib.h>

#include "tui/loop.h"
#include "tui/signals.h"
#include "tui/terminal.h"

void tui_describe_terminal(struct display *display)
{
    struct terminal_type type = terminal_type_find(getenv("TERM"));
    display->depth = type.depth;
    display->has_dim = type.has_dim;
}

/* Take the terminal, run the loop, give it back. */
static enum status explore(struct session *session, const struct terminal_type *type,
                           bool colorless, int input, int output, enum tui_end *end,
                           struct failure *failure)
{
    struct terminal *terminal;
    enum status status = signals_catch(input, output, failure);
    if (status != STATUS_OK)
        return status;
    status = terminal_open(&terminal, type, input, output, colorless, failure);
    if (status == STATUS_OK) {
        status = loop_run(session, terminal, input, output, end, failure);
        terminal_close(terminal);
    }
    signals_stop_catching();
    return status;
}

enum status tui_run(struct session *session, const struct display *display, bool colorless,
                    int input, int output, enum tui_end *end, char warning[TUI_WARNING_SIZE],
                    struct failure *failure)
{
    struct terminal_type type = terminal_type_choose(getenv("TERM"), warning);
    *end = TUI_NO_SCREEN;
    if (type.ability != TERMINAL_SCREEN)
        return STATUS_OK;
    struct display shown = *display;
    shown.depth = colorless ? DEPTH_NONE : type.depth;
    shown.has_dim = type.has_dim;
    shown.has_mouse = type.has_mouse;
    shown.screen = true;
    session_set_display(session, &shown);
    return explore(session, &type, colorless, input, output, end, failure);
}
