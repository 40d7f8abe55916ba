/* From a session's state to a figure. */
#include "session/figure.h"

#include <stdlib.h>

#include "base/size.h"
#include "session/figure_colors.h"
#include "session/figure_lines.h"
#include "session/figure_places.h"
#include "view/aliasing.h"
#include "view/linspace.h"
#include "view/svg.h"

/* What a figure's arrows are drawn from. */
struct samples {
    struct field *field;
    struct field *rims[AXES]; /* those next to its edges, for the layer trust */
    double *numbers; /* the places of columns and of rows, then a number for each sample */
};

static void free_samples(struct samples *samples)
{
    free(samples->numbers);
    field_free(samples->field);
    for (int axis = 0; axis < AXES; axis++)
        field_free(samples->rims[axis]);
}

/* Make room; what there is on failure is freed by free_samples too. */
static enum status make_samples(struct samples *samples, size_t columns, size_t rows)
{
    samples->field = field_new();
    samples->numbers = array_resize(NULL, columns * rows + columns + rows,
                                    sizeof *samples->numbers);
    for (int axis = 0; axis < AXES; axis++)
        samples->rims[axis] = field_new();
    if (samples->field == NULL || samples->numbers == NULL || samples->rims[0] == NULL ||
        samples->rims[1] == NULL)
        return STATUS_FAILED;
    return field_resize(samples->field, columns, rows);
}

/* Judge the samples and those around them; an axis with one sample has no distance to others. */
static enum status judge(const struct session *session, struct samples *samples,
                         struct svg_picture *picture)
{
    const struct plane *plane = &session->now.subject->plane;
    const size_t counts[AXES] = { field_columns(samples->field), field_rows(samples->field) };
    const double *const places[AXES] = { samples->numbers, samples->numbers + counts[0] };
    enum status status = STATUS_OK;
    field_judge(samples->field, plane, &session->now.difference);
    for (int axis = 0; axis < AXES && status == STATUS_OK; axis++) {
        double low = picture->window.low[axis];
        double high = picture->window.high[axis];
        if (counts[axis] == 1)
            continue;
        double step = (high - low) / (double)(counts[axis] - 1);
        const double ends[] = { low - step, high + step };
        status = aliasing_compute_rim(samples->rims[axis], plane, &session->now.difference, axis,
                                      ends, places[1 - axis], counts[1 - axis]);
        picture->rims[axis] = samples->rims[axis];
    }
    return status;
}

/* Compute the samples, and choose the levels of contours from them. */
static enum status compute(const struct session *session, struct samples *samples,
                           struct svg_picture *picture)
{
    struct field *field = samples->field;
    double *numbers = samples->numbers;
    size_t columns = field_columns(field);
    size_t rows = field_rows(field);
    const struct window *window = &picture->window;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < columns; i++)
        numbers[i] = linspace_place(window->low[0], window->high[0], columns, i);
    for (size_t i = 0; i < rows; i++)
        numbers[columns + i] = linspace_place(window->low[1], window->high[1], rows, i);
    field_compute(field, &session->now.subject->plane, &session->now.difference, numbers,
                  numbers + columns);
    if (layers_show_trust(session->now.layers))
        status = judge(session, samples, picture);
    picture->field = field;
    picture->spread = spread_of(field, numbers);
    return status;
}

/* Width over height of a figure of that many samples. */
static double figure_ratio(size_t columns, size_t rows)
{
    static const double most = 3;
    double ratio = (double)columns / (double)rows;
    return ratio > most ? most : ratio < 1 / most ? 1 / most : ratio;
}

enum status session_figure(struct session *session, size_t columns, size_t rows,
                           struct text *svg, struct failure *failure)
{
    char settings[DIFFERENCE_SIZE];
    struct figure_lines lines = { .relief = NULL };
    struct figure_places places = { .has_critical = false };
    struct samples samples = { .field = NULL };
    session_describe_difference(session, settings);
    struct svg_picture picture = {
        .window = svg_window(&session->now.viewport.asked, columns, rows, session->now.aspect),
        .ascent = session->now.ascent,
        .layers = session->now.layers,
        .function = text_string(&session->now.subject->title),
        .settings = settings,
    };
    enum status status = make_samples(&samples, columns, rows);
    if (status == STATUS_OK)
        status = figure_lines_compute(&lines, session, &picture.window,
                                      figure_ratio(columns, rows));
    if (status == STATUS_OK)
        status = compute(session, &samples, &picture);
    if (status == STATUS_OK)
        status = figure_places_find(&places, session, columns, rows, &picture);
    if (status == STATUS_OK)
        status = figure_colors_find(session, &places, samples.field, samples.numbers, &picture);
    for (int axis = 0; axis < AXES; axis++)
        picture.slopes[axis] = lines.nullclines.slopes[axis];
    picture.relief = lines.relief;
    picture.streams = lines.streams;
    if (status == STATUS_OK)
        svg_write(&picture, svg);
    figure_lines_free(&lines);
    figure_places_free(&places);
    free_samples(&samples);
    if (status != STATUS_OK)
        return work_failure(session, failure);
    return svg->failed ? failure_memory(failure) : STATUS_OK;
}
