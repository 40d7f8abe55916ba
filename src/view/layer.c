/* What a frame is made of. */
#include "view/layer.h"

static const struct {
    const char *name;
    bool shown;
} rows[LAYER_COUNT] = {
#define LAYER(name_, shown_, meaning) { .name = #name_, .shown = (shown_) },
#include "view/layers.def"
#undef LAYER
};

const char *layer_name(enum layer layer)
{
    return rows[layer].name;
}

layer_set layers_shown_first(void)
{
    layer_set layers = 0;
    for (int layer = 0; layer < LAYER_COUNT; layer++)
        if (rows[layer].shown)
            layers |= 1u << layer;
    return layers;
}

bool layer_is_in(layer_set layers, enum layer layer)
{
    return (layers >> layer & 1) != 0;
}

bool layers_have_arrows(layer_set layers)
{
    return layer_is_in(layers, LAYER_arrows) || layer_is_in(layers, LAYER_quiver);
}

bool layers_show_trust(layer_set layers)
{
    return layer_is_in(layers, LAYER_trust) && layers_have_arrows(layers);
}
