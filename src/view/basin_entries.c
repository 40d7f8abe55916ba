/* The part of a legend that tells which minimum the number of a basin is. */
#include "view/basin_entries.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "view/minus.h"
#include "view/palette_kind.h"

enum { PLACE_DIGITS = 3 };

/*
 * The least number of a minimum above `after`, and where that is, if it is known; 0: none is left.
 * Without a list there are all numbers up to the largest shown.
 */
static size_t find_next(const struct basin_sight *sight, size_t after,
                        const struct critical_point **place)
{
    size_t next = 0;
    size_t minimum = 0;
    *place = NULL;
    if (sight->points == NULL)
        return (double)after < sight->most ? after + 1 : 0;
    for (size_t i = 0; i < sight->points->count; i++) {
        const struct critical_point *point = &sight->points->points[i];
        if (!critical_is_minimum(point))
            continue;
        size_t number = sight->numbers != NULL ? sight->numbers[minimum] : minimum + 1;
        minimum++;
        if (number > after && (next == 0 || number < next)) {
            next = number;
            *place = point;
        }
    }
    return next;
}

static void write_coordinate(const struct basin_sight *sight, double coordinate,
                             char out[NUMBER_SIZE + MINUS_GROWTH])
{
    char number[NUMBER_SIZE];
    number_short(coordinate, PLACE_DIGITS, number);
    minus_copy(number, sight->ascii, out, NUMBER_SIZE + MINUS_GROWTH);
}

/* Append to a label " (-3.78, -3.28)". */
static void add_place(const struct basin_sight *sight, const struct critical_point *point,
                      char *label)
{
    char place[GRID_AXES][NUMBER_SIZE + MINUS_GROWTH];
    size_t length = strlen(label);
    for (int axis = 0; axis < GRID_AXES; axis++)
        write_coordinate(sight, point->at[axis], place[axis]);
    snprintf(label + length, BASIN_LABEL_SIZE - length, " (%s, %s)", place[0], place[1]);
}

/* Write what becomes of a number that has no entry, and of those after it. */
static void write_rest(const struct basin_sight *sight, size_t number, size_t colors,
                       char rest[BASIN_LABEL_SIZE])
{
    const char *cut = sight->ascii ? "..." : "\u2026";
    if (colors > 0)
        snprintf(rest, BASIN_LABEL_SIZE, ", %zu as %zu%s", number, (number - 1) % colors + 1, cut);
    else
        snprintf(rest, BASIN_LABEL_SIZE, "%s", cut);
}

/* The entry of 0. */
static void write_none(struct basin_entry *entry, size_t colors)
{
    *entry = (struct basin_entry){ .number = 0 };
    snprintf(entry->label, sizeof entry->label, "%s", colors > 0 ? "0 none" : " none");
}

int basin_entries_make(const struct basin_sight *sight, bool places,
                       struct basin_entry entries[LEVELS])
{
    size_t colors = (size_t)palette_categories(sight->mode);
    int most = colors > 0 ? (int)colors : LEVELS - 1;
    const struct critical_point *point;
    int used = 0;
    for (size_t number = find_next(sight, 0, &point); number > 0;
         number = find_next(sight, number, &point)) {
        struct basin_entry *entry = &entries[used];
        if (used == most) {
            write_rest(sight, number, colors, entries[used - 1].rest);
            break;
        }
        *entry = (struct basin_entry){ .number = (int)number };
        used++;
        if (colors > 0)
            snprintf(entry->label, sizeof entry->label, "%zu", number);
        if (places && point != NULL)
            add_place(sight, point, entry->label);
    }
    if (sight->least == 0)
        write_none(&entries[used++], colors);
    return used;
}
