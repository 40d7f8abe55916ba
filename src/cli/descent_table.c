/* A walk downhill, as a table. */
#include "cli/descent_table.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli/walk_start.h"
#include "out/output.h"
#include "source/formula_function.h"

enum { NUMBER_ROOM = 32 }; /* bytes of a whole number with what stands before it */

/* A walk being written. */
struct job {
    struct point start;
    struct formula_function *function;
    struct descent *descent;
    struct output *output;
};

static struct descent_wish wish_of(const struct session *session,
                                   const struct invocation *invocation)
{
    struct descent_wish wish = session_descent(session);
    if (invocation->tolerance_given)
        wish.tolerance = invocation->tolerance;
    return wish;
}

/* Make the function of as many variables as the start has, and the walk. */
static enum status prepare(struct job *job, const struct session *session,
                           const struct invocation *invocation, struct failure *failure)
{
    const struct formula *formula = session_formula(session);
    struct descent_wish wish = wish_of(session, invocation);
    bool exact = scheme_is_exact(wish.difference.scheme);
    enum status status =
        walk_start_read(invocation->descent_start, formula_least_n(formula), &job->start, failure);
    if (status == STATUS_OK)
        status = formula_function_new(formula, job->start.count, &job->function, failure);
    if (status == STATUS_OK && exact)
        status = formula_function_differentiate(job->function, formula, failure);
    if (status == STATUS_OK && exact && optimizer_needs_hessian(wish.optimizer))
        status = formula_function_curve(job->function, formula, failure);
    if (status != STATUS_OK)
        return status;
    job->descent = descent_new(formula_function_fn(job->function), &wish);
    return job->descent == NULL ? failure_memory(failure) : STATUS_OK;
}

static void write_names(const struct job *job)
{
    output_string(job->output, "step");
    for (size_t k = 0; k < job->start.count; k++) {
        char name[NUMBER_ROOM];
        snprintf(name, sizeof name, "\tx%zu", k);
        output_string(job->output, name);
    }
    output_string(job->output, "\tf\tmagnitude\n");
}

static void write_number(const struct job *job, double number)
{
    output_string(job->output, "\t");
    output_number(job->output, number);
}

/* Write where the walk stands. */
static void write_place(const struct job *job)
{
    char step[NUMBER_ROOM];
    snprintf(step, sizeof step, "%zu", descent_steps(job->descent));
    output_string(job->output, step);
    for (size_t k = 0; k < job->start.count; k++)
        write_number(job, descent_place(job->descent)[k]);
    write_number(job, descent_value(job->descent));
    write_number(job, descent_magnitude(job->descent));
    output_string(job->output, "\n");
}

static void write_walk(const struct job *job)
{
    write_names(job);
    descent_start(job->descent, job->start.numbers);
    write_place(job);
    while (!output_failed(job->output) && descent_step(job->descent))
        write_place(job);
}

static void release(struct job *job)
{
    free(job->start.numbers);
    descent_free(job->descent);
    formula_function_free(job->function);
}

enum status descent_table(const struct session *session, const struct invocation *invocation,
                          char reason[DESCENT_TEXT_SIZE], struct failure *failure)
{
    struct job job = { .function = NULL };
    enum status status = prepare(&job, session, invocation, failure);
    if (status == STATUS_OK)
        status = output_open(invocation->output, &job.output, failure);
    if (status == STATUS_OK) {
        write_walk(&job);
        descent_explain(job.descent, reason);
        status = output_close(job.output, failure);
    }
    release(&job);
    return status;
}
