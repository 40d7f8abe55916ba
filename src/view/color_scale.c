/* Numbers of a quantity sorted into levels for colours, at round edges. */
#include "view/color_scale.h"

#include <math.h>

#include "base/number.h"
#include "view/decade.h"

enum {
    ARM_LEVELS = 3,      /* levels either way from zero */
    INNER_MOST = 5,      /* edges strictly within a range that was asked for */
    EXPONENTS_TRIED = 6  /* powers of ten in search of a step */
};

static const double edge_tolerance = 1e-6;
static const double percentile_low = 0.05;
static const double percentile_low_of_sizes = 0.25; /* where signs change, some are near 0 */
static const double percentile_high = 0.95;
static const double many_decades = 1000; /* high over low from which on ratios suit better */
static const double multiples_most = 1e12; /* beyond, edges would not be told apart from rounding */
static const double steps[] = { 1, 2, 5 };
static const double arm_steps[] = { 7, 5, 3, 2, 1.5, 1 };

/* Which numbers of a field count. */
enum counted { ALL_NUMBERS, POSITIVE_NUMBERS, SIZES };

/* Where most numbers lie; count 0: there are none. */
struct span {
    size_t count;
    double low;
    double high;
};

static struct span find_span(enum quantity quantity, enum counted counted,
                             const struct field *field, double *scratch)
{
    size_t count = 0;
    for (size_t row = 0; row < field_rows(field); row++) {
        for (size_t column = 0; column < field_columns(field); column++) {
            struct sample sample = field_sample(field, column, row);
            double number = quantity_number(quantity, &sample);
            if (counted == SIZES)
                number = fabs(number);
            if (sample_has_gradient(&sample) && isfinite(number) &&
                (counted == ALL_NUMBERS || number > 0))
                scratch[count++] = number;
        }
    }
    if (count == 0)
        return (struct span){ .count = 0 };
    numbers_sort(scratch, count);
    double low = counted == SIZES ? percentile_low_of_sizes : percentile_low;
    return (struct span){ .count = count,
                          .low = scratch[(size_t)(low * (double)(count - 1))],
                          .high = scratch[(size_t)(percentile_high * (double)(count - 1))] };
}

/* The decimal exponent below that of a positive number: steps are sought from there on. */
static int first_exponent(double number)
{
    return (int)floor(log10(number)) - 1;
}

/* Multiples of a round step. */
struct multiples {
    double mantissa;
    int exponent;
    double before; /* the first is this + 1 times the step */
    int count;
};

static double multiple_at(const struct multiples *multiples, int index)
{
    return times_power_of_ten((multiples->before + 1 + index) * multiples->mantissa,
                              multiples->exponent);
}

/*
 * Find the finest round step of which at most `most` multiples lie above low and below high, or at
 * high where that counts. False where there is none: where doubles end, or low and high are so near
 * to each other that multiples could not be told apart.
 */
static bool find_multiples(double low, double high, bool with_high, int most,
                           struct multiples *found)
{
    double least = high / LEVELS - low / LEVELS;
    if (!(least > 0))
        return false;
    int first = first_exponent(least);
    for (int i = 0; i < 3 * EXPONENTS_TRIED; i++) {
        *found = (struct multiples){ .mantissa = steps[i % 3], .exponent = first + i / 3 };
        double step = times_power_of_ten(found->mantissa, found->exponent);
        if (!(step > 0) || fabs(high / step) > multiples_most || fabs(low / step) > multiples_most)
            continue;
        found->before = floor(low / step + edge_tolerance);
        double last = with_high ? floor(high / step + edge_tolerance)
                                : ceil(high / step - edge_tolerance) - 1;
        if (last - found->before > most)
            continue;
        found->count = last > found->before ? (int)(last - found->before) : 0;
        return true;
    }
    return false;
}

/* Edges at multiples of the finest round step that sorts low to high into at most LEVELS. */
static void set_linear(struct color_scale *scale, double low, double high)
{
    struct multiples edges;
    scale->levels = 1;
    if (!find_multiples(low, high, true, LEVELS - 1, &edges))
        return;
    scale->levels = edges.count + 1;
    scale->tolerance = times_power_of_ten(edges.mantissa, edges.exponent) * edge_tolerance;
    for (int level = 1; level < scale->levels; level++)
        scale->edges[level] = multiple_at(&edges, level - 1);
}

