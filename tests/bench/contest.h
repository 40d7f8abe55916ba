/* Contestants that compute -grad f of one function on one grid, timed in interleaved rounds. */
#ifndef STEEPEST_TESTS_BENCH_CONTEST_H
#define STEEPEST_TESTS_BENCH_CONTEST_H

#include <stdbool.h>
#include <stddef.h>

#include "engine.h"
#include "grid.h"
#include "loop.h"
#include "measure.h"
#include "python.h"

enum { CONTESTANTS_MOST = 16, CONTESTANT_NAME_SIZE = 32 };

struct contest;

/* Whoever can be timed: an engine, a loop or an opponent in Python, as its run knows. */
struct contestant {
    char name[CONTESTANT_NAME_SIZE];
    double (*seconds)(const struct contestant *self, const struct contest *contest);
    struct engine *engine; /* owned; the last contest_set's function */
    const char *set;       /* of the engine */
    enum engine_work work;
    loop_function *const *loops;
    const char *opponent; /* of opponents.py */
    size_t jobs;
    double times[ROUNDS_MOST]; /* seconds of each round; NaN when it cannot run here */
};

struct contest {
    enum test_function function;
    struct square square;
    struct slopes slopes;
    struct python *python; /* not owned; may be NULL */
    size_t rounds;         /* 1 to ROUNDS_MOST */
    size_t count;
    struct contestant contestants[CONTESTANTS_MOST];
};

/* A contest on size x size places without contestants, or NULL when memory is short. */
struct contest *contest_new(size_t size, size_t rounds, struct python *python);

/* Free what contest_new made, or NULL. */
void contest_free(struct contest *contest);

/* Add a contestant and return its index. At most CONTESTANTS_MOST; a longer name is cut. */
size_t contest_add_engine(struct contest *contest, const char *set, enum engine_work work,
                          size_t jobs);
size_t contest_add_loops(struct contest *contest, const char *name, loop_function *const *loops);
size_t contest_add_opponent(struct contest *contest, const char *name, const char *opponent,
                            size_t jobs);

/* Take up a function, which compiles it for the engines. False, with a failure, on failure. */
bool contest_set(struct contest *contest, enum test_function function, struct failure *failure);

/* Time every contestant once in each round. */
void contest_run(struct contest *contest);

/* Million points a second, by the median of the rounds; NaN when it cannot run here. */
double contest_speed(const struct contest *contest, size_t contestant);

/* How many times as fast `fast` is as `slow`, in paired rounds. */
struct ratio contest_ratio(const struct contest *contest, size_t fast, size_t slow);

#endif
