/* What a frame is made of. */
#ifndef STEEPEST_VIEW_LAYER_H
#define STEEPEST_VIEW_LAYER_H

#include <stdbool.h>

/* One enumerator for each row of layers.def. */
enum layer {
#define LAYER(name, shown, meaning) LAYER_##name,
#include "view/layers.def"
#undef LAYER
    LAYER_COUNT
};

/* Any number of layers: bit 1 << layer for each. */
typedef unsigned layer_set;

const char *layer_name(enum layer layer);

/* The layers that a new session shows. */
layer_set layers_shown_first(void);

bool layer_is_in(layer_set layers, enum layer layer);

/* Whether there are arrows among them, of either kind. */
bool layers_have_arrows(layer_set layers);

/* Whether they tell which arrows may be wrong: those that they show are to be judged. */
bool layers_show_trust(layer_set layers);

#endif
