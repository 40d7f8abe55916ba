/* Keys and signals in, frames out, until the end. */
#include "tui/loop.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/xdg.h"
#include "tui/control.h"
#include "tui/pace.h"
#include "tui/screen.h"
#include "tui/signals.h"
#include "tui/terminal_type.h"

enum {
    DRAINED_MOST = 64 * 1024, /* bytes of type-ahead that are obeyed before a frame is due */
    MILLISECONDS = 1000,      /* in a second */
    NANOSECONDS = 1000 * 1000 /* in a millisecond */
};

struct loop {
    struct terminal *terminal; /* not owned */
    struct screen *screen;
    struct canvas *canvas;
    int input;
    int output;
    int escape_delay;
    bool hung_up;
    bool line_shown; /* and nothing drawn since */
    bool obeying;    /* keys that were read */
    bool fresh;      /* something was obeyed, and nothing drawn since */
    bool stopped;    /* the computing of an answer, by what came and was not received yet */
    bool stopping;   /* one, by the key that is the next */
    struct key_reader keys;
    struct control control;
    struct pace pace;
};

enum waited_for { INPUT, OUTPUT, SIGNALS, WAITED_FOR };
enum { GONE = POLLHUP | POLLERR | POLLNVAL };

/* Wait for what the loop obeys, so many milliseconds at most; as poll. */
static int wait_for(const struct loop *loop, struct pollfd waited[WAITED_FOR], int timeout)
{
    waited[INPUT] = (struct pollfd){ .fd = loop->input, .events = POLLIN };
    waited[OUTPUT] = (struct pollfd){ .fd = loop->output };
    waited[SIGNALS] = (struct pollfd){ .fd = signals_descriptor(), .events = POLLIN };
    return poll(waited, WAITED_FOR, timeout);
}

static int64_t milliseconds(void *context)
{
    struct timespec now;
    (void)context;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * MILLISECONDS + now.tv_nsec / NANOSECONDS;
}

/*
 * Whether something waits to be obeyed that came after the keys that were read: what was typed
 * ahead wants the answers before it. Another size of the terminal is no wish to stop an answer.
 */
static bool is_awaited(void *context)
{
    struct loop *loop = context;
    struct pollfd waited[WAITED_FOR];
    if (!loop->obeying && key_reader_patience(&loop->keys, loop->escape_delay) >= 0)
        return true;
    int count = wait_for(loop, waited, 0);
    bool signals_alone = count == 1 && waited[SIGNALS].revents != 0;
    if (loop->obeying)
        loop->stopped = (waited[INPUT].revents & POLLIN) != 0;
    return count != 0 && !(signals_alone && loop->obeying && !signals_ask_stop());
}

/* Let lines typed now be called back in later runs, and those of earlier ones now. */
static void keep_lines(struct control *control)
{
    struct text path = TEXT_EMPTY;
    if (xdg_append_path(XDG_STATE, "history", &path) && !path.failed)
        line_history_keep(&control->lines, text_string(&path));
    text_free(&path);
}

static void free_loop(struct loop *loop)
{
    if (loop == NULL)
        return;
    control_end(&loop->control);
    if (loop->control.session != NULL)
        session_set_asker(loop->control.session, NULL, NULL);
    screen_free(loop->screen);
    canvas_free(loop->canvas);
    free(loop);
}

static struct loop *new_loop(struct session *session, struct terminal *terminal,
                             int input, int output)
{
    struct loop *loop = calloc(1, sizeof *loop);
    if (loop == NULL)
        return NULL;
    loop->terminal = terminal;
    loop->screen = screen_new();
    loop->canvas = canvas_new(0, 0);
    loop->input = input;
    loop->output = output;
    loop->escape_delay = key_escape_delay(getenv("ESCDELAY"));
    key_reader_start(&loop->keys);
    terminal_type_teach_keys(&loop->keys);
    control_start(&loop->control, session);
    keep_lines(&loop->control);
    loop->pace = (struct pace){ .milliseconds = milliseconds, .is_awaited = is_awaited,
                                .context = loop };
    session_set_asker(session, pace_ask, &loop->pace);
    if (loop->screen != NULL && loop->canvas != NULL)
        return loop;
    free_loop(loop);
    return NULL;
}

/* Fit everything to the terminal's size now. */
static void resize(struct loop *loop)
{
    struct terminal_size size = terminal_size(loop->terminal);
    terminal_fit(loop->terminal, size);
    session_set_cell_aspect(loop->control.session, size.cell_aspect);
    control_resize(&loop->control, size.rows, size.columns);
}

/* Show the line that a command asked for, once, in the place of frames. */
static void show_line(struct loop *loop)
{
    if (!loop->line_shown)
        terminal_show_line(loop->terminal, session_line(loop->control.session));
    terminal_set_mode(loop->terminal, TERMINAL_PASTE, true);
    loop->line_shown = true;
}

