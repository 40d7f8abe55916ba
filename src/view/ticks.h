/* Round numbers along an axis. */
#ifndef STEEPEST_VIEW_TICKS_H
#define STEEPEST_VIEW_TICKS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/number.h"
#include "view/minus.h"

enum { TICKS_MOST = 256, TICK_LABEL_SIZE = NUMBER_SIZE + MINUS_GROWTH };

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
};

/*
 * Place ticks at multiples of 1, 2 or 5 times a power of ten: the finest that keeps them apart and
 * has room for every label. Stores at most TICKS_MOST, ascending, and returns how many. Labels have
 * as many digits as the step needs; minus zero is 0. Where no step of two ticks or more has room
 * for its labels, the finest that keeps the ticks apart is taken and labels without room are left
 * empty. 0 ticks where the axis is not finite or its step is beyond the digits of its numbers.
 */
size_t ticks_place(const struct tick_axis *axis, struct tick ticks[TICKS_MOST]);

#endif
