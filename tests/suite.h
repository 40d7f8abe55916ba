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
#include <stdlib.h>

/* Seconds that one case may take: far beyond any, so that only a hang ends this way. */
enum { SUITE_TIMEOUT = 900 };

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
