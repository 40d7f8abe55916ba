/* A file that keeps the lines a person has typed, for several programs at once. */
#include "tui/line_file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    READ_SIZE = 4096,
    MODE_FILE = 0600,
    LOCK_ATTEMPTS = 20, /* a program that is stopped may hold the lock for ever */
    LOCK_PAUSE = 5,     /* milliseconds between two of them */
    OPEN_ATTEMPTS = 8   /* a file that is replaced meanwhile is opened anew */
};

/* Lock the whole file, but never wait long; false when somebody else has it. */
static bool lock(int descriptor)
{
    struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 0 };
    for (int i = 0; i < LOCK_ATTEMPTS; i++) {
        if (fcntl(descriptor, F_SETLK, &whole) == 0)
            return true;
        if (errno != EACCES && errno != EAGAIN && errno != EINTR)
            break;
        poll(NULL, 0, LOCK_PAUSE);
    }
    return false;
}

/* Whether the open file is still the one of that name. */
static bool is_current(int descriptor, const char *path)
{
    struct stat opened;
    struct stat named;
    return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

/*
 * Open the file and lock it, where that is possible: *locked. Closing it gives up the lock. -1 with
 * errno on failure.
 */
static int open_locked(const char *path, int flags, bool *locked)
{
    int descriptor = -1;
    *locked = false;
    for (int i = 0; i < OPEN_ATTEMPTS && !*locked; i++) {
        if (descriptor >= 0)
            close(descriptor);
        descriptor = open(path, flags | O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, MODE_FILE);
        if (descriptor < 0 || !lock(descriptor))
            return descriptor;
        *locked = is_current(descriptor, path);
    }
    return descriptor;
}

/* The file's kind and size; false, with the failure told, when it is no regular file. */
static bool look_at(int descriptor, const char *path, struct stat *found, struct failure *failure)
{
    *found = (struct stat){ .st_size = 0 };
    if (fstat(descriptor, found) != 0)
        failure_set(failure, STATUS_IO, path, "cannot be read: %s", strerror(errno));
    else if (S_ISDIR(found->st_mode))
        failure_set(failure, STATUS_NO_INPUT, path, "is a directory");
    else if (!S_ISREG(found->st_mode))
        failure_set(failure, STATUS_NO_INPUT, path, "is no regular file");
    else
        return true;
    return false;
}

/* Append what follows in the open file, at most `most` bytes. */
static enum status read_bytes(int descriptor, size_t most, const char *path, struct text *text,
                              struct failure *failure)
{
    char buffer[READ_SIZE];
    while (most > 0 && !text->failed) {
        ssize_t got = read(descriptor, buffer, most < sizeof buffer ? most : sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failure_set(failure, STATUS_IO, path, "cannot be read: %s", strerror(errno));
        if (got == 0)
            break;
        text_append_bytes(text, buffer, (size_t)got);
        most -= (size_t)got;
    }
    return text->failed ? failure_memory(failure) : STATUS_OK;
}

/* Where the last LINE_FILE_LINES lines begin; *count is how many lines there are in all. */
static size_t find_last_lines(const char *bytes, size_t length, size_t *count)
{
    size_t start = 0;
    *count = 0;
    for (size_t at = length; at-- > 0;)
        if ((at == 0 || bytes[at - 1] == '\n') && ++*count == LINE_FILE_LINES)
            start = at;
    return start;
}

/*
 * Append the last lines of an open file of that size. *long_enough: it has so many more that it is
 * time to rewrite it.
 */
static enum status read_last(int descriptor, off_t size, const char *path, struct text *lines,
                             bool *long_enough, struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    bool cut = size > LINE_FILE_BYTES;
    size_t count = 0;
    if (cut)
        lseek(descriptor, size - LINE_FILE_BYTES, SEEK_SET);
    enum status status = read_bytes(descriptor, LINE_FILE_BYTES, path, &text, failure);
    const char *bytes = text_string(&text);
    const char *newline = cut ? memchr(bytes, '\n', text.length) : NULL;
    size_t first = !cut ? 0 : newline == NULL ? text.length : (size_t)(newline - bytes) + 1;
    first += find_last_lines(bytes + first, text.length - first, &count);
    text_append_bytes(lines, bytes + first, text.length - first);
    *long_enough = count > LINE_FILE_LINES + LINE_FILE_LINES_SLACK ||
                   size > LINE_FILE_BYTES + LINE_FILE_BYTES_SLACK;
    if (status == STATUS_OK && lines->failed)
        status = failure_memory(failure);
    text_free(&text);
    return status;
}

static bool write_all(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);
        if (written < 0 && errno != EINTR)
            return false;
        bytes += written > 0 ? written : 0;
        length -= written > 0 ? (size_t)written : 0;
    }
    return true;
}

