/*
 * The real program on a pseudo terminal, as a shell would run it: a session leader of its own
 * starts it in the foreground and sees it stop and end. What the program writes goes through
 * libvterm.
 *
 * Nothing here waits for a time to pass but for something to happen, PTY_PATIENCE at most.
 */
#ifndef STEEPEST_TESTS_PTY_H
#define STEEPEST_TESTS_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum {
    PTY_PATIENCE = 120, /* seconds until a condition counts as never met: far beyond any need */
    PTY_DEFAULT = -1, /* the terminal's own colour */
    PTY_TEXT_SIZE = 4096
};

/* A program on a terminal. */
struct pty;

/* How to start; all zero is an 80x24 xterm-256color in C.UTF-8. */
struct pty_options {
    int rows;
    int columns;
    int width;                  /* of the window in pixels; 0: it does not tell */
    int height;
    const char *term;           /* TERM; "" leaves it unset */
    const char *locale;         /* LC_ALL */
    const char *environment[4]; /* NAME=VALUE, until NULL */
    bool hangup_ignored;        /* SIGHUP is ignored at start */
    const char *input;          /* a file that standard input is; NULL: the terminal */
};

/* Start the program in STEEPEST with these arguments (until NULL); options may be NULL. */
struct pty *pty_start(const struct pty_options *options, const char *const *arguments);

/* End the program if it still runs, and free everything. */
void pty_free(struct pty *pty);

/* Send bytes as if typed. */
void pty_send(struct pty *pty, const char *bytes);
void pty_send_bytes(struct pty *pty, const char *bytes, size_t length);

/* Send a signal to the program. */
void pty_signal(struct pty *pty, int number);

/* Give the terminal another size. */
void pty_resize(struct pty *pty, int rows, int columns);

/* As pty_resize, for a window that tells its size in pixels. */
void pty_resize_pixels(struct pty *pty, int rows, int columns, int height, int width);

/* Close the terminal, as when a connection breaks. */
void pty_hang_up(struct pty *pty);

/* Go on after a stop, in the foreground; in the background, where it has no terminal. */
void pty_continue(struct pty *pty);
void pty_continue_behind(struct pty *pty);

/* Take what the program writes until `met` says true; fails the test, showing the screen, when
 * that never happens. `what` names the condition. */
void pty_wait(struct pty *pty, bool (*met)(struct pty *pty, const void *context),
              const void *context, const char *what);

/* Wait until a text stands anywhere on the screen; until the program has stopped; has ended. */
void pty_wait_text(struct pty *pty, const char *text);
void pty_wait_stopped(struct pty *pty);
/* Returns the status of waitpid. */
int pty_wait_end(struct pty *pty);

/* Wait until so many bytes more than `before` have come, or more. */
void pty_wait_bytes(struct pty *pty, size_t before, size_t least);

/* Wait until the program has read all that was typed. */
void pty_wait_read(struct pty *pty);

/*
 * Take what the program still writes, until it has been silent for that long: for what must not
 * come, never for what must, which a slow machine may send later.
 */
void pty_quiet(struct pty *pty, int milliseconds);

/* Bytes written so far, and these themselves. */
size_t pty_received(const struct pty *pty);
const char *pty_bytes(const struct pty *pty);

/* Whether a private mode of xterm, such as "2004", was last asked for, not ended or never named. */
bool pty_mode_is_on(const struct pty *pty, const char *mode);

/* How often the bell has rung. */
int pty_bells(const struct pty *pty);

/* The other screen is shown; the cursor is visible; where it is. */
bool pty_is_alternate(const struct pty *pty);
bool pty_cursor_visible(const struct pty *pty);
void pty_cursor(const struct pty *pty, int *row, int *column);

/* Whether the terminal was last asked to tell what a mouse does, not to stop or nothing. */
bool pty_tells_mouse(const struct pty *pty);

/* Whether the terminal's modes are those before the start. */
bool pty_modes_are_back(const struct pty *pty);

/* The process, for looking at it from outside. */
pid_t pty_program(const struct pty *pty);

/* A row of the screen in UTF-8 without blanks at its end; static storage of the caller's. */
const char *pty_row(struct pty *pty, int row, char text[PTY_TEXT_SIZE]);

/* What one place of a screen shows. */
struct pty_cell {
    uint32_t character;
    int foreground; /* palette number, or PTY_DEFAULT; PTY_DEFAULT for a blank too */
    int background;
    bool bold;
    bool reverse;
};

struct pty_cell pty_cell(struct pty *pty, int row, int column);

/* A picture to compare with: what `--print` writes for these arguments (until NULL). */
struct pty_picture;
struct pty_picture *pty_print(int rows, int columns, const char *const *arguments);
void pty_picture_free(struct pty_picture *picture);

/* Wait until the screen shows the picture in all rows but the lowest two, text and colour. */
void pty_wait_picture(struct pty *pty, struct pty_picture *picture);

/* A row of the picture, as pty_row. */
const char *pty_picture_row(struct pty_picture *picture, int row, char text[PTY_TEXT_SIZE]);

/* Whether the tests run under valgrind, where a program is slow. */
bool pty_under_valgrind(void);

#endif
