/* How a field's values are spread, and the round values that lines and shades are put at. */
#include "view/spread.h"

#include <math.h>

#include "base/number.h"
#include "view/decade.h"

/* The parts that levels are chosen from: the ends' few values go far beyond the others. */
enum { PART_LOW = 1, PART_MIDDLE = SPREAD_PARTS / 2, PART_HIGH = SPREAD_PARTS - 1 };

/* Steps below this many units of 1e-16 of the values are rounding, not f's. */
static const double multiples_most = 1e12;

/* The span is so many times the distance from an end to the middle where values crowd there. */
static const double crowded = 10;

struct spread spread_of(const struct field *field, double *scratch)
{
    struct spread spread = { .known = false };
    size_t count = 0;
    for (size_t row = 0; row < field_rows(field); row++) {
        for (size_t column = 0; column < field_columns(field); column++) {
            double value = field_sample(field, column, row).value;
            if (isfinite(value))
                scratch[count++] = value;
        }
    }
    if (count == 0)
        return spread;
    numbers_sort(scratch, count);
    spread.known = true;
    for (size_t part = 0; part <= SPREAD_PARTS; part++)
        spread.quantiles[part] = scratch[part * (count - 1) / SPREAD_PARTS];
    return spread;
}

/* A round number: mantissa 1, 2 or 5 (or 3) times a power of ten. */
struct round_number {
    double mantissa;
    int exponent;
};

static double round_value(struct round_number number)
{
    return times_power_of_ten(number.mantissa, number.exponent);
}

/* The least of 1, 2, 5 times powers of ten that is not below a positive finite number. */
static struct round_number round_up(double least)
{
    static const double mantissas[] = { 1, 2, 5, 10, 20 };
    struct round_number number = { 1, (int)floor(log10(least)) };
    for (size_t i = 0; i < sizeof mantissas / sizeof mantissas[0]; i++) {
        number.mantissa = mantissas[i];
        if (round_value(number) >= least * (1 - 1e-9))
            break;
    }
    return number;
}

/* Values in equal round steps within low to high. */
static int equal_steps(double low, double high, int wanted, double levels[SPREAD_LEVELS_MOST])
{
    double rough = high / wanted - low / wanted;
    int count = 0;
    if (!(rough > 0))
        return 0;
    struct round_number step = round_up(rough);
    double first = ceil(low / round_value(step));
    if (!(fmax(fabs(low), fabs(high)) / round_value(step) < multiples_most))
        return 0;
    for (int i = 0; i < SPREAD_LEVELS_MOST; i++) {
        double level = times_power_of_ten((first + i) * step.mantissa, step.exponent);
        if (level > high)
            break;
        levels[count++] = level == 0 ? 0 : level;
    }
    return count;
}

/* Distances that are round numbers, some in each decade or one in several decades. */
struct ladder {
    int per_decade;
    int decades;
};

static struct round_number rung(const struct ladder *ladder, int index)
{
    static const double mantissas[][3] = { [1] = { 1 }, [2] = { 1, 3 }, [3] = { 1, 2, 5 } };
    int per = ladder->per_decade;
    int decade = index >= 0 ? index / per : -((per - 1 - index) / per);
    return (struct round_number){ mantissas[per][index - decade * per], decade * ladder->decades };
}

/* The first rung that is not below a positive finite distance. */
static int rung_from(const struct ladder *ladder, double distance)
{
    int index = (int)floor(floor(log10(distance)) / ladder->decades) * ladder->per_decade;
    while (round_value(rung(ladder, index)) < distance)
        index++;
    return index;
}

/* The finest ladder with at most `wanted` rungs from `low` to `high`; stores the first rung. */
static struct ladder choose_ladder(double low, double high, int wanted, int *first)
{
    static const int fineness[] = { 3, 2, 1 };
    struct ladder ladder = { 1, 1 };
    for (size_t i = 0; i < sizeof fineness / sizeof fineness[0]; i++) {
        ladder.per_decade = fineness[i];
        *first = rung_from(&ladder, low);
        if (round_value(rung(&ladder, *first + wanted)) > high)
            return ladder;
    }
    while (ladder.decades < 1024) {
        ladder.decades *= 2;
        *first = rung_from(&ladder, low);
        if (round_value(rung(&ladder, *first + wanted)) > high)
            break;
    }
    return ladder;
}

/*
 * Levels at round distances from `end`, upward for sign 1 and downward for -1; the nearest and the
 * farthest that are wanted lie `low` and `high` from it.
 */
static int round_distances(double end, int sign, double low, double high, int wanted,
                           double levels[SPREAD_LEVELS_MOST])
{
    int first;
    int count = 0;
    struct ladder ladder = choose_ladder(low, high, wanted, &first);
    double unit = times_power_of_ten(1, rung(&ladder, first).exponent);
    double base = sign * ceil(sign * end / unit - 0.5) * unit;
    if (!(fabs(end) / unit < multiples_most))
        return 0;
    for (int i = 0; i < wanted; i++) {
        double distance = round_value(rung(&ladder, first + i));
        if (distance > high)
            break;
        levels[count++] = base + sign * distance;
    }
    for (int i = 0; sign < 0 && i < count / 2; i++) {
        double swapped = levels[i];
        levels[i] = levels[count - 1 - i];
        levels[count - 1 - i] = swapped;
    }
    return count;
}

int spread_levels(const struct spread *spread, int wanted, double levels[SPREAD_LEVELS_MOST])
{
    const double *quantiles = spread->quantiles;
    double least = quantiles[0];
    double most = quantiles[SPREAD_PARTS];
    double middle = quantiles[PART_MIDDLE];
    double low = quantiles[PART_LOW];
    double high = quantiles[PART_HIGH];
    if (!spread->known || !(least < most))
        return 0;
    /* Round values themselves, where 0 is an end as good as the least or the most. */
    if (least > 0 && high > crowded * middle)
        return round_distances(0, 1, low, high, wanted, levels);
    if (most < 0 && low < crowded * middle)
        return round_distances(0, -1, -high, -low, wanted, levels);
    double below = low - least;
    double above = most - high;
    if (isfinite(high - least) && high - least > crowded * (middle - least) && below > 0)
        return round_distances(least, 1, below, high - least, wanted, levels);
    if (isfinite(most - low) && most - low > crowded * (most - middle) && above > 0)
        return round_distances(most, -1, above, most - low, wanted, levels);
    if (low < high)
        return equal_steps(low, high, wanted, levels);
    return equal_steps(least, most, wanted, levels);
}

int spread_shade(const struct spread *spread, int shades, double value)
{
    int shade = 0;
    while (shade + 1 < shades && value > spread->quantiles[(shade + 1) * SPREAD_PARTS / shades])
        shade++;
    return shade;
}
