/* The function under study, ready for numerics. Private to the session. */
#include "session/subject.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "base/size.h"

enum {
    TITLE_FIXED_MOST = 4, /* fixed variables that the title names */
    LENGTHS_MOST = 100    /* variables up to which a text's length is looked for */
};

enum status fixed_variables_set(struct fixed_variables *fixed, size_t k, double value)
{
    size_t i = 0;
    while (i < fixed->count && fixed->entries[i].k != k)
        i++;
    if (i == FIXED_MOST)
        return STATUS_FAILED;
    fixed->entries[i].k = k;
    fixed->entries[i].value = value;
    if (i == fixed->count)
        fixed->count++;
    return STATUS_OK;
}

double fixed_variables_value(const struct fixed_variables *fixed, size_t k)
{
    for (size_t i = 0; i < fixed->count; i++)
        if (fixed->entries[i].k == k)
            return fixed->entries[i].value;
    return 0;
}

static size_t field_n(const struct formula *formula, const struct fixed_variables *fixed)
{
    size_t n = formula_least_n(formula);
    if (n < AXES)
        n = AXES;
    for (size_t i = 0; i < fixed->count && formula_is_vector(formula); i++)
        if (fixed->entries[i].k >= n)
            n = fixed->entries[i].k + 1;
    return n;
}

static void append_value(struct text *title, const char *name, double value, bool chosen)
{
    char number[NUMBER_SIZE];
    text_append_format(title, chosen ? ", [%s=%s]" : ", %s=%s", name,
                       number_short(value, 6, number));
}

static size_t variables(const struct subject *subject)
{
    return formula_function_fn(subject->function)->n;
}

void subject_append_values(const struct subject *subject, const struct parameters *parameters,
                           size_t chosen, struct text *title)
{
    for (size_t i = 0; i < parameters->count; i++)
        append_value(title, parameters->entries[i].name, parameters->entries[i].value,
                     i == chosen);
    int named = 0;
    size_t k = formula_next_variable(subject->formula, AXES);
    for (; k < variables(subject) && named < TITLE_FIXED_MOST; named++) {
        char variable[NUMBER_SIZE];
        snprintf(variable, sizeof variable, "x%zu", k);
        append_value(title, variable, subject->fixed[k], false);
        k = formula_next_variable(subject->formula, k + 1);
    }
    if (k < variables(subject))
        text_append(title, ", ...");
}

/* "name: " of a function that has one. */
static void append_name(const struct subject *subject, struct text *title)
{
    if (subject->name.length > 0)
        text_append_format(title, "%s: ", text_string(&subject->name));
}

void subject_append_title(const struct subject *subject, struct text *title)
{
    append_name(subject, title);
    text_append(title, formula_text(subject->formula));
}

static void write_title(struct subject *subject, const struct parameters *parameters)
{
    subject_append_title(subject, &subject->title);
    subject_append_values(subject, parameters, parameters->count, &subject->title);
}

void subject_describe(const struct subject *subject, const struct parameters *parameters,
                      struct text *text)
{
    append_name(subject, text);
    formula_print(subject->formula, text);
    subject_append_values(subject, parameters, parameters->count, text);
}

/*
 * Compile the formula for n variables. A vector text may want a certain length, as one with
 * arange(5) does: then the next n that it takes is tried. Failures are those of the first.
 */
static enum status compile(struct subject *subject, size_t n, struct failure *failure)
{
    struct failure ignored;
    enum status first = formula_function_new(subject->formula, n, &subject->function, failure);
    if (first != STATUS_USAGE || !formula_is_vector(subject->formula))
        return first;
    enum status status = first;
    while (status == STATUS_USAGE && ++n <= LENGTHS_MOST)
        status = formula_function_new(subject->formula, n, &subject->function, &ignored);
    return status == STATUS_OK ? STATUS_OK : first;
}

/* Make what numerics needs. */
static enum status prepare(struct subject *subject, const struct fixed_variables *fixed,
                           struct failure *failure)
{
    enum status status = compile(subject, field_n(subject->formula, fixed), failure);
    if (status != STATUS_OK)
        return status;
    size_t n = variables(subject);
    subject->differentiator = differentiator_new(formula_function_fn(subject->function));
    subject->fixed = array_resize(NULL, n, sizeof *subject->fixed);
    if (subject->differentiator == NULL || subject->fixed == NULL)
        return failure_memory(failure);
    for (size_t k = 0; k < n; k++)
        subject->fixed[k] = fixed_variables_value(fixed, k);
    subject->plane = (struct plane){
        .differentiator = subject->differentiator, .fixed = subject->fixed
    };
    return STATUS_OK;
}

enum status subject_new(const struct source_text *source, const char *name,
                        const struct parameters *parameters,
                        const struct fixed_variables *fixed, struct subject **subject,
                        struct failure *failure)
{
    struct subject *made = calloc(1, sizeof *made);
    if (made == NULL)
        return failure_memory(failure);
    made->holders = 1;
    enum status status = formula_new(source, parameters, &made->formula, failure);
    if (status == STATUS_OK)
        status = prepare(made, fixed, failure);
    if (status != STATUS_OK)
        goto fail;
    text_append(&made->name, name);
    text_append(&made->origin, source->name);
    text_append_bytes(&made->bytes, source->bytes, source->length);
    write_title(made, parameters);
    if (made->name.failed || made->origin.failed || made->bytes.failed || made->title.failed) {
        status = failure_memory(failure);
        goto fail;
    }
    *subject = made;
    return STATUS_OK;
fail:
    subject_free(made);
    return status;
}

enum status subject_again(const struct subject *subject, const struct parameters *parameters,
                          const struct fixed_variables *fixed, struct subject **again,
                          struct failure *failure)
{
    struct source_text source = { .name = text_string(&subject->origin),
                                  .bytes = text_string(&subject->bytes),
                                  .length = subject->bytes.length };
    return subject_new(&source, text_string(&subject->name), parameters, fixed, again, failure);
}

enum status subject_differentiate(struct subject *subject, struct failure *failure)
{
    return formula_function_differentiate(subject->function, subject->formula, failure);
}

enum status subject_curve(struct subject *subject, struct failure *failure)
{
    enum status status = subject_differentiate(subject, failure);
    return status == STATUS_OK
               ? formula_function_curve(subject->function, subject->formula, failure)
               : status;
}

enum status subject_curve_plane(struct subject *subject, struct failure *failure)
{
    return formula_function_curve_plane(subject->function, subject->formula, failure);
}

void subject_hold(struct subject *subject)
{
    subject->holders++;
}

void subject_free(struct subject *subject)
{
    if (subject == NULL || --subject->holders > 0)
        return;
    text_free(&subject->name);
    text_free(&subject->origin);
    text_free(&subject->bytes);
    text_free(&subject->title);
    formula_free(subject->formula);
    differentiator_free(subject->differentiator);
    formula_function_free(subject->function);
    free(subject->fixed);
    free(subject);
}
