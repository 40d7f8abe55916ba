/* The commands and the keys that stand for them. */
#include "session/command.h"

#include <string.h>

#include "base/nearest.h"
#include "session/arguments.h"

static const struct command commands[] = {
#define COMMAND(name_, function_, usage_, least_, most_, keys_, kind_, help_)                      \
    { .name = #name_, .usage = (usage_), .takes_rest = (most_) == REST, .keys = (keys_),           \
      .kind = COMMAND_##kind_,                                                                     \
      .help = (help_) },
#include "session/commands.def"
#undef COMMAND
};

/* Where each command stands, and each group begins: a heading takes no place of its own. */
enum {
#define GROUP(name, heading) FIRST_OF_##name, BEFORE_##name = FIRST_OF_##name - 1,
#define COMMAND(name, function, usage, least, most, keys, kind, help) PLACE_OF_##function,
#include "session/commands.def"
#undef COMMAND
    PLACE_COUNT
};

static const struct {
    const char *heading;
    size_t first;
} groups[] = {
#define GROUP(name, heading) { heading, FIRST_OF_##name },
#define COMMAND(name, function, usage, least, most, keys, kind, help)
#include "session/commands.def"
#undef COMMAND
};

size_t command_group_count(void)
{
    return sizeof groups / sizeof groups[0];
}

struct command_group command_group_at(size_t index)
{
    size_t end = index + 1 < command_group_count() ? groups[index + 1].first : command_count();
    return (struct command_group){
        .heading = groups[index].heading,
        .first = groups[index].first,
        .count = end - groups[index].first,
    };
}

size_t command_count(void)
{
    return sizeof commands / sizeof commands[0];
}

const struct command *command_at(size_t index)
{
    return &commands[index];
}

const struct command *command_find(const char *name, size_t length)
{
    for (size_t i = 0; i < command_count(); i++)
        if (strlen(commands[i].name) == length && memcmp(commands[i].name, name, length) == 0)
            return &commands[i];
    return NULL;
}

const struct command *command_of_line(const char *line)
{
    return command_find(line, strcspn(line, " \t"));
}

/* The one command whose name begins so, or NULL where there is none or are several. */
static const char *only_longer(const char *beginning, size_t length)
{
    const char *only = NULL;
    for (size_t i = 0; i < command_count(); i++) {
        if (strncmp(commands[i].name, beginning, length) != 0)
            continue;
        if (only != NULL)
            return NULL;
        only = commands[i].name;
    }
    return only;
}

/* The command that an unknown name may have been meant for, or NULL. */
static const char *likely(const char *name, size_t length)
{
    const char *longer = only_longer(name, length);
    if (longer != NULL)
        return longer;
    struct nearest nearest;
    nearest_start(&nearest, name, length);
    for (size_t i = 0; i < command_count(); i++)
        nearest_consider(&nearest, commands[i].name);
    return nearest.name;
}

enum status command_refuse(const struct source_text *source, size_t start, size_t length,
                           const char *lister, struct failure *failure)
{
    char quoted[QUOTED_SIZE];
    const char *meant = likely(source->bytes + start, length);
    quote(source->bytes + start, length, quoted);
    if (meant != NULL)
        return failure_at(failure, source, start, length,
                          "unknown command '%s', did you mean '%s'?", quoted, meant);
    return failure_at(failure, source, start, length, "unknown command '%s', %s lists them", quoted,
                      lister);
}

const char *command_next_key(const char **keys, size_t *length)
{
    const char *key = *keys + strspn(*keys, " ");
    *length = strcspn(key, " ");
    *keys = key + *length;
    return *length == 0 ? NULL : key;
}

/* Whether `key` is one of `keys`. */
static bool has_key(const char *keys, const char *key)
{
    size_t length;
    for (const char *known; (known = command_next_key(&keys, &length)) != NULL;)
        if (strlen(key) == length && memcmp(known, key, length) == 0)
            return true;
    return false;
}

const struct command *command_for_key(const char *key)
{
    for (size_t i = 0; i < command_count() && key[0] != '\0'; i++)
        if (has_key(commands[i].keys, key))
            return &commands[i];
    return NULL;
}
