/*
 * Whole frames against the ones in this folder, characters and pens.
 *
 * NAME.txt holds the frame's rows, a line `pens`, the same rows with a letter for each cell's pen
 * (`.` for the plain one), and what the letters mean. `make goldens` writes the files anew from the
 * program as it is: read the difference before keeping it. Functions here are made of + - * /
 * alone, whose bits are the same everywhere.
 */
#include "../suite.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "base/utf8.h"
#include "session/session.h"

enum {
    COMMANDS_MOST = 4,
    COLUMNS_SLOW = 80, /* of the widest frame that there is time for under valgrind */
    PENS_MOST = 52, /* a to z, then A to Z */
    PATH_SIZE = 4096,
    FILE_MOST = 1 << 20
};

/* A frame: how it is shown, and the commands that lead to it. */
struct golden {
    const char *name;
    int columns;
    int rows;
    enum color_depth depth;
    enum background background;
    enum glyph_set glyphs;
    const char *commands[COMMANDS_MOST];
};

#define UNKNOWN DEPTH_256, BACKGROUND_unknown, GLYPHS_arrows

static const struct golden goldens[] = {
    { "seed-80x24", 80, 24, UNKNOWN, { NULL } },
    { "seed-40x12", 40, 12, UNKNOWN, { NULL } },
    { "seed-200x60", 200, 60, UNKNOWN, { NULL } },
    { "seed-24x8", 24, 8, UNKNOWN, { NULL } },
    { "seed-60x16", 60, 16, UNKNOWN, { NULL } },
    { "seed-ascent", 80, 24, UNKNOWN, { "sign ascent" } },
    { "seed-16-colours", 80, 24, DEPTH_16, BACKGROUND_dark, GLYPHS_arrows, { NULL } },
    { "seed-8-colours", 80, 24, DEPTH_8, BACKGROUND_unknown, GLYPHS_arrows, { NULL } },
    { "seed-no-colours", 80, 24, DEPTH_NONE, BACKGROUND_unknown, GLYPHS_arrows, { NULL } },
    { "seed-ascii", 80, 24, DEPTH_NONE, BACKGROUND_unknown, GLYPHS_ascii, { NULL } },
    { "seed-digits", 40, 12, UNKNOWN, { "glyphs digits" } },
    { "seed-neutral", 40, 12, UNKNOWN, { "glyphs neutral" } },
    { "seed-spacing", 80, 24, UNKNOWN, { "spacing 5" } },
    { "seed-moved", 80, 24, UNKNOWN, { "right 7", "up 5", "pan-up 3", "zoom-in" } },
    { "seed-probe", 80, 24, UNKNOWN, { "probe 1.3 -0.7", "scheme forward", "step 0.5" } },
    { "seed-step-too-small", 80, 24, UNKNOWN, { "step 1e-17" } },
    { "quiver-40x12", 40, 12, UNKNOWN, { "layer quiver,legend" } },
    { "quiver-80x24", 80, 24, UNKNOWN, { "layer quiver,legend" } },
    { "quiver-100x50", 100, 50, UNKNOWN, { "layer quiver,legend" } },
    { "quiver-200x60", 200, 60, UNKNOWN, { "layer quiver,legend", "function himmelblau" } },
    { "quiver-marks", 80, 24, UNKNOWN,
      { "layer quiver,legend", "function x<0 ? 1e16+x+y : y<0 ? 0/0 : x*y" } },
    { "quiver-ascii", 80, 24, DEPTH_NONE, BACKGROUND_unknown, GLYPHS_ascii,
      { "layer quiver,legend" } },
    { "himmelblau-80x24", 80, 24, UNKNOWN, { "function himmelblau" } },
    { "himmelblau-200x60", 200, 60, UNKNOWN, { "function himmelblau" } },
    { "rosenbrock-dark", 80, 24, DEPTH_256, BACKGROUND_dark, GLYPHS_arrows,
      { "function rosenbrock" } },
    { "rosenbrock-light", 80, 24, DEPTH_256, BACKGROUND_light, GLYPHS_arrows,
      { "function rosenbrock" } },
    { "pole-80x24", 80, 24, UNKNOWN, { "function pole" } },
    { "pole-40x12", 40, 12, UNKNOWN, { "function pole" } },
    { "monkey-saddle-60x20", 60, 20, UNKNOWN, { "function monkey-saddle" } },
    { "dead-and-undefined", 80, 24, UNKNOWN, { "function x<0 ? 1e16+x+y : y<0 ? 0/0 : x*y" } },
    { "fill", 80, 24, UNKNOWN, { "window 0:100 -1:1", "aspect fill", "function x^2/100+y^2" } },
    { "auto-aspect", 80, 24, UNKNOWN, { "window 0:100 -1:1", "aspect auto" } },
    { "constant", 40, 12, UNKNOWN, { "function 3" } },
    { "fixed-and-parameter", 80, 24, UNKNOWN,
      { "set a=2.5", "function a*x0*x2 + x1^2", "at x2=-1" } },
    { "chosen-parameter", 60, 16, UNKNOWN,
      { "set a=2", "set b=-1.5:0.5:3", "function 1*x^2+2*x^2+3*x^2+4*x^2+5*x^2+a*x^2+b*y^2",
        "parameter b" } },
    { "long-title", 60, 16, UNKNOWN,
      { "function 1*x^2+2*x^2+3*x^2+4*x^2+5*x^2+6*x^2+7*x^2+8*x^2+9*y^2" } },
    { "message", 40, 12, UNKNOWN, { "function booth" } },
    { "contour-80x24", 80, 24, UNKNOWN, { "function himmelblau", "layer contour,legend" } },
    { "contour-40x12", 40, 12, UNKNOWN, { "function himmelblau", "layer contour,legend" } },
    { "contour-200x60", 200, 60, UNKNOWN, { "function himmelblau", "layer contour,legend" } },
    { "contour-arrows-80x24", 80, 24, UNKNOWN,
      { "function himmelblau", "layer contour,arrows,legend" } },
    { "contour-arrows-40x12", 40, 12, UNKNOWN,
      { "function himmelblau", "layer contour,arrows,legend" } },
    { "contour-arrows-200x60", 200, 60, UNKNOWN,
      { "function himmelblau", "layer contour,arrows,legend" } },
    { "contour-moved", 80, 24, UNKNOWN,
      { "function himmelblau", "layer contour", "pan-right 4", "pan-up 2" } },
    { "contour-pole", 80, 24, UNKNOWN, { "function 1/(x*y-1)", "layer contour" } },
    { "contour-ascii", 80, 24, DEPTH_NONE, BACKGROUND_unknown, GLYPHS_ascii,
      { "function x*x-y*y", "layer contour,arrows" } },
    { "background-40x12", 40, 12, DEPTH_256, BACKGROUND_dark, GLYPHS_arrows,
      { "function himmelblau", "layer background" } },
    { "background-80x24", 80, 24, DEPTH_256, BACKGROUND_dark, GLYPHS_arrows,
      { "function himmelblau", "layer background" } },
    { "background-200x60", 200, 60, DEPTH_256, BACKGROUND_dark, GLYPHS_arrows,
      { "function himmelblau", "layer background" } },
    { "background-arrows-80x24", 80, 24, DEPTH_256, BACKGROUND_dark, GLYPHS_arrows,
      { "function himmelblau", "layer background,arrows,legend" } },
    { "background-arrows-40x12", 40, 12, DEPTH_256, BACKGROUND_dark, GLYPHS_arrows,
      { "function himmelblau", "layer background,arrows,legend" } },
    { "background-arrows-200x60", 200, 60, DEPTH_256, BACKGROUND_dark, GLYPHS_arrows,
      { "function himmelblau", "layer background,arrows,legend" } },
    { "background-contour-light", 80, 24, DEPTH_256, BACKGROUND_light, GLYPHS_arrows,
      { "function himmelblau", "layer background,contour,legend" } },
    { "background-unknown", 80, 24, UNKNOWN,
      { "function himmelblau", "layer background,arrows,legend" } },
    { "stream-80x24", 80, 24, UNKNOWN, { "function himmelblau", "layer stream,legend" } },
    { "stream-40x12", 40, 12, UNKNOWN, { "function himmelblau", "layer stream,legend" } },
    { "stream-200x60", 200, 60, UNKNOWN, { "function himmelblau", "layer stream,legend" } },
    { "stream-alone-ascent", 80, 24, UNKNOWN,
      { "function x^2-y^2", "layer stream", "sign ascent" } },
    { "stream-ascii", 80, 24, DEPTH_NONE, BACKGROUND_unknown, GLYPHS_ascii,
      { "function himmelblau", "layer stream,legend" } },
    { "stream-panned", 80, 24, UNKNOWN,
      { "function himmelblau", "layer stream,legend", "pan-up 2", "pan-right 3" } },
    { "grid-80x24", 80, 24, UNKNOWN, { "function himmelblau", "layer grid" } },
    { "arrows-grid-80x24", 80, 24, UNKNOWN,
      { "function himmelblau", "layer grid,arrows,legend" } },
    { "grid-40x12", 40, 12, UNKNOWN, { "function himmelblau", "layer grid" } },
    { "arrows-grid-40x12", 40, 12, UNKNOWN,
      { "function himmelblau", "layer grid,arrows,legend" } },
    { "grid-200x60", 200, 60, UNKNOWN, { "function himmelblau", "layer grid" } },
    { "arrows-grid-200x60", 200, 60, UNKNOWN,
      { "function himmelblau", "layer grid,arrows,legend" } },
    { "grid-dark", 40, 12, DEPTH_256, BACKGROUND_dark, GLYPHS_arrows, { "layer grid" } },
    { "grid-ascii", 40, 12, DEPTH_NONE, BACKGROUND_unknown, GLYPHS_ascii,
      { "layer grid,arrows,legend" } },
    { "deep-80x24", 80, 24, UNKNOWN,
      { "function himmelblau", "window 3-1e-9:3+1e-9 -2-1e-12:-2+1e-12", "aspect fill",
        "toggle-grid" } },
    { "deep-40x12", 40, 12, UNKNOWN,
      { "function himmelblau", "window 3-1e-9:3+1e-9 -2-1e-12:-2+1e-12", "aspect fill",
        "toggle-grid" } },
    { "deep-200x60", 200, 60, UNKNOWN,
      { "function himmelblau", "window 3-1e-9:3+1e-9 -2-1e-12:-2+1e-12", "aspect fill",
        "toggle-grid" } },
    { "far", 80, 24, UNKNOWN, { "window 1e15-400:1e15+400 1e15-100:1e15+100" } },
    { "color-by-f", 80, 24, UNKNOWN, { "function x^2/4+y^2", "color-by f" } },
    { "color-by-f-dark", 80, 24, DEPTH_256, BACKGROUND_dark, GLYPHS_arrows,
      { "function x^2/4+y^2", "color-by f", "scale log" } },
    { "color-by-grad0-dark", 80, 24, DEPTH_256, BACKGROUND_dark, GLYPHS_arrows,
      { "function x^3-3*x*y^2", "color-by grad0" } },
    { "color-by-grad0-light", 80, 24, DEPTH_256, BACKGROUND_light, GLYPHS_arrows,
      { "function x^3-3*x*y^2", "color-by grad0", "range -5:5" } },
    { "color-by-grad0-8-colours", 80, 24, DEPTH_8, BACKGROUND_unknown, GLYPHS_arrows,
      { "function x^3-3*x*y^2", "color-by grad0" } },
    { "color-by-grad0-no-colours", 80, 24, DEPTH_NONE, BACKGROUND_unknown, GLYPHS_ascii,
      { "function x^3-3*x*y^2", "color-by grad0" } },
    { "color-by-angle-dark", 80, 24, DEPTH_256, BACKGROUND_dark, GLYPHS_arrows,
      { "function x^3-3*x*y^2", "color-by angle" } },
    { "color-by-angle-8-colours", 40, 12, DEPTH_8, BACKGROUND_dark, GLYPHS_arrows,
      { "function x*y", "color-by angle" } },
    { "color-by-divergence", 40, 12, UNKNOWN,
      { "function x^4/4-x^2*y", "color-by divergence" } },
    { "trust-roundoff", 80, 24, UNKNOWN, { "function himmelblau", "step 2e-15" } },
    { "trust-roundoff-dark", 80, 24, DEPTH_256, BACKGROUND_dark, GLYPHS_arrows,
      { "function himmelblau", "step 1e-14" } },
    { "trust-truncation", 80, 24, UNKNOWN, { "function himmelblau", "step 1" } },
    { "trust-truncation-ascii", 80, 24, DEPTH_NONE, BACKGROUND_unknown, GLYPHS_ascii,
      { "function rosenbrock", "scheme forward", "step 0.1" } },
    { "trust-hidden", 80, 24, UNKNOWN,
      { "function himmelblau", "step 2e-15", "toggle-trust" } },
    { "trust-kinks", 80, 24, UNKNOWN, { "function max(x,y) + max(-x,-2*y)" } },
    { "trust-kinks-ascii", 40, 12, DEPTH_NONE, BACKGROUND_unknown, GLYPHS_ascii,
      { "function max(x,-x) + max(y,-y)" } },
    { "trust-quiver", 80, 24, UNKNOWN,
      { "layer quiver,trust,legend", "function himmelblau", "step 1" } },
    { "critical", 80, 24, UNKNOWN, { "function himmelblau", "find-critical" } },
    { "nullclines", 80, 24, UNKNOWN,
      { "function himmelblau", "layer arrows,nullclines,critical,legend" } },
    { "nullclines-8-colours", 60, 16, DEPTH_8, BACKGROUND_unknown, GLYPHS_arrows,
      { "function himmelblau", "layer contour,nullclines,legend" } },
    { "nullclines-ascii", 80, 24, DEPTH_NONE, BACKGROUND_unknown, GLYPHS_ascii,
      { "function himmelblau", "layer arrows,nullclines,legend" } },
    { "nullclines-200x60", 200, 60, UNKNOWN,
      { "function himmelblau", "layer nullclines,critical,legend" } },
    { "basin", 80, 24, UNKNOWN, { "function himmelblau", "color-by basin" } },
    { "basin-no-colours", 44, 12, DEPTH_NONE, BACKGROUND_unknown, GLYPHS_ascii,
      { "function himmelblau", "color-by basin" } },
    { "learning-rate", 60, 16, UNKNOWN, { "function himmelblau", "color-by learning-rate" } },
    { "critical-degenerate", 40, 12, DEPTH_NONE, BACKGROUND_unknown, GLYPHS_ascii,
      { "function x^3-3*x*y^2", "layer arrows,critical,legend" } },
    { "aliased", 80, 24, UNKNOWN,
      { "function (3.1*x - round(3.1*x))^2 + (2.9*y - round(2.9*y))^2" } },
    { "color-by-error", 120, 24, UNKNOWN, { "function himmelblau", "color-by error" } },
    { "error-panel", 80, 24, UNKNOWN,
      { "function x^3*y + y^2", "probe 1 1", "error-panel one" } },
    { "error-panel-all", 80, 24, UNKNOWN, { "function x^3*y + y^2", "error-panel all" } },
    { "error-panel-200x60", 200, 60, UNKNOWN, { "function x^3*y + y^2", "error-panel" } },
    { "error-panel-ascii", 80, 18, DEPTH_NONE, BACKGROUND_unknown, GLYPHS_ascii,
      { "function 1/(x + 4)", "step 1e-9", "error-panel" } },
    { "error-panel-dark", 80, 24, DEPTH_256, BACKGROUND_dark, GLYPHS_arrows,
      { "function x^3*y + y^2", "probe 1 1", "error-panel one" } },
    { "error-panel-all-8-colours", 80, 24, DEPTH_8, BACKGROUND_dark, GLYPHS_arrows,
      { "function x^3*y + y^2", "probe 1 1", "error-panel all" } },
    { "error-panel-narrow", 58, 14, DEPTH_16, BACKGROUND_light, GLYPHS_arrows,
      { "function x^3*y + y^2", "probe 0.5 1", "error-panel one" } },
    { "error-panel-no-room", 40, 12, UNKNOWN, { "error-panel" } },
    { "error-panel-undefined", 80, 18, UNKNOWN, { "function 1/x", "error-panel" } },
    { "color-by-check", 40, 12, UNKNOWN,
      { "function x^2/2+y^2", "check x; x > 1 ? 3y : 2y" } },
    { "walks-80x24", 80, 24, UNKNOWN,
      { "function himmelblau", "descend -4 4", "optimizer momentum", "descend 0 0" } },
    { "walks-40x12", 40, 12, DEPTH_8, BACKGROUND_dark, GLYPHS_arrows,
      { "lr 0.95", "descend -3 4", "lr 10", "right" } },
    { "walks-ascii", 80, 24, DEPTH_NONE, BACKGROUND_unknown, GLYPHS_ascii,
      { "lr 0.9", "descend -4 -1", "descend 3 2", "right" } },
    { "race-80x24", 80, 24, UNKNOWN, { "function himmelblau", "race" } },
    { "race-wide", 100, 30, DEPTH_16, BACKGROUND_dark, GLYPHS_arrows,
      { "function himmelblau", "lr 0.01", "race 4 -4" } },
    { "race-ascii", 80, 24, DEPTH_NONE, BACKGROUND_unknown, GLYPHS_ascii,
      { "function rosenbrock", "race -1 2" } },
    { "race-no-room", 40, 12, UNKNOWN, { "function himmelblau", "race" } },
    { "too-small", 23, 8, UNKNOWN, { NULL } },
};

