/* The way of a recipe's window: where scales were chosen, streamlines drawn, and where it stands. */
#include "session/recipe_parts.h"

#include <math.h>
#include <string.h>

static const char *const pans[AXES][2] = { { "pan-left", "pan-right" }, { "pan-down", "pan-up" } };

/* Whether samples are judged where a session that follows the recipe chooses its scales. */
static bool is_judged(const struct recipe *recipe)
{
    return layers_show_trust(recipe->layers) ||
           quantity_need(recipe->color_by) == NEED_JUDGEMENT;
}

static struct chosen_at here(const struct recipe *recipe)
{
    struct chosen_at at = { .difference = recipe->difference, .judged = is_judged(recipe) };
    memcpy(at.first, recipe->viewport.first, sizeof at.first);
    return at;
}

/* What a session does before each line: choose the scales that have not been chosen. */
static void settle(struct recipe *recipe)
{
    if (!recipe->scale_stale)
        return;
    recipe->scale_at = here(recipe);
    recipe->scale_stale = false;
}

/* Write the count of a command and end its line. */
static void write_count(struct recipe *recipe, int64_t count)
{
    if (count > 1)
        text_append_format(recipe->lines, " %lld", (long long)count);
    text_append(recipe->lines, "\n");
}

static enum status write_probe(struct recipe *recipe, const double place[AXES],
                               struct failure *failure)
{
    char number[AXES][NUMBER_SIZE];
    settle(recipe);
    text_append_format(recipe->lines, "probe %s %s\n", recipe_number(place[0], number[0]),
                       recipe_number(place[1], number[1]));
    return viewport_set_probe(&recipe->viewport, place, failure);
}

static enum status write_pan(struct recipe *recipe, int axis, int64_t samples,
                             struct failure *failure)
{
    settle(recipe);
    text_append(recipe->lines, pans[axis][samples > 0]);
    write_count(recipe, samples < 0 ? -samples : samples);
    return viewport_pan(&recipe->viewport, axis, samples, failure);
}

/* Put the middle of the window where it is when its first samples are these, in one pan. */
static enum status write_jump(struct recipe *recipe, const int64_t first[AXES],
                              struct failure *failure)
{
    struct viewport there = recipe->viewport;
    double middle[AXES];
    memcpy(there.first, first, sizeof there.first);
    for (int axis = 0; axis < AXES; axis++)
        middle[axis] = viewport_place(&there, axis, there.shape.samples[axis] / 2);
    enum status status = write_probe(recipe, middle, failure);
    if (status != STATUS_OK || memcmp(recipe->viewport.first, first, sizeof there.first) == 0)
        return status;
    text_append(recipe->lines, "centre\n");
    return viewport_centre(&recipe->viewport, failure);
}

static enum status pan_to(struct recipe *recipe, const int64_t first[AXES],
                          struct failure *failure)
{
    int64_t by[AXES];
    for (int axis = 0; axis < AXES; axis++)
        by[axis] = first[axis] - recipe->viewport.first[axis];
    for (int axis = 0; axis < AXES; axis++) {
        if (by[1 - axis] != 0 || by[axis] < -COUNT_MOST || by[axis] > COUNT_MOST)
            continue;
        return by[axis] == 0 ? STATUS_OK : write_pan(recipe, axis, by[axis], failure);
    }
    return write_jump(recipe, first, failure);
}

/* Let arrows be judged, or not, as they were where scales were chosen. */
static layer_set judging_layers(const struct recipe *recipe, layer_set layers, bool judged)
{
    if (layers_show_trust(layers) == judged ||
        quantity_need(recipe->color_by) == NEED_JUDGEMENT)
        return layers;
    if (judged)
        return layers | 1u << LAYER_trust | 1u << LAYER_arrows;
    return layers & ~(1u << LAYER_trust);
}

static enum status go_to(struct recipe *recipe, const struct chosen_at *at,
                         struct failure *failure)
{
    enum status status = pan_to(recipe, at->first, failure);
    layer_set layers = judging_layers(recipe, recipe->layers, at->judged);
    settle(recipe);
    recipe_write_difference(recipe, &at->difference);
    recipe_write_layers(recipe, layers);
    return status;
}

/* Whether two choices are of the same samples. */
static bool same_choices(const struct chosen_at *a, const struct chosen_at *b)
{
    return memcmp(a->first, b->first, sizeof a->first) == 0 &&
           difference_is_same(&a->difference, &b->difference) && a->judged == b->judged;
}

/* By how many powers of two the present steps are smaller; false when they are no such power. */
static bool find_power(const struct viewport *from, const struct viewport *to, int *power)
{
    int powers[AXES];
    for (int axis = 0; axis < AXES; axis++)
        if (frexp(from->step[axis] / to->step[axis], &powers[axis]) != 0.5)
            return false;
    *power = powers[0] - 1;
    return powers[0] == powers[1];
}

static enum status write_zoom(struct recipe *recipe, int power, struct failure *failure)
{
    int done;
    settle(recipe);
    text_append(recipe->lines, power > 0 ? "zoom-in" : "zoom-out");
    write_count(recipe, power > 0 ? power : -power);
    recipe->scale_stale = true;
    return viewport_zoom(&recipe->viewport, power, &done, failure);
}

