/* Magnitudes sorted into levels at round numbers. */
#include "view/scale.h"

#include <float.h>
#include <math.h>

#include "base/number.h"
#include "view/decade.h"
#include "view/palette.h"

enum {
    PER_DECADE_MOST = 6,
    DECADES_MOST = 1024 /* one bin that is wider than all doubles */
};

/* Differences miss an edge that the exact gradient is on by far less than this. */
static const double edge_tolerance = 1e-6;

static const double percentile_low = 0.05;
static const double percentile_high = 0.95;

/* Where the bins of a decade begin, indexed by how many there are. */
static const double ladders[PER_DECADE_MOST + 1][PER_DECADE_MOST] = {
    [1] = { 1 },
    [2] = { 1, 3 },
    [3] = { 1, 2, 5 },
    [6] = { 1, 1.5, 2, 3, 5, 7 },
};

/* From fine to coarse; coarser ones have one bin for 2, 4, 8, ... decades. */
static const int finenesses[] = { 6, 3, 2, 1 };

static int floor_divide(int dividend, int divisor)
{
    int quotient = dividend / divisor;
    return dividend % divisor < 0 ? quotient - 1 : quotient;
}

/* Where bin `bin` begins. */
static double bin_edge(const struct scale *scale, int bin)
{
    int decade = floor_divide(bin, scale->per_decade);
    double begin = ladders[scale->per_decade][bin - decade * scale->per_decade];
    return times_power_of_ten(begin, decade * scale->decades);
}

/* The bin of a positive finite magnitude; the logarithm is only a first guess. */
static int bin_of(const struct scale *scale, double magnitude)
{
    double compared = fmin(magnitude * (1 + edge_tolerance), DBL_MAX);
    int decade = (int)floor(log10(magnitude));
    int bin = floor_divide(decade, scale->decades) * scale->per_decade;
    while (bin_edge(scale, bin) > compared)
        bin--;
    while (bin_edge(scale, bin + 1) <= compared)
        bin++;
    return bin;
}

/* Store the magnitudes that count, ascending; returns how many. */
static size_t collect(const struct field *field, double *magnitudes)
{
    size_t count = 0;
    for (size_t row = 0; row < field_rows(field); row++) {
        for (size_t column = 0; column < field_columns(field); column++) {
            struct sample sample = field_sample(field, column, row);
            double magnitude = hypot(sample.gradient[0], sample.gradient[1]);
            if (sample_has_gradient(&sample) && magnitude > 0 && isfinite(magnitude))
                magnitudes[count++] = magnitude;
        }
    }
    numbers_sort(magnitudes, count);
    return count;
}

/* Set the top level to high's bin; whether so many levels reach down to low's. */
static bool holds(struct scale *scale, double low, double high, int levels)
{
    scale->top = bin_of(scale, high);
    return scale->top - bin_of(scale, low) < levels;
}

struct scale scale_between(double low, double high, int levels)
{
    struct scale scale = { .decades = 1 };
    for (size_t i = 0; i < sizeof finenesses / sizeof finenesses[0]; i++) {
        scale.per_decade = finenesses[i];
        if (holds(&scale, low, high, levels))
            return scale;
    }
    do {
        scale.decades *= 2;
    } while (!holds(&scale, low, high, levels) && scale.decades < DECADES_MOST);
    return scale;
}

double scale_percentile(const struct field *field, double share, double *scratch)
{
    size_t count = collect(field, scratch);
    return count == 0 ? 0 : scratch[(size_t)(share * (double)(count - 1))];
}

struct scale scale_choose(const struct field *field, double *scratch)
{
    size_t count = collect(field, scratch);
    if (count == 0)
        return (struct scale){ .per_decade = 1, .decades = 1, .top = 0 };
    double low = scratch[(size_t)(percentile_low * (double)(count - 1))];
    double high = scratch[(size_t)(percentile_high * (double)(count - 1))];
    return scale_between(low, high, LEVELS);
}

int scale_level(const struct scale *scale, double magnitude)
{
    double compared = magnitude * (1 + edge_tolerance);
    int level = LEVELS - 1;
    while (level > 0 && scale_edge(scale, level) > compared)
        level--;
    return level;
}

double scale_edge(const struct scale *scale, int level)
{
    return bin_edge(scale, scale->top - (LEVELS - 1) + level);
}
