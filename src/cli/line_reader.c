/* Lines of any length from a descriptor, read no sooner than they are wanted. */
#include "cli/line_reader.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/size.h"

enum { FIRST_CAPACITY = 65536 };

struct line_reader {
    int descriptor;
    off_t began; /* where the descriptor stood at first */
    bool ended;
    char *bytes;
    size_t capacity;
    size_t start;    /* of the first line that was not handed out */
    size_t searched; /* no newline from `start` up to here */
    size_t end;      /* of what was read */
    size_t count;
};

struct line_reader *line_reader_new(int descriptor)
{
    struct line_reader *reader = calloc(1, sizeof *reader);
    if (reader == NULL)
        return NULL;
    reader->descriptor = descriptor;
    reader->began = lseek(descriptor, 0, SEEK_CUR);
    reader->capacity = FIRST_CAPACITY;
    reader->bytes = malloc(reader->capacity);
    if (reader->bytes == NULL) {
        free(reader);
        return NULL;
    }
    return reader;
}

void line_reader_free(struct line_reader *reader)
{
    if (reader == NULL)
        return;
    free(reader->bytes);
    free(reader);
}

bool line_reader_next(struct line_reader *reader, const char **bytes, size_t *length)
{
    char *line = reader->bytes + reader->start;
    char *newline = memchr(reader->bytes + reader->searched, '\n', reader->end - reader->searched);
    reader->searched = reader->end;
    if (newline == NULL && (!reader->ended || reader->start == reader->end))
        return false;
    *bytes = line;
    *length = newline != NULL ? (size_t)(newline - line) : reader->end - reader->start;
    reader->start = newline != NULL ? reader->start + *length + 1 : reader->end;
    reader->searched = reader->start;
    reader->count++;
    if (*length > 0 && line[*length - 1] == '\r')
        (*length)--;
    return true;
}

bool line_reader_ended(const struct line_reader *reader)
{
    return reader->ended;
}

/* Make room behind what is left of the input. */
static enum status make_room(struct line_reader *reader, struct failure *failure)
{
    size_t left = reader->end - reader->start;
    memmove(reader->bytes, reader->bytes + reader->start, left);
    reader->searched -= reader->start;
    reader->start = 0;
    reader->end = left;
    if (left > LINE_BYTES_MOST) {
        struct source_text line = {
            .name = "standard input", .bytes = reader->bytes, .length = left
        };
        failure_at(failure, &line, 0, 0, "a line of more than %zu bytes", LINE_BYTES_MOST);
        failure->line = reader->count + 1;
        failure->status = STATUS_DATA;
        return STATUS_DATA;
    }
    if (left < reader->capacity)
        return STATUS_OK;
    char *larger = array_resize(reader->bytes, reader->capacity * 2, 1);
    if (larger == NULL)
        return failure_memory(failure);
    reader->bytes = larger;
    reader->capacity *= 2;
    return STATUS_OK;
}

/* Wait until a descriptor that does not block has something to read. */
static void wait_for_input(int descriptor)
{
    struct pollfd wanted = { .fd = descriptor, .events = POLLIN };
    poll(&wanted, 1, -1);
}

enum status line_reader_read(struct line_reader *reader, struct failure *failure)
{
    enum status status = make_room(reader, failure);
    while (status == STATUS_OK) {
        ssize_t got = read(reader->descriptor, reader->bytes + reader->end,
                           reader->capacity - reader->end);
        if (got >= 0) {
            reader->ended = got == 0;
            reader->end += (size_t)got;
            return STATUS_OK;
        }
        if (errno == EAGAIN || errno == EWOULDBLOCK)
            wait_for_input(reader->descriptor);
        else if (errno != EINTR)
            status = failure_set(failure, STATUS_IO, "standard input", "cannot read: %s",
                                 strerror(errno));
    }
    return status;
}

size_t line_reader_count(const struct line_reader *reader)
{
    return reader->count;
}

double line_reader_share(const struct line_reader *reader)
{
    struct stat status;
    if (fstat(reader->descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return -1;
    double length = (double)(status.st_size - reader->began);
    double unread = (double)(reader->end - reader->start);
    double read = (double)(lseek(reader->descriptor, 0, SEEK_CUR) - reader->began);
    bool known = length > 0 && unread <= read && read <= length;
    return known ? (read - unread) / length : -1;
}
