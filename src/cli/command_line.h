/* The words of the command line, sorted into options and the function. */
#ifndef STEEPEST_CLI_COMMAND_LINE_H
#define STEEPEST_CLI_COMMAND_LINE_H

#include <stddef.h>

#include "base/failure.h"
#include "cli/option.h"

/* One option as it was given. */
struct given {
    const struct option *option;
    const char *argument; /* NULL when there is none; points into the words */
};

/* What the words say; they must outlive it. */
struct command_line {
    struct given *given; /* in the order given */
    size_t count;
    const char *function; /* NULL when there is none */
};

/*
 * Read `count` words, the program's name not among them. An option is --name, --name=argument,
 * --name argument (when it requires one), an unambiguous beginning of its name, -x, -xargument,
 * -x argument; letters may stand together (-pg), and no argument begins with `=` right behind one.
 * Options may follow the function; after `--` no word is an option. STATUS_OK; STATUS_USAGE, also
 * for a second function and for a word such as -x^2, which is read as a function that `--` must
 * precede; STATUS_FAILED when memory is short.
 * Release with command_line_free after success.
 */
enum status command_line_read(size_t count, char *const words[], struct command_line *line,
                           struct failure *failure);

/* Release what command_line_read took. */
void command_line_free(struct command_line *line);

#endif