static struct session *prepare(const struct golden *golden)
{
    struct session *session;
    struct failure failure;
    struct display display = { .depth = golden->depth,
                               .has_dim = true,
                               .utf8 = !glyph_set_is_ascii(golden->glyphs),
                               .glyphs = golden->glyphs,
                               .background = golden->background };
    ck_assert_int_eq(session_new(&session, &failure), STATUS_OK);
    session_set_display(session, &display);
    session_resize(session, golden->rows, golden->columns);
    for (int i = 0; i < COMMANDS_MOST && golden->commands[i] != NULL; i++) {
        const char *line = golden->commands[i];
        struct source_text source = { .name = "-c", .bytes = line, .length = strlen(line) };
        ck_assert_msg(session_run(session, &source, &failure) == STATUS_OK, "%s: %s", line,
                      failure.message);
    }
    return session;
}

static void append_characters(const struct canvas *canvas, struct text *text)
{
    for (int row = 0; row < canvas_rows(canvas); row++) {
        for (int column = 0; column < canvas_columns(canvas); column++) {
            char bytes[UTF8_LONGEST];
            size_t length = utf8_encode(canvas_cell(canvas, row, column).character, bytes);
            text_append_bytes(text, bytes, length);
        }
        text_append(text, "\n");
    }
}

