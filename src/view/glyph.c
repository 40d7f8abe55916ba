/* Directions on screen as characters. */
#include "view/glyph.h"

#include <math.h>
#include <string.h>
#include <uchar.h>

struct glyphs {
    const char *name;
    bool ascii;
    char32_t arrows[OCTANTS + 1];
    char32_t marks[MARK_COUNT + 1];
    const char *meaning;
};

static const struct glyphs sets[GLYPHS_COUNT] = {
#define GLYPHS(name, ascii, arrows, marks, meaning) { #name, ascii, arrows, marks, meaning },
#include "view/glyphs.def"
#undef GLYPHS
};

/* The sector of an arrow reaches 22.5 degrees to each side: tan(pi/8) = sqrt(2) - 1. */
static const double sector_slope = 0.41421356237309503;

const char *glyph_set_name(enum glyph_set set)
{
    return sets[set].name;
}

const char *glyph_set_meaning(enum glyph_set set)
{
    return sets[set].meaning;
}

bool glyph_set_is_ascii(enum glyph_set set)
{
    return sets[set].ascii;
}

uint32_t glyph_arrow(enum glyph_set set, int octant)
{
    return sets[set].arrows[octant];
}

uint32_t glyph_mark(enum glyph_set set, enum mark mark)
{
    return sets[set].marks[mark];
}

const char *mark_meaning(enum mark mark)
{
    static const char *const meanings[MARK_COUNT] = {
        [MARK_ZERO] = "flat", [MARK_UNDEFINED] = "undefined", [MARK_DEAD] = "f(x+h) = f(x)",
        [MARK_DOUBTFUL] = "may be reversed", [MARK_KINK] = "kink", [MARK_ALIASED] = "aliased"
    };
    return meanings[mark];
}

const char *mark_explanation(enum mark mark)
{
    static const char *const explanations[MARK_COUNT] = {
        [MARK_ZERO] = "zero: f is flat here",
        [MARK_UNDEFINED] = "undefined: f has no finite value here or one step away",
        [MARK_DEAD] = "dead: the step was lost to rounding, f(x+h) = f(x)",
        [MARK_DOUBTFUL] = "the arrow may be reversed: its estimated error is no less than its length",
        [MARK_KINK] = "kink: the slopes to both sides differ",
        [MARK_ALIASED] = "aliased: f turns more often than the samples tell"
    };
    return explanations[mark];
}

int octant_of(double right, double up)
{
    /* Scaled so that the larger is in [1/2, 1): then the slope's product cannot underflow. */
    int exponent;
    frexp(fmax(fabs(right), fabs(up)), &exponent);
    double across = ldexp(fabs(right), -exponent);
    double along = ldexp(fabs(up), -exponent);
    if (along <= across * sector_slope)
        return right > 0 ? 0 : 4;
    if (across <= along * sector_slope)
        return up > 0 ? 2 : 6;
    if (up > 0)
        return right > 0 ? 1 : 3;
    return right > 0 ? 7 : 5;
}
