/* The field as a table of numbers. */
#include "cli/field_table.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/size.h"
#include "cli/columns.h"
#include "out/progress.h"

double linspace_place(double low, double high, size_t count, size_t index)
{
    if (count > 1 && index == count - 1)
        return high;
    double step = count > 1 ? (high - low) / (double)(count - 1) : 0;
    double offset = (double)index * step;
    return offset + low;
}

/* What a table is computed and written with. */
struct job {
    const struct session *session;
    const struct invocation *invocation;
    struct table_columns columns;
    double *places; /* along x0 */
    struct field *row;
    struct output *output;
    struct progress progress;
};

static enum status allocate(struct job *job, struct failure *failure)
{
    const struct window *window = session_window(job->session);
    size_t count = job->invocation->grid[0];
    job->places = array_resize(NULL, count, sizeof *job->places);
    job->row = field_new();
    if (job->places == NULL || job->row == NULL || field_resize(job->row, count, 1) != STATUS_OK)
        return failure_memory(failure);
    for (size_t i = 0; i < count; i++)
        job->places[i] = linspace_place(window->low[0], window->high[0], count, i);
    return STATUS_OK;
}

/* Show how far the table has got, when that is due. */
static void show_progress(struct job *job, size_t rows_done)
{
    double points = (double)rows_done * (double)job->invocation->grid[0];
    if (progress_is_due(&job->progress))
        progress_show(&job->progress, points,
                      (double)rows_done / (double)job->invocation->grid[1]);
}

static void write_rows(struct job *job)
{
    const struct window *window = session_window(job->session);
    size_t rows = job->invocation->grid[1];
    struct table table = {
        .output = job->output, .columns = &job->columns, .format = job->invocation->format
    };
    table_begin(&table, rows, job->invocation->grid[0]);
    for (size_t i = 0; i < rows && !output_failed(job->output); i++) {
        double place = linspace_place(window->low[1], window->high[1], rows, i);
        field_compute(job->row, session_plane(job->session), session_difference(job->session),
                      job->places, &place);
        table_field(&table, job->row);
        show_progress(job, i + 1);
    }
    table_end(&table);
}

enum status field_table(const struct session *session, const struct invocation *invocation,
                        struct failure *failure)
{
    struct job job = { .session = session, .invocation = invocation };
    enum status status = columns_for_table(invocation->column_list, invocation->format,
                                           &job.columns, failure);
    if (status == STATUS_OK)
        status = allocate(&job, failure);
    if (status == STATUS_OK)
        status = output_open(invocation->output, &job.output, failure);
    if (status == STATUS_OK) {
        progress_begin(&job.progress, STDERR_FILENO, job.output);
        write_rows(&job);
        progress_end(&job.progress);
        status = output_close(job.output, failure);
    } else {
        output_abandon(job.output);
    }
    field_free(job.row);
    free(job.places);
    return status;
}