static bool same_pen(struct pen a, struct pen b)
{
    return a.foreground == b.foreground && a.background == b.background &&
           a.attributes == b.attributes;
}

static char letter(int index)
{
    return "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"[index];
}

/* The letter of a pen among those seen so far, which it may join. */
static char letter_of(struct pen pen, struct pen *seen, int *count)
{
    int i = 0;
    if (same_pen(pen, PEN_PLAIN))
        return '.';
    while (i < *count && !same_pen(pen, seen[i]))
        i++;
    ck_assert_int_lt(i, PENS_MOST);
    if (i == *count)
        seen[(*count)++] = pen;
    return letter(i);
}

static void append_pens(const struct canvas *canvas, struct text *text)
{
    struct pen seen[PENS_MOST];
    int count = 0;
    text_append(text, "pens\n");
    for (int row = 0; row < canvas_rows(canvas); row++) {
        for (int column = 0; column < canvas_columns(canvas); column++) {
            char name = letter_of(canvas_cell(canvas, row, column).pen, seen, &count);
            text_append_bytes(text, &name, 1);
        }
        text_append(text, "\n");
    }
    for (int i = 0; i < count; i++)
        text_append_format(text, "%c %d on %d%s%s%s\n", letter(i), seen[i].foreground,
                           seen[i].background, seen[i].attributes & ATTRIBUTE_BOLD ? " bold" : "",
                           seen[i].attributes & ATTRIBUTE_DIM ? " dim" : "",
                           seen[i].attributes & ATTRIBUTE_REVERSE ? " reverse" : "");
}

