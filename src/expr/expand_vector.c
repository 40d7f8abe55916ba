/* What a text says of whole vectors, written out: reductions, indices, slices, ranges. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "expr/expand_parts.h"

static const double whole_most = 9007199254740992; /* 2^53: the whole numbers below are exact */

/* Point at child `k` of the node at hand. */
#define REFUSE_CHILD(builder, k, ...)                                                              \
    failure_at((builder)->failure, (builder)->source, child_node(builder, k)->start,               \
               child_node(builder, k)->length, __VA_ARGS__)

/* Join a vector's entries left to right; `nothing` is the result where there are none. */
static enum status join(struct builder *builder, enum operation operation,
                        const struct entries *vector, double nothing, vertex_index *joined)
{
    if (vector->length == 0)
        return add_constant(builder, nothing, joined);
    enum status status = STATUS_OK;
    *joined = vector->values[0];
    for (size_t i = 1; i < vector->length && status == STATUS_OK; i++)
        status = add_operation(builder, operation, *joined, vector->values[i], *joined, joined);
    return status;
}

static enum status build_reduction(struct builder *builder, struct entries *out)
{
    enum operation operation = builder->node->function->operation;
    double nothing = operation == OPERATION_ADD ? 0 : operation == OPERATION_MULTIPLY ? 1 : NAN;
    return join(builder, operation, child_entries(builder, 0), nothing, &out->values[0]);
}

static enum status build_mean(struct builder *builder, struct entries *out)
{
    const struct entries *vector = child_entries(builder, 0);
    vertex_index sum;
    vertex_index length;
    enum status status = join(builder, OPERATION_ADD, vector, NAN, &sum);
    if (status == STATUS_OK)
        status = add_constant(builder, (double)vector->length, &length);
    if (status != STATUS_OK)
        return status;
    return add_operation(builder, OPERATION_DIVIDE, sum, length, length, &out->values[0]);
}

/* hypot over hypot neither overflows nor underflows on the way; of one entry it is abs. */
static enum status build_norm(struct builder *builder, struct entries *out)
{
    const struct entries *vector = child_entries(builder, 0);
    vertex_index joined;
    enum status status = join(builder, OPERATION_HYPOT, vector, NAN, &joined);
    if (status != STATUS_OK)
        return status;
    out->values[0] = joined;
    if (vector->length != 1)
        return STATUS_OK;
    return add_operation(builder, OPERATION_ABS, joined, joined, joined, &out->values[0]);
}

static enum status build_dot(struct builder *builder, struct entries *out)
{
    const struct entries *a = child_entries(builder, 0);
    const struct entries *b = child_entries(builder, 1);
    struct entries products = { .values = NULL };
    if (a->is_vector != b->is_vector)
        return REFUSE_CHILD(builder, a->is_vector ? 1 : 0,
                            "'dot' takes two vectors, and this is a number: write '*'");
    if (a->length != b->length)
        return failure_at(builder->failure, builder->source, builder->node->start,
                          builder->node->length,
                          "vectors of %zu and %zu entries do not go together", a->length,
                          b->length);
    enum status status = allocate_entries(builder, a->length, true, &products);
    for (size_t i = 0; status == STATUS_OK && i < a->length; i++)
        status = add_operation(builder, OPERATION_MULTIPLY, a->values[i], b->values[i],
                               a->values[i], &products.values[i]);
    if (status == STATUS_OK)
        status = join(builder, OPERATION_ADD, &products, 0, &out->values[0]);
    free(products.values);
    return status;
}

static enum status build_length(struct builder *builder, struct entries *out)
{
    const struct entries *vector = child_entries(builder, 0);
    if (!vector->is_vector)
        return REFUSE_CHILD(builder, 0, "'len' takes a vector, and this is a number");
    return add_constant(builder, (double)vector->length, &out->values[0]);
}

/* Argument `k` of arange: a number that is known now. */
static enum status range_argument(struct builder *builder, size_t k, double *number)
{
    const struct entries *argument = child_entries(builder, k);
    if (argument->is_vector || !known_number(builder, argument->values[0], number))
        return REFUSE_CHILD(builder, k,
                            "'arange' takes numbers that do not depend on variables, such as "
                            "len(x)");
    if (!isfinite(*number))
        return REFUSE_CHILD(builder, k, "'arange' takes finite numbers, and this is %s",
                            isnan(*number) ? "nan" : "infinite");
    return STATUS_OK;
}

/*
 * Entries from start by step up to, and without, stop. As NumPy's, they are start, start + step and
 * from then on start + i times the difference of these two.
 */
static enum status build_range(struct builder *builder, struct entries *out)
{
    double numbers[3] = { 0, 0, 1 };
    size_t count = builder->node->count;
    enum status status = STATUS_OK;
    for (size_t k = 0; k < count && status == STATUS_OK; k++)
        status = range_argument(builder, k, &numbers[count == 1 ? 1 : k]);
    if (status != STATUS_OK)
        return status;
    if (numbers[2] == 0)
        return REFUSE_CHILD(builder, 2, "the step is 0");
    double length = ceil((numbers[1] - numbers[0]) / numbers[2]);
    if (length > ENTRIES_MOST)
        return refuse_size(builder);
    double second = numbers[0] + numbers[2];
    double step = second - numbers[0];
    status = allocate_entries(builder, length > 0 ? (size_t)length : 0, true, out);
    for (size_t i = 0; status == STATUS_OK && i < out->length; i++) {
        double entry = i == 0 ? numbers[0] : i == 1 ? second : numbers[0] + (double)i * step;
        status = add_constant(builder, entry, &out->values[i]);
    }
    return status;
}

