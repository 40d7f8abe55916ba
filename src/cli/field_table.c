/* The field as a table of numbers. */
#include "cli/field_table.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/crew.h"
#include "base/size.h"
#include "cli/columns.h"
#include "cli/field_maps.h"
#include "cli/worker.h"
#include "out/progress.h"
#include "view/linspace.h"

enum {
    STRIP_POINTS = 32768, /* a strip of a table: at least a row, else no more than this */
    STRIP_FOLLOWED = 512, /* and where places are followed to minima */
    STRIPS_PER_WORKER = 2
};

/* What a worker computes a strip with. */
struct strip_worker {
    struct worker worker;
    struct field_maps maps;
    struct plane plane;
    struct field *field;
    double *x1; /* the strip's rows */
};

/* What a table is computed and written with. */
struct job {
    const struct session *session;
    const struct invocation *invocation;
    struct table_columns columns;
    struct table table;
    double *x0;
    size_t rows;       /* of a strip */
    size_t first_row;  /* of the wave at hand */
    struct crew *crew;
    struct strip_worker *workers; /* one for each of the crew */
    struct text *texts;           /* of the strips of a wave */
    size_t wave;                  /* strips that are computed before they are written */
    struct output *output;
    struct progress progress;
};

static bool needs(const struct table_columns *columns, enum need need)
{
    for (size_t i = 0; i < columns->count; i++)
        if (quantity_need(columns->quantities[i]) == need)
            return true;
    return false;
}

/* Make what the columns need to be told of walks; the first worker's serves the others. */
static enum status make_maps(const struct job *job, struct strip_worker *made,
                             struct failure *failure)
{
    const struct window *window = session_window(job->session);
    const struct rectangle rectangle = { { window->low[0], window->low[1] },
                                         { window->high[0], window->high[1] } };
    const struct maps_wanted wanted = { .rates = needs(&job->columns, NEED_HESSIAN),
                                        .basins = needs(&job->columns, NEED_BASINS) };
    const struct field_maps *first = made == &job->workers[0] ? NULL : &job->workers[0].maps;
    return field_maps_make(&made->maps, &wanted, made->worker.function,
                           session_formula(job->session), session_plane(job->session)->fixed,
                           &rectangle, first, failure);
}

static enum status make_worker(const struct job *job, struct strip_worker *made,
                               struct failure *failure)
{
    const struct plane *plane = session_plane(job->session);
    bool exact = scheme_is_exact(session_difference(job->session)->scheme) ||
                 needs(&job->columns, NEED_TRUTH);
    enum status status = worker_make(&made->worker, session_formula(job->session),
                                     session_variables(job->session), exact, failure);
    if (status == STATUS_OK && crew_size(job->crew) == 1)
        formula_function_set_interruption(made->worker.function,
                                          session_interruption(job->session));
    if (status == STATUS_OK)
        status = make_maps(job, made, failure);
    made->field = field_new();
    made->x1 = array_resize(NULL, job->rows, sizeof *made->x1);
    if (status == STATUS_OK && (made->field == NULL || made->x1 == NULL))
        status = failure_memory(failure);
    made->plane = (struct plane){
        .differentiator = made->worker.differentiator, .fixed = plane->fixed
    };
    return status;
}

static enum status make_workers(struct job *job, struct failure *failure)
{
    size_t size;
    job->crew = crew_new(job->invocation->jobs);
    if (job->crew == NULL)
        return failure_memory(failure);
    size = crew_size(job->crew);
    job->wave = size == 1 ? 1 : size * STRIPS_PER_WORKER;
    job->workers = calloc(size, sizeof *job->workers);
    job->texts = calloc(job->wave, sizeof *job->texts);
    if (job->workers == NULL || job->texts == NULL)
        return failure_memory(failure);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < size && status == STATUS_OK; i++)
        status = make_worker(job, &job->workers[i], failure);
    return status;
}

static enum status prepare(struct job *job, struct failure *failure)
{
    const struct window *window = session_window(job->session);
    size_t count = job->invocation->grid[0];
    size_t most = needs(&job->columns, NEED_BASINS) ? STRIP_FOLLOWED : STRIP_POINTS;
    job->rows = count < most ? most / count : 1;
    job->table = (struct table){ .columns = &job->columns, .format = job->invocation->format };
    job->x0 = array_resize(NULL, count, sizeof *job->x0);
    if (job->x0 == NULL)
        return failure_memory(failure);
    for (size_t i = 0; i < count; i++)
        job->x0[i] = linspace_place(window->low[0], window->high[0], count, i);
    return make_workers(job, failure);
}

