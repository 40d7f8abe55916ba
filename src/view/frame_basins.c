/* The part of a frame's legend that tells which minimum a number is. */
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "view/frame_parts.h"
#include "view/minus.h"
#include "view/palette_kind.h"

enum { PLACE_DIGITS = 3 };

/* How many minima there are: as far as the list goes, else the largest number on screen. */
static size_t count_minima(const struct frame *frame, const struct contents *contents)
{
    size_t count = 0;
    if (frame->critical == NULL)
        return contents->most > 0 ? (size_t)contents->most : 0;
    for (size_t i = 0; i < frame->critical->count; i++)
        count += critical_is_minimum(&frame->critical->points[i]);
    return count;
}

/* The place of minimum `number`, where there is one. */
static const struct critical_point *find_minimum(const struct frame *frame, size_t number)
{
    for (size_t i = 0; frame->critical != NULL && i < frame->critical->count; i++) {
        const struct critical_point *point = &frame->critical->points[i];
        if (critical_is_minimum(point) && --number == 0)
            return point;
    }
    return NULL;
}

static void write_coordinate(const struct frame *frame, double coordinate,
                             char out[NUMBER_SIZE + MINUS_GROWTH])
{
    char number[NUMBER_SIZE];
    number_short(coordinate, PLACE_DIGITS, number);
    minus_copy(number, frame->style.ascii, out, NUMBER_SIZE + MINUS_GROWTH);
}

/* Append to a label " (-3.78, -3.28)". */
static void add_place(const struct frame *frame, const struct critical_point *point, char *label)
{
    char place[AXES][NUMBER_SIZE + MINUS_GROWTH];
    size_t length = strlen(label);
    for (int axis = 0; axis < AXES; axis++)
        write_coordinate(frame, point->at[axis], place[axis]);
    snprintf(label + length, FRAME_BASIN_LABEL_SIZE - length, " (%s, %s)", place[0], place[1]);
}

/* Append to a label what becomes of the numbers after it. */
static void add_rest(const struct frame *frame, size_t number, bool colors, char *label)
{
    const char *cut = frame_symbols(&frame->style)->cut;
    size_t length = strlen(label);
    size_t room = FRAME_BASIN_LABEL_SIZE - length;
    if (colors)
        snprintf(label + length, room, ", %zu as 1%s", number + 1, cut);
    else
        snprintf(label + length, room, "%s", cut);
}

int frame_basin_entries(const struct frame *frame, const struct contents *contents, bool places,
                        struct basin_entry entries[LEVELS])
{
    int colors = palette_categories(&frame->style.color);
    size_t most = colors > 0 ? (size_t)colors : LEVELS - 1;
    size_t count = count_minima(frame, contents);
    int used = 0;
    for (size_t number = 1; number <= count && number <= most; number++) {
        struct basin_entry *entry = &entries[used++];
        const struct critical_point *point = find_minimum(frame, number);
        *entry = (struct basin_entry){ .number = (int)number };
        if (colors > 0)
            snprintf(entry->label, sizeof entry->label, "%zu", number);
        if (places && point != NULL)
            add_place(frame, point, entry->label);
        if (number == most && count > most)
            add_rest(frame, number, colors > 0, entry->label);
    }
    if (contents->least == 0) {
        struct basin_entry *none = &entries[used++];
        *none = (struct basin_entry){ .number = 0 };
        snprintf(none->label, sizeof none->label, "%s", colors > 0 ? "0 none" : " none");
    }
    return used;
}
