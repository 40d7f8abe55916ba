/* The pens of levels by the kind of colours: sequential, cyclic and diverging. */
#include "view/palette_kind.h"

enum {
    BACKGROUNDS = 3, /* rows: unknown, dark, light */
    ARM = 3,         /* diverging colours either way from the middle */
    QUARTERS = 4,    /* cyclic colours where there are few */
    CATEGORIES = LEVELS - 1
};

/*
 * xterm's indexes; readable at 3:1 on black and on white, or at 4.5:1 on the background that is
 * known. Neighbours differ by CIEDE2000 15 or more (cyclic) and 12 or more (diverging).
 */
static const int16_t cyclic_256[BACKGROUNDS][LEVELS] = {
    { 136, 29, 33, 92, 97, 170, 167, 160 },
    { 100, 83, 29, 117, 99, 218, 196, 223 },
    { 94, 29, 23, 25, 17, 90, 131, 88 },
};
static const int16_t diverging_256[BACKGROUNDS][2 * ARM + 1] = {
    { 26, 69, 103, 244, 137, 166, 160 },
    { 63, 75, 153, 252, 223, 215, 202 },
    { 19, 25, 60, 242, 95, 130, 124 },
};

/*
 * Of whole numbers from 1 on; readable likewise. Any two, and each and the grey of marks, differ by
 * CIEDE2000 19 or more, and by 9 for eyes without one kind of cone.
 */
static const int16_t categories_256[BACKGROUNDS][CATEGORIES] = {
    { 26, 202, 126, 29, 171, 58, 197 },
    { 63, 226, 196, 158, 211, 117, 215 },
    { 20, 130, 161, 24, 52, 98, 53 },
};

struct few {
    int16_t foreground;
    uint8_t attributes;
};

static const struct few cyclic_16[BACKGROUNDS][QUARTERS] = {
    { { 12, 0 }, { 5, 0 }, { 9, 0 }, { 13, 0 } },
    { { 12, 0 }, { 13, 0 }, { 3, 0 }, { 2, 0 } },
    { { 1, 0 }, { 5, 0 }, { 4, 0 }, { 0, 0 } },
};
static const struct few cyclic_8[BACKGROUNDS][QUARTERS] = {
    { { 5, 0 }, { 5, ATTRIBUTE_BOLD }, { 1, ATTRIBUTE_BOLD }, { 1, 0 } },
    { { 5, 0 }, { 6, 0 }, { 2, 0 }, { 3, 0 } },
    { { 1, 0 }, { 5, 0 }, { 4, 0 }, { 0, 0 } },
};

/* Of whole numbers from 1 on, as many as there are. */
enum { CATEGORIES_16 = 6, CATEGORIES_8 = 5 };
static const int16_t categories_16[BACKGROUNDS][CATEGORIES_16] = {
    { 12, 9, 2, 13, 6, 3 },
    { 12, 11, 9, 10, 13, 14 },
    { 4, 1, 2, 5, 6, 3 },
};
static const int16_t categories_8[BACKGROUNDS][CATEGORIES_8] = {
    { 4, 1, 2, 5, 6 },
    { 6, 3, 5, 2, 1 },
    { 4, 1, 2, 5, 6 },
};

/* Of negative and of positive numbers. */
static const int16_t signs_16[BACKGROUNDS][2] = { { 12, 9 }, { 12, 9 }, { 4, 1 } };
static const int16_t signs_8[BACKGROUNDS][2] = { { 5, 1 }, { 6, 3 }, { 4, 1 } };

static struct pen pen_of(int16_t foreground, uint8_t attributes)
{
    struct pen pen = PEN_PLAIN;
    pen.foreground = foreground;
    pen.attributes = attributes;
    return pen;
}

