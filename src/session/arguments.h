/* A command's arguments, read with the place of every error. Private to the session. */
#ifndef STEEPEST_SESSION_ARGUMENTS_H
#define STEEPEST_SESSION_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/failure.h"
#include "expr/parameters.h"

enum {
    WORDS_MOST = 2,           /* arguments of the command that takes most */
    COUNT_MOST = 1000000000,  /* the largest count an argument may be */
    REST = WORDS_MOST + 1     /* in commands.def: all that follows is one text */
};

/* A part of the source. */
struct word {
    size_t start;
    size_t length;
};

/* The arguments of a command. Nothing is owned. */
struct arguments {
    const struct source_text *source;
    const struct parameters *parameters; /* that numbers may use */
    bool alone;                          /* the source holds nothing but them */
    const char *usage;                   /* of the command, as arguments_split was given it */
    size_t count;                        /* words; 1 for a text that takes the rest */
    struct word words[WORDS_MOST];
};

/*
 * Split the source from `start` into words, or take it as one text without blanks at its ends when
 * `most` is REST. `name` and `usage` are for messages. STATUS_USAGE when there are fewer words than
 * `least` or more than `most`.
 */
enum status arguments_split(struct arguments *arguments, size_t start, size_t least, size_t most,
                            const char *name, const char *usage, struct failure *failure);

/* Whether the word of the source is a single name that the language gives no meaning. */
bool word_is_unknown_name(const struct source_text *source, const struct word *word);

/* Whether word `index` is this one. */
bool argument_is(const struct arguments *arguments, size_t index, const char *word);

/*
 * Word `index` as a number: any text of the language without variables, finite. For an unknown name
 * where the usage allows words too, the message lists these.
 */
enum status argument_number(const struct arguments *arguments, size_t index, double *number,
                            struct failure *failure);

/*
 * The two words as the numbers of a place; without any the place stays as it is.
 * `alone` is what the command does then, for the message where there is but one: "'race' starts at
 * the probe".
 */
enum status argument_place(const struct arguments *arguments, const char *alone, double place[2],
                           struct failure *failure);

/* Word `index` as a count from 1 to COUNT_MOST; 1 when there is no such word. */
enum status argument_count(const struct arguments *arguments, size_t index, int64_t *count,
                           struct failure *failure);

/* Word `index` as LO:HI with LO < HI. */
enum status argument_range(const struct arguments *arguments, size_t index, double *low,
                           double *high, struct failure *failure);

/*
 * Word `index` as one of `count` names; stores which. `what` is what is chosen: "mode". An unknown
 * one proposes the nearest, else lists them all.
 */
enum status argument_choice(const struct arguments *arguments, size_t index, const char *what,
                            const char *const *names, size_t count, size_t *chosen,
                            struct failure *failure);

/* A value and the limits within which it may be moved. */
struct ranged_value {
    bool has_range; /* least and most were given, and least <= value <= most */
    double least;
    double value;
    double most;
};

/* The first word as NAME=VALUE or NAME=LEAST:VALUE:MOST: the name's place and the value. */
enum status argument_ranged_assignment(const struct arguments *arguments, struct word *name,
                                       struct ranged_value *value, struct failure *failure);

/*
 * The first word as NAME=VALUE: the name's place and the value. `form` is how this command writes
 * it, for the message where there is no `=`: "xK=VALUE is wanted here, as in x2=3".
 */
enum status argument_assignment(const struct arguments *arguments, const char *form,
                                struct word *name, double *value, struct failure *failure);

#endif
