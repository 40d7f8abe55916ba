/* The function under study, ready for numerics. Private to the session. */
#ifndef STEEPEST_SESSION_SUBJECT_H
#define STEEPEST_SESSION_SUBJECT_H

#include <stddef.h>

#include "base/failure.h"
#include "base/text.h"
#include "expr/parameters.h"
#include "source/formula.h"
#include "source/formula_function.h"
#include "view/field.h"

enum { FIXED_MOST = 64 }; /* variables that can be given a value of their own */

/* Values of variables that the window does not show. Plain data. */
struct fixed_variables {
    struct {
        size_t k;
        double value;
    } entries[FIXED_MOST];
    size_t count;
};

/* Set variable k; STATUS_FAILED when FIXED_MOST others are set already. */
enum status fixed_variables_set(struct fixed_variables *fixed, size_t k, double value);

/* The value of variable k: 0 unless it was set. */
double fixed_variables_value(const struct fixed_variables *fixed, size_t k);

/* A function with everything that was made for it. */
struct subject {
    size_t holders;     /* how many have to let go of it */
    struct text name;   /* the catalogue's, "" for a text that was typed */
    struct text origin; /* what messages call the text */
    struct text bytes;  /* the text as it was given */
    struct text title;  /* for figures: name, text, parameters and fixed variables */
    struct formula *formula;
    struct formula_function *function;
    struct differentiator *differentiator;
    double *fixed; /* n values */
    struct plane plane;
};

/*
 * Make a subject of the text `source`, called `name` ("" for none). It has as many variables as
 * the largest of 2, the highest variable + 1 and, in a vector text, the
 * highest fixed variable + 1, or the next number, up to 100, that a vector text has a value for.
 * Errors as formula_new and formula_function_new.
 */
enum status subject_new(const struct source_text *source, const char *name,
                        const struct parameters *parameters,
                        const struct fixed_variables *fixed, struct subject **subject,
                        struct failure *failure);

/* Make one of the same text with other parameters and fixed variables. */
enum status subject_again(const struct subject *subject, const struct parameters *parameters,
                          const struct fixed_variables *fixed, struct subject **again,
                          struct failure *failure);

/*
 * Give the subject's function exact derivatives. Errors as formula_function_differentiate, with the
 * subject as it was.
 */
enum status subject_differentiate(struct subject *subject, struct failure *failure);

/* Append the title without values: name and text. Short memory shows in title->failed. */
void subject_append_title(const struct subject *subject, struct text *title);

/*
 * Append ", a=2, [b=1], x2=0", what the picture depends on besides the text: `parameters` are those
 * that the subject was made with, and number `chosen` of them stands in brackets, none when it is
 * their count. Short memory shows in title->failed.
 */
void subject_append_values(const struct subject *subject, const struct parameters *parameters,
                           size_t chosen, struct text *title);

/*
 * Append the title with the text in its one form; `parameters` are those it was made with. Short
 * memory shows in text->failed.
 */
void subject_describe(const struct subject *subject, const struct parameters *parameters,
                      struct text *text);

/* Give it exact second derivatives too. Errors likewise. */
enum status subject_curve(struct subject *subject, struct failure *failure);

/* Give it those by x0 and x1 alone, and first ones. Errors likewise. */
enum status subject_curve_plane(struct subject *subject, struct failure *failure);

/* Hold the subject once more: subject_free is then needed once more. */
void subject_hold(struct subject *subject);

/* Let go of what these made, or NULL; freed with the last one that held it. */
void subject_free(struct subject *subject);

#endif