static struct pen cyclic_pen(const struct color_mode *mode, int octant)
{
    int row = palette_row(mode);
    const struct few *few;
    switch (mode->depth) {
    case DEPTH_256:
        return pen_of(cyclic_256[row][octant], ATTRIBUTE_BOLD);
    case DEPTH_16:
        few = &cyclic_16[row][octant * QUARTERS / LEVELS];
        return pen_of(few->foreground, few->attributes);
    case DEPTH_8:
        few = &cyclic_8[row][octant * QUARTERS / LEVELS];
        return pen_of(few->foreground, few->attributes);
    case DEPTH_NONE:
    case DEPTH_PLAIN:
    case DEPTH_COUNT:
        break;
    }
    return PEN_PLAIN;
}

/* Where a level stands among the colours: 0 is the middle, -ARM and ARM the outermost. */
static int arm_of(int level, int levels)
{
    int count = levels / 2;
    bool has_middle = levels % 2 != 0;
    int steps = level - count;
    if (!has_middle && steps >= 0)
        steps++;
    if (steps == 0)
        return 0;
    int size = steps < 0 ? -steps : steps;
    int arm = (size * ARM + count - 1) / count;
    return steps < 0 ? -arm : arm;
}

static struct pen sign_pen(const int16_t signs[2], int arm)
{
    if (arm == 0)
        return PEN_PLAIN;
    bool outermost = arm == ARM || arm == -ARM;
    return pen_of(signs[arm > 0], outermost ? ATTRIBUTE_BOLD : 0);
}

static struct pen diverging_pen(const struct color_mode *mode, int arm)
{
    int row = palette_row(mode);
    uint8_t negative = mode->has_dim ? ATTRIBUTE_DIM : 0;
    switch (mode->depth) {
    case DEPTH_256:
        return pen_of(diverging_256[row][arm + ARM], ATTRIBUTE_BOLD);
    case DEPTH_16:
        return sign_pen(signs_16[row], arm);
    case DEPTH_8:
        return sign_pen(signs_8[row], arm);
    case DEPTH_NONE:
        return pen_of(COLOR_DEFAULT, arm < 0 ? negative : arm > 0 ? ATTRIBUTE_BOLD : 0);
    case DEPTH_PLAIN:
    case DEPTH_COUNT:
        break;
    }
    return PEN_PLAIN;
}

int palette_categories(const struct color_mode *mode)
{
    switch (mode->depth) {
    case DEPTH_256:
        return CATEGORIES;
    case DEPTH_16:
        return CATEGORIES_16;
    case DEPTH_8:
        return CATEGORIES_8;
    case DEPTH_NONE:
    case DEPTH_PLAIN:
    case DEPTH_COUNT:
        break;
    }
    return 0;
}

static struct pen categorical_pen(const struct color_mode *mode, int number)
{
    int row = palette_row(mode);
    int count = palette_categories(mode);
    if (number == 0 || count == 0)
        return palette_mark(mode);
    int index = (number - 1) % count;
    if (mode->depth == DEPTH_256)
        return pen_of(categories_256[row][index], ATTRIBUTE_BOLD);
    return pen_of(mode->depth == DEPTH_16 ? categories_16[row][index] : categories_8[row][index],
                  0);
}

static struct pen sequential_pen(const struct color_mode *mode, int level, int levels)
{
    int spread = levels > 1 ? level * (LEVELS - 1) / (levels - 1) : 0;
    return palette_level(mode, spread);
}

struct pen palette_pen(const struct color_mode *mode, enum color_kind kind, int level, int levels)
{
    switch (kind) {
    case COLORS_SEQUENTIAL:
        return sequential_pen(mode, level, levels);
    case COLORS_CYCLIC:
        return cyclic_pen(mode, level);
    case COLORS_DIVERGING:
        return diverging_pen(mode, levels > 1 ? arm_of(level, levels) : 0);
    case COLORS_CATEGORICAL:
        return categorical_pen(mode, level);
    case COLORS_NONE:
        break;
    }
    return PEN_PLAIN;
}

bool palette_pens_same(const struct color_mode *mode, enum color_kind kind, int level, int levels)
{
    struct pen below = palette_pen(mode, kind, level - 1, levels);
    struct pen here = palette_pen(mode, kind, level, levels);
    return below.foreground == here.foreground && below.background == here.background &&
           below.attributes == here.attributes;
}
