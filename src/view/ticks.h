/* Round numbers along an axis. */
#ifndef STEEPEST_VIEW_TICKS_H
#define STEEPEST_VIEW_TICKS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/number.h"
#include "view/minus.h"

enum {
    TICKS_MOST = 256,
    TICK_LABEL_SIZE = NUMBER_SIZE + MINUS_GROWTH,
    TICK_BASE_SIZE = 2 * TICK_LABEL_SIZE + 8 /* two numbers and the signs between them */
};

struct tick {
    double value;
    int cell;                    /* column or row from the axis's first, rounded to the nearest */
    char label[TICK_LABEL_SIZE]; /* UTF-8 with U+2212 for minus, or ASCII; "" for none */
    int label_cell; /* where a label along the axis begins: centred, and kept on the axis */
};

/* An axis of cells: cell c lies at low + c * step, 0 <= c < cells. */
struct tick_axis {
    double low;
    double step; /* positive */
    int cells;
    int apart;       /* least distance between two ticks in cells */
    int label_room;  /* widest label in columns; a wider one is left empty */
    int label_gap;   /* when >= 0, labels lie along the axis and must be this far apart */
    bool ascii;      /* write minus as ASCII */
    int base_room;   /* widest base in columns; 0 when there is no place for any */
    int base_cell;   /* where a base along the axis begins, which labels must not touch */
    int label_limit; /* when > 0, labels along the axis must end before this cell */
};

/*
 * Place ticks at multiples of 1, 2 or 5 times a power of ten: the finest that keeps them apart and
 * has room for every label. Stores at most TICKS_MOST, ascending, and returns how many. Labels have
 * as many digits as the step needs, all of them true; minus zero is 0. Where no step of two ticks
 * or more has room for its labels, the finest that keeps the ticks apart is taken and labels
 * without room are left empty. 0 ticks where the axis is not finite or its step is beyond the
 * digits of its numbers.
 */
size_t ticks_place(const struct tick_axis *axis, struct tick ticks[TICKS_MOST]);

/*
 * As ticks_place, with labels that may be short because what they have in common is said once:
 * stores in `base` what goes before them, "" when they stand for themselves. `1.2345678 +`: a
 * tick's place is exactly the base plus its label; `1e-13 ×`: the product; `1 + 1e-13 ×`: both.
 * The base's number is the roundest tick in sight. This is done where the whole numbers would need
 * a step several times as coarse as the ticks could have.
 */
size_t ticks_place_from(const struct tick_axis *axis, struct tick ticks[TICKS_MOST],
                        char base[TICK_BASE_SIZE]);

#endif
