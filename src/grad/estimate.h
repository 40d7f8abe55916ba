/* How far a finite difference may be off, estimated without knowing the derivative. */
#ifndef STEEPEST_GRAD_ESTIMATE_H
#define STEEPEST_GRAD_ESTIMATE_H

#include <stdbool.h>

#include "grad/component.h"
#include "grad/places.h"
#include "grad/scheme.h"

/* What is known of one component of a gradient beyond its number. */
struct estimate {
    double truncation; /* what the formula leaves out, from smaller steps */
    double roundoff;   /* what the rounding of f and of x may do */
    double changes[2]; /* D(h) - D(h/2) and D(h/2) - D(h/4) */
    double terms;      /* sum of |weight * f(x + offset h)| over divisor * h */
    bool kink;         /* the slopes to both sides differ, and go on differing as h shrinks */
    bool zero;         /* a true zero, see below */
};

/*
 * Estimate the errors of the differences of `scheme`, not the exact one, with step steps[i] for
 * component i, where noises[i] is the noise of f. D(h) being the difference with step h, p the
 * order, A the scheme's amplification, u the unit roundoff and F the largest |f| of the samples:
 *   truncation  max(|D(h) - D(h/2)| 2^p / (2^p - 1), |D(h) - D(h/4)| 4^p / (4^p - 1))
 *               (Richardson, Phil. Trans. A 226 (1927)), infinite where these are not finite
 *   roundoff    A (2 noise + u F) / h + |D(h)| (r + 4 u)
 * r is the largest |x + offset h - x - offset h| / |offset h|, the rounding of x, which is computed
 * exactly. A kink: the gap ((f(x+s) - f(x)) - (f(x) - f(x-s))) / s, with s = h, h/4, h/16, h/64,
 * keeps its sign and is 0.7 to 4.5 of the one before (a jump's is 4, a kink's 1, a smooth function's
 * 1/4), as far as noise lets it be seen, and at least down to h/16.
 * A true zero: the differences at h, h/2 and h/4 are 0, and f is the same at all their samples
 * without noise, or their roundoff is a millionth at most of the slopes at max(1, |x|) / 8 from x.
 * Allocates nothing.
 */
void estimate_errors(struct places *places, const struct scheme *scheme,
                     const struct components *components, const double *steps,
                     const double *noises, struct estimate *estimates);

/* The error that the estimate allows for: truncation and roundoff; infinite when one is NaN. */
double estimate_error(const struct estimate *estimate);

#endif
