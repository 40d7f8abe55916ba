/* The line that a person types after `:`. */
#include "tui/prompt.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "tui/keys.h"

bool prompt_may_hold(const char *bytes, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t character;
        size_t size = utf8_decode(bytes + at, length - at, &character);
        if (size == 0 || character < ' ' || character == 0x7f)
            return false;
        at += size;
    }
    return length <= PROMPT_SIZE;
}

void prompt_start(struct prompt *prompt, struct text *killed)
{
    prompt->killed = killed;
    prompt_clear(prompt);
}

void prompt_clear(struct prompt *prompt)
{
    prompt->length = 0;
    prompt->cursor = 0;
    prompt->killing = false;
}

/* Where the character that ends at `at` begins; 0 at the line's beginning. */
static size_t before(const struct prompt *prompt, size_t at)
{
    while (at > 0) {
        at--;
        if (((unsigned char)prompt->bytes[at] & 0xc0) != 0x80)
            break;
    }
    return at;
}

/* Where the character that begins at `at` ends; the line's length at its end. */
static size_t after(const struct prompt *prompt, size_t at)
{
    while (at < prompt->length) {
        at++;
        if (at == prompt->length || ((unsigned char)prompt->bytes[at] & 0xc0) != 0x80)
            break;
    }
    return at;
}

/* Remove the bytes from `from` to `to` and put the place there. */
static void remove_bytes(struct prompt *prompt, size_t from, size_t to)
{
    memmove(prompt->bytes + from, prompt->bytes + to, prompt->length - to);
    prompt->length -= to - from;
    prompt->cursor = from;
}

bool prompt_insert(struct prompt *prompt, const char *bytes, size_t length)
{
    if (length > PROMPT_SIZE - prompt->length)
        return false;
    char *place = prompt->bytes + prompt->cursor;
    memmove(place + length, place, prompt->length - prompt->cursor);
    memcpy(place, bytes, length);
    prompt->length += length;
    prompt->cursor += length;
    prompt->killing = false;
    return true;
}

bool prompt_replace(struct prompt *prompt, size_t from, size_t to, const char *bytes,
                    size_t length)
{
    if (length > PROMPT_SIZE - prompt->length + (to - from))
        return false;
    remove_bytes(prompt, from, to);
    return prompt_insert(prompt, bytes, length);
}

static void move_left(struct prompt *prompt)
{
    prompt->cursor = before(prompt, prompt->cursor);
}

static void move_right(struct prompt *prompt)
{
    prompt->cursor = after(prompt, prompt->cursor);
}

static void move_home(struct prompt *prompt)
{
    prompt->cursor = 0;
}

static void move_end(struct prompt *prompt)
{
    prompt->cursor = prompt->length;
}

static void remove_before(struct prompt *prompt)
{
    remove_bytes(prompt, before(prompt, prompt->cursor), prompt->cursor);
}

static void remove_after(struct prompt *prompt)
{
    remove_bytes(prompt, prompt->cursor, after(prompt, prompt->cursor));
}

/* Remove bytes and keep them: alone, or on their side of what was killed just before. */
static void kill_bytes(struct prompt *prompt, size_t from, size_t to)
{
    struct text killed = TEXT_EMPTY;
    struct text *before = prompt->killed;
    if (from == to)
        return;
    if (prompt->killing && from == prompt->cursor)
        text_append_bytes(&killed, text_string(before), before->length);
    text_append_bytes(&killed, prompt->bytes + from, to - from);
    if (prompt->killing && from < prompt->cursor)
        text_append_bytes(&killed, text_string(before), before->length);
    text_free(before);
    *before = killed;
    remove_bytes(prompt, from, to);
}

static void kill_word(struct prompt *prompt)
{
    size_t from = prompt->cursor;
    while (from > 0 && prompt->bytes[from - 1] == ' ')
        from--;
    while (from > 0 && prompt->bytes[from - 1] != ' ')
        from--;
    kill_bytes(prompt, from, prompt->cursor);
}

static void kill_all_before(struct prompt *prompt)
{
    kill_bytes(prompt, 0, prompt->cursor);
}

static void kill_all_after(struct prompt *prompt)
{
    kill_bytes(prompt, prompt->cursor, prompt->length);
}

/* The keys that change the line or the place in it. */
static const struct {
    const char *key;
    void (*edit)(struct prompt *prompt);
    bool kills;
} edits[] = {
    { KEY_NAME_LEFT, move_left, false },
    { "^B", move_left, false },
    { KEY_NAME_RIGHT, move_right, false },
    { "^F", move_right, false },
    { KEY_NAME_HOME, move_home, false },
    { "^A", move_home, false },
    { KEY_NAME_END, move_end, false },
    { "^E", move_end, false },
    { KEY_NAME_BACKSPACE, remove_before, false },
    { "^H", remove_before, false },
    { KEY_NAME_DELETE, remove_after, false },
    { "^D", remove_after, false },
    { "^W", kill_word, true },
    { "^U", kill_all_before, true },
    { "^K", kill_all_after, true },
};

