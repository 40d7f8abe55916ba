/* The letters that critical points have in pictures and in narrow lists. */
#ifndef STEEPEST_VIEW_CRITICAL_LETTER_H
#define STEEPEST_VIEW_CRITICAL_LETTER_H

#include "grad/critical.h"

/* The letter of a kind: ASCII, another for each. */
char critical_letter(enum critical_kind kind);

#endif
