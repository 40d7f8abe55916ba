/* One call of the program, from its words to its result. */
#ifndef STEEPEST_CLI_CLI_H
#define STEEPEST_CLI_CLI_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "session/session.h"

/* What only a terminal can do; cli itself knows no screen. */
struct cli_screen {
    /* Fill depth and has_dim of the display from the type of the terminal; writes nothing. */
    void (*describe)(struct display *display);
    /*
     * Explore the session on the terminal that standard output is, with keys from `input`, and
     * without colours if `colorless`. STATUS_OK when the person has left, and with *shown false,
     * nothing having been written, when the terminal cannot place its cursor.
     */
    enum status (*explore)(struct session *session, const struct display *display,
                           bool colorless, int input, bool *shown, struct failure *failure);
    /* Tell a person something, a line without a newline, on standard error. */
    void (*tell)(const char *line);
    /* Tell what a command was asked to tell, likewise, without the program's name before it. */
    void (*answer)(const char *line);
};

/*
 * Do what the `count` words ask for, the program's name not among them; setlocale(LC_CTYPE, "")
 * must have been called. Results go to standard output or the file of --output, to standard error
 * nothing but a line of progress that is cleared, by `tell` the summary of a check, and by `answer`
 * what commands tell. Returns what the exit status says; a failure is not yet told to anybody. A
 * signal that interrupts a file being written ends the process.
 */
enum status cli_run(size_t count, char *const words[], const struct cli_screen *screen,
                    struct failure *failure);

#endif