/* Put a new file with these lines in the place of the one that a path without links names. */
static void replace(const char *path, const struct text *lines)
{
    struct text name = TEXT_EMPTY;
    text_append_format(&name, "%s.XXXXXX", path);
    int descriptor = name.failed ? -1 : mkstemp(name.bytes);
    if (descriptor >= 0) {
        bool written = write_all(descriptor, text_string(lines), lines->length) &&
                       fsync(descriptor) == 0;
        written = close(descriptor) == 0 && written;
        if (!written || rename(name.bytes, path) != 0)
            unlink(name.bytes);
    }
    text_free(&name);
}

/* Rewrite a file that is too long, when nobody else is about to change it. */
static void shorten(const char *path)
{
    struct text lines = TEXT_EMPTY;
    struct failure ignored;
    struct stat found;
    bool locked;
    bool still_long = false;
    char *resolved = realpath(path, NULL);
    int descriptor = resolved == NULL ? -1 : open_locked(resolved, 0, &locked);
    if (descriptor >= 0 && locked && look_at(descriptor, path, &found, &ignored) &&
        read_last(descriptor, found.st_size, path, &lines, &still_long, &ignored) == STATUS_OK &&
        still_long)
        replace(resolved, &lines);
    if (descriptor >= 0)
        close(descriptor);
    free(resolved);
    text_free(&lines);
}

enum status line_file_read(const char *path, struct text *lines, struct failure *failure)
{
    struct stat found;
    bool long_enough = false;
    int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0 && errno == ENOENT)
        return STATUS_OK;
    if (descriptor < 0)
        return failure_set(failure, STATUS_NO_INPUT, path, "cannot be read: %s", strerror(errno));
    enum status status = STATUS_OK;
    if (look_at(descriptor, path, &found, failure))
        status = read_last(descriptor, found.st_size, path, lines, &long_enough, failure);
    else if (!S_ISCHR(found.st_mode))
        status = failure->status;
    close(descriptor);
    if (status == STATUS_OK && long_enough)
        shorten(path);
    return status;
}

/* Whether the last line of the file lacks its end, as one that a full disk has cut. */
static bool is_torn(int descriptor, off_t size)
{
    char last = '\n';
    return size > 0 && pread(descriptor, &last, 1, size - 1) == 1 && last != '\n';
}

/* In one write, so that lines of several programs do not mix. */
static enum status append(int descriptor, const char *path, const struct text *line,
                          struct failure *failure)
{
    if (line->failed)
        return failure_memory(failure);
    if (!write_all(descriptor, text_string(line), line->length))
        return failure_set(failure, STATUS_IO, path, "cannot be written: %s", strerror(errno));
    return STATUS_OK;
}

enum status line_file_append(const char *path, const char *bytes, size_t length,
                             struct failure *failure)
{
    struct text line = TEXT_EMPTY;
    struct stat found;
    bool locked;
    int descriptor = open_locked(path, O_CREAT | O_APPEND, &locked);
    if (descriptor < 0)
        return failure_set(failure, STATUS_CANNOT_CREATE, path, "cannot be written: %s",
                           strerror(errno));
    enum status status = STATUS_OK;
    if (look_at(descriptor, path, &found, failure)) {
        text_append(&line, is_torn(descriptor, found.st_size) ? "\n" : "");
        text_append_bytes(&line, bytes, length);
        text_append(&line, "\n");
        status = append(descriptor, path, &line, failure);
    } else if (!S_ISCHR(found.st_mode)) {
        status = failure->status;
    }
    close(descriptor);
    text_free(&line);
    return status;
}
