/* The bytes that a terminal sends, made into the names of keys. */
#include "tui/keys.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

enum {
    ESCAPE = 0x1b,
    CONTROL_SEQUENCE_MOST = 64, /* bytes; a longer one is given up */
    OLD_MOUSE_REPORT = 6,       /* bytes of `ESC [ M` and three numbers, 32 added to each */
    ESCAPE_DELAY = 50,          /* milliseconds */
    PASTE_PATIENCE = 2000,      /* likewise: longer than a connection is usually stuck */
    ESCAPE_DELAY_MOST = 60000
};

/* A final part of an escape sequence and the key that it stands for. */
struct ending {
    const char *bytes;
    const char *name;
};

/* After `ESC [`: ECMA-48 cursor keys and the keypads of DEC, xterm, the Linux console and rxvt. */
static const struct ending control_endings[] = {
    { "A", KEY_NAME_UP },     { "B", KEY_NAME_DOWN },       { "C", KEY_NAME_RIGHT },
    { "D", KEY_NAME_LEFT },   { "H", KEY_NAME_HOME },       { "F", KEY_NAME_END },
    { "1~", KEY_NAME_HOME },  { "7~", KEY_NAME_HOME },      { "4~", KEY_NAME_END },
    { "8~", KEY_NAME_END },   { "3~", KEY_NAME_DELETE },    { "5~", KEY_NAME_PAGE_UP },
    { "6~", KEY_NAME_PAGE_DOWN }, { "Z", KEY_NAME_BACK_TAB },
    { "200~", KEY_NAME_PASTE_BEGIN }, { "201~", KEY_NAME_PASTE_END },
};

