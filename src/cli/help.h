/* What --help, --version and --list show, and --tour without a screen. */
#ifndef STEEPEST_CLI_HELP_H
#define STEEPEST_CLI_HELP_H

#include <stdbool.h>

#include "base/text.h"

/* Append the help: usage, every option under its heading, exit statuses. At most 80 columns. */
void help_append(struct text *text);

/* Append the program's name and version, a line. */
void help_append_version(struct text *text);

/* Append the catalogue: for each function its name, window and formula, and what to look for. */
void help_append_catalogue(struct text *text);

/* Append the pages of the tour: session/tour.h. */
void help_append_tour(bool ascii, struct text *text);

#endif
