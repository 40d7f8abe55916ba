/* How far a long work has got: a line on a terminal, rewritten in place. */
#ifndef STEEPEST_OUT_PROGRESS_H
#define STEEPEST_OUT_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "out/output.h"

enum { PROGRESS_LINE_SIZE = 128 }; /* bytes of the line, with its NUL */

/* The line and when it is due. Between progress_begin and progress_end. */
struct progress {
    int terminal;          /* -1 when nothing is shown */
    struct output *output; /* not owned */
    double started;        /* seconds of the monotonic clock, as `next` */
    double next;           /* when the line is due */
    size_t length;         /* columns of the line that is shown, 0 when there is none */
};

/*
 * Start the clock of a work that writes to `output`, which must outlive it. Nothing will be shown
 * unless `terminal` is a terminal, nor when the output goes to one.
 */
void progress_begin(struct progress *progress, int terminal, struct output *output);

/* Whether it is time for progress_show: a second after the start, then a few times a second. */
bool progress_is_due(const struct progress *progress);

/*
 * Write what progress_describe says over the line, cut to the terminal's width. Nothing is written
 * while the program is in the background, another program has taken the terminal over, or the
 * terminal takes nothing. While the line is there signals are held back as struct interrupt says,
 * so that it can be cleared.
 */
void progress_show(struct progress *progress, double points, double share);

/* Clear the line, if there is one. Nothing may be shown afterwards. */
void progress_end(struct progress *progress);

/*
 * Put into words that `points` points were done in `seconds` > 0 seconds, and how much time is left
 * when they are this share, 0 to 1, of all; a negative share is not known. ASCII.
 */
void progress_describe(double points, double share, double seconds, char line[PROGRESS_LINE_SIZE]);

#endif
