/* What went wrong: a status and words for people, with a place in a text where there is one. */
#include "base/failure.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

enum {
    RAW_MESSAGE_SIZE = 512,   /* a message before it is made inert */
    EXCERPT_BEFORE = 60,      /* bytes of a long line that are kept before the place */
    EXCERPT_ROOM_BEFORE = 120 /* bytes that their inert form may take */
};

static const char cut_mark[] = "...";

/*
 * Copy the inert form of whole characters into `out` while they fit, with `cut_mark` behind them if
 * some do not. Returns how many bytes of the input were copied.
 */
static size_t copy_inert(const char *bytes, size_t length, char *out, size_t size)
{
    char form[INERT_LONGEST];
    size_t width;
    size_t used = 0;
    size_t room = size - sizeof cut_mark;
    size_t at = 0;
    while (at < length) {
        size_t step = inert_character(bytes + at, length - at, false, form, &width);
        if (used + strlen(form) > room)
            break;
        memcpy(out + used, form, strlen(form));
        used += strlen(form);
        at += step;
    }
    strcpy(out + used, at < length ? cut_mark : "");
    return at;
}

/* How many bytes the inert form takes. */
static size_t inert_length(const char *bytes, size_t length)
{
    char form[INERT_LONGEST];
    size_t width;
    size_t total = 0;
    for (size_t at = 0; at < length; total += strlen(form))
        at += inert_character(bytes + at, length - at, false, form, &width);
    return total;
}

const char *quote(const char *bytes, size_t length, char quoted[QUOTED_SIZE])
{
    copy_inert(bytes, length, quoted, QUOTED_SIZE);
    return quoted;
}

static void fill(struct failure *failure, enum status status, const char *origin,
                 const char *format, va_list arguments) __attribute__((format(printf, 4, 0)));

static void fill(struct failure *failure, enum status status, const char *origin,
                 const char *format, va_list arguments)
{
    char raw[RAW_MESSAGE_SIZE];
    memset(failure, 0, sizeof *failure);
    failure->status = status;
    if (vsnprintf(raw, sizeof raw, format, arguments) < 0)
        raw[0] = '\0';
    copy_inert(raw, strlen(raw), failure->message, sizeof failure->message);
    copy_inert(origin, strlen(origin), failure->origin, sizeof failure->origin);
}

enum status failure_set(struct failure *failure, enum status status, const char *origin,
                        const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fill(failure, status, origin, format, arguments);
    va_end(arguments);
    return status;
}

enum status failure_memory(struct failure *failure)
{
    return failure_set(failure, STATUS_FAILED, "", "out of memory");
}

/* Where the line that holds `start` begins and ends, and its number from 1. */
static void find_line(const struct source_text *source, size_t start, size_t *line_start,
                      size_t *line_end, size_t *number)
{
    *line_start = 0;
    *number = 1;
    for (size_t i = 0; i < start; i++) {
        if (source->bytes[i] == '\n') {
            *line_start = i + 1;
            (*number)++;
        }
    }
    *line_end = start;
    while (*line_end < source->length && source->bytes[*line_end] != '\n')
        (*line_end)++;
}

/* Where to begin showing a line so that `start` is in sight: never inside a character. */
static size_t excerpt_start(const char *bytes, size_t line_start, size_t start)
{
    if (start - line_start <= EXCERPT_BEFORE)
        return line_start;
    size_t from = start - EXCERPT_BEFORE;
    while (from < start && ((unsigned char)bytes[from] & 0xc0) == 0x80)
        from++;
    return from;
}

/* Put the line around the place into the failure, and where it is underlined. */
static void set_excerpt(struct failure *failure, const struct source_text *source,
                        size_t line_start, size_t line_end, size_t start, size_t length)
{
    const char *bytes = source->bytes;
    char *out = failure->excerpt;
    size_t from = excerpt_start(bytes, line_start, start);
    if (inert_length(bytes + from, start - from) > EXCERPT_ROOM_BEFORE)
        from = start;
    strcpy(out, from > line_start ? cut_mark : "");
    size_t used = strlen(out);
    copy_inert(bytes + from, start - from, out + used, FAILURE_EXCERPT_SIZE - used);
    used = strlen(out);
    size_t shown = copy_inert(bytes + start, line_end - start, out + used,
                              FAILURE_EXCERPT_SIZE - used);
    failure->caret_start = used;
    failure->caret_length = inert_length(bytes + start, length < shown ? length : shown);
}

enum status failure_at(struct failure *failure, const struct source_text *source, size_t start,
                       size_t length, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fill(failure, STATUS_USAGE, source->name, format, arguments);
    va_end(arguments);
    size_t line_start;
    size_t line_end;
    find_line(source, start, &line_start, &line_end, &failure->line);
    failure->column = utf8_count(source->bytes + line_start, start - line_start) + 1;
    set_excerpt(failure, source, line_start, line_end, start, length);
    return STATUS_USAGE;
}

void failure_append_line(const struct failure *failure, bool ascii, struct text *text)
{
    if (failure->origin[0] != '\0') {
        text_append_inert(text, failure->origin, strlen(failure->origin), ascii);
        if (failure->line > 0)
            text_append_format(text, ":%zu:%zu", failure->line, failure->column);
        text_append(text, ": ");
    }
    text_append_inert(text, failure->message, strlen(failure->message), ascii);
}

void failure_append_report(const struct failure *failure, bool ascii, struct text *text)
{
    text_append(text, "steepest: ");
    failure_append_line(failure, ascii, text);
    text_append(text, "\n");
    if (failure->line == 0)
        return;
    const char *excerpt = failure->excerpt;
    text_append(text, "  ");
    text_append_inert(text, excerpt, strlen(excerpt), ascii);
    text_append(text, "\n  ");
    text_append_repeated(text, ' ', inert_width(excerpt, failure->caret_start, ascii));
    size_t width = inert_width(excerpt + failure->caret_start, failure->caret_length, ascii);
    text_append(text, "^");
    text_append_repeated(text, '~', width > 1 ? width - 1 : 0);
    text_append(text, "\n");
}
