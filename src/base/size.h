/* Sizes that are checked before they are asked of the allocator. */
#ifndef STEEPEST_BASE_SIZE_H
#define STEEPEST_BASE_SIZE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* Store a * b in *product and return true, or return false, leaving it alone, on overflow. */
static inline bool size_multiply(size_t a, size_t b, size_t *product)
{
    if (b != 0 && a > SIZE_MAX / b)
        return false;
    *product = a * b;
    return true;
}

/*
 * Make `array` (NULL or from malloc) hold `count` elements of `size` bytes, as realloc would.
 * Returns the new place, or NULL, with `array` untouched, when the product overflows or memory is
 * short. A product of 0 asks for one byte, so NULL always means failure.
 */
static inline void *array_resize(void *array, size_t count, size_t size)
{
    size_t bytes = 0;
    if (!size_multiply(count, size, &bytes))
        return NULL;
    return realloc(array, bytes == 0 ? 1 : bytes);
}

#endif
