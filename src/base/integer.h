/* Whole numbers, compared. */
#ifndef STEEPEST_BASE_INTEGER_H
#define STEEPEST_BASE_INTEGER_H

/* The smaller and the larger of two. */
static inline int integer_smaller(int a, int b)
{
    return a < b ? a : b;
}

static inline int integer_larger(int a, int b)
{
    return a > b ? a : b;
}

#endif
