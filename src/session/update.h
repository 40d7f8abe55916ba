/* Bringing what a frame shows up to date, part by part. Private to the session. */
#ifndef STEEPEST_SESSION_UPDATE_H
#define STEEPEST_SESSION_UPDATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

struct session;

/*
 * Each of these brings something up to date in the work at hand (session/work.h); what is done when
 * that ends early is not done again unless a command changes what it depends on. STATUS_OK, or
 * STATUS_FAILED when memory is short or the work was halted.
 */

/* Computes something of `count` rows of the field from `first` on. */
typedef void row_worker(struct session *session, size_t first, size_t count);

/* Work on the field's rows from `*done` on, some at a time; a sample takes so many evaluations. */
enum status session_work_rows(struct session *session, row_worker *worker, size_t evaluations,
                              size_t *done);

/* All that stands between the axes, but critical points: session/extrema.h. */
enum status session_update_area(struct session *session);

/* What is known at the probe. */
enum status session_update_probe(struct session *session);

/* Whether what is known of the probe is up to date, if the field is. */
bool session_knows_probe(const struct session *session);

/* Whether the whole field is judged. */
bool session_is_judged(const struct session *session);

#endif
