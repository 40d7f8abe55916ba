/* The terminal as a whole: taken, given back, measured. */
#include "tui/terminal.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "tui/signals.h"
#include "view/cell_aspect.h"

enum { CURSES_COLUMNS_LEAST = 2 }; /* of one cell, curses would read before a row */

/* The private modes of xterm that are asked for. */
static const struct {
    const char *on;
    const char *off;
} private_modes[TERMINAL_MODES] = {
    [TERMINAL_MOUSE] = { "\033[?1002h\033[?1006h", "\033[?1006l\033[?1002l" },
    [TERMINAL_PASTE] = { "\033[?2004h", "\033[?2004l" },
};

struct terminal {
    struct terminal_type type;
    int rows;                      /* of the reset */
    bool modes_on[TERMINAL_MODES]; /* what it was asked for */
    int output; /* the caller's */
    FILE *in;
    FILE *out;
    SCREEN *screen;
    bool keeps_screen; /* the type has no other screen that goes away at the end */
};

/* A stream of our own on somebody's descriptor, or NULL. */
static FILE *open_stream(int descriptor, const char *mode)
{
    int copy = dup(descriptor);
    if (copy < 0)
        return NULL;
    FILE *stream = fdopen(copy, mode);
    if (stream == NULL)
        close(copy);
    return stream;
}

/* The size that the kernel knows, 0 where it knows none. */
static struct window_size kernel_size(int descriptor)
{
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0)
        return (struct window_size){ 0, 0, 0, 0 };
    return (struct window_size){ size.ws_row, size.ws_col, size.ws_ypixel, size.ws_xpixel };
}

/* Tell the signal handlers how to put the terminal, whose type is loaded, right. */
static void prepare_reset(const struct terminal *terminal)
{
    struct text reset = TEXT_EMPTY;
    for (int mode = 0; mode < TERMINAL_MODES; mode++)
        if (terminal->modes_on[mode])
            text_append(&reset, private_modes[mode].off);
    terminal_type_append_reset(terminal->rows > 0 ? terminal->rows : 1, &reset);
    signals_set_reset(text_string(&reset), reset.length);
    text_free(&reset);
}

/*
 * ^C is to arrive as a key, to cancel what is being typed; ^Z and ^\ stay signals. curses has to
 * know, or it would undo this whenever it sets its modes.
 */
static void disable_interrupt(int descriptor)
{
    struct termios modes;
    if (tcgetattr(descriptor, &modes) != 0)
        return;
    modes.c_cc[VINTR] = (cc_t)fpathconf(descriptor, _PC_VDISABLE);
    tcsetattr(descriptor, TCSANOW, &modes);
    def_prog_mode();
}

static void set_modes(const struct terminal *terminal, bool colorless)
{
    cbreak();
    noecho();
    nonl();
    intrflush(stdscr, FALSE);
    leaveok(stdscr, FALSE);
    idlok(stdscr, TRUE);
    /* A frame is either drawn whole or not at all. */
    typeahead(-1);
    if (!colorless && has_colors() && start_color() == OK)
        use_default_colors();
    disable_interrupt(terminal->output);
}

static bool start_curses(struct terminal *terminal, bool colorless)
{
    use_env(TRUE);
    use_tioctl(TRUE);
    terminal->screen = newterm(terminal->type.name, terminal->out, terminal->in);
    if (terminal->screen == NULL)
        return false;
    set_modes(terminal, colorless);
    const char *leave_screen = tigetstr("rmcup");
    terminal->keeps_screen = leave_screen == NULL || leave_screen == (const char *)-1;
    return true;
}

static void free_terminal(struct terminal *terminal)
{
    if (terminal->in != NULL)
        fclose(terminal->in);
    if (terminal->out != NULL)
        fclose(terminal->out);
    free(terminal);
}

/*
 * A process in the background, whose terminal is somebody else's just now, stops here until it is
 * in the foreground, as it would where it sets the modes: but it has taken nothing so far.
 */
static void wait_for_foreground(const struct terminal *terminal)
{
    pid_t foreground = tcgetpgrp(terminal->output);
    if (foreground >= 0 && foreground != getpgrp())
        tcdrain(terminal->output);
}

