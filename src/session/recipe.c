/* The commands that bring a session into the state that another is in. */
#include "session/recipe.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "session/recipe_parts.h"
#include "view/cell_aspect.h"

char *recipe_number(double value, char number[NUMBER_SIZE])
{
    static const char whole[] = ".0";
    number_repr(value, number);
    size_t length = strlen(number);
    if (length > 2 && strcmp(number + length - 2, whole) == 0)
        number[length - 2] = '\0';
    return number;
}

static void write_parameters(struct recipe *recipe)
{
    const struct parameters *parameters = &recipe->now->parameters;
    char least[NUMBER_SIZE];
    char value[NUMBER_SIZE];
    char most[NUMBER_SIZE];
    for (size_t i = 0; i < parameters->count; i++) {
        const struct parameter *parameter = &parameters->entries[i];
        recipe_number(parameter->value, value);
        if (isinf(parameter->least) && isinf(parameter->most))
            text_append_format(recipe->lines, "set %s=%s\n", parameter->name, value);
        else
            text_append_format(recipe->lines, "set %s=%s:%s:%s\n", parameter->name,
                               recipe_number(parameter->least, least), value,
                               recipe_number(parameter->most, most));
    }
}

/* Write the function, and take the window that it brings for the one asked for. */
static void write_function(struct recipe *recipe)
{
    const struct subject *subject = recipe->now->subject;
    const char *name = text_string(&subject->name);
    const struct catalogue_entry *seed = catalogue_at(0);
    const struct catalogue_entry *entry = catalogue_find(name, strlen(name));
    const char *text = entry != NULL ? name : formula_text(subject->formula);
    const struct catalogue_entry *window = entry != NULL ? entry : seed;
    for (int axis = 0; axis < AXES; axis++) {
        recipe->home.low[axis] = window->low[axis];
        recipe->home.high[axis] = window->high[axis];
    }
    if (strcmp(text, seed->formula) != 0)
        text_append_format(recipe->lines, "function %s\n", text);
}

static void write_fixed(struct recipe *recipe)
{
    const struct fixed_variables *fixed = &recipe->now->fixed;
    char number[NUMBER_SIZE];
    for (size_t i = 0; i < fixed->count; i++)
        text_append_format(recipe->lines, "at x%zu=%s\n", fixed->entries[i].k,
                           recipe_number(fixed->entries[i].value, number));
}

static void write_home(struct recipe *recipe)
{
    const struct window *home = &recipe->now->home;
    char low[NUMBER_SIZE];
    char high[NUMBER_SIZE];
    for (int axis = 0; axis < AXES; axis++)
        if (home->low[axis] != recipe->home.low[axis] ||
            home->high[axis] != recipe->home.high[axis])
            text_append_format(recipe->lines, "x%d %s:%s\n", axis,
                               recipe_number(home->low[axis], low),
                               recipe_number(home->high[axis], high));
}

static void write_shape(struct recipe *recipe)
{
    const struct settings *now = recipe->now;
    const struct settings *first = recipe->first;
    char number[NUMBER_SIZE];
    if (now->aspect != first->aspect)
        text_append_format(recipe->lines, "aspect %s\n", setting_aspects[now->aspect]);
    if (now->spacing != first->spacing)
        text_append_format(recipe->lines, "spacing %d\n", now->spacing);
    if (now->cell_aspect != CELL_ASPECT_USUAL)
        text_append_format(recipe->lines, "cell-aspect %s\n",
                           recipe_number(now->cell_aspect, number));
}

static void write_style(struct recipe *recipe)
{
    const struct settings *now = recipe->now;
    const struct settings *first = recipe->first;
    if (now->ascent != first->ascent)
        text_append_format(recipe->lines, "sign %s\n", now->ascent ? "ascent" : "descent");
    if (!now->glyphs_auto)
        text_append_format(recipe->lines, "glyphs %s\n", glyph_set_name(now->glyphs));
    if (now->background != first->background)
        text_append_format(recipe->lines, "background %s\n", setting_backgrounds[now->background]);
}

void recipe_write_layers(struct recipe *recipe, layer_set layers)
{
    if (layers == recipe->layers)
        return;
    recipe->layers = layers;
    text_append(recipe->lines, "layer ");
    for (int layer = 0; layer < LAYER_COUNT; layer++) {
        if (!layer_is_in(layers, (enum layer)layer))
            continue;
        text_append_format(recipe->lines, "%s%s", layer_name((enum layer)layer),
                           layers >> (layer + 1) != 0 ? "," : "");
    }
    text_append(recipe->lines, layers == 0 ? "none\n" : "\n");
}

/* How a step is written: "0.001", "1e-6r". */
static void write_step(struct recipe *recipe, double h, enum step_kind kind)
{
    char number[NUMBER_SIZE];
    if (kind == STEP_AUTO)
        text_append(recipe->lines, "step auto\n");
    else
        text_append_format(recipe->lines, "step %s%s\n", recipe_number(h, number),
                           kind == STEP_RELATIVE ? "r" : "");
}

