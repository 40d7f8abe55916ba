/* What terminfo knows of a terminal type. */
#include "tui/terminal_type.h"

#include <curses.h>
#include <stdio.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

#include "base/failure.h"

/* The text of a capability of the current type, or NULL. */
static const char *capability(const char *name)
{
    const char *value = tigetstr(name);
    return value == NULL || value == (const char *)-1 ? NULL : value;
}

/*
 * Colours that palette numbers can name. A direct-colour type takes numbers from 8 on for mixtures
 * of red, green and blue.
 */
static enum color_depth find_depth(void)
{
    int colors = tigetnum("colors");
    if (colors == 256)
        return DEPTH_256;
    if (colors >= 16 && colors < 256)
        return DEPTH_16;
    return colors >= 8 ? DEPTH_8 : DEPTH_NONE;
}

/* The console's entry has the key that a mouse is told by, for a program that it has not. */
static bool find_mouse(const char *name)
{
    static const char console[] = "linux";
    return capability("kmous") != NULL && strncmp(name, console, sizeof console - 1) != 0;
}

/*
 * Few types name bracketed paste, as xterm's does; but who places the cursor by a control sequence
 * of ECMA-48 passes over one that is not known.
 */
static bool find_paste(void)
{
    static const char introducer[] = "\033[";
    const char *place_cursor = capability("cup");
    return capability("BE") != NULL ||
           (place_cursor != NULL && strncmp(place_cursor, introducer, sizeof introducer - 1) == 0);
}

bool terminal_type_load(const struct terminal_type *type)
{
    int error = 0;
    return setupterm(type->name, STDOUT_FILENO, &error) == OK;
}

void terminal_type_unload(void)
{
    del_curterm(cur_term);
}

struct terminal_type terminal_type_find(const char *name)
{
    struct terminal_type type = { .name = name, .ability = TERMINAL_UNKNOWN, .depth = DEPTH_NONE };
    enum { HARD_COPY = 1 };
    int error = 0;
    if (name == NULL || name[0] == '\0')
        return type;
    if (setupterm(name, STDOUT_FILENO, &error) != OK) {
        if (error == HARD_COPY)
            type.ability = TERMINAL_PAPER;
        return type;
    }
    type.ability = capability("cup") != NULL ? TERMINAL_SCREEN : TERMINAL_PAPER;
    type.depth = find_depth();
    type.has_dim = capability("dim") != NULL;
    type.has_mouse = find_mouse(name);
    type.has_paste = find_paste();
    terminal_type_unload();
    return type;
}

static void warn(const char *wanted, const char *taken, char warning[TUI_WARNING_SIZE])
{
    char quoted[QUOTED_SIZE];
    char what[QUOTED_SIZE + 32];
    if (wanted == NULL || wanted[0] == '\0')
        snprintf(what, sizeof what, "TERM is not set");
    else
        snprintf(what, sizeof what, "unknown terminal type '%s'",
                 quote(wanted, strlen(wanted), quoted));
    if (taken != NULL)
        snprintf(warning, TUI_WARNING_SIZE, "%s, taken for %s", what, taken);
    else
        snprintf(warning, TUI_WARNING_SIZE, "%s", what);
}

struct terminal_type terminal_type_choose(const char *wanted, char warning[TUI_WARNING_SIZE])
{
    static const char *const substitutes[] = { "xterm", "vt100" };
    warning[0] = '\0';
    struct terminal_type type = terminal_type_find(wanted);
    if (type.ability != TERMINAL_UNKNOWN)
        return type;
    for (size_t i = 0; i < sizeof substitutes / sizeof substitutes[0]; i++) {
        struct terminal_type substitute = terminal_type_find(substitutes[i]);
        if (substitute.ability == TERMINAL_SCREEN) {
            warn(wanted, substitutes[i], warning);
            return substitute;
        }
    }
    warn(wanted, NULL, warning);
    return type;
}

/* Append a capability's bytes (NULL has none), less the padding, `$<` and milliseconds and `>`. */
static void append_unpadded(struct text *text, const char *bytes)
{
    while (bytes != NULL && *bytes != '\0') {
        size_t padding = strncmp(bytes, "$<", 2) == 0 ? 2 + strspn(bytes + 2, "0123456789.*/") : 0;
        if (padding > 2 && bytes[padding] == '>') {
            bytes += padding + 1;
            continue;
        }
        text_append_bytes(text, bytes, 1);
        bytes++;
    }
}

static void append_filled(struct text *text, const char *name, int first, int second)
{
    const char *bytes = capability(name);
    if (bytes != NULL)
        append_unpadded(text, tiparm(bytes, first, second));
}

void terminal_type_append_reset(int rows, struct text *text)
{
    append_filled(text, "csr", 0, rows - 1);
    append_unpadded(text, capability("smam"));
    append_unpadded(text, capability("rmir"));
    append_unpadded(text, capability("sgr0"));
    append_unpadded(text, capability("op"));
    append_unpadded(text, capability("cnorm"));
    append_filled(text, "cup", rows - 1, 0);
    append_unpadded(text, capability("el"));
    append_unpadded(text, capability("rmcup"));
}

void terminal_type_teach_keys(struct key_reader *reader)
{
    static const struct {
        const char *capability;
        const char *key;
    } keys[] = {
        { "kcuu1", KEY_NAME_UP },    { "kcud1", KEY_NAME_DOWN },      { "kcub1", KEY_NAME_LEFT },
        { "kcuf1", KEY_NAME_RIGHT }, { "khome", KEY_NAME_HOME },      { "kend", KEY_NAME_END },
        { "kpp", KEY_NAME_PAGE_UP }, { "knp", KEY_NAME_PAGE_DOWN },   { "kdch1", KEY_NAME_DELETE },
        { "kent", KEY_NAME_ENTER },  { "kbs", KEY_NAME_BACKSPACE },
    };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        key_reader_learn(reader, capability(keys[i].capability), keys[i].key);
}
