/* What is drawn for a sample that has no arrow, or none to rely on. */
#ifndef STEEPEST_VIEW_MARK_H
#define STEEPEST_VIEW_MARK_H

#include "view/aliasing.h"
#include "view/field.h"
#include "view/glyph.h"

/*
 * Find the mark of a sample; false when it has an arrow. Dead and undefined gradients and those
 * that are 0 have one; with `trust`, in a field that is judged, kinks and gradients that their
 * error may reverse too. MARK_ALIASED is not among them: see mark_find_among.
 */
bool mark_find(const struct sample *sample, bool trust, enum mark *mark);

/*
 * As mark_find, for sample (column, row) among those around it: with `trust` one that has no other
 * mark has MARK_ALIASED where aliasing_at says so.
 */
bool mark_find_among(const struct surrounded *surrounded, size_t column, size_t row, bool trust,
                     enum mark *mark);

/* Whether the arrow of a sample that has no mark is drawn dim: it may be off by 22.5 degrees. */
bool mark_dims(const struct sample *sample, bool trust);

#endif
