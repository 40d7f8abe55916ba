/* The way of a walk in the plane, as far as it is kept to be drawn. */
#include "view/trail.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"

enum { CAPACITY_FIRST = 128 }; /* places; the largest is a power of two times as many */

static const struct trail_note nothing = { .value = NAN, .magnitude = NAN };

/* Make room for a place more, unless the trail is full. */
static enum status make_room(struct trail *trail)
{
    if (trail->count < trail->capacity || trail->capacity == TRAIL_PLACES_MOST)
        return STATUS_OK;
    size_t capacity = trail->capacity == 0 ? CAPACITY_FIRST : 2 * trail->capacity;
    double(*places)[AXES] = array_resize(trail->places, capacity, sizeof *places);
    if (places == NULL)
        return STATUS_FAILED;
    trail->places = places;
    struct trail_note *notes = array_resize(trail->notes, capacity, sizeof *notes);
    if (notes == NULL)
        return STATUS_FAILED;
    trail->notes = notes;
    trail->capacity = capacity;
    return STATUS_OK;
}

/* Keep every second of the places, the start among them. */
static void thin(struct trail *trail)
{
    for (size_t i = 1; 2 * i < trail->count; i++) {
        memcpy(trail->places[i], trail->places[2 * i], sizeof trail->places[i]);
        trail->notes[i] = trail->notes[2 * i];
    }
    trail->count = (trail->count + 1) / 2;
    trail->stride *= 2;
}

static enum status keep(struct trail *trail, const double place[AXES])
{
    if (make_room(trail) != STATUS_OK)
        return STATUS_FAILED;
    memcpy(trail->places[trail->count], place, sizeof trail->last);
    trail->notes[trail->count++] = nothing;
    return STATUS_OK;
}

enum status trail_begin(struct trail *trail, const double start[AXES])
{
    trail->count = 0;
    trail->stride = 1;
    trail->steps = 0;
    trail->end = TRAIL_GOES_ON;
    memcpy(trail->last, start, sizeof trail->last);
    trail->last_note = nothing;
    return keep(trail, start);
}

enum status trail_step(struct trail *trail, const double place[AXES])
{
    memcpy(trail->last, place, sizeof trail->last);
    trail->last_note = nothing;
    trail->steps++;
    if (trail->count == TRAIL_PLACES_MOST)
        thin(trail);
    return trail->steps % trail->stride == 0 ? keep(trail, place) : STATUS_OK;
}

void trail_note(struct trail *trail, const struct trail_note *note)
{
    trail->last_note = *note;
    if (trail->steps % trail->stride == 0)
        trail->notes[trail->count - 1] = *note;
}

struct trail trail_beginning(const struct trail *trail, size_t steps)
{
    struct trail beginning = *trail;
    if (steps >= trail->steps)
        return beginning;
    size_t last = steps / trail->stride;
    beginning.count = last + 1;
    beginning.steps = last * trail->stride;
    memcpy(beginning.last, trail->places[last], sizeof beginning.last);
    beginning.last_note = trail->notes[last];
    beginning.end = TRAIL_GOES_ON;
    return beginning;
}

const double *trail_last_seen(const struct trail *trail, const struct projection *projection)
{
    const double *last = trail->last;
    double point[AXES];
    for (size_t i = trail->count; i > 0 && !projection_find_point(projection, last, point); i--)
        last = trail->places[i - 1];
    return last;
}

void trail_release(struct trail *trail)
{
    free(trail->notes);
    free(trail->places);
    *trail = (struct trail){ .count = 0 };
}
