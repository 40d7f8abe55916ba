/* Texts of command lines, run line by line. */
#include "session/script.h"

#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "session/state.h"

enum status script_place_failure(struct failure *failure, const struct source_text *source,
                                 size_t start, size_t length)
{
    if (failure->status != STATUS_USAGE || failure->line > 0)
        return failure->status;
    char message[FAILURE_MESSAGE_SIZE];
    memcpy(message, failure->message, sizeof message);
    return failure_at(failure, source, start, length, "%s", message);
}

const char *script_file_name(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

static size_t skip_blanks(const struct source_text *line, size_t at)
{
    while (at < line->length && (line->bytes[at] == ' ' || line->bytes[at] == '\t'))
        at++;
    return at;
}

/* Whether the failure points into this source, whose name it may hold inert and cut. */
static bool points_into(const struct failure *failure, const struct source_text *source)
{
    struct failure named;
    failure_set(&named, STATUS_OK, source->name, "%s", "");
    return failure->line > 0 && strcmp(failure->origin, named.origin) == 0;
}

/* Whether the failure points into a text that is called as the command at `start` of the line. */
static bool points_into_text_of(const struct failure *failure, const struct source_text *line,
                                size_t start)
{
    size_t length = strlen(failure->origin);
    return failure->line == 1 && !points_into(failure, line) && start + length < line->length &&
           line->bytes[start + length] == ' ' &&
           memcmp(line->bytes + start, failure->origin, length) == 0;
}

/*
 * The session knows a function or a gradient by its text alone, not by the line that brought it.
 * Let a failure inside the text of the command at `start` point into the line.
 */
static void place_in_line(struct failure *failure, const struct source_text *line, size_t start)
{
    if (!points_into_text_of(failure, line, start))
        return;
    size_t at = skip_blanks(line, start + strlen(failure->origin));
    for (size_t column = 1; column < failure->column && at < line->length; column++) {
        uint32_t character;
        size_t size = utf8_decode(line->bytes + at, line->length - at, &character);
        at += size == 0 ? 1 : size;
    }
    size_t left = line->length - at;
    size_t length = failure->caret_length < left ? failure->caret_length : left;
    char message[FAILURE_MESSAGE_SIZE];
    memcpy(message, failure->message, sizeof message);
    failure_at(failure, line, at, length, "%s", message);
}

bool script_next(struct script *script, struct source_text *line)
{
    const struct source_text *source = script->source;
    if (script->start >= source->length)
        return false;
    const char *bytes = source->bytes + script->start;
    const char *newline = memchr(bytes, '\n', source->length - script->start);
    size_t length =
        newline == NULL ? source->length - script->start : (size_t)(newline - bytes);
    script->start += length + 1;
    script->number++;
    if (length > 0 && bytes[length - 1] == '\r')
        length--;
    *line = (struct source_text){ .name = source->name, .bytes = bytes, .length = length };
    return true;
}

enum status script_run_line(struct session *session, const struct script *script,
                            const struct source_text *line, struct failure *failure)
{
    enum status status = session_run(session, line, failure);
    if (status == STATUS_OK)
        return STATUS_OK;
    size_t start = skip_blanks(line, 0);
    place_in_line(failure, line, start);
    status = script_place_failure(failure, line, start, line->length - start);
    /* A file that leads into itself has told the line already. */
    if (failure->line == 1 && points_into(failure, line))
        failure->line += script->number - 1;
    return status;
}

enum status script_run(struct session *session, const struct source_text *source,
                       struct failure *failure)
{
    struct script script = { .source = source };
    struct source_text line;
    enum status status = STATUS_OK;
    while (status == STATUS_OK && session->request != REQUEST_QUIT && script_next(&script, &line))
        status = script_run_line(session, &script, &line, failure);
    return status;
}

enum status script_read(const char *path, struct text *text, struct source_text *source,
                        struct failure *failure)
{
    enum status status = file_read(path, SCRIPT_BYTES_MOST, text, failure);
    *source = (struct source_text){
        .name = script_file_name(path), .bytes = text_string(text), .length = text->length
    };
    if (status == STATUS_OK && text->length > SCRIPT_BYTES_MOST)
        status = failure_at(failure, source, 0, 0, "a script of more than %d bytes",
                            SCRIPT_BYTES_MOST);
    return status;
}
