/* One call of the program, from its words to its result. */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cli/configuration.h"
#include "cli/field_table.h"
#include "cli/help.h"
#include "cli/prepare.h"
#include "cli/surroundings.h"
#include "cli/work.h"
#include "session/picture_file.h"

enum { DEFAULT_ROWS = 24, DEFAULT_COLUMNS = 80 };

/* What is known before the session is made. */
struct call {
    const struct command_line *line;
    const struct cli_screen *screen;
    struct invocation invocation;
    bool to_terminal;       /* whether results go to a terminal */
    enum picture_form form; /* of a frame that is printed */
    struct display display; /* for such a frame */
};

/* What needs no session. */
static enum status write_words(const struct invocation *invocation, struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    if (invocation->mode == MODE_HELP)
        help_append(&text);
    else if (invocation->mode == MODE_VERSION)
        help_append_version(&text);
    else
        help_append_catalogue(&text);
    return output_text(invocation->output, STATUS_OK, &text, failure);
}

/* Whether no colours are wanted, wherever the frame is shown. */
static bool is_colorless(const struct invocation *invocation)
{
    if (invocation->color_given)
        return invocation->color == COLOR_WHEN_NEVER;
    return surroundings_forbid_color();
}

/* Choose colours and attributes of printed frames. */
static void choose_form(struct call *call)
{
    struct display *display = &call->display;
    enum color_when when = call->invocation.color;
    display->depth = DEPTH_PLAIN;
    display->has_dim = false;
    call->form = PICTURE_PLAIN;
    bool understood = call->to_terminal && !surroundings_are_dumb();
    if (when == COLOR_WHEN_NEVER || (when == COLOR_WHEN_AUTO && !understood))
        return;
    call->form = PICTURE_ANSI;
    if (call->to_terminal)
        call->screen->describe(display);
    if (when == COLOR_WHEN_ALWAYS && display->depth <= DEPTH_NONE) {
        display->depth = DEPTH_256;
        display->has_dim = true;
    }
    if (is_colorless(&call->invocation))
        display->depth = DEPTH_NONE;
}

static void choose_display(struct call *call)
{
    bool utf8 = locale_is_utf8();
    call->to_terminal = call->invocation.output == NULL && isatty(STDOUT_FILENO);
    call->display = (struct display){ .utf8 = utf8,
                                      .glyphs = surroundings_glyphs(utf8),
                                      .background = surroundings_background(),
                                      .screen = false };
    choose_form(call);
    if (call->invocation.mode == MODE_EXPLORE && !call->to_terminal)
        call->invocation.mode = MODE_PRINT;
    call->invocation.tour = call->invocation.mode == MODE_TOUR;
    if (call->invocation.tour && call->to_terminal)
        call->invocation.mode = MODE_EXPLORE;
}

/* The size of frames: the one asked for, the terminal's, or the usual one. */
static void choose_size(const struct call *call, struct session *session)
{
    int rows = call->invocation.rows;
    int columns = call->invocation.columns;
    if (rows == 0 && !surroundings_size(STDOUT_FILENO, &rows, &columns)) {
        rows = DEFAULT_ROWS;
        columns = DEFAULT_COLUMNS;
    }
    if (call->to_terminal)
        session_set_cell_aspect(session, surroundings_cell_aspect(STDOUT_FILENO));
    session_resize(session, rows, columns);
}

/* Where keys come from; to be closed when it is not standard input. Negative on failure. */
static int open_input(struct failure *failure)
{
    static const char path[] = "/dev/tty";
    if (isatty(STDIN_FILENO))
        return STDIN_FILENO;
    int input = open(path, O_RDONLY | O_CLOEXEC);
    if (input < 0)
        failure_set(failure, STATUS_NO_INPUT, path, "cannot open: %s", strerror(errno));
    return input;
}

/* Pass on lines that are to be told. */
static void answer(const struct call *call, const char *told)
{
    struct text line = TEXT_EMPTY;
    while (*told != '\0') {
        size_t length = strcspn(told, "\n");
        text_clear(&line);
        text_append_bytes(&line, told, length);
        call->screen->answer(text_string(&line));
        told += length + 1;
    }
    text_free(&line);
}

/* Write the pages of the tour. */
static enum status write_tour(const struct call *call, struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    help_append_tour(!call->display.utf8, &text);
    return output_text(call->invocation.output, STATUS_OK, &text, failure);
}

