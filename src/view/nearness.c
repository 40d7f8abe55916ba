/* Points sorted into square buckets, so that those near a place are found at once. */
#include "view/nearness.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/size.h"

enum { POINTS_FIRST = 1024, NO_POINT = -1 };

struct owned_point {
    double at[2];
    int owner;
    int32_t next; /* in the same bucket, or NO_POINT */
};

struct nearness {
    double low[2];
    double bucket;
    int across;
    int down;
    int32_t *heads; /* the first point of each bucket, row by row */
    size_t heads_capacity;
    struct owned_point *points;
    size_t count;
    size_t capacity;
};

struct nearness *nearness_new(void)
{
    return calloc(1, sizeof(struct nearness));
}

void nearness_free(struct nearness *nearness)
{
    if (nearness == NULL)
        return;
    free(nearness->heads);
    free(nearness->points);
    free(nearness);
}

enum status nearness_reset(struct nearness *nearness, const double low[2], const double high[2],
                           double bucket)
{
    nearness->count = 0;
    nearness->across = 0;
    nearness->down = 0;
    double across = floor((high[0] - low[0]) / bucket) + 1;
    double down = floor((high[1] - low[1]) / bucket) + 1;
    if (!(across * down <= NEARNESS_POINTS_MOST))
        return STATUS_FAILED;
    size_t buckets = (size_t)across * (size_t)down;
    if (buckets > nearness->heads_capacity) {
        int32_t *grown = array_resize(nearness->heads, buckets, sizeof *grown);
        if (grown == NULL)
            return STATUS_FAILED;
        nearness->heads = grown;
        nearness->heads_capacity = buckets;
    }
    for (size_t i = 0; i < buckets; i++)
        nearness->heads[i] = NO_POINT;
    nearness->low[0] = low[0];
    nearness->low[1] = low[1];
    nearness->bucket = bucket;
    nearness->across = (int)across;
    nearness->down = (int)down;
    return STATUS_OK;
}

/* The row or column of buckets that a coordinate lies in, kept within 0 and `count` - 1. */
static int bucket_along(const struct nearness *nearness, int axis, double at, int count)
{
    double bucket = floor((at - nearness->low[axis]) / nearness->bucket);
    return (int)fmax(0, fmin(bucket, count - 1));
}

static bool grow(struct nearness *nearness)
{
    size_t capacity = nearness->capacity == 0 ? POINTS_FIRST : 2 * nearness->capacity;
    struct owned_point *grown = array_resize(nearness->points, capacity, sizeof *grown);
    if (grown == NULL)
        return false;
    nearness->points = grown;
    nearness->capacity = capacity;
    return true;
}

enum status nearness_add(struct nearness *nearness, const double point[2], int owner)
{
    if (nearness->across == 0 || nearness_room(nearness) == 0)
        return STATUS_FAILED;
    if (nearness->count == nearness->capacity && !grow(nearness))
        return STATUS_FAILED;
    int column = bucket_along(nearness, 0, point[0], nearness->across);
    int row = bucket_along(nearness, 1, point[1], nearness->down);
    int32_t *head = &nearness->heads[(size_t)row * (size_t)nearness->across + (size_t)column];
    nearness->points[nearness->count] = (struct owned_point){
        .at = { point[0], point[1] }, .owner = owner, .next = *head
    };
    *head = (int32_t)nearness->count;
    nearness->count++;
    return STATUS_OK;
}

size_t nearness_room(const struct nearness *nearness)
{
    return NEARNESS_POINTS_MOST - nearness->count;
}

/* Whether a bucket has a point nearer than the square root of `square`. */
static bool bucket_has(const struct nearness *nearness, int32_t first, const double point[2],
                       double square, int except)
{
    for (int32_t i = first; i != NO_POINT; i = nearness->points[i].next) {
        const struct owned_point *other = &nearness->points[i];
        double right = other->at[0] - point[0];
        double below = other->at[1] - point[1];
        if (other->owner != except && right * right + below * below < square)
            return true;
    }
    return false;
}

bool nearness_has(const struct nearness *nearness, const double point[2], double distance,
                  int except)
{
    if (nearness->across == 0)
        return false;
    int left = bucket_along(nearness, 0, point[0] - distance, nearness->across);
    int right = bucket_along(nearness, 0, point[0] + distance, nearness->across);
    int top = bucket_along(nearness, 1, point[1] - distance, nearness->down);
    int bottom = bucket_along(nearness, 1, point[1] + distance, nearness->down);
    for (int row = top; row <= bottom; row++) {
        const int32_t *heads = &nearness->heads[(size_t)row * (size_t)nearness->across];
        for (int column = left; column <= right; column++)
            if (bucket_has(nearness, heads[column], point, distance * distance, except))
                return true;
    }
    return false;
}
