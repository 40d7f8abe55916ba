/* The sections that let contestants compute -grad f on one grid. */
#include "bench.h"

#include <math.h>
#include <stdio.h>

#include "targets.h"

static void print_header(const struct contest *contest, size_t engines)
{
    printf("%s %s: %s\n  %-26s%12s", function_name(contest->function),
           function_word(contest->function), function_text(contest->function), "",
           "Mpoints/s");
    for (size_t i = 0; i < engines; i++) {
        char words[CONTESTANT_NAME_SIZE + 16];
        snprintf(words, sizeof words, "%s is faster by", contest->contestants[i].name);
        printf("  %-26s", words);
    }
    printf("\n");
}

static void print_contestant(struct bench *bench, const struct contest *contest, size_t engines,
                             size_t index)
{
    const struct contestant *opponent = &contest->contestants[index];
    double speed = contest_speed(contest, index);
    printf("  %-26s", opponent->name);
    if (isnan(speed)) {
        printf("%12s\n", "not here");
        return;
    }
    printf("%12.4g", speed);
    for (size_t i = 0; i < engines && index >= engines; i++) {
        struct ratio ratio = contest_ratio(contest, i, index);
        double target = contest->square.size != RATIOS_SIZE ? 0
            : target_of(opponent->name, function_name(contest->function),
                        contest->contestants[i].set);
        bench_print_ratio(bench, ratio.median, ratio.least, target);
    }
    printf("\n");
}

/* Run the contest for every function; its first `engines` contestants are the engine's. */
static bool run_functions(struct bench *bench, struct contest *contest, size_t engines,
                          struct failure *failure)
{
    for (int i = 0; i < FUNCTION_COUNT; i++) {
        if (!contest_set(contest, (enum test_function)i, failure))
            return false;
        contest_run(contest);
        print_header(contest, engines);
        for (size_t k = 0; k < contest->count; k++)
            print_contestant(bench, contest, engines, k);
        fflush(stdout);
    }
    return true;
}

bool bench_ratios(struct bench *bench, struct failure *failure)
{
    struct contest *contest = bench_contest(bench, RATIOS_SIZE, bench->rounds, failure);
    if (contest == NULL)
        return false;
    for (size_t i = 0; i < bench->set_count; i++)
        contest_add_engine(contest, bench->sets[i], ENGINE_CENTRAL, 1);
    contest_add_loops(contest, "C loop -O2", loops_plain);
    contest_add_loops(contest, "C loop strict", loops_strict);
    contest_add_loops(contest, "C loop fast", loops_fast);
    contest_add_opponent(contest, "NumPy, full arrays", "numpy-full", 1);
    contest_add_opponent(contest, "NumPy, row and column", "numpy-open", 1);
    contest_add_opponent(contest, "numexpr", "numexpr", 1);
    contest_add_opponent(contest, "seed's loop, scaled", "seed", 1);
    printf("-grad f, central, h = %g, %d x %d places, one thread; %zu rounds: median (least)\n",
           BENCH_STEP, RATIOS_SIZE, RATIOS_SIZE, contest->rounds);
    bool done = run_functions(bench, contest, bench->set_count, failure);
    contest_free(contest);
    return done;
}

bool bench_growth(struct bench *bench, struct failure *failure)
{
    struct contest *contest = bench_contest(bench, GROWTH_SIZE, bench_few(bench), failure);
    if (contest == NULL)
        return false;
    contest_add_engine(contest, bench->sets[0], ENGINE_CENTRAL, 1);
    contest_add_loops(contest, "C loop -O2", loops_plain);
    contest_add_loops(contest, "C loop strict", loops_strict);
    contest_add_loops(contest, "C loop fast", loops_fast);
    contest_add_opponent(contest, "NumPy, full arrays", "numpy-full", 1);
    contest_add_opponent(contest, "NumPy, row and column", "numpy-open", 1);
    contest_add_opponent(contest, "numexpr", "numexpr", 1);
    printf("the same, %d x %d places; %zu rounds: median (least)\n", GROWTH_SIZE, GROWTH_SIZE,
           contest->rounds);
    bool done = run_functions(bench, contest, 1, failure);
    contest_free(contest);
    return done;
}
