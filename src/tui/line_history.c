/* The lines that a person has run, now and in earlier runs of the program, to be called back. */
#include "tui/line_history.h"

#include <stdlib.h>
#include <string.h>

#include "base/xdg.h"
#include "tui/keys.h"

void line_history_start(struct line_history *history)
{
    history->count = 0;
    history->at = 0;
    history->begun = TEXT_EMPTY;
    history->path = TEXT_EMPTY;
    history->troubled = false;
    history->trouble_noted = false;
}

void line_history_free(struct line_history *history)
{
    for (size_t i = 0; i < history->count; i++)
        free(history->lines[i]);
    history->count = 0;
    text_free(&history->begun);
    text_free(&history->path);
}

/* Note the first failure of the file. */
static void note(struct line_history *history, const struct failure *failure)
{
    if (history->trouble_noted)
        return;
    history->trouble = *failure;
    history->troubled = true;
    history->trouble_noted = true;
}

static bool is_blank(const char *bytes, size_t length)
{
    size_t blanks = 0;
    while (blanks < length && bytes[blanks] == ' ')
        blanks++;
    return blanks == length;
}

static bool is_last(const struct line_history *history, const char *bytes, size_t length)
{
    if (history->count == 0)
        return false;
    const char *last = history->lines[history->count - 1];
    return strlen(last) == length && memcmp(last, bytes, length) == 0;
}

/* Put a line behind the others; false when it is not to be put there, or memory is short. */
static bool push(struct line_history *history, const char *bytes, size_t length)
{
    if (is_blank(bytes, length) || is_last(history, bytes, length))
        return false;
    char *line = malloc(length + 1);
    if (line == NULL)
        return false;
    memcpy(line, bytes, length);
    line[length] = '\0';
    if (history->count == LINE_HISTORY_MOST) {
        free(history->lines[0]);
        history->count--;
        memmove(history->lines, history->lines + 1, history->count * sizeof history->lines[0]);
    }
    history->lines[history->count++] = line;
    history->at = history->count;
    return true;
}

/* Put the lines of a file behind the others. */
static void push_all(struct line_history *history, const char *bytes, size_t length)
{
    for (size_t start = 0; start < length;) {
        const char *newline = memchr(bytes + start, '\n', length - start);
        size_t end = newline == NULL ? length : (size_t)(newline - bytes);
        if (prompt_may_hold(bytes + start, end - start))
            push(history, bytes + start, end - start);
        start = end + 1;
    }
}

void line_history_keep(struct line_history *history, const char *path)
{
    struct text lines = TEXT_EMPTY;
    struct failure failure;
    text_clear(&history->path);
    text_append(&history->path, path);
    if (line_file_read(path, &lines, &failure) != STATUS_OK)
        note(history, &failure);
    push_all(history, text_string(&lines), lines.length);
    text_free(&lines);
}

void line_history_add(struct line_history *history, const char *bytes, size_t length)
{
    struct failure failure;
    const char *path = text_string(&history->path);
    history->at = history->count;
    if (!push(history, bytes, length) || path[0] == '\0')
        return;
    enum status status = xdg_make_folders(path, &failure);
    /* Who has no home misses nothing there. */
    if (status == STATUS_NO_INPUT)
        return;
    if (status == STATUS_OK)
        status = line_file_append(path, bytes, length, &failure);
    if (status != STATUS_OK)
        note(history, &failure);
}

/* The line that the walk has come to. */
static const char *line_at(const struct line_history *history, size_t at)
{
    return at < history->count ? history->lines[at] : text_string(&history->begun);
}

static bool stands_in(const struct prompt *prompt, const char *line)
{
    return strlen(line) == prompt->length && memcmp(line, prompt->bytes, prompt->length) == 0;
}

/* Walk from what was typed, when it was, and not from a line called back. */
static void begin(struct line_history *history, const struct prompt *prompt)
{
    if (history->at < history->count && stands_in(prompt, line_at(history, history->at)))
        return;
    history->at = history->count;
    text_clear(&history->begun);
    text_append_bytes(&history->begun, prompt->bytes, prompt->length);
}

/* Put the next line in that begins so, backwards or forwards. */
static enum line_history_answer walk(struct line_history *history, struct prompt *prompt,
                                     bool back, const char *beginning)
{
    size_t length = strlen(beginning);
    for (size_t at = history->at; back ? at > 0 : at < history->count;) {
        at = back ? at - 1 : at + 1;
        const char *line = line_at(history, at);
        if (strncmp(line, beginning, length) != 0)
            continue;
        history->at = at;
        prompt_replace(prompt, 0, prompt->length, line, strlen(line));
        return LINE_HISTORY_DONE;
    }
    return LINE_HISTORY_REFUSED;
}

enum line_history_answer line_history_key(struct line_history *history, struct prompt *prompt,
                                          const char *key)
{
    static const struct {
        const char *key;
        bool back;
        bool likewise; /* only lines that begin as the one that was typed */
    } keys[] = {
        { KEY_NAME_UP, true, true },
        { KEY_NAME_DOWN, false, true },
        { "^P", true, false },
        { "^N", false, false },
    };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (strcmp(keys[i].key, key) != 0)
            continue;
        begin(history, prompt);
        return walk(history, prompt, keys[i].back,
                    keys[i].likewise ? text_string(&history->begun) : "");
    }
    return LINE_HISTORY_PASSED;
}
