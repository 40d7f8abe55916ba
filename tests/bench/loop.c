/* -grad f by hand. LOOPS names the table, which differs with the flags of this object. */
#include "loop.h"

#include <math.h>

#include "grid.h"

#define FUNCTION(name, word, half, text, c)                                                       \
    static inline double value_##name(double x, double y)                                         \
    {                                                                                             \
        return c;                                                                                 \
    }                                                                                             \
    static void loop_##name(size_t size, const double *places, double h, double *restrict along0, \
                            double *restrict along1)                                              \
    {                                                                                             \
        for (size_t row = 0; row < size; row++) {                                                 \
            double y = places[row];                                                               \
            for (size_t column = 0; column < size; column++) {                                    \
                double x = places[column];                                                        \
                along0[row * size + column] =                                                     \
                    -(value_##name(x + h, y) - value_##name(x - h, y)) / (2 * h);                 \
                along1[row * size + column] =                                                     \
                    -(value_##name(x, y + h) - value_##name(x, y - h)) / (2 * h);                 \
            }                                                                                     \
        }                                                                                         \
    }
#include "functions.def"
#undef FUNCTION

loop_function *const LOOPS[] = {
#define FUNCTION(name, word, half, text, c) loop_##name,
#include "functions.def"
#undef FUNCTION
};
