/* All processors against one. */
#include "bench.h"

#include <math.h>
#include <stdio.h>

#include "targets.h"

enum { ONE, ALL, OTHER_ONE, OTHER_ALL }; /* contestants: the engine, then numexpr */

/* How much faster `fast` is, with a target where there is one, by the best of its rounds. */
static void print_gain(struct bench *bench, const struct contest *contest, size_t fast,
                       size_t slow, double target)
{
    struct ratio ratio = contest_ratio(contest, fast, slow);
    double speed = contest_speed(contest, fast);
    if (isnan(speed)) {
        printf("%12s  %-10s  %-26s", "not here", "", "");
        return;
    }
    printf("%12.4g  %-10.3g", speed, ratio.median);
    bench_print_ratio(bench, ratio.most, ratio.least, target);
}

static void print_function(struct bench *bench, const struct contest *contest)
{
    const char *name = function_name(contest->function);
    double target = contest->square.size == GROWTH_SIZE
        ? target_of("one thread", name, bench->sets[0]) : 0;
    printf("  %s %-6zu", name, contest->square.size);
    print_gain(bench, contest, ALL, ONE, target);
    if (contest->count > OTHER_ALL)
        print_gain(bench, contest, OTHER_ALL, OTHER_ONE, 0);
    printf("\n");
    fflush(stdout);
}

/* The functions from `first` on. numexpr takes part at the small size alone. */
static bool run_size(struct bench *bench, size_t size, int first, struct failure *failure)
{
    size_t rounds = bench->rounds < PAIRS_LEAST ? PAIRS_LEAST : bench->rounds;
    struct contest *contest = bench_contest(bench, size, rounds, failure);
    bool done = contest != NULL;
    if (done) {
        contest_add_engine(contest, bench->sets[0], ENGINE_CENTRAL, 1);
        contest_add_engine(contest, bench->sets[0], ENGINE_CENTRAL, bench->jobs);
    }
    if (done && size == RATIOS_SIZE) {
        contest_add_opponent(contest, "numexpr", "numexpr", 1);
        contest_add_opponent(contest, "numexpr", "numexpr", bench->jobs);
    }
    for (int i = first; done && i < FUNCTION_COUNT; i++) {
        done = contest_set(contest, (enum test_function)i, failure);
        if (done) {
            contest_run(contest);
            print_function(bench, contest);
        }
    }
    contest_free(contest);
    return done;
}

bool bench_threads(struct bench *bench, struct failure *failure)
{
    printf("%zu threads, set %s; at least %d rounds\n  %-9s%12s  %-10s  %-26s%12s  %-10s  %s\n",
           bench->jobs, bench->sets[0], PAIRS_LEAST, "", "Mpoints/s", "median", "best (least)",
           "numexpr", "median", "best (least)");
    return run_size(bench, RATIOS_SIZE, FUNCTION_F1, failure)
        && run_size(bench, GROWTH_SIZE, FUNCTION_F5, failure);
}
