/* The sets of kernels that are built in. Private to kernels.c and to those that define them. */
#ifndef STEEPEST_EXPR_KERNELS_SETS_H
#define STEEPEST_EXPR_KERNELS_SETS_H

#include "config.h"
#include "expr/kernels.h"

extern const struct kernels kernels_plain; /* any processor, the C library's functions */

#ifdef HAVE_LIBMVEC
extern const struct kernels kernels_sse2; /* every x86-64; from here on glibc's functions */
extern const struct kernels kernels_avx2; /* AVX2 and FMA */
extern const struct kernels kernels_avx512; /* AVX-512 F, DQ and VL */
#endif

#endif
