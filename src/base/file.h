/* Reading a small text file whole. */
#ifndef STEEPEST_BASE_FILE_H
#define STEEPEST_BASE_FILE_H

#include <stddef.h>

#include "base/failure.h"
#include "base/text.h"

/*
 * Append the content of the file `path` ("-" is standard input) to `text`, at most `most` + 1
 * bytes: a text that is longer than `most` afterwards was too long, and the caller says so. Returns
 * STATUS_OK; STATUS_NO_INPUT, named after `path`, when it cannot be opened or is a directory;
 * STATUS_IO when reading fails; STATUS_FAILED when memory is short.
 */
enum status file_read(const char *path, size_t most, struct text *text, struct failure *failure);

#endif