static enum status draw(struct loop *loop, struct failure *failure)
{
    control_settle(&loop->control);
    if (loop->control.mode == CONTROL_LINE) {
        show_line(loop);
        return STATUS_OK;
    }
    if (loop->line_shown)
        terminal_hide_line(loop->terminal);
    loop->line_shown = false;
    pace_begin(&loop->pace, loop->fresh);
    enum status status = control_draw(&loop->control, loop->canvas, failure);
    pace_end(&loop->pace);
    loop->fresh = false;
    if (status != STATUS_OK)
        return status;
    if (loop->control.ring)
        screen_ring(loop->screen);
    if (loop->control.redraw)
        screen_forget(loop->screen);
    loop->control.ring = false;
    loop->control.redraw = false;
    terminal_set_mode(loop->terminal, TERMINAL_MOUSE,
                      session_switch_is_on(loop->control.session, SWITCH_mouse));
    terminal_set_mode(loop->terminal, TERMINAL_PASTE, true);
    screen_show(loop->screen, loop->canvas);
    return STATUS_OK;
}

static void obey_signals(struct loop *loop)
{
    struct signals_seen seen = signals_take_seen();
    if (seen.stop) {
        terminal_release(loop->terminal);
        signals_stop_process();
        signals_note_modes();
        seen = signals_take_seen();
        seen.continued = true;
    }
    if (seen.continued) {
        terminal_retake(loop->terminal);
        loop->line_shown = false;
    }
    if (seen.continued || seen.resized)
        resize(loop);
}

/*
 * Obey all whole keys that wait; with `final` also what is cut. A cancel that has stopped an answer
 * has done what it is for, and so has one that was typed ahead of what stopped it.
 */
static void obey_keys(struct loop *loop, bool final)
{
    char key[KEY_NAME_SIZE];
    loop->obeying = true;
    while (!loop->control.ended && key_reader_next(&loop->keys, final, key)) {
        bool spent = (loop->stopped || loop->stopping) && strcmp(key, "^C") == 0;
        loop->stopping = false;
        if (spent)
            continue;
        pace_begin(&loop->pace, false);
        if (strcmp(key, KEY_NAME_MOUSE) == 0)
            control_mouse(&loop->control, &loop->keys.mouse);
        else
            control_key(&loop->control, key);
    }
    loop->obeying = false;
}

/* Read once what has come. A terminal that has nothing although it said so is gone. */
static size_t receive(struct loop *loop)
{
    size_t room;
    char *place = key_reader_space(&loop->keys, &room);
    ssize_t count = read(loop->input, place, room);
    if (count > 0) {
        loop->stopping = loop->stopped;
        loop->stopped = false;
        key_reader_received(&loop->keys, (size_t)count);
        return (size_t)count;
    }
    if (count == 0 || (errno != EINTR && errno != EAGAIN))
        loop->hung_up = true;
    return 0;
}

/* Whether there is something to read now. */
static bool is_readable(int descriptor)
{
    struct pollfd input = { .fd = descriptor, .events = POLLIN, .revents = 0 };
    return poll(&input, 1, 0) > 0 && (input.revents & POLLIN) != 0;
}

/* Obey all type-ahead. */
static void drain(struct loop *loop)
{
    size_t drained = 0;
    do {
        drained += receive(loop);
        obey_keys(loop, false);
    } while (drained < DRAINED_MOST && !loop->hung_up && !loop->control.ended &&
             is_readable(loop->input));
}

/* How long to wait: not at all while there is something to compute. */
static int timeout_of(const struct loop *loop)
{
    int patience = key_reader_patience(&loop->keys, loop->escape_delay);
    if (patience >= 0)
        return patience;
    return control_is_unfinished(&loop->control) ? 0 : control_wait(&loop->control);
}

/* Sleep until something happens or is due, unless there is something to compute, and obey it. */
static void wait_and_obey(struct loop *loop)
{
    struct pollfd waited[WAITED_FOR];
    int count = wait_for(loop, waited, timeout_of(loop));
    if (count < 0)
        return;
    bool in_doubt = key_reader_patience(&loop->keys, loop->escape_delay) >= 0;
    loop->fresh = count > 0 || in_doubt || !control_is_unfinished(&loop->control);
    if (count == 0 && in_doubt)
        obey_keys(loop, true);
    else if (count == 0 && !control_is_unfinished(&loop->control))
        control_tick(&loop->control);
    if (waited[SIGNALS].revents != 0)
        obey_signals(loop);
    if ((waited[INPUT].revents & GONE) != 0 || (waited[OUTPUT].revents & GONE) != 0)
        loop->hung_up = true;
    else if ((waited[INPUT].revents & POLLIN) != 0)
        drain(loop);
}

enum status loop_run(struct session *session, struct terminal *terminal,
                     int input, int output, enum tui_end *end, struct failure *failure)
{
    struct loop *loop = new_loop(session, terminal, input, output);
    if (loop == NULL)
        return failure_memory(failure);
    resize(loop);
    control_obey(&loop->control);
    loop->fresh = true;
    enum status status = STATUS_OK;
    while (status == STATUS_OK && !loop->hung_up && !loop->control.ended) {
        status = draw(loop, failure);
        if (status == STATUS_OK)
            wait_and_obey(loop);
    }
    *end = loop->hung_up ? TUI_HUNG_UP : TUI_QUIT;
    free_loop(loop);
    return status;
}
