/* UTF-8, the width of characters, and text made harmless for a terminal. */
#ifndef STEEPEST_BASE_UTF8_H
#define STEEPEST_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

enum {
    UTF8_LONGEST = 4,   /* bytes of the longest encoded character */
    INERT_LONGEST = 12  /* bytes of the longest escape, `\u{10ffff}`, and a NUL */
};

/*
 * Decode the character that begins at `bytes`, of which `length` >= 1 may be read. Stores it in
 * *character and returns how many bytes it takes (1 to 4). An invalid, overlong, surrogate or cut
 * sequence stores nothing and returns 0; its first byte is then best taken alone.
 */
size_t utf8_decode(const char *bytes, size_t length, uint32_t *character);

/* Encode a character (at most U+10FFFF) into `bytes` without a NUL; returns how many it takes. */
size_t utf8_encode(uint32_t character, char bytes[UTF8_LONGEST]);

/* How many characters the bytes hold; each byte of an invalid sequence counts as one. */
size_t utf8_count(const char *bytes, size_t length);

/*
 * Columns a character takes in a terminal: 1 or 2, and 0 for one that must not reach it: controls,
 * line breaks, the common combining and zero-width characters (not all of Unicode's), bidi
 * controls, non-characters. The same in every locale; ambiguous widths count as 1.
 */
int character_width(uint32_t character);

/*
 * Write the inert form (see text_append_inert) of the character at `bytes`, of which `length` >= 1
 * may be read, and a NUL into `form`; store its width in columns. Returns how many bytes it stands
 * for, 1 in an invalid sequence.
 */
size_t inert_character(const char *bytes, size_t length, bool ascii, char form[INERT_LONGEST],
                       size_t *width);

/*
 * Append the bytes so that a terminal only ever prints them: what has width 0 becomes `\x1b` (below
 * U+0080 and invalid bytes) or `\u{202e}`. With `ascii`, everything beyond ASCII is written so.
 */
void text_append_inert(struct text *text, const char *bytes, size_t length, bool ascii);

/* Columns that text_append_inert's result for the same arguments takes in a terminal. */
size_t inert_width(const char *bytes, size_t length, bool ascii);

#endif
