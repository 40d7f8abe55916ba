/* From a session's state to a frame. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/size.h"
#include "session/checking.h"
#include "session/greeting.h"
#include "session/hint.h"
#include "session/state.h"
#include "view/aliasing.h"
#include "view/quiver.h"

static enum status make_scratch(struct session *session, size_t size)
{
    if (size <= session->scratch_size)
        return STATUS_OK;
    double *grown = array_resize(session->scratch, size, sizeof *grown);
    if (grown == NULL)
        return STATUS_FAILED;
    session->scratch = grown;
    session->scratch_size = size;
    return STATUS_OK;
}

/* Put the places of an axis's samples into `places`. */
static void list_places(const struct viewport *viewport, int axis, double *places)
{
    for (int i = 0; i < viewport->shape.samples[axis]; i++)
        places[i] = viewport_place(viewport, axis, i);
}

static enum status compute_field(struct session *session)
{
    const struct viewport *viewport = &session->now.viewport;
    size_t across = (size_t)viewport->shape.samples[0];
    size_t up = (size_t)viewport->shape.samples[1];
    enum status status = make_scratch(session, across * up + across + up);
    if (status == STATUS_OK)
        status = field_resize(session->field, across, up);
    if (status != STATUS_OK)
        return status;
    list_places(viewport, 0, session->scratch);
    list_places(viewport, 1, session->scratch + across);
    field_compute(session->field, &session->now.subject->plane, &session->now.difference,
                  session->scratch, session->scratch + across);
    memset(session->field_found, 0, sizeof session->field_found);
    session->rims_found = false;
    return STATUS_OK;
}

/* Compute the samples anew unless they are those of the viewport. */
static enum status update_samples(struct session *session)
{
    if (!session->field_stale &&
        viewport_has_same_places(&session->now.viewport, &session->field_viewport))
        return STATUS_OK;
    enum status status = compute_field(session);
    if (status != STATUS_OK)
        return status;
    session->streams_stale = session->streams_stale || session->field_stale;
    session->field_stale = false;
    session->relief_stale = true;
    session->field_viewport = session->now.viewport;
    return STATUS_OK;
}

/* Find how far the gradients are from the exact ones; unknown where f has none to be computed. */
static enum status find_truth(struct session *session)
{
    struct failure failure;
    const struct fn *fn = formula_function_fn(session->now.subject->function);
    if (fn->gradient_grid == NULL &&
        subject_differentiate(session->now.subject, &failure) == STATUS_FAILED)
        return STATUS_FAILED;
    field_find_truth(session->field, &session->now.subject->plane, fn);
    return STATUS_OK;
}

/* Find out about the field what is not known yet. */
static enum status find_out(struct session *session, enum need need)
{
    enum status status = STATUS_OK;
    const struct plane *plane = &session->now.subject->plane;
    if (session->field_found[need])
        return STATUS_OK;
    if (need == NEED_DIVERGENCE)
        field_diverge(session->field, plane);
    if (need == NEED_JUDGEMENT)
        field_judge(session->field, plane, &session->now.difference);
    if (need == NEED_STEPS)
        field_find_steps(session->field, plane, &session->now.difference);
    if (need == NEED_TRUTH)
        status = find_truth(session);
    if (need == NEED_CHECK && session->now.checking != NULL)
        checking_compute(session->now.checking, session->field);
    session->field_found[need] = status == STATUS_OK;
    return status;
}

/* Compute and judge the samples next to the field's edges along an axis. */
static enum status compute_rim(struct session *session, int axis)
{
    const struct viewport *viewport = &session->now.viewport;
    int other = 1 - axis;
    double ends[] = { viewport_place(viewport, axis, -1),
                      viewport_place(viewport, axis, viewport->shape.samples[axis]) };
    size_t along = (size_t)viewport->shape.samples[other];
    list_places(viewport, other, session->scratch);
    return aliasing_compute_rim(session->rims[axis], &session->now.subject->plane,
                                &session->now.difference, axis, ends, session->scratch, along);
}

/* Judge the field, and what lies around it, for the layer trust. */
static enum status judge_field(struct session *session)
{
    enum status status = find_out(session, NEED_JUDGEMENT);
    for (int axis = 0; axis < AXES && status == STATUS_OK && !session->rims_found; axis++)
        status = compute_rim(session, axis);
    session->rims_found = status == STATUS_OK;
    return status;
}

enum status session_settle_field(struct session *session)
{
    enum status status = update_samples(session);
    if (status == STATUS_OK)
        status = find_out(session, quantity_need(session->now.color_by));
    if (status == STATUS_OK && layers_show_trust(session->now.layers))
        status = judge_field(session);
    return status;
}

/* Choose what belongs to the window: the scale of magnitudes, lengths and levels. */
static void choose_scales(struct session *session)
{
    session->now.scale = scale_choose(session->field, session->scratch);
    session->now.quiver_reference = quiver_reference(session->field, session->scratch);
    session->now.spread = spread_of(session->field, session->scratch);
}

