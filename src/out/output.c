/* Where results are written: standard output, or a file that appears whole or not at all. */
#include "out/output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/number.h"
#include "base/size.h"

enum {
    BUFFER_SIZE = 32768,
    LINK_SIZE = 4096,         /* bytes of what a link points to, with a NUL */
    LINKS_MOST = 40,          /* links from one to the next, as the kernel's own limit */
    NAMES_MOST = 100,         /* temporary names that are tried */
    TEMPORARY_NAME_SIZE = 64, /* bytes of a temporary name without its directory */
    MODE_NEW = 0666,          /* less the umask */
    MODE_BITS = 07777
};

struct output {
    int descriptor;
    bool owned;      /* whether `descriptor` is to be closed */
    int error;       /* errno of the first failed write, 0 while there is none */
    char *name;      /* what messages call it */
    char *target;    /* a regular file's final name; NULL when written directly */
    char *temporary; /* its name until then */
    struct interrupt interrupt;
    size_t used;
    char buffer[BUFFER_SIZE];
};

static enum status cannot_create(struct failure *failure, const char *path)
{
    return failure_set(failure, STATUS_CANNOT_CREATE, path, "cannot create: %s", strerror(errno));
}

/* `directory` (the part of `path` up to its last slash, or nothing) and `name` joined, or NULL. */
static char *beside(const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');
    size_t directory = name[0] == '/' || slash == NULL ? 0 : (size_t)(slash - path) + 1;
    size_t length = strlen(name);
    char *joined = array_resize(NULL, directory + length + 1, 1);
    if (joined == NULL)
        return NULL;
    memcpy(joined, path, directory);
    memcpy(joined + directory, name, length + 1);
    return joined;
}

/*
 * Replace *path, which belongs to the caller and is a link, by what it points to. Returns 1; 0 when
 * it is no link; -1 with errno on failure.
 */
static int follow_link(char **path)
{
    struct stat status;
    if (lstat(*path, &status) != 0)
        return errno == ENOENT ? 0 : -1;
    if (!S_ISLNK(status.st_mode))
        return 0;
    char pointed[LINK_SIZE];
    ssize_t length = readlink(*path, pointed, sizeof pointed - 1);
    if (length < 0)
        return -1;
    pointed[length] = '\0';
    char *next = beside(*path, pointed);
    if (next == NULL)
        return -1;
    free(*path);
    *path = next;
    return 1;
}

/* The file that a chain of links ends at, whether it exists or not; NULL with errno on failure. */
static char *resolve(const char *path)
{
    char *target = beside("", path);
    for (int links = 0; target != NULL; links++) {
        int followed = follow_link(&target);
        if (followed == 0)
            return target;
        if (followed < 0 || links == LINKS_MOST) {
            int error = followed < 0 ? errno : ELOOP;
            free(target);
            errno = error;
            return NULL;
        }
    }
    return NULL;
}

/* Open a new file beside the target, with the target's permissions; false with errno on failure. */
static bool open_temporary(struct output *output, const struct stat *existing)
{
    for (int attempt = 0; attempt < NAMES_MOST; attempt++) {
        char name[TEMPORARY_NAME_SIZE];
        snprintf(name, sizeof name, ".steepest-%ld-%d", (long)getpid(), attempt);
        char *temporary = beside(output->target, name);
        if (temporary == NULL)
            return false;
        output->descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, MODE_NEW);
        if (output->descriptor >= 0) {
            output->owned = true;
            output->temporary = temporary;
            return existing == NULL ||
                   fchmod(output->descriptor, existing->st_mode & MODE_BITS) == 0;
        }
        int error = errno;
        free(temporary);
        errno = error;
        if (error != EEXIST)
            return false;
    }
    return false;
}

/* Prepare to replace the regular file `path`; `existing` is NULL when there is none yet. */
static bool open_whole(struct output *output, const char *path, const struct stat *existing)
{
    output->target = resolve(path);
    if (output->target == NULL)
        return false;
    /* A file that may not be written is not replaced either. */
    if (existing != NULL && access(output->target, W_OK) != 0)
        return false;
    interrupt_hold(&output->interrupt);
    return open_temporary(output, existing);
}

static bool open_directly(struct output *output, const char *path)
{
    do {
        output->descriptor = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
    } while (output->descriptor < 0 && errno == EINTR);
    output->owned = output->descriptor >= 0;
    return output->owned;
}

/* Whether the file is standard output's, which /dev/stdout names too: not to be replaced then. */
static bool is_standard_output(const struct stat *file)
{
    struct stat standard;
    return fstat(STDOUT_FILENO, &standard) == 0 && standard.st_dev == file->st_dev &&
           standard.st_ino == file->st_ino;
}

