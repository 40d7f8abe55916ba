/* The letters of a race's walks on the map. */
#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/size.h"
#include "view/frame_parts.h"
#include "view/projection.h"
#include "view/race_parts.h"

/* Which walks go through which cells of the field, a bit for each row of the table. */
struct passages {
    const struct frame *frame;
    struct projection area;
    uint8_t *cells; /* area.rows * area.columns */
};

static_assert(RACE_ROWS_MOST <= 8, "a byte has a bit for every walk");

static uint8_t *cell_at(const struct passages *passages, int row, int column)
{
    return &passages->cells[(size_t)row * (size_t)passages->area.columns + (size_t)column];
}

static void note_passages(const struct passages *passages, size_t index)
{
    const struct frame *frame = passages->frame;
    const struct trail *trail = &frame->trails[frame->race->rows[index].trail];
    frame_set_way(frame, &passages->area, trail, PEN_PLAIN);
    for (int row = 0; row < passages->area.rows; row++)
        for (int column = 0; column < passages->area.columns; column++)
            if (dots_character(frame->dots, row, column, true) != 0)
                *cell_at(passages, row, column) |= (uint8_t)(1u << index);
}

static bool is_one_bit(unsigned bits)
{
    return (bits & (bits - 1)) == 0;
}

/* Let no letter stand in the box, on the start, or on an end that walks share. */
static void keep_free(const struct passages *passages, const struct race_box *box)
{
    const struct race_table *race = passages->frame->race;
    int row;
    int column;
    for (row = box->row; row < box->row + box->height; row++)
        for (column = box->column; column < box->column + box->width; column++)
            *cell_at(passages, row, column) = 0;
    if (projection_cell(&passages->area, race->start, &row, &column))
        *cell_at(passages, row, column) = 0;
    for (size_t i = 0; i < race->count; i++)
        if (projection_cell(&passages->area, race->rows[i].end, &row, &column) &&
            !is_one_bit(*cell_at(passages, row, column)))
            *cell_at(passages, row, column) = 0;
}

/* The nearest cell to a point that has these bits at least, or exactly these; false without one. */
static bool find_nearest(const struct passages *passages, const double point[AXES], unsigned bits,
                         bool exactly, int cell[AXES])
{
    double least = INFINITY;
    for (int row = 0; row < passages->area.rows; row++)
        for (int column = 0; column < passages->area.columns; column++) {
            unsigned there = *cell_at(passages, row, column);
            double across = column * DOTS_ACROSS - point[0];
            double down = row * DOTS_DOWN - point[1];
            double distance = hypot(across, down);
            if ((exactly ? there != bits : (there & bits) == 0) || !(distance < least))
                continue;
            least = distance;
            cell[0] = column;
            cell[1] = row;
        }
    return least < INFINITY;
}

static void put_letter(struct canvas *canvas, const struct passages *passages, size_t index)
{
    const struct frame *frame = passages->frame;
    size_t trail = frame->race->rows[index].trail;
    double end[AXES];
    int cell[AXES];
    unsigned bit = 1u << index;
    projection_point(&passages->area, trail_last_seen(&frame->trails[trail], &passages->area), end);
    if (!find_nearest(passages, end, bit, true, cell) &&
        !find_nearest(passages, end, bit, false, cell))
        return;
    canvas_put(canvas, frame->layout.field_row + cell[1], frame->layout.gutter + cell[0],
               (uint32_t)race_letter(index), palette_trail(&frame->style.color, (int)trail));
    *cell_at(passages, cell[1], cell[0]) = 0;
}

void race_label_trails(struct canvas *canvas, const struct frame *frame, const struct race_box *box)
{
    struct passages passages = { .frame = frame,
                                 .area = projection_make(frame->viewport, &frame->layout) };
    size_t cells = (size_t)passages.area.rows * (size_t)passages.area.columns;
    if (dots_resize(frame->dots, passages.area.rows, passages.area.columns) != STATUS_OK)
        return;
    passages.cells = calloc(cells, sizeof *passages.cells);
    if (passages.cells == NULL)
        return;
    for (size_t i = 0; i < frame->race->count; i++)
        if (frame->trails[frame->race->rows[i].trail].count > 0)
            note_passages(&passages, i);
    keep_free(&passages, box);
    for (size_t i = 0; i < frame->race->count; i++)
        if (frame->trails[frame->race->rows[i].trail].count > 0)
            put_letter(canvas, &passages, i);
    free(passages.cells);
}