/* Whether numbers lie on both sides of an edge: where doubles end, edges are 0 or infinity. */
static bool is_between_ends(double edge)
{
    return edge > 0 && isfinite(edge);
}

static void set_log(struct color_scale *scale, const struct span *span)
{
    scale->levels = 1;
    if (span->count == 0)
        return;
    struct scale ratios = scale_between(span->low, span->high, LEVELS);
    for (int level = 1; level < LEVELS; level++) {
        double edge = scale_edge(&ratios, level);
        if (is_between_ends(edge))
            scale->edges[scale->levels++] = edge;
    }
}

/*
 * Put `count` ascending edges above 0 on both sides of it. With `zero` an edge lies on 0 and the
 * levels are even in number, else there is a middle one.
 */
static void set_arms(struct color_scale *scale, const double *arm, int count, bool zero)
{
    scale->levels = 2 * count + 1 + zero;
    if (zero)
        scale->edges[count + 1] = 0;
    for (int i = 0; i < count; i++) {
        scale->edges[count - i] = -arm[i];
        scale->edges[count + 1 + zero + i] = arm[i];
    }
}

/* Arms at 1, 2 and 3 round steps from zero, as long as the sizes' span is. */
static void set_linear_arms(struct color_scale *scale, const struct span *span)
{
    double arm[ARM_LEVELS];
    size_t mantissas = sizeof arm_steps / sizeof arm_steps[0];
    scale->levels = 1;
    if (span->count == 0)
        return;
    int first = first_exponent(span->high) + 2;
    for (size_t i = 0; i < mantissas * EXPONENTS_TRIED; i++) {
        int exponent = first - (int)(i / mantissas);
        for (int k = 0; k < ARM_LEVELS; k++)
            arm[k] = times_power_of_ten((k + 1) * arm_steps[i % mantissas], exponent);
        if (arm[0] > 0 && arm[ARM_LEVELS - 1] <= span->high * (1 + edge_tolerance)) {
            set_arms(scale, arm, ARM_LEVELS, false);
            return;
        }
    }
}

static void set_log_arms(struct color_scale *scale, const struct span *span, bool zero)
{
    double arm[ARM_LEVELS];
    scale->levels = 1;
    if (span->count == 0)
        return;
    struct scale ratios = scale_between(span->low, span->high, ARM_LEVELS);
    int count = 0;
    for (int level = LEVELS - ARM_LEVELS; level < LEVELS; level++) {
        double edge = scale_edge(&ratios, level);
        if (is_between_ends(edge))
            arm[count++] = edge;
    }
    if (count > 0)
        set_arms(scale, arm, count, zero);
}

/* Store at most `most` ascending multiples of a round step between low and high; how many. */
static int place_between(double low, double high, int most, double *inner)
{
    struct multiples edges;
    if (!find_multiples(low, high, false, most, &edges))
        return 0;
    for (int i = 0; i < edges.count; i++)
        inner[i] = multiple_at(&edges, i);
    return edges.count;
}

/* Store at most INNER_MOST edges of a scale of ratios between low > 0 and high; how many. */
static int place_ratios(double low, double high, double *inner)
{
    struct scale ratios = scale_between(low, high, INNER_MOST + 1);
    int count = 0;
    for (int level = 1; level < LEVELS; level++) {
        double edge = scale_edge(&ratios, level);
        if (edge > low * (1 + edge_tolerance) && edge < high * (1 - edge_tolerance) &&
            count < INNER_MOST)
            inner[count++] = edge;
    }
    return count;
}

static void set_range(struct color_scale *scale, const struct color_wish *wish,
                      enum scale_form form)
{
    double inner[INNER_MOST];
    bool ratios = form != SCALE_FORM_linear && wish->low > 0;
    int count = ratios ? place_ratios(wish->low, wish->high, inner)
                       : place_between(wish->low, wish->high, INNER_MOST, inner);
    scale->edges[1] = wish->low;
    for (int i = 0; i < count; i++)
        scale->edges[2 + i] = inner[i];
    scale->edges[2 + count] = wish->high;
    scale->levels = count + 3;
    if (!ratios)
        scale->tolerance = edge_tolerance * (wish->high / (count + 1) - wish->low / (count + 1));
}

