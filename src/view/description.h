/* A frame in words, for who does not see it. */
#ifndef STEEPEST_VIEW_DESCRIPTION_H
#define STEEPEST_VIEW_DESCRIPTION_H

#include "base/text.h"
#include "view/frame.h"

/*
 * Append sentences, a line each, that say what the frame shows: the function and its window, where
 * f seems to have its minimum, the range of the gradient's magnitude, where the arrows point if
 * most agree, what is marked, which critical points and nullclines are shown, what became of walks,
 * and what is known at the probe. The words are ASCII but for what the
 * frame's own words hold, which become ASCII where the style asks for it.
 */
void describe_frame(const struct frame *frame, struct text *text);

#endif