void recipe_write_difference(struct recipe *recipe, const struct difference *difference)
{
    const struct difference *before = &recipe->difference;
    if (difference->scheme != before->scheme)
        text_append_format(recipe->lines, "scheme %s\n", difference->scheme->name);
    /* The h of an automatic step is what a walk from it begins with. */
    if (difference->h != before->h ||
        (difference->step != before->step && difference->step != STEP_AUTO))
        write_step(recipe, difference->h,
                   difference->step == STEP_AUTO ? recipe->now->step_before_auto
                                                 : difference->step);
    if (difference->step == STEP_AUTO && (before->step != STEP_AUTO || difference->h != before->h))
        write_step(recipe, difference->h, STEP_AUTO);
    recipe->difference = *difference;
}

void recipe_write_wish(struct recipe *recipe, enum quantity quantity)
{
    const struct color_wish *wish = &recipe->now->wishes[quantity];
    const struct color_wish *first = &recipe->first->wishes[quantity];
    char low[NUMBER_SIZE];
    char high[NUMBER_SIZE];
    if (wish->form != first->form)
        text_append_format(recipe->lines, "scale %s\n", setting_scale_forms[wish->form]);
    if (wish->has_range)
        text_append_format(recipe->lines, "range %s:%s\n", recipe_number(wish->low, low),
                           recipe_number(wish->high, high));
}

/* Write the scales that were asked for of the quantities that are not shown. */
static void write_other_wishes(struct recipe *recipe)
{
    bool written = false;
    for (int i = 0; i < QUANTITY_COUNT; i++) {
        enum quantity quantity = (enum quantity)i;
        if (quantity == recipe->now->color_by || quantity == QUANTITY_check ||
            color_wish_is_same(&recipe->now->wishes[i], &recipe->first->wishes[i]))
            continue;
        text_append_format(recipe->lines, "color-by %s\n", quantity_name(quantity));
        recipe_write_wish(recipe, quantity);
        written = true;
    }
    if (written)
        text_append(recipe->lines, "color-by magnitude\n");
}

/* Write lines, where they are needed, that let walks to come go so. */
static void write_manner(struct recipe *recipe, const struct walk_manner *manner)
{
    char number[NUMBER_SIZE];
    const struct walk_manner *before = &recipe->manner;
    if (manner->optimizer != before->optimizer)
        text_append_format(recipe->lines, "optimizer %s\n", manner->optimizer->name);
    if (manner->learning_rate != before->learning_rate)
        text_append_format(recipe->lines, "lr %s\n",
                           manner->learning_rate == 0
                               ? "auto"
                               : recipe_number(manner->learning_rate, number));
    if (manner->steps != before->steps)
        text_append_format(recipe->lines, "steps %zu\n", manner->steps);
    recipe->manner = *manner;
}

/* Write the walks in their order; those of a race begin at once. */
static void write_walks(struct recipe *recipe)
{
    const struct settings *now = recipe->now;
    char number[AXES][NUMBER_SIZE];
    for (size_t i = 0; i < (now->race ? 1 : now->walk_count); i++) {
        write_manner(recipe, &now->walks[i].manner);
        text_append_format(recipe->lines, "%s %s %s\n", now->race ? "race" : "descend",
                           recipe_number(now->walks[i].start[0], number[0]),
                           recipe_number(now->walks[i].start[1], number[1]));
    }
    write_manner(recipe, &now->manner);
}

/* Write what neither the place of the window nor the order of its changes matters to. */
static void write_settings(struct recipe *recipe)
{
    write_parameters(recipe);
    write_function(recipe);
    write_fixed(recipe);
    write_home(recipe);
    write_shape(recipe);
    write_other_wishes(recipe);
    write_style(recipe);
    write_manner(recipe, recipe->now->walk_count > 0 ? &recipe->now->walks[0].manner
                                                     : &recipe->now->manner);
}

enum status recipe_append(struct session *session, struct text *settings, struct text *way,
                          struct failure *failure)
{
    if (session->layout.too_small)
        return failure_set(failure, STATUS_USAGE, "reproduce", "there is no frame at this size");
    if (session_settle(session) != STATUS_OK)
        return work_failure(session, failure);
    struct session *fresh = NULL;
    enum status status = session_new(&fresh, failure);
    if (status != STATUS_OK)
        return status;
    struct recipe recipe = { .session = session, .now = &session->now, .first = &fresh->now,
                             .lines = settings, .layers = fresh->now.layers,
                             .difference = fresh->now.difference,
                             .color_by = fresh->now.color_by,
                             .manner = fresh->now.manner };
    write_settings(&recipe);
    recipe_write_first_choices(&recipe);
    recipe.lines = way;
    status = recipe_write_way(&recipe, failure);
    write_walks(&recipe);
    session_free(fresh);
    if (status == STATUS_OK && (settings->failed || way->failed))
        status = failure_memory(failure);
    return status;
}

enum status recipe_append_script(struct session *session, struct text *script,
                                 struct failure *failure)
{
    struct text way = TEXT_EMPTY;
    text_append(script, "reset\n");
    enum status status = recipe_append(session, script, &way, failure);
    /* Before each line scales are chosen, which some of the settings keep. */
    text_append(script, "rescale\n");
    text_append_bytes(script, text_string(&way), way.length);
    if (status == STATUS_OK && (script->failed || way.failed))
        status = failure_memory(failure);
    text_free(&way);
    return status;
}
