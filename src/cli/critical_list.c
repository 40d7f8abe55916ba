/* The critical points of the window, as a list. */
#include "cli/critical_list.h"

#include <math.h>
#include <stdio.h>

#include "grad/critical.h"
#include "out/output.h"
#include "source/formula_function.h"

enum { WHOLE_SIZE = 16 }; /* bytes of a whole number */

/* How a list is written. */
struct form {
    const char *begin;
    const char *kind[2];     /* before and after it */
    const char *numbers[6];  /* before each of x0, x1, f, the eigenvalues and the index */
    const char *end;         /* of a point */
    const char *between;     /* points */
    const char *last;
    bool finite; /* what is not finite is null */
};

static const struct form forms[CRITICAL_FORMAT_COUNT] = {
    [CRITICAL_FORMAT_TSV] = { .begin = "kind\tx0\tx1\tf\tlambda0\tlambda1\tindex\n",
                              .kind = { "", "" },
                              .numbers = { "\t", "\t", "\t", "\t", "\t", "\t" },
                              .end = "\n", .between = "", .last = "" },
    [CRITICAL_FORMAT_JSON] = { .begin = "[", .kind = { "\n{\"kind\":\"", "\"" },
                               .numbers = { ",\"x0\":", ",\"x1\":", ",\"f\":",
                                            ",\"lambda0\":", ",\"lambda1\":", ",\"index\":" },
                               .end = "}", .between = ",", .last = "\n]\n", .finite = true },
};

static void write_number(struct output *output, const struct form *form, double number)
{
    if (form->finite && !isfinite(number))
        output_string(output, "null");
    else
        output_number(output, number);
}

static void write_point(struct output *output, const struct form *form,
                        const struct critical_point *point)
{
    char index[WHOLE_SIZE];
    const double numbers[] = { point->at[0], point->at[1], point->value, point->eigenvalues[0],
                               point->eigenvalues[1] };
    output_string(output, form->kind[0]);
    output_string(output, critical_kind_words(point->kind));
    output_string(output, form->kind[1]);
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        output_string(output, form->numbers[i]);
        write_number(output, form, numbers[i]);
    }
    snprintf(index, sizeof index, "%d", point->index);
    output_string(output, form->numbers[5]);
    output_string(output, index);
    output_string(output, form->end);
}

static void write_points(struct output *output, const struct form *form,
                         const struct critical_points *points)
{
    output_string(output, form->begin);
    for (size_t i = 0; i < points->count; i++) {
        if (i > 0)
            output_string(output, form->between);
        write_point(output, form, &points->points[i]);
    }
    output_string(output, form->last);
}

/* Find the points with a function of the session's formula. */
static enum status find(const struct session *session, struct formula_function *function,
                        struct critical_points *points, struct failure *failure)
{
    struct plane_slope slope;
    const struct window *window = session_window(session);
    const struct rectangle rectangle = { { window->low[0], window->low[1] },
                                         { window->high[0], window->high[1] } };
    bool found = plane_slope_make(&slope, formula_function_fn(function),
                                  session_plane(session)->fixed) &&
                 critical_points_find(&slope, &rectangle, points);
    plane_slope_release(&slope);
    return found ? STATUS_OK : failure_memory(failure);
}

enum status critical_list(const struct session *session, const struct invocation *invocation,
                          char summary[CRITICAL_SUMMARY_SIZE], struct failure *failure)
{
    const struct formula *formula = session_formula(session);
    struct formula_function *function = NULL;
    struct critical_points points = { .count = 0 };
    struct output *output;
    enum status status =
        formula_function_new(formula, session_variables(session), &function, failure);
    if (status == STATUS_OK)
        status = formula_function_curve_plane(function, formula, failure);
    if (status == STATUS_OK)
        status = find(session, function, &points, failure);
    if (status == STATUS_OK)
        status = output_open(invocation->output, &output, failure);
    if (status == STATUS_OK) {
        write_points(output, &forms[invocation->critical_format], &points);
        critical_points_summarize(&points, summary);
        status = output_close(output, failure);
    }
    critical_points_free(&points);
    formula_function_free(function);
    return status;
}
