/* The entries of the help as lines of a canvas. */
#ifndef STEEPEST_TUI_HELP_LINES_H
#define STEEPEST_TUI_HELP_LINES_H

#include "tui/help_page.h"
#include "view/canvas.h"

/* A text that is looked for; ASCII letters are the same large and small. */
struct needle {
    const char *bytes; /* not owned */
    size_t length;     /* 0: nothing is looked for */
};

/* Where the columns of a page begin on a canvas. */
struct help_columns {
    int name;
    int words;
    int limit;  /* columns of the canvas */
    bool below; /* words stand on lines of their own */
    bool ascii; /* nothing beyond ASCII */
};

/* Lines of a canvas that entries are drawn into. */
struct help_window {
    struct canvas *canvas;
    int row;   /* where line `top` of the page stands */
    int top;
    int shown; /* how many lines are */
    struct needle needle;
};

/* Fit a page's columns to a canvas of that many. */
struct help_columns help_lines_fit(const struct help_page *page, int columns, bool ascii);

/* How many lines entry `index` takes, 1 or more. */
int help_lines_of(const struct help_page *page, const struct help_columns *columns, size_t index);

/* Whether any part of entry `index` has the text. */
bool help_lines_match(const struct help_page *page, size_t index, struct needle needle);

/*
 * Draw as much of entry `index`, whose first line is line `line` of the page, as the window shows,
 * what is looked for reversed. Stores where that stands first, if it is drawn, in *cursor.
 */
void help_lines_draw(const struct help_page *page, const struct help_columns *columns, size_t index,
                     int line, const struct help_window *window, struct canvas_cursor *cursor);

#endif