static bool open_path(struct output *output, const char *path)
{
    struct stat existing;
    if (stat(path, &existing) != 0)
        return errno == ENOENT && path[0] != '\0' && open_whole(output, path, NULL);
    if (is_standard_output(&existing))
        return true;
    if (S_ISREG(existing.st_mode))
        return open_whole(output, path, &existing);
    return open_directly(output, path);
}

enum status output_open(const char *path, struct output **output, struct failure *failure)
{
    struct output *made = malloc(sizeof *made);
    if (made == NULL)
        return failure_memory(failure);
    *made = (struct output){ .descriptor = STDOUT_FILENO };
    made->name = beside("", path == NULL ? "standard output" : path);
    if (made->name == NULL) {
        free(made);
        return failure_memory(failure);
    }
    if (path != NULL && !open_path(made, path)) {
        enum status status = cannot_create(failure, path);
        output_abandon(made);
        return status;
    }
    *output = made;
    return STATUS_OK;
}

/*
 * Write once. A pipe or terminal may take nothing for as long as it likes: there signals must get
 * through meanwhile, and there is no half file that they could leave.
 */
static ssize_t write_some(struct output *output, const char *bytes, size_t length)
{
    bool held = output->interrupt.held;
    if (output->temporary != NULL || !held)
        return write(output->descriptor, bytes, length);
    interrupt_release(&output->interrupt);
    ssize_t written = write(output->descriptor, bytes, length);
    int error = errno;
    interrupt_hold(&output->interrupt);
    errno = error;
    return written;
}

static void write_all(struct output *output, const char *bytes, size_t length)
{
    while (length > 0 && !output_failed(output)) {
        ssize_t written = write_some(output, bytes, length);
        if (written >= 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            interrupt_wait(&output->interrupt, output->descriptor, POLLOUT);
        } else if (errno != EINTR) {
            output->error = errno;
        }
    }
}

static void empty_buffer(struct output *output)
{
    write_all(output, output->buffer, output->used);
    output->used = 0;
}

void output_write(struct output *output, const char *bytes, size_t length)
{
    if (length > sizeof output->buffer - output->used)
        empty_buffer(output);
    if (length > sizeof output->buffer) {
        write_all(output, bytes, length);
    } else if (length > 0) {
        memcpy(output->buffer + output->used, bytes, length);
        output->used += length;
    }
}

void output_string(struct output *output, const char *string)
{
    output_write(output, string, strlen(string));
}

void output_number(struct output *output, double number)
{
    char bytes[NUMBER_SIZE];
    output_string(output, number_repr(number, bytes));
}

bool output_failed(const struct output *output)
{
    return output->error != 0 || interrupt_is_pending(&output->interrupt);
}

bool output_is_terminal(const struct output *output)
{
    return isatty(output->descriptor) != 0;
}

struct interrupt *output_interrupt(struct output *output)
{
    return &output->interrupt;
}

static enum status report(const struct output *output, struct failure *failure)
{
    if (interrupt_is_pending(&output->interrupt))
        return failure_set(failure, STATUS_FAILED, output->name, "interrupted");
    if (output->error == 0)
        return STATUS_OK;
    return failure_set(failure, STATUS_IO, output->name, "cannot write: %s",
                       strerror(output->error));
}

enum status output_flush(struct output *output, struct failure *failure)
{
    empty_buffer(output);
    return report(output, failure);
}

/* Close what was opened; an error that only shows now counts as one of writing. */
static void close_descriptor(struct output *output)
{
    if (output->owned && close(output->descriptor) != 0 && output->error == 0 && errno != EINTR)
        output->error = errno;
    output->owned = false;
}

enum status output_close(struct output *output, struct failure *failure)
{
    empty_buffer(output);
    close_descriptor(output);
    if (output->temporary != NULL && !output_failed(output)) {
        if (rename(output->temporary, output->target) == 0) {
            free(output->temporary);
            output->temporary = NULL;
        } else {
            output->error = errno;
        }
    }
    enum status status = report(output, failure);
    output_abandon(output);
    return status;
}

void output_abandon(struct output *output)
{
    if (output == NULL)
        return;
    close_descriptor(output);
    if (output->temporary != NULL)
        unlink(output->temporary);
    free(output->temporary);
    free(output->target);
    free(output->name);
    struct interrupt interrupt = output->interrupt;
    free(output);
    interrupt_release(&interrupt);
}

/* Write a text that may have been cut by short memory. */
static enum status write_text(const char *path, const struct text *text, struct failure *failure)
{
    struct output *output = NULL;
    if (text->failed)
        return failure_memory(failure);
    enum status status = output_open(path, &output, failure);
    if (status != STATUS_OK)
        return status;
    output_write(output, text_string(text), text->length);
    return output_close(output, failure);
}

enum status output_text(const char *path, enum status status, struct text *text,
                        struct failure *failure)
{
    if (status == STATUS_OK)
        status = write_text(path, text, failure);
    text_free(text);
    return status;
}
