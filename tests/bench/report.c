/* What the sections share: contests made, ratios printed. */
#include "bench.h"

#include <math.h>
#include <stdio.h>

struct contest *bench_contest(const struct bench *bench, size_t size, size_t rounds,
                              struct failure *failure)
{
    struct contest *contest = contest_new(size, rounds, bench->python);
    if (contest == NULL)
        failure_memory(failure);
    return contest;
}

size_t bench_few(const struct bench *bench)
{
    return bench->rounds < 5 ? 1 : bench->rounds / 5;
}

void bench_print_ratio(struct bench *bench, double value, double least, double target)
{
    char words[64] = "-";
    char asked[32] = "";
    bool met = value >= target;
    if (!isnan(value)) {
        if (target > 0)
            snprintf(asked, sizeof asked, " >=%.3g %s", target, met ? "yes" : "NO");
        snprintf(words, sizeof words, "%.3g (%.3g)%s", value, least, asked);
        bench->met += target > 0 && met;
        bench->missed += target > 0 && !met;
    }
    printf("  %-26s", words);
}
