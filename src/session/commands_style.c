/* Commands that change how the field is shown. */
#include "session/setting_names.h"
#include "session/state.h"

#include <math.h>
#include <string.h>

/* The width of a cell over its height: beyond these no font goes. */
static const double cell_aspect_least = 0.1;
static const double cell_aspect_most = 10;

/* `auto` goes before the sets, so that a set's place is its number + 1. */
static const char *const glyph_names[1 + GLYPHS_COUNT] = {
    "auto",
#define GLYPHS(name, ascii, arrows, marks, meaning) #name,
#include "view/glyphs.def"
#undef GLYPHS
};

enum status run_aspect(struct session *session, const struct arguments *arguments,
                           struct failure *failure)
{
    size_t chosen;
    enum status status = argument_choice(arguments, 0, "aspect", setting_aspects, ASPECT_COUNT,
                                         &chosen, failure);
    if (status != STATUS_OK)
        return status;
    session->now.aspect = (enum aspect)chosen;
    session_reshape(session);
    return STATUS_OK;
}

enum status run_spacing(struct session *session, const struct arguments *arguments,
                            struct failure *failure)
{
    double number;
    enum status status = argument_number(arguments, 0, &number, failure);
    if (status != STATUS_OK)
        return status;
    const struct word *word = &arguments->words[0];
    if (!(number >= LAYOUT_SPACING_LEAST && number <= LAYOUT_SPACING_MOST) ||
        number != floor(number))
        return failure_at(failure, arguments->source, word->start, word->length,
                          "a whole number from %d to %d is wanted here", LAYOUT_SPACING_LEAST,
                          LAYOUT_SPACING_MOST);
    session->now.spacing = (int)number;
    session_reshape(session);
    return STATUS_OK;
}

enum status run_cell_aspect(struct session *session, const struct arguments *arguments,
                                struct failure *failure)
{
    const struct word *word = &arguments->words[0];
    double number = session->display_cell_aspect;
    bool is_auto = argument_is(arguments, 0, "auto");
    enum status status = is_auto ? STATUS_OK : argument_number(arguments, 0, &number, failure);
    if (status != STATUS_OK)
        return status;
    if (!(number >= cell_aspect_least && number <= cell_aspect_most))
        return failure_at(failure, arguments->source, word->start, word->length,
                          "a number from %g to %g is wanted here", cell_aspect_least,
                          cell_aspect_most);
    session->now.cell_aspect_auto = is_auto;
    session->now.cell_aspect = number;
    session_reshape(session);
    return STATUS_OK;
}

enum status run_sign(struct session *session, const struct arguments *arguments,
                         struct failure *failure)
{
    static const char *const names[] = { "descent", "ascent" };
    size_t chosen = session->now.ascent ? 0 : 1;
    if (arguments->count > 0) {
        enum status status = argument_choice(arguments, 0, "sign", names, 2, &chosen, failure);
        if (status != STATUS_OK)
            return status;
    }
    session->now.ascent = chosen == 1;
    return STATUS_OK;
}

/* The set after the one in force; without UTF-8 those in ASCII alone. */
static enum glyph_set next_set(const struct session *session)
{
    enum glyph_set set = session->now.glyphs_auto ? session->display.glyphs : session->now.glyphs;
    do
        set = (set + 1) % GLYPHS_COUNT;
    while (!session->display.utf8 && !glyph_set_is_ascii(set));
    return set;
}

enum status run_glyphs(struct session *session, const struct arguments *arguments,
                           struct failure *failure)
{
    size_t chosen = 1 + (size_t)next_set(session);
    if (arguments->count > 0) {
        enum status status = argument_choice(arguments, 0, "glyphs", glyph_names,
                                             1 + GLYPHS_COUNT, &chosen, failure);
        if (status != STATUS_OK)
            return status;
    }
    bool automatic = chosen == 0;
    enum glyph_set set = automatic ? session->display.glyphs : (enum glyph_set)(chosen - 1);
    if (!session->display.utf8 && !glyph_set_is_ascii(set))
        return failure_at(failure, arguments->source, arguments->words[0].start,
                          arguments->words[0].length,
                          "'%s' needs a UTF-8 locale, as in LC_ALL=C.UTF-8", glyph_set_name(set));
    session->now.glyphs_auto = automatic;
    session->now.glyphs = set;
    if (session->display.screen)
        session_say(session, "glyphs: %s%s%s", glyph_set_name(set),
                    glyph_set_is_ascii(set) ? ", " : "",
                    glyph_set_is_ascii(set) ? glyph_set_meaning(set) : "");
    return STATUS_OK;
}

enum status run_background(struct session *session, const struct arguments *arguments,
                               struct failure *failure)
{
    size_t chosen;
    enum status status = argument_choice(arguments, 0, "background", setting_backgrounds,
                                         BACKGROUND_COUNT, &chosen, failure);
    if (status == STATUS_OK)
        session->now.background = (enum background)chosen;
    return status;
}
