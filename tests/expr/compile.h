/* From a text to its value, for tests of the language. */
#ifndef STEEPEST_TESTS_EXPR_COMPILE_H
#define STEEPEST_TESTS_EXPR_COMPILE_H

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "expr/evaluate.h"
#include "expr/parse.h"
#include "expr/program.h"

/* A text made ready to be evaluated; begin with all zeros, end with compiled_free. */
struct compiled {
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

/* Parse and compile for n variables. Whatever is returned, compiled_free what was made. */
static inline enum status compile(const char *bytes, size_t length, size_t n,
                                  const struct parameters *parameters, struct compiled *made,
                                  struct failure *failure)
{
    struct source_text source = function_text(bytes, length);
    *made = (struct compiled){ .program = NULL };
    enum status status = parse(&source, 0, length, parameters, &made->tree, failure);
    if (status == STATUS_OK)
        status = program_new(&source, &made->tree, n, &made->program, failure);
    if (status != STATUS_OK)
        return status;
    made->evaluator = evaluator_new(made->program);
    ck_assert_ptr_nonnull(made->evaluator);
    return STATUS_OK;
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

/* The value at one point of as many coordinates as it was compiled for. */
static inline double value_at(const struct compiled *made, const double *point)
{
    enum { MOST = 64 };
    const double *columns[MOST];
    double value;
    if (made->program->n > MOST)
        ck_abort_msg("%zu variables", made->program->n);
    for (size_t k = 0; k < made->program->n; k++)
        columns[k] = &point[k];
    evaluator_run(made->evaluator, 1, columns, &value);
    return value;
}

/* Equal in every bit; NaNs, whose bits nobody promises, are equal to one another. */
static inline bool same_bits(double a, double b)
{
    return isnan(a) || isnan(b) ? isnan(a) && isnan(b) : memcmp(&a, &b, sizeof a) == 0;
}

#endif
