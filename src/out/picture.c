/* A canvas as text, plain or with ANSI colours. */
#include "out/picture.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

enum {
    SEQUENCE_SIZE = 64, /* bytes of the longest SGR sequence, with its NUL */
    SGR_RESET = 0,
    SGR_BOLD = 1,
    SGR_DIM = 2,
    SGR_REVERSE = 7,
    SGR_FOREGROUND = 30,
    SGR_BACKGROUND = 40,
    SGR_BRIGHT = 60,   /* added for colours 8 to 15 */
    SGR_EXTENDED = 8,  /* added to name a palette number */
    SGR_DEFAULT = 9,   /* added for the terminal's own colour */
    COLORS_PLAIN = 8
};

/* One SGR sequence in the making; empty while there are no parameters. */
struct sequence {
    char bytes[SEQUENCE_SIZE];
    size_t length;
};

static void add_parameter(struct sequence *sequence, int parameter)
{
    const char *before = sequence->length == 0 ? "\033[" : ";";
    int written = snprintf(sequence->bytes + sequence->length, SEQUENCE_SIZE - sequence->length,
                           "%s%d", before, parameter);
    sequence->length += (size_t)written;
}

/* `base` is SGR_FOREGROUND or SGR_BACKGROUND. */
static void add_color(struct sequence *sequence, int base, int color, enum color_depth depth)
{
    if (color == COLOR_DEFAULT) {
        add_parameter(sequence, base + SGR_DEFAULT);
    } else if (depth == DEPTH_256) {
        add_parameter(sequence, base + SGR_EXTENDED);
        add_parameter(sequence, 5);
        add_parameter(sequence, color);
    } else if (color < COLORS_PLAIN) {
        add_parameter(sequence, base + color);
    } else {
        add_parameter(sequence, base + SGR_BRIGHT + color - COLORS_PLAIN);
    }
}

static void add_attributes(struct sequence *sequence, int attributes)
{
    if (attributes & ATTRIBUTE_BOLD)
        add_parameter(sequence, SGR_BOLD);
    if (attributes & ATTRIBUTE_DIM)
        add_parameter(sequence, SGR_DIM);
    if (attributes & ATTRIBUTE_REVERSE)
        add_parameter(sequence, SGR_REVERSE);
}

/* A pen as it can be written: where there are no colours, without them. */
static struct pen writable(struct pen pen, enum color_depth depth)
{
    if (depth == DEPTH_NONE)
        pen.foreground = pen.background = COLOR_DEFAULT;
    return pen;
}

static bool is_plain(struct pen pen)
{
    return pen.foreground == COLOR_DEFAULT && pen.background == COLOR_DEFAULT &&
           pen.attributes == 0;
}

/*
 * Write what changes `from` into `to`. Attributes go off by a reset, the only way known everywhere.
 */
static void change_pen(struct output *output, struct pen from, struct pen to,
                       enum color_depth depth)
{
    struct sequence sequence = { .length = 0 };
    bool to_plain = is_plain(to) && !is_plain(from);
    if (to_plain || (from.attributes & ~to.attributes) != 0) {
        add_parameter(&sequence, SGR_RESET);
        from = PEN_PLAIN;
    }
    add_attributes(&sequence, to.attributes & ~from.attributes);
    if (to.foreground != from.foreground)
        add_color(&sequence, SGR_FOREGROUND, to.foreground, depth);
    if (to.background != from.background)
        add_color(&sequence, SGR_BACKGROUND, to.background, depth);
    if (sequence.length == 0)
        return;
    output_write(output, sequence.bytes, sequence.length);
    output_write(output, "m", 1);
}

/* Columns of the row that are written: blanks at its end are not, unless their pen can be seen. */
static int written_columns(const struct canvas *canvas, int row, enum picture_form form,
                           enum color_depth depth)
{
    int columns = canvas_columns(canvas);
    while (columns > 0) {
        struct cell last = canvas_cell(canvas, row, columns - 1);
        if (last.character != ' ')
            break;
        if (form == PICTURE_ANSI && !is_plain(writable(last.pen, depth)))
            break;
        columns--;
    }
    return columns;
}

static void write_row(struct output *output, const struct canvas *canvas, int row,
                      enum picture_form form, enum color_depth depth)
{
    struct pen pen = PEN_PLAIN;
    int columns = written_columns(canvas, row, form, depth);
    for (int column = 0; column < columns; column++) {
        struct cell cell = canvas_cell(canvas, row, column);
        if (form == PICTURE_ANSI) {
            struct pen next = writable(cell.pen, depth);
            change_pen(output, pen, next, depth);
            pen = next;
        }
        char bytes[UTF8_LONGEST];
        output_write(output, bytes, utf8_encode(cell.character, bytes));
    }
    change_pen(output, pen, PEN_PLAIN, depth);
    output_write(output, "\n", 1);
}

void picture_write(struct output *output, const struct canvas *canvas, int rows,
                   enum picture_form form, enum color_depth depth)
{
    for (int row = 0; row < rows && row < canvas_rows(canvas); row++)
        write_row(output, canvas, row, form, depth);
}
