/* How fast the engine shall be. */
#ifndef STEEPEST_TESTS_BENCH_TARGETS_H
#define STEEPEST_TESTS_BENCH_TARGETS_H

/*
 * The least ratio to an opponent that is asked for a subject ("frame", "picture", "lab" or "critical";
 * else a function's name) of a kernel set, by the row of targets.def; 0 where nothing is asked.
 */
double target_of(const char *opponent, const char *subject, const char *set);

#endif
