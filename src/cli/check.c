/* The gradient check: gradients that somebody gives, held against differences. */
#include "cli/check.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/size.h"
#include "cli/check_lines.h"
#include "view/linspace.h"

/* Check the points of the grid over the window; `numbers` has room for one. */
static void check_points(const struct session *session, const size_t *grid,
                         struct check_work *work, double *numbers)
{
    const struct window *window = session_window(session);
    check_work_begin(work);
    for (size_t row = 0; row < grid[1] && !output_failed(work->output); row++)
        for (size_t column = 0; column < grid[0] && !output_failed(work->output); column++) {
            numbers[0] = linspace_place(window->low[0], window->high[0], grid[0], column);
            numbers[1] = linspace_place(window->low[1], window->high[1], grid[1], row);
            check_work_add(work, numbers);
            check_work_show(work, (double)row / (double)grid[1]);
        }
}

static enum status check_grid(const struct session *session, const size_t *grid,
                              struct check_work *work, struct failure *failure)
{
    size_t n = session_variables(session);
    const struct plane *plane = session_plane(session);
    enum status status = check_work_shape(work, n, failure);
    if (status != STATUS_OK)
        return status;
    double *numbers = array_resize(NULL, n, sizeof *numbers);
    if (numbers == NULL)
        return failure_memory(failure);
    for (size_t k = AXES; k < n; k++)
        numbers[k] = plane->fixed[k];
    check_points(session, grid, work, numbers);
    free(numbers);
    return STATUS_OK;
}

/* Understand what is checked, and get ready to write. */
static enum status prepare(const struct session *session, const struct invocation *invocation,
                           struct check_work *work, struct failure *failure)
{
    enum status status = STATUS_OK;
    if (work->batch.crew == NULL)
        return failure_memory(failure);
    if (invocation->check_text != NULL) {
        struct source_text text = { .name = "--check-expr",
                                    .bytes = invocation->check_text,
                                    .length = strlen(invocation->check_text) };
        status = gradient_formula_new(&text, session_parameters(session), &work->gradient,
                                      failure);
    }
    if (status == STATUS_OK)
        status = output_open(invocation->output, &work->output, failure);
    return status;
}

/* Whether a person types the points, who needs no progress. */
static bool is_typed(const struct invocation *invocation)
{
    bool reads = invocation->check_file == NULL ? invocation->check_points
                                                : strcmp(invocation->check_file, "-") == 0;
    return reads && isatty(STDIN_FILENO);
}

/* Check everything; of two failures the first that happened is told. */
static enum status check_all(const struct session *session, const struct invocation *invocation,
                             struct check_work *work, struct failure *failure)
{
    struct failure of_output;
    bool reads = invocation->check_file != NULL || invocation->check_points;
    progress_begin(&work->progress, is_typed(invocation) ? -1 : STDERR_FILENO, work->output);
    enum status status = reads ? check_lines(work, invocation->check_file, failure)
                               : check_grid(session, invocation->grid, work, failure);
    check_work_answer(work);
    progress_end(&work->progress);
    if (output_flush(work->output, &of_output) == STATUS_OK || status != STATUS_OK)
        return status;
    *failure = of_output;
    return of_output.status;
}

enum status check_run(const struct session *session, const struct invocation *invocation,
                      char summary[FAILURE_MESSAGE_SIZE], struct failure *failure)
{
    struct check_work work = { .formula = session_formula(session),
                               .tolerance = invocation->tolerance,
                               .batch = { .crew = crew_new(invocation->jobs) } };
    enum status status = prepare(session, invocation, &work, failure);
    if (status == STATUS_OK)
        status = check_all(session, invocation, &work, failure);
    if (status == STATUS_OK)
        status = output_close(work.output, failure);
    else
        output_abandon(work.output);
    check_batch_free(&work.batch);
    crew_free(work.batch.crew);
    gradient_formula_free(work.gradient);
    check_tally_describe(&work.tally, summary);
    if (status == STATUS_OK && work.tally.found[AGREEMENT_disagree] > 0)
        return failure_set(failure, STATUS_FAILED, "", "%s", summary);
    return status;
}
