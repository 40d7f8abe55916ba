/* Choosing the kernels that the processor can run. */
#include "expr/kernels.h"

#include <stdalign.h>
#include <stdbool.h>
#include <string.h>

#include "expr/kernels_sets.h"

static bool runs_everywhere(void)
{
    return true;
}

#ifdef HAVE_LIBMVEC
static bool runs_avx2(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}

static bool runs_avx512(void)
{
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl");
}
#endif

static const struct {
    const struct kernels *kernels;
    bool (*runs)(void);
} sets[] = {
    { &kernels_plain, runs_everywhere },
#ifdef HAVE_LIBMVEC
    { &kernels_sse2, runs_everywhere },
    { &kernels_avx2, runs_avx2 },
    { &kernels_avx512, runs_avx512 },
#endif
};

size_t kernels_count(void)
{
    return sizeof sets / sizeof sets[0];
}

const struct kernels *kernels_at(size_t index)
{
    return sets[index].runs() ? sets[index].kernels : NULL;
}

const struct kernels *kernels_find(const char *name)
{
    for (size_t i = 0; i < kernels_count(); i++)
        if (strcmp(sets[i].kernels->name, name) == 0)
            return kernels_at(i);
    return NULL;
}

const struct kernels *kernels_best(void)
{
    size_t i = kernels_count() - 1;
    while (kernels_at(i) == NULL)
        i--;
    return sets[i].kernels;
}

double kernels_value(const struct kernels *kernels, enum operation operation,
                     const double operands[OPERANDS_MOST])
{
    alignas(KERNEL_ALIGNMENT) double inputs[OPERANDS_MOST][KERNEL_POINTS_MOST];
    alignas(KERNEL_ALIGNMENT) double out[KERNEL_POINTS_MOST];
    const double *const pointers[OPERANDS_MOST] = { inputs[0], inputs[1], inputs[2] };
    int count = operation_operands(operation);
    for (int k = 0; k < OPERANDS_MOST; k++)
        for (size_t i = 0; i < kernels->points_tile; i++)
            inputs[k][i] = operands[k < count ? k : 0];
    kernels->operations[operation](pointers, out);
    return out[0];
}
