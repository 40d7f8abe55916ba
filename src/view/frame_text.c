/* Symbols and text of a frame, in ASCII where nothing else can be shown. */
#include "view/frame_parts.h"

static const struct symbols unicode_symbols = {
    .gradient = "\u2207f",
    .negative = "\u2212\u2207f",
    .magnitude = "|\u2207f|",
    .at_least = "\u2265",
    .at_most = "\u2264",
    .cut = "\u2026",
    .vertical = U'\u2502',
    .vertical_tick = U'\u2524',
    .vertical_probe = U'\u25b8',
    .corner = U'\u2514',
    .horizontal = U'\u2500',
    .horizontal_tick = U'\u252c',
    .horizontal_probe = U'\u25b4',
};

static const struct symbols ascii_symbols = {
    .gradient = "grad f",
    .negative = "-grad f",
    .magnitude = "|grad f|",
    .at_least = ">=",
    .at_most = "<=",
    .cut = "...",
    .vertical = '|',
    .vertical_tick = '+',
    .vertical_probe = '>',
    .corner = '+',
    .horizontal = '-',
    .horizontal_tick = '+',
    .horizontal_probe = '^',
};

const struct symbols *frame_symbols(const struct style *style)
{
    return style->ascii ? &ascii_symbols : &unicode_symbols;
}

const char *frame_arrow_name(const struct style *style)
{
    const struct symbols *symbols = frame_symbols(style);
    return style->ascent ? symbols->gradient : symbols->negative;
}

enum glyph_set frame_glyphs(const struct style *style)
{
    return style->ascii && !glyph_set_is_ascii(style->glyphs) ? GLYPHS_ascii : style->glyphs;
}

uint32_t frame_swatch(const struct style *style)
{
    enum glyph_set glyphs = frame_glyphs(style);
    return glyph_set_is_ascii(glyphs) ? '#' : glyph_arrow(glyphs, 0);
}

int frame_text_width(const struct style *style, const char *utf8)
{
    return style->ascii ? canvas_text_ascii_width(utf8) : canvas_text_width(utf8);
}

static int write_text(struct canvas *canvas, const struct style *style, int row, int column,
                      int limit, const char *utf8)
{
    return style->ascii ? canvas_text_ascii(canvas, row, column, limit, utf8, PEN_PLAIN)
                        : canvas_text(canvas, row, column, limit, utf8, PEN_PLAIN);
}

int frame_text(struct canvas *canvas, const struct style *style, int row, int column, int limit,
               const char *utf8)
{
    if (frame_text_width(style, utf8) <= limit - column)
        return write_text(canvas, style, row, column, limit, utf8);
    const char *cut = frame_symbols(style)->cut;
    int kept = limit - frame_text_width(style, cut);
    if (kept < column)
        kept = column;
    write_text(canvas, style, row, column, kept, utf8);
    return write_text(canvas, style, row, kept, limit, cut);
}
