/*
 * Signals while the terminal is taken: the terminal is given back before one ends the process, and
 * the loop is told of those that do not. This is the program's only file with mutable variables of
 * file scope, because a signal handler sees nothing else; there is one terminal for each process.
 */
#ifndef STEEPEST_TUI_SIGNALS_H
#define STEEPEST_TUI_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"

enum { SIGNALS_RESET_MOST = 512 }; /* bytes that put a terminal right */

/* What has happened since it was last asked. */
struct signals_seen {
    bool resized;
    bool stop;      /* ^Z: the process should stop */
    bool continued; /* it was stopped and goes on */
};

/*
 * Catch the signals whose default is to end the process, and SIGWINCH, SIGTSTP, SIGCONT. What was
 * ignored stays ignored. `input` and `output` are the terminal's descriptors. Call
 * signals_stop_catching at the end. STATUS_OK, or STATUS_IO with nothing changed.
 */
enum status signals_catch(int input, int output, struct failure *failure);

/* Give all signals the actions they had before signals_catch. */
void signals_stop_catching(void);

/* The bytes that put the terminal right; cut to SIGNALS_RESET_MOST. None until this was called. */
void signals_set_reset(const char *bytes, size_t length);

/* Whether the terminal is taken, so that a deadly signal must give it back. */
void signals_take_terminal(void);
void signals_release_terminal(void);

/*
 * Note the terminal's modes as those to give back; of a process in the background, whose terminal
 * is somebody else's just now, those noted before stay.
 */
void signals_note_modes(void);

/* Put back the modes that were noted. */
void signals_restore_modes(void);

/* Can be read as soon as signals_take_seen has something to tell; but is not to be read. */
int signals_descriptor(void);

/* Whether the process is asked to stop; signals_take_seen still tells. */
bool signals_ask_stop(void);

/* What has happened; forgotten by asking. */
struct signals_seen signals_take_seen(void);

/*
 * Stop this process as SIGTSTP does by default; returns when it goes on, or at once when nobody
 * could continue it (an orphaned process group).
 */
void signals_stop_process(void);

#endif
