/* The real program on a pseudo terminal: starting, talking, waiting. */
#include "pty.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "pty_job.h"
#include "pty_screen.h"

struct pty {
    int master;
    int slave;
    int reports; /* from the leader: what waitpid tells */
    int orders;  /* to the leader: any byte means go on */
    pid_t leader;
    pid_t program;
    struct termios modes;
    struct pty_screen *screen;
    char *bytes;
    size_t received;
    size_t capacity;
    bool stopped;
    bool ended;
    int status;
};

static void set_size(int descriptor, int rows, int columns, int height, int width)
{
    struct winsize size = { .ws_row = (unsigned short)rows,
                            .ws_col = (unsigned short)columns,
                            .ws_xpixel = (unsigned short)width,
                            .ws_ypixel = (unsigned short)height };
    ioctl(descriptor, TIOCSWINSZ, &size);
}

static void open_terminal(struct pty *pty, int rows, int columns,
                          const struct pty_options *options)
{
    pty->master = posix_openpt(O_RDWR | O_NOCTTY);
    ck_assert_int_ge(pty->master, 0);
    ck_assert_int_eq(grantpt(pty->master), 0);
    ck_assert_int_eq(unlockpt(pty->master), 0);
    pty->slave = open(ptsname(pty->master), O_RDWR | O_NOCTTY);
    ck_assert_int_ge(pty->slave, 0);
    set_size(pty->master, rows, columns, options->height, options->width);
    ck_assert_int_eq(tcgetattr(pty->slave, &pty->modes), 0);
    fcntl(pty->master, F_SETFL, O_NONBLOCK);
}

struct pty *pty_start(const struct pty_options *options, const char *const *arguments)
{
    static const struct pty_options usual = { 0 };
    options = options != NULL ? options : &usual;
    int rows = options->rows > 0 ? options->rows : 24;
    int columns = options->columns > 0 ? options->columns : 80;
    struct pty *pty = calloc(1, sizeof *pty);
    ck_assert_ptr_nonnull(pty);
    open_terminal(pty, rows, columns, options);
    pty->screen = pty_screen_new(rows, columns);
    pty_screen_write(pty->screen, "before\r\n", 8);
    int reports[2];
    int orders[2];
    ck_assert(pipe(reports) == 0 && pipe(orders) == 0);
    pty->leader = fork();
    ck_assert_int_ge(pty->leader, 0);
    if (pty->leader == 0) {
        close(reports[0]);
        close(orders[1]);
        char *name = strdup(ptsname(pty->master));
        close(pty->master);
        close(pty->slave);
        pty_job_lead(options, arguments, name, reports[1], orders[0]);
    }
    close(reports[1]);
    close(orders[0]);
    pty->reports = reports[0];
    pty->orders = orders[1];
    struct pty_report report;
    ck_assert_int_eq(read(pty->reports, &report, sizeof report), sizeof report);
    pty->program = report.program;
    return pty;
}

void pty_free(struct pty *pty)
{
    if (!pty->ended)
        kill(pty->program, SIGKILL);
    close(pty->orders);
    close(pty->reports);
    waitpid(pty->leader, NULL, 0);
    if (pty->master >= 0)
        close(pty->master);
    close(pty->slave);
    pty_screen_free(pty->screen);
    free(pty->bytes);
    free(pty);
}

static void keep(struct pty *pty, const char *bytes, size_t length)
{
    if (pty->received + length + 1 > pty->capacity) {
        pty->capacity = 2 * (pty->received + length + 1);
        pty->bytes = realloc(pty->bytes, pty->capacity);
        ck_assert_ptr_nonnull(pty->bytes);
    }
    memcpy(pty->bytes + pty->received, bytes, length);
    pty->received += length;
    pty->bytes[pty->received] = '\0';
}

static void take_output(struct pty *pty)
{
    char bytes[4096];
    ssize_t length = read(pty->master, bytes, sizeof bytes);
    if (length <= 0)
        return;
    keep(pty, bytes, (size_t)length);
    pty_screen_write(pty->screen, bytes, (size_t)length);
}

static void take_report(struct pty *pty)
{
    struct pty_report report;
    if (read(pty->reports, &report, sizeof report) != (ssize_t)sizeof report)
        return;
    pty->status = report.status;
    pty->stopped = WIFSTOPPED(report.status);
    pty->ended = !pty->stopped;
}

/* Take what comes within that time; false when nothing did. All output comes before a report. */
static bool pump(struct pty *pty, int milliseconds)
{
    struct pollfd waited[2] = {
        { .fd = pty->master, .events = POLLIN, .revents = 0 },
        { .fd = pty->ended ? -1 : pty->reports, .events = POLLIN, .revents = 0 },
    };
    if (poll(waited, 2, milliseconds) <= 0)
        return false;
    if ((waited[0].revents & POLLIN) != 0)
        take_output(pty);
    else if ((waited[1].revents & (POLLIN | POLLHUP)) != 0)
        take_report(pty);
    return true;
}

static void show_screen(struct pty *pty)
{
    char text[PTY_TEXT_SIZE];
    for (int row = 0; row < pty_screen_rows(pty->screen); row++)
        fprintf(stderr, "%s\n", pty_row(pty, row, text));
}

/* Wait until something is met; false, with the screen told, when it never is. */
static bool wait_for(struct pty *pty, bool (*met)(struct pty *pty, const void *context),
                     const void *context)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    time_t deadline = now.tv_sec + PTY_PATIENCE;
    while (!met(pty, context)) {
        if (now.tv_sec > deadline) {
            show_screen(pty);
            return false;
        }
        pump(pty, 1000);
        clock_gettime(CLOCK_MONOTONIC, &now);
    }
    return true;
}

