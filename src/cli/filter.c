/* The filter: points in, gradients out. */
#include "cli/filter.h"

#include <math.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/columns.h"
#include "cli/line_reader.h"
#include "cli/point_batch.h"
#include "cli/point_line.h"
#include "out/progress.h"

/* Everything that answering needs. */
struct filter {
    const struct formula *formula;
    const struct difference *difference;
    struct point_columns columns;
    size_t least_n;     /* numbers that a line must have */
    int descriptor;     /* of the input */
    struct line_reader *reader;
    struct point point;
    struct point_batch batch;
    struct output *output;
    struct progress progress;
    double answered; /* points */
};

/* The gradient's length, without overflow on the way. */
static double magnitude(const struct point_batch *batch, size_t point)
{
    double length = fabs(batch->derivatives[0][point]);
    for (size_t k = 1; k < batch->n; k++)
        length = hypot(length, batch->derivatives[k][point]);
    return length;
}

/* How far component k may be off: not at all along a coordinate that f does not know. */
static double component_error(const struct point_batch *batch, size_t k, size_t point)
{
    if (k >= batch->used)
        return batch->derivatives[k][point];
    return estimate_error(&batch->estimates[point * batch->used + k]);
}

/* Component k of one of a point's vectors. */
static double component_of(const struct point_batch *batch, enum point_quantity vector, size_t k,
                           size_t point)
{
    if (vector == POINT_error)
        return component_error(batch, k, point);
    double *const *columns = vector == POINT_x      ? batch->x
                             : vector == POINT_grad ? batch->derivatives
                                                    : batch->steps;
    return columns[k][point];
}

/* Write the component of a point's vector that the column asks for, or all of them. */
static void write_vector(const struct filter *filter, const struct point_column *column,
                         size_t point)
{
    size_t first = column->one ? column->index : 0;
    size_t end = column->one ? column->index + 1 : filter->batch.n;
    for (size_t k = first; k < end; k++) {
        if (k > first)
            output_write(filter->output, " ", 1);
        output_number(filter->output,
                      component_of(&filter->batch, column->quantity, k, point));
    }
}

static void write_column(const struct filter *filter, const struct point_column *column,
                         size_t point)
{
    const struct point_batch *batch = &filter->batch;
    switch (column->quantity) {
    case POINT_f:
        output_number(filter->output, batch->values[point]);
        break;
    case POINT_x:
    case POINT_grad:
    case POINT_error:
    case POINT_h:
        write_vector(filter, column, point);
        break;
    case POINT_magnitude:
        output_number(filter->output, magnitude(batch, point));
        break;
    case POINT_verdict:
        output_string(filter->output, verdict_name(batch->verdicts[point]));
        break;
    case POINT_COUNT:
        break;
    }
}

static void show_progress(struct filter *filter)
{
    if (progress_is_due(&filter->progress))
        progress_show(&filter->progress, filter->answered, line_reader_share(filter->reader));
}

/* Compute the points in hand and write their answers. */
static void answer(struct filter *filter)
{
    struct point_batch *batch = &filter->batch;
    if (batch->count == 0)
        return;
    point_batch_compute(batch, filter->difference);
    for (size_t point = 0; point < batch->count; point++) {
        for (size_t i = 0; i < filter->columns.count; i++) {
            if (i > 0)
                output_write(filter->output, " ", 1);
            write_column(filter, &filter->columns.entries[i], point);
        }
        output_write(filter->output, "\n", 1);
    }
    filter->answered += (double)batch->count;
    batch->count = 0;
    show_progress(filter);
}

/* Get ready for points of as many coordinates as the one in hand has. */
static enum status reshape(struct filter *filter, const struct source_text *line,
                           struct failure *failure)
{
    size_t n = filter->point.count;
    char message[FAILURE_MESSAGE_SIZE];
    if (n < filter->least_n) {
        snprintf(message, sizeof message, "only %zu number%s; %zu are needed", n, n == 1 ? "" : "s",
                 filter->least_n);
        return point_line_refuse(line, line->length, 0, message, failure);
    }
    answer(filter);
    bool exact = scheme_is_exact(filter->difference->scheme) && filter->batch.depth > BATCH_VALUES;
    enum status status = point_batch_shape(&filter->batch, filter->formula, n, exact, failure);
    if (status != STATUS_USAGE)
        return status;
    /* The function is right, as other lines may show: the line has a wrong count. */
    memcpy(message, failure->message, sizeof message);
    return point_line_refuse(line, 0, line->length, message, failure);
}

