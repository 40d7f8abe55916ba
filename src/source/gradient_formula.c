/* A gradient that is typed: a text in the language for each derivative. */
#include "source/gradient_formula.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "source/formula_function.h"

static const char blanks[] = " \t\r\n";

/* One derivative. */
struct derivative {
    size_t start; /* where it stands in the text */
    struct formula *formula;
    struct formula_function *function; /* NULL until it is made ready */
};

struct gradient_formula {
    struct text origin; /* what messages call the text */
    struct text bytes;  /* the text as it was given */
    struct derivative derivatives[DERIVATIVES_MOST];
    size_t count;
};

static struct source_text source_of(const struct gradient_formula *formula)
{
    return (struct source_text){ .name = text_string(&formula->origin),
                                 .bytes = text_string(&formula->bytes),
                                 .length = formula->bytes.length };
}

/* Where the comment that begins at `at` ends, or `at` where there is none. */
static size_t skip_comment(const struct source_text *source, size_t at)
{
    if (at < source->length && source->bytes[at] == '#')
        while (at < source->length && source->bytes[at] != '\n')
            at++;
    return at;
}

/* Where the item that begins at `at` ends: at its semicolon or at the end of the text. */
static size_t item_end(const struct source_text *source, size_t at)
{
    while (at < source->length && source->bytes[at] != ';') {
        size_t behind = skip_comment(source, at);
        at = behind > at ? behind : at + 1;
    }
    return at;
}

/* Where something begins that is neither blank nor comment. */
static size_t skip_blanks(const struct source_text *source, size_t at, size_t end)
{
    size_t before;
    do {
        before = at;
        at = skip_comment(source, at);
        while (at < end && memchr(blanks, source->bytes[at], sizeof blanks - 1) != NULL)
            at++;
    } while (at > before);
    return at;
}

static bool is_of_name(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_';
}

/* Whether an item says `name = ...`. */
static bool is_definition(const struct source_text *source, size_t start, size_t end)
{
    size_t name = skip_blanks(source, start, end);
    size_t at = name;
    while (at < end && is_of_name(source->bytes[at]))
        at++;
    if (at == name)
        return false;
    at = skip_blanks(source, at, end);
    return at < end && source->bytes[at] == '=' &&
           (at + 1 >= end || source->bytes[at + 1] != '=');
}

/* Blank an item and its semicolon out; comments and line breaks keep columns and lines right. */
static void erase(const struct source_text *source, char *copy, size_t start, size_t end)
{
    for (size_t at = start; at <= end && at < source->length; at++) {
        at = skip_comment(source, at);
        if (at <= end && at < source->length && source->bytes[at] != '\n')
            copy[at] = ' ';
    }
}

/* Let a failure in a text with the same places point into this one. */
static enum status point_into(const struct source_text *source, struct failure *failure)
{
    size_t at = 0;
    if (failure->line == 0)
        return failure->status;
    for (size_t line = 1; line < failure->line && at < source->length; at++)
        line += source->bytes[at] == '\n';
    for (size_t column = 1; column < failure->column && at < source->length; column++) {
        uint32_t character;
        size_t size = utf8_decode(source->bytes + at, source->length - at, &character);
        at += size == 0 ? 1 : size;
    }
    size_t left = source->length - at;
    char message[FAILURE_MESSAGE_SIZE];
    memcpy(message, failure->message, sizeof message);
    return failure_at(failure, source, at,
                      failure->caret_length < left ? failure->caret_length : left, "%s", message);
}

/* Understand the derivative that `copy` is, up to `end`: the text with the others blanked out. */
static enum status add_derivative(struct gradient_formula *made, const char *copy, size_t start,
                                  size_t end, const struct parameters *parameters,
                                  struct failure *failure)
{
    struct source_text source = source_of(made);
    struct source_text own = { .name = source.name, .bytes = copy, .length = end };
    if (made->count == DERIVATIVES_MOST)
        return failure_at(failure, &source, skip_blanks(&source, start, end), 0,
                          "more than %d derivatives", DERIVATIVES_MOST);
    struct derivative *derivative = &made->derivatives[made->count];
    derivative->start = skip_blanks(&source, start, end);
    enum status status = formula_new(&own, parameters, &derivative->formula, failure);
    if (status == STATUS_OK)
        made->count++;
    return status == STATUS_USAGE ? point_into(&source, failure) : status;
}

