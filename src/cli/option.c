/* The options that the program knows. */
#include "cli/option.h"

#include <string.h>

#define SESSION(command) ACTION_SESSION, #command
#define EARLY(command) ACTION_EARLY, #command
#define LATE(command) ACTION_LATE, #command
#define CLI(name) ACTION_##name, NULL
static const struct option options[] = {
#define OPTION(name, letter, need, argument, action, group, help)                                 \
    { name, letter, ARGUMENT_##need, argument, action, OPTION_GROUP_##group, help },
#include "cli/options.def"
#undef OPTION
};
#undef CLI
#undef LATE
#undef EARLY
#undef SESSION

static const char *const headings[OPTION_GROUP_COUNT] = {
#define OPTION_GROUP(name, heading) [OPTION_GROUP_##name] = (heading),
#include "cli/option_groups.def"
#undef OPTION_GROUP
};

size_t option_count(void)
{
    return sizeof options / sizeof options[0];
}

const struct option *option_at(size_t index)
{
    return &options[index];
}

const struct option *option_for_letter(char letter)
{
    for (size_t i = 0; letter != '\0' && i < option_count(); i++)
        if (options[i].letter == letter)
            return &options[i];
    return NULL;
}

size_t option_match(const char *name, size_t length, const struct option **found, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < option_count() && count < most; i++) {
        if (strncmp(options[i].name, name, length) != 0)
            continue;
        if (strlen(options[i].name) == length) {
            found[0] = &options[i];
            return 1;
        }
        found[count++] = &options[i];
    }
    return count;
}

const char *option_group_heading(enum option_group group)
{
    return headings[group];
}
