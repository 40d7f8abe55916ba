/* How far a long work has got: a line on a terminal, rewritten in place. */
#include "out/progress.h"

#include <math.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { DEFAULT_COLUMNS = 80, MINUTE = 60, HOUR = 3600, TIME_SIZE = 32 };

static const double FIRST_SECONDS = 1;   /* from the start to the first line */
static const double EVERY_SECONDS = 0.25; /* from a line to the next */

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

void progress_begin(struct progress *progress, int terminal, struct output *output)
{
    bool shows = isatty(terminal) != 0 && !output_is_terminal(output);
    *progress = (struct progress){
        .terminal = shows ? terminal : -1, .output = output, .started = now()
    };
    progress->next = progress->started + FIRST_SECONDS;
}

bool progress_is_due(const struct progress *progress)
{
    return progress->terminal >= 0 && now() >= progress->next;
}

/* Seconds as 1:02:03, or as 2:03. */
static const char *describe_time(double seconds, char text[TIME_SIZE])
{
    double hours = floor(seconds / HOUR);
    int rest = (int)fmod(seconds, HOUR);
    if (hours > 0)
        snprintf(text, TIME_SIZE, "%.0f:%02d:%02d", hours, rest / MINUTE, rest % MINUTE);
    else
        snprintf(text, TIME_SIZE, "%d:%02d", rest / MINUTE, rest % MINUTE);
    return text;
}

void progress_describe(double points, double share, double seconds, char line[PROGRESS_LINE_SIZE])
{
    char time[TIME_SIZE];
    double rate = points / seconds;
    if (share < 0)
        snprintf(line, PROGRESS_LINE_SIZE, "steepest: %.0f points done, %.0f points/s", points,
                 rate);
    else if (share > 0)
        snprintf(line, PROGRESS_LINE_SIZE, "steepest: %.0f%% done, %.0f points/s, %s left",
                 floor(100 * share), rate, describe_time(seconds * (1 - share) / share, time));
    else
        snprintf(line, PROGRESS_LINE_SIZE, "steepest: 0%% done, %.0f points/s", rate);
}

/* Columns that a line may have without wrapping. */
static size_t line_width(int terminal)
{
    struct winsize size;
    bool known = ioctl(terminal, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return (known ? size.ws_col : DEFAULT_COLUMNS) - 1U;
}

/*
 * Whether the line would disturb nobody and not be waited for: a pager or an editor that has the
 * screen reads keys one by one, and a terminal stopped by ^S takes nothing.
 */
static bool may_write(int terminal)
{
    struct termios modes;
    struct pollfd room = { .fd = terminal, .events = POLLOUT };
    pid_t foreground = tcgetpgrp(terminal);
    return (foreground < 0 || foreground == getpgrp()) && tcgetattr(terminal, &modes) == 0 &&
           (modes.c_lflag & ICANON) != 0 && poll(&room, 1, 0) == 1 &&
           (room.revents & POLLOUT) != 0;
}

/*
 * Put `length` bytes of a line in place of the one that is shown. The cursor goes back to its
 * begin, so that what the terminal echoes there, such as ^C, is overwritten too.
 */
static void replace_line(struct progress *progress, const char *line, size_t length)
{
    char bytes[2 * PROGRESS_LINE_SIZE + 3];
    size_t blanks = progress->length > length ? progress->length - length : 0;
    int count = snprintf(bytes, sizeof bytes, "\r%.*s%*s\r", (int)length, line, (int)blanks, "");
    if (write(progress->terminal, bytes, (size_t)count) != count)
        progress->terminal = -1;
    progress->length = length;
}

void progress_show(struct progress *progress, double points, double share)
{
    char line[PROGRESS_LINE_SIZE];
    double time = now();
    progress->next = time + EVERY_SECONDS;
    if (progress->terminal < 0 || !may_write(progress->terminal))
        return;
    progress_describe(points, share, time - progress->started, line);
    size_t length = strlen(line);
    size_t width = line_width(progress->terminal);
    interrupt_hold(output_interrupt(progress->output));
    replace_line(progress, line, length < width ? length : width);
}

void progress_end(struct progress *progress)
{
    if (progress->terminal >= 0 && progress->length > 0 && may_write(progress->terminal))
        replace_line(progress, "", 0);
    progress->terminal = -1;
}
