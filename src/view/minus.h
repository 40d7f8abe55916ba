/* Numbers for people, with a minus as long as a plus. */
#ifndef STEEPEST_VIEW_MINUS_H
#define STEEPEST_VIEW_MINUS_H

#include <stdbool.h>
#include <stddef.h>

/* What the longest number grows by: two signs of three bytes instead of one. */
enum { MINUS_GROWTH = 4 };

/*
 * Copy the ASCII text `number` into the `size` >= 1 bytes at `out`, every `-` as U+2212 unless
 * `ascii`. What does not fit is cut at a character's end; `out` ends in NUL.
 */
void minus_copy(const char *number, bool ascii, char *out, size_t size);

#endif