enum status build_vector_call(struct builder *builder, struct entries *out)
{
    enum folding folding = builder->node->function->folding;
    if (folding == FOLDING_RANGE)
        return build_range(builder, out);
    enum status status = allocate_entries(builder, 1, false, out);
    if (status != STATUS_OK)
        return status;
    switch (folding) {
    case FOLDING_MEAN:
        return build_mean(builder, out);
    case FOLDING_NORM:
        return build_norm(builder, out);
    case FOLDING_DOT:
        return build_dot(builder, out);
    case FOLDING_LENGTH:
        return build_length(builder, out);
    default:
        return build_reduction(builder, out);
    }
}

/* The vector that the node at hand takes entries of. */
static enum status indexed_vector(struct builder *builder, const struct entries **vector)
{
    *vector = child_entries(builder, 0);
    if (!(*vector)->is_vector)
        return REFUSE_CHILD(builder, 0, "this is a number, it has no entries to choose from");
    return STATUS_OK;
}

/* A value of child `k` as a whole number that is known now. */
static enum status whole_number(struct builder *builder, size_t k, vertex_index index,
                                int64_t *whole)
{
    double number;
    if (!known_number(builder, index, &number))
        return REFUSE_CHILD(builder, k,
                            "an index may not depend on variables, only on numbers and len(x)");
    if (number != floor(number) || !isfinite(number))
        return REFUSE_CHILD(builder, k, "the index %.6g is no whole number", number);
    *whole = (int64_t)fmax(-whole_most, fmin(whole_most, number));
    return STATUS_OK;
}

/* The entry that an index means; negative ones count from the end. */
static enum status find_entry(struct builder *builder, const struct entries *vector,
                              vertex_index index, vertex_index *found)
{
    int64_t whole;
    enum status status = whole_number(builder, 1, index, &whole);
    if (status != STATUS_OK)
        return status;
    int64_t length = (int64_t)vector->length;
    if (whole < -length || whole >= length)
        return REFUSE_CHILD(builder, 1, "the index %lld is out of range for %zu entr%s",
                            (long long)whole, vector->length, vector->length == 1 ? "y" : "ies");
    *found = vector->values[whole < 0 ? whole + length : whole];
    return STATUS_OK;
}

enum status build_index(struct builder *builder, struct entries *out)
{
    const struct entries *vector;
    const struct entries *indices = child_entries(builder, 1);
    enum status status = indexed_vector(builder, &vector);
    if (status == STATUS_OK)
        status = allocate_entries(builder, indices->length, indices->is_vector, out);
    for (size_t i = 0; status == STATUS_OK && i < out->length; i++)
        status = find_entry(builder, vector, indices->values[i], &out->values[i]);
    return status;
}

/* Child `k` as a part of a slice, `otherwise` where it is left out. */
static enum status slice_part(struct builder *builder, size_t k, int64_t otherwise, int64_t *part)
{
    const struct entries *entries = child_entries(builder, k);
    *part = otherwise;
    if (child_node(builder, k)->kind == NODE_NOTHING)
        return STATUS_OK;
    if (entries->is_vector)
        return REFUSE_CHILD(builder, k, "a number is wanted here, not a vector");
    return whole_number(builder, k, entries->values[0], part);
}

/* A bound of a slice as a place from `least` to `most`; negative ones count from the end. */
static enum status slice_bound(struct builder *builder, size_t k, int64_t length, int64_t least,
                               int64_t most, int64_t otherwise, int64_t *bound)
{
    enum status status = slice_part(builder, k, otherwise, bound);
    if (child_node(builder, k)->kind == NODE_NOTHING)
        return status;
    if (*bound < 0)
        *bound += length;
    *bound = *bound < least ? least : *bound > most ? most : *bound;
    return status;
}

enum status build_slice(struct builder *builder, struct entries *out)
{
    const struct entries *vector;
    int64_t start = 0;
    int64_t stop = 0;
    int64_t step = 1;
    enum status status = indexed_vector(builder, &vector);
    if (status == STATUS_OK)
        status = slice_part(builder, 3, 1, &step);
    if (status != STATUS_OK)
        return status;
    if (step == 0)
        return REFUSE_CHILD(builder, 3, "the step is 0");
    int64_t length = (int64_t)vector->length;
    int64_t least = step > 0 ? 0 : -1;
    int64_t most = step > 0 ? length : length - 1;
    status = slice_bound(builder, 1, length, least, most, step > 0 ? least : most, &start);
    if (status == STATUS_OK)
        status = slice_bound(builder, 2, length, least, most, step > 0 ? most : least, &stop);
    if (status != STATUS_OK)
        return status;
    int64_t span = step > 0 ? stop - start : start - stop;
    int64_t stride = step > 0 ? step : -step;
    int64_t count = span > 0 ? (span - 1) / stride + 1 : 0;
    status = allocate_entries(builder, (size_t)count, true, out);
    for (int64_t i = 0; status == STATUS_OK && i < count; i++)
        out->values[i] = vector->values[start + i * step];
    return status;
}
