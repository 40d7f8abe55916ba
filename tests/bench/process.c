/* Running other programs and what it costs. */
#define _DEFAULT_SOURCE /* wait4 */
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "measure.h"

extern char **environ;

/* Start a program on these descriptors; both are closed here. Returns its id, or -1. */
static pid_t spawn(const char *const arguments[], int input, int output)
{
    /* posix_spawnp promises to leave the texts alone, but its type is older than const. */
    char *const *unchanged = (char *const *)(uintptr_t)arguments;
    posix_spawn_file_actions_t actions;
    pid_t id = -1;
    if (posix_spawn_file_actions_init(&actions) == 0) {
        bool ready = posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) == 0
            && posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO) == 0
            && posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
                == 0;
        if (!ready || posix_spawnp(&id, arguments[0], &actions, NULL, unchanged, environ) != 0)
            id = -1;
        posix_spawn_file_actions_destroy(&actions);
    }
    close(input);
    close(output);
    return id;
}

/* A pipe whose ends programs do not inherit, but for those that spawn gives them. */
static bool pipe_make(int ends[2])
{
    if (pipe(ends) != 0)
        return false;
    return fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0 && fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0;
}

bool process_wait(pid_t id, struct process_cost *cost)
{
    struct rusage usage;
    int status = 0;
    while (wait4(id, &status, 0, &usage) < 0) {
        if (errno != EINTR)
            return false;
    }
    cost->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    cost->peak_kib = usage.ru_maxrss;
    return true;
}

/* Read all there is; returns how many bytes. */
static size_t drain(int descriptor)
{
    char buffer[65536];
    size_t total = 0;
    ssize_t got = 0;
    while ((got = read(descriptor, buffer, sizeof buffer)) > 0)
        total += (size_t)got;
    return total;
}

bool process_run(const char *const arguments[], int input, struct process_cost *cost)
{
    int ends[2];
    int own_input = dup(input);
    if (own_input < 0 || !pipe_make(ends))
        return false;
    double begin = seconds_now();
    pid_t id = spawn(arguments, own_input, ends[1]);
    cost->printed = drain(ends[0]);
    close(ends[0]);
    bool ended = id >= 0 && process_wait(id, cost);
    cost->seconds = seconds_now() - begin;
    return ended;
}

pid_t process_start(const char *const arguments[], int *requests, int *answers)
{
    int there[2];
    int back[2];
    if (!pipe_make(there) || !pipe_make(back))
        return -1;
    *requests = there[1];
    *answers = back[0];
    return spawn(arguments, there[0], back[1]);
}
