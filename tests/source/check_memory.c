/* Tests the way of a text to its gradient when memory is short: every allocation fails in turn. */
#include "../suite.h"

#include <stdio.h>

#include "formulas.h"
#include "grad/gradient_check.h"
#include "grad/gradient_grid.h"
#include "source/gradient_formula.h"

/* The linker puts these in the place of the library's (--wrap); __real_ are the library's own. */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
void __real_free(void *memory);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);
void __wrap_free(void *memory);

enum { ALLOCATIONS_MOST = 5000 };

/* Counts from `armed` on; the allocation with number `failing`, and all behind it, fail. */
static struct {
    bool armed;
    long count;
    long failing;
    long living; /* allocations that were not given back */
} memory;

static bool fails(void)
{
    return memory.armed && memory.count++ >= memory.failing;
}

static void *counted(void *made)
{
    if (memory.armed && made != NULL)
        memory.living++;
    return made;
}

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : counted(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : counted(__real_calloc(count, size));
}

void *__wrap_realloc(void *old, size_t size)
{
    if (fails())
        return NULL;
    return old == NULL ? counted(__real_realloc(NULL, size)) : __real_realloc(old, size);
}

void *__wrap_aligned_alloc(size_t alignment, size_t size)
{
    return fails() ? NULL : counted(__real_aligned_alloc(alignment, size));
}

void __wrap_free(void *given)
{
    if (memory.armed && given != NULL)
        memory.living--;
    __real_free(given);
}

/* From a text to a gradient; the status of what failed, with everything given back. */
static enum status make_all(const char *text, struct failure *failure)
{
    struct source_text source = { .name = "function", .bytes = text, .length = strlen(text) };
    struct formula *formula = NULL;
    struct formula_function *function = NULL;
    struct differentiator *differentiator = NULL;
    enum status status = formula_new(&source, &no_parameters, &formula, failure);
    if (status == STATUS_OK)
        status = formula_function_new(formula, 40, &function, failure);
    if (status == STATUS_OK)
        status = formula_function_differentiate(function, formula, failure);
    if (status == STATUS_OK) {
        differentiator = differentiator_new(formula_function_fn(function));
        if (differentiator == NULL)
            status = failure_memory(failure);
    }
    differentiator_free(differentiator);
    formula_function_free(function);
    formula_free(formula);
    return status;
}

/* As make_all, where the allocation with this number and all behind it fail. */
static enum status make_all_failing(const char *text, long failing, struct failure *failure)
{
    memory.count = 0;
    memory.living = 0;
    memory.failing = failing;
    memory.armed = true;
    enum status status = make_all(text, failure);
    memory.armed = false;
    return status;
}

/* A hundred of them. */
#define ZEROS                                                                                      \
    "00000000000000000000000000000000000000000000000000"                                           \
    "00000000000000000000000000000000000000000000000000"

static const char *const texts[] = {
    "x",
    "sum(x**2)",
    "mean(x)/norm(x) + max(x) - sum(min(x, y, 3)*clamp(x, 0, 1)) + (x1 > 0 ? sin(x2) : -x3^2.5)",
    /* A number too long for a buffer on the stack. */
    "0." ZEROS ZEROS ZEROS ZEROS ZEROS ZEROS "1",
};

START_TEST(every_allocation_may_fail)
{
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        enum status status = STATUS_FAILED;
        long failing = 0;
        for (; status != STATUS_OK; failing++) {
            struct failure failure = { .status = STATUS_OK };
            ck_assert_int_lt(failing, ALLOCATIONS_MOST);
            status = make_all_failing(texts[i], failing, &failure);
            ck_assert_msg(memory.living == 0, "%ld leaks behind allocation %ld of '%.40s'",
                          memory.living, failing, texts[i]);
            if (status == STATUS_OK)
                continue;
            ck_assert_msg(status == STATUS_FAILED, "%.40s: column %zu: %s", texts[i],
                          failure.column, failure.message);
            ck_assert_int_eq(failure.status, STATUS_FAILED);
            ck_assert_str_eq(failure.message, "out of memory");
            ck_assert_uint_eq(failure.line, 0);
        }
        ck_assert_int_gt(failing, 8);
    }
}
END_TEST

/* A function, its derivatives as a text and a checker; everything given back. */
static enum status make_check(struct failure *failure)
{
    struct source_text source = { .name = "check", .bytes = "a = 2; a*x; a*y", .length = 15 };
    struct source_text text = { .name = "function", .bytes = "x^2 + y^2", .length = 9 };
    struct formula *formula = NULL;
    struct formula_function *function = NULL;
    struct gradient_formula *gradient = NULL;
    struct checker *checker = NULL;
    enum status status = formula_new(&text, &no_parameters, &formula, failure);
    if (status == STATUS_OK)
        status = formula_function_new(formula, 2, &function, failure);
    if (status == STATUS_OK)
        status = gradient_formula_new(&source, &no_parameters, &gradient, failure);
    if (status == STATUS_OK)
        status = gradient_formula_prepare(gradient, 2, failure);
    if (status == STATUS_OK) {
        checker = checker_new(formula_function_fn(function));
        status = checker == NULL ? failure_memory(failure) : STATUS_OK;
    }
    checker_free(checker);
    gradient_formula_free(gradient);
    formula_function_free(function);
    formula_free(formula);
    return status;
}

