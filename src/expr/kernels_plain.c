/* Kernels for any processor: what the compiler makes of vectors, and the C library's functions. */
#define KERNELS plain
#define KERNEL_BYTES 16
#include "expr/kernels_body.h"
