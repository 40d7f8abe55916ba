/* A text that grows. */
#ifndef STEEPEST_BASE_TEXT_H
#define STEEPEST_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A growing, always NUL-terminated sequence of bytes. Start from TEXT_EMPTY, end with text_free.
 * `bytes` belongs to the text and moves when it grows. Once memory was short `failed` stays true
 * and later appends do nothing, so a caller may append many times and look at `failed` once.
 */
struct text {
    char *bytes;   /* NULL while nothing was appended */
    size_t length; /* bytes before the terminating NUL */
    size_t capacity;
    bool failed;
};

#define TEXT_EMPTY ((struct text){ .bytes = NULL, .length = 0, .capacity = 0, .failed = false })

/* Release what `text` owns and make it TEXT_EMPTY. */
void text_free(struct text *text);

/* Forget the content, keep the memory and `failed`. */
void text_clear(struct text *text);

/* The content as a string: "" while nothing was appended. Valid until the next append. */
const char *text_string(const struct text *text);

/* Append `length` bytes, which may contain NUL and must not lie inside `text`. */
void text_append_bytes(struct text *text, const char *bytes, size_t length);

/* Append a NUL-terminated string. */
void text_append(struct text *text, const char *string);

/* Append as printf would. */
void text_append_format(struct text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Append `count` copies of the byte `character`. */
void text_append_repeated(struct text *text, char character, size_t count);

#endif
