/* Carrying out command lines, and remembering what they change. */
#include <string.h>

#include "session/state.h"

/* The part of a command's row that only the session needs. */
static const struct {
    command_runner *function;
    size_t least;
    size_t most;
} runners[] = {
#define COMMAND(name, function, usage, least, most, keys, kind, help)                              \
    { run_##function, least, most },
#include "session/commands.def"
#undef COMMAND
};

/*
 * Whether a change goes with the one before: moves in a row are one, and so are nudges, but not a
 * move and a nudge; and so is a gesture.
 */
static bool is_joined(const struct session *session, const struct command *command)
{
    if (session->last == NULL)
        return false;
    bool moves = command->kind == COMMAND_MOVE || command->kind == COMMAND_NUDGE;
    return session->in_gesture || (moves && session->last->kind == command->kind);
}

/* Remember a change that was done, if there was one: `before` is what the settings were. */
static void remember(struct session *session, const struct command *command,
                     struct settings *before)
{
    /* What the lines of a file change is the change of the command that reads it. */
    if (session->sources > 0 || settings_are_same(&session->now, before)) {
        history_drop(before);
        return;
    }
    if (is_joined(session, command))
        history_drop(before);
    else
        history_add(&session->history, before, command->name);
    session->last = command;
}

/* Carry out command `index` with the arguments that begin at `start` of the source. */
static enum status run(struct session *session, size_t index, const struct source_text *source,
                       size_t start, struct failure *failure)
{
    const struct command *command = command_at(index);
    struct arguments arguments = { .source = source, .parameters = &session->now.parameters,
                                   .alone = start == 0 };
    enum status status =
        arguments_split(&arguments, start, runners[index].least, runners[index].most,
                        command->name, command->usage, failure);
    if (status != STATUS_OK)
        return status;
    char before[MESSAGE_SIZE];
    memcpy(before, session->message, sizeof before);
    session->message[0] = '\0';
    status = runners[index].function(session, &arguments, failure);
    if (status != STATUS_OK)
        memcpy(session->message, before, sizeof before);
    return status;
}

static size_t index_of(const struct command *command)
{
    return (size_t)(command - command_at(0));
}

/* Carry out a command and remember what it changes. */
static enum status run_remembered(struct session *session, size_t index,
                                  const struct source_text *line, size_t start,
                                  struct failure *failure)
{
    const struct command *command = command_at(index);
    struct settings *before = history_copy(&session->now);
    if (before == NULL)
        return failure_memory(failure);
    enum status status = run(session, index, line, start, failure);
    if (status == STATUS_OK && command->kind != COMMAND_HISTORY)
        remember(session, command, before);
    else
        history_drop(before);
    return status;
}

/*
 * Bring up to date what the command may keep. The lines of a file reproduce a session whatever that
 * costs; else what costs too much is left out, and chosen for the next whole frame.
 */
static enum status settle_before(struct session *session)
{
    if (session->asker == NULL || session->sources > 0)
        return session_settle(session);
    if (session->beyond_limit)
        return STATUS_OK;
    struct work_begun begun = work_begin(session, WORK_LIMITED);
    enum status status = session_settle(session);
    session->beyond_limit = session->work.halted;
    work_end(session, &begun);
    return session->beyond_limit ? STATUS_OK : status;
}

const char *session_lister(const struct session *session)
{
    return session->display.screen ? "?" : "the manual page";
}

/* Fail for a name that no command has: of a key, say what the key stands for. */
static enum status refuse_name(const struct session *session, const struct source_text *line,
                               size_t start, size_t length, struct failure *failure)
{
    char keys[KEYS_SIZE] = "";
    if (length < sizeof keys)
        memcpy(keys, line->bytes + start, length);
    const char *stands_for = keymap_line(session->keymap, keys);
    if (stands_for == NULL)
        return command_refuse(line, start, length, session_lister(session), failure);
    return failure_at(failure, line, start, length,
                      "unknown command '%s', as a key it is the command '%s'", keys, stands_for);
}

enum status session_run(struct session *session, const struct source_text *line,
                        struct failure *failure)
{
    static const char blanks[] = " \t\r\n";
    size_t start = 0;
    while (start < line->length && memchr(blanks, line->bytes[start], sizeof blanks - 1) != NULL)
        start++;
    if (start == line->length || line->bytes[start] == '#')
        return STATUS_OK;
    size_t end = start;
    while (end < line->length && memchr(blanks, line->bytes[end], sizeof blanks - 1) == NULL)
        end++;
    const struct command *command = command_find(line->bytes + start, end - start);
    if (command == NULL)
        return refuse_name(session, line, start, end - start, failure);
    if (settle_before(session) != STATUS_OK)
        return work_failure(session, failure);
    struct work_begun begun = work_begin(session, WORK_COMMAND);
    enum status status = run_remembered(session, index_of(command), line, end, failure);
    work_end(session, &begun);
    return status;
}

enum status session_run_command(struct session *session, const char *name,
                                const struct source_text *arguments, struct failure *failure)
{
    const struct command *command = command_find(name, strlen(name));
    if (command == NULL)
        return failure_set(failure, STATUS_USAGE, arguments->name, "unknown command '%s'", name);
    return run(session, index_of(command), arguments, 0, failure);
}
