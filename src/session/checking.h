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

/* Let the derivatives count their work: as gradient_formula_set_interruption. */
void checking_set_interruption(struct checking *checking, struct interruption *interruption);

/* How many samples were found so by checking_compute_rows. */
size_t checking_found(const struct checking *checking, enum agreement agreement);

#endif
