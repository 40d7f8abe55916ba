/* Tests src/base/utf8.c: decoding, widths, and text that a terminal only prints. */
#include "../suite.h"

#include <string.h>

#include "base/utf8.h"

enum { CHARACTERS = 0x110000, NO_CHARACTER = 0xdead };

static bool is_surrogate(uint32_t character)
{
    return character >= 0xd800 && character <= 0xdfff;
}

START_TEST(every_character_survives)
{
    for (uint32_t character = 0; character < CHARACTERS; character++) {
        char bytes[UTF8_LONGEST];
        uint32_t decoded = NO_CHARACTER;
        size_t size = utf8_encode(character, bytes);
        size_t expected =
            character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
        size_t taken = utf8_decode(bytes, size, &decoded);
        if (is_surrogate(character) ? taken != 0 : taken != expected || decoded != character)
            ck_abort_msg("U+%04X: %zu bytes written, %zu read", character, size, taken);
        if (size > 1 && utf8_decode(bytes, size - 1, &decoded) != 0)
            ck_abort_msg("U+%04X was read when cut", character);
    }
}
END_TEST

START_TEST(invalid_sequences_are_refused)
{
    static const char *const sequences[] = {
        "\x80",             /* a continuation alone */
        "\xbf",
        "\xc0\x80",         /* overlong, two bytes */
        "\xc1\xbf",
        "\xe0\x80\x80",     /* overlong, three */
        "\xe0\x9f\xbf",
        "\xf0\x80\x80\x80", /* overlong, four */
        "\xf0\x8f\xbf\xbf",
        "\xed\xa0\x80",     /* surrogates */
        "\xed\xbf\xbf",
        "\xf4\x90\x80\x80", /* beyond U+10FFFF */
        "\xf5\x80\x80\x80",
        "\xf8\x88\x80\x80\x80",
        "\xfc\x84\x80\x80\x80\x80",
        "\xfe",
        "\xff",
        "\xc3",             /* cut */
        "\xe2\x82",
        "\xf0\x9f\x98",
        "\xc3x",            /* another character instead of a continuation */
        "\xe2\x82x",
        "\xe2x\x82",
        "\xf0\x9f\x98x",
        "\xc3\xc3",
    };
    for (size_t i = 0; i < sizeof sequences / sizeof sequences[0]; i++) {
        uint32_t character = NO_CHARACTER;
        ck_assert_uint_eq(utf8_decode(sequences[i], strlen(sequences[i]), &character), 0);
        ck_assert_uint_eq(character, NO_CHARACTER);
    }
}
END_TEST