/* Understand all items; `copy` is a copy of the text to work in. */
static enum status add_all(struct gradient_formula *made, char *copy,
                           const struct parameters *parameters, struct failure *failure)
{
    struct source_text source = source_of(made);
    enum status status = STATUS_OK;
    size_t start = 0;
    while (status == STATUS_OK && start <= source.length) {
        size_t end = item_end(&source, start);
        if (end == source.length || !is_definition(&source, start, end)) {
            status = add_derivative(made, copy, start, end, parameters, failure);
            erase(&source, copy, start, end);
        }
        start = end + 1;
    }
    return status;
}

enum status gradient_formula_new(const struct source_text *source,
                                 const struct parameters *parameters,
                                 struct gradient_formula **formula, struct failure *failure)
{
    struct gradient_formula *made = calloc(1, sizeof *made);
    struct text copy = TEXT_EMPTY;
    enum status status = STATUS_OK;
    if (made == NULL)
        return failure_memory(failure);
    text_append(&made->origin, source->name);
    text_append_bytes(&made->bytes, source->bytes, source->length);
    text_append_bytes(&copy, source->bytes, source->length);
    if (made->origin.failed || made->bytes.failed || copy.failed)
        status = failure_memory(failure);
    if (status == STATUS_OK)
        status = add_all(made, copy.bytes, parameters, failure);
    text_free(&copy);
    if (status == STATUS_OK)
        *formula = made;
    else
        gradient_formula_free(made);
    return status;
}

void gradient_formula_free(struct gradient_formula *formula)
{
    if (formula == NULL)
        return;
    text_free(&formula->origin);
    text_free(&formula->bytes);
    for (size_t i = 0; i < formula->count; i++) {
        formula_free(formula->derivatives[i].formula);
        formula_function_free(formula->derivatives[i].function);
    }
    free(formula);
}

size_t gradient_formula_count(const struct gradient_formula *formula)
{
    return formula->count;
}

/* Whether there is one derivative for each of n variables. */
static enum status check_count(const struct gradient_formula *formula, size_t n,
                               struct failure *failure)
{
    struct source_text source = source_of(formula);
    size_t count = formula->count;
    if (count == n)
        return STATUS_OK;
    size_t start = count < n ? source.length : formula->derivatives[n].start;
    return failure_at(failure, &source, start, 0,
                      "%zu derivative%s for %zu variable%s: write one for each, between ';'",
                      count, count == 1 ? "" : "s", n, n == 1 ? "" : "s");
}

/* Make a derivative ready; it may name variables that there are not. */
static enum status make_ready(const struct gradient_formula *formula,
                              struct derivative *derivative, size_t n, struct failure *failure)
{
    struct source_text source = source_of(formula);
    size_t least = formula_least_n(derivative->formula);
    if (least > n)
        return failure_at(failure, &source, derivative->start, 0,
                          "x%zu is none of the function's %zu variable%s", least - 1, n,
                          n == 1 ? "" : "s");
    enum status status =
        formula_function_new(derivative->formula, n, &derivative->function, failure);
    return status == STATUS_USAGE ? point_into(&source, failure) : status;
}

enum status gradient_formula_prepare(struct gradient_formula *formula, size_t n,
                                     struct failure *failure)
{
    for (size_t i = 0; i < formula->count; i++) {
        formula_function_free(formula->derivatives[i].function);
        formula->derivatives[i].function = NULL;
    }
    enum status status = check_count(formula, n, failure);
    for (size_t i = 0; i < formula->count && status == STATUS_OK; i++)
        status = make_ready(formula, &formula->derivatives[i], n, failure);
    return status;
}

void gradient_formula_evaluate(const struct gradient_formula *formula, size_t axis, size_t count,
                               const double *const *x, double *values)
{
    const struct fn *fn = formula_function_fn(formula->derivatives[axis].function);
    fn->evaluate(fn->context, count, x, values);
}

void gradient_formula_set_interruption(struct gradient_formula *formula,
                                       struct interruption *interruption)
{
    for (size_t i = 0; i < formula->count; i++)
        if (formula->derivatives[i].function != NULL)
            formula_function_set_interruption(formula->derivatives[i].function, interruption);
}

bool gradient_formula_is_stopped(const struct gradient_formula *formula)
{
    for (size_t i = 0; i < formula->count; i++)
        if (formula->derivatives[i].function != NULL &&
            fn_is_stopped(formula_function_fn(formula->derivatives[i].function)))
            return true;
    return false;
}
