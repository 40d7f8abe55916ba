/* The directions that streamlines follow, found from few samples of a function. */
#include "view/stream_field.h"

#include <math.h>
#include <stdlib.h>

#include "base/size.h"
#include "view/dots.h"

enum {
    BEYOND = 2, /* nodes outside margin and area, for steps that end there */
    CORNERS = 4, /* of a cell: bit 0 of the number is the column, bit 1 the row */
    ROUGH_MOST = 16, /* one rough cell in so many is borne; more ask for a finer lattice */
    NODES_MOST = 1 << 19 /* of a lattice that was made finer */
};

static const double apart_first = 2; /* dots from one node to the next */
static const double apart_least = 0.5;
static const double rougher_most = 0.9; /* of the rough share, for a finer lattice to help */

static const double cosine_least = 0.866; /* of 30 degrees */
static const double square_least = 1e-200; /* between these the square of a length has lost nothing */
static const double square_most = 1e200;
static const double ratio_most = 2;
static const double discord_most = 0.2;

/* A node of the lattice. */
struct node {
    struct stream_sample sample;
    double slope[AXES]; /* of f, for each dot rightward and downward; not finite where unknown */
};

struct stream_field {
    struct field *samples;
    struct field *point; /* one sample */
    struct node *nodes;  /* columns x rows, row by row downward */
    bool *smooth;        /* whether the cell right of and below a node may be interpolated in */
    size_t capacity;
    double *places; /* x0 of the columns, x1 of the rows */
    size_t places_capacity;
    int columns;
    int rows;
    double apart; /* dots from one node to the next: a power of two */
    double first; /* of the leftmost column and the uppermost row, in dots */
    struct plane plane;
    struct difference difference;
    struct projection projection;
};

struct stream_field *stream_field_new(void)
{
    struct stream_field *field = calloc(1, sizeof *field);
    if (field == NULL)
        return NULL;
    field->samples = field_new();
    field->point = field_new();
    if (field->samples == NULL || field->point == NULL ||
        field_resize(field->point, 1, 1) != STATUS_OK) {
        stream_field_free(field);
        return NULL;
    }
    return field;
}

void stream_field_free(struct stream_field *field)
{
    if (field == NULL)
        return;
    field_free(field->samples);
    field_free(field->point);
    free(field->nodes);
    free(field->smooth);
    free(field->places);
    free(field);
}

static double square_of(const double vector[AXES])
{
    return vector[0] * vector[0] + vector[1] * vector[1];
}

/* Make what is known of a place into a direction on screen; false where there is none. */
static bool to_stream(const struct projection *projection, const struct sample *sample,
                      struct stream_sample *stream)
{
    const double downhill[AXES] = { -sample->gradient[0], -sample->gradient[1] };
    *stream = (struct stream_sample){ .magnitude = hypot(downhill[0], downhill[1]),
                                      .value = sample->value };
    if (!sample_has_gradient(sample) || !(stream->magnitude > 0) ||
        !isfinite(sample->gradient[0]) || !isfinite(sample->gradient[1]))
        return false;
    for (int axis = 0; axis < AXES; axis++)
        stream->direction[axis] = downhill[axis] * projection->dots[axis] / projection->step[axis];
    double square = square_of(stream->direction);
    if (!(square > square_least && square < square_most)) {
        projection_direction(projection, downhill, stream->direction);
        square = square_of(stream->direction);
    }
    double length = sqrt(square);
    for (int axis = 0; axis < AXES; axis++)
        stream->direction[axis] /= length;
    return true;
}

static void make_node(const struct projection *projection, const struct sample *sample,
                      struct node *node)
{
    bool known = to_stream(projection, sample, &node->sample);
    for (int axis = 0; axis < AXES; axis++)
        node->slope[axis] = known ? sample->gradient[axis] * projection->step[axis] /
                                        projection->dots[axis]
                                  : (double)NAN;
}

/* Whether two nodes that are `apart` along an axis are samples of one smooth slope. */
static bool agree(const struct node *a, const struct node *b, int axis, double apart)
{
    const double *from = a->sample.direction;
    const double *to = b->sample.direction;
    double steepness = hypot(a->slope[0], a->slope[1]) * apart;
    double expected = (a->slope[axis] + b->slope[axis]) / 2 * apart;
    double found = b->sample.value - a->sample.value;
    return isfinite(a->sample.magnitude) && isfinite(b->sample.magnitude) &&
           from[0] * to[0] + from[1] * to[1] >= cosine_least &&
           a->sample.magnitude <= ratio_most * b->sample.magnitude &&
           b->sample.magnitude <= ratio_most * a->sample.magnitude &&
           fabs(found - expected) <= discord_most * steepness;
}

static bool is_smooth(const struct stream_field *field, const struct node *corner)
{
    const struct node *below = corner + field->columns;
    double apart = field->apart;
    return agree(&corner[0], &corner[1], 0, apart) && agree(&below[0], &below[1], 0, apart) &&
           agree(&corner[0], &below[0], 1, apart) && agree(&corner[1], &below[1], 1, apart);
}

static enum status grow(struct stream_field *field, size_t nodes, size_t places)
{
    if (nodes > field->capacity) {
        struct node *more = array_resize(field->nodes, nodes, sizeof *more);
        if (more == NULL)
            return STATUS_FAILED;
        field->nodes = more;
        bool *smooth = array_resize(field->smooth, nodes, sizeof *smooth);
        if (smooth == NULL)
            return STATUS_FAILED;
        field->smooth = smooth;
        field->capacity = nodes;
    }
    if (places > field->places_capacity) {
        double *more = array_resize(field->places, places, sizeof *more);
        if (more == NULL)
            return STATUS_FAILED;
        field->places = more;
        field->places_capacity = places;
    }
    return STATUS_OK;
}

