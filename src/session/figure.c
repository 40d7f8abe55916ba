/* From a session's state to a figure. */
#include "session/figure.h"

#include <stdlib.h>

#include "base/size.h"
#include "session/figure_lines.h"
#include "view/linspace.h"
#include "view/svg.h"

/*
 * Compute the samples; `numbers` holds the places of columns and rows, and then a number for each
 * sample. The scale of colours is chosen from them.
 */
static void compute(const struct session *session, struct field *field,
                    struct svg_picture *picture, double *numbers)
{
    size_t columns = field_columns(field);
    size_t rows = field_rows(field);
    const struct window *window = &picture->window;
    for (size_t i = 0; i < columns; i++)
        numbers[i] = linspace_place(window->low[0], window->high[0], columns, i);
    for (size_t i = 0; i < rows; i++)
        numbers[columns + i] = linspace_place(window->low[1], window->high[1], rows, i);
    field_compute(field, &session->now.subject->plane, &session->now.difference, numbers,
                  numbers + columns);
    picture->scale = scale_choose(field, numbers);
    picture->spread = spread_of(field, numbers);
}

/* Width over height of a figure of that many samples. */
static double figure_ratio(size_t columns, size_t rows)
{
    static const double most = 3;
    double ratio = (double)columns / (double)rows;
    return ratio > most ? most : ratio < 1 / most ? 1 / most : ratio;
}

enum status session_figure(const struct session *session, size_t columns, size_t rows,
                           struct text *svg, struct failure *failure)
{
    char settings[DIFFERENCE_SIZE];
    struct figure_lines lines = { .relief = NULL };
    struct field *field = field_new();
    double *numbers = array_resize(NULL, columns * rows + columns + rows, sizeof *numbers);
    session_describe_difference(session, settings);
    struct svg_picture picture = {
        .field = field,
        .window = svg_window(&session->now.viewport.asked, columns, rows, session->now.aspect),
        .ascent = session->now.ascent,
        .layers = session->now.layers,
        .function = text_string(&session->now.subject->title),
        .settings = settings,
    };
    bool made = field != NULL && numbers != NULL && field_resize(field, columns, rows) == STATUS_OK;
    made = made && figure_lines_compute(&lines, session, &picture.window,
                                        figure_ratio(columns, rows)) == STATUS_OK;
    picture.relief = lines.relief;
    picture.streams = lines.streams;
    if (made) {
        compute(session, field, &picture, numbers);
        svg_write(&picture, svg);
    }
    figure_lines_free(&lines);
    free(numbers);
    field_free(field);
    return made && !svg->failed ? STATUS_OK : failure_memory(failure);
}
