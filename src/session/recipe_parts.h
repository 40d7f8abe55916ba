/* What the two parts of a recipe share: its settings, and the way of its window. */
#ifndef STEEPEST_SESSION_RECIPE_PARTS_H
#define STEEPEST_SESSION_RECIPE_PARTS_H

#include "base/number.h"
#include "session/recipe.h"
#include "session/setting_names.h"
#include "session/state.h"
#include "source/catalogue.h"

/* A recipe on its way, and what a session that follows it has been brought to. */
struct recipe {
    const struct session *session;
    const struct settings *now;   /* what it is to lead to */
    const struct settings *first; /* what a new session has */
    struct text *lines;
    struct window home; /* the window that the function brought */
    layer_set layers;
    struct difference difference;
    enum quantity color_by;
    struct walk_manner manner;
    struct viewport viewport;
    bool scale_stale;          /* the next line, or frame, chooses scales */
    struct chosen_at scale_at; /* else where they were chosen */
};

/* A number that reads back as the same, without a `.0`. Returns `number`. */
char *recipe_number(double value, char number[NUMBER_SIZE]);

/* Write lines, if they are needed, that lead to these layers, or to this difference. */
void recipe_write_layers(struct recipe *recipe, layer_set layers);
void recipe_write_difference(struct recipe *recipe, const struct difference *difference);

/* Write the scale that was asked for of the quantity, which colours show. */
void recipe_write_wish(struct recipe *recipe, enum quantity quantity);

/* Write, for settings, the scheme, layers and colours that the first scales are chosen with. */
void recipe_write_first_choices(struct recipe *recipe);

/*
 * Write the way of the window, with its scales chosen, its colours and its streamlines drawn where
 * they were. Errors as recipe_append.
 */
enum status recipe_write_way(struct recipe *recipe, struct failure *failure);

#endif
