/* Text that a terminal pastes, made fit for a line. */
#include "tui/paste.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "tui/keys.h"
#include "tui/prompt.h"

enum { LAST_CONTROL = 0x9f }; /* of those beyond ASCII */

void paste_begin(struct paste *paste)
{
    paste_end(paste);
    paste->open = true;
}

void paste_end(struct paste *paste)
{
    text_free(&paste->text);
    *paste = (struct paste){ .open = false };
}

static bool is_text(const char *key)
{
    uint32_t character;
    size_t length = strlen(key);
    return utf8_decode(key, length, &character) == length && character >= ' ' &&
           (character < 0x7f || character > LAST_CONTROL);
}

/* Add characters, unless there are too many; then all are given up. */
static void add(struct paste *paste, const char *bytes)
{
    text_append(&paste->text, bytes);
    paste->overlong = paste->text.failed || paste->text.length > PROMPT_SIZE;
    if (paste->overlong)
        text_free(&paste->text);
}

void paste_take(struct paste *paste, const char *key)
{
    bool blank = strcmp(key, KEY_NAME_SPACE) == 0 || strcmp(key, KEY_NAME_TAB) == 0;
    if (paste->overlong)
        return;
    if (strcmp(key, KEY_NAME_ENTER) == 0) {
        paste->broken = paste->text.length > 0;
    } else if (blank || is_text(key)) {
        if (paste->broken)
            add(paste, " ");
        paste->broken = false;
        if (!paste->overlong)
            add(paste, blank ? " " : key);
    } else {
        paste->thinned = true;
    }
}
