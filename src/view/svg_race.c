/* The race of a figure: its table below the area, and the letters of its rows on the ways. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "view/svg_parts.h"

enum { PLACES_MOST = 64, START_DIGITS = 6, WORDS_SIZE = 160 };

static const double row_height = 16;
static const double character = 6.7; /* width of a character of the table, nearly */
static const double swatch_width = 22;
static const double apart_wanted = 12; /* from a letter to the other ways and letters */

/* Some places of a way, as points of the area. */
struct places {
    double points[PLACES_MOST][AXES];
    size_t count;
};

double svg_race_height(const struct svg_picture *picture)
{
    enum { OTHER_LINES = 3 }; /* what is common, names, what distances are from */
    if (picture->race == NULL)
        return 0;
    return (double)(picture->race->count + OTHER_LINES) * row_height + SVG_GAP;
}

/* Write a line of the table, whose blanks keep their widths. */
static void append_line(struct text *text, double x, double y, const char *line)
{
    struct text blank = TEXT_EMPTY;
    for (; *line != '\0'; line++)
        text_append_bytes(&blank, *line == ' ' ? "\u00a0" : line, *line == ' ' ? 2 : 1);
    svg_label(text, x, y, "start", text_string(&blank));
    text->failed = text->failed || blank.failed;
    text_free(&blank);
}

static void append_heading(struct text *text, const struct race_table *race, double x, double y)
{
    char number[AXES][NUMBER_SIZE];
    char minused[AXES][NUMBER_SIZE + MINUS_GROWTH];
    char conditions[RACE_CONDITIONS_SIZE];
    char words[WORDS_SIZE + RACE_CONDITIONS_SIZE];
    race_table_conditions(race, START_DIGITS, conditions);
    for (int axis = 0; axis < AXES; axis++)
        minus_copy(number_short(race->start[axis], START_DIGITS, number[axis]), false,
                   minused[axis], sizeof minused[axis]);
    snprintf(words, sizeof words, "race from (%s, %s): %s", minused[0], minused[1], conditions);
    svg_label(text, x, y, "start", words);
}

/* The first form that is narrow enough, else the narrowest. */
static const struct race_form *choose_form(const struct race_table *race, double width)
{
    size_t index = 0;
    while (index + 1 < RACE_FORMS &&
           race_table_width(race, race_form_at(index)) * character > width)
        index++;
    return race_form_at(index);
}

/* A row with a piece of its way before it. */
static void append_row(struct text *text, const struct race_table *race,
                       const struct race_form *form, size_t index, double x, double y)
{
    static const double middle = 4; /* above the baseline */
    char line[RACE_LINE_SIZE];
    text_append_format(text, "<path class=\"walk-%zu\" d=\"M ", race->rows[index].trail);
    svg_number(text, x);
    text_append(text, " ");
    svg_number(text, y - middle);
    text_append_format(text, " h %d\"/>\n", (int)swatch_width);
    race_table_line(race, form, index, line);
    append_line(text, x + swatch_width + SVG_GAP, y, line);
}

void svg_race_table(struct text *text, const struct svg_picture *picture,
                    const struct svg_area *area)
{
    const struct race_table *race = picture->race;
    double x = area->left;
    double y = area->below + row_height;
    double column = x + swatch_width + SVG_GAP;
    const struct race_form *form = choose_form(race, area->total_width - column);
    char line[RACE_LINE_SIZE];
    text_append(text, "<g id=\"race\">\n");
    append_heading(text, race, x, y);
    race_table_names(race, form, line);
    append_line(text, column, y += row_height, line);
    for (size_t i = 0; i < race->count; i++)
        append_row(text, race, form, i, x, y += row_height);
    if (form->distance && race_table_has_distances(race))
        svg_label(text, column, y + row_height, "start", RACE_DISTANCE_WORDS);
    text_append(text, "</g>\n");
}

/* Take `count` places of a segment, as far as it lies in the area. */
static void take_segment(struct places *places, const struct svg_area *area,
                         const double from[AXES], const double to[AXES], size_t count)
{
    const double low[AXES] = { area->left + SVG_LETTER, area->top + SVG_LETTER };
    const double high[AXES] = { area->left + area->width - SVG_LETTER,
                                area->top + area->height - SVG_LETTER };
    double ends[2][AXES];
    double part[2];
    if (!projection_find_point(&area->projection, from, ends[0]) ||
        !projection_find_point(&area->projection, to, ends[1]) ||
        !svg_clip(ends[0], ends[1], low, high, part))
        return;
    for (size_t i = 1; i <= count; i++) {
        double at = part[0] + (part[1] - part[0]) * (double)i / (double)count;
        double *point = places->points[places->count++];
        for (int axis = 0; axis < AXES; axis++)
            point[axis] = ends[0][axis] + at * (ends[1][axis] - ends[0][axis]);
    }
}

/* Take places of a way, of some of its segments where it has many. */
static void take_places(struct places *places, const struct trail *trail,
                        const struct svg_area *area)
{
    size_t segments = trail->count < PLACES_MOST ? trail->count : PLACES_MOST;
    places->count = 0;
    for (size_t i = 0; i < segments; i++) {
        size_t from = i * trail->count / segments;
        const double *to = from + 1 < trail->count ? trail->places[from + 1] : trail->last;
        take_segment(places, area, trail->places[from], to, PLACES_MOST / segments);
    }
}

/* How near the places come to a point. */
static double distance_to(const struct places *places, const double point[AXES])
{
    double least = HUGE_VAL;
    for (size_t i = 0; i < places->count; i++)
        least = fmin(least, hypot(places->points[i][0] - point[0],
                                  places->points[i][1] - point[1]));
    return least;
}

/* How good a place of way `own` is for a letter: how far from other ways; below 0 near a letter. */
static double goodness(const struct places *ways, size_t count, const struct places *letters,
                       size_t own, const double point[AXES])
{
    double least = distance_to(letters, point) - apart_wanted;
    if (least < 0)
        return least;
    for (size_t i = 0; i < count; i++)
        if (i != own)
            least = fmin(least, distance_to(&ways[i], point));
    return least;
}

/* The last place of way `own` that is far enough from all others, or the best; NULL without any. */
static const double *choose_place(const struct places *ways, size_t count,
                                  const struct places *letters, size_t own)
{
    const double *best = NULL;
    double most = -HUGE_VAL;
    for (size_t i = ways[own].count; i > 0 && most < apart_wanted; i--) {
        const double *point = ways[own].points[i - 1];
        double found = goodness(ways, count, letters, own, point);
        if (found > most) {
            most = found;
            best = point;
        }
    }
    return best;
}

void svg_race_letters(struct text *text, const struct svg_picture *picture,
                      const struct svg_area *area)
{
    static const double away[AXES] = { 4, -4 };
    const struct race_table *race = picture->race;
    struct places ways[RACE_ROWS_MOST];
    struct places letters = { .count = 0 };
    for (size_t i = 0; i < race->count; i++)
        take_places(&ways[i], picture->walks[race->rows[i].trail].trail, area);
    text_append(text, "<g id=\"letters\">\n");
    for (size_t i = 0; i < race->count; i++) {
        const double *place = choose_place(ways, race->count, &letters, i);
        if (place == NULL)
            continue;
        svg_letter(text, place, away, race_letter(i));
        memcpy(letters.points[letters.count++], place, sizeof letters.points[0]);
    }
    text_append(text, "</g>\n");
}
