/* Points of a gradient check, a line each. */
#include "cli/check_lines.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/line_reader.h"
#include "cli/point_line.h"

/* What reading needs. */
struct lines {
    struct check_work *work;
    const char *name; /* what messages call the input */
    int descriptor;
    struct line_reader *reader;
    struct point point;
};

/* Get ready for as many coordinates as a line has; the line is wrong where that fails. */
static enum status shape_for_line(struct lines *lines, const struct source_text *line, size_t n,
                                  struct failure *failure)
{
    char message[FAILURE_MESSAGE_SIZE];
    size_t least = formula_least_n(lines->work->formula);
    check_work_answer(lines->work);
    if (n < least) {
        snprintf(message, sizeof message, "a point of %zu number%s; %zu are needed", n,
                 n == 1 ? "" : "s", least);
        return point_line_refuse(line, line->length, 0, message, failure);
    }
    if (lines->work->gradient != NULL && n != gradient_formula_count(lines->work->gradient)) {
        size_t count = gradient_formula_count(lines->work->gradient);
        snprintf(message, sizeof message, "%zu number%s, but --check-expr has %zu derivative%s",
                 n, n == 1 ? "" : "s", count, count == 1 ? "" : "s");
        return point_line_refuse(line, line->length, 0, message, failure);
    }
    enum status status = check_work_shape(lines->work, n, failure);
    /* What the text of the derivatives is blamed for is wrong on every line. */
    if (status != STATUS_USAGE || strncmp(failure->origin, "--", 2) == 0)
        return status;
    memcpy(message, failure->message, sizeof message);
    return point_line_refuse(line, 0, line->length, message, failure);
}

static enum status take_line(struct lines *lines, const struct source_text *line,
                             struct failure *failure)
{
    char message[FAILURE_MESSAGE_SIZE];
    enum status status = point_line_read(line, &lines->point, failure);
    size_t count = lines->point.count;
    if (status != STATUS_OK || count == 0)
        return status;
    if (lines->work->gradient == NULL && count % 2 != 0) {
        snprintf(message, sizeof message,
                 "%zu number%s: a row has a point and as many derivatives", count,
                 count == 1 ? "" : "s");
        return point_line_refuse(line, line->length, 0, message, failure);
    }
    size_t n = lines->work->gradient == NULL ? count / 2 : count;
    if (n != lines->work->batch.n)
        status = shape_for_line(lines, line, n, failure);
    if (status == STATUS_OK)
        check_work_add(lines->work, lines->point.numbers);
    return status;
}

/* Take all the lines that have been read. */
static enum status take_lines(struct lines *lines, struct failure *failure)
{
    struct source_text line = { .name = lines->name };
    enum status status = STATUS_OK;
    while (status == STATUS_OK && !output_failed(lines->work->output) &&
           line_reader_next(lines->reader, &line.bytes, &line.length)) {
        status = take_line(lines, &line, failure);
        if (progress_is_due(&lines->work->progress))
            check_work_show(lines->work, line_reader_share(lines->reader));
    }
    if (status == STATUS_DATA)
        failure->line = line_reader_count(lines->reader);
    return status;
}

static enum status read_all(struct lines *lines, struct failure *failure)
{
    for (;;) {
        enum status status = take_lines(lines, failure);
        if (status != STATUS_OK || line_reader_ended(lines->reader))
            return status;
        if (output_failed(lines->work->output) ||
            !interrupt_wait(output_interrupt(lines->work->output), lines->descriptor, POLLIN))
            return output_flush(lines->work->output, failure);
        status = line_reader_read(lines->reader, failure);
        if (status != STATUS_OK) {
            snprintf(failure->origin, sizeof failure->origin, "%s", lines->name);
            return status;
        }
    }
}

static enum status open_input(struct lines *lines, const char *path, struct failure *failure)
{
    struct stat about;
    lines->name = "standard input";
    lines->descriptor = STDIN_FILENO;
    if (path != NULL && strcmp(path, "-") != 0) {
        lines->name = path;
        lines->descriptor = open(path, O_RDONLY | O_CLOEXEC);
    }
    if (lines->descriptor < 0)
        return failure_set(failure, STATUS_NO_INPUT, path, "cannot open: %s", strerror(errno));
    if (fstat(lines->descriptor, &about) == 0 && S_ISDIR(about.st_mode))
        return failure_set(failure, STATUS_NO_INPUT, lines->name, "cannot read: %s",
                           strerror(EISDIR));
    lines->reader = line_reader_new(lines->descriptor);
    return lines->reader == NULL ? failure_memory(failure) : STATUS_OK;
}

enum status check_lines(struct check_work *work, const char *path, struct failure *failure)
{
    struct lines lines = { .work = work };
    enum status status = open_input(&lines, path, failure);
    if (status == STATUS_OK) {
        check_work_begin(work);
        status = read_all(&lines, failure);
    }
    if (status == STATUS_OK && work->tally.points + work->batch.count == 0)
        status = failure_set(failure, STATUS_DATA, lines.name, "there is no point to check");
    free(lines.point.numbers);
    line_reader_free(lines.reader);
    if (lines.descriptor > STDIN_FILENO)
        close(lines.descriptor);
    return status;
}
