/* What stands on a screen after bytes were written to it, by libvterm. */
#include "pty_screen.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vterm.h>

struct pty_screen {
    VTerm *terminal;
    VTermScreen *screen;
    int rows;
    int columns;
    int bells;
    bool alternate;
    bool cursor_visible;
};

struct pty_picture {
    struct pty_screen *screen;
};

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    struct pty_screen *screen = user;
    if (property == VTERM_PROP_ALTSCREEN)
        screen->alternate = value->boolean;
    if (property == VTERM_PROP_CURSORVISIBLE)
        screen->cursor_visible = value->boolean;
    return 1;
}

static int on_bell(void *user)
{
    struct pty_screen *screen = user;
    screen->bells++;
    return 1;
}

struct pty_screen *pty_screen_new(int rows, int columns)
{
    static const VTermScreenCallbacks callbacks = { .settermprop = on_property, .bell = on_bell };
    struct pty_screen *screen = calloc(1, sizeof *screen);
    ck_assert_ptr_nonnull(screen);
    screen->rows = rows;
    screen->columns = columns;
    screen->cursor_visible = true;
    screen->terminal = vterm_new(rows, columns);
    vterm_set_utf8(screen->terminal, 1);
    screen->screen = vterm_obtain_screen(screen->terminal);
    vterm_screen_set_callbacks(screen->screen, &callbacks, screen);
    vterm_screen_enable_altscreen(screen->screen, 1);
    vterm_screen_reset(screen->screen, 1);
    return screen;
}

void pty_screen_free(struct pty_screen *screen)
{
    vterm_free(screen->terminal);
    free(screen);
}

void pty_screen_write(struct pty_screen *screen, const char *bytes, size_t length)
{
    /* libvterm loses a character that is cut in two after one of ASCII; a byte is never cut. */
    for (size_t i = 0; i < length; i++)
        vterm_input_write(screen->terminal, bytes + i, 1);
}

void pty_screen_resize(struct pty_screen *screen, int rows, int columns)
{
    vterm_set_size(screen->terminal, rows, columns);
    screen->rows = rows;
    screen->columns = columns;
}

int pty_screen_rows(const struct pty_screen *screen)
{
    return screen->rows;
}

static VTermScreenCell get_cell(const struct pty_screen *screen, int row, int column)
{
    VTermScreenCell cell = { .chars = { 0 } };
    vterm_screen_get_cell(screen->screen, (VTermPos){ row, column }, &cell);
    return cell;
}

static size_t encode(uint32_t character, char *bytes)
{
    if (character < 0x80) {
        bytes[0] = (char)character;
        return 1;
    }
    size_t size = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
    for (size_t i = size - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (character & 0x3f));
        character >>= 6;
    }
    bytes[0] = (char)(lead[size] | character);
    return size;
}

const char *pty_screen_row(struct pty_screen *screen, int row, char text[PTY_TEXT_SIZE])
{
    size_t length = 0;
    size_t end = 0;
    for (int column = 0; column < screen->columns && length + 8 < PTY_TEXT_SIZE; column++) {
        uint32_t character = pty_screen_cell(screen, row, column).character;
        length += encode(character, text + length);
        if (character != ' ')
            end = length;
    }
    text[end] = '\0';
    return text;
}

static int color_number(const VTermColor *color)
{
    if (VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color))
        return PTY_DEFAULT;
    ck_assert(VTERM_COLOR_IS_INDEXED(color));
    return color->indexed.idx;
}

struct pty_cell pty_screen_cell(struct pty_screen *screen, int row, int column)
{
    VTermScreenCell cell = get_cell(screen, row, column);
    bool blank = cell.chars[0] == 0 || cell.chars[0] == ' ';
    return (struct pty_cell){
        .character = blank ? ' ' : cell.chars[0],
        .foreground = blank && !cell.attrs.reverse ? PTY_DEFAULT : color_number(&cell.fg),
        .background = color_number(&cell.bg),
        .bold = !blank && cell.attrs.bold,
        .reverse = cell.attrs.reverse,
    };
}

