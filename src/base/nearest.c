/* The known name nearest to one that is unknown. */
#include "base/nearest.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/fold.h"

enum { NAME_MOST = 48 }; /* longer names are never proposed */

void nearest_start(struct nearest *nearest, const char *wanted, size_t length)
{
    *nearest = (struct nearest){
        .wanted = wanted, .length = length, .name = NULL, .distance = SIZE_MAX
    };
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static bool same_letter(char a, char b)
{
    return fold_begins(&a, &b, 1);
}

/* Edits between two names, both at most NAME_MOST long. */
static size_t edit_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t rows[3][NAME_MOST + 1];
    size_t *before = rows[0];
    size_t *previous = rows[1];
    size_t *current = rows[2];
    for (size_t j = 0; j <= b_length; j++)
        current[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t *recycled = before;
        before = previous;
        previous = current;
        current = recycled;
        current[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t replaced = previous[j - 1] + (same_letter(a[i - 1], b[j - 1]) ? 0 : 1);
            current[j] = least(replaced, least(previous[j], current[j - 1]) + 1);
            if (i > 1 && j > 1 && same_letter(a[i - 1], b[j - 2]) &&
                same_letter(a[i - 2], b[j - 1]))
                current[j] = least(current[j], before[j - 2] + 1);
        }
    }
    return current[b_length];
}

void nearest_consider(struct nearest *nearest, const char *name)
{
    size_t length = strlen(name);
    if (length > NAME_MOST || nearest->length > NAME_MOST || nearest->length == 0)
        return;
    size_t allowed = length < 6 ? 1 : length / 3;
    size_t distance = edit_distance(nearest->wanted, nearest->length, name, length);
    /* A name of which nothing is left is no likeness: `q` does not propose `e`. */
    if (distance > allowed || distance >= length || distance >= nearest->distance)
        return;
    nearest->name = name;
    nearest->distance = distance;
}
