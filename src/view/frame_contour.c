/* The lines of equal f of a frame, and their labels. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "view/contour.h"
#include "view/frame_parts.h"
#include "view/minus.h"
#include "view/projection.h"

enum {
    /* The canvas is cut into tiles that move with the field; each has room for one label. */
    TILE_COLUMNS = 15,
    TILE_ROWS = 3,
    LABEL_TURNS = 2, /* every such level may be labelled in a tile on a flat piece of line */
    STEEP_TURNS = 2, /* and every such one of these on a steep piece */
    LABEL_DIGITS_MOST = 15,
    LABEL_SIZE = NUMBER_SIZE + MINUS_GROWTH,
    ROWS_LARGE = 40, /* of samples, from which on there are more levels */
    ROWS_SMALL = 12, /* and below which there are fewer */
    LEVELS_LARGE = 12,
    LEVELS_MIDDLE = 9,
    LEVELS_SMALL = 5,
    LEVELS_UNDER = 6
};

/* A round level is the sum of two others' rounding off. */
static const double label_tolerance = 1e-14;

/* In dots: a point half way between two dots goes to the same one wherever it is on screen. */
static const double tie_bias = 1.0 / 64;

/* What it takes to draw lines. Nothing is owned. */
struct drawing {
    struct canvas *canvas;
    const struct frame *frame;
    struct projection projection;
    struct pen pen;
    struct pen label_pen;
    double levels[SPREAD_LEVELS_MOST];
    int count;
};

static bool lie_under_others(const struct style *style)
{
    return layers_have_arrows(style->layers);
}

/* Whether lines of other layers would run through labels, and leave false numbers. */
static bool are_crossed(const struct style *style)
{
    return style->ascii && (layer_is_in(style->layers, LAYER_stream) ||
                            layer_is_in(style->layers, LAYER_nullclines) ||
                            layer_is_in(style->layers, LAYER_quiver));
}

static int levels_wanted(const struct frame *frame)
{
    int rows = frame->layout.samples_up;
    if (rows < ROWS_SMALL)
        return LEVELS_SMALL;
    if (lie_under_others(&frame->style))
        return LEVELS_UNDER;
    return rows < ROWS_LARGE ? LEVELS_MIDDLE : LEVELS_LARGE;
}

int frame_contour_levels(const struct frame *frame, double levels[SPREAD_LEVELS_MOST])
{
    return spread_levels(&frame->spread, levels_wanted(frame), levels);
}

void frame_node_dot(const struct projection *projection, const struct relief *relief,
                    const double node[AXES], double dot[AXES])
{
    for (int axis = 0; axis < AXES; axis++) {
        double density = relief_node_density(relief, axis);
        dot[axis] = projection->first_dot[axis] + tie_bias +
                    (node[axis] / density - RELIEF_MARGIN) * projection->dots[axis];
    }
}

static void draw_segment(void *context, const double from[AXES], const double to[AXES])
{
    const struct drawing *drawing = context;
    double a[AXES];
    double b[AXES];
    frame_node_dot(&drawing->projection, drawing->frame->relief, from, a);
    frame_node_dot(&drawing->projection, drawing->frame->relief, to, b);
    dots_line(drawing->frame->dots, a[0], a[1], b[0], b[1], drawing->pen);
}

/* The tile that a column or row, counted from the lattice's origin, lies in. */
static int64_t tile_of(int64_t place, int size)
{
    int64_t rest = place % size;
    return (place - (rest < 0 ? rest + size : rest)) / size;
}

/* A part of a row of the canvas. */
struct stretch {
    int row;
    int column;
    int length;
};

/* What the line in the raster has in a cell of the area, 0 for nothing. */
static uint32_t line_at(const struct drawing *drawing, int row, int column)
{
    const struct frame *frame = drawing->frame;
    return dots_character(frame->dots, row, column, frame->style.ascii);
}

/* Whether there is no more than the line in the raster in a cell of the area, now and later. */
static bool is_clear(const struct drawing *drawing, int row, int column)
{
    const struct frame *frame = drawing->frame;
    const struct layout *layout = &frame->layout;
    uint32_t line = line_at(drawing, row, column);
    struct cell cell =
        canvas_cell(drawing->canvas, layout->field_row + row, layout->gutter + column);
    int up = layout->samples_up - 1 - row;
    bool covered = layer_is_in(frame->style.layers, LAYER_arrows) &&
                   column % layout->spacing == 0 &&
                   frame_has_arrow(frame, column / layout->spacing, up);
    return !covered && cell.character == (line == 0 ? ' ' : line);
}

/* The longest stretch of line in the cells low to high - 1 of a row; length 0 for none. */
static struct stretch longest_flat(const struct drawing *drawing, int row, int low, int high)
{
    struct stretch best = { row, low, 0 };
    int begin = low;
    for (int column = low; column <= high; column++) {
        if (column < high && line_at(drawing, row, column) != 0 && is_clear(drawing, row, column))
            continue;
        if (column - begin > best.length)
            best = (struct stretch){ row, begin, column - begin };
        begin = column + 1;
    }
    return best;
}

/* A stretch of clear cells in low to high - 1 of a row with the line in its middle, or length 0. */
static struct stretch find_steep(const struct drawing *drawing, int row, int low, int high,
                                 int length)
{
    int clear = 0;
    for (int column = low; column < high; column++) {
        clear = is_clear(drawing, row, column) ? clear + 1 : 0;
        int begin = column + 1 - length;
        if (clear >= length && line_at(drawing, row, begin + length / 2) != 0)
            return (struct stretch){ row, begin, length };
    }
    return (struct stretch){ row, low, 0 };
}

