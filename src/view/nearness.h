/* Points sorted into square buckets, so that those near a place are found at once. */
#ifndef STEEPEST_VIEW_NEARNESS_H
#define STEEPEST_VIEW_NEARNESS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

enum {
    NEARNESS_POINTS_MOST = 1 << 20,
    NEARNESS_NO_OWNER = -1
};

/* Points of a rectangle, each with a number of whoever owns it. */
struct nearness;

/* No point, no room for one; or NULL when memory is short. Free with nearness_free. */
struct nearness *nearness_new(void);

/* Free what nearness_new returned, or NULL. */
void nearness_free(struct nearness *nearness);

/*
 * Forget all points and take those of the rectangle from `low` to `high` (low < high), in buckets
 * `bucket` > 0 wide. STATUS_OK, or STATUS_FAILED, with no room for a point, when memory is short or
 * the buckets are more than NEARNESS_POINTS_MOST.
 */
enum status nearness_reset(struct nearness *nearness, const double low[2], const double high[2],
                           double bucket);

/*
 * Add a point of the rectangle; owner >= 0. STATUS_OK, or STATUS_FAILED, with nothing changed, when
 * memory is short or there are NEARNESS_POINTS_MOST already.
 */
enum status nearness_add(struct nearness *nearness, const double point[2], int owner);

/* How many more points there may be. */
size_t nearness_room(const struct nearness *nearness);

/* Whether a point that `except` does not own is nearer to `point` than `distance`. */
bool nearness_has(const struct nearness *nearness, const double point[2], double distance,
                  int except);

#endif
