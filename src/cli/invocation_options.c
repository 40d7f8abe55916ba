/* The command line's own options, one by one. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/crew.h"
#include "base/number.h"
#include "base/choice.h"
#include "cli/invocation_parts.h"
#include "view/canvas.h"
#include "view/layout.h"

enum { DIGITS_MOST = 9 }; /* of a whole number, so that it cannot overflow */

/* An argument as a text to point into, named as `name`, "--" and the option's own, which stays. */
static struct source_text named_source(const struct given *given, char name[FAILURE_ORIGIN_SIZE])
{
    snprintf(name, FAILURE_ORIGIN_SIZE, "--%s", given->option->name);
    return (struct source_text){
        .name = name, .bytes = given->argument, .length = strlen(given->argument)
    };
}

enum status invocation_choose_mode(struct invocation *invocation, enum mode mode,
                                   const struct given *given, struct failure *failure)
{
    const struct option *before = invocation->mode_option;
    if (before != NULL && before != given->option)
        return failure_set(failure, STATUS_USAGE, "",
                           "options '--%s' and '--%s' exclude each other", before->name,
                           given->option->name);
    invocation->mode = mode;
    invocation->mode_option = given->option;
    return STATUS_OK;
}

static enum status take_print(struct invocation *invocation, const struct given *given,
                              struct failure *failure)
{
    return invocation_choose_mode(invocation, MODE_PRINT, given, failure);
}

static enum status take_svg(struct invocation *invocation, const struct given *given,
                            struct failure *failure)
{
    return invocation_choose_mode(invocation, MODE_SVG, given, failure);
}

static enum status take_gradient(struct invocation *invocation, const struct given *given,
                                 struct failure *failure)
{
    return invocation_choose_mode(invocation, MODE_GRADIENT, given, failure);
}

/* Which of the formats an option asks for; *format stays without an argument. */
static enum status read_format(const struct given *given, const struct choices *formats,
                               size_t *format, struct failure *failure)
{
    char name[FAILURE_ORIGIN_SIZE];
    if (given->argument == NULL)
        return STATUS_OK;
    struct source_text source = named_source(given, name);
    return choice_find(formats, &source, 0, source.length, format, failure);
}

static const char *sweep_format_name(size_t index)
{
    static const char *const names[SWEEP_FORMAT_COUNT] = {
        [SWEEP_FORMAT_TSV] = "tsv", [SWEEP_FORMAT_SVG] = "svg"
    };
    return names[index];
}

static enum status take_sweep(struct invocation *invocation, const struct given *given,
                              struct failure *failure)
{
    static const struct choices formats = {
        .what = "format", .name = sweep_format_name, .count = SWEEP_FORMAT_COUNT
    };
    size_t format = SWEEP_FORMAT_TSV;
    if (read_format(given, &formats, &format, failure) != STATUS_OK)
        return STATUS_USAGE;
    invocation->sweep_format = (enum sweep_format)format;
    return invocation_choose_mode(invocation, MODE_SWEEP, given, failure);
}

static const char *critical_format_name(size_t index)
{
    static const char *const names[CRITICAL_FORMAT_COUNT] = {
        [CRITICAL_FORMAT_TSV] = "tsv", [CRITICAL_FORMAT_JSON] = "json"
    };
    return names[index];
}

static enum status take_critical(struct invocation *invocation, const struct given *given,
                                 struct failure *failure)
{
    static const struct choices formats = {
        .what = "format", .name = critical_format_name, .count = CRITICAL_FORMAT_COUNT
    };
    size_t format = CRITICAL_FORMAT_TSV;
    if (read_format(given, &formats, &format, failure) != STATUS_OK)
        return STATUS_USAGE;
    invocation->critical_format = (enum critical_format)format;
    return invocation_choose_mode(invocation, MODE_CRITICAL, given, failure);
}

static enum status take_check(struct invocation *invocation, const struct given *given,
                              struct failure *failure)
{
    invocation->check_file = given->argument;
    return invocation_choose_mode(invocation, MODE_CHECK, given, failure);
}

static enum status take_check_expr(struct invocation *invocation, const struct given *given,
                                   struct failure *failure)
{
    (void)failure;
    invocation->check_text = given->argument;
    invocation->check_option = given->option;
    return STATUS_OK;
}

