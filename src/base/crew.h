/* Threads that share a work out among themselves. */
#ifndef STEEPEST_BASE_CREW_H
#define STEEPEST_BASE_CREW_H

#include <stddef.h>

enum { CREW_MOST = 256 }; /* workers */

/* A crew of workers, of which the caller of crew_run is the first. */
struct crew;

/*
 * Make a crew of `workers` >= 1, cut to CREW_MOST; 0 means one for each processor that is online.
 * When the system gives fewer threads the crew is smaller. The threads take no signals. NULL when
 * memory is short. Free with crew_free, in the thread that made it.
 */
struct crew *crew_new(size_t workers);

/* End the threads and free the crew, or NULL. */
void crew_free(struct crew *crew);

/* How many workers there are, at least 1. */
size_t crew_size(const struct crew *crew);

/* Work on one item. Called by several threads at once, never by two with the same `worker`. */
typedef void crew_work(void *context, size_t worker, size_t item);

/*
 * Call work(context, worker, item) once for each item < count, with worker < crew_size(crew): each
 * worker takes the next item that nobody has taken. Returns when all items are done, and what they
 * wrote is seen by the caller. Not to be called by `work`.
 */
void crew_run(struct crew *crew, size_t count, crew_work *work, void *context);

#endif
