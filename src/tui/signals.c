/* Signals while the terminal is taken. */
#include "tui/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum {
    SIGNALS_MOST = 128,        /* numbers that signals may have */
    STACK_SIZE = 64 * 1024,    /* bytes for handlers when the stack is full */
    WRITE_PATIENCE = 200,      /* milliseconds to wait for a terminal that takes no bytes */
    WRITE_ATTEMPTS = 8
};

/* The modes of one of the terminal's descriptors. */
struct modes {
    int descriptor;
    bool known;
    struct termios termios;
};

static struct {
    struct sigaction before[SIGNALS_MOST];
    bool caught[SIGNALS_MOST];
    stack_t stack_before;
    bool has_stack;
    struct modes input;
    struct modes output;
    char reset[SIGNALS_RESET_MOST];
    size_t reset_length;
    int pipe[2];
    volatile sig_atomic_t taken;
    volatile sig_atomic_t resized;
    volatile sig_atomic_t stop;
    volatile sig_atomic_t continued;
} state;

static char handler_stack[STACK_SIZE];

/* Signals that end a process by default and have a name on every system; the others by #ifdef. */
static const int deadly[] = {
    SIGHUP,  SIGINT,  SIGQUIT, SIGILL,  SIGTRAP, SIGABRT,   SIGBUS,  SIGFPE, SIGSEGV, SIGPIPE,
    SIGALRM, SIGTERM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM, SIGPROF, SIGSYS,
#ifdef SIGPOLL
    SIGPOLL,
#endif
#ifdef SIGSTKFLT
    SIGSTKFLT,
#endif
#ifdef SIGPWR
    SIGPWR,
#endif
#ifdef SIGEMT
    SIGEMT,
#endif
};

static void note_modes(struct modes *modes)
{
    struct termios termios;
    if (tcgetpgrp(modes->descriptor) != getpgrp() && modes->known)
        return;
    modes->known = tcgetattr(modes->descriptor, &termios) == 0;
    if (modes->known)
        modes->termios = termios;
}

static void restore_modes(const struct modes *modes)
{
    if (modes->known)
        tcsetattr(modes->descriptor, TCSANOW, &modes->termios);
}

/* Write the reset bytes, but never wait long: the terminal may be stopped by ^S, or dead. */
static void write_reset(void)
{
    size_t written = 0;
    struct pollfd output = { .fd = state.output.descriptor, .events = POLLOUT, .revents = 0 };
    for (int i = 0; i < WRITE_ATTEMPTS && written < state.reset_length; i++) {
        if (poll(&output, 1, WRITE_PATIENCE) < 1 || (output.revents & POLLOUT) == 0)
            return;
        ssize_t count = write(state.output.descriptor, state.reset + written,
                              state.reset_length - written);
        if (count > 0)
            written += (size_t)count;
        else if (errno != EINTR && errno != EAGAIN)
            return;
    }
}

/* Give the terminal back and die of the signal. All signals are blocked here. */
static void die(int number)
{
    if (state.taken) {
        state.taken = 0;
        write_reset();
        restore_modes(&state.output);
        restore_modes(&state.input);
    }
    struct sigaction action = { .sa_handler = SIG_DFL };
    sigset_t set;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
    raise(number);
    sigemptyset(&set);
    sigaddset(&set, number);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    _exit(128 + number);
}

/* Note what happened and wake the loop; a full pipe wakes it as well. */
static void note(int number)
{
    int saved = errno;
    if (number == SIGWINCH)
        state.resized = 1;
    else if (number == SIGTSTP)
        state.stop = 1;
    else
        state.continued = 1;
    ssize_t written = write(state.pipe[1], "", 1);
    (void)written;
    errno = saved;
}

/* Catch a signal unless it was ignored, which a parent meant. */
static void catch(int number, void (*handler)(int))
{
    if (number >= SIGNALS_MOST || sigaction(number, NULL, &state.before[number]) != 0)
        return;
    if (number != SIGWINCH && number != SIGCONT && state.before[number].sa_handler == SIG_IGN)
        return;
    struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESTART | SA_ONSTACK };
    sigfillset(&action.sa_mask);
    state.caught[number] = sigaction(number, &action, NULL) == 0;
}

