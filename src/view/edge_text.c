/* Edges of a scale of colours, written. */
#include "view/edge_text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS_LEAST = 2, DIGITS_MOST = 15 };

void edge_write(double edge, int digits, char out[NUMBER_SIZE])
{
    char mantissa[NUMBER_SIZE];
    char scientific[2 * NUMBER_SIZE];
    number_short(edge, digits, out);
    snprintf(mantissa, sizeof mantissa, "%.*e", digits - 1, edge);
    char *mark = strchr(mantissa, 'e');
    if (mark == NULL)
        return;
    long exponent = strtol(mark + 1, NULL, 10);
    while (mark[-1] == '0')
        mark--;
    if (mark[-1] == '.')
        mark--;
    *mark = '\0';
    snprintf(scientific, sizeof scientific, "%se%ld", mantissa, exponent);
    if (strlen(scientific) < strlen(out))
        strcpy(out, scientific);
}

/* Whether every edge is told from its neighbours at so many digits. */
static bool digits_tell(const struct color_scale *scale, int digits)
{
    for (int level = 1; level < scale->levels; level++) {
        char text[NUMBER_SIZE];
        double edge = scale->edges[level];
        double gap = fabs(edge);
        for (int other = level - 1; other <= level + 1; other += 2)
            if (other > 0 && other < scale->levels && scale->edges[other] != edge)
                gap = fmin(gap, fabs(scale->edges[other] - edge));
        snprintf(text, sizeof text, "%.*e", digits - 1, edge);
        if (isfinite(edge) && fabs(strtod(text, NULL) - edge) > gap / 1000)
            return false;
    }
    return true;
}

int edge_digits(const struct color_scale *scale)
{
    int digits = DIGITS_LEAST;
    while (digits < DIGITS_MOST && !digits_tell(scale, digits))
        digits++;
    return digits;
}
