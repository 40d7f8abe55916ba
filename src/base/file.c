/* Reading a small text file whole. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { READ_SIZE = 4096 };

static enum status read_all(int descriptor, const char *path, size_t most, struct text *text,
                            struct failure *failure)
{
    char buffer[READ_SIZE];
    while (text->length <= most) {
        size_t wanted = most + 1 - text->length;
        ssize_t got = read(descriptor, buffer, wanted < sizeof buffer ? wanted : sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failure_set(failure, errno == EISDIR ? STATUS_NO_INPUT : STATUS_IO, path,
                               "cannot read: %s", strerror(errno));
        if (got == 0)
            break;
        text_append_bytes(text, buffer, (size_t)got);
        if (text->failed)
            return failure_memory(failure);
    }
    return STATUS_OK;
}

enum status file_read(const char *path, size_t most, struct text *text, struct failure *failure)
{
    if (strcmp(path, "-") == 0)
        return read_all(STDIN_FILENO, "standard input", most, text, failure);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return failure_set(failure, STATUS_NO_INPUT, *path == '\0' ? "''" : path,
                           "cannot open: %s", strerror(errno));
    enum status status = read_all(descriptor, path, most, text, failure);
    close(descriptor);
    return status;
}
