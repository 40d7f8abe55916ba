/* What the files of control.c share. Private to them. */
#ifndef STEEPEST_TUI_CONTROL_PARTS_H
#define STEEPEST_TUI_CONTROL_PARTS_H

#include "tui/control.h"

/* Something that keys go to, and what it shows. */
struct mode {
    void (*key)(struct control *control, const char *key); /* obey one */
    /* Obey a mouse, or NULL where it means nothing. */
    void (*mouse)(struct control *control, const struct mouse_event *event);
    /* Put a text into the line that is edited; false without room. NULL where there is no line. */
    bool (*insert)(struct control *control, const char *bytes, size_t length);
    /* Draw over the frame; or all there is, into a canvas of spaces, when it covers the frame. */
    void (*draw)(const struct control *control, const struct layout *layout,
                 struct canvas *canvas);
    bool covers;  /* the frame is not seen */
    bool redraws; /* ^L sends the screen anew, and is none of its own keys */
};

extern const struct mode mode_field, mode_prompt, mode_catalogue, mode_critical, mode_animation,
    mode_tour, mode_tour_page;

/* Begin to play the parameter that a command asked for. */
void control_begin_animation(struct control *control);

/*
 * Fit the session to the rows that its frame has: not those that a page of the tour takes. A page
 * that covers the frame leaves them as they are, so that the frame after it is the one before.
 */
void control_fit(struct control *control);

/* Show the page of the tour that a command asked for. */
void control_begin_tour(struct control *control);

/* What the keys go to during the tour: the field with the page below it, or one of them alone. */
const struct mode *control_tour_mode(const struct control *control);

/* Rows that the tour takes from a frame that is seen; 0 without a tour, and without room for it. */
int control_tour_rows(const struct control *control);

/*
 * Draw the page of the tour below a frame; its heading takes the frame's lowest row. STATUS_OK, or
 * STATUS_FAILED when memory is short.
 */
enum status control_draw_tour(const struct control *control, struct canvas *canvas);

/* Obey a mouse over the field. */
void control_field_mouse(struct control *control, const struct mouse_event *event);

/* End what the hand is at, and carry it out; what the mouse does next begins anew. */
void control_let_go(struct control *control);

/* Say in the message row what went wrong, and ring. */
void control_tell(struct control *control, const struct failure *failure);

/* The same in words. */
void control_refuse(struct control *control, const char *message);

/* Let a person choose from the catalogue; what goes wrong is told. */
void control_open_catalogue(struct control *control);

/* Let a person choose from the critical points that a command found; what goes wrong is told. */
void control_open_critical(struct control *control);

/* Draw what can be pressed into a row, over what stands there. */
void control_draw_hint(const struct control *control, struct canvas *canvas, int row,
                       const struct text *line);

/*
 * Run a command line and do what it asks of the screen. False when it failed, which is then told,
 * without a place: the one line that was typed needs no name.
 */
bool control_run(struct control *control, const char *bytes, size_t length);

/* Run the line typed last at `:` again. False when there is none or it failed, which is told. */
bool control_repeat(struct control *control);

#endif
