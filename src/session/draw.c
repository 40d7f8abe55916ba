/* From a session's state to a frame. */
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "session/greeting.h"
#include "session/hint.h"
#include "session/race.h"
#include "session/state.h"

enum { NEED_SIZE = 64 }; /* bytes of the words for a size that is needed */

enum glyph_set session_glyphs(const struct session *session)
{
    enum glyph_set set = session->now.glyphs_auto ? session->display.glyphs : session->now.glyphs;
    return session->display.utf8 || glyph_set_is_ascii(set) ? set : GLYPHS_ascii;
}

void session_describe_difference(const struct session *session,
                                 char description[DIFFERENCE_SIZE])
{
    char number[NUMBER_SIZE];
    const struct difference *difference = &session->now.difference;
    if (scheme_is_exact(difference->scheme))
        snprintf(description, DIFFERENCE_SIZE, "%s", difference->scheme->name);
    else if (difference->step == STEP_AUTO)
        snprintf(description, DIFFERENCE_SIZE, "%s h=auto", difference->scheme->name);
    else
        snprintf(description, DIFFERENCE_SIZE, "%s h=%s%s", difference->scheme->name,
                 number_short(difference->h, 6, number),
                 difference->step == STEP_RELATIVE ? "r" : "");
}

/* What the message's row says: where there is no message, why a layer that is on is not seen. */
static const char *message_of(const struct session *session)
{
    struct color_mode color = session_color(session);
    const char *advice = frame_shading_advice(&color);
    if (session->message[0] != '\0' || advice == NULL ||
        !layer_is_in(session->now.layers, LAYER_background))
        return session->message;
    return advice;
}

/* How the frame is written. */
static struct style style_of(const struct session *session)
{
    return (struct style){ .glyphs = session_glyphs(session),
                           .color = session_color(session),
                           .ascii = !session->display.utf8,
                           .ascent = session->now.ascent,
                           .faded = session->faded,
                           .layers = session->now.layers };
}

/* Write what the title says of the function. */
static enum status write_title(struct session *session)
{
    const struct settings *now = &session->now;
    text_clear(&session->title);
    text_clear(&session->values);
    subject_append_title(now->subject, &session->title);
    subject_append_values(now->subject, &now->parameters, settings_chosen_shown(now),
                          &session->values);
    return session->title.failed || session->values.failed ? STATUS_FAILED : STATUS_OK;
}

/* What the frame has to hold back. */
static struct frame_unfinished unfinished_of(const struct session *session)
{
    return (struct frame_unfinished){ .work = session->unfinished,
                                      .area = session->area_unfinished,
                                      .rows = (int)session->rows_computed,
                                      .probe = !session_knows_probe(session),
                                      .percent = (int)(100 * session_progress(session)) };
}

/*
 * Bring the frame up to date as far as the work at hand goes, with the panel of errors where it is
 * drawn. Critical points take longest, and all else is seen while they are looked for.
 */
static enum status update(struct session *session, bool drawn)
{
    session->unfinished = true;
    session->area_unfinished = true;
    session_keep_walks(session);
    enum status status = session_update_area(session);
    session->area_unfinished = status != STATUS_OK;
    if (status == STATUS_OK)
        status = session_update_probe(session);
    if (status == STATUS_OK)
        status = session_settle_walks(session);
    if (status == STATUS_OK && drawn)
        status = session_sweep_errors(session);
    if (status == STATUS_OK)
        status = session_update_extrema(session);
    if (status == STATUS_OK)
        status = session_settle_race(session);
    session->unfinished = status != STATUS_OK;
    return status;
}

/* Fill in what belongs to a layout that has room. */
static void fill_frame(struct session *session, struct frame *frame)
{
    for (int axis = 0; axis < AXES; axis++)
        frame->rims[axis] = session->rims_found == AXES ? session->rims[axis] : NULL;
    if (session_knows_probe(session))
        frame->probe = field_sample(session->probe_field, 0, 0);
    else
        memcpy(frame->probe.place, session->now.viewport.probe, sizeof frame->probe.place);
    frame->unfinished = unfinished_of(session);
}

