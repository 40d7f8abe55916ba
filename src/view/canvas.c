/* The picture as an array of cells: what the screen, printed frames and tests all show. */
#include "view/canvas.h"

#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "base/text.h"
#include "base/utf8.h"

struct canvas {
    int rows;
    int columns;
    size_t capacity; /* cells that `cells` can hold */
    struct cell *cells;
    struct canvas_cursor cursor;
};

static struct cell blank(void)
{
    return (struct cell){ .character = ' ', .pen = PEN_PLAIN };
}

static int clamp(int value, int most)
{
    return value < 0 ? 0 : value > most ? most : value;
}

struct canvas *canvas_new(int rows, int columns)
{
    struct canvas *made = calloc(1, sizeof *made);
    if (made == NULL)
        return NULL;
    if (canvas_resize(made, rows, columns) != STATUS_OK) {
        canvas_free(made);
        return NULL;
    }
    return made;
}

void canvas_free(struct canvas *canvas)
{
    if (canvas == NULL)
        return;
    free(canvas->cells);
    free(canvas);
}

/* Get room for so many cells, keeping those that are there; false when memory is short. */
static bool reserve(struct canvas *canvas, int rows, int columns)
{
    size_t count = (size_t)rows * (size_t)columns;
    if (count <= canvas->capacity)
        return true;
    struct cell *grown = array_resize(canvas->cells, count, sizeof *grown);
    if (grown == NULL)
        return false;
    canvas->cells = grown;
    canvas->capacity = count;
    return true;
}

enum status canvas_resize(struct canvas *canvas, int rows, int columns)
{
    rows = clamp(rows, CANVAS_ROWS_MOST);
    columns = clamp(columns, CANVAS_COLUMNS_MOST);
    if (!reserve(canvas, rows, columns))
        return STATUS_FAILED;
    canvas->rows = rows;
    canvas->columns = columns;
    canvas_clear(canvas);
    return STATUS_OK;
}

enum status canvas_extend(struct canvas *canvas, int rows)
{
    int row = canvas->rows;
    rows = clamp(rows, CANVAS_ROWS_MOST);
    if (rows <= row)
        return STATUS_OK;
    if (!reserve(canvas, rows, canvas->columns))
        return STATUS_FAILED;
    for (canvas->rows = rows; row < rows; row++)
        canvas_clear_row(canvas, row);
    return STATUS_OK;
}

int canvas_rows(const struct canvas *canvas)
{
    return canvas->rows;
}

int canvas_columns(const struct canvas *canvas)
{
    return canvas->columns;
}

void canvas_clear(struct canvas *canvas)
{
    size_t count = (size_t)canvas->rows * (size_t)canvas->columns;
    for (size_t i = 0; i < count; i++)
        canvas->cells[i] = blank();
}

void canvas_clear_row(struct canvas *canvas, int row)
{
    for (int column = 0; row >= 0 && row < canvas->rows && column < canvas->columns; column++)
        canvas->cells[(size_t)row * (size_t)canvas->columns + (size_t)column] = blank();
}

/* The cell at a place, or NULL outside the canvas. */
static struct cell *cell_at(const struct canvas *canvas, int row, int column)
{
    if (row < 0 || row >= canvas->rows || column < 0 || column >= canvas->columns)
        return NULL;
    return &canvas->cells[(size_t)row * (size_t)canvas->columns + (size_t)column];
}

struct cell canvas_cell(const struct canvas *canvas, int row, int column)
{
    const struct cell *cell = cell_at(canvas, row, column);
    return cell == NULL ? blank() : *cell;
}

void canvas_put(struct canvas *canvas, int row, int column, uint32_t character, struct pen pen)
{
    struct cell *cell = cell_at(canvas, row, column);
    if (cell == NULL)
        return;
    cell->character = character_width(character) == 1 ? character : '?';
    if (pen.background == COLOR_DEFAULT)
        pen.background = cell->pen.background;
    cell->pen = pen;
}

void canvas_shade(struct canvas *canvas, int row, int column, int16_t background)
{
    struct cell *cell = cell_at(canvas, row, column);
    if (cell != NULL)
        cell->pen.background = background;
}

/* One step through a text: what stands at `bytes`, and whether a cell can hold it. */
struct piece {
    size_t size; /* bytes; 0 at the text's end */
    uint32_t character;
    bool escaped;
    int width; /* columns, of the escape where it is escaped */
};

static struct piece next_piece(const char *bytes, size_t length, bool ascii)
{
    struct piece piece = { .width = 1 };
    if (length == 0)
        return piece;
    piece.size = utf8_decode(bytes, length, &piece.character);
    piece.escaped = piece.size == 0 || character_width(piece.character) != 1 ||
                    (ascii && piece.character >= 0x80);
    if (piece.size == 0)
        piece.size = 1;
    if (piece.escaped)
        piece.width = (int)inert_width(bytes, piece.size, true);
    return piece;
}

/* Put the escape for `size` bytes, cut before column `limit`. */
static void put_escape(struct canvas *canvas, int row, int column, int limit, const char *bytes,
                       size_t size, struct pen pen)
{
    struct text escape = TEXT_EMPTY;
    text_append_inert(&escape, bytes, size, true);
    for (size_t i = 0; i < escape.length && column < limit; i++)
        canvas_put(canvas, row, column++, (unsigned char)escape.bytes[i], pen);
    text_free(&escape);
}

static int put_text(struct canvas *canvas, int row, int column, int limit, const char *utf8,
                    struct pen pen, bool ascii)
{
    size_t length = strlen(utf8);
    if (limit > canvas->columns)
        limit = canvas->columns;
    for (size_t at = 0; at < length && column < limit;) {
        struct piece piece = next_piece(utf8 + at, length - at, ascii);
        if (piece.escaped)
            put_escape(canvas, row, column, limit, utf8 + at, piece.size, pen);
        else
            canvas_put(canvas, row, column, piece.character, pen);
        at += piece.size;
        column = piece.width < limit - column ? column + piece.width : limit;
    }
    return column;
}

int canvas_text(struct canvas *canvas, int row, int column, int limit, const char *utf8,
                struct pen pen)
{
    return put_text(canvas, row, column, limit, utf8, pen, false);
}

int canvas_text_ascii(struct canvas *canvas, int row, int column, int limit, const char *utf8,
                      struct pen pen)
{
    return put_text(canvas, row, column, limit, utf8, pen, true);
}

static int text_width(const char *utf8, bool ascii)
{
    size_t length = strlen(utf8);
    int width = 0;
    for (size_t at = 0; at < length && width < CANVAS_WIDTH_MOST;) {
        struct piece piece = next_piece(utf8 + at, length - at, ascii);
        at += piece.size;
        width += piece.width;
    }
    return width;
}

int canvas_text_width(const char *utf8)
{
    return text_width(utf8, false);
}

int canvas_text_ascii_width(const char *utf8)
{
    return text_width(utf8, true);
}

void canvas_set_cursor(struct canvas *canvas, struct canvas_cursor cursor)
{
    canvas->cursor = cursor;
}

struct canvas_cursor canvas_cursor(const struct canvas *canvas)
{
    return canvas->cursor;
}