enum status terminal_open(struct terminal **result, const struct terminal_type *type,
                          int input, int output, bool colorless, struct failure *failure)
{
    struct terminal *terminal = calloc(1, sizeof *terminal);
    if (terminal == NULL)
        return failure_memory(failure);
    terminal->type = *type;
    terminal->output = output;
    terminal->in = open_stream(input, "r");
    terminal->out = open_stream(output, "w");
    if (terminal->in == NULL || terminal->out == NULL) {
        free_terminal(terminal);
        return failure_set(failure, STATUS_FAILED, "", "the terminal cannot be opened");
    }
    if (terminal_type_load(type)) {
        terminal->rows = kernel_size(output).rows;
        prepare_reset(terminal);
        terminal_type_unload();
    }
    wait_for_foreground(terminal);
    signals_note_modes();
    signals_take_terminal();
    if (!start_curses(terminal, colorless)) {
        signals_release_terminal();
        signals_restore_modes();
        free_terminal(terminal);
        return failure_set(failure, STATUS_FAILED, "", "curses cannot use this terminal");
    }
    *result = terminal;
    return STATUS_OK;
}

/* Whether the type knows a mode, or passes over what it does not know. */
static bool knows_mode(const struct terminal *terminal, enum terminal_mode mode)
{
    return mode == TERMINAL_MOUSE ? terminal->type.has_mouse : terminal->type.has_paste;
}

static void send_mode(const struct terminal *terminal, enum terminal_mode mode)
{
    bool on = terminal->modes_on[mode];
    fputs(on ? private_modes[mode].on : private_modes[mode].off, terminal->out);
    fflush(terminal->out);
}

void terminal_set_mode(struct terminal *terminal, enum terminal_mode mode, bool on)
{
    on = on && knows_mode(terminal, mode);
    if (on == terminal->modes_on[mode])
        return;
    terminal->modes_on[mode] = on;
    /* A signal between the two finds the mode in the reset. */
    if (on)
        prepare_reset(terminal);
    send_mode(terminal, mode);
    if (!on)
        prepare_reset(terminal);
}

static const char way_back[] = "(any key goes back)";

static void leave_screen(struct terminal *terminal)
{
    for (int mode = 0; mode < TERMINAL_MODES; mode++)
        terminal_set_mode(terminal, (enum terminal_mode)mode, false);
    if (terminal->keeps_screen) {
        move(LINES - 1, 0);
        clrtoeol();
        refresh();
    }
    endwin();
}

void terminal_show_line(struct terminal *terminal, const char *line)
{
    leave_screen(terminal);
    reset_prog_mode();
    fprintf(terminal->out, "%s\r\n\r\n%s", line, way_back);
    fflush(terminal->out);
}

void terminal_hide_line(struct terminal *terminal)
{
    fprintf(terminal->out, "\r%*s\r", (int)sizeof way_back - 1, "");
    fflush(terminal->out);
}

void terminal_release(struct terminal *terminal)
{
    leave_screen(terminal);
    signals_restore_modes();
    signals_release_terminal();
}

void terminal_retake(struct terminal *terminal)
{
    wait_for_foreground(terminal);
    signals_take_terminal();
    reset_prog_mode();
    /* A stop that could not be seen may have ended them. */
    for (int mode = 0; mode < TERMINAL_MODES; mode++)
        if (terminal->modes_on[mode])
            send_mode(terminal, (enum terminal_mode)mode);
}

void terminal_close(struct terminal *terminal)
{
    if (terminal == NULL)
        return;
    terminal_release(terminal);
    delscreen(terminal->screen);
    free_terminal(terminal);
}

struct terminal_size terminal_size(const struct terminal *terminal)
{
    struct window_size size = kernel_size(terminal->output);
    double cell_aspect = cell_aspect_of(&size);
    /* A serial line does not tell its size: terminfo or LINES and COLUMNS do. */
    if (size.rows <= 0 || size.columns <= 0)
        size = (struct window_size){ LINES, COLS, 0, 0 };
    return (struct terminal_size){ .rows = size.rows > 0 ? size.rows : 1,
                                   .columns = size.columns > 0 ? size.columns : 1,
                                   .cell_aspect = cell_aspect };
}

void terminal_fit(struct terminal *terminal, struct terminal_size size)
{
    int columns = size.columns;
    resizeterm(size.rows, columns > CURSES_COLUMNS_LEAST ? columns : CURSES_COLUMNS_LEAST);
    terminal->rows = size.rows;
    prepare_reset(terminal);
}