/* After `ESC O`: cursor keys and number pad of a DEC terminal in application mode. */
static const struct ending application_endings[] = {
    { "A", KEY_NAME_UP },   { "B", KEY_NAME_DOWN }, { "C", KEY_NAME_RIGHT },
    { "D", KEY_NAME_LEFT }, { "H", KEY_NAME_HOME }, { "F", KEY_NAME_END },
    { "M", KEY_NAME_ENTER },
    { "X", "=" }, { "j", "*" }, { "k", "+" }, { "l", "," }, { "m", "-" }, { "n", "." },
    { "o", "/" }, { "p", "0" }, { "q", "1" }, { "r", "2" }, { "s", "3" }, { "t", "4" },
    { "u", "5" }, { "v", "6" }, { "w", "7" }, { "x", "8" }, { "y", "9" },
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

void key_reader_start(struct key_reader *reader)
{
    reader->start = 0;
    reader->end = 0;
    reader->overlong = false;
    reader->pasting = false;
    reader->sequence_count = 0;
}

void key_reader_learn(struct key_reader *reader, const char *bytes, const char *name)
{
    if (bytes == NULL || bytes[0] != ESCAPE || bytes[1] == '\0' ||
        strlen(bytes) >= KEY_SEQUENCE_SIZE || reader->sequence_count == KEY_SEQUENCES_MOST)
        return;
    struct key_sequence *sequence = &reader->sequences[reader->sequence_count++];
    strcpy(sequence->bytes, bytes);
    sequence->name = name;
}

char *key_reader_space(struct key_reader *reader, size_t *room)
{
    memmove(reader->bytes, reader->bytes + reader->start, reader->end - reader->start);
    reader->end -= reader->start;
    reader->start = 0;
    *room = KEY_BYTES_MOST - reader->end;
    return reader->bytes + reader->end;
}

void key_reader_received(struct key_reader *reader, size_t count)
{
    reader->end += count;
}

/* What the first waiting bytes are: how many make a key, 0 when more is needed, and its name. */
struct found {
    size_t size;
    const char *name; /* NULL: the character that the bytes encode */
};

static const char *ending_name(const struct ending *endings, size_t count, const char *bytes,
                               size_t length)
{
    for (size_t i = 0; i < count; i++) {
        if (strlen(endings[i].bytes) == length && memcmp(endings[i].bytes, bytes, length) == 0)
            return endings[i].name;
    }
    return KEY_NAME_UNKNOWN;
}

/* Look among the learned sequences; *longer tells that the bytes begin one. */
static const struct key_sequence *find_learned(const struct key_reader *reader, const char *bytes,
                                               size_t length, bool *longer)
{
    *longer = false;
    for (size_t i = 0; i < reader->sequence_count; i++) {
        const struct key_sequence *sequence = &reader->sequences[i];
        size_t size = strlen(sequence->bytes);
        if (memcmp(sequence->bytes, bytes, size < length ? size : length) != 0)
            continue;
        if (size <= length)
            return sequence;
        *longer = true;
    }
    return NULL;
}

static bool begins_mouse_report(const char *bytes, size_t length)
{
    static const char beginning[] = "\x1b[<";
    return length >= sizeof beginning - 1 && memcmp(bytes, beginning, sizeof beginning - 1) == 0;
}

static bool is_parameter(char byte)
{
    return byte >= 0x20 && byte <= 0x3f;
}

static bool is_final(char byte)
{
    return byte >= 0x40 && byte <= 0x7e;
}

/*
 * The report of a terminal that does not know mode 1006. It cannot tell columns beyond 223 and is
 * passed over; but its numbers must not be taken for keys.
 */
static struct found find_old_mouse_report(const char *bytes, size_t length)
{
    for (size_t at = 3; at < length && at < OLD_MOUSE_REPORT; at++)
        if ((unsigned char)bytes[at] < 0x20)
            return (struct found){ 3, KEY_NAME_UNKNOWN };
    if (length < OLD_MOUSE_REPORT)
        return (struct found){ 0, NULL };
    return (struct found){ OLD_MOUSE_REPORT, KEY_NAME_MOUSE };
}

/* A control sequence, ECMA-48 section 5.4: parameters, intermediates and one final byte. */
static struct found find_control_sequence(const char *bytes, size_t length)
{
    size_t at = 2;
    /* The Linux console sends its function keys as `ESC [ [` and a letter. */
    if (at < length && bytes[at] == '[')
        at++;
    while (at < length && is_parameter(bytes[at]))
        at++;
    if (at == length && length < CONTROL_SEQUENCE_MOST)
        return (struct found){ 0, NULL };
    bool ended = at < length && is_final(bytes[at]);
    if (begins_mouse_report(bytes, length))
        return (struct found){ at + ended, KEY_NAME_MOUSE };
    if (!ended)
        return (struct found){ at, KEY_NAME_UNKNOWN };
    if (at == 2 && bytes[at] == 'M')
        return find_old_mouse_report(bytes, length);
    const char *name =
        ending_name(control_endings, LENGTH(control_endings), bytes + 2, at - 1);
    return (struct found){ at + 1, name };
}

/* What an ESC begins: a key of the terminal, or the key Esc, after which the next byte is a key. */
static struct found find_escape(const struct key_reader *reader, const char *bytes, size_t length)
{
    bool longer = false;
    const struct key_sequence *sequence = find_learned(reader, bytes, length, &longer);
    if (sequence != NULL)
        return (struct found){ strlen(sequence->bytes), sequence->name };
    if (longer || length == 1)
        return (struct found){ 0, NULL };
    if (bytes[1] == '[')
        return find_control_sequence(bytes, length);
    if (bytes[1] != 'O')
        return (struct found){ 1, KEY_NAME_ESCAPE };
    if (length == 2)
        return (struct found){ 0, NULL };
    /* A new sequence, such as the end of a paste, is none of this one. */
    if (bytes[2] == ESCAPE)
        return (struct found){ 2, KEY_NAME_UNKNOWN };
    const char *name =
        ending_name(application_endings, LENGTH(application_endings), bytes + 2, 1);
    return (struct found){ 3, name };
}

/* Whether the bytes are the beginning of a character whose end has not come yet. */
static bool is_cut_character(const char *bytes, size_t length)
{
    unsigned char lead = (unsigned char)bytes[0];
    size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || length >= size)
        return false;
    for (size_t i = 1; i < length; i++) {
        if (((unsigned char)bytes[i] & 0xc0) != 0x80)
            return false;
    }
    return true;
}

static struct found find_character(const char *bytes, size_t length)
{
    uint32_t character;
    size_t size = utf8_decode(bytes, length, &character);
    if (size > 0)
        return (struct found){ size, NULL };
    if (is_cut_character(bytes, length))
        return (struct found){ 0, NULL };
    return (struct found){ 1, KEY_NAME_UNKNOWN };
}

static struct found find_key(const struct key_reader *reader, const char *bytes, size_t length)
{
    switch (bytes[0]) {
    case ESCAPE:
        return find_escape(reader, bytes, length);
    case '\r':
    case '\n':
        return (struct found){ 1, KEY_NAME_ENTER };
    case '\t':
        return (struct found){ 1, KEY_NAME_TAB };
    case ' ':
        return (struct found){ 1, KEY_NAME_SPACE };
    case 0x7f:
        return (struct found){ 1, KEY_NAME_BACKSPACE };
    default:
        return find_character(bytes, length);
    }
}

