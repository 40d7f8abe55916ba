/* The panel of a race, over a part of the field. */
#ifndef STEEPEST_VIEW_RACE_PANEL_H
#define STEEPEST_VIEW_RACE_PANEL_H

#include "view/frame.h"

/* Whether there is room in the frame for its race's table, be it without some columns. */
bool frame_race_fits(const struct frame *frame);

/* The least size of a canvas with room for it wherever the race starts; not below the frame's. */
void frame_race_need(const struct frame *frame, int *columns, int *rows);

#endif