static void write_golden(const char *path, const struct text *frame)
{
    FILE *file = fopen(path, "w");
    ck_assert_msg(file != NULL, "cannot write %s", path);
    ck_assert_uint_eq(fwrite(text_string(frame), 1, frame->length, file), frame->length);
    ck_assert_int_eq(fclose(file), 0);
}

static void compare_golden(const char *path, const struct text *frame)
{
    struct text golden = TEXT_EMPTY;
    struct failure failure;
    ck_assert_msg(file_read(path, FILE_MOST, &golden, &failure) == STATUS_OK, "%s", path);
    ck_assert_msg(strcmp(text_string(&golden), text_string(frame)) == 0,
                  "%s differs, the frame is\n%s", path, text_string(frame));
    text_free(&golden);
}

START_TEST(the_frame_is_as_it_was)
{
    const struct golden *golden = &goldens[_i];
    const char *directory = getenv("GOLDEN_WRITE");
    struct session *session = prepare(golden);
    struct canvas *canvas = canvas_new(0, 0);
    struct text frame = TEXT_EMPTY;
    struct failure failure;
    char path[PATH_SIZE];
    ck_assert_ptr_nonnull(canvas);
    ck_assert_int_eq(session_draw(session, canvas, &failure), STATUS_OK);
    append_characters(canvas, &frame);
    append_pens(canvas, &frame);
    ck_assert(!frame.failed);
    snprintf(path, sizeof path, "%s/%s.txt",
             directory != NULL ? directory : TEST_DATA_DIR "/golden", golden->name);
    if (directory != NULL)
        write_golden(path, &frame);
    else
        compare_golden(path, &frame);
    text_free(&frame);
    canvas_free(canvas);
    session_free(session);
}
END_TEST

static void add_cases(TCase *cases)
{
    int count = (int)(sizeof goldens / sizeof goldens[0]);
    for (int i = 0; i < count; i++)
        if (goldens[i].columns <= COLUMNS_SLOW || !suite_under_valgrind())
            tcase_add_loop_test(cases, the_frame_is_as_it_was, i, i + 1);
}

SUITE_MAIN("golden frames", add_cases)
