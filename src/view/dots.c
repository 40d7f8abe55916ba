/* Dots finer than cells, two across and four up in each, drawn in braille. */
#include "view/dots.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"

enum {
    BRAILLE = 0x2800,   /* the pattern without a dot */
    UPPER_HALF = 0x1b,  /* bits of the dots in the two upper rows of a cell */
    LOWER_HALF = 0xe4
};

struct dotted_cell {
    uint8_t bits; /* as in the braille pattern's code point */
    struct pen pen;
};

struct dots {
    int rows;
    int columns;
    size_t capacity; /* cells that `cells` can hold */
    struct dotted_cell *cells;
};

/* Of the dot at [y][x] of a cell: ISO 11548-1's dots 1 2 3 7 on the left, 4 5 6 8 on the right. */
static const uint8_t dot_bits[DOTS_DOWN][DOTS_ACROSS] = {
    { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 }
};

struct dots *dots_new(void)
{
    return calloc(1, sizeof(struct dots));
}

void dots_free(struct dots *dots)
{
    if (dots == NULL)
        return;
    free(dots->cells);
    free(dots);
}

enum status dots_resize(struct dots *dots, int rows, int columns)
{
    size_t count = (size_t)rows * (size_t)columns;
    if (count > dots->capacity) {
        struct dotted_cell *grown = array_resize(dots->cells, count, sizeof *grown);
        if (grown == NULL)
            return STATUS_FAILED;
        dots->cells = grown;
        dots->capacity = count;
    }
    dots->rows = rows;
    dots->columns = columns;
    dots_clear(dots);
    return STATUS_OK;
}

void dots_clear(struct dots *dots)
{
    size_t count = (size_t)dots->rows * (size_t)dots->columns;
    if (count > 0)
        memset(dots->cells, 0, count * sizeof *dots->cells);
}

int dots_width(const struct dots *dots)
{
    return dots->columns * DOTS_ACROSS;
}

int dots_height(const struct dots *dots)
{
    return dots->rows * DOTS_DOWN;
}

/* The cell of a dot, or NULL outside. */
static struct dotted_cell *cell_of(const struct dots *dots, int x, int y)
{
    if (x < 0 || y < 0 || x >= dots_width(dots) || y >= dots_height(dots))
        return NULL;
    return &dots->cells[(size_t)(y / DOTS_DOWN) * (size_t)dots->columns
                        + (size_t)(x / DOTS_ACROSS)];
}

bool dots_is_set(const struct dots *dots, int x, int y)
{
    const struct dotted_cell *cell = cell_of(dots, x, y);
    return cell != NULL && (cell->bits & dot_bits[y % DOTS_DOWN][x % DOTS_ACROSS]) != 0;
}

void dots_set(struct dots *dots, int x, int y, struct pen pen)
{
    struct dotted_cell *cell = cell_of(dots, x, y);
    if (cell == NULL)
        return;
    cell->bits |= dot_bits[y % DOTS_DOWN][x % DOTS_ACROSS];
    cell->pen = pen;
}

/* A segment that advances more in `u` than in `v`: x and y, or where it is steep y and x. */
struct segment {
    double from_u;
    double from_v;
    double to_u;
    double to_v;
    bool steep;
};

static struct segment segment_of(double from_x, double from_y, double to_x, double to_y)
{
    if (fabs(to_x - from_x) >= fabs(to_y - from_y))
        return (struct segment){ from_x, from_y, to_x, to_y, false };
    return (struct segment){ from_y, from_x, to_y, to_x, true };
}

/* Set the dots along a segment, of those with a `u` that is a multiple of `apart`. */
static void walk(struct dots *dots, const struct segment *segment, int apart, struct pen pen)
{
    double from = segment->from_u;
    double to = segment->to_u;
    double most = (segment->steep ? dots_height(dots) : dots_width(dots)) - 1;
    double slope = to == from ? 0 : (segment->to_v - segment->from_v) / (to - from);
    double low = fmax(fmin(from, to), -1);
    double high = fmin(fmax(from, to), most + 1);
    for (double u = nearbyint(low); u <= nearbyint(high); u++) {
        double v = segment->from_v + slope * (u - from);
        if (!(fabs(v) < CANVAS_COLUMNS_MOST * DOTS_DOWN) || (int)u % apart != 0)
            continue;
        int along = (int)u;
        int across = (int)nearbyint(v);
        dots_set(dots, segment->steep ? across : along, segment->steep ? along : across, pen);
    }
}

void dots_line(struct dots *dots, double from_x, double from_y, double to_x, double to_y,
               struct pen pen)
{
    struct segment segment = segment_of(from_x, from_y, to_x, to_y);
    walk(dots, &segment, 1, pen);
}

void dots_line_dotted(struct dots *dots, double from_x, double from_y, double to_x, double to_y,
                      struct pen pen)
{
    struct segment segment = segment_of(from_x, from_y, to_x, to_y);
    walk(dots, &segment, 2, pen);
}

static uint32_t character_of(uint8_t bits, bool ascii)
{
    if (!ascii)
        return BRAILLE + (uint32_t)bits;
    if ((bits & LOWER_HALF) == 0)
        return '\'';
    return (bits & UPPER_HALF) == 0 ? '.' : ':';
}

uint32_t dots_character(const struct dots *dots, int row, int column, bool ascii)
{
    const struct dotted_cell *cell = cell_of(dots, column * DOTS_ACROSS, row * DOTS_DOWN);
    return cell == NULL || cell->bits == 0 ? 0 : character_of(cell->bits, ascii);
}

struct cell dots_cell(const struct dots *dots, int row, int column)
{
    const struct dotted_cell *cell = cell_of(dots, column * DOTS_ACROSS, row * DOTS_DOWN);
    if (cell == NULL || cell->bits == 0)
        return (struct cell){ .character = 0 };
    return (struct cell){ .character = character_of(cell->bits, false), .pen = cell->pen };
}

bool dots_leave(const struct canvas *canvas, int row, int column)
{
    uint32_t character = canvas_cell(canvas, row, column).character;
    return (character > ' ' && character < 0x7f) || character == 0x2212;
}

void dots_draw_row(const struct dots *dots, int from, struct canvas *canvas, int row, int column,
                   bool ascii)
{
    for (int across = 0; across < dots->columns; across++) {
        const struct dotted_cell *cell =
            &dots->cells[(size_t)from * (size_t)dots->columns + (size_t)across];
        if (cell->bits != 0
            && (ascii || !dots_leave(canvas, row, column + across)))
            canvas_put(canvas, row, column + across, character_of(cell->bits, ascii), cell->pen);
    }
}

void dots_draw(const struct dots *dots, struct canvas *canvas, int row, int column, bool ascii)
{
    for (int down = 0; down < dots->rows; down++)
        dots_draw_row(dots, down, canvas, row + down, column, ascii);
}
