/* A large frame, from a moved window to its canvas: each layer alone, and all together. */
#include "bench.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "session/session.h"
#include "targets.h"
#include "view/layer.h"

enum { PICTURE_ROWS = 60, PICTURE_COLUMNS = 200, LAYERS_SIZE = 256 };

static const double frame_seconds = 0.016;
static const char function_command[] = "function himmelblau";

/* A session and the canvas that it draws into. */
struct easel {
    struct session *session;
    struct canvas *canvas;
};

static bool run(struct session *session, const char *command, struct failure *failure)
{
    struct source_text line = { .name = "-c", .bytes = command, .length = strlen(command) };
    return session_run(session, &line, failure) == STATUS_OK;
}

/* Move the window there and back, drawing twice, so that nothing is left of the frame before. */
static bool draw_twice(const void *context)
{
    const struct easel *easel = context;
    struct failure failure;
    return run(easel->session, "pan-up 30", &failure)
        && session_draw(easel->session, easel->canvas, &failure) == STATUS_OK
        && run(easel->session, "pan-down 30", &failure)
        && session_draw(easel->session, easel->canvas, &failure) == STATUS_OK;
}

static bool easel_open(struct easel *easel, struct failure *failure)
{
    static const struct display display = { .depth = DEPTH_256,
                                            .has_dim = true,
                                            .utf8 = true,
                                            .glyphs = GLYPHS_arrows,
                                            .background = BACKGROUND_dark };
    easel->session = NULL;
    easel->canvas = canvas_new(0, 0);
    if (easel->canvas == NULL || session_new(&easel->session, failure) != STATUS_OK) {
        failure_memory(failure);
        return false;
    }
    session_set_display(easel->session, &display);
    session_resize(easel->session, PICTURE_ROWS, PICTURE_COLUMNS);
    return run(easel->session, function_command, failure);
}

static void easel_close(struct easel *easel)
{
    session_free(easel->session);
    canvas_free(easel->canvas);
}

/* Time the frame of these layers; all of them are what a target is asked of. */
static void time_layers(struct bench *bench, const struct easel *easel, const char *name,
                        const char *layers, bool all)
{
    char command[LAYERS_SIZE + sizeof "layer "];
    double times[ROUNDS_MOST];
    struct failure failure;
    snprintf(command, sizeof command, "layer %s", layers);
    bool shown = run(easel->session, command, &failure);
    for (size_t round = 0; round < bench->rounds; round++)
        times[round] = shown ? seconds_of(draw_twice, easel) / 2 : (double)NAN;
    double seconds = median(times, bench->rounds);
    double target = all ? target_of("16 milliseconds", "picture", bench->sets[0]) : 0;
    printf("  %-12s%12.3g", name, 1e3 * seconds);
    bench_print_ratio(bench, frame_seconds / seconds, frame_seconds / seconds, target);
    printf("\n");
}

bool bench_picture(struct bench *bench, struct failure *failure)
{
    struct easel easel;
    char layers[LAYERS_SIZE] = "";
    size_t used = 0;
    bool opened = easel_open(&easel, failure);
    printf("a frame of himmelblau into a canvas of %d x %d, its window moved; %zu rounds: median\n"
           "  %-12s%12s  16 ms are longer by\n", PICTURE_COLUMNS, PICTURE_ROWS, bench->rounds, "",
           "milliseconds");
    for (int layer = 0; opened && layer < LAYER_COUNT; layer++) {
        const char *name = layer_name((enum layer)layer);
        time_layers(bench, &easel, name, name, false);
        used += (size_t)snprintf(layers + used, sizeof layers - used, "%s%s",
                                 used > 0 ? "," : "", name);
    }
    if (opened)
        time_layers(bench, &easel, "all layers", layers, true);
    easel_close(&easel);
    return opened;
}
