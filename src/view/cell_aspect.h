/* The shape of a terminal's cells, from what its window tells of its size. */
#ifndef STEEPEST_VIEW_CELL_ASPECT_H
#define STEEPEST_VIEW_CELL_ASPECT_H

/* The width of a cell over its height where nothing is known of it. */
#define CELL_ASPECT_USUAL 0.5

/* A window: its cells, and its pixels, 0 where they are not known. */
struct window_size {
    int rows;
    int columns;
    int height; /* pixels */
    int width;
};

/*
 * The width of a cell over its height, rounded to a twentieth, or CELL_ASPECT_USUAL where the
 * pixels are not known or tell of cells that are no terminal font's: narrower than 0.3 or wider
 * than 0.8. Fonts lie between 0.4 and 0.65, line spacing included; beyond are terminals that count
 * something else (the whole screen, the size at their start, thousandths).
 * A window's pixels are not a whole number of cells; a twentieth does not follow that remainder
 * from one size to the next, and turns an arrow at 45 degrees by 3 degrees at most.
 */
double cell_aspect_of(const struct window_size *size);

#endif
