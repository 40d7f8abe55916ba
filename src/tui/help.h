/* The pages that name keys and commands, read and searched. */
#ifndef STEEPEST_TUI_HELP_H
#define STEEPEST_TUI_HELP_H

#include "base/failure.h"
#include "session/session.h"
#include "tui/help_page.h"
#include "tui/prompt.h"
#include "view/canvas.h"

/* A page being read; start with all zero, then open one. */
struct help {
    const struct session *session; /* not owned */
    struct help_page page;
    const char *title;
    int top; /* lines scrolled out at the top; too many are taken for as many as there are */
    struct prompt search; /* the text that is looked for; empty when none is */
    bool searching;       /* it is being typed */
    int top_before;       /* when that began */
    bool found;           /* entry `place` has it */
    bool missed;          /* no entry has it */
    size_t place;
};

/* What became of a key. */
enum help_answer {
    HELP_MOVED,
    HELP_REFUSED, /* the key means nothing here, or what is looked for is nowhere */
    HELP_LEFT     /* the page was closed */
};

/*
 * Open the page of all keys and commands, or of one command where `command` is not NULL, from the
 * top, with a search that keeps what is killed in `killed` (prompt_start). The session must outlive
 * it. STATUS_OK, or STATUS_FAILED, with nothing to read, when memory is short. Until it is closed
 * nothing else is done with the session.
 */
enum status help_open(struct help *help, const struct session *session,
                      const struct command *command, struct text *killed,
                      struct failure *failure);

/* Open the page of all that keys stand for. Likewise. */
enum status help_open_keys(struct help *help, const struct session *session, struct text *killed,
                           struct failure *failure);

/* Free what a page holds; closing twice does no harm. */
void help_close(struct help *help);

/*
 * Obey a key by its name, on a canvas of that size: other_keys.def names the keys of this page.
 * While a text to look for is typed its keys are those of prompt_key.
 */
enum help_answer help_key(struct help *help, const char *key, int rows, int columns);

/*
 * Put a text, as a prompt may hold, into the one to look for that is being typed. False without
 * room.
 */
bool help_insert(struct help *help, const char *bytes, size_t length, int rows, int columns);

/*
 * Draw the page over the whole canvas: a title, entries, and the line that is typed or the keys of
 * the page. What is looked for is reversed wherever it stands; the cursor is on the place that was
 * found, or in the line, or hidden. Where an entry is too wide its words go on below.
 */
void help_draw(const struct help *help, struct canvas *canvas);

#endif
