/* Kernels for processors with AVX-512 F, DQ and VL. */
#include "config.h"

#ifdef HAVE_LIBMVEC
#define KERNELS avx512
#define KERNEL_BYTES 64
#define KERNEL_LIBMVEC _ZGVeN8
#include "expr/kernels_body.h"
#else
typedef int nothing_without_libmvec;
#endif
