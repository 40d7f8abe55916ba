/* Text set in lines for a terminal. */
#ifndef STEEPEST_CLI_WRAP_H
#define STEEPEST_CLI_WRAP_H

#include <stddef.h>

#include "base/text.h"

enum { WRAP_WIDTH = 79 }; /* columns that a line may take: one less than the usual terminal has */

/*
 * Append words of ASCII, which single blanks separate, as lines of at most WRAP_WIDTH columns that
 * begin in column `indent`; the text stands in column `column` before (a column beyond `indent`
 * begins a new line first). A word that is too long is not broken. Ends with a newline.
 */
void wrap_append(struct text *text, size_t column, size_t indent, const char *words);

#endif
