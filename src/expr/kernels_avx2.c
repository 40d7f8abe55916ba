/* Kernels for processors with AVX2 and FMA. */
#include "config.h"

#ifdef HAVE_LIBMVEC
#define KERNELS avx2
#define KERNEL_BYTES 32
#define KERNEL_LIBMVEC _ZGVdN4
#include "expr/kernels_body.h"
#else
typedef int nothing_without_libmvec;
#endif
