/* The bytes that a terminal sends, made into the names of keys. */
#ifndef STEEPEST_TUI_KEYS_H
#define STEEPEST_TUI_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "session/key_names.h"
#include "tui/mouse.h"

enum {
    KEY_NAME_SIZE = 16,      /* bytes of a key's name, with its NUL */
    KEY_SEQUENCE_SIZE = 16,  /* bytes of a learned sequence, with its NUL */
    KEY_SEQUENCES_MOST = 16, /* learned sequences */
    KEY_BYTES_MOST = 1024    /* bytes that wait to be told apart */
};

#define KEY_NAME_UNKNOWN "<Unknown>" /* a key without a name here, or a byte that is no character */
#define KEY_NAME_MOUSE "<Mouse>"     /* no key to bind: see the reader's `mouse` */

/* No keys either: what comes between them is pasted, and no key whatever its name. */
#define KEY_NAME_PASTE_BEGIN "<PasteBegin>"
#define KEY_NAME_PASTE_END "<PasteEnd>"

/* One sequence that stands for a key on this terminal. */
struct key_sequence {
    char bytes[KEY_SEQUENCE_SIZE];
    const char *name; /* one of KEY_NAME_..., not owned */
};

/*
 * Bytes received and not yet told as keys. Start with key_reader_start. Whatever the terminal type,
 * the cursor keys are known as `ESC [ A` and as `ESC O A`, and an unknown control sequence is one
 * unknown key, so that none of its bytes is taken for a key. A report about a mouse is
 * KEY_NAME_MOUSE, whatever it holds.
 */
struct key_reader {
    char bytes[KEY_BYTES_MOST];
    size_t start; /* the first byte that waits */
    size_t end;   /* one past the last */
    bool overlong; /* what comes next is the rest of a sequence that was given up */
    struct mouse_event mouse; /* valid after KEY_NAME_MOUSE until the next key */
    bool pasting;  /* a paste has begun and its end was not told */
    struct key_sequence sequences[KEY_SEQUENCES_MOST];
    size_t sequence_count;
};

/* Make the reader empty, with nothing learned. */
void key_reader_start(struct key_reader *reader);

/*
 * Let `bytes`, an escape sequence of this terminal, be the key `name`, one of KEY_NAME_... . NULL,
 * what does not begin with ESC, what is too long and what is one too many is passed over.
 */
void key_reader_learn(struct key_reader *reader, const char *bytes, const char *name);

/* Where to store what is received, and in *room how many bytes may be: at least 1 when
 * key_reader_next has returned false. Then call key_reader_received. */
char *key_reader_space(struct key_reader *reader, size_t *room);

/* `count` bytes were stored. */
void key_reader_received(struct key_reader *reader, size_t count);

/*
 * Take the next key: its name, one of KEY_NAME_..., a control key or one UTF-8 character. Returns
 * false when the bytes so far are not a whole key; with `final` nothing more is awaited, so that a
 * lone ESC is the key of that name, and a paste ends. In a paste every key of a terminal but
 * <Enter>, <Tab> and <Space> is unknown; the end of a paste outside of one is passed over.
 */
bool key_reader_next(struct key_reader *reader, bool final, char name[KEY_NAME_SIZE]);

/* Whether an escape sequence has begun that only time can tell from the key Esc. */
bool key_reader_in_doubt(const struct key_reader *reader);

/*
 * Milliseconds of silence after which what has come is final: `escape_delay` when an escape
 * sequence is in doubt, long ones in a paste, whose end may have been lost; negative: there is
 * nothing to wait for.
 */
int key_reader_patience(const struct key_reader *reader, int escape_delay);

/*
 * Milliseconds to wait for the rest of an escape sequence: `setting`, the value of ESCDELAY, when
 * it is a whole number from 0 to 60000, else 50.
 */
int key_escape_delay(const char *setting);

#endif
