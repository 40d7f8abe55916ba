/* The way of a walk in the plane, as far as it is kept to be drawn. */
#include "view/trail.h"

#include <stdlib.h>
#include <string.h>

#include "base/size.h"

enum { CAPACITY_FIRST = 128 }; /* places; the largest is a power of two times as many */

/* Make room for a place more, unless the trail is full. */
static enum status make_room(struct trail *trail)
{
    if (trail->count < trail->capacity || trail->capacity == TRAIL_PLACES_MOST)
        return STATUS_OK;
    size_t capacity = trail->capacity == 0 ? CAPACITY_FIRST : 2 * trail->capacity;
    double(*grown)[AXES] = array_resize(trail->places, capacity, sizeof *grown);
    if (grown == NULL)
        return STATUS_FAILED;
    trail->places = grown;
    trail->capacity = capacity;
    return STATUS_OK;
}

/* Keep every second of the places, the start among them. */
static void thin(struct trail *trail)
{
    for (size_t i = 1; 2 * i < trail->count; i++)
        memcpy(trail->places[i], trail->places[2 * i], sizeof trail->places[i]);
    trail->count = (trail->count + 1) / 2;
    trail->stride *= 2;
}

static enum status keep(struct trail *trail, const double place[AXES])
{
    if (make_room(trail) != STATUS_OK)
        return STATUS_FAILED;
    memcpy(trail->places[trail->count++], place, sizeof trail->last);
    return STATUS_OK;
}

enum status trail_begin(struct trail *trail, const double start[AXES])
{
    trail->count = 0;
    trail->stride = 1;
    trail->steps = 0;
    trail->end = TRAIL_GOES_ON;
    memcpy(trail->last, start, sizeof trail->last);
    return keep(trail, start);
}

enum status trail_step(struct trail *trail, const double place[AXES])
{
    memcpy(trail->last, place, sizeof trail->last);
    trail->steps++;
    if (trail->count == TRAIL_PLACES_MOST)
        thin(trail);
    return trail->steps % trail->stride == 0 ? keep(trail, place) : STATUS_OK;
}

void trail_release(struct trail *trail)
{
    free(trail->places);
    *trail = (struct trail){ .count = 0 };
}
