/* Bringing a session into the state that the command line asks for. */
#include "cli/prepare.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "cli/walk_start.h"
#include "expr/syntax.h"
#include "session/script.h"

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
    return script_place_failure(failure, &source, 0, source.length);
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
    return script_place_failure(failure, source, start, 0);
}

static enum status run_function_file(struct session *session, const char *path,
                                     struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    /* A byte more than a text may have is read, so that the language refuses what is too long. */
    enum status status = file_read(path, SYNTAX_TEXT_MOST, &text, failure);
    if (status == STATUS_OK) {
        struct source_text source = {
            .name = script_file_name(path), .bytes = text_string(&text), .length = text.length
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

/* Run the commands of -c or --script. */
static enum status run_commands(struct session *session, const struct given *given, bool *quit,
                                struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    struct source_text script = {
        .name = "-c", .bytes = given->argument, .length = strlen(given->argument)
    };
    enum status status = STATUS_OK;
    if (given->option->action == ACTION_script)
        status = script_read(given->argument, &text, &script, failure);
    if (status == STATUS_OK)
        status = script_run(session, &script, failure);
    *quit = session_take_request(session) == REQUEST_QUIT;
    text_free(&text);
    return status;
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
    if (status == STATUS_OK)
        status = run_options(session, line, ACTION_LATE, failure);
    for (size_t i = 0; i < line->count && status == STATUS_OK && !*quit; i++) {
        enum option_action action = line->given[i].option->action;
        if (action == ACTION_command || action == ACTION_script)
            status = run_commands(session, &line->given[i], quit, failure);
    }
    bool walks = invocation->mode == MODE_PRINT && invocation->descent_start != NULL;
    if (status == STATUS_OK && !*quit && walks)
        status = walk_start_on_frame(session, invocation->descent_start, failure);
    return status;
}