START_TEST(characters_are_counted)
{
    static const struct {
        const char *bytes;
        size_t count;
    } rows[] = {
        { "", 0 }, { "abc", 3 }, { "\xc3\xa9", 1 }, { "a\xe2\x82\xac" "b", 3 },
        { "\xf0\x9f\x98\x80", 1 }, { "\xff\xfe", 2 }, { "\xe2\x82", 2 }, { "\xe2\x82x", 3 },
        { "\xed\xa0\x80", 3 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        ck_assert_uint_eq(utf8_count(rows[i].bytes, strlen(rows[i].bytes)), rows[i].count);
}
END_TEST

START_TEST(widths)
{
    static const struct {
        uint32_t first;
        uint32_t last;
        int width;
    } rows[] = {
        { 0x00, 0x1f, 0 },       { 0x20, 0x7e, 1 },       { 0x7f, 0x9f, 0 },
        { 0xa0, 0xac, 1 },       { 0xad, 0xad, 0 },       { 0xae, 0x2ff, 1 },
        { 0x300, 0x36f, 0 },     { 0x370, 0x377, 1 },     { 0x61c, 0x61c, 0 },
        { 0x1100, 0x115f, 2 },   { 0x200b, 0x200f, 0 },   { 0x2010, 0x2027, 1 },
        { 0x2028, 0x202e, 0 },   { 0x2060, 0x206f, 0 },   { 0x2190, 0x21ff, 1 },
        { 0x2207, 0x2207, 1 },   { 0x2500, 0x257f, 1 },   { 0x2800, 0x28ff, 1 },
        { 0x2b60, 0x2b69, 1 },   { 0x3000, 0x3000, 2 },   { 0x4e00, 0x9fff, 2 },
        { 0xac00, 0xd7a3, 2 },   { 0xd800, 0xdfff, 0 },   { 0xe000, 0xf8ff, 0 },
        { 0xfe00, 0xfe0f, 0 },   { 0xfeff, 0xfeff, 0 },   { 0xff01, 0xff60, 2 },
        { 0xff61, 0xffdc, 1 },   { 0xfff9, 0xfffb, 0 },   { 0xfffd, 0xfffd, 1 },
        { 0xfffe, 0xffff, 0 },   { 0x1f600, 0x1f64f, 2 }, { 0x20000, 0x2a6df, 2 },
        { 0xe0001, 0xe007f, 0 }, { 0x10ffff, 0x10ffff, 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        for (uint32_t c = rows[i].first; c <= rows[i].last; c++)
            if (character_width(c) != rows[i].width)
                ck_abort_msg("U+%04X has width %d", c, character_width(c));
}
END_TEST

static const struct {
    const char *bytes;
    const char *inert;
    size_t width;
    const char *ascii;
} inert_rows[] = {
    { "plain", "plain", 5, "plain" },
    { "\x1b[31m", "\\x1b[31m", 8, "\\x1b[31m" },
    { "\a\b\t\n\r\x7f", "\\x07\\x08\\x09\\x0a\\x0d\\x7f", 24, "\\x07\\x08\\x09\\x0a\\x0d\\x7f" },
    { "\xc2\x9b" "2J", "\\u{9b}2J", 8, "\\u{9b}2J" },             /* C1: CSI */
    { "\xe2\x80\xae", "\\u{202e}", 8, "\\u{202e}" },            /* bidi override */
    { "\xe2\x81\xa6", "\\u{2066}", 8, "\\u{2066}" },            /* bidi isolate */
    { "\xd8\x9c", "\\u{61c}", 7, "\\u{61c}" },                  /* arabic letter mark */
    { "e\xcc\x81", "e\\u{301}", 8, "e\\u{301}" },               /* combining */
    { "\xe2\x80\x8b", "\\u{200b}", 8, "\\u{200b}" },            /* zero width */
    { "\xe2\x80\xa8", "\\u{2028}", 8, "\\u{2028}" },            /* line separator */
    { "\xf3\xa0\x80\x81", "\\u{e0001}", 9, "\\u{e0001}" },      /* tag */
    { "\xc3\xa9", "\xc3\xa9", 1, "\\u{e9}" },
    { "\xe5\xad\x97", "\xe5\xad\x97", 2, "\\u{5b57}" },
    { "\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80", 2, "\\u{1f600}" },
    { "\xff", "\\xff", 4, "\\xff" },
    { "\xe2\x82", "\\xe2\\x82", 8, "\\xe2\\x82" },
    { "\\x1b", "\\x1b", 4, "\\x1b" },
};

START_TEST(inert_text)
{
    for (size_t i = 0; i < sizeof inert_rows / sizeof inert_rows[0]; i++) {
        struct text text = TEXT_EMPTY;
        const char *bytes = inert_rows[i].bytes;
        size_t length = strlen(bytes);
        text_append_inert(&text, bytes, length, false);
        ck_assert_str_eq(text_string(&text), inert_rows[i].inert);
        ck_assert_uint_eq(inert_width(bytes, length, false), inert_rows[i].width);
        text_clear(&text);
        text_append_inert(&text, bytes, length, true);
        ck_assert_str_eq(text_string(&text), inert_rows[i].ascii);
        ck_assert_uint_eq(inert_width(bytes, length, true), strlen(inert_rows[i].ascii));
        text_free(&text);
    }
    struct text text = TEXT_EMPTY;
    text_append_inert(&text, "a\0b", 3, false);
    ck_assert_str_eq(text_string(&text), "a\\x00b");
    text_free(&text);
}
END_TEST

/* Whatever the two bytes, what comes out is valid and has no character of width 0. */
START_TEST(any_bytes_become_inert)
{
    struct text text = TEXT_EMPTY;
    for (int pair = 0; pair < 0x10000; pair++) {
        char bytes[2] = { (char)(pair & 0xff), (char)(pair >> 8) };
        text_clear(&text);
        text_append_inert(&text, bytes, sizeof bytes, false);
        size_t width = 0;
        for (size_t at = 0; at < text.length;) {
            uint32_t character;
            size_t size = utf8_decode(text.bytes + at, text.length - at, &character);
            if (size == 0 || character_width(character) == 0)
                ck_abort_msg("%04x becomes '%s'", (unsigned)pair, text.bytes);
            width += (size_t)character_width(character);
            at += size;
        }
        if (width != inert_width(bytes, sizeof bytes, false))
            ck_abort_msg("%04x: width %zu", (unsigned)pair, width);
    }
    text_free(&text);
}
END_TEST

START_TEST(the_longest_escape_fits)
{
    char form[INERT_LONGEST];
    size_t width;
    ck_assert_uint_eq(inert_character("\xf4\x8f\xbf\xbf", 4, false, form, &width), 4);
    ck_assert_str_eq(form, "\\u{10ffff}");
    ck_assert_uint_eq(width, 10);
    ck_assert_uint_eq(inert_character("\xf4\x8f", 2, false, form, &width), 1);
    ck_assert_str_eq(form, "\\xf4");
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, every_character_survives);
    tcase_add_test(cases, invalid_sequences_are_refused);
    tcase_add_test(cases, characters_are_counted);
    tcase_add_test(cases, widths);
    tcase_add_test(cases, inert_text);
    tcase_add_test(cases, any_bytes_become_inert);
    tcase_add_test(cases, the_longest_escape_fits);
}

SUITE_MAIN("base utf8", add_cases)
