/* Edges of a scale of colours, written. */
#ifndef STEEPEST_VIEW_EDGE_TEXT_H
#define STEEPEST_VIEW_EDGE_TEXT_H

#include "base/number.h"
#include "view/color_scale.h"

/* Significant digits, 2 to 15, at which every edge is told from its neighbours. */
int edge_digits(const struct color_scale *scale);

/* Write a round number to so many significant digits as `0.7` or `5e3`, whichever is shorter. */
void edge_write(double edge, int digits, char out[NUMBER_SIZE]);

#endif
