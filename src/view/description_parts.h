/* The parts of a frame's description; for description.c and its neighbours only. */
#ifndef STEEPEST_VIEW_DESCRIPTION_PARTS_H
#define STEEPEST_VIEW_DESCRIPTION_PARTS_H

#include "base/text.h"
#include "view/frame.h"

/* Append "x0=1, x1=2", with as many digits as tell the place from the next sample's. */
void description_add_place(struct text *text, const struct frame *frame,
                           const double place[AXES]);

/* Append a sentence about the critical points that are shown, if the layer is on. */
void description_say_critical(struct text *text, const struct frame *frame);

/* Append one about the lines where derivatives are 0, if the layer is on. */
void description_say_nullclines(struct text *text, const struct frame *frame);

/* Append one for each walk: where it began, where it stands, and what became of it. */
void description_say_walks(struct text *text, const struct frame *frame);

#endif
