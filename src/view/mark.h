/* What is drawn for a sample that has no arrow. */
#ifndef STEEPEST_VIEW_MARK_H
#define STEEPEST_VIEW_MARK_H

#include "view/field.h"
#include "view/glyph.h"

/* Find the mark of a sample; false when it has an arrow, its gradient finite and not 0. */
bool mark_find(const struct sample *sample, enum mark *mark);

#endif
