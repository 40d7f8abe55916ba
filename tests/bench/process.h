/* Running other programs and what it costs. */
#ifndef STEEPEST_TESTS_BENCH_PROCESS_H
#define STEEPEST_TESTS_BENCH_PROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* What a program's run took. */
struct process_cost {
    double seconds;  /* from its start until its output has been read and it has ended */
    long peak_kib;   /* the most memory that it, or its parent before it started, ever held */
    size_t printed;  /* bytes on its standard output */
    int status;      /* its exit status; 128 + the signal's number when a signal ended it */
};

/*
 * Run a program, found along PATH, with arguments that end in NULL; its standard input is `input`,
 * its standard error /dev/null. False when it cannot be started or waited for.
 */
bool process_run(const char *const arguments[], int input, struct process_cost *cost);

/*
 * Start a program that reads requests from the descriptor stored in *requests and answers on the
 * one stored in *answers; both are the caller's to close. Returns its id, or -1.
 */
pid_t process_start(const char *const arguments[], int *requests, int *answers);

/* Wait for a program to end; false when that is impossible. `cost` gets status and memory. */
bool process_wait(pid_t id, struct process_cost *cost);

#endif