/*
 * Handlers run on a stack of their own, unless there is one already: so a full stack can be told.
 */
static void take_stack(void)
{
    stack_t stack = { .ss_sp = handler_stack, .ss_size = sizeof handler_stack, .ss_flags = 0 };
    state.has_stack = sigaltstack(NULL, &state.stack_before) == 0 &&
                      (state.stack_before.ss_flags & SS_DISABLE) != 0 &&
                      sigaltstack(&stack, NULL) == 0;
}

static bool open_pipe(void)
{
    if (pipe(state.pipe) != 0)
        return false;
    for (int i = 0; i < 2; i++) {
        int flags = fcntl(state.pipe[i], F_GETFL);
        fcntl(state.pipe[i], F_SETFL, flags | O_NONBLOCK);
        fcntl(state.pipe[i], F_SETFD, FD_CLOEXEC);
    }
    return true;
}

enum status signals_catch(int input, int output, struct failure *failure)
{
    memset(&state, 0, sizeof state);
    if (!open_pipe())
        return failure_set(failure, STATUS_IO, "", "no pipe: %s", strerror(errno));
    state.input.descriptor = input;
    state.output.descriptor = output;
    take_stack();
    for (size_t i = 0; i < sizeof deadly / sizeof deadly[0]; i++)
        catch(deadly[i], die);
    for (int number = SIGRTMIN; number <= SIGRTMAX; number++)
        catch(number, die);
    catch(SIGWINCH, note);
    catch(SIGTSTP, note);
    catch(SIGCONT, note);
    return STATUS_OK;
}

void signals_stop_catching(void)
{
    for (int number = 1; number < SIGNALS_MOST; number++) {
        if (state.caught[number])
            sigaction(number, &state.before[number], NULL);
        state.caught[number] = false;
    }
    if (state.has_stack)
        sigaltstack(&state.stack_before, NULL);
    close(state.pipe[0]);
    close(state.pipe[1]);
}

/* Block every signal, so that no handler sees a variable half changed. */
static void block_all(sigset_t *before)
{
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, before);
}

void signals_set_reset(const char *bytes, size_t length)
{
    sigset_t before;
    block_all(&before);
    state.reset_length = length < SIGNALS_RESET_MOST ? length : SIGNALS_RESET_MOST;
    memcpy(state.reset, bytes, state.reset_length);
    sigprocmask(SIG_SETMASK, &before, NULL);
}

void signals_take_terminal(void)
{
    state.taken = 1;
}

void signals_release_terminal(void)
{
    state.taken = 0;
}

void signals_note_modes(void)
{
    sigset_t before;
    block_all(&before);
    note_modes(&state.input);
    note_modes(&state.output);
    sigprocmask(SIG_SETMASK, &before, NULL);
}

void signals_restore_modes(void)
{
    restore_modes(&state.output);
    restore_modes(&state.input);
}

int signals_descriptor(void)
{
    return state.pipe[0];
}

bool signals_ask_stop(void)
{
    return state.stop != 0;
}

struct signals_seen signals_take_seen(void)
{
    sigset_t before;
    char bytes[64];
    block_all(&before);
    while (read(state.pipe[0], bytes, sizeof bytes) > 0)
        continue;
    struct signals_seen seen = { state.resized != 0, state.stop != 0, state.continued != 0 };
    state.resized = 0;
    state.stop = 0;
    state.continued = 0;
    sigprocmask(SIG_SETMASK, &before, NULL);
    return seen;
}

void signals_stop_process(void)
{
    struct sigaction by_default = { .sa_handler = SIG_DFL };
    struct sigaction ours;
    sigemptyset(&by_default.sa_mask);
    sigaction(SIGTSTP, &by_default, &ours);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
}
