/* Contestants that compute -grad f of one function on one grid, timed in interleaved rounds. */
#include "contest.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* What seconds_of passes on. */
struct entry {
    const struct contestant *contestant;
    const struct contest *contest;
};

static bool engine_work(const void *context)
{
    const struct entry *entry = context;
    const struct contestant *self = entry->contestant;
    return engine_run(self->engine, self->work, self->jobs, &entry->contest->square,
                      &entry->contest->slopes);
}

static double engine_seconds(const struct contestant *self, const struct contest *contest)
{
    return seconds_of(engine_work, &(struct entry){ self, contest });
}

static bool loop_work(const void *context)
{
    const struct entry *entry = context;
    const struct contest *contest = entry->contest;
    entry->contestant->loops[contest->function](contest->square.size, contest->square.places,
                                                BENCH_STEP, contest->slopes.along[0],
                                                contest->slopes.along[1]);
    return true;
}

static double loop_seconds(const struct contestant *self, const struct contest *contest)
{
    return seconds_of(loop_work, &(struct entry){ self, contest });
}

static double opponent_seconds(const struct contestant *self, const struct contest *contest)
{
    return python_seconds(contest->python, self->opponent, contest->function,
                          contest->square.size, self->jobs);
}

struct contest *contest_new(size_t size, size_t rounds, struct python *python)
{
    struct contest *contest = calloc(1, sizeof *contest);
    if (contest == NULL)
        return NULL;
    contest->rounds = rounds;
    contest->python = python;
    if (!square_make(&contest->square, size) || !slopes_make(&contest->slopes, size)) {
        contest_free(contest);
        return NULL;
    }
    return contest;
}

void contest_free(struct contest *contest)
{
    if (contest == NULL)
        return;
    for (size_t i = 0; i < contest->count; i++)
        engine_free(contest->contestants[i].engine);
    slopes_free(&contest->slopes);
    square_free(&contest->square);
    free(contest);
}

size_t contest_add_engine(struct contest *contest, const char *set, enum engine_work work,
                          size_t jobs)
{
    struct contestant *added = &contest->contestants[contest->count];
    added->seconds = engine_seconds;
    added->set = set;
    added->work = work;
    added->jobs = jobs;
    snprintf(added->name, sizeof added->name, "%s%s", set, work == ENGINE_EXACT ? " exact" : "");
    return contest->count++;
}

size_t contest_add_loops(struct contest *contest, const char *name, loop_function *const *loops)
{
    struct contestant *added = &contest->contestants[contest->count];
    added->seconds = loop_seconds;
    added->loops = loops;
    snprintf(added->name, sizeof added->name, "%s", name);
    return contest->count++;
}

size_t contest_add_opponent(struct contest *contest, const char *name, const char *opponent,
                            size_t jobs)
{
    struct contestant *added = &contest->contestants[contest->count];
    added->seconds = opponent_seconds;
    added->opponent = opponent;
    added->jobs = jobs;
    snprintf(added->name, sizeof added->name, "%s", name);
    return contest->count++;
}

/*
 * Compile the contest's function for an engine, and run it once untimed: what it allocates then is
 * not a round's to pay.
 */
static bool prepare_engine(struct contest *contest, struct contestant *contestant,
                           struct failure *failure)
{
    engine_free(contestant->engine);
    contestant->engine = NULL;
    if (engine_new(function_text(contest->function), 2, contestant->set, &contestant->engine,
                   failure) != STATUS_OK)
        return false;
    engine_run(contestant->engine, contestant->work, contestant->jobs, &contest->square,
               &contest->slopes);
    return true;
}

bool contest_set(struct contest *contest, enum test_function function, struct failure *failure)
{
    contest->function = function;
    square_spread(&contest->square, function);
    for (size_t i = 0; i < contest->count; i++) {
        struct contestant *contestant = &contest->contestants[i];
        if (contestant->set != NULL && !prepare_engine(contest, contestant, failure))
            return false;
    }
    return true;
}

void contest_run(struct contest *contest)
{
    for (size_t round = 0; round < contest->rounds; round++) {
        for (size_t i = 0; i < contest->count; i++) {
            struct contestant *contestant = &contest->contestants[i];
            contestant->times[round] = contestant->seconds(contestant, contest);
        }
    }
}

double contest_speed(const struct contest *contest, size_t contestant)
{
    double points = (double)contest->square.size * (double)contest->square.size;
    return points / median(contest->contestants[contestant].times, contest->rounds) / 1e6;
}

struct ratio contest_ratio(const struct contest *contest, size_t fast, size_t slow)
{
    return ratio_of(contest->contestants[slow].times, contest->contestants[fast].times,
                    contest->rounds);
}
