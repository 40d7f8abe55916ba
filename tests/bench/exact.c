/* Automatic differentiation against central differences. */
#include "bench.h"

#include <stdio.h>

#include "targets.h"

static void print_function(struct bench *bench, const struct contest *contest)
{
    const char *name = function_name(contest->function);
    for (size_t set = 0; set < bench->set_count; set++) {
        struct ratio ratio = contest_ratio(contest, 2 * set, 2 * set + 1);
        printf("  %s %-8s", name, bench->sets[set]);
        bench_print_ratio(bench, ratio.median, ratio.least,
                          target_of("central", name, bench->sets[set]));
        printf("\n");
    }
}

bool bench_exact(struct bench *bench, struct failure *failure)
{
    struct contest *contest = bench_contest(bench, RATIOS_SIZE, bench->rounds, failure);
    bool done = contest != NULL;
    for (size_t i = 0; done && i < bench->set_count; i++) {
        contest_add_engine(contest, bench->sets[i], ENGINE_EXACT, 1);
        contest_add_engine(contest, bench->sets[i], ENGINE_CENTRAL, 1);
    }
    printf("exact, for grad f alone as central, is faster than it by\n"
           "(%d x %d places, one thread; %zu rounds: median (least))\n",
           RATIOS_SIZE, RATIOS_SIZE, bench->rounds);
    for (int i = 0; done && i < FUNCTION_COUNT; i++) {
        done = contest_set(contest, (enum test_function)i, failure);
        if (done) {
            contest_run(contest);
            print_function(bench, contest);
        }
    }
    contest_free(contest);
    return done;
}