/* Let the screen begin with the tour. */
static enum status ask_tour(struct session *session, const struct display *display,
                            struct failure *failure)
{
    struct source_text none = { .name = "--tour", .bytes = "", .length = 0 };
    session_set_display(session, display);
    return session_run_command(session, "tour", &none, failure);
}

/* What a terminal shows that cannot be explored on. */
static enum status show_without_screen(const struct call *call, struct session *session,
                                       struct failure *failure)
{
    answer(call, session_told(session));
    if (call->invocation.tour)
        return write_tour(call, failure);
    session_set_display(session, &call->display);
    choose_size(call, session);
    return picture_file_frame(session, call->form, NULL, failure);
}

static enum status explore(const struct call *call, struct session *session,
                           struct failure *failure)
{
    bool shown = true;
    int input = open_input(failure);
    if (input < 0)
        return failure->status;
    struct display display = call->display;
    display.screen = true;
    enum status status =
        call->invocation.tour ? ask_tour(session, &display, failure) : STATUS_OK;
    if (status == STATUS_OK)
        status = call->screen->explore(session, &display, is_colorless(&call->invocation), input,
                                       &shown, failure);
    if (input != STDIN_FILENO)
        close(input);
    if (status != STATUS_OK || shown)
        return status;
    return show_without_screen(call, session, failure);
}

/* Bytes that no terminal can show have no business on one. */
static enum status check_terminal(const struct call *call, struct failure *failure)
{
    if (!call->to_terminal || call->invocation.mode != MODE_TABLE ||
        call->invocation.format != TABLE_npy)
        return STATUS_OK;
    return failure_set(failure, STATUS_USAGE, "",
                       "option '--table=npy' writes no text, give a file with '--output'");
}

static enum status carry_out(const struct call *call, struct session *session,
                             struct failure *failure)
{
    if (call->invocation.mode == MODE_EXPLORE) {
        session_forget_changes(session);
        session_greet(session, call->line->count == 0 && call->line->function == NULL);
        return explore(call, session, failure);
    }
    if (call->invocation.mode == MODE_TOUR)
        return write_tour(call, failure);
    return work_do(session, &call->invocation, call->form, call->screen->tell, failure);
}

/* A file that grows too large is then a failed write, as a full disk is. */
static void refuse_large_files_calmly(void)
{
    signal(SIGXFSZ, SIG_IGN);
}

/* Write a table as `--table=FORMAT --output=PATH` does. */
static enum status write_table(const struct session *session, enum table_format format,
                               const char *path, struct failure *failure)
{
    struct invocation invocation = invocation_default();
    invocation.format = format;
    invocation.output = path;
    invocation.silent = true;
    return field_table(session, &invocation, failure);
}

static enum status run_session(struct call *call, struct failure *failure)
{
    struct session *session = NULL;
    struct configuration_errors errors = { .count = 0 };
    bool quit = false;
    enum status status = session_new(&session, failure);
    if (status != STATUS_OK)
        return status;
    choose_display(call);
    refuse_large_files_calmly();
    session_set_display(session, &call->display);
    session_set_table_writer(session, write_table);
    choose_size(call, session);
    status = configuration_run(session, &call->invocation, &errors, failure);
    if (status == STATUS_OK)
        status = prepare_session(session, call->line, &call->invocation, &quit, failure);
    /* On a screen the last of it is the message. */
    if (call->invocation.mode != MODE_EXPLORE || quit || status != STATUS_OK)
        answer(call, session_told(session));
    configuration_tell_first(&errors, session);
    if (status == STATUS_OK)
        status = check_terminal(call, failure);
    if (status == STATUS_OK && !quit)
        status = carry_out(call, session, failure);
    answer(call, text_string(&errors.reports));
    configuration_free(&errors);
    session_free(session);
    return status;
}

enum status cli_run(size_t count, char *const words[], const struct cli_screen *screen,
                    struct failure *failure)
{
    struct command_line line;
    enum status status = command_line_read(count, words, &line, failure);
    if (status != STATUS_OK)
        return status;
    struct call call = { .line = &line, .screen = screen };
    status = invocation_make(&line, &call.invocation, failure);
    if (status == STATUS_OK) {
        enum mode mode = call.invocation.mode;
        if (mode == MODE_HELP || mode == MODE_VERSION || mode == MODE_LIST)
            status = write_words(&call.invocation, failure);
        else
            status = run_session(&call, failure);
    }
    command_line_free(&line);
    return status;
}