int pty_screen_bells(const struct pty_screen *screen)
{
    return screen->bells;
}

bool pty_screen_is_alternate(const struct pty_screen *screen)
{
    return screen->alternate;
}

bool pty_screen_cursor_visible(const struct pty_screen *screen)
{
    return screen->cursor_visible;
}

void pty_screen_cursor(const struct pty_screen *screen, int *row, int *column)
{
    VTermPos position;
    vterm_state_get_cursorpos(vterm_obtain_state(screen->terminal), &position);
    *row = position.row;
    *column = position.col;
}

static bool same(struct pty_cell a, struct pty_cell b)
{
    return a.character == b.character && a.foreground == b.foreground &&
           a.background == b.background && a.bold == b.bold && a.reverse == b.reverse;
}

bool pty_screen_shows(struct pty_screen *screen, const struct pty_picture *picture)
{
    struct pty_screen *wanted = picture->screen;
    if (screen->rows != wanted->rows || screen->columns != wanted->columns)
        return false;
    for (int row = 0; row < screen->rows - 2; row++) {
        for (int column = 0; column < screen->columns; column++) {
            if (!same(pty_screen_cell(screen, row, column), pty_screen_cell(wanted, row, column)))
                return false;
        }
    }
    return true;
}

void pty_screen_differences(struct pty_screen *screen, const struct pty_picture *picture)
{
    struct pty_screen *wanted = picture->screen;
    for (int row = 0; row < screen->rows - 2 && row < wanted->rows; row++) {
        for (int column = 0; column < screen->columns && column < wanted->columns; column++) {
            struct pty_cell is = pty_screen_cell(screen, row, column);
            struct pty_cell should = pty_screen_cell(wanted, row, column);
            if (same(is, should))
                continue;
            fprintf(stderr, "row %d, column %d: U+%04X in color %d, but printed U+%04X in %d\n", row,
                    column, (unsigned)is.character, is.foreground, (unsigned)should.character,
                    should.foreground);
        }
    }
}

enum { WORDS_MOST = 512 }; /* of a command line; one with more is not run */

/* In a child: print into `output`. */
static void print(int output, const char *size, const char *const *arguments)
{
    char *words[WORDS_MOST + 1] = { NULL };
    int count = 0;
    char *unchecked = getenv("STEEPEST_UNCHECKED");
    words[count++] = unchecked != NULL ? unchecked : getenv("STEEPEST");
    words[count++] = strdup("--print");
    words[count++] = strdup("--color=always");
    words[count++] = strdup(size);
    while (*arguments != NULL && count < WORDS_MOST)
        words[count++] = strdup(*arguments++);
    dup2(output, STDOUT_FILENO);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("TERM", "xterm-256color", 1);
    if (words[0] != NULL && *arguments == NULL)
        execv(words[0], words);
    _exit(127);
}

/* Write what comes, with the terminal's driver's help: a newline also returns. */
static void write_lines(struct pty_screen *screen, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '\n')
            pty_screen_write(screen, "\r", 1);
        pty_screen_write(screen, bytes + i, 1);
    }
}

struct pty_picture *pty_print(int rows, int columns, const char *const *arguments)
{
    char size[32];
    char bytes[4096];
    int output[2];
    int status;
    snprintf(size, sizeof size, "--size=%dx%d", columns, rows);
    ck_assert_int_eq(pipe(output), 0);
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0)
        print(output[1], size, arguments);
    close(output[1]);
    struct pty_picture *picture = calloc(1, sizeof *picture);
    ck_assert_ptr_nonnull(picture);
    picture->screen = pty_screen_new(rows, columns);
    ssize_t length;
    while ((length = read(output[0], bytes, sizeof bytes)) > 0)
        write_lines(picture->screen, bytes, (size_t)length);
    close(output[0]);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "--print failed: %d", status);
    return picture;
}

void pty_picture_free(struct pty_picture *picture)
{
    pty_screen_free(picture->screen);
    free(picture);
}

const char *pty_picture_row(struct pty_picture *picture, int row, char text[PTY_TEXT_SIZE])
{
    return pty_screen_row(picture->screen, row, text);
}
