/* The colours and attributes of levels, by colour depth and background. */
#include "view/palette.h"

enum { COLORS_MOST = LEVELS };

/* Pens from weak to strong, shared out among the levels as evenly as they go. */
struct colors {
    int count;
    struct {
        int16_t foreground;
        uint8_t attributes;
    } pens[COLORS_MOST];
};

/*
 * Rows: unknown, dark, light background (order of backgrounds.def from BACKGROUND_unknown on).
 * xterm's indexes; readable at 3:1 on black and on white, or at 4.5:1 on the background that is
 * known. Neighbours differ by CIEDE2000 6.7 or more.
 */
enum { BACKGROUNDS = 3 };
static const int16_t colors_256[BACKGROUNDS][LEVELS] = {
    { 26, 105, 133, 162, 168, 167, 130, 136 },
    { 63, 135, 170, 204, 209, 215, 221, 227 },
    { 130, 131, 126, 90, 91, 55, 19, 17 },
};
static const int16_t mark_256[BACKGROUNDS] = { 244, 244, 242 };

static const struct colors colors_16[BACKGROUNDS] = {
    { 4, { { 12, 0 }, { 5, 0 }, { 13, 0 }, { 9, 0 } } },
    { 5, { { 12, 0 }, { 5, 0 }, { 13, 0 }, { 3, 0 }, { 11, 0 } } },
    { 4, { { 1, 0 }, { 5, 0 }, { 4, 0 }, { 0, 0 } } },
};

static const struct colors colors_8[BACKGROUNDS] = {
    { 4, { { 5, 0 }, { 5, ATTRIBUTE_BOLD }, { 1, 0 }, { 1, ATTRIBUTE_BOLD } } },
    { 4, { { 5, 0 }, { 6, 0 }, { 2, 0 }, { 3, 0 } } },
    { 4, { { 1, 0 }, { 5, 0 }, { 4, 0 }, { 0, 0 } } },
};

static const uint8_t attributes_with_dim[LEVELS] = {
    ATTRIBUTE_DIM, ATTRIBUTE_DIM, ATTRIBUTE_DIM, 0, 0, ATTRIBUTE_BOLD, ATTRIBUTE_BOLD,
    ATTRIBUTE_BOLD
};
static const uint8_t attributes_without_dim[LEVELS] = {
    0, 0, 0, 0, ATTRIBUTE_BOLD, ATTRIBUTE_BOLD, ATTRIBUTE_BOLD, ATTRIBUTE_BOLD
};

/*
 * Of the ways of walks, readable as those of levels are. They differ from one another by CIEDE2000
 * 20 or more and from the colours of levels by 12.
 */
static const int16_t trails_256[BACKGROUNDS][TRAIL_PENS] = {
    { 28, 202, 93, 30, 201, 32, 246, 95 },
    { 46, 117, 196, 230, 29, 136, 224, 103 },
    { 22, 160, 24, 16, 129, 52, 96, 161 },
};
static const struct colors trails_16[BACKGROUNDS] = {
    { 4, { { 2, 0 }, { 1, 0 }, { 6, 0 }, { 3, 0 } } },
    { 4, { { 10, 0 }, { 14, 0 }, { 9, 0 }, { 15, 0 } } },
    { 4, { { 2, 0 }, { 6, 0 }, { 3, 0 }, { 8, 0 } } },
};
static const struct colors trails_8[BACKGROUNDS] = {
    { 3, { { 2, 0 }, { 6, 0 }, { 4, 0 } } },
    { 3, { { 7, ATTRIBUTE_BOLD }, { 1, 0 }, { 4, ATTRIBUTE_BOLD } } },
    { 3, { { 2, 0 }, { 6, 0 }, { 3, 0 } } },
};
static const uint8_t trail_attributes[] = { ATTRIBUTE_BOLD, ATTRIBUTE_REVERSE,
                                            ATTRIBUTE_BOLD | ATTRIBUTE_REVERSE };

/*
 * Of lines where a derivative is 0, readable likewise. They differ from one another by CIEDE2000 35
 * or more, from the colours of levels by 15 and from those of ways by 14.
 */
static const int16_t nullclines_256[BACKGROUNDS][2] = { { 29, 160 }, { 51, 70 }, { 58, 62 } };
static const int16_t nullclines_16[BACKGROUNDS][2] = { { 6, 1 }, { 6, 2 }, { 6, 2 } };
static const int16_t nullclines_8[BACKGROUNDS][2] = { { 6, 2 }, { 7, 1 }, { 6, 2 } };

