/* A step h for a point, an axis and a scheme, found by looking at f alone. */
#ifndef STEEPEST_GRAD_AUTO_STEP_H
#define STEEPEST_GRAD_AUTO_STEP_H

#include "grad/component.h"
#include "grad/places.h"
#include "grad/scheme.h"

/* How a step came about. */
struct auto_step {
    double h;          /* the step that was chosen */
    double noise;      /* of f, absolute: grad/noise.h */
    double truncation; /* how far the difference is from those of smaller steps */
    double roundoff;   /* noise * amplification / h */
    int tried;         /* steps at which the difference was computed */
};

/*
 * Choose a step for each component: chosen[i], where noises[i] is the noise of f there. On the
 * ladder h_k = 2^m 4^-k, whose first rung is about |x|/4 over the scheme's reach (1 where x is 0),
 * the rung is taken whose total of truncation, max(|D_k - D_k+1|, |D_k - D_k+2|), and roundoff is
 * least, roundoff counting four times: the balance of Gill, Murray, Saunders and Wright (SIAM J.
 * Sci. Stat. Comput. 4 (1983)) and of Shi, Xie, Xuan and Nocedal (SIAM J. Sci. Comput. 44 (2022)),
 * searched on a ladder as Ridders (1982) does. Looking two rungs down catches periods that fit one
 * step. The ladder is climbed when its first rung wins, as long as roundoff is most of its total;
 * farther than max(1, |x|) only after a slope that is larger than that.
 * It goes down until roundoff alone exceeds the least total. Then it is asked whether the rung that
 * won has jumped over what f does: whether finer rungs, which agree among themselves, or one of a
 * few steps far below them differ from it by more than eight times what both may be off. If so the
 * ladder goes down until steps are lost to the rounding of x, and the best of the finer rungs is
 * taken, provided that f follows its slope near by (grad/bend.h), as it does where it waves, and
 * where it jumps or has a kink farther off than 2^-16 max(1, |x|). Noise is not followed, and what
 * jumps closer by is taken for rounding.
 * Where differences grow without bounds as h shrinks (grad/boundless.h), at a jump or a vertical
 * tangent, a small step is taken at which this shows: its truncation is infinite.
 * Powers of two keep x + h exact. What is chosen depends on f and the point alone; multiplying f or
 * x by a power of two changes nothing but the scale. Allocates nothing.
 */
void auto_step_choose(struct places *places, const struct scheme *scheme,
                      const struct components *components, const double *noises,
                      struct auto_step *chosen);

#endif
