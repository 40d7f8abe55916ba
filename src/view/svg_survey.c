/* What stands at the samples of a figure, and how long its arrows are. */
#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "base/size.h"
#include "view/mark.h"
#include "view/svg_parts.h"

/* An arrow of the 90th percentile reaches so far to the next sample (PICTURE: quiver). */
static const double percentile = 0.9;
static const double percentile_reach = 0.9;

/* Shafts, as parts of the distance between samples and in user units. */
static const double stroke_part = 0.05;
static const double stroke_least = 0.25;
static const double stroke_most = 1.6;

/* An arrow that is shorter than this many widths of its shaft looks like a dot. */
static const double short_strokes = 2.5;

static int compare_numbers(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* From long to short, equals as they lie in the field; marks have no length and come last. */
static int compare_lengths(const void *left, const void *right)
{
    const struct svg_sample *a = left;
    const struct svg_sample *b = right;
    if (a->magnitude != b->magnitude)
        return a->magnitude < b->magnitude ? 1 : -1;
    int rows = compare_numbers(a->row, b->row);
    return rows != 0 ? rows : compare_numbers(a->column, b->column);
}

/* By group, and from long to short in each. */
static int compare_groups(const void *left, const void *right)
{
    const struct svg_sample *a = left;
    const struct svg_sample *b = right;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    return compare_lengths(left, right);
}

static enum svg_group group_of(const struct surrounded *surrounded, size_t column, size_t row,
                               bool trust)
{
    struct sample sample = field_sample(surrounded->field, column, row);
    enum mark mark;
    if (mark_find_among(surrounded, column, row, trust, &mark))
        return svg_mark_group(mark);
    if (!mark_dims(&sample, trust))
        return SVG_SURE;
    return sample.verdict == VERDICT_truncation ? SVG_TRUNCATION : SVG_ROUNDOFF;
}

/* List the samples and count those of each group. */
static void list_samples(const struct surrounded *surrounded, bool trust,
                         struct svg_contents *contents)
{
    struct svg_sample *next = contents->samples;
    for (size_t row = 0; row < field_rows(surrounded->field); row++) {
        for (size_t column = 0; column < field_columns(surrounded->field); column++) {
            struct sample sample = field_sample(surrounded->field, column, row);
            *next = (struct svg_sample){ .column = column, .row = row };
            next->group = group_of(surrounded, column, row, trust);
            if (next->group < SVG_MARKS)
                next->magnitude = fmin(hypot(sample.gradient[0], sample.gradient[1]), DBL_MAX);
            contents->counts[next->group]++;
            next++;
        }
    }
}

double svg_arrow_length(const struct svg_contents *contents, double magnitude)
{
    return magnitude / contents->percentile * contents->length;
}

size_t svg_arrow_count(const struct svg_contents *contents)
{
    return contents->counts[SVG_TRUNCATION] + contents->counts[SVG_ROUNDOFF] +
           contents->counts[SVG_SURE];
}

/* Choose lengths and widths for samples that lie from long to short. */
static void choose_lengths(const struct svg_area *area, struct svg_contents *contents)
{
    size_t arrows = svg_arrow_count(contents);
    contents->length = percentile_reach * area->distance;
    contents->stroke = fmin(fmax(area->distance * stroke_part, stroke_least), stroke_most);
    if (arrows == 0)
        return;
    size_t ascending = (size_t)(percentile * (double)(arrows - 1));
    contents->percentile = contents->samples[arrows - 1 - ascending].magnitude;
    double shortest = svg_arrow_length(contents, contents->samples[arrows - 1].magnitude);
    contents->too_short = shortest < short_strokes * contents->stroke;
}

enum status svg_survey(struct svg_contents *contents, const struct svg_picture *picture,
                       const struct svg_area *area)
{
    const struct surrounded surrounded = { .field = picture->field,
                                           .rims = { picture->rims[0], picture->rims[1] } };
    bool trust = layers_show_trust(picture->layers);
    size_t count = field_columns(picture->field) * field_rows(picture->field);
    *contents = (struct svg_contents){ .samples = NULL };
    if (!layers_have_arrows(picture->layers))
        return STATUS_OK;
    contents->samples = array_resize(NULL, count, sizeof *contents->samples);
    if (contents->samples == NULL)
        return STATUS_FAILED;
    list_samples(&surrounded, trust, contents);
    qsort(contents->samples, count, sizeof *contents->samples, compare_lengths);
    choose_lengths(area, contents);
    qsort(contents->samples, count, sizeof *contents->samples, compare_groups);
    if (trust)
        contents->aliased = (double)aliasing_count(&surrounded) / (double)count;
    return STATUS_OK;
}

const struct svg_sample *svg_group_samples(const struct svg_contents *contents,
                                           enum svg_group group)
{
    const struct svg_sample *first = contents->samples;
    for (int before = 0; before < (int)group; before++)
        first += contents->counts[before];
    return first;
}