static bool is(const char *key, const char *name)
{
    return strcmp(key, name) == 0;
}

/* Whether the key's name is a character itself, not `<Name>` or `^X`. */
static bool is_character(const char *key)
{
    uint32_t character;
    size_t length = strlen(key);
    return length > 0 && utf8_decode(key, length, &character) == length && character >= ' ';
}

/* Put in what was killed, if anything was. */
static enum prompt_answer yank(struct prompt *prompt)
{
    const struct text *killed = prompt->killed;
    if (killed->length == 0 || !prompt_insert(prompt, killed->bytes, killed->length))
        return PROMPT_REFUSED;
    return PROMPT_EDITED;
}

enum prompt_answer prompt_key(struct prompt *prompt, const char *key)
{
    if (is(key, KEY_NAME_ENTER))
        return PROMPT_ENTERED;
    if (is(key, KEY_NAME_ESCAPE) || is(key, "^C"))
        return PROMPT_CANCELLED;
    if (prompt->length == 0 && (is(key, KEY_NAME_BACKSPACE) || is(key, "^H")))
        return PROMPT_CANCELLED;
    for (size_t i = 0; i < sizeof edits / sizeof edits[0]; i++) {
        if (is(key, edits[i].key)) {
            size_t length = prompt->length;
            edits[i].edit(prompt);
            /* One that found nothing to kill begins no row of kills. */
            prompt->killing = edits[i].kills && (prompt->killing || prompt->length != length);
            return PROMPT_EDITED;
        }
    }
    if (is(key, "^Y"))
        return yank(prompt);
    const char *text = is(key, KEY_NAME_SPACE) ? " " : key;
    if (!is_character(text) || !prompt_insert(prompt, text, strlen(text)))
        return PROMPT_REFUSED;
    return PROMPT_EDITED;
}

/*
 * Write into `shown` the character at `at` as the screen shows it; returns where the next begins.
 */
static size_t show_character(const struct prompt *prompt, size_t at, bool ascii, struct text *shown)
{
    size_t next = after(prompt, at);
    text_clear(shown);
    text_append_inert(shown, prompt->bytes + at, next - at, ascii);
    return next;
}

/* Columns from the line's beginning to the place of a byte. */
static int column_of(const struct prompt *prompt, size_t place, bool ascii, struct text *shown)
{
    int column = 0;
    for (size_t at = 0; at < place;) {
        at = show_character(prompt, at, ascii, shown);
        column += canvas_text_width(text_string(shown));
    }
    return column;
}

/* Columns to hide at the left so that the place is among `room` columns: steps of half of them. */
static int hidden_columns(int column, int room)
{
    if (column < room)
        return 0;
    int step = room > 1 ? room / 2 : 1;
    return ((column - room) / step + 1) * step;
}

/* Draw from the first character that is not hidden, beginning at column `first`. */
static void draw_line(const struct prompt *prompt, struct canvas *canvas, int row, int first,
                      int hidden, bool ascii, struct text *shown)
{
    int columns = canvas_columns(canvas);
    int column = first - hidden;
    for (size_t at = 0; at < prompt->length && column < columns;) {
        at = show_character(prompt, at, ascii, shown);
        const char *bytes = text_string(shown);
        if (column >= first)
            canvas_text(canvas, row, column, columns, bytes, PEN_PLAIN);
        column += canvas_text_width(bytes);
    }
}

int prompt_column(const struct prompt *prompt, const char *mark, size_t place, int columns,
                  bool ascii)
{
    struct text shown = TEXT_EMPTY;
    int first = canvas_text_width(mark);
    int hidden = hidden_columns(column_of(prompt, prompt->cursor, ascii, &shown), columns - first);
    int column = first + column_of(prompt, place, ascii, &shown) - hidden;
    text_free(&shown);
    column = column > first ? column : first;
    return column < columns ? column : columns - 1;
}

void prompt_draw(const struct prompt *prompt, struct canvas *canvas, int row, bool ascii)
{
    prompt_draw_after(prompt, ":", canvas, row, ascii);
}

void prompt_draw_after(const struct prompt *prompt, const char *mark, struct canvas *canvas,
                       int row, bool ascii)
{
    int columns = canvas_columns(canvas);
    if (row < 0 || row >= canvas_rows(canvas) || columns == 0)
        return;
    canvas_clear_row(canvas, row);
    int first = canvas_text_width(mark);
    canvas_text(canvas, row, 0, columns, mark, PEN_PLAIN);
    struct text shown = TEXT_EMPTY;
    int hidden = hidden_columns(column_of(prompt, prompt->cursor, ascii, &shown), columns - first);
    draw_line(prompt, canvas, row, first, hidden, ascii, &shown);
    text_free(&shown);
    int place = prompt_column(prompt, mark, prompt->cursor, columns, ascii);
    canvas_set_cursor(canvas, (struct canvas_cursor){ row, place, true });
}

const char *prompt_hint(void)
{
    return "Enter run  Esc leave  Tab complete  Up earlier  ^U clear  ^A ^E ends  ^W word";
}
