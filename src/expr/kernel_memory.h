/* Memory that kernels may use: aligned, and owned as malloc's is. */
#ifndef STEEPEST_EXPR_KERNEL_MEMORY_H
#define STEEPEST_EXPR_KERNEL_MEMORY_H

#include <stddef.h>
#include <stdlib.h>

#include "base/size.h"
#include "expr/kernels.h"

/*
 * Room for `count` arrays of `length` doubles, the first aligned to KERNEL_ALIGNMENT and the others
 * too when `length` is a multiple of KERNEL_VECTOR_MOST. NULL when memory is short; free with free.
 */
static inline double *kernel_memory_new(size_t count, size_t length)
{
    size_t bytes = 0;
    if (!size_multiply(count, length * sizeof(double), &bytes) ||
        bytes > SIZE_MAX - KERNEL_ALIGNMENT)
        return NULL;
    /* aligned_alloc asks for a whole number of alignments. */
    return aligned_alloc(KERNEL_ALIGNMENT, bytes / KERNEL_ALIGNMENT * KERNEL_ALIGNMENT +
                                               KERNEL_ALIGNMENT);
}

#endif