/* Fill the frame with what is up to date. */
static void make_frame(struct session *session, struct frame *frame)
{
    *frame = (struct frame){ .layout = session->layout, .viewport = &session->now.viewport };
    frame->field = session->field;
    frame->dots = session->dots;
    frame->streams = session->streams;
    frame->trails = session_trails(session);
    frame->trail_count = session->now.walk_count;
    frame->race = session_race(session);
    frame->scale = session->now.scale;
    frame->quiver_reference = session->now.quiver_reference;
    frame->relief = session->relief;
    for (int axis = 0; axis < AXES; axis++)
        if (session->nullclines.computed == AXES)
            frame->slopes[axis] = session->nullclines.slopes[axis];
    frame->critical =
        session_knows_extrema(session) && session->extrema.simple ? &session->extrema.points : NULL;
    frame->basin_numbers = session->maps.numbers;
    frame->spread = session->now.spread;
    frame->colors = session->now.colors;
    frame->unmapped = maps_have(quantity_need(session->now.color_by)) &&
                      !maps_are_known(session);
    frame->style = style_of(session);
    if (!session->layout.too_small)
        fill_frame(session, frame);
    frame->words = (struct frame_words){ .function = text_string(&session->title),
                                         .values = text_string(&session->values),
                                         .settings = "",
                                         .message = message_of(session),
                                         .message_whole = session->message_whole,
                                         .hint = "" };
}

/* Fill the frame, brought up to date. */
static enum status update_frame(struct session *session, bool drawn, struct frame *frame)
{
    if (write_title(session) != STATUS_OK)
        return STATUS_FAILED;
    if (session->layout.too_small)
        session->unfinished = session->area_unfinished = false;
    else if (update(session, drawn) != STATUS_OK)
        return STATUS_FAILED;
    make_frame(session, frame);
    return STATUS_OK;
}

enum status session_frame(struct session *session, struct frame *frame)
{
    return update_frame(session, false, frame);
}

/* Bring all up to date that session_draw shows. */
static enum status update_drawn(struct session *session, struct frame *frame)
{
    enum status status = update_frame(session, true, frame);
    session->beyond_limit = session->beyond_limit && status != STATUS_OK;
    if (status == STATUS_OK || session->work.kind != WORK_FRAME || !session->work.halted)
        return status;
    make_frame(session, frame);
    return STATUS_OK;
}

/* Write what size the panel of errors would fit into. */
static const char *say_need(const struct frame *frame, char words[NEED_SIZE])
{
    int columns;
    int rows;
    frame_error_panel_need(frame, &columns, &rows);
    snprintf(words, NEED_SIZE, "the panel of errors needs %dx%d", columns, rows);
    return words;
}

/* Whether all is drawn but critical points, which are still looked for. */
static bool misses_extrema(const struct session *session)
{
    return session->unfinished && !session->area_unfinished &&
           layer_is_in(session->now.layers, LAYER_critical) && !session_knows_extrema(session);
}

/* Draw a frame, with the words that only a screen has. */
static void draw_frame(struct session *session, struct frame *frame, struct canvas *canvas)
{
    char settings[DIFFERENCE_SIZE];
    char step[WALK_TEXT_SIZE];
    char race_words[RACE_WORDS_SIZE] = "";
    char need[NEED_SIZE];
    session_describe_difference(session, settings);
    frame->words.settings = settings;
    if (session_describe_reveal(session, step)) {
        frame->words.message = step;
        frame->words.message_whole = false;
    }
    if (frame->words.message[0] == '\0' && misses_extrema(session))
        frame->words.message = "looking for critical points";
    if (session->error_panel->count > 0 && frame->words.message[0] == '\0' &&
        !frame_error_panel_fits(frame))
        frame->words.message = say_need(frame, need);
    if (frame->words.message[0] == '\0') {
        if (frame->race != NULL && !session->layout.too_small)
            race_summarize(session, frame, race_words);
        frame->words.message = frame->race != NULL ? race_words : session_walk_words(session);
        frame->words.message_whole = false;
    }
    frame_draw(canvas, frame);
    if (session->layout.too_small)
        return;
    frame_draw_error_panel(canvas, frame, session->error_panel);
    if (session->greeting && session->display.screen)
        greeting_draw(session, canvas);
}

enum status session_draw(struct session *session, struct canvas *canvas, struct failure *failure)
{
    struct text hint = TEXT_EMPTY;
    struct frame frame;
    struct work_begun begun = work_begin(session, WORK_FRAME);
    enum status status = canvas_resize(canvas, session->rows, session->columns);
    hint_append_field(session, session->columns, &hint);
    if (status == STATUS_OK)
        status = hint.failed ? STATUS_FAILED : update_drawn(session, &frame);
    if (status == STATUS_OK) {
        frame.words.hint = text_string(&hint);
        draw_frame(session, &frame, canvas);
    } else {
        work_failure(session, failure);
    }
    work_end(session, &begun);
    text_free(&hint);
    return status;
}