/* Take a line's point into the batch. */
static enum status take_line(struct filter *filter, const struct source_text *line,
                             struct failure *failure)
{
    enum status status = point_line_read(line, &filter->point, failure);
    if (status != STATUS_OK || filter->point.count == 0)
        return status;
    if (filter->point.count != filter->batch.n) {
        status = reshape(filter, line, failure);
        if (status != STATUS_OK)
            return status;
    }
    point_batch_add(&filter->batch, filter->point.numbers);
    if (filter->batch.count < filter->batch.room)
        return STATUS_OK;
    answer(filter);
    return output_failed(filter->output) ? output_flush(filter->output, failure) : STATUS_OK;
}

/* Take all the lines that have been read. */
static enum status take_lines(struct filter *filter, struct failure *failure)
{
    struct source_text line = { .name = "standard input" };
    while (line_reader_next(filter->reader, &line.bytes, &line.length)) {
        enum status status = take_line(filter, &line, failure);
        if (status == STATUS_OK)
            continue;
        if (failure->line > 0)
            failure->line = line_reader_count(filter->reader);
        return status;
    }
    return STATUS_OK;
}

/* Hand out all answers so far; of two failures the first that happened is told. */
static enum status flush(struct filter *filter, enum status status, struct failure *failure)
{
    struct failure of_output;
    answer(filter);
    if (output_flush(filter->output, &of_output) == STATUS_OK || status != STATUS_OK)
        return status;
    *failure = of_output;
    return of_output.status;
}

/* Whether more can be read at once: then answers may wait for it, and be computed together. */
static bool input_is_ready(const struct filter *filter)
{
    struct pollfd input = { .fd = filter->descriptor, .events = POLLIN };
    return poll(&input, 1, 0) > 0;
}

static enum status run(struct filter *filter, struct failure *failure)
{
    for (;;) {
        enum status status = take_lines(filter, failure);
        if (status != STATUS_OK || line_reader_ended(filter->reader) || !input_is_ready(filter))
            status = flush(filter, status, failure);
        if (status != STATUS_OK || line_reader_ended(filter->reader))
            return status;
        if (!interrupt_wait(output_interrupt(filter->output), filter->descriptor, POLLIN))
            return output_flush(filter->output, failure);
        status = line_reader_read(filter->reader, failure);
        if (status != STATUS_OK)
            return status;
    }
}

/* As run, telling about it meanwhile, but not to somebody who is typing the points. */
static enum status run_in_sight(struct filter *filter, struct failure *failure)
{
    int terminal = isatty(filter->descriptor) != 0 ? -1 : STDERR_FILENO;
    progress_begin(&filter->progress, terminal, filter->output);
    enum status status = run(filter, failure);
    progress_end(&filter->progress);
    return status;
}

/* How far points are computed for a column. */
static enum batch_depth column_depth(enum point_quantity quantity)
{
    switch (quantity) {
    case POINT_x:
    case POINT_f:
    case POINT_COUNT:
        return BATCH_VALUES;
    case POINT_grad:
    case POINT_h:
    case POINT_magnitude:
        break;
    case POINT_error:
    case POINT_verdict:
        return BATCH_JUDGEMENTS;
    }
    return BATCH_GRADIENTS;
}

/* Choose what is answered and what that needs. */
static enum status choose_columns(struct filter *filter, const char *list, struct failure *failure)
{
    enum status status = columns_for_points(list, &filter->columns, failure);
    if (status != STATUS_OK)
        return status;
    size_t least_n = formula_least_n(filter->formula);
    filter->least_n = least_n > filter->columns.least_n ? least_n : filter->columns.least_n;
    for (size_t i = 0; i < filter->columns.count; i++) {
        enum batch_depth depth = column_depth(filter->columns.entries[i].quantity);
        if (depth > filter->batch.depth)
            filter->batch.depth = depth;
    }
    return STATUS_OK;
}

enum status filter_run(const struct session *session, const struct invocation *invocation,
                       int descriptor, struct failure *failure)
{
    struct filter filter = {
        .formula = session_formula(session),
        .difference = session_difference(session),
        .descriptor = descriptor,
        .batch = { .crew = crew_new(invocation->jobs) },
    };
    if (filter.batch.crew == NULL)
        return failure_memory(failure);
    enum status status = choose_columns(&filter, invocation->column_list, failure);
    if (status == STATUS_OK) {
        filter.reader = line_reader_new(descriptor);
        status = filter.reader == NULL ? failure_memory(failure)
                                       : output_open(invocation->output, &filter.output, failure);
    }
    if (status == STATUS_OK)
        status = run_in_sight(&filter, failure);
    if (status == STATUS_OK)
        status = output_close(filter.output, failure);
    else
        output_abandon(filter.output);
    point_batch_free(&filter.batch);
    crew_free(filter.batch.crew);
    free(filter.point.numbers);
    line_reader_free(filter.reader);
    return status;
}
