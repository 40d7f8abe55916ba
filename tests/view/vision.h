/*
 * What eyes make of colours, for tests: contrast and difference, computed.
 *
 * Contrast is WCAG 2's. Differences are CIEDE2000 (Sharma, Wu, Dalal 2005). Eyes without one kind
 * of cone are Machado, Oliveira, Fernandes 2009 at severity 1, in linear light.
 */
#ifndef STEEPEST_TESTS_VIEW_VISION_H
#define STEEPEST_TESTS_VIEW_VISION_H

#include "../suite.h"

#include <math.h>
#include <string.h>

#include "view/palette_kind.h"

enum { CHANNELS = 3, CUBE_FIRST = 16, GREY_FIRST = 232 };
enum eye { NORMAL, DEUTERANOPE, PROTANOPE, EYES };

static const double pi = 3.14159265358979323846;

static const double machado[EYES][CHANNELS][CHANNELS] = {
    { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
    { { 0.367322, 0.860646, -0.227968 },
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 } },
    { { 0.152286, 1.052583, -0.204868 },
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 } },
};

static inline double to_linear(int byte)
{
    double part = byte / 255.0;
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

/* The linear light of one of xterm's colours from CUBE_FIRST on. */
static inline void light_of(int index, double light[CHANNELS])
{
    static const int cube[] = { 0, 95, 135, 175, 215, 255 };
    ck_assert_int_ge(index, CUBE_FIRST);
    int place = index - CUBE_FIRST;
    int bytes[CHANNELS] = { place / 36, place / 6 % 6, place % 6 };
    for (int i = 0; i < CHANNELS; i++)
        light[i] = to_linear(index >= GREY_FIRST ? 8 + 10 * (index - GREY_FIRST) : cube[bytes[i]]);
}

static inline double luminance(int index)
{
    double light[CHANNELS];
    light_of(index, light);
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
}

static inline double contrast_on_black(int index)
{
    return (luminance(index) + 0.05) / 0.05;
}

static inline double contrast_on_white(int index)
{
    return 1.05 / (luminance(index) + 0.05);
}

struct lab {
    double l;
    double a;
    double b;
};

static inline double lab_curve(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

/* CIELAB, D65, of a colour as an eye sees it. */
static inline struct lab lab_of(int index, enum eye eye)
{
    static const double xyz[CHANNELS][CHANNELS] = {
        { 0.4124564, 0.3575761, 0.1804375 },
        { 0.2126729, 0.7151522, 0.0721750 },
        { 0.0193339, 0.1191920, 0.9503041 },
    };
    static const double white[CHANNELS] = { 0.95047, 1, 1.08883 };
    double light[CHANNELS];
    double seen[CHANNELS];
    double curved[CHANNELS];
    light_of(index, light);
    for (int i = 0; i < CHANNELS; i++) {
        const double *row = machado[eye][i];
        seen[i] = fmin(1, fmax(0, row[0] * light[0] + row[1] * light[1] + row[2] * light[2]));
    }
    for (int i = 0; i < CHANNELS; i++)
        curved[i] = lab_curve(
            (xyz[i][0] * seen[0] + xyz[i][1] * seen[1] + xyz[i][2] * seen[2]) / white[i]);
    return (struct lab){ 116 * curved[1] - 16, 500 * (curved[0] - curved[1]),
                         200 * (curved[1] - curved[2]) };
}

static inline double hue_of(double a, double b)
{
    double hue = atan2(b, a) * 180 / pi;
    return hue < 0 ? hue + 360 : hue;
}

static inline double cosine(double degrees)
{
    return cos(degrees * pi / 180);
}

/* The mean of two hues, the short way round. */
static inline double mean_hue(double one, double other)
{
    if (fabs(one - other) <= 180)
        return (one + other) / 2;
    return one + other < 360 ? (one + other + 360) / 2 : (one + other - 360) / 2;
}

static inline double ciede2000(struct lab one, struct lab other)
{
    double mean = pow((hypot(one.a, one.b) + hypot(other.a, other.b)) / 2, 7);
    double g = 1 + 0.5 * (1 - sqrt(mean / (mean + pow(25, 7))));
    double chroma1 = hypot(one.a * g, one.b);
    double chroma2 = hypot(other.a * g, other.b);
    bool grey = chroma1 * chroma2 == 0;
    double hue1 = hue_of(one.a * g, one.b);
    double hue2 = hue_of(other.a * g, other.b);
    double turn = grey ? 0 : remainder(hue2 - hue1, 360);
    double hue = grey ? hue1 + hue2 : mean_hue(hue1, hue2);
    double chroma = (chroma1 + chroma2) / 2;
    double middle = pow((one.l + other.l) / 2 - 50, 2);
    double t = 1 - 0.17 * cosine(hue - 30) + 0.24 * cosine(2 * hue) + 0.32 * cosine(3 * hue + 6) -
               0.20 * cosine(4 * hue - 63);
    double chroma7 = pow(chroma, 7);
    double bent = 60 * exp(-pow((hue - 275) / 25, 2)) * pi / 180;
    double rotation = -2 * sqrt(chroma7 / (chroma7 + pow(25, 7))) * sin(bent);
    double dl = (other.l - one.l) / (1 + 0.015 * middle / sqrt(20 + middle));
    double dc = (chroma2 - chroma1) / (1 + 0.045 * chroma);
    double dh = 2 * sqrt(chroma1 * chroma2) * sin(turn * pi / 360) / (1 + 0.015 * chroma * t);
    return sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
}

static inline bool same(struct pen a, struct pen b)
{
    return a.foreground == b.foreground && a.attributes == b.attributes;
}

#endif