/*
 * Where a label of `length` cells with what is seen around it fits into the tile at (row, column)
 * of the area; shorter where it does not. Without the tile's last row and column no label touches
 * that of the next tile.
 */
static struct stretch find_room(const struct drawing *drawing, int row, int column, int length,
                                bool steep)
{
    struct stretch best = { row, column, 0 };
    int high = column + TILE_COLUMNS - 1;
    for (int down = 0; down < TILE_ROWS - 1; down++) {
        struct stretch found = longest_flat(drawing, row + down, column, high);
        if (found.length > best.length)
            best = found;
    }
    for (int down = 0; steep && best.length < length && down < TILE_ROWS - 1; down++)
        best = find_steep(drawing, row + down, column, high, length);
    return best;
}

/* Whether a tile at (row, column) of the area has a label already. */
static bool is_taken(const struct drawing *drawing, int row, int column)
{
    const struct layout *layout = &drawing->frame->layout;
    for (int down = 0; down < TILE_ROWS; down++) {
        for (int across = 0; across < TILE_COLUMNS; across++) {
            uint32_t character = canvas_cell(drawing->canvas, layout->field_row + row + down,
                                             layout->gutter + column + across).character;
            if (character >= '0' && character <= '9')
                return true;
        }
    }
    return false;
}

/* Write a label into the tile at (row, column) of the area, if the line has room for it there. */
static void label_tile(const struct drawing *drawing, int row, int column, bool steep,
                       const char *label)
{
    const struct layout *layout = &drawing->frame->layout;
    int width = frame_text_width(&drawing->frame->style, label);
    if (is_taken(drawing, row, column))
        return;
    struct stretch room = find_room(drawing, row, column, width + 2, steep);
    if (room.length < width + 2)
        return;
    int begin = layout->gutter + room.column + (room.length - width) / 2;
    int canvas_row = layout->field_row + room.row;
    struct pen pen = drawing->label_pen;
    if (drawing->frame->style.ascii)
        canvas_text_ascii(drawing->canvas, canvas_row, begin, begin + width, label, pen);
    else
        canvas_text(drawing->canvas, canvas_row, begin, begin + width, label, pen);
}

/* Write a level with no more digits than tell it from others. */
static void write_label(double level, bool ascii, char label[LABEL_SIZE])
{
    char number[NUMBER_SIZE];
    double read = NAN;
    for (int digits = 1; digits <= LABEL_DIGITS_MOST; digits++) {
        number_short(level, digits, number);
        if (number_read(number, strlen(number), &read) &&
            fabs(read - level) <= label_tolerance * fabs(level))
            break;
    }
    minus_copy(number, ascii, label, LABEL_SIZE);
}

/* Label the line that alone is in the raster, in the tiles that are wholly in sight. */
static void label_level(const struct drawing *drawing, int index)
{
    const struct frame *frame = drawing->frame;
    const struct projection *projection = &drawing->projection;
    int64_t left = frame->viewport->first[0] * frame->layout.spacing;
    int64_t top = -(frame->viewport->first[1] + frame->layout.samples_up - 1);
    int turns = projection->rows < ROWS_SMALL ? 1 : LABEL_TURNS;
    char label[LABEL_SIZE];
    write_label(drawing->levels[index], frame->style.ascii, label);
    for (int64_t down = tile_of(top + TILE_ROWS - 1, TILE_ROWS);
         (down + 1) * TILE_ROWS <= top + projection->rows; down++) {
        for (int64_t across = tile_of(left + TILE_COLUMNS - 1, TILE_COLUMNS);
             (across + 1) * TILE_COLUMNS <= left + projection->columns; across++) {
            int64_t turn = across + down + index;
            if (turn % turns == 0)
                label_tile(drawing, (int)(down * TILE_ROWS - top),
                           (int)(across * TILE_COLUMNS - left), turn % (turns * STEEP_TURNS) == 0, label);
        }
    }
}

static void draw_lines(struct drawing *drawing)
{
    const struct frame *frame = drawing->frame;
    dots_clear(frame->dots);
    for (int i = 0; i < drawing->count; i++)
        contour_trace(frame->relief, drawing->levels[i], draw_segment, drawing);
    dots_draw(frame->dots, drawing->canvas, frame->layout.field_row, frame->layout.gutter,
              frame->style.ascii);
}

static void draw_labels(struct drawing *drawing)
{
    const struct frame *frame = drawing->frame;
    for (int i = 0; i < drawing->count; i++) {
        dots_clear(frame->dots);
        contour_trace(frame->relief, drawing->levels[i], draw_segment, drawing);
        label_level(drawing, i);
    }
}

void frame_paint_contour(struct canvas *canvas, const struct frame *frame,
                         struct contents *contents)
{
    struct drawing drawing = {
        .canvas = canvas,
        .frame = frame,
        .pen = palette_line(&frame->style.color, lie_under_others(&frame->style)),
        .label_pen = palette_line(&frame->style.color, false),
    };
    (void)contents;
    if (frame->relief == NULL)
        return;
    drawing.projection = projection_make(frame->viewport, &frame->layout);
    drawing.count = frame_contour_levels(frame, drawing.levels);
    draw_lines(&drawing);
    if (!are_crossed(&frame->style))
        draw_labels(&drawing);
}
