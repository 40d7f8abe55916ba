/* How fast the engine shall be. */
#include "targets.h"

#include <stddef.h>
#include <string.h>

enum { SETS = 4 };

struct row {
    const char *opponent;
    const char *subject;
    double least[SETS];
};

static const char *const sets[SETS] = { "avx512", "avx2", "sse2", "plain" };

static const struct row rows[] = {
#define TARGET(opponent, subject, avx512, avx2, sse2, plain) \
    { opponent, #subject, { avx512, avx2, sse2, plain } },
#include "targets.def"
#undef TARGET
};

static double least_for(const struct row *row, const char *set)
{
    for (size_t i = 0; i < SETS; i++) {
        if (strcmp(sets[i], set) == 0)
            return row->least[i];
    }
    return 0;
}

double target_of(const char *opponent, const char *subject, const char *set)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].opponent, opponent) == 0 && strcmp(rows[i].subject, subject) == 0)
            return least_for(&rows[i], set);
    }
    return 0;
}
