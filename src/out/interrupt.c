/* Signals that ask the program to end, held back while there is something to tidy up first. */
#include "out/interrupt.h"

#include <errno.h>
#include <poll.h>
#include <stddef.h>

/* Between two looks at the signals while waiting: no call waits for both without a handler. */
enum { LOOK_MILLISECONDS = 50 };

static const int deadly[] = { SIGHUP, SIGINT, SIGTERM };

/* An ignored signal that is blocked would stay pending as if it were to have an effect. */
static bool would_arrive(int number, const sigset_t *blocked)
{
    struct sigaction action;
    return sigismember(blocked, number) == 0 && sigaction(number, NULL, &action) == 0 &&
           action.sa_handler != SIG_IGN;
}

void interrupt_hold(struct interrupt *interrupt)
{
    if (interrupt->held)
        return;
    pthread_sigmask(SIG_BLOCK, NULL, &interrupt->before);
    sigemptyset(&interrupt->awaited);
    for (size_t i = 0; i < sizeof deadly / sizeof deadly[0]; i++) {
        if (would_arrive(deadly[i], &interrupt->before))
            sigaddset(&interrupt->awaited, deadly[i]);
    }
    pthread_sigmask(SIG_BLOCK, &interrupt->awaited, NULL);
    interrupt->held = true;
}

bool interrupt_is_pending(const struct interrupt *interrupt)
{
    sigset_t pending;
    if (!interrupt->held || sigpending(&pending) != 0)
        return false;
    for (size_t i = 0; i < sizeof deadly / sizeof deadly[0]; i++) {
        if (sigismember(&interrupt->awaited, deadly[i]) == 1 &&
            sigismember(&pending, deadly[i]) == 1)
            return true;
    }
    return false;
}

bool interrupt_wait(const struct interrupt *interrupt, int descriptor, short events)
{
    struct pollfd wanted = { .fd = descriptor, .events = events };
    int timeout = interrupt->held ? LOOK_MILLISECONDS : -1;
    while (!interrupt_is_pending(interrupt)) {
        int ready = poll(&wanted, 1, timeout);
        if (ready > 0 || (ready < 0 && errno != EINTR))
            return true;
    }
    return false;
}

void interrupt_release(struct interrupt *interrupt)
{
    if (!interrupt->held)
        return;
    interrupt->held = false;
    pthread_sigmask(SIG_SETMASK, &interrupt->before, NULL);
}
