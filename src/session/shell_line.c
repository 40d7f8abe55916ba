/* A session's state as a line for a shell. */
#include "session/shell_line.h"

#include <string.h>

#include "session/recipe.h"
#include "session/script.h"
#include "session/state.h"

/* Bytes that no shell takes for anything else, wherever they stand in a word. */
static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                            "_-+=:,./@%";

void shell_word_append(const char *bytes, size_t length, struct text *line)
{
    size_t safe = 0;
    while (safe < length && bytes[safe] != '\0' && strchr(plain, bytes[safe]) != NULL)
        safe++;
    if (length > 0 && safe == length) {
        text_append_bytes(line, bytes, length);
        return;
    }
    text_append(line, "'");
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '\'')
            text_append(line, "'\\''");
        else
            text_append_bytes(line, bytes + i, 1);
    }
    text_append(line, "'");
}

/* Append a command that is an option too; the function is kept for the end of the line. */
static void append_setting(const struct source_text *command, struct text *function,
                           struct text *line)
{
    static const char name_of_function[] = "function ";
    size_t name = 0;
    while (name < command->length && command->bytes[name] != ' ')
        name++;
    size_t rest = name + 1;
    if (strncmp(command->bytes, name_of_function, rest) == 0) {
        text_append_bytes(function, command->bytes + rest, command->length - rest);
        return;
    }
    /* The one option that is not called as its command: arrows point downhill without it. */
    if (strncmp(command->bytes, "sign ", rest) == 0) {
        text_append(line, " --ascent");
        return;
    }
    text_append(line, " --");
    text_append_bytes(line, command->bytes, name);
    text_append(line, "=");
    shell_word_append(command->bytes + rest, command->length - rest, line);
}

static void append_settings(const struct text *settings, struct text *function, struct text *line)
{
    struct source_text source = { "", text_string(settings), settings->length };
    struct script script = { .source = &source };
    struct source_text command;
    while (script_next(&script, &command))
        append_setting(&command, function, line);
}

static void append_commands(const struct text *way, struct text *line)
{
    struct source_text source = { "", text_string(way), way->length };
    struct script script = { .source = &source };
    struct source_text command;
    while (script_next(&script, &command)) {
        text_append(line, " -c ");
        shell_word_append(command.bytes, command.length, line);
    }
}

static void append_function(const struct text *function, struct text *line)
{
    if (function->length == 0)
        return;
    text_append(line, text_string(function)[0] == '-' ? " -- " : " ");
    shell_word_append(text_string(function), function->length, line);
}

enum status shell_line_append(struct session *session, struct text *line,
                              struct failure *failure)
{
    struct text settings = TEXT_EMPTY;
    struct text way = TEXT_EMPTY;
    struct text function = TEXT_EMPTY;
    enum status status = recipe_append(session, &settings, &way, failure);
    if (status == STATUS_OK) {
        text_append_format(line, "steepest -p --size=%dx%d", session->columns, session->rows);
        append_settings(&settings, &function, line);
        append_commands(&way, line);
        append_function(&function, line);
        if (line->failed || function.failed)
            status = failure_memory(failure);
    }
    text_free(&settings);
    text_free(&way);
    text_free(&function);
    return status;
}
