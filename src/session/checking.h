/*
 * A gradient that is held against the field's function, for colours to show. Private to the session.
 */
#ifndef STEEPEST_SESSION_CHECKING_H
#define STEEPEST_SESSION_CHECKING_H

#include <stddef.h>

#include "base/failure.h"
#include "base/interruption.h"
#include "grad/gradient_check.h"
#include "session/subject.h"

/* A gradient that was typed, and what checking it needs. */
struct checking;

/*
 * Make one of the derivatives `text` of the subject's function, which must outlive it. Errors as
 * gradient_formula_new and gradient_formula_prepare. Free with checking_free.
 */
enum status checking_new(const struct source_text *text, const struct subject *subject,
                         const struct parameters *parameters, struct checking **checking,
                         struct failure *failure);

/* Hold it once more, if it is one: checking_free is then needed once more. */
void checking_hold(struct checking *checking);

/* The text it was made of; lives as long. */
const char *checking_text(const struct checking *checking);

/* Let go of what checking_new made, or NULL; freed with the last one that held it. */
void checking_free(struct checking *checking);

/*
 * Check the derivatives by x0 and x1 at the samples of `count` rows from `first` on of a field that
 * field_compute has filled, after those below; row 0 begins anew. Store each sample's number: 0
 * where both agree, NaN where one is unresolved and none disagrees, else |g - D| over the larger of
 * |g| and |D|, vectors of the given and of the numerical ones; 2, which is the most, where g is not
 * finite. Allocates nothing and cannot fail; when it is stopped nothing was done.
 */
void checking_compute_rows(struct checking *checking, struct field *field, size_t first,
                           size_t count);

/* The same of a field of one sample, which is not counted. */
void checking_compute_sample(struct checking *checking, struct field *field);

/* Let the derivatives count their work: as gradient_formula_set_interruption. */
void checking_set_interruption(struct checking *checking, struct interruption *interruption);

enum { CHECKING_WORDS = 384 }; /* bytes of words about what was found */

/*
 * Tell what checking_compute_rows has found: how many samples disagree, in which components, and
 * where it is worst, "3 of 9 disagree, all in g1; worst at x0=1 x1=2: given 4, not -4". The worst
 * sample is that of the largest number, of equals the one whose component is off by most; "not"
 * tells the numerical one.
 */
void checking_describe(const struct checking *checking, char words[CHECKING_WORDS]);

#endif
