/* What a person has chosen, and how copies of it are kept. Private to the session. */
#ifndef STEEPEST_SESSION_SETTINGS_H
#define STEEPEST_SESSION_SETTINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "session/checking.h"
#include "session/subject.h"
#include "session/walks.h"
#include "view/color_scale.h"
#include "view/glyph.h"
#include "view/layer.h"
#include "view/palette.h"
#include "view/quantity.h"
#include "view/scale.h"
#include "view/spread.h"
#include "view/viewport.h"

/* What the panel of errors against h shows: nothing, the present scheme, or all of them. */
enum errors_shown { ERRORS_OFF, ERRORS_ONE, ERRORS_ALL, ERRORS_COUNT };

/* A view that was marked. */
struct marked_view {
    bool is_set;
    struct window home;
    struct viewport viewport;
};

/* What scales were chosen for: samples from first[a] on, along each axis of the viewport. */
struct chosen_at {
    int64_t first[AXES];
    struct difference difference;
    bool judged; /* whether they had been judged */
};

/*
 * What a person has chosen, and the scales that belong to it: all that `undo` brings back. Copies
 * share the subject and the checking: settings_hold.
 */
struct settings {
    struct subject *subject;   /* never NULL */
    struct checking *checking; /* of the subject; NULL while no gradient is checked */
    struct parameters parameters;
    size_t chosen_parameter; /* its number from 1; 0 while none was chosen */
    struct fixed_variables fixed;
    struct difference difference;
    enum step_kind step_before_auto; /* what `step-auto` goes back to; not STEP_AUTO */

    struct walk_manner manner; /* of walks to come */
    struct walk_wish walks[WALKS_MOST];
    size_t walk_count;
    bool race; /* they are one, of all optimizers */

    struct window home;
    struct viewport viewport;
    enum aspect aspect;
    int spacing;
    double cell_aspect; /* width of a cell over its height */
    bool cell_aspect_auto; /* it is the display's */

    bool ascent;
    layer_set layers;
    bool glyphs_auto; /* the display's glyphs, not `glyphs` */
    enum glyph_set glyphs;
    enum background background; /* may be BACKGROUND_auto */
    enum errors_shown errors_shown;
    enum quantity color_by;                   /* what colours show */
    struct color_wish wishes[QUANTITY_COUNT]; /* of each quantity's scale */

    /* Chosen by session_settle_scale for the window; what keeps them leaves them as they are. */
    bool scale_stale;
    bool colors_stale; /* besides with the scale */
    struct scale scale;
    double quiver_reference;
    struct spread spread;      /* of f's values, chosen with the scale */
    struct color_scale colors; /* stale when scale_stale */
    struct chosen_at scale_at;
    struct chosen_at colors_at;
};

/* Hold what a copy that was made by assignment shares with its original. */
void settings_hold(struct settings *settings);

/* Let go of what the settings share. */
void settings_release(struct settings *settings);

/*
 * Whether two settings are the same choices, however their scales were chosen: then there is
 * nothing to be undone between them.
 */
bool settings_are_same(const struct settings *a, const struct settings *b);

/*
 * The parameter that the frame shows as the chosen one: its index, or how many there are where none
 * is shown so, since none was chosen or there is no choice.
 */
size_t settings_chosen_shown(const struct settings *settings);

#endif
