/* What stands on a screen after bytes were written to it, by libvterm. */
#ifndef STEEPEST_TESTS_PTY_SCREEN_H
#define STEEPEST_TESTS_PTY_SCREEN_H

#include "pty.h"

struct pty_screen;

struct pty_screen *pty_screen_new(int rows, int columns);
void pty_screen_free(struct pty_screen *screen);
void pty_screen_write(struct pty_screen *screen, const char *bytes, size_t length);
void pty_screen_resize(struct pty_screen *screen, int rows, int columns);
int pty_screen_rows(const struct pty_screen *screen);
const char *pty_screen_row(struct pty_screen *screen, int row, char text[PTY_TEXT_SIZE]);
struct pty_cell pty_screen_cell(struct pty_screen *screen, int row, int column);
int pty_screen_bells(const struct pty_screen *screen);
bool pty_screen_is_alternate(const struct pty_screen *screen);
bool pty_screen_cursor_visible(const struct pty_screen *screen);
void pty_screen_cursor(const struct pty_screen *screen, int *row, int *column);

/* Whether the screen shows the picture in all rows but the lowest two. */
bool pty_screen_shows(struct pty_screen *screen, const struct pty_picture *picture);

/* Tell on standard error where it does not. */
void pty_screen_differences(struct pty_screen *screen, const struct pty_picture *picture);

#endif
