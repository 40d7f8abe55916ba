/* The page that names every key and command. */
#ifndef STEEPEST_TUI_HELP_H
#define STEEPEST_TUI_HELP_H

#include "view/canvas.h"

/* A page being read; start with all zero. */
struct help {
    int top; /* lines scrolled out at the top; too many are taken for as many as there are */
};

/* What became of a key. */
enum help_answer {
    HELP_MOVED,
    HELP_REFUSED, /* the key means nothing here */
    HELP_LEFT     /* the page was closed */
};

/* Obey a key by its name, on a canvas of that size: the keys are those that help_draw's last row
 * names, the arrow, Home, End and page keys, ^F, ^B, Enter, and Esc, ^C, q and ? to leave. */
enum help_answer help_key(struct help *help, const char *key, int rows, int columns);

/*
 * Draw the page over the whole canvas, cursor hidden: a title, the table of commands (those with
 * keys first, in its order) and the keys that scroll. A canvas too narrow for a command's line has
 * its explanation on a line of its own.
 */
void help_draw(const struct help *help, struct canvas *canvas);

#endif
