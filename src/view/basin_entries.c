/* The part of a legend that tells which minimum the number of a basin is. */
#include "view/basin_entries.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "view/minus.h"
#include "view/palette_kind.h"

enum { PLACE_DIGITS = 3 };

/* How many minima there are: as far as the list goes, else the largest number shown. */
static size_t count_minima(const struct basin_sight *sight)
{
    size_t count = 0;
    if (sight->points == NULL)
        return sight->most > 0 ? (size_t)sight->most : 0;
    for (size_t i = 0; i < sight->points->count; i++)
        count += critical_is_minimum(&sight->points->points[i]);
    return count;
}

/* The place of minimum `number`, where there is one. */
static const struct critical_point *find_minimum(const struct basin_sight *sight, size_t number)
{
    for (size_t i = 0; sight->points != NULL && i < sight->points->count; i++) {
        const struct critical_point *point = &sight->points->points[i];
        if (critical_is_minimum(point) && --number == 0)
            return point;
    }
    return NULL;
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

/* Write what becomes of the numbers after it. */
static void write_rest(const struct basin_sight *sight, size_t number, bool colors,
                       char rest[BASIN_LABEL_SIZE])
{
    const char *cut = sight->ascii ? "..." : "\u2026";
    if (colors)
        snprintf(rest, BASIN_LABEL_SIZE, ", %zu as 1%s", number + 1, cut);
    else
        snprintf(rest, BASIN_LABEL_SIZE, "%s", cut);
}

int basin_entries_make(const struct basin_sight *sight, bool places,
                       struct basin_entry entries[LEVELS])
{
    int colors = palette_categories(sight->mode);
    size_t most = colors > 0 ? (size_t)colors : LEVELS - 1;
    size_t count = count_minima(sight);
    int used = 0;
    for (size_t number = 1; number <= count && number <= most; number++) {
        struct basin_entry *entry = &entries[used++];
        const struct critical_point *point = find_minimum(sight, number);
        *entry = (struct basin_entry){ .number = (int)number };
        if (colors > 0)
            snprintf(entry->label, sizeof entry->label, "%zu", number);
        if (places && point != NULL)
            add_place(sight, point, entry->label);
        if (number == most && count > most)
            write_rest(sight, number, colors > 0, entry->rest);
    }
    if (sight->least == 0) {
        struct basin_entry *none = &entries[used++];
        *none = (struct basin_entry){ .number = 0 };
        snprintf(none->label, sizeof none->label, "%s", colors > 0 ? "0 none" : " none");
    }
    return used;
}