static enum status take_tolerance(struct invocation *invocation, const struct given *given,
                                  struct failure *failure)
{
    char name[FAILURE_ORIGIN_SIZE];
    struct source_text source = named_source(given, name);
    if (!number_read(source.bytes, source.length, &invocation->tolerance) ||
        !(invocation->tolerance >= 0 && invocation->tolerance < 1))
        return failure_at(failure, &source, 0, source.length,
                          "expected a number from 0 to less than 1, such as 1e-6");
    invocation->tolerance_given = true;
    return STATUS_OK;
}

static enum status take_list(struct invocation *invocation, const struct given *given,
                             struct failure *failure)
{
    return invocation_choose_mode(invocation, MODE_LIST, given, failure);
}

static enum status take_tour(struct invocation *invocation, const struct given *given,
                             struct failure *failure)
{
    return invocation_choose_mode(invocation, MODE_TOUR, given, failure);
}

static const char *format_name(size_t index)
{
    return table_format_name((enum table_format)index);
}

static enum status take_table(struct invocation *invocation, const struct given *given,
                              struct failure *failure)
{
    static const struct choices formats = {
        .what = "format", .name = format_name, .count = TABLE_FORMAT_COUNT
    };
    size_t format = TABLE_tsv;
    if (read_format(given, &formats, &format, failure) != STATUS_OK)
        return STATUS_USAGE;
    invocation->format = (enum table_format)format;
    return invocation_choose_mode(invocation, MODE_TABLE, given, failure);
}

static const char *color_when_name(size_t index)
{
    static const char *const names[COLOR_WHEN_COUNT] = {
        [COLOR_WHEN_AUTO] = "auto", [COLOR_WHEN_ALWAYS] = "always", [COLOR_WHEN_NEVER] = "never"
    };
    return names[index];
}

static enum status take_color(struct invocation *invocation, const struct given *given,
                              struct failure *failure)
{
    static const struct choices whens = {
        .what = "word", .name = color_when_name, .count = COLOR_WHEN_COUNT
    };
    char name[FAILURE_ORIGIN_SIZE];
    struct source_text source = named_source(given, name);
    size_t when;
    if (choice_find(&whens, &source, 0, source.length, &when, failure) != STATUS_OK)
        return STATUS_USAGE;
    invocation->color = (enum color_when)when;
    invocation->color_given = true;
    return STATUS_OK;
}

/*
 * Read a whole number of at most DIGITS_MOST digits; returns how many bytes it takes, 0 for none.
 */
static size_t read_whole(const char *bytes, size_t *value)
{
    size_t length = strspn(bytes, "0123456789");
    *value = 0;
    if (length > DIGITS_MOST)
        return 0;
    for (size_t i = 0; i < length; i++)
        *value = *value * 10 + (size_t)(bytes[i] - '0');
    return length;
}

/* The sizes that may be given. */
struct sizes_allowed {
    const char *example;
    size_t least[2];
    size_t most[2];
};

/* Two sizes with an x between them, as in 80x24. */
static enum status read_sizes(const struct given *given, const struct sizes_allowed *allowed,
                              size_t sizes[2], struct failure *failure)
{
    char name[FAILURE_ORIGIN_SIZE];
    struct source_text source = named_source(given, name);
    size_t first = read_whole(source.bytes, &sizes[0]);
    size_t second = 0;
    if (source.bytes[first] == 'x')
        second = read_whole(source.bytes + first + 1, &sizes[1]);
    if (first == 0 || second == 0 || first + 1 + second != source.length)
        return failure_at(failure, &source, 0, source.length,
                          "expected two whole numbers, %s, such as %s", given->option->argument,
                          allowed->example);
    for (size_t i = 0; i < 2; i++)
        if (sizes[i] < allowed->least[i] || sizes[i] > allowed->most[i])
            return failure_at(failure, &source, i == 0 ? 0 : first + 1, i == 0 ? first : second,
                              "expected a number from %zu to %zu", allowed->least[i],
                              allowed->most[i]);
    return STATUS_OK;
}

