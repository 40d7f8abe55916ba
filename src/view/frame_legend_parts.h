/* The marks that a legend explains. Private to the legend. */
#ifndef STEEPEST_VIEW_FRAME_LEGEND_PARTS_H
#define STEEPEST_VIEW_FRAME_LEGEND_PARTS_H

#include "view/frame_parts.h"

enum {
    LEGEND_MARKS_MOST = MARK_COUNT + 2 + CRITICAL_KIND_COUNT + AXES + TRAIL_MARK_COUNT
};

/* A mark, or a dim arrow, and what it means; `meaning` lives for ever. */
struct explained {
    struct cell cell;
    const char *meaning;
};

/* Those on screen; zero, plain to see, is last but for those of walks. Plain data. */
struct legend_marks {
    struct explained explained[LEGEND_MARKS_MOST];
    int count;
    int warnings; /* those before zero */
};

/* What a frame that shows these contents has to explain. */
struct legend_marks frame_legend_marks(const struct frame *frame, const struct contents *contents);

#endif
