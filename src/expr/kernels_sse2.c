/* Kernels for every x86-64. */
#include "config.h"

#ifdef HAVE_LIBMVEC
#define KERNELS sse2
#define KERNEL_BYTES 16
#define KERNEL_LIBMVEC _ZGVbN2
#include "expr/kernels_body.h"
#else
typedef int nothing_without_libmvec;
#endif
