/* The lines that a person sees who starts the program for the first time. */
#ifndef STEEPEST_SESSION_GREETING_H
#define STEEPEST_SESSION_GREETING_H

#include "session/session.h"
#include "view/canvas.h"

/*
 * Draw three lines over the lower part of the field that session_draw has drawn: what it shows, the
 * keys to begin with, and the ways out. A small frame is left as it is.
 */
void greeting_draw(const struct session *session, struct canvas *canvas);

#endif