/* Lead from the window asked for to the lattice of samples. */
static enum status write_lattice(struct recipe *recipe, struct failure *failure)
{
    const struct viewport *to = &recipe->now->viewport;
    int power = 0;
    bool known = find_power(&recipe->viewport, to, &power);
    if (known && power == 0 && memcmp(recipe->viewport.origin, to->origin, sizeof to->origin) == 0)
        return STATUS_OK;
    enum status status = STATUS_OK;
    if (memcmp(recipe->viewport.probe, to->origin, sizeof to->origin) != 0)
        status = write_probe(recipe, to->origin, failure);
    /* A zoom puts the lattice on the probe, even one there and back. */
    if (status == STATUS_OK && power == 0)
        status = write_zoom(recipe, -1, failure);
    if (status == STATUS_OK)
        status = write_zoom(recipe, power == 0 ? 1 : power, failure);
    return status;
}

/* Lead to where scales were chosen, and choose them there unless they are by themselves. */
static enum status write_scale(struct recipe *recipe, struct failure *failure)
{
    const struct chosen_at *at = &recipe->now->scale_at;
    enum status status = go_to(recipe, at, failure);
    if (status == STATUS_OK && !recipe->scale_stale && !same_choices(&recipe->scale_at, at)) {
        text_append(recipe->lines, "rescale\n");
        recipe->scale_stale = true;
    }
    return status;
}

/* Whether colours were chosen together with the scale, so that they can be asked for at once. */
static bool colors_with_scale(const struct recipe *recipe)
{
    const struct settings *now = recipe->now;
    return now->checking == NULL && same_choices(&now->scale_at, &now->colors_at);
}

static void write_color_by(struct recipe *recipe)
{
    enum quantity quantity = recipe->now->color_by;
    text_append_format(recipe->lines, "color-by %s\n", quantity_name(quantity));
    recipe_write_wish(recipe, quantity);
    recipe->color_by = quantity;
}

/* Lead to where colours were chosen. */
static enum status write_colors(struct recipe *recipe, struct failure *failure)
{
    const struct settings *now = recipe->now;
    if (colors_with_scale(recipe))
        return STATUS_OK;
    enum status status = go_to(recipe, &now->colors_at, failure);
    settle(recipe);
    if (now->checking != NULL)
        text_append_format(recipe->lines, "check %s\n", checking_text(now->checking));
    write_color_by(recipe);
    return status;
}

/* Lead along the places where streamlines were drawn and moved, if they are shown. */
static enum status write_streams(struct recipe *recipe, struct failure *failure)
{
    const struct streams_path *path = &recipe->session->streams_path;
    bool shown = layer_is_in(recipe->now->layers, LAYER_stream);
    enum status status = STATUS_OK;
    settle(recipe);
    recipe_write_difference(recipe, &recipe->now->difference);
    for (size_t i = 0; i < path->count && shown && status == STATUS_OK; i++) {
        status = pan_to(recipe, path->first[i], failure);
        settle(recipe);
        recipe_write_layers(recipe, recipe->now->layers);
    }
    recipe_write_layers(recipe, recipe->now->layers);
    return status;
}

static enum status write_place(struct recipe *recipe, struct failure *failure)
{
    const struct viewport *to = &recipe->now->viewport;
    enum status status = pan_to(recipe, to->first, failure);
    if (status == STATUS_OK &&
        memcmp(recipe->viewport.probe, to->probe, sizeof to->probe) != 0)
        status = write_probe(recipe, to->probe, failure);
    if (status == STATUS_OK && !viewport_has_same_places(&recipe->viewport, to))
        return failure_set(failure, STATUS_USAGE, "view",
                           "no commands lead exactly to this view, go home first");
    return status;
}

void recipe_write_first_choices(struct recipe *recipe)
{
    const struct settings *now = recipe->now;
    recipe_write_layers(recipe, judging_layers(recipe, now->layers & ~(1u << LAYER_stream),
                                               now->scale_at.judged));
    recipe_write_difference(recipe, &now->scale_at.difference);
    if (colors_with_scale(recipe) &&
        (now->color_by != recipe->first->color_by ||
         !color_wish_is_same(&now->wishes[now->color_by], &recipe->first->wishes[now->color_by])))
        write_color_by(recipe);
}

enum status recipe_write_way(struct recipe *recipe, struct failure *failure)
{
    const struct settings *now = recipe->now;
    recipe->scale_stale = true;
    enum status status =
        viewport_show(&recipe->viewport, &now->home, &now->viewport.shape, failure);
    if (status == STATUS_OK)
        status = write_lattice(recipe, failure);
    if (status == STATUS_OK)
        status = write_scale(recipe, failure);
    if (status == STATUS_OK)
        status = write_colors(recipe, failure);
    if (status == STATUS_OK)
        status = write_streams(recipe, failure);
    if (status == STATUS_OK)
        status = write_place(recipe, failure);
    size_t chosen = settings_chosen_shown(now);
    if (chosen < now->parameters.count)
        text_append_format(recipe->lines, "parameter %s\n", now->parameters.entries[chosen].name);
    if (now->errors_shown != ERRORS_OFF)
        text_append_format(recipe->lines, "error-panel %s\n", setting_curves[now->errors_shown]);
    return status;
}
