/* The commands that a person wants carried out at every start. */
#include "cli/configuration.h"

#include <unistd.h>

#include "base/xdg.h"
#include "session/script.h"

static void note(const struct session *session, const struct failure *failure,
                 struct configuration_errors *errors)
{
    if (errors->count++ == 0)
        errors->first = *failure;
    failure_append_report(failure, !session_is_utf8(session), &errors->reports);
}

/* Carry out one line; what only a screen can do has no place in a configuration. */
static enum status run_line(struct session *session, const struct script *script,
                            const struct source_text *line, struct failure *failure)
{
    enum status status = script_run_line(session, script, line, failure);
    if (session_take_request(session) == REQUEST_NONE)
        return status;
    failure_at(failure, line, 0, line->length, "a configuration cannot do this");
    failure->line += script->number - 1;
    return STATUS_USAGE;
}

static void run_lines(struct session *session, const struct source_text *source,
                      struct configuration_errors *errors)
{
    struct script script = { .source = source };
    struct source_text line;
    struct failure failure;
    while (script_next(&script, &line))
        if (run_line(session, &script, &line, &failure) != STATUS_OK)
            note(session, &failure, errors);
}

static enum status run_file(struct session *session, const char *path,
                            struct configuration_errors *errors, struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    struct source_text source;
    enum status status = script_read(path, &text, &source, failure);
    if (status == STATUS_OK)
        run_lines(session, &source, errors);
    text_free(&text);
    return status;
}

enum status configuration_run(struct session *session, const struct invocation *invocation,
                              struct configuration_errors *errors, struct failure *failure)
{
    struct text path = TEXT_EMPTY;
    struct failure unread;
    if (invocation->config != NULL)
        return run_file(session, invocation->config, errors, failure);
    if (invocation->mode != MODE_EXPLORE || invocation->no_config ||
        !xdg_append_path(XDG_CONFIG, "config", &path))
        return STATUS_OK;
    enum status status = path.failed ? failure_memory(failure) : STATUS_OK;
    if (status == STATUS_OK && access(text_string(&path), F_OK) == 0 &&
        run_file(session, text_string(&path), errors, &unread) != STATUS_OK)
        note(session, &unread, errors);
    text_free(&path);
    return status;
}

void configuration_tell_first(const struct configuration_errors *errors, struct session *session)
{
    struct text line = TEXT_EMPTY;
    if (errors->count == 0)
        return;
    text_append_format(&line, "%zu error%s in the configuration: ", errors->count,
                       errors->count == 1 ? "" : "s");
    if (errors->first.line > 0)
        text_append_format(&line, "line %zu: ", errors->first.line);
    text_append(&line, errors->first.message);
    session_set_message(session, text_string(&line));
    text_free(&line);
}

void configuration_free(struct configuration_errors *errors)
{
    text_free(&errors->reports);
}
