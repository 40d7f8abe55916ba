/* A canvas shown on the taken terminal. */
#ifndef STEEPEST_TUI_SCREEN_H
#define STEEPEST_TUI_SCREEN_H

#include "view/canvas.h"

/* What is remembered from one showing to the next. */
struct screen;

/* A new screen on the terminal that is open, or NULL when memory is short. End with screen_free. */
struct screen *screen_new(void);

/* Free what screen_new returned, or NULL. */
void screen_free(struct screen *screen);

/*
 * Show the canvas from the top left, sending what differs from what is shown; beyond it blanks are
 * shown. Colours beyond what the terminal type can pair become the terminal's own.
 */
void screen_show(struct screen *screen, const struct canvas *canvas);

/* Send everything the next time, as after somebody else has written on the terminal. */
void screen_forget(struct screen *screen);

/* Ring the bell. */
void screen_ring(struct screen *screen);

#endif