/* Arms that end at the range's larger size. */
static void set_range_arms(struct color_scale *scale, const struct color_wish *wish,
                           enum scale_form form, bool zero)
{
    double end = fmax(fabs(wish->low), fabs(wish->high));
    double arm[ARM_LEVELS] = { end / 100, end / 10 };
    int count = ARM_LEVELS - 1;
    if (form == SCALE_FORM_linear)
        count = place_between(0, end, ARM_LEVELS - 1, arm);
    arm[count] = end;
    if (!(arm[0] > 0)) {
        arm[0] = end;
        count = 0;
    }
    set_arms(scale, arm, count + 1, zero);
}

/* The form that `auto` stands for. */
static enum scale_form form_for(enum color_kind kind, const struct color_wish *wish,
                                const struct span *span)
{
    enum scale_form ratios = kind == COLORS_DIVERGING ? SCALE_FORM_symlog : SCALE_FORM_log;
    if (wish->form == SCALE_FORM_log)
        return ratios;
    if (wish->form != SCALE_FORM_auto)
        return wish->form;
    double low = wish->has_range ? wish->low : span->low;
    double high = wish->has_range ? wish->high : span->high;
    return low > 0 && high / many_decades >= low ? ratios : SCALE_FORM_linear;
}

static void choose_diverging(struct color_scale *scale, const struct color_wish *wish,
                             const struct field *field, double *scratch)
{
    struct span sizes = find_span(scale->quantity, SIZES, field, scratch);
    enum scale_form form = form_for(COLORS_DIVERGING, wish, &sizes);
    if (wish->has_range)
        set_range_arms(scale, wish, form, false);
    else if (form == SCALE_FORM_linear)
        set_linear_arms(scale, &sizes);
    else
        set_log_arms(scale, &sizes, false);
}

static void choose_sequential(struct color_scale *scale, const struct color_wish *wish,
                              const struct field *field, double *scratch)
{
    struct span span = find_span(scale->quantity, ALL_NUMBERS, field, scratch);
    enum scale_form form = form_for(COLORS_SEQUENTIAL, wish, &span);
    if (form == SCALE_FORM_symlog && scale->quantity == QUANTITY_magnitude)
        form = SCALE_FORM_log;
    if (wish->has_range && form == SCALE_FORM_symlog) {
        set_range_arms(scale, wish, form, true);
    } else if (wish->has_range) {
        set_range(scale, wish, form);
    } else if (form == SCALE_FORM_linear) {
        set_linear(scale, span.low, span.high);
    } else if (form == SCALE_FORM_log) {
        span = find_span(scale->quantity, POSITIVE_NUMBERS, field, scratch);
        set_log(scale, &span);
    } else {
        span = find_span(scale->quantity, SIZES, field, scratch);
        set_log_arms(scale, &span, true);
    }
}

bool color_wish_is_same(const struct color_wish *a, const struct color_wish *b)
{
    if (a->form != b->form || a->has_range != b->has_range)
        return false;
    return !a->has_range || (a->low == b->low && a->high == b->high);
}

struct color_scale color_scale_choose(enum quantity quantity, const struct color_wish *wish,
                                      const struct field *field, double *scratch)
{
    struct color_scale scale = { .quantity = quantity };
    enum color_kind kind = quantity_color_kind(quantity);
    if (kind == COLORS_CYCLIC || kind == COLORS_CATEGORICAL)
        scale.levels = LEVELS;
    else if (kind == COLORS_DIVERGING)
        choose_diverging(&scale, wish, field, scratch);
    else if (quantity != QUANTITY_magnitude || wish->has_range ||
             wish->form == SCALE_FORM_linear)
        choose_sequential(&scale, wish, field, scratch);
    return scale;
}

struct color_scale color_scale_of_magnitudes(const struct scale *scale)
{
    struct color_scale colors = { .quantity = QUANTITY_magnitude, .levels = LEVELS };
    for (int level = 1; level < LEVELS; level++)
        colors.edges[level] = scale_edge(scale, level);
    return colors;
}

int color_scale_level(const struct color_scale *scale, double number)
{
    if (quantity_color_kind(scale->quantity) == COLORS_CATEGORICAL)
        return (int)number;
    bool mirrored = quantity_color_kind(scale->quantity) == COLORS_DIVERGING && number < 0;
    double size = mirrored ? -number : number;
    double compared = size;
    if (isfinite(size))
        compared += scale->tolerance > 0 ? scale->tolerance : edge_tolerance * fabs(size);
    int level = scale->levels - 1;
    while (level > 0 && scale->edges[level] > compared)
        level--;
    return mirrored ? scale->levels - 1 - level : level;
}
