/* Bringing a session into the state that the command line asks for. */
#include "cli/prepare.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "expr/syntax.h"

/*
 * Let a usage failure that has no place point at `length` bytes from `start` of what caused it, so
 * that it is seen which option or line is meant.
 */
static enum status place_failure(struct failure *failure, const struct source_text *source,
                                 size_t start, size_t length)
{
    if (failure->status != STATUS_USAGE || failure->line > 0)
        return failure->status;
    char message[FAILURE_MESSAGE_SIZE];
    memcpy(message, failure->message, sizeof message);
    return failure_at(failure, source, start, length, "%s", message);
}

/* Hand an option's argument, or the option's own name, to its command. */
static enum status run_option(struct session *session, const struct given *given,
                              struct failure *failure)
{
    char name[FAILURE_ORIGIN_SIZE];
    const char *argument = given->argument == NULL ? given->option->name : given->argument;
    snprintf(name, sizeof name, "--%s", given->option->name);
    struct source_text source = { .name = name, .bytes = argument, .length = strlen(argument) };
    enum status status = session_run_command(session, given->option->command, &source, failure);
    if (status == STATUS_OK)
        return STATUS_OK;
    return place_failure(failure, &source, 0, source.length);
}

static enum status run_options(struct session *session, const struct command_line *line,
                               enum option_action action, struct failure *failure)
{
    for (size_t i = 0; i < line->count; i++) {
        if (line->given[i].option->action != action)
            continue;
        enum status status = run_option(session, &line->given[i], failure);
        if (status != STATUS_OK)
            return status;
    }
    return STATUS_OK;
}

/* Show the function of a text. The command alone would only tell the present one. */
static enum status run_function(struct session *session, const struct source_text *source,
                                struct failure *failure)
{
    static const char blanks[] = " \t\r\n\v\f";
    size_t start = 0;
    while (start < source->length &&
           memchr(blanks, source->bytes[start], sizeof blanks - 1) != NULL)
        start++;
    if (start == source->length)
        return failure_at(failure, source, 0, 0, "a function is missing");
    enum status status = session_run_command(session, "function", source, failure);
    if (status == STATUS_OK)
        return STATUS_OK;
    return place_failure(failure, source, start, 0);
}

/* How messages name a file that was read. */
static const char *file_name(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

static enum status run_function_file(struct session *session, const char *path,
                                     struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    /* A byte more than a text may have is read, so that the language refuses what is too long. */
    enum status status = file_read(path, SYNTAX_TEXT_MOST, &text, failure);
    if (status == STATUS_OK) {
        struct source_text source = {
            .name = file_name(path), .bytes = text_string(&text), .length = text.length
        };
        status = run_function(session, &source, failure);
    }
    text_free(&text);
    return status;
}

/* Choose the function, if there is any to choose. */
static enum status choose_function(struct session *session, const struct command_line *line,
                                   const struct invocation *invocation, struct failure *failure)
{
    if (invocation->file != NULL)
        return run_function_file(session, invocation->file, failure);
    if (line->function == NULL)
        return STATUS_OK;
    struct source_text source = {
        .name = "function", .bytes = line->function, .length = strlen(line->function)
    };
    return run_function(session, &source, failure);
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

/*
 * The session knows a function by its text alone, not by the line that brought it. Let a failure
 * inside the text of the command at `start` point into the line.
 */
static void place_in_line(struct failure *failure, const struct source_text *line, size_t start)
{
    static const char command[] = "function";
    size_t at = start + strlen(command);
    if (failure->line != 1 || points_into(failure, line) || at >= line->length ||
        memcmp(line->bytes + start, command, strlen(command)) != 0)
        return;
    at = skip_blanks(line, at);
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

/* Run one line of a script; number counts from 1. */
static enum status run_line(struct session *session, const struct source_text *line, size_t number,
                            struct failure *failure)
{
    enum status status = session_run(session, line, failure);
    if (status == STATUS_OK)
        return STATUS_OK;
    size_t start = skip_blanks(line, 0);
    place_in_line(failure, line, start);
    status = place_failure(failure, line, start, line->length - start);
    if (points_into(failure, line))
        failure->line += number - 1;
    return status;
}

/* Run the lines of a script until one fails or asks for the end. */
static enum status run_lines(struct session *session, const struct source_text *script, bool *quit,
                             struct failure *failure)
{
    size_t start = 0;
    for (size_t number = 1; start < script->length && !*quit; number++) {
        const char *bytes = script->bytes + start;
        const char *newline = memchr(bytes, '\n', script->length - start);
        size_t length = newline == NULL ? script->length - start : (size_t)(newline - bytes);
        start += length + 1;
        if (length > 0 && bytes[length - 1] == '\r')
            length--;
        struct source_text line = { .name = script->name, .bytes = bytes, .length = length };
        enum status status = run_line(session, &line, number, failure);
        if (status != STATUS_OK)
            return status;
        *quit = session_take_request(session) == REQUEST_QUIT;
    }
    return STATUS_OK;
}

static enum status run_script_file(struct session *session, const char *path, bool *quit,
                                   struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    enum status status = file_read(path, SCRIPT_BYTES_MOST, &text, failure);
    struct source_text script = {
        .name = file_name(path), .bytes = text_string(&text), .length = text.length
    };
    if (status == STATUS_OK && text.length > SCRIPT_BYTES_MOST)
        status = failure_at(failure, &script, 0, 0, "a script of more than %d bytes",
                            SCRIPT_BYTES_MOST);
    if (status == STATUS_OK)
        status = run_lines(session, &script, quit, failure);
    text_free(&text);
    return status;
}

static enum status run_commands(struct session *session, const struct given *given, bool *quit,
                                struct failure *failure)
{
    if (given->option->action == ACTION_script)
        return run_script_file(session, given->argument, quit, failure);
    struct source_text script = {
        .name = "-c", .bytes = given->argument, .length = strlen(given->argument)
    };
    return run_lines(session, &script, quit, failure);
}

enum status prepare_session(struct session *session, const struct command_line *line,
                            const struct invocation *invocation, bool *quit,
                            struct failure *failure)
{
    *quit = false;
    enum status status = run_options(session, line, ACTION_EARLY, failure);
    if (status == STATUS_OK)
        status = choose_function(session, line, invocation, failure);
    if (status == STATUS_OK)
        status = run_options(session, line, ACTION_SESSION, failure);
    for (size_t i = 0; i < line->count && status == STATUS_OK && !*quit; i++) {
        enum option_action action = line->given[i].option->action;
        if (action == ACTION_command || action == ACTION_script)
            status = run_commands(session, &line->given[i], quit, failure);
    }
    return status;
}
