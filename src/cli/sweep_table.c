/* Error against h at the probe, as a table. */
#include "cli/sweep_table.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "grad/sweep.h"
#include "out/output.h"
#include "source/formula_function.h"

enum { NAME_SIZE = 32 }; /* bytes of a variable's name */

/* A sweep being written. */
struct job {
    struct formula_function *function;
    struct sweep sweep;
    const double **point; /* n columns of one number */
    double *truth;        /* the exact gradient */
    size_t variables;     /* that the function uses, from x0 on */
    struct output *output;
};

/* Make the function with its exact derivatives, and find these at the probe. */
static enum status prepare(struct job *job, const struct session *session, struct failure *failure)
{
    const struct formula *formula = session_formula(session);
    size_t n = session_variables(session);
    enum status status = formula_function_new(formula, n, &job->function, failure);
    if (status == STATUS_OK)
        status = formula_function_differentiate(job->function, formula, failure);
    if (status != STATUS_OK)
        return status;
    job->variables = formula_is_vector(formula) ? n : formula_least_n(formula);
    job->point = array_resize(NULL, n, sizeof *job->point);
    job->truth = array_resize(NULL, n, sizeof *job->truth);
    if (!sweep_make(&job->sweep, formula_function_fn(job->function)) || job->point == NULL ||
        job->truth == NULL)
        return failure_memory(failure);
    const double *fixed = session_plane(session)->fixed;
    for (size_t k = 0; k < n; k++)
        job->point[k] = k < AXES ? &session_probe(session)[k] : &fixed[k];
    sweep_at(&job->sweep, scheme_exact(), 1, job->point);
    memcpy(job->truth, job->sweep.gradient, n * sizeof *job->truth);
    return STATUS_OK;
}

static void release(struct job *job)
{
    sweep_release(&job->sweep);
    formula_function_free(job->function);
    free(job->point);
    free(job->truth);
}

static void write_number(struct output *output, double number)
{
    output_number(output, number);
    output_write(output, "\t", 1);
}

/* Write what a scheme and a step give for each variable. */
static void write_step(struct job *job, const struct scheme *scheme, double h)
{
    sweep_at(&job->sweep, scheme, h, job->point);
    for (size_t k = 0; k < job->variables; k++) {
        char variable[NAME_SIZE];
        double derivative = job->sweep.gradient[k];
        output_string(job->output, scheme->name);
        output_write(job->output, "\t", 1);
        write_number(job->output, h);
        write_number(job->output, derivative);
        write_number(job->output, estimate_error(&job->sweep.estimates[k]));
        write_number(job->output, fabs(derivative - job->truth[k]));
        snprintf(variable, sizeof variable, "x%zu\n", k);
        output_string(job->output, variable);
    }
}

enum status sweep_table(const struct session *session, const struct invocation *invocation,
                        struct failure *failure)
{
    struct job job = { .function = NULL };
    const struct scheme *present = session_difference(session)->scheme;
    bool one = invocation->sweep_one && !scheme_is_exact(present);
    enum status status = prepare(&job, session, failure);
    if (status == STATUS_OK)
        status = output_open(invocation->output, &job.output, failure);
    if (status == STATUS_OK) {
        output_string(job.output, "scheme\th\tvalue\terror\ttrue-error\tvariable\n");
        for (size_t s = 0; s < scheme_count(); s++)
            for (size_t i = 0; i < SWEEP_STEPS && !scheme_is_exact(scheme_at(s)); i++)
                if (!one || scheme_at(s) == present)
                    write_step(&job, scheme_at(s), sweep_step(i));
        status = output_close(job.output, failure);
    }
    release(&job);
    return status;
}
