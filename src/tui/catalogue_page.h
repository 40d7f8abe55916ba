/* The page of the list of functions: names, a preview, formula and what to look for. */
#ifndef STEEPEST_TUI_CATALOGUE_PAGE_H
#define STEEPEST_TUI_CATALOGUE_PAGE_H

#include <stdbool.h>

#include "tui/catalogue_list.h"
#include "view/canvas.h"

/* Functions that a page of that many rows and columns lists at a time; at least 1. */
int catalogue_page_rows(const struct catalogue_list *list, int rows, int columns);

/*
 * Draw the page over the whole canvas, with the cursor in the search's line. A narrow canvas has no
 * preview, a low one nothing but names and search. With `ascii` nothing beyond ASCII.
 */
void catalogue_page_draw(const struct catalogue_list *list, struct canvas *canvas, bool ascii);

#endif
