/* From a text to its value, for tests of the language. */
#ifndef STEEPEST_TESTS_EXPR_COMPILE_H
#define STEEPEST_TESTS_EXPR_COMPILE_H

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "expr/evaluate.h"
#include "expr/parse.h"
#include "expr/program.h"

/* A text made ready to be evaluated; begin with all zeros, end with compiled_free. */
struct compiled {
    size_t n;
    struct tree tree;
    struct program *program;
    struct evaluator *evaluator;
};

static const struct parameters no_parameters = { .count = 0 };

/* The bytes as a source that messages call "function". */
static inline struct source_text function_text(const char *bytes, size_t length)
{
    return (struct source_text){ .name = "function", .bytes = bytes, .length = length };
}

/*
 * Parse and compile for n variables, as the wish says. Whatever is returned, compiled_free what was
 * made.
 */
static inline enum status compile_wish(const char *bytes, size_t length, size_t n,
                                       const struct parameters *parameters,
                                       const struct program_wish *wish, struct compiled *made,
                                       struct failure *failure)
{
    struct source_text source = function_text(bytes, length);
    *made = (struct compiled){ .n = n };
    enum status status = parse(&source, 0, length, parameters, &made->tree, failure);
    if (status == STATUS_OK)
        status = program_new(&source, &made->tree, n, wish, &made->program, failure);
    if (status != STATUS_OK)
        return status;
    made->evaluator = evaluator_new(made->program);
    ck_assert_ptr_nonnull(made->evaluator);
    return STATUS_OK;
}

/* The value alone, with the C library's functions: its bits are known. */
static inline enum status compile(const char *bytes, size_t length, size_t n,
                                  const struct parameters *parameters, struct compiled *made,
                                  struct failure *failure)
{
    const struct program_wish wish = { .kernels = kernels_find("plain") };
    return compile_wish(bytes, length, n, parameters, &wish, made, failure);
}

/* As compile, of a text that must be understood. */
static inline void compile_text(const char *text, size_t n, struct compiled *made)
{
    struct failure failure;
    if (compile(text, strlen(text), n, &no_parameters, made, &failure) != STATUS_OK)
        ck_abort_msg("%s: %zu: %s", text, failure.column, failure.message);
}

static inline void compiled_free(struct compiled *made)
{
    evaluator_free(made->evaluator);
    program_free(made->program);
    tree_free(&made->tree);
}

/* All results at one point of as many coordinates as it was compiled for. */
static inline void results_at(const struct compiled *made, const double *point, double *results)
{
    enum { MOST = 64 };
    const double *columns[MOST];
    double *pointers[MOST];
    size_t count = program_results(made->program);
    if (made->n > MOST || count > MOST)
        ck_abort_msg("%zu variables, %zu results", made->n, count);
    for (size_t k = 0; k < made->n; k++)
        columns[k] = &point[k];
    for (size_t k = 0; k < count; k++)
        pointers[k] = &results[k];
    evaluator_run(made->evaluator, 1, columns, pointers);
}

/* The value at one point. */
static inline double value_at(const struct compiled *made, const double *point)
{
    double value;
    results_at(made, point, &value);
    return value;
}

/* Equal in every bit; NaNs, whose bits nobody promises, are equal to one another. */
static inline bool same_bits(double a, double b)
{
    return isnan(a) || isnan(b) ? isnan(a) && isnan(b) : memcmp(&a, &b, sizeof a) == 0;
}

#endif