void pty_wait(struct pty *pty, bool (*met)(struct pty *pty, const void *context),
              const void *context, const char *what)
{
    ck_assert_msg(wait_for(pty, met, context), "never happened: %s", what);
}

/* How many bytes must have come. */
static bool has_bytes(struct pty *pty, const void *context)
{
    const size_t *wanted = context;
    return pty->received >= *wanted;
}

void pty_wait_bytes(struct pty *pty, size_t before, size_t least)
{
    size_t wanted = before + least;
    pty_wait(pty, has_bytes, &wanted, "so many bytes come");
}

/* To poll also passes on what was written to the other end and is still on its way. */
static bool is_read(struct pty *pty, const void *context)
{
    struct pollfd typed = { .fd = pty->slave, .events = POLLIN, .revents = 0 };
    (void)context;
    return poll(&typed, 1, 0) == 0;
}

void pty_wait_read(struct pty *pty)
{
    pty_wait(pty, is_read, NULL, "what was typed is read");
}

void pty_quiet(struct pty *pty, int milliseconds)
{
    while (pump(pty, milliseconds))
        continue;
}

static bool is_stopped(struct pty *pty, const void *context)
{
    (void)context;
    return pty->stopped || pty->ended;
}

void pty_wait_stopped(struct pty *pty)
{
    pty_wait(pty, is_stopped, NULL, "the program stops");
    ck_assert(pty->stopped);
}

static bool is_ended(struct pty *pty, const void *context)
{
    (void)context;
    return pty->ended;
}

int pty_wait_end(struct pty *pty)
{
    pty_wait(pty, is_ended, NULL, "the program ends");
    return pty->status;
}

static bool shows_text(struct pty *pty, const void *context)
{
    char text[PTY_TEXT_SIZE];
    for (int row = 0; row < pty_screen_rows(pty->screen); row++) {
        if (strstr(pty_row(pty, row, text), context) != NULL)
            return true;
    }
    return false;
}

void pty_wait_text(struct pty *pty, const char *text)
{
    pty_wait(pty, shows_text, text, text);
}

static bool shows_picture(struct pty *pty, const void *context)
{
    return pty_screen_shows(pty->screen, context);
}

void pty_wait_picture(struct pty *pty, struct pty_picture *picture)
{
    if (wait_for(pty, shows_picture, picture))
        return;
    pty_screen_differences(pty->screen, picture);
    ck_abort_msg("never happened: the screen is as printed");
}

void pty_send_bytes(struct pty *pty, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t count = write(pty->master, bytes, length);
        if (count < 0)
            ck_assert_int_eq(errno, EAGAIN);
        if (count <= 0) {
            pump(pty, 100);
            continue;
        }
        bytes += count;
        length -= (size_t)count;
    }
}

void pty_send(struct pty *pty, const char *bytes)
{
    pty_send_bytes(pty, bytes, strlen(bytes));
}

void pty_signal(struct pty *pty, int number)
{
    ck_assert_int_eq(kill(pty->program, number), 0);
}

void pty_resize_pixels(struct pty *pty, int rows, int columns, int height, int width)
{
    pty_screen_resize(pty->screen, rows, columns);
    set_size(pty->master, rows, columns, height, width);
}

void pty_resize(struct pty *pty, int rows, int columns)
{
    pty_resize_pixels(pty, rows, columns, 0, 0);
}

void pty_hang_up(struct pty *pty)
{
    close(pty->master);
    pty->master = -1;
}

static void go_on(struct pty *pty, const char *order)
{
    pty->stopped = false;
    ck_assert_int_eq(write(pty->orders, order, 1), 1);
}

void pty_continue(struct pty *pty)
{
    go_on(pty, "c");
}

void pty_continue_behind(struct pty *pty)
{
    go_on(pty, "b");
}

size_t pty_received(const struct pty *pty)
{
    return pty->received;
}

const char *pty_bytes(const struct pty *pty)
{
    return pty->bytes != NULL ? pty->bytes : "";
}

bool pty_tells_mouse(const struct pty *pty)
{
    return pty_mode_is_on(pty, "1002");
}

bool pty_modes_are_back(const struct pty *pty)
{
    struct termios now;
    const struct termios *then = &pty->modes;
    return tcgetattr(pty->slave, &now) == 0 && now.c_iflag == then->c_iflag &&
           now.c_oflag == then->c_oflag && now.c_cflag == then->c_cflag &&
           now.c_lflag == then->c_lflag && memcmp(now.c_cc, then->c_cc, sizeof now.c_cc) == 0;
}

pid_t pty_program(const struct pty *pty)
{
    return pty->program;
}

const char *pty_row(struct pty *pty, int row, char text[PTY_TEXT_SIZE])
{
    return pty_screen_row(pty->screen, row, text);
}

struct pty_cell pty_cell(struct pty *pty, int row, int column)
{
    return pty_screen_cell(pty->screen, row, column);
}

bool pty_mode_is_on(const struct pty *pty, const char *mode)
{
    char beginning[32];
    bool on = false;
    int length = snprintf(beginning, sizeof beginning, "\x1b[?%s", mode);
    for (const char *at = pty_bytes(pty); (at = strstr(at, beginning)) != NULL; at += length)
        on = at[length] == 'h';
    return on;
}

int pty_bells(const struct pty *pty)
{
    return pty_screen_bells(pty->screen);
}

bool pty_is_alternate(const struct pty *pty)
{
    return pty_screen_is_alternate(pty->screen);
}

bool pty_cursor_visible(const struct pty *pty)
{
    return pty_screen_cursor_visible(pty->screen);
}

void pty_cursor(const struct pty *pty, int *row, int *column)
{
    pty_screen_cursor(pty->screen, row, column);
}

bool pty_under_valgrind(void)
{
    return getenv("TEST_UNDER_VALGRIND") != NULL;
}
