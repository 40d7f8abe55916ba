/* How far a component of a gradient can be believed. */
#include "grad/verdict.h"

static const char *const names[VERDICT_COUNT] = {
#define VERDICT(name, meaning) [VERDICT_##name] = #name,
#include "grad/verdicts.def"
#undef VERDICT
};

const char *verdict_name(enum verdict verdict)
{
    return names[verdict];
}