static void release(struct job *job)
{
    for (size_t i = 0; job->workers != NULL && i < crew_size(job->crew); i++) {
        field_maps_free(&job->workers[i].maps);
        worker_free(&job->workers[i].worker);
        field_free(job->workers[i].field);
        free(job->workers[i].x1);
    }
    for (size_t i = 0; job->texts != NULL && i < job->wave; i++)
        text_free(&job->texts[i]);
    free(job->workers);
    free(job->texts);
    free(job->x0);
    crew_free(job->crew);
}

/* Find out what the columns need beyond values and gradients. */
static void find_out(const struct job *job, struct strip_worker *worker)
{
    const struct difference *difference = session_difference(job->session);
    if (needs(&job->columns, NEED_DIVERGENCE))
        field_diverge(worker->field, &worker->plane);
    if (needs(&job->columns, NEED_JUDGEMENT))
        field_judge(worker->field, &worker->plane, difference);
    if (needs(&job->columns, NEED_TRUTH))
        field_find_truth(worker->field, &worker->plane,
                         formula_function_fn(worker->worker.function));
    if (needs(&job->columns, NEED_STEPS))
        field_find_steps(worker->field, &worker->plane, difference);
    field_maps_find(&worker->maps, worker->field);
}

/* Compute strip `item` of the wave and put it into its text. */
static void compute_strip(void *context, size_t index, size_t item)
{
    const struct job *job = context;
    struct strip_worker *worker = &job->workers[index];
    const struct window *window = session_window(job->session);
    size_t all = job->invocation->grid[1];
    size_t first = job->first_row + item * job->rows;
    size_t rows = all - first < job->rows ? all - first : job->rows;
    struct text *text = &job->texts[item];
    text_clear(text);
    if (field_resize(worker->field, job->invocation->grid[0], rows) != STATUS_OK) {
        text->failed = true;
        return;
    }
    for (size_t i = 0; i < rows; i++)
        worker->x1[i] = linspace_place(window->low[1], window->high[1], all, first + i);
    field_compute(worker->field, &worker->plane, session_difference(job->session), job->x0,
                  worker->x1);
    find_out(job, worker);
    table_field(&job->table, worker->field, first == 0, text);
}

/* Write a text that was put together; false when memory for it was short. */
static bool write_text(struct job *job, const struct text *text)
{
    output_write(job->output, text_string(text), text->length);
    return !text->failed;
}

/* Show how far the table has got, when that is due. */
static void show_progress(struct job *job)
{
    size_t all = job->invocation->grid[1];
    double rows = (double)(job->first_row < all ? job->first_row : all);
    if (progress_is_due(&job->progress))
        progress_show(&job->progress, rows * (double)job->invocation->grid[0],
                      rows / (double)all);
}

/* Compute and write the strips, some for each worker at a time; false when memory was short. */
static bool write_strips(struct job *job)
{
    size_t all = job->invocation->grid[1];
    bool written = true;
    while (job->first_row < all && written && !output_failed(job->output) &&
           !interruption_is_stopped(session_interruption(job->session))) {
        size_t strips = (all - job->first_row + job->rows - 1) / job->rows;
        strips = strips < job->wave ? strips : job->wave;
        crew_run(job->crew, strips, compute_strip, job);
        for (size_t i = 0; i < strips && written; i++)
            written = write_text(job, &job->texts[i]);
        job->first_row += strips * job->rows;
        show_progress(job);
    }
    return written;
}

static enum status write_table(struct job *job, struct failure *failure)
{
    struct text *text = &job->texts[0];
    table_begin(&job->table, job->invocation->grid[1], job->invocation->grid[0], text);
    bool written = write_text(job, text) && write_strips(job);
    text_clear(text);
    if (interruption_is_stopped(session_interruption(job->session)))
        return failure_set(failure, STATUS_FAILED, "table", "a key stopped the computing of it");
    table_end(&job->table, text);
    written = written && write_text(job, text);
    return written ? STATUS_OK : failure_memory(failure);
}

enum status field_table(const struct session *session, const struct invocation *invocation,
                        struct failure *failure)
{
    struct job job = { .session = session, .invocation = invocation };
    enum status status = columns_for_table(invocation->column_list, invocation->format,
                                           &job.columns, failure);
    if (status == STATUS_OK)
        status = output_open(invocation->output, &job.output, failure);
    if (status == STATUS_OK)
        status = prepare(&job, failure);
    if (status == STATUS_OK) {
        progress_begin(&job.progress, invocation->silent ? -1 : STDERR_FILENO, job.output);
        status = write_table(&job, failure);
        progress_end(&job.progress);
    }
    release(&job);
    if (status == STATUS_OK)
        status = output_close(job.output, failure);
    else
        output_abandon(job.output);
    return status;
}
