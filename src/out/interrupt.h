/* Signals that ask the program to end, held back while there is something to tidy up first. */
#ifndef STEEPEST_OUT_INTERRUPT_H
#define STEEPEST_OUT_INTERRUPT_H

#include <signal.h>
#include <stdbool.h>

/* Whether signals are held back, and how they were treated before. Start from zeros. */
struct interrupt {
    bool held;
    sigset_t awaited; /* SIGHUP, SIGINT and SIGTERM, less those that would not arrive anyway */
    sigset_t before;  /* the mask of the calling thread */
};

/*
 * Hold SIGHUP, SIGINT and SIGTERM back in the calling thread and in those that it starts from now
 * on. Signals that are ignored or blocked already stay so and do not count. Again: nothing.
 */
void interrupt_hold(struct interrupt *interrupt);

/* Whether a signal that is held back has come; it stays until interrupt_release. Cheap. */
bool interrupt_is_pending(const struct interrupt *interrupt);

/*
 * Wait until a descriptor is ready for the `events` of poll, or in error. False when a signal that
 * is held back comes first, or has come.
 */
bool interrupt_wait(const struct interrupt *interrupt, int descriptor, short events);

/*
 * Let the signals through again. One that has come takes effect here: unless somebody catches it
 * the call does not return, and the process ends by that signal. Nothing held back: nothing.
 */
void interrupt_release(struct interrupt *interrupt);

#endif
