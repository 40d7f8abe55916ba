/* The title's row of a frame. */
#include <stdio.h>

#include "base/utf8.h"
#include "view/frame_parts.h"

/* Columns that a legend in the title's row may always take: a name and an edge, or two. */
enum { LEGEND_ROOM_LEAST = 16 };

/* Fewer columns than this for values that are cut would tell none. */
enum { VALUES_ROOM_LEAST = 8 };

/* A title that is cut to this is still wider than any canvas. */
enum { TITLE_SIZE = UTF8_LONGEST * (CANVAS_COLUMNS_MOST + 1) };

/* Columns for the legend, where it shares the row with a title of that width. */
static int legend_room(const struct layout *layout, int title_width)
{
    int room = layout->columns - title_width - FRAME_GAP;
    return room > LEGEND_ROOM_LEAST ? room : LEGEND_ROOM_LEAST;
}

/* Write the function and its values from the left; where both do not fit the function is cut. */
static void write_title(struct canvas *canvas, const struct frame *frame, int limit,
                        const char *title)
{
    const struct style *style = &frame->style;
    const char *values = frame->words.values;
    int row = frame->layout.title_row;
    int room = frame_text_width(style, values);
    if (room > limit / 2)
        room = limit / 2 < VALUES_ROOM_LEAST ? 0 : limit / 2;
    int column = frame_text(canvas, style, row, 0, limit - room, title);
    frame_text(canvas, style, row, column, limit, values);
}

void frame_draw_title(struct canvas *canvas, const struct frame *frame,
                      const struct contents *contents)
{
    const struct layout *layout = &frame->layout;
    const struct style *style = &frame->style;
    char title[TITLE_SIZE];
    snprintf(title, sizeof title, "%s of %s", frame_arrow_name(style), frame->words.function);
    int title_width =
        frame_text_width(style, title) + frame_text_width(style, frame->words.values);
    int limit = layout->columns;
    if (layout->legend_row == layout->title_row &&
        layer_is_in(style->layers, LAYER_legend)) {
        int room = legend_room(layout, title_width);
        int taken = frame_draw_legend(canvas, frame, contents, room, true);
        limit -= taken > 0 ? taken + FRAME_GAP : 0;
    }
    int settings = limit - frame_text_width(style, frame->words.settings);
    if (settings >= title_width + FRAME_GAP)
        frame_text(canvas, style, layout->title_row, settings, limit, frame->words.settings);
    write_title(canvas, frame, limit, title);
}