static enum status take_size(struct invocation *invocation, const struct given *given,
                             struct failure *failure)
{
    static const struct sizes_allowed allowed = {
        .example = "80x24",
        .least = { LAYOUT_COLUMNS_LEAST, LAYOUT_ROWS_LEAST },
        .most = { CANVAS_COLUMNS_MOST, CANVAS_ROWS_MOST },
    };
    size_t sizes[2];
    if (read_sizes(given, &allowed, sizes, failure) != STATUS_OK)
        return STATUS_USAGE;
    invocation->columns = (int)sizes[0];
    invocation->rows = (int)sizes[1];
    return STATUS_OK;
}

static enum status take_grid(struct invocation *invocation, const struct given *given,
                             struct failure *failure)
{
    static const struct sizes_allowed allowed = {
        .example = "17x17", .least = { 1, 1 }, .most = { GRID_MOST, GRID_MOST }
    };
    invocation->grid_given = true;
    return read_sizes(given, &allowed, invocation->grid, failure);
}

static enum status take_jobs(struct invocation *invocation, const struct given *given,
                             struct failure *failure)
{
    char name[FAILURE_ORIGIN_SIZE];
    struct source_text source = named_source(given, name);
    size_t length = read_whole(source.bytes, &invocation->jobs);
    if (length == 0 || length != source.length || invocation->jobs > CREW_MOST)
        return failure_at(failure, &source, 0, source.length,
                          "expected a number of threads from 1 to %d, or 0 for one each processor",
                          CREW_MOST);
    return STATUS_OK;
}

static enum status take_columns(struct invocation *invocation, const struct given *given,
                                struct failure *failure)
{
    (void)failure;
    invocation->column_list = given->argument;
    return STATUS_OK;
}

static enum status take_output(struct invocation *invocation, const struct given *given,
                               struct failure *failure)
{
    (void)failure;
    invocation->output = given->argument;
    return STATUS_OK;
}

static enum status take_file(struct invocation *invocation, const struct given *given,
                             struct failure *failure)
{
    if (invocation->file != NULL)
        return failure_set(failure, STATUS_USAGE, "", "option '--file' can be given only once");
    invocation->file = given->argument;
    return STATUS_OK;
}

static enum status take_config(struct invocation *invocation, const struct given *given,
                               struct failure *failure)
{
    (void)failure;
    invocation->config = given->argument;
    invocation->no_config = false;
    return STATUS_OK;
}

static enum status take_no_config(struct invocation *invocation, const struct given *given,
                                  struct failure *failure)
{
    (void)given;
    (void)failure;
    invocation->config = NULL;
    invocation->no_config = true;
    return STATUS_OK;
}

static enum status take_descend(struct invocation *invocation, const struct given *given,
                                struct failure *failure)
{
    (void)failure;
    invocation->descent_start = given->argument;
    invocation->descent_option = given->option;
    return STATUS_OK;
}

/* How options are taken; NULL for those that are not taken here. */
static enum status (*const takers[ACTION_COUNT])(struct invocation *invocation,
                                                 const struct given *given,
                                                 struct failure *failure) = {
    [ACTION_print] = take_print,       [ACTION_table] = take_table,
    [ACTION_gradient] = take_gradient, [ACTION_list] = take_list,
    [ACTION_color] = take_color,       [ACTION_size] = take_size,
    [ACTION_grid] = take_grid,         [ACTION_columns] = take_columns,
    [ACTION_output] = take_output,     [ACTION_file] = take_file,
    [ACTION_jobs] = take_jobs,         [ACTION_svg] = take_svg,
    [ACTION_sweep] = take_sweep,       [ACTION_tolerance] = take_tolerance,
    [ACTION_check] = take_check,       [ACTION_check_expr] = take_check_expr,
    [ACTION_critical] = take_critical, [ACTION_tour] = take_tour,
    [ACTION_descend] = take_descend,
    [ACTION_config] = take_config,     [ACTION_no_config] = take_no_config,
};

enum status invocation_take(struct invocation *invocation, const struct given *given,
                            struct failure *failure)
{
    if (takers[given->option->action] == NULL)
        return STATUS_OK;
    return takers[given->option->action](invocation, given, failure);
}
