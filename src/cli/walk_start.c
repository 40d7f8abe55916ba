/* Where a walk of the command line starts. */
#include "cli/walk_start.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

static struct source_text source_of(const char *coordinates)
{
    return (struct source_text){ "--descend", coordinates, strlen(coordinates) };
}

enum status walk_start_read(const char *coordinates, size_t least, struct point *start,
                            struct failure *failure)
{
    struct source_text source = source_of(coordinates);
    enum status status = point_line_read(&source, start, failure);
    if (status == STATUS_DATA) {
        failure->status = STATUS_USAGE;
        return STATUS_USAGE;
    }
    size_t n = start->count;
    if (status == STATUS_OK && (n == 0 || n < least))
        return failure_at(failure, &source, 0, source.length,
                          n == 0 ? "expected the coordinates of a start, such as 1,2"
                                 : "only %zu number%s; %zu are needed",
                          n, n == 1 ? "" : "s", least);
    for (size_t k = 0; k < n && status == STATUS_OK; k++)
        if (!isfinite(start->numbers[k]))
            return failure_at(failure, &source, 0, source.length, "x%zu is not finite", k);
    return status;
}

/* Carry out `descend`, with the numbers as they read back. */
static enum status descend(struct session *session, const double *start, struct failure *failure)
{
    char place[2 * NUMBER_SIZE];
    char numbers[AXES][NUMBER_SIZE];
    snprintf(place, sizeof place, "%s %s", number_repr(start[0], numbers[0]),
             number_repr(start[1], numbers[1]));
    struct source_text source = source_of(place);
    return session_run_command(session, "descend", &source, failure);
}

enum status walk_start_on_frame(struct session *session, const char *coordinates,
                                struct failure *failure)
{
    struct source_text source = source_of(coordinates);
    struct point start = { .count = 0 };
    enum status status = walk_start_read(coordinates, AXES, &start, failure);
    if (status == STATUS_OK && start.count > AXES)
        status = failure_at(failure, &source, 0, source.length,
                            "a frame shows x0 and x1, give the others with --at");
    if (status == STATUS_OK)
        status = descend(session, start.numbers, failure);
    free(start.numbers);
    return status;
}
