/* What a person has chosen, and how copies of it are kept. */
#include "session/settings.h"

void settings_hold(struct settings *settings)
{
    subject_hold(settings->subject);
    checking_hold(settings->checking);
}

void settings_release(struct settings *settings)
{
    checking_free(settings->checking);
    subject_free(settings->subject);
}

static bool same_windows(const struct window *a, const struct window *b)
{
    for (int axis = 0; axis < AXES; axis++)
        if (a->low[axis] != b->low[axis] || a->high[axis] != b->high[axis])
            return false;
    return true;
}

static bool same_views(const struct settings *a, const struct settings *b)
{
    for (int axis = 0; axis < AXES; axis++)
        if (a->viewport.probe[axis] != b->viewport.probe[axis])
            return false;
    return viewport_has_same_places(&a->viewport, &b->viewport) && same_windows(&a->home, &b->home);
}

static bool same_differences(const struct settings *a, const struct settings *b)
{
    return difference_is_same(&a->difference, &b->difference) &&
           a->step_before_auto == b->step_before_auto;
}

static bool same_wishes(const struct settings *a, const struct settings *b)
{
    for (int i = 0; i < QUANTITY_COUNT; i++)
        if (!color_wish_is_same(&a->wishes[i], &b->wishes[i]))
            return false;
    return a->color_by == b->color_by;
}

static bool same_shapes(const struct settings *a, const struct settings *b)
{
    return a->aspect == b->aspect && a->spacing == b->spacing &&
           a->cell_aspect == b->cell_aspect && a->cell_aspect_auto == b->cell_aspect_auto;
}

static bool same_styles(const struct settings *a, const struct settings *b)
{
    return a->ascent == b->ascent && a->layers == b->layers &&
           a->glyphs_auto == b->glyphs_auto && a->glyphs == b->glyphs &&
           a->background == b->background && a->errors_shown == b->errors_shown;
}

static bool same_walks(const struct settings *a, const struct settings *b)
{
    if (a->walk_count != b->walk_count || a->race != b->race ||
        !walk_manner_is_same(&a->manner, &b->manner))
        return false;
    for (size_t i = 0; i < a->walk_count; i++)
        if (!walk_wish_is_same(&a->walks[i], &b->walks[i]))
            return false;
    return true;
}

size_t settings_chosen_shown(const struct settings *settings)
{
    size_t count = settings->parameters.count;
    return count > 1 && settings->chosen_parameter > 0 ? settings->chosen_parameter - 1 : count;
}

bool settings_are_same(const struct settings *a, const struct settings *b)
{
    /* A parameter or a fixed variable that changes makes another subject. */
    return a->subject == b->subject && a->checking == b->checking &&
           settings_chosen_shown(a) == settings_chosen_shown(b) && same_views(a, b) &&
           same_differences(a, b) && same_walks(a, b) && same_wishes(a, b) &&
           same_shapes(a, b) && same_styles(a, b);
}
