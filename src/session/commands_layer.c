/* Commands that choose what the picture is made of. */
#include <string.h>

#include "session/state.h"
#include "view/frame.h"

/* Part of the first word as one layer's name. */
static enum status find_layer(const struct arguments *arguments, struct word part,
                              enum layer *layer, struct failure *failure)
{
    struct arguments named = *arguments;
    const char *names[LAYER_COUNT];
    size_t chosen;
    named.words[0] = part;
    for (int i = 0; i < LAYER_COUNT; i++)
        names[i] = layer_name((enum layer)i);
    enum status status = argument_choice(&named, 0, "layer", names, LAYER_COUNT, &chosen, failure);
    if (status == STATUS_OK)
        *layer = (enum layer)chosen;
    return status;
}

enum status run_layer(struct session *session, const struct arguments *arguments,
                      struct failure *failure)
{
    const struct word *word = &arguments->words[0];
    layer_set layers = 0;
    if (argument_is(arguments, 0, "none")) {
        session->now.layers = 0;
        return STATUS_OK;
    }
    for (size_t at = 0; at <= word->length;) {
        const char *bytes = arguments->source->bytes + word->start + at;
        const char *comma = memchr(bytes, ',', word->length - at);
        size_t length = comma == NULL ? word->length - at : (size_t)(comma - bytes);
        struct word part = { .start = word->start + at, .length = length };
        enum layer layer;
        enum status status = find_layer(arguments, part, &layer, failure);
        if (status != STATUS_OK)
            return status;
        layers |= 1u << layer;
        at += length + 1;
    }
    session->now.layers = layers;
    return STATUS_OK;
}

static enum status toggle(struct session *session, enum layer layer)
{
    session->now.layers ^= 1u << layer;
    struct color_mode color = session_color(session);
    bool unseen = layer == LAYER_background && layer_is_in(session->now.layers, layer) &&
                  frame_shading_advice(&color) != NULL;
    if (session->display.screen && !unseen)
        session_say(session, "%s: %s", layer_name(layer),
                    layer_is_in(session->now.layers, layer) ? "shown" : "hidden");
    return STATUS_OK;
}

#define LAYER(name, shown, meaning)                                                           \
    enum status run_toggle_##name(struct session *session, const struct arguments *arguments,      \
                                  struct failure *failure)                                         \
    {                                                                                              \
        (void)arguments;                                                                           \
        (void)failure;                                                                             \
        return toggle(session, LAYER_##name);                                                      \
    }
#include "view/layers.def"
#undef LAYER