/* Sample f at all nodes. */
static void sample_nodes(struct stream_field *field)
{
    double *x0 = field->places;
    double *x1 = field->places + field->columns;
    int most = field->columns > field->rows ? field->columns : field->rows;
    for (int i = 0; i < most; i++) {
        const double point[AXES] = { field->first + field->apart * i, field->first + field->apart * i };
        double place[AXES];
        projection_place(&field->projection, point, place);
        if (i < field->columns)
            x0[i] = place[0];
        if (i < field->rows)
            x1[i] = place[1];
    }
    field_compute(field->samples, &field->plane, &field->difference, x0, x1);
}

/* Make nodes of the samples; returns how many cells are rough. */
static int make_nodes(struct stream_field *field)
{
    int rough = 0;
    for (int row = 0; row < field->rows; row++) {
        for (int column = 0; column < field->columns; column++) {
            struct sample sample = field_sample(field->samples, (size_t)column, (size_t)row);
            make_node(&field->projection, &sample, &field->nodes[row * field->columns + column]);
        }
    }
    for (int row = 0; row < field->rows - 1; row++)
        for (int column = 0; column < field->columns - 1; column++) {
            int at = row * field->columns + column;
            field->smooth[at] = is_smooth(field, &field->nodes[at]);
            rough += !field->smooth[at];
        }
    return rough;
}

/* Sample a lattice whose nodes are so far apart. */
static enum status sample_lattice(struct stream_field *field, double margin, double apart,
                                  int *rough)
{
    int extra = (int)ceil(margin / apart) + BEYOND;
    field->apart = apart;
    field->first = -apart * extra;
    field->columns = (int)(field->projection.columns * DOTS_ACROSS / apart) + 2 * extra;
    field->rows = (int)(field->projection.rows * DOTS_DOWN / apart) + 2 * extra;
    size_t columns = (size_t)field->columns;
    size_t rows = (size_t)field->rows;
    if (grow(field, columns * rows, columns + rows) != STATUS_OK ||
        field_resize(field->samples, columns, rows) != STATUS_OK)
        return STATUS_FAILED;
    sample_nodes(field);
    *rough = make_nodes(field);
    return STATUS_OK;
}

/* Whether a finer lattice is worth its price. */
static bool wants_finer(const struct stream_field *field, int rough)
{
    int nodes = field->columns * field->rows;
    return rough > nodes / ROUGH_MOST && field->apart > apart_least && nodes <= NODES_MOST / 4;
}

enum status stream_field_compute(struct stream_field *field, const struct plane *plane,
                                 const struct difference *difference,
                                 const struct projection *projection, double margin)
{
    int rough;
    field->plane = *plane;
    field->difference = *difference;
    field->projection = *projection;
    enum status status = sample_lattice(field, margin, apart_first, &rough);
    while (status == STATUS_OK && wants_finer(field, rough) &&
           !differentiator_is_stopped(plane->differentiator)) {
        double share = (double)rough / (field->columns * field->rows);
        status = sample_lattice(field, margin, field->apart / 2, &rough);
        /* What is as rough when seen from nearer is so all the way down. */
        if (status == STATUS_OK && rough > share * (field->columns * field->rows) * rougher_most)
            break;
    }
    return status;
}

/* What f is found to do at a very point. */
static bool sample_exactly(struct stream_field *field, const double point[AXES],
                           struct stream_sample *stream)
{
    double place[AXES];
    projection_place(&field->projection, point, place);
    field_compute(field->point, &field->plane, &field->difference, &place[0], &place[1]);
    struct sample sample = field_sample(field->point, 0, 0);
    return to_stream(&field->projection, &sample, stream);
}

/* What four nodes say of the point between them, `part` of the way from the first to the others. */
static void interpolate(const struct node *corner, int columns, const double part[AXES],
                        struct stream_sample *stream)
{
    *stream = (struct stream_sample){ .value = 0 };
    for (int i = 0; i < CORNERS; i++) {
        const struct stream_sample *sample = &corner[(i & 1) + (i >> 1) * columns].sample;
        double weight = ((i & 1) != 0 ? part[0] : 1 - part[0]) *
                        ((i & 2) != 0 ? part[1] : 1 - part[1]);
        stream->direction[0] += weight * sample->direction[0];
        stream->direction[1] += weight * sample->direction[1];
        stream->magnitude += weight * sample->magnitude;
        stream->value += weight * sample->value;
    }
    double length = sqrt(square_of(stream->direction));
    stream->direction[0] /= length;
    stream->direction[1] /= length;
}

/* Whether none of a cell's corners has a direction: what lies between is not worth a search. */
static bool is_without_slope(const struct stream_field *field, int at)
{
    for (int i = 0; i < CORNERS; i++)
        if (!isnan(field->nodes[at + (i & 1) + (i >> 1) * field->columns].slope[0]))
            return false;
    return true;
}

bool stream_field_sample(void *context, const double point[AXES], struct stream_sample *sample)
{
    struct stream_field *field = context;
    double column = floor((point[0] - field->first) / field->apart);
    double row = floor((point[1] - field->first) / field->apart);
    if (column >= 0 && row >= 0 && column < field->columns - 1 && row < field->rows - 1) {
        int at = (int)row * field->columns + (int)column;
        const double part[AXES] = { (point[0] - field->first) / field->apart - column,
                                    (point[1] - field->first) / field->apart - row };
        if (is_without_slope(field, at))
            return false;
        if (field->smooth[at]) {
            interpolate(&field->nodes[at], field->columns, part, sample);
            return true;
        }
    }
    return sample_exactly(field, point, sample);
}
