/* What the command line asks for, as far as it is no command of the session. */
#ifndef STEEPEST_CLI_INVOCATION_H
#define STEEPEST_CLI_INVOCATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "cli/command_line.h"
#include "out/table.h"

enum { GRID_MOST = 100000 }; /* points along an axis of a table */

/* What is done when the session is ready; explore turns into print where there is no screen. */
enum mode {
    MODE_EXPLORE,
    MODE_PRINT,
    MODE_DESCRIBE,
    MODE_TABLE,
    MODE_SVG,
    MODE_GRADIENT,
    MODE_CHECK,
    MODE_SWEEP,
    MODE_DESCEND,
    MODE_CRITICAL,
    MODE_TOUR,
    MODE_LIST,
    MODE_HELP,
    MODE_VERSION
};

/* When colours and attributes are written. */
enum color_when { COLOR_WHEN_AUTO, COLOR_WHEN_ALWAYS, COLOR_WHEN_NEVER, COLOR_WHEN_COUNT };

/* How a sweep is written. */
enum sweep_format { SWEEP_FORMAT_TSV, SWEEP_FORMAT_SVG, SWEEP_FORMAT_COUNT };

/* How critical points are listed. */
enum critical_format { CRITICAL_FORMAT_TSV, CRITICAL_FORMAT_JSON, CRITICAL_FORMAT_COUNT };

/* Texts are the words' own, NULL where nothing was given. */
struct invocation {
    enum mode mode;
    const struct option *mode_option; /* the one that chose the mode; NULL for MODE_EXPLORE */
    bool described; /* with sentences */
    bool tour;      /* exploring begins with it */
    enum color_when color;
    bool color_given;
    int rows; /* of a frame; 0 when not given */
    int columns;
    enum table_format format;
    size_t grid[AXES]; /* points along x0 and x1, of a table or a figure */
    bool grid_given;
    bool silent; /* no progress is shown */
    size_t jobs; /* threads of tables and filters; 0: one for each processor */
    const char *check_file; /* rows to check; "-" is standard input */
    const char *check_text; /* derivatives to check */
    const struct option *check_option; /* the one that gave them */
    bool check_points;      /* at the points of standard input, not of the grid */
    double tolerance;       /* relative, of a check; of a walk's gradient */
    bool tolerance_given;
    enum sweep_format sweep_format;
    bool sweep_one; /* a sweep of one scheme, since that was given */
    enum critical_format critical_format;
    const char *descent_start; /* coordinates */
    const struct option *descent_option; /* the one that gave them */
    const char *column_list;
    const char *config; /* of --config; "-" is standard input */
    bool no_config;
    const char *file; /* "-" is standard input */
    const char *output;
};

/* What is done where nothing is asked for. */
struct invocation invocation_default(void);

/*
 * Interpret the arguments. STATUS_OK, or STATUS_USAGE for an argument that cannot be read and for
 * options that exclude each other; --help and --version exclude nothing and the first of them wins.
 */
enum status invocation_make(const struct command_line *line, struct invocation *invocation,
                            struct failure *failure);

#endif
