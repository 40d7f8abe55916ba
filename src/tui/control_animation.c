/* What is played, frame after frame, until a key comes: a parameter, or a walk. */
#include "session/animation.h"
#include "session/reveal.h"
#include "tui/control_parts.h"

enum {
    FRAME_MILLISECONDS = 100, /* that a frame is to be seen, at least */
    STEP_MILLISECONDS = 50,   /* and one of a walk: it takes REVEAL_FRAMES_MOST of them at most */
    NOTHING_DUE = -1
};

static const char hint[] = "any key stops";

void control_begin_animation(struct control *control)
{
    struct failure failure;
    if (animation_begin(control->session, &failure) == STATUS_OK)
        control->mode = CONTROL_ANIMATION;
    else
        control_tell(control, &failure);
}

static void stop(struct control *control)
{
    animation_end(control->session);
    control->mode = CONTROL_FIELD;
}

/* Whatever the key is, it stops what is played and does nothing else. */
static void animation_mode_key(struct control *control, const char *key)
{
    (void)key;
    stop(control);
}

static void draw_animation(const struct control *control, const struct layout *layout,
                           struct canvas *canvas)
{
    (void)control;
    int columns = canvas_columns(canvas);
    if (layout->too_small)
        return;
    canvas_clear_row(canvas, layout->hint_row);
    canvas_text(canvas, layout->hint_row, 0, columns, hint, PEN_PLAIN);
}

int control_wait(const struct control *control)
{
    if (control->mode == CONTROL_ANIMATION)
        return FRAME_MILLISECONDS;
    return reveal_is_on(control->session) ? STEP_MILLISECONDS : NOTHING_DUE;
}

void control_tick(struct control *control)
{
    struct failure failure;
    if (reveal_is_on(control->session))
        reveal_advance(control->session);
    if (control->mode != CONTROL_ANIMATION)
        return;
    if (animation_step(control->session, &failure) == STATUS_OK)
        return;
    stop(control);
    control_tell(control, &failure);
}

const struct mode mode_animation = { .key = animation_mode_key, .draw = draw_animation };
