/*
 * The main function of a libcheck program. A tests/<layer>/check_<module>.c is: its includes
 * ("../suite.h" first), its START_TEST cases, and
 *
 *     static void add_cases(TCase *cases)
 *     {
 *         tcase_add_test(cases, numbers_round_trip);
 *     }
 *
 *     SUITE_MAIN("base number", add_cases)
 *
 * TEST_DATA_DIR is the absolute path of tests/ in the sources, which may be read-only. What else a
 * test finds in its environment stands at the top of Makefile.am.
 */
#ifndef STEEPEST_TESTS_SUITE_H
#define STEEPEST_TESTS_SUITE_H

#include <check.h>
#include <stdbool.h>
#include <stdlib.h>

/* Seconds that one case may take: far beyond any, so that only a hang ends this way. */
enum { SUITE_TIMEOUT = 900 };

/* Whether the address sanitizer is in this build. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SUITE_IS_SANITIZED true
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) && !defined(SUITE_IS_SANITIZED)
#define SUITE_IS_SANITIZED true
#endif
#ifndef SUITE_IS_SANITIZED
#define SUITE_IS_SANITIZED false
#endif

/* Whether valgrind runs the tests: each step takes it forty times as long. */
static inline bool suite_under_valgrind(void)
{
    return getenv("TEST_UNDER_VALGRIND") != NULL;
}

/*
 * How many of so many cases of one kind there is time for: all, but fewer where each takes long.
 * Memory checkers look at what is done, which a few do as all; what is found needs all.
 */
static inline int cases_in_time(int all)
{
    if (suite_under_valgrind())
        return all / 100;
    return SUITE_IS_SANITIZED ? all / 10 : all;
}

/*
 * Run the cases that `add_cases` adds, each in a process of its own unless CK_FORK=no, with the
 * output that CK_VERBOSITY asks for. Returns the exit status of the program.
 */
static inline int suite_run(const char *name, void (*add_cases)(TCase *cases))
{
    Suite *suite = suite_create(name);
    TCase *cases = tcase_create(name);
    tcase_set_timeout(cases, SUITE_TIMEOUT);
    add_cases(cases);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int run = srunner_ntests_run(runner);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return run > 0 && failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#define SUITE_MAIN(name, add_cases)                                                               \
    int main(void)                                                                                \
    {                                                                                             \
        return suite_run(name, add_cases);                                                        \
    }

#endif