START_TEST(every_allocation_of_a_check_may_fail)
{
    enum status status = STATUS_FAILED;
    long failing = 0;
    for (; status != STATUS_OK; failing++) {
        struct failure failure = { .status = STATUS_OK };
        ck_assert_int_lt(failing, ALLOCATIONS_MOST);
        memory.count = 0;
        memory.living = 0;
        memory.failing = failing;
        memory.armed = true;
        status = make_check(&failure);
        memory.armed = false;
        ck_assert_int_eq(memory.living, 0);
        ck_assert(status == STATUS_OK || status == STATUS_FAILED);
        ck_assert_int_eq(failure.status, status);
    }
    ck_assert_int_gt(failing, 20);
}
END_TEST

/* An error of the text is told in full even when nothing can be allocated any more. */
START_TEST(errors_need_no_memory)
{
    struct source_text source = { .name = "function", .bytes = "sinn(x)", .length = 7 };
    struct formula *formula = NULL;
    struct failure failure;
    memory.count = 0;
    memory.living = 0;
    memory.failing = 1; /* the first is the formula itself */
    memory.armed = true;
    enum status status = formula_new(&source, &no_parameters, &formula, &failure);
    memory.armed = false;
    ck_assert_int_eq(memory.living, 0);
    ck_assert_int_eq(status, STATUS_USAGE);
    ck_assert_str_eq(failure.message, "unknown name 'sinn', did you mean 'sin'?");
    ck_assert_str_eq(failure.excerpt, "sinn(x)");
    ck_assert_uint_eq(failure.caret_length, 4);
}
END_TEST

/* Compute a grid's gradients and one point's by a scheme; returns how often memory was asked for. */
static long allocations_of(struct differentiator *differentiator, const char *scheme)
{
    enum { COLUMNS = 97, ROWS = 53 };
    static double x0[COLUMNS], x1[ROWS], values[COLUMNS * ROWS], along[2][COLUMNS * ROWS];
    static enum verdict verdicts[COLUMNS * ROWS];
    static const double fixed[] = { 0, 0, 7 };
    const struct difference difference = { .scheme = scheme_find(scheme, strlen(scheme)),
                                           .h = 1e-4 };
    const struct grid grid = { .columns = COLUMNS, .rows = ROWS, .x0 = x0, .x1 = x1,
                               .fixed = fixed };
    double *const derivatives[] = { along[0], along[1] };
    const struct gradient_result result = {
        .values = values, .derivatives = derivatives, .verdicts = verdicts
    };
    for (size_t i = 0; i < COLUMNS; i++)
        x0[i] = (double)i / 10 - 5;
    for (size_t i = 0; i < ROWS; i++)
        x1[i] = (double)i / 10 - 3;
    memory.count = 0;
    memory.failing = 0;
    memory.armed = true;
    gradient_grid(differentiator, &difference, &grid, &result);
    memory.armed = false;
    return memory.count;
}

/* Poles, flat places and ordinary ones: no field asks for memory. */
START_TEST(fields_need_no_memory)
{
    static const char *const schemes[] = { "central", "forward", "exact" };
    struct source_text source = { .name = "function", .length = 36,
                                  .bytes = "1/x + floor(y)*sin(x*y) + log(y) + z" };
    struct formula *formula = NULL;
    struct formula_function *function = NULL;
    struct failure failure;
    ck_assert_int_eq(formula_new(&source, &no_parameters, &formula, &failure), STATUS_OK);
    ck_assert_int_eq(formula_function_new(formula, 3, &function, &failure), STATUS_OK);
    ck_assert_int_eq(formula_function_differentiate(function, formula, &failure), STATUS_OK);
    struct differentiator *differentiator = differentiator_new(formula_function_fn(function));
    ck_assert_ptr_nonnull(differentiator);
    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++)
        ck_assert_int_eq(allocations_of(differentiator, schemes[i]), 0);
    differentiator_free(differentiator);
    formula_function_free(function);
    formula_free(formula);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, every_allocation_may_fail);
    tcase_add_test(cases, every_allocation_of_a_check_may_fail);
    tcase_add_test(cases, errors_need_no_memory);
    tcase_add_test(cases, fields_need_no_memory);
}

SUITE_MAIN("source memory", add_cases)
