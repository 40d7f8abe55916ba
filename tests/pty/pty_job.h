/* The program as the one foreground job of a session. */
#ifndef STEEPEST_TESTS_PTY_JOB_H
#define STEEPEST_TESTS_PTY_JOB_H

#include <sys/types.h>

#include "pty.h"

/* What the leader tells: first the program's process, then every change of it. */
struct pty_report {
    pid_t program;
    int status; /* as waitpid has it; 0 in the first report */
};

/*
 * In a child process: lead a new session on the terminal `name`, run the program in its foreground
 * and do what a shell does for a job. Writes reports to `reports`; when the program has stopped a
 * byte from `orders` lets it go on: in the background when it is 'b'. Does not return.
 */
void pty_job_lead(const struct pty_options *options, const char *const *arguments,
                  const char *name, int reports, int orders);

#endif
