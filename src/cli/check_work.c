/* What a gradient check works with, wherever its points come from. */
#include "cli/check_work.h"

#include <stdio.h>

#include "base/number.h"

static void write_number(struct output *output, double number)
{
    output_number(output, number);
    output_write(output, "\t", 1);
}

/* Write the line of a component of the point that was counted last. */
static void write_component(struct check_work *work, size_t component, double given,
                            const struct checked *checked)
{
    char numbers[2 * NUMBER_SIZE];
    snprintf(numbers, sizeof numbers, "%zu\t%zu\t", work->tally.points, component);
    output_string(work->output, numbers);
    write_number(work->output, given);
    write_number(work->output, checked->numerical.value);
    write_number(work->output, checked->numerical.error);
    write_number(work->output, checked_difference(checked, given));
    output_string(work->output, agreement_name(checked->agreement));
    output_write(work->output, "\n", 1);
}

void check_work_answer(struct check_work *work)
{
    struct check_batch *batch = &work->batch;
    for (size_t k = 0; k < batch->n && work->gradient != NULL; k++)
        gradient_formula_evaluate(work->gradient, k, batch->count,
                                  (const double *const *)batch->x, batch->given[k]);
    check_batch_compute(batch, work->tolerance);
    for (size_t i = 0; i < batch->count; i++) {
        work->tally.points++;
        for (size_t k = 0; k < batch->n; k++) {
            const struct checked *checked = &batch->checked[k * batch->room + i];
            check_tally_add(&work->tally, k, batch->given[k][i], checked);
            write_component(work, k, batch->given[k][i], checked);
        }
    }
    batch->count = 0;
}

void check_work_begin(struct check_work *work)
{
    output_string(work->output, "point\tcomponent\tgiven\tnumerical\terror\tdifference\tverdict\n");
}

enum status check_work_shape(struct check_work *work, size_t n, struct failure *failure)
{
    enum status status = STATUS_OK;
    check_work_answer(work);
    if (work->gradient != NULL)
        status = gradient_formula_prepare(work->gradient, n, failure);
    if (status == STATUS_OK)
        status = check_batch_shape(&work->batch, work->formula, n, failure);
    return status;
}

void check_work_add(struct check_work *work, const double *numbers)
{
    struct check_batch *batch = &work->batch;
    for (size_t k = 0; k < batch->n; k++) {
        batch->x[k][batch->count] = numbers[k];
        if (work->gradient == NULL)
            batch->given[k][batch->count] = numbers[batch->n + k];
    }
    if (++batch->count == batch->room)
        check_work_answer(work);
}

void check_work_show(struct check_work *work, double share)
{
    if (progress_is_due(&work->progress))
        progress_show(&work->progress, (double)work->tally.points, share);
}
