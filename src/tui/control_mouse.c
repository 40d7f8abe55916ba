/* The mouse where the field is all there is: it puts the probe, zooms and pans. */
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "tui/control_parts.h"

enum { LINE_SIZE = 96 }; /* bytes of a command with its arguments */

static void run_line(struct control *control, const char *line)
{
    control_run(control, line, strlen(line));
}

/* As a key does: a count and the beginnings of other keys are dropped. */
static void begin_action(struct control *control)
{
    session_set_message(control->session, "");
    control->count = 0;
    control->pending[0] = '\0';
    control->lettered = NULL;
}

/* The sample at a cell of the screen; false beside the field. */
static bool find_sample(const struct control *control, int row, int column, int sample[AXES])
{
    return layout_find_sample(session_layout(control->session), row, column, &sample[0],
                              &sample[1]);
}

/* Put the probe on a sample. */
static void put_probe(struct control *control, const int sample[AXES])
{
    char line[LINE_SIZE];
    char x0[NUMBER_SIZE];
    char x1[NUMBER_SIZE];
    const struct viewport *viewport = session_viewport(control->session);
    number_repr(viewport_place(viewport, 0, sample[0]), x0);
    number_repr(viewport_place(viewport, 1, sample[1]), x1);
    snprintf(line, sizeof line, "probe %s %s", x0, x1);
    run_line(control, line);
}

/* Bring the probe to where the hand is; one set between samples stays where it is shown. */
static void follow_hand(struct control *control)
{
    int sample[AXES];
    const int *shown = session_viewport(control->session)->probe_cell;
    if (find_sample(control, control->hand.row, control->hand.column, sample) &&
        (sample[0] != shown[0] || sample[1] != shown[1]))
        put_probe(control, sample);
}

/* Let the field follow the hand along an axis; the window goes the other way. */
static void pan(struct control *control, int axis)
{
    static const char *const commands[AXES][2] = { { "pan-left", "pan-right" },
                                                   { "pan-down", "pan-up" } };
    char line[LINE_SIZE];
    struct hand *hand = &control->hand;
    int samples = hand->wanted[axis] - hand->moved[axis];
    hand->moved[axis] = hand->wanted[axis];
    if (samples == 0)
        return;
    snprintf(line, sizeof line, "%s %d", commands[axis][samples < 0],
             samples < 0 ? -samples : samples);
    run_line(control, line);
}

static void zoom(struct control *control)
{
    char line[LINE_SIZE];
    struct hand *hand = &control->hand;
    int turns = hand->turns;
    hand->turns = 0;
    if (turns == 0)
        return;
    follow_hand(control);
    snprintf(line, sizeof line, "%s %d", hand->zooms_in ? "zoom-in" : "zoom-out", turns);
    run_line(control, line);
}

void control_settle(struct control *control)
{
    if (control->hand.state == HAND_DRAGS)
        for (int axis = 0; axis < AXES; axis++)
            pan(control, axis);
    if (control->hand.state == HAND_ZOOMS)
        zoom(control);
}

void control_let_go(struct control *control)
{
    control_settle(control);
    if (control->hand.state == HAND_DRAGS || control->hand.state == HAND_ZOOMS)
        session_end_gesture(control->session);
    control->hand.state = HAND_FREE;
}

/* Begin to pan or to zoom, as one change to undo. */
static void begin_gesture(struct control *control, enum hand_state state)
{
    begin_action(control);
    session_begin_gesture(control->session);
    control->hand.state = state;
}

static void press(struct control *control, const struct mouse_event *event)
{
    int sample[AXES];
    control_let_go(control);
    if (find_sample(control, event->row, event->column, sample))
        control->hand = (struct hand){
            .state = HAND_PRESSES, .row = event->row, .column = event->column
        };
}

static void drag(struct control *control, const struct mouse_event *event)
{
    struct hand *hand = &control->hand;
    int right = event->column - hand->column;
    int up = hand->row - event->row;
    if (hand->state == HAND_PRESSES && (right != 0 || up != 0))
        begin_gesture(control, HAND_DRAGS);
    if (hand->state != HAND_DRAGS)
        return;
    hand->wanted[0] = right / session_layout(control->session)->spacing;
    hand->wanted[1] = up;
}

static void release(struct control *control, const struct mouse_event *event)
{
    int sample[AXES];
    drag(control, event);
    if (control->hand.state == HAND_PRESSES &&
        find_sample(control, event->row, event->column, sample)) {
        begin_action(control);
        put_probe(control, sample);
    }
    control_let_go(control);
}

static void turn_wheel(struct control *control, const struct mouse_event *event)
{
    struct hand *hand = &control->hand;
    bool zooms_in = event->action == MOUSE_WHEEL_UP;
    int sample[AXES];
    if (!find_sample(control, event->row, event->column, sample))
        return;
    if (hand->state != HAND_ZOOMS || hand->zooms_in != zooms_in) {
        control_let_go(control);
        begin_gesture(control, HAND_ZOOMS);
    } else if (hand->row != event->row || hand->column != event->column) {
        control_settle(control);
    }
    hand->row = event->row;
    hand->column = event->column;
    hand->zooms_in = zooms_in;
    hand->turns++;
}

void control_field_mouse(struct control *control, const struct mouse_event *event)
{
    switch (event->action) {
    case MOUSE_NOTHING:
        break;
    case MOUSE_PRESSED:
        press(control, event);
        break;
    case MOUSE_DRAGGED:
        drag(control, event);
        break;
    case MOUSE_RELEASED:
        release(control, event);
        break;
    case MOUSE_WHEEL_UP:
    case MOUSE_WHEEL_DOWN:
        turn_wheel(control, event);
        break;
    }
}