int palette_row(const struct color_mode *mode)
{
    if (mode->background == BACKGROUND_dark)
        return 1;
    return mode->background == BACKGROUND_light ? 2 : 0;
}

static struct pen pen_of(const struct colors *colors, int index)
{
    struct pen pen = PEN_PLAIN;
    pen.foreground = colors->pens[index].foreground;
    pen.attributes = colors->pens[index].attributes;
    return pen;
}

static struct pen shared_pen(const struct colors *colors, int level)
{
    return pen_of(colors, level * colors->count / LEVELS);
}

struct pen palette_level(const struct color_mode *mode, int level)
{
    int row = palette_row(mode);
    struct pen pen = PEN_PLAIN;
    switch (mode->depth) {
    case DEPTH_8:
        return shared_pen(&colors_8[row], level);
    case DEPTH_16:
        return shared_pen(&colors_16[row], level);
    case DEPTH_256:
        pen.foreground = colors_256[row][level];
        pen.attributes = ATTRIBUTE_BOLD;
        return pen;
    case DEPTH_PLAIN:
        return pen;
    case DEPTH_NONE:
    case DEPTH_COUNT:
        break;
    }
    pen.attributes = mode->has_dim ? attributes_with_dim[level] : attributes_without_dim[level];
    return pen;
}

struct pen palette_trail(const struct color_mode *mode, int index)
{
    int row = palette_row(mode);
    int count = sizeof trail_attributes / sizeof trail_attributes[0];
    struct pen pen = PEN_PLAIN;
    if (mode->depth == DEPTH_8)
        return pen_of(&trails_8[row], index % trails_8[row].count);
    if (mode->depth == DEPTH_16)
        return pen_of(&trails_16[row], index % trails_16[row].count);
    if (mode->depth == DEPTH_NONE)
        pen.attributes = trail_attributes[index % count];
    if (mode->depth == DEPTH_256) {
        pen.foreground = trails_256[row][index % TRAIL_PENS];
        pen.attributes = ATTRIBUTE_BOLD;
    }
    return pen;
}

struct pen palette_nullcline(const struct color_mode *mode, int axis)
{
    int row = palette_row(mode);
    struct pen pen = PEN_PLAIN;
    if (mode->depth == DEPTH_256)
        pen.foreground = nullclines_256[row][axis];
    else if (mode->depth == DEPTH_16)
        pen.foreground = nullclines_16[row][axis];
    else if (mode->depth == DEPTH_8)
        pen.foreground = nullclines_8[row][axis];
    else if (mode->depth == DEPTH_NONE)
        pen.attributes = ATTRIBUTE_BOLD;
    return pen;
}

struct pen palette_mark(const struct color_mode *mode)
{
    struct pen pen = PEN_PLAIN;
    if (mode->depth == DEPTH_256)
        pen.foreground = mark_256[palette_row(mode)];
    return pen;
}

struct pen palette_dim(const struct color_mode *mode)
{
    /* Below 3:1 on a background that is known, on purpose: there to be passed over. */
    static const int16_t dim_256[BACKGROUNDS] = { 244, 240, 248 };
    struct pen pen = PEN_PLAIN;
    if (mode->depth == DEPTH_256)
        pen.foreground = dim_256[palette_row(mode)];
    else if (mode->depth != DEPTH_PLAIN && mode->has_dim)
        pen.attributes = ATTRIBUTE_DIM;
    return pen;
}

struct pen palette_line(const struct color_mode *mode, bool under)
{
    static const int16_t alone_256[BACKGROUNDS] = { 244, 244, 242 };
    static const int16_t under_256[BACKGROUNDS] = { 240, 240, 248 };
    struct pen pen = PEN_PLAIN;
    if (mode->depth == DEPTH_256)
        pen.foreground = (under ? under_256 : alone_256)[palette_row(mode)];
    return pen;
}

int palette_shades(const struct color_mode *mode, int16_t shades[SHADES_MOST])
{
    static const int16_t dark[] = { 232, 233, 234, 235, 236 };
    static const int16_t light[] = { 255, 254, 253, 252 };
    bool is_dark = mode->background == BACKGROUND_dark;
    if (mode->depth != DEPTH_256 || (!is_dark && mode->background != BACKGROUND_light))
        return 0;
    int count = is_dark ? sizeof dark / sizeof dark[0] : sizeof light / sizeof light[0];
    for (int i = 0; i < count; i++)
        shades[i] = is_dark ? dark[i] : light[i];
    return count;
}
