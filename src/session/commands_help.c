/* Commands that tell about commands and keys. */
#include <string.h>

#include "session/state.h"
#include "session/usage.h"

/* Tell without a screen what is known of a command. */
static enum status tell_command(struct session *session, const struct command *command,
                                struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    enum status status = usage_append_command(session, command, &text);
    if (status == STATUS_OK)
        session_tell_text(session, text_string(&text));
    text_free(&text);
    return status == STATUS_OK ? STATUS_OK : failure_memory(failure);
}

enum status run_help(struct session *session, const struct arguments *arguments,
                     struct failure *failure)
{
    const struct source_text *source = arguments->source;
    const struct command *command = NULL;
    if (arguments->count > 0) {
        const struct word *name = &arguments->words[0];
        command = command_find(source->bytes + name->start, name->length);
        if (command == NULL)
            return command_refuse(source, name->start, name->length, session_lister(session),
                                  failure);
    }
    if (session->display.screen) {
        session->helped = command;
        session->request = REQUEST_HELP;
        return STATUS_OK;
    }
    if (command == NULL)
        return failure_set(failure, STATUS_USAGE, source->name,
                           "this command needs a terminal, 'help COMMAND' and 'keys' do not");
    return tell_command(session, command, failure);
}

/* Tell a line that would do to keys what has been done to them. */
static void tell_binding(struct session *session, const char *keys, const char *line,
                         struct text *text)
{
    text_clear(text);
    if (line == NULL)
        text_append_format(text, "unbind %s", keys);
    else
        text_append_format(text, "bind %s %s", keys, line);
    if (!text->failed)
        session_tell_text(session, text_string(text));
}

/* Tell which keys of commands.def stand for nothing: others may begin with them now. */
static void tell_unbound(struct session *session, struct text *text)
{
    for (size_t i = 0; i < command_count(); i++) {
        const char *keys = command_at(i)->keys;
        size_t length;
        for (const char *key; (key = command_next_key(&keys, &length)) != NULL;) {
            char name[KEYS_SIZE];
            memcpy(name, key, length);
            name[length] = '\0';
            if (keymap_line(session->keymap, name) == NULL)
                tell_binding(session, name, NULL, text);
        }
    }
}

static void tell_bound(struct session *session, struct text *text)
{
    size_t order[BINDINGS_MOST];
    size_t count = keymap_order(session->keymap, order);
    for (size_t i = 0; i < count; i++) {
        const char *keys;
        const char *line;
        keymap_at(session->keymap, order[i], &keys, &line);
        tell_binding(session, keys, line, text);
    }
}

enum status run_keys(struct session *session, const struct arguments *arguments,
                     struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    (void)arguments;
    if (session->display.screen) {
        session->request = REQUEST_KEYS;
        return STATUS_OK;
    }
    tell_unbound(session, &text);
    tell_bound(session, &text);
    enum status status = text.failed ? failure_memory(failure) : STATUS_OK;
    text_free(&text);
    return status;
}