enum status session_settle_scale(struct session *session)
{
    /* A window without an arrow has no scale that could be kept. */
    bool chosen = !session->now.scale_stale && session->now.quiver_reference > 0;
    if ((chosen && !session->now.colors_stale) || session->layout.too_small)
        return STATUS_OK;
    enum status status = session_settle_field(session);
    if (status != STATUS_OK)
        return status;
    struct settings *now = &session->now;
    struct chosen_at at = { .difference = now->difference,
                            .judged = session->field_found[NEED_JUDGEMENT] };
    memcpy(at.first, now->viewport.first, sizeof at.first);
    if (!chosen) {
        choose_scales(session);
        now->scale_at = at;
    }
    now->colors_at = at;
    now->colors = color_scale_choose(now->color_by, &now->wishes[now->color_by], session->field,
                                     session->scratch);
    now->scale_stale = false;
    now->colors_stale = false;
    return STATUS_OK;
}

enum status session_settle(struct session *session)
{
    enum status status = session_settle_scale(session);
    return status == STATUS_OK ? session_settle_streams(session) : status;
}

/* Bring the relief up to date, where a layer shows it: a node or more to each cell, two up. */
static enum status update_relief(struct session *session)
{
    const struct viewport *viewport = &session->now.viewport;
    const int wanted[AXES] = { session->layout.spacing, 2 };
    int density[AXES];
    if (!layer_is_in(session->now.layers, LAYER_contour) &&
        !layer_is_in(session->now.layers, LAYER_background))
        return STATUS_OK;
    if (!session->relief_stale && viewport_has_same_places(viewport, &session->relief_viewport))
        return STATUS_OK;
    relief_density(&viewport->shape, wanted, density);
    enum status status =
        relief_compute(session->relief, formula_function_fn(session->now.subject->function),
                       session->now.subject->plane.fixed, viewport, density);
    if (status != STATUS_OK)
        return status;
    session->relief_stale = false;
    session->relief_viewport = *viewport;
    return STATUS_OK;
}

/* Bring what is computed up to date. */
static enum status update(struct session *session)
{
    enum status status = session_settle_scale(session);
    if (status == STATUS_OK)
        status = session_settle_field(session);
    if (status == STATUS_OK)
        status = session_settle_streams(session);
    if (status == STATUS_OK)
        status = update_relief(session);
    if (status == STATUS_OK)
        status = dots_resize(session->dots, session->rows, session->columns);
    if (status == STATUS_OK)
        status = field_resize(session->probe_field, 1, 1);
    if (status != STATUS_OK)
        return status;
    field_compute(session->probe_field, &session->now.subject->plane, &session->now.difference,
                  &session->now.viewport.probe[0], &session->now.viewport.probe[1]);
    field_judge(session->probe_field, &session->now.subject->plane, &session->now.difference);
    return STATUS_OK;
}

/* The glyphs in force: without UTF-8 none beyond ASCII. */
static enum glyph_set glyphs_in_force(const struct session *session)
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
    return (struct style){ .glyphs = glyphs_in_force(session),
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

enum status session_frame(struct session *session, struct frame *frame)
{
    *frame = (struct frame){ .layout = session->layout, .viewport = &session->now.viewport };
    if (write_title(session) != STATUS_OK)
        return STATUS_FAILED;
    if (!session->layout.too_small && update(session) != STATUS_OK)
        return STATUS_FAILED;
    frame->field = session->field;
    for (int axis = 0; axis < AXES; axis++)
        frame->rims[axis] = session->rims_found ? session->rims[axis] : NULL;
    frame->dots = session->dots;
    frame->streams = session->streams;
    frame->scale = session->now.scale;
    frame->quiver_reference = session->now.quiver_reference;
    frame->relief = session->relief;
    frame->spread = session->now.spread;
    frame->colors = session->now.colors;
    frame->style = style_of(session);
    if (!session->layout.too_small)
        frame->probe = field_sample(session->probe_field, 0, 0);
    frame->words = (struct frame_words){ .function = text_string(&session->title),
                                         .values = text_string(&session->values),
                                         .settings = "",
                                         .message = message_of(session),
                                         .message_whole = session->message_whole,
                                         .hint = "" };
    return STATUS_OK;
}

/* Draw a frame that is up to date, with the words that only a screen has. */
static void draw_frame(struct session *session, struct frame *frame, struct canvas *canvas)
{
    char settings[DIFFERENCE_SIZE];
    session_describe_difference(session, settings);
    frame->words.settings = settings;
    if (session->error_panel->count > 0 && frame->words.message[0] == '\0' &&
        !frame_error_panel_fits(frame))
        frame->words.message = "the panel of errors needs more room";
    frame_draw(canvas, frame);
    if (session->layout.too_small)
        return;
    frame_draw_error_panel(canvas, frame, session->error_panel);
    if (session->greeting && session->display.screen)
        greeting_draw(session, canvas);
}

enum status session_draw(struct session *session, struct canvas *canvas, struct failure *failure)
{
    struct frame frame;
    struct text hint = TEXT_EMPTY;
    if (canvas_resize(canvas, session->rows, session->columns) != STATUS_OK ||
        session_frame(session, &frame) != STATUS_OK)
        return failure_memory(failure);
    if (!session->layout.too_small && session_sweep_errors(session) != STATUS_OK)
        return failure_memory(failure);
    hint_append_field(session, session->columns, &hint);
    frame.words.hint = text_string(&hint);
    draw_frame(session, &frame, canvas);
    enum status status = hint.failed ? failure_memory(failure) : STATUS_OK;
    text_free(&hint);
    return status;
}
