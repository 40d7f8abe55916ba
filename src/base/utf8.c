/* UTF-8, the width of characters, and text made harmless for a terminal. */
#include "base/utf8.h"

#include <stdio.h>

/* Characters from `first` to `last`, both included. */
struct range {
    uint32_t first;
    uint32_t last;
};

/* Never printed: controls, combining and zero-width characters, bidi controls (sorted). */
static const struct range inert_ranges[] = {
    { 0x00000, 0x0001f }, { 0x0007f, 0x0009f }, { 0x000ad, 0x000ad }, { 0x00300, 0x0036f },
    { 0x00483, 0x00489 }, { 0x00591, 0x005bd }, { 0x00600, 0x00605 }, { 0x00610, 0x0061c },
    { 0x0064b, 0x0065f }, { 0x0070f, 0x0070f }, { 0x00900, 0x00902 }, { 0x00e31, 0x00e31 },
    { 0x00e34, 0x00e3a }, { 0x00e47, 0x00e4e }, { 0x01160, 0x011ff }, { 0x0180b, 0x0180f },
    { 0x01ab0, 0x01aff }, { 0x01dc0, 0x01dff }, { 0x0200b, 0x0200f }, { 0x02028, 0x0202e },
    { 0x02060, 0x0206f }, { 0x020d0, 0x020f0 }, { 0x03099, 0x0309a }, { 0x0d800, 0x0f8ff },
    { 0x0fdd0, 0x0fdef }, { 0x0fe00, 0x0fe0f }, { 0x0fe20, 0x0fe2f }, { 0x0feff, 0x0feff },
    { 0x0fff0, 0x0fffb }, { 0x0fffe, 0x0ffff }, { 0x1d165, 0x1d182 }, { 0xe0000, 0x10ffff },
};

/* Two columns wide: East Asian Wide and Fullwidth, and pictographs (sorted). */
static const struct range wide_ranges[] = {
    { 0x01100, 0x0115f }, { 0x0231a, 0x0231b }, { 0x02329, 0x0232a }, { 0x023e9, 0x023f3 },
    { 0x025fd, 0x025fe }, { 0x02614, 0x02615 }, { 0x02648, 0x02653 }, { 0x026a1, 0x026a1 },
    { 0x02705, 0x02705 }, { 0x02728, 0x02728 }, { 0x0274c, 0x0274e }, { 0x02753, 0x02757 },
    { 0x02795, 0x02797 }, { 0x02b1b, 0x02b1c }, { 0x02b50, 0x02b55 }, { 0x02e80, 0x0303e },
    { 0x03041, 0x0a4cf }, { 0x0a960, 0x0a97f }, { 0x0ac00, 0x0d7a3 }, { 0x0f900, 0x0faff },
    { 0x0fe30, 0x0fe6f }, { 0x0ff00, 0x0ff60 }, { 0x0ffe0, 0x0ffe6 }, { 0x16fe0, 0x18cff },
    { 0x1b000, 0x1b2ff }, { 0x1f004, 0x1f004 }, { 0x1f0cf, 0x1f0cf }, { 0x1f18e, 0x1f19a },
    { 0x1f200, 0x1f64f }, { 0x1f680, 0x1f6ff }, { 0x1f7e0, 0x1f7eb }, { 0x1f90c, 0x1faff },
    { 0x20000, 0x3fffd },
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static bool in_ranges(uint32_t character, const struct range *ranges, size_t count)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (character > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && character >= ranges[low].first;
}

/* How many bytes a sequence has that begins with `lead`; 0 for a byte that begins none. */
static size_t sequence_length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead <= 0xdf)
        return 2;
    if (lead >= 0xe0 && lead <= 0xef)
        return 3;
    return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

size_t utf8_decode(const char *bytes, size_t length, uint32_t *character)
{
    static const uint32_t least[UTF8_LONGEST + 1] = { 0, 0, 0x80, 0x800, 0x10000 };
    static const unsigned char lead_mask[UTF8_LONGEST + 1] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
    unsigned char lead = (unsigned char)bytes[0];
    size_t size = sequence_length(lead);
    if (size == 0 || size > length)
        return 0;
    uint32_t value = lead & lead_mask[size];
    for (size_t i = 1; i < size; i++) {
        unsigned char next = (unsigned char)bytes[i];
        if ((next & 0xc0) != 0x80)
            return 0;
        value = value << 6 | (next & 0x3fu);
    }
    if (value < least[size] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
        return 0;
    *character = value;
    return size;
}

size_t utf8_encode(uint32_t character, char bytes[UTF8_LONGEST])
{
    static const unsigned char lead_bits[UTF8_LONGEST + 1] = { 0, 0, 0xc0, 0xe0, 0xf0 };
    if (character < 0x80) {
        bytes[0] = (char)character;
        return 1;
    }
    size_t size = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (character & 0x3f));
        character >>= 6;
    }
    bytes[0] = (char)(lead_bits[size] | character);
    return size;
}

size_t utf8_count(const char *bytes, size_t length)
{
    size_t count = 0;
    for (size_t at = 0; at < length; count++) {
        uint32_t character;
        size_t size = utf8_decode(bytes + at, length - at, &character);
        at += size == 0 ? 1 : size;
    }
    return count;
}

int character_width(uint32_t character)
{
    if (in_ranges(character, inert_ranges, LENGTH(inert_ranges)))
        return 0;
    return in_ranges(character, wide_ranges, LENGTH(wide_ranges)) ? 2 : 1;
}

size_t inert_character(const char *bytes, size_t length, bool ascii, char form[INERT_LONGEST],
                       size_t *width)
{
    uint32_t character = 0;
    size_t size = utf8_decode(bytes, length, &character);
    int columns = size == 0 ? 0 : character_width(character);
    if (columns > 0 && (character < 0x80 || !ascii)) {
        form[utf8_encode(character, form)] = '\0';
        *width = (size_t)columns;
        return size;
    }
    int written;
    if (size == 0 || character < 0x80)
        written = snprintf(form, INERT_LONGEST, "\\x%02x", (unsigned)(unsigned char)bytes[0]);
    else
        written = snprintf(form, INERT_LONGEST, "\\u{%x}", (unsigned)character);
    *width = (size_t)written;
    return size == 0 ? 1 : size;
}

void text_append_inert(struct text *text, const char *bytes, size_t length, bool ascii)
{
    char form[INERT_LONGEST];
    size_t width;
    for (size_t at = 0; at < length;) {
        at += inert_character(bytes + at, length - at, ascii, form, &width);
        text_append(text, form);
    }
}

size_t inert_width(const char *bytes, size_t length, bool ascii)
{
    char form[INERT_LONGEST];
    size_t total = 0;
    size_t width;
    for (size_t at = 0; at < length; total += width)
        at += inert_character(bytes + at, length - at, ascii, form, &width);
    return total;
}
