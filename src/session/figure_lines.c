/* What the lines of a figure are drawn from. */
#include "session/figure_lines.h"

#include <math.h>

enum { SAMPLES = 33, SPACING = 2, NODES = 4 }; /* of a square figure; columns; nodes a sample */

static int odd_count(double count)
{
    return 2 * (int)(count / 2) + 1;
}

/* A viewport of exactly the window, as fine as lines need; false where doubles end. */
static bool make_viewport(struct viewport *viewport, const struct window *window, double ratio)
{
    struct failure ignored;
    struct viewport_shape shape = {
        .samples = { odd_count(SAMPLES * sqrt(ratio)), odd_count(SAMPLES / sqrt(ratio)) },
        .sample_ratio = 1,
        .aspect = ASPECT_fill,
    };
    return viewport_show(viewport, window, &shape, &ignored) == STATUS_OK;
}

static enum status compute_relief(struct figure_lines *lines, const struct session *session,
                                  const struct viewport *viewport)
{
    static const int wanted[AXES] = { NODES, NODES };
    int density[AXES];
    lines->relief = relief_new();
    if (lines->relief == NULL)
        return STATUS_FAILED;
    relief_density(&viewport->shape, wanted, density);
    return relief_compute(lines->relief, formula_function_fn(session->now.subject->function),
                          session->now.subject->plane.fixed, viewport, density);
}

static enum status compute_nullclines(struct figure_lines *lines, const struct session *session,
                                      const struct viewport *viewport)
{
    static const int wanted[AXES] = { NODES, NODES };
    enum status status = STATUS_OK;
    for (int axis = 0; axis < AXES && status == STATUS_OK; axis++)
        status = nullclines_compute(&lines->nullclines, session->now.subject,
                                    &session->now.difference, viewport, wanted, axis);
    return status;
}

static enum status compute_streams(struct figure_lines *lines, const struct session *session,
                                   const struct viewport *viewport)
{
    const struct layout layout = {
        .spacing = SPACING,
        .samples_across = viewport->shape.samples[0],
        .samples_up = viewport->shape.samples[1],
    };
    struct stream_request request = { .projection = projection_make(viewport, &layout),
                                      .sample = stream_field_sample };
    lines->streams = streams_new();
    lines->stream_field = stream_field_new();
    if (lines->streams == NULL || lines->stream_field == NULL)
        return STATUS_FAILED;
    request.separation = stream_separation(&request.projection);
    request.context = lines->stream_field;
    enum status status = stream_field_compute(
        lines->stream_field, &session->now.subject->plane, &session->now.difference,
        &request.projection, STREAM_MARGIN * request.separation);
    return status == STATUS_OK ? streams_start(lines->streams, &request) : status;
}

enum status figure_lines_compute(struct figure_lines *lines, const struct session *session,
                                 const struct window *window, double ratio)
{
    struct viewport viewport;
    enum status status = STATUS_OK;
    if (!make_viewport(&viewport, window, ratio))
        return STATUS_OK;
    if (layer_is_in(session->now.layers, LAYER_contour))
        status = compute_relief(lines, session, &viewport);
    if (status == STATUS_OK && layer_is_in(session->now.layers, LAYER_nullclines))
        status = compute_nullclines(lines, session, &viewport);
    if (status == STATUS_OK && layer_is_in(session->now.layers, LAYER_stream))
        status = compute_streams(lines, session, &viewport);
    return status;
}

void figure_lines_free(struct figure_lines *lines)
{
    relief_free(lines->relief);
    nullclines_release(&lines->nullclines);
    streams_free(lines->streams);
    stream_field_free(lines->stream_field);
    *lines = (struct figure_lines){ .relief = NULL };
}
