/* What is drawn for a sample that has no arrow, or none to rely on. */
#ifndef STEEPEST_VIEW_MARK_H
#define STEEPEST_VIEW_MARK_H

#include "view/field.h"
#include "view/glyph.h"

/*
 * Find the mark of a sample; false when it has an arrow. Dead and undefined gradients and those
 * that are 0 have one; with `trust`, in a field that is judged, kinks and gradients that their
 * error may reverse too. MARK_ALIASED is not among them: see view/aliasing.h.
 */
bool mark_find(const struct sample *sample, bool trust, enum mark *mark);

/* Whether the arrow of a sample that has no mark is drawn dim: it may be off by 22.5 degrees. */
bool mark_dims(const struct sample *sample, bool trust);

#endif