/* What cut bytes are when nothing follows: Esc alone, or one unknown key. */
static struct found give_up(const char *bytes, size_t length)
{
    if (bytes[0] == ESCAPE && length == 1)
        return (struct found){ 1, KEY_NAME_ESCAPE };
    return (struct found){ length, KEY_NAME_UNKNOWN };
}

static void write_name(const char *bytes, struct found found, char name[KEY_NAME_SIZE])
{
    if (found.name != NULL) {
        strcpy(name, found.name);
    } else if ((unsigned char)bytes[0] < 0x20) {
        name[0] = '^';
        name[1] = (char)(bytes[0] + '@');
        name[2] = '\0';
    } else {
        memcpy(name, bytes, found.size);
        name[found.size] = '\0';
    }
}

static bool is(const char *name, const char *other)
{
    return name != NULL && strcmp(name, other) == 0;
}

/* See what a key is where it stands, in a paste or outside; false when it is nothing. */
static bool place(struct key_reader *reader, struct found *found)
{
    bool ends = is(found->name, KEY_NAME_PASTE_END);
    if (!reader->pasting) {
        reader->pasting = is(found->name, KEY_NAME_PASTE_BEGIN);
        return !ends;
    }
    reader->pasting = !ends;
    if (!ends && found->name != NULL && !is(found->name, KEY_NAME_ENTER) &&
        !is(found->name, KEY_NAME_TAB) && !is(found->name, KEY_NAME_SPACE))
        found->name = KEY_NAME_UNKNOWN;
    return true;
}

/* End a paste whose end does not come; false when there is none. */
static bool give_up_paste(struct key_reader *reader, char name[KEY_NAME_SIZE])
{
    if (!reader->pasting)
        return false;
    reader->pasting = false;
    strcpy(name, KEY_NAME_PASTE_END);
    return true;
}

/* Pass over the rest of a control sequence that was given up, as far as it has come. */
static void drop_rest(struct key_reader *reader, bool final)
{
    while (reader->start < reader->end && is_parameter(reader->bytes[reader->start]))
        reader->start++;
    reader->overlong = !final && reader->start == reader->end;
    if (reader->start < reader->end && is_final(reader->bytes[reader->start]))
        reader->start++;
}

/* Take in what a key says beyond its name, before its bytes are passed over. */
static void look_into(struct key_reader *reader, const char *bytes, size_t size)
{
    reader->overlong = size >= CONTROL_SEQUENCE_MOST && !is_final(bytes[size - 1]);
    if (begins_mouse_report(bytes, size))
        reader->mouse = mouse_read(bytes + 3, size - 3);
    else
        reader->mouse.action = MOUSE_NOTHING;
}

bool key_reader_next(struct key_reader *reader, bool final, char name[KEY_NAME_SIZE])
{
    bool is_key = false;
    while (!is_key) {
        if (reader->overlong)
            drop_rest(reader, final);
        const char *bytes = reader->bytes + reader->start;
        size_t length = reader->end - reader->start;
        if (length == 0)
            return final && give_up_paste(reader, name);
        struct found found = find_key(reader, bytes, length);
        if (found.size == 0 && final)
            found = give_up(bytes, length);
        if (found.size == 0)
            return false;
        is_key = place(reader, &found);
        write_name(bytes, found, name);
        look_into(reader, bytes, found.size);
        reader->start += found.size;
    }
    return true;
}

bool key_reader_in_doubt(const struct key_reader *reader)
{
    const char *bytes = reader->bytes + reader->start;
    size_t length = reader->end - reader->start;
    return reader->overlong ||
           (length > 0 && bytes[0] == ESCAPE && !begins_mouse_report(bytes, length));
}

int key_reader_patience(const struct key_reader *reader, int escape_delay)
{
    if (reader->pasting)
        return PASTE_PATIENCE;
    return key_reader_in_doubt(reader) ? escape_delay : -1;
}

int key_escape_delay(const char *setting)
{
    if (setting == NULL || setting[0] == '\0')
        return ESCAPE_DELAY;
    int delay = 0;
    for (const char *at = setting; *at != '\0'; at++) {
        if (*at < '0' || *at > '9')
            return ESCAPE_DELAY;
        delay = delay * 10 + (*at - '0');
        if (delay > ESCAPE_DELAY_MOST)
            return ESCAPE_DELAY;
    }
    return delay;
}
