/* The table of a race: what has become of walks from one start, in lines of text. */
#ifndef STEEPEST_VIEW_RACE_TABLE_H
#define STEEPEST_VIEW_RACE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "view/viewport.h"

enum {
    RACE_ROWS_MOST = 8,
    RACE_LINE_SIZE = 512, /* bytes of a line, with its NUL */
    RACE_CONDITIONS_SIZE = 96
};

/*
 * How far a walk is: it goes on, is at a minimum, had too few steps, cannot come nearer, or has
 * gone astray.
 */
enum race_state { RACE_GOES_ON, RACE_ARRIVED, RACE_SHORT, RACE_STUCK, RACE_LOST };

/* One walk. */
struct race_row {
    size_t trail;          /* which of the frame's trails is its way */
    const char *optimizer; /* its name, ASCII; lives for ever */
    double learning_rate;
    enum race_state state;
    const char *reason; /* why it ended, in a word or two of ASCII; not owned */
    size_t steps;       /* taken so far */
    double end[AXES];   /* where it stands; need not be finite */
    double value;       /* f there; NaN where that is undefined, or not computed yet */
    double distance;    /* from there to the nearest minimum; NaN where none is known */
};

/* All of them. Plain data. */
struct race_table {
    struct race_row rows[RACE_ROWS_MOST];
    size_t count;
    double start[AXES];   /* finite */
    double learning_rate; /* of all; 0: each has its own */
    size_t steps;         /* at most */
};

/* Which columns a table has, and how its numbers are written. */
struct race_form {
    bool rate; /* the learning rate */
    bool value;
    bool distance;
    bool reason; /* if not, it stands for the steps of walks gone astray */
    int digits;  /* of f and the distance */
    int gap;     /* blanks between two columns */
};

/*
 * Put the rows into the order of a race: those that have arrived first, by their steps, then the
 * others by the value of f, with NaN last; then, likewise, those that went astray. Equal ones stay
 * in their order.
 */
void race_table_sort(struct race_table *table);

/* The letter of row `index`, by which the map names its walk: `a` for the first. */
char race_letter(size_t index);

/* What distances are from, below a table that has some. */
#define RACE_DISTANCE_WORDS "distance: to the nearest minimum in sight"

/* Whether the distance of some row is known. */
bool race_table_has_distances(const struct race_table *table);

/* Write the learning rate of all walks, to so many digits, or that each has its own: "lr 0.1". */
void race_table_rate(const struct race_table *table, int digits, char words[RACE_CONDITIONS_SIZE]);

/* Write what all walks have in common: "own lr, 100 steps at most". */
void race_table_conditions(const struct race_table *table, int digits,
                           char words[RACE_CONDITIONS_SIZE]);

enum { RACE_FORMS = 7 };

/* Form `index` < RACE_FORMS, each with less than the one before. */
const struct race_form *race_form_at(size_t index);

/* Columns that a table of that form is wide; it has a line for each row, and one of names. */
int race_table_width(const struct race_table *table, const struct race_form *form);

/*
 * Write the line of names, or of row `index`, without blanks at its end: ASCII, cut to its room.
 * The first word of a row is its letter, then comes the optimizer.
 */
void race_table_names(const struct race_table *table, const struct race_form *form,
                      char line[RACE_LINE_SIZE]);
void race_table_line(const struct race_table *table, const struct race_form *form, size_t index,
                     char line[RACE_LINE_SIZE]);

#endif
