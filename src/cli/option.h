/* The options that the program knows. */
#ifndef STEEPEST_CLI_OPTION_H
#define STEEPEST_CLI_OPTION_H

#include <stddef.h>

/* Whether an option takes an argument. An optional one is always attached: --table=csv, -tcsv. */
enum argument_need { ARGUMENT_NONE, ARGUMENT_REQUIRED, ARGUMENT_OPTIONAL };

/* One enumerator for each row of option_groups.def. */
enum option_group {
#define OPTION_GROUP(name, heading) OPTION_GROUP_##name,
#include "cli/option_groups.def"
#undef OPTION_GROUP
    OPTION_GROUP_COUNT
};

/* What an option does: the first three run commands at their time, each CLI row has its own. */
enum option_action {
    ACTION_SESSION,
    ACTION_EARLY,
    ACTION_LATE,
#define SESSION(command)
#define EARLY(command)
#define LATE(command)
#define CLI(name) ACTION_##name,
#define OPTION(name, letter, need, argument, action, group, help) action
#include "cli/options.def"
#undef OPTION
#undef CLI
#undef LATE
#undef EARLY
#undef SESSION
    ACTION_COUNT
};

/* One row of options.def. Everything lives for ever. */
struct option {
    const char *name;
    char letter; /* '\0' when there is none */
    enum argument_need need;
    const char *argument; /* "" when there is none */
    enum option_action action;
    const char *command; /* of the session; NULL when the action is the command line's own */
    enum option_group group;
    const char *help;
};

/* How many options there are. */
size_t option_count(void);

/* Option `index` < option_count(), in the order of options.def. */
const struct option *option_at(size_t index);

/* The option of that letter, or NULL. */
const struct option *option_for_letter(char letter);

/*
 * Store in `found` the options whose names begin with the `length` bytes at `name`, but only one
 * whose name is just that if there is one. Returns how many were stored, at most `most`.
 */
size_t option_match(const char *name, size_t length, const struct option **found, size_t most);

/* The heading of a group in the help. */
const char *option_group_heading(enum option_group group);

#endif
