/* The lines that a person has run, now and in earlier runs of the program, to be called back. */
#ifndef STEEPEST_TUI_LINE_HISTORY_H
#define STEEPEST_TUI_LINE_HISTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"
#include "base/text.h"
#include "tui/line_file.h"
#include "tui/prompt.h"

enum { LINE_HISTORY_MOST = LINE_FILE_LINES }; /* lines; the oldest is then forgotten */

/* Start with line_history_start. */
struct line_history {
    char *lines[LINE_HISTORY_MOST]; /* owned, oldest first; as a prompt may hold, none is blank */
    size_t count;
    size_t at;         /* the line that stands in the prompt; `count`: none, but `begun` */
    struct text begun; /* what was typed before lines were called back */
    struct text path;  /* of the file that keeps them; "" when none does */
    bool troubled;     /* the file could not be read or written: for the caller to clear */
    struct failure trouble;
    bool trouble_noted; /* once; there is no more to say of it later */
};

/* No lines, and no file that keeps them. */
void line_history_start(struct line_history *history);

/* Free what it holds. */
void line_history_free(struct line_history *history);

/*
 * Call back the lines of the file `path`, and keep there what is added from now on. Lines of the
 * file that no prompt may hold are passed over. What is wrong with the file is `trouble`, and the
 * history goes on without it.
 */
void line_history_keep(struct line_history *history, const char *path);

/*
 * Add a line that is run, unless it is blank or the same as the last. Where memory is short it is
 * not added.
 */
void line_history_add(struct line_history *history, const char *bytes, size_t length);

/* What became of a key. */
enum line_history_answer {
    LINE_HISTORY_DONE,    /* another line stands in the prompt */
    LINE_HISTORY_REFUSED, /* the key is the history's, but there is no such line */
    LINE_HISTORY_PASSED   /* it is somebody else's */
};

/*
 * Obey a key by its name: ^P calls back the line before, <Up> the one before that begins as the
 * line did that was typed; ^N and <Down> those after, and at the end what was typed. A line that
 * was changed counts as typed.
 */
enum line_history_answer line_history_key(struct line_history *history, struct prompt *prompt,
                                          const char *key);

#endif
