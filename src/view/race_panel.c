/* The panel of a race, over a part of the field. */
#include "view/race_panel.h"

#include <stdio.h>
#include <string.h>

#include "view/frame_parts.h"
#include "view/race_parts.h"

enum { TEXT_SIZE = RACE_CONDITIONS_SIZE + 16, RATE_DIGITS = 4 };

/* A panel being drawn: its box, in rows and columns of the canvas. */
struct painter {
    struct canvas *canvas;
    const struct frame *frame;
    struct race_box box;
};

static int bottom_of(const struct painter *painter)
{
    return painter->box.row + painter->box.height - 1;
}

/* The column after the last that words may take. */
static int limit_of(const struct painter *painter)
{
    return painter->box.column + painter->box.width - 1;
}

static void draw_edges(const struct painter *painter)
{
    const struct symbols *symbols = frame_symbols(&painter->frame->style);
    const struct race_box *box = &painter->box;
    for (int row = box->row; row <= bottom_of(painter); row++)
        for (int column = box->column; column <= limit_of(painter); column++) {
            bool level = row == box->row || row == bottom_of(painter);
            bool side = column == box->column || column == limit_of(painter);
            uint32_t character = level ? symbols->horizontal : side ? symbols->vertical : ' ';
            canvas_put(painter->canvas, row, column, character, PEN_PLAIN);
        }
}

/* Write words into a row of the box, so many columns after its edge; false when they do not fit. */
static bool put_words(const struct painter *painter, int row, int margin, const char *words,
                      struct pen pen)
{
    int column = painter->box.column + 1 + margin;
    if (column + (int)strlen(words) > limit_of(painter))
        return false;
    for (; *words != '\0'; words++)
        canvas_put(painter->canvas, row, column++, (uint32_t)*words, pen);
    return true;
}

/* What all walks have in common, in the upper edge, as much as there is room for. */
static void draw_title(const struct painter *painter)
{
    const struct race_table *race = painter->frame->race;
    char common[RACE_CONDITIONS_SIZE];
    char words[TEXT_SIZE];
    race_table_conditions(race, RATE_DIGITS, common);
    snprintf(words, sizeof words, " race: %s ", common);
    if (put_words(painter, painter->box.row, 0, words, PEN_PLAIN))
        return;
    race_table_rate(race, RATE_DIGITS, common);
    snprintf(words, sizeof words, " race: %s ", common);
    if (!put_words(painter, painter->box.row, 0, words, PEN_PLAIN))
        put_words(painter, painter->box.row, 0, " race ", PEN_PLAIN);
}

/* What distances are from, in the lower edge, where there are any. */
static void draw_foot(const struct painter *painter)
{
    if (painter->box.form->distance && race_table_has_distances(painter->frame->race) &&
        !put_words(painter, bottom_of(painter), 0, " " RACE_DISTANCE_WORDS " ", PEN_PLAIN))
        put_words(painter, bottom_of(painter), 0, " distance: to a minimum ", PEN_PLAIN);
}

/* A row of the table; its letter and its optimizer are written as its way is drawn. */
static void draw_row(const struct painter *painter, size_t index)
{
    const struct race_table *race = painter->frame->race;
    const struct race_row *row = &race->rows[index];
    char line[RACE_LINE_SIZE];
    int at = painter->box.row + 2 + (int)index;
    int margin = painter->box.form->gap - 1;
    race_table_line(race, painter->box.form, index, line);
    put_words(painter, at, margin, line, PEN_PLAIN);
    line[2 + strlen(row->optimizer)] = '\0';
    put_words(painter, at, margin, line,
              palette_trail(&painter->frame->style.color, (int)row->trail));
}

void frame_draw_race(struct canvas *canvas, const struct frame *frame)
{
    struct painter painter = { .canvas = canvas, .frame = frame };
    char line[RACE_LINE_SIZE];
    if (frame->race == NULL || !race_box_place(frame, &painter.box))
        return;
    race_label_trails(canvas, frame, &painter.box);
    painter.box.row += frame->layout.field_row;
    painter.box.column += frame->layout.gutter;
    draw_edges(&painter);
    draw_title(&painter);
    draw_foot(&painter);
    race_table_names(frame->race, painter.box.form, line);
    put_words(&painter, painter.box.row + 1, painter.box.form->gap - 1, line, PEN_PLAIN);
    for (size_t i = 0; i < frame->race->count; i++)
        draw_row(&painter, i);
}
