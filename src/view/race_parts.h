/* The parts of the panel of a race; for race_panel.c and its neighbours only. */
#ifndef STEEPEST_VIEW_RACE_PARTS_H
#define STEEPEST_VIEW_RACE_PARTS_H

#include <stdbool.h>

#include "view/canvas.h"
#include "view/frame.h"

/* A rectangle of the field's cells, rows counted from its uppermost one. */
struct race_box {
    int row;
    int column;
    int height; /* edges included */
    int width;
    const struct race_form *form; /* of the table in it */
};

/* Whether a cell of the field lies in the box, or beside it, `beside` columns away at most. */
bool race_box_covers(const struct race_box *box, int row, int column, int beside);

/* The size of the box of a table of that form, at the field's upper left corner. */
struct race_box race_box_make(const struct race_table *table, const struct race_form *form);

/*
 * Choose the corner of the field, and the form of the table: so that the box does not cover the
 * start, then so that it covers few ends of walks and not the probe, and has many columns, then so
 * that it covers few places of the walks. False when there is no room for any.
 */
bool race_box_place(const struct frame *frame, struct race_box *box);

/*
 * Write the letter of each of the race's walks into a cell of its way, outside of the box: the cell
 * nearest to its end that no other walk goes through, or else the nearest without a letter. A walk
 * that has none stays without a letter, and all do where memory is short.
 */
void race_label_trails(struct canvas *canvas, const struct frame *frame,
                       const struct race_box *box);

#endif
