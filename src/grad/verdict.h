/* How far a component of a gradient can be believed. */
#ifndef STEEPEST_GRAD_VERDICT_H
#define STEEPEST_GRAD_VERDICT_H

/* One enumerator for each row of verdicts.def, best first: the worst of several is the largest. */
enum verdict {
#define VERDICT(name, meaning) VERDICT_##name,
#include "grad/verdicts.def"
#undef VERDICT
    VERDICT_COUNT
};

/* The verdict's word, as tables and the status line show it. */
const char *verdict_name(enum verdict verdict);

#endif
