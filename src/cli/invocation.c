/* What the command line asks for, as far as it is no command of the session. */
#include "cli/invocation.h"

#include <string.h>

#include "cli/invocation_parts.h"
#include "view/svg.h"

enum { GRID_DEFAULT = 17 };

static bool asks_for_help(const struct command_line *line, struct invocation *invocation)
{
    for (size_t i = 0; i < line->count; i++) {
        enum option_action action = line->given[i].option->action;
        if (action == ACTION_help || action == ACTION_version) {
            invocation->mode = action == ACTION_help ? MODE_HELP : MODE_VERSION;
            return true;
        }
    }
    return false;
}

/* How often standard input would be read to its end. */
static size_t count_input_readers(const struct command_line *line,
                                  const struct invocation *invocation)
{
    bool rows = invocation->check_file != NULL && strcmp(invocation->check_file, "-") == 0;
    size_t readers = invocation->mode == MODE_GRADIENT || invocation->check_points || rows ? 1 : 0;
    for (size_t i = 0; i < line->count; i++) {
        enum option_action action = line->given[i].option->action;
        if ((action == ACTION_file || action == ACTION_script || action == ACTION_config) &&
            strcmp(line->given[i].argument, "-") == 0)
            readers++;
    }
    return readers;
}

static bool gives_option(const struct command_line *line, const char *name)
{
    for (size_t i = 0; i < line->count; i++)
        if (strcmp(line->given[i].option->name, name) == 0)
            return true;
    return false;
}

static enum status check_grid(const struct invocation *invocation, struct failure *failure)
{
    enum mode mode = invocation->mode;
    bool over_grid = mode == MODE_CHECK && invocation->check_text != NULL &&
                     !invocation->check_points;
    if (invocation->grid_given && mode != MODE_TABLE && mode != MODE_SVG && !over_grid)
        return failure_set(failure, STATUS_USAGE, "",
                           "option '--grid' needs '--table', '--svg' or '--check-expr'");
    for (size_t axis = 0; axis < AXES; axis++)
        if (mode == MODE_SVG && invocation->grid[axis] > SVG_GRID_MOST)
            return failure_set(failure, STATUS_USAGE, "",
                               "a figure has at most %d arrows along an axis, --grid asks for %zu",
                               SVG_GRID_MOST, invocation->grid[axis]);
    return STATUS_OK;
}

/*
 * Derivatives are checked over the grid, or at the points that --gradient would answer; no other
 * mode goes with them.
 */
static enum status choose_check(struct invocation *invocation, struct failure *failure)
{
    struct given given = { .option = invocation->check_option };
    if (invocation->check_text == NULL)
        return STATUS_OK;
    invocation->check_points = invocation->mode == MODE_GRADIENT;
    if (!invocation->check_points)
        return invocation_choose_mode(invocation, MODE_CHECK, &given, failure);
    invocation->mode = MODE_CHECK;
    return STATUS_OK;
}

/* Sentences stand alone or follow a printed frame; no other mode goes with them. */
static enum status choose_description(const struct command_line *line,
                                      struct invocation *invocation, struct failure *failure)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < line->count && status == STATUS_OK; i++) {
        if (line->given[i].option->action != ACTION_describe)
            continue;
        invocation->described = true;
        if (invocation->mode != MODE_PRINT)
            status = invocation_choose_mode(invocation, MODE_DESCRIBE, &line->given[i], failure);
    }
    return status;
}

/* A walk is drawn on a printed frame, else written as a table. */
static enum status choose_descent(struct invocation *invocation, struct failure *failure)
{
    struct given given = { .option = invocation->descent_option };
    if (invocation->descent_start == NULL || invocation->mode == MODE_PRINT)
        return STATUS_OK;
    return invocation_choose_mode(invocation, MODE_DESCEND, &given, failure);
}

static enum status check_tolerance(const struct invocation *invocation, struct failure *failure)
{
    enum mode mode = invocation->mode;
    if (!invocation->tolerance_given || mode == MODE_CHECK || mode == MODE_DESCEND)
        return STATUS_OK;
    if (invocation->descent_start != NULL)
        return failure_set(failure, STATUS_USAGE, "",
                           "options '--tolerance' and '--print' exclude each other");
    return failure_set(failure, STATUS_USAGE, "",
                       "option '--tolerance' needs '--check', '--check-expr' or '--descend'");
}

static enum status check_together(const struct command_line *line,
                                  const struct invocation *invocation, struct failure *failure)
{
    enum mode mode = invocation->mode;
    if (line->function != NULL && invocation->file != NULL)
        return failure_set(failure, STATUS_USAGE, "",
                           "a function and option '--file' exclude each other");
    if (check_grid(invocation, failure) != STATUS_OK)
        return STATUS_USAGE;
    if (invocation->column_list != NULL && mode != MODE_TABLE && mode != MODE_GRADIENT)
        return failure_set(failure, STATUS_USAGE, "",
                           "option '--columns' needs '--table' or '--gradient'");
    bool given_points = mode == MODE_GRADIENT || mode == MODE_DESCEND ||
                        invocation->check_points || invocation->check_file != NULL;
    if (given_points && gives_option(line, "at"))
        return failure_set(failure, STATUS_USAGE, "",
                           "options '--at' and '--%s' exclude each other: a point has all "
                           "variables", invocation->mode_option->name);
    if (check_tolerance(invocation, failure) != STATUS_OK)
        return STATUS_USAGE;
    if (count_input_readers(line, invocation) > 1)
        return failure_set(failure, STATUS_USAGE, "",
                           "standard input can be read only once, by one of '--file=-', "
                           "'--script=-', '--config=-', '--check=-' and '--gradient'");
    return STATUS_OK;
}

struct invocation invocation_default(void)
{
    return (struct invocation){ .mode = MODE_EXPLORE, .jobs = 1,
                                .grid = { GRID_DEFAULT, GRID_DEFAULT } };
}

enum status invocation_make(const struct command_line *line, struct invocation *invocation,
                            struct failure *failure)
{
    *invocation = invocation_default();
    if (asks_for_help(line, invocation))
        return STATUS_OK;
    for (size_t i = 0; i < line->count; i++) {
        enum status status = invocation_take(invocation, &line->given[i], failure);
        if (status != STATUS_OK)
            return status;
    }
    if (choose_check(invocation, failure) != STATUS_OK ||
        choose_descent(invocation, failure) != STATUS_OK ||
        choose_description(line, invocation, failure) != STATUS_OK)
        return STATUS_USAGE;
    invocation->sweep_one = gives_option(line, "scheme");
    return check_together(line, invocation, failure);
}
