/* The program as the one foreground job of a session. */
#include "pty_job.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void set_environment(const struct pty_options *options)
{
    setenv("LC_ALL", options->locale != NULL ? options->locale : "C.UTF-8", 1);
    if (options->term != NULL && options->term[0] == '\0')
        unsetenv("TERM");
    else
        setenv("TERM", options->term != NULL ? options->term : "xterm-256color", 1);
    for (int i = 0; i < 4 && options->environment[i] != NULL; i++) {
        const char *equals = strchr(options->environment[i], '=');
        char name[64];
        snprintf(name, sizeof name, "%.*s", (int)(equals - options->environment[i]),
                 options->environment[i]);
        setenv(name, equals + 1, 1);
    }
}

/* In a child: become the program. */
static void execute(const struct pty_options *options, const char *const *arguments, int slave)
{
    char *words[64] = { NULL };
    struct rlimit none = { 0, 0 };
    int count = 0;
    words[count++] = getenv("STEEPEST");
    while (*arguments != NULL && count < 63)
        words[count++] = strdup(*arguments++);
    setrlimit(RLIMIT_CORE, &none);
    set_environment(options);
    int input = options->input != NULL ? open(options->input, O_RDONLY) : slave;
    dup2(input, STDIN_FILENO);
    dup2(slave, STDOUT_FILENO);
    dup2(slave, STDERR_FILENO);
    for (int descriptor = 3; descriptor < 64; descriptor++)
        close(descriptor);
    if (words[0] != NULL)
        execv(words[0], words);
    _exit(127);
}

static void reset_signals(const struct pty_options *options)
{
    for (int number = 1; number < 32; number++)
        signal(number, SIG_DFL);
    if (options->hangup_ignored)
        signal(SIGHUP, SIG_IGN);
}

static pid_t start_program(const struct pty_options *options, const char *const *arguments,
                           int slave)
{
    pid_t program = fork();
    if (program == 0) {
        setpgid(0, 0);
        tcsetpgrp(slave, getpid());
        reset_signals(options);
        execute(options, arguments, slave);
    }
    setpgid(program, program);
    tcsetpgrp(slave, program);
    return program;
}

void pty_job_lead(const struct pty_options *options, const char *const *arguments,
                  const char *name, int reports, int orders)
{
    setsid();
    int slave = open(name, O_RDWR);
    signal(SIGTTOU, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    struct pty_report report = { start_program(options, arguments, slave), 0 };
    ssize_t done = write(reports, &report, sizeof report);
    while (done == (ssize_t)sizeof report) {
        if (waitpid(report.program, &report.status, WUNTRACED) < 0)
            break;
        tcsetpgrp(slave, getpid());
        done = write(reports, &report, sizeof report);
        char order;
        if (!WIFSTOPPED(report.status) || read(orders, &order, 1) != 1)
            break;
        if (order != 'b')
            tcsetpgrp(slave, report.program);
        kill(-report.program, SIGCONT);
    }
    _exit(0);
}
