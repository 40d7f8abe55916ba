/* The smallest pieces of a figure: numbers, words, lines. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "view/svg_parts.h"

static const double coordinate_most = 1e6;

void svg_number(struct text *text, double value)
{
    double cut = fmin(fmax(value, -coordinate_most), coordinate_most);
    long thousandths = lround(cut * 1000);
    long magnitude = labs(thousandths);
    char decimals[] = { '.', (char)('0' + magnitude / 100 % 10), (char)('0' + magnitude / 10 % 10),
                        (char)('0' + magnitude % 10) };
    size_t length = sizeof decimals;
    while (length > 0 && (decimals[length - 1] == '0' || decimals[length - 1] == '.'))
        length--;
    text_append_format(text, "%s%ld", thousandths < 0 ? "-" : "", magnitude / 1000);
    text_append_bytes(text, decimals, length);
}

void svg_number_attribute(struct text *text, const char *name, double value)
{
    text_append_format(text, " %s=\"", name);
    svg_number(text, value);
    text_append(text, "\"");
}

/* Append an inert character. */
static void append_escaped(struct text *text, const char *form)
{
    static const struct {
        const char *character;
        const char *entity;
    } entities[] = { { "&", "&amp;" }, { "<", "&lt;" }, { ">", "&gt;" }, { "\"", "&quot;" } };
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++) {
        if (strcmp(form, entities[i].character) == 0) {
            text_append(text, entities[i].entity);
            return;
        }
    }
    text_append(text, form);
}

void svg_escape(struct text *text, const char *utf8, size_t most)
{
    size_t length = strlen(utf8);
    size_t columns = 0;
    bool all = inert_width(utf8, length, false) <= most;
    for (size_t i = 0; i < length;) {
        char form[INERT_LONGEST];
        size_t width;
        i += inert_character(utf8 + i, length - i, false, form, &width);
        columns += width;
        if (!all && columns >= most) {
            text_append(text, "…");
            return;
        }
        append_escaped(text, form);
    }
}

void svg_label(struct text *text, double x, double y, const char *anchor, const char *utf8)
{
    text_append(text, "<text");
    svg_number_attribute(text, "x", x);
    svg_number_attribute(text, "y", y);
    text_append_format(text, " text-anchor=\"%s\">", anchor);
    svg_escape(text, utf8, SIZE_MAX);
    text_append(text, "</text>\n");
}

void svg_rectangle(struct text *text, double x, double y, double width, double height,
                   const char *rest)
{
    text_append(text, "<rect");
    svg_number_attribute(text, "x", x);
    svg_number_attribute(text, "y", y);
    svg_number_attribute(text, "width", width);
    svg_number_attribute(text, "height", height);
    text_append(text, rest);
}

void svg_open(struct text *text, double width, double height)
{
    text_append(text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" role=\"img\"");
    svg_number_attribute(text, "width", width);
    svg_number_attribute(text, "height", height);
    text_append(text, " viewBox=\"0 0 ");
    svg_number(text, width);
    text_append(text, " ");
    svg_number(text, height);
    text_append(text, "\">\n<title>");
}
