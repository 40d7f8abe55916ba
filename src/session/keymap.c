/* Which keys stand for which command lines. */
#include "session/keymap.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "session/key_names.h"

struct binding {
    char keys[KEYS_SIZE];
    char *line;
};

struct keymap {
    struct binding bindings[BINDINGS_MOST + 1]; /* one that replaces another stands beside it */
    size_t count;
};

static const char *const key_names[] = {
    KEY_NAME_BACK_TAB,  KEY_NAME_BACKSPACE, KEY_NAME_DELETE, KEY_NAME_DOWN,      KEY_NAME_END,     KEY_NAME_ENTER,
    KEY_NAME_ESCAPE,    KEY_NAME_HOME,   KEY_NAME_LEFT,      KEY_NAME_PAGE_DOWN,
    KEY_NAME_PAGE_UP,   KEY_NAME_RIGHT,  KEY_NAME_SPACE,     KEY_NAME_TAB,     KEY_NAME_UP,
};

/* How many of the bytes are the name of the first key; 0 when they begin with none. */
static size_t first_key(const char *bytes, size_t length)
{
    uint32_t character;
    for (size_t i = 0; i < sizeof key_names / sizeof key_names[0]; i++) {
        size_t size = strlen(key_names[i]);
        if (size <= length && memcmp(bytes, key_names[i], size) == 0)
            return size;
    }
    if (length > 1 && bytes[0] == '^' && bytes[1] >= '@' && bytes[1] <= '_')
        return 2;
    size_t size = utf8_decode(bytes, length, &character);
    return size == 0 || character <= ' ' || character == 0x7f ? 0 : size;
}

bool keymap_begins(const char *keys, const char *longer)
{
    size_t length = strlen(keys);
    size_t whole = strlen(longer);
    size_t at = 0;
    while (at < length && at < whole)
        at += first_key(longer + at, whole - at);
    return at == length && length < whole && memcmp(keys, longer, length) == 0;
}

/* Where the binding of those keys is; the count of all when there is none. */
static size_t find(const struct keymap *keymap, const char *keys, size_t length)
{
    size_t i = 0;
    while (i < keymap->count && (strlen(keymap->bindings[i].keys) != length ||
                                 memcmp(keymap->bindings[i].keys, keys, length) != 0))
        i++;
    return i;
}

/* Add keys that are not bound; false when memory is short. */
static bool add(struct keymap *keymap, const char *keys, size_t length, const char *line,
                size_t line_length)
{
    char *copy = malloc(line_length + 1);
    if (copy == NULL)
        return false;
    struct binding *binding = &keymap->bindings[keymap->count++];
    memcpy(binding->keys, keys, length);
    binding->keys[length] = '\0';
    memcpy(copy, line, line_length);
    copy[line_length] = '\0';
    binding->line = copy;
    return true;
}

/* Bind a command's default keys; false when memory is short. */
static bool add_defaults(struct keymap *keymap, const struct command *command)
{
    const char *keys = command->keys;
    size_t length;
    for (const char *key; (key = command_next_key(&keys, &length)) != NULL;)
        if (!add(keymap, key, length, command->name, strlen(command->name)))
            return false;
    return true;
}

struct keymap *keymap_new(void)
{
    struct keymap *made = calloc(1, sizeof *made);
    for (size_t i = 0; made != NULL && i < command_count(); i++) {
        if (add_defaults(made, command_at(i)))
            continue;
        keymap_free(made);
        made = NULL;
    }
    return made;
}

struct keymap *keymap_copy(const struct keymap *keymap)
{
    struct keymap *made = calloc(1, sizeof *made);
    for (size_t i = 0; made != NULL && i < keymap->count; i++) {
        const struct binding *binding = &keymap->bindings[i];
        if (add(made, binding->keys, strlen(binding->keys), binding->line, strlen(binding->line)))
            continue;
        keymap_free(made);
        made = NULL;
    }
    return made;
}

void keymap_free(struct keymap *keymap)
{
    if (keymap == NULL)
        return;
    for (size_t i = 0; i < keymap->count; i++)
        free(keymap->bindings[i].line);
    free(keymap);
}

const char *keymap_line(const struct keymap *keymap, const char *keys)
{
    size_t found = find(keymap, keys, strlen(keys));
    return found == keymap->count ? NULL : keymap->bindings[found].line;
}

bool keymap_has_longer(const struct keymap *keymap, const char *keys)
{
    for (size_t i = 0; i < keymap->count && keys[0] != '\0'; i++)
        if (keymap_begins(keys, keymap->bindings[i].keys))
            return true;
    return false;
}

/* Why a key must not be bound, or NULL. */
static const char *reservation(const char *key, size_t length)
{
    static const struct {
        const char *key;
        const char *reason;
    } reserved[] = {
        { "^C", "always leaves" },
        { "^Z", "belongs to the terminal" },
        { "^S", "belongs to the terminal" },
        { "^Q", "belongs to the terminal" },
        { "^\\", "belongs to the terminal" },
        { "^I", "is written <Tab>" },
        { "^J", "is written <Enter>" },
        { "^M", "is written <Enter>" },
        { "^[", "is written <Esc>" },
        { KEY_NAME_ESCAPE, "always cancels" },
    };
    if (length == 1 && key[0] >= '1' && key[0] <= '9')
        return "begins a count";
    for (size_t i = 0; i < sizeof reserved / sizeof reserved[0]; i++)
        if (strlen(reserved[i].key) == length && memcmp(reserved[i].key, key, length) == 0)
            return reserved[i].reason;
    return NULL;
}

/* Whether the bytes are keys that may be bound. */
static enum status check_keys(const struct source_text *source, size_t start, size_t length,
                              struct failure *failure)
{
    size_t size = 0;
    for (size_t at = 0; at < length; at += size) {
        const char *key = source->bytes + start + at;
        size = first_key(key, length - at);
        if (size == 0)
            return failure_at(failure, source, start + at, length - at, "this is no key");
        const char *reason = reservation(key, size);
        /* After a first key, a digit is a key as any other. */
        if (reason != NULL && (at == 0 || key[0] < '1' || key[0] > '9'))
            return failure_at(failure, source, start + at, size, "%.*s %s and cannot be bound",
                              (int)size, key, reason);
    }
    if (length >= KEYS_SIZE)
        return failure_at(failure, source, start, length, "the names of keys take at most %d bytes",
                          KEYS_SIZE - 1);
    return STATUS_OK;
}

/* Whether no other binding begins with these keys or they with its. */
static enum status check_others(const struct keymap *keymap, const struct source_text *source,
                                const struct binding_place *place, struct failure *failure)
{
    char keys[KEYS_SIZE];
    memcpy(keys, source->bytes + place->keys, place->keys_length);
    keys[place->keys_length] = '\0';
    for (size_t i = 0; i < keymap->count; i++) {
        const char *other = keymap->bindings[i].keys;
        if (keymap_begins(keys, other) || keymap_begins(other, keys))
            return failure_at(failure, source, place->keys, place->keys_length,
                              "'%s' is bound, write 'unbind %s' first", other, other);
    }
    return STATUS_OK;
}

/* Whether the line begins with a command's name. */
static enum status check_line(const struct source_text *source, const struct binding_place *place,
                              struct failure *failure)
{
    const char *line = source->bytes + place->line;
    size_t length = 0;
    while (length < place->line_length && strchr(" \t", line[length]) == NULL)
        length++;
    if (place->line_length > BOUND_LINE_MOST)
        return failure_at(failure, source, place->line, place->line_length,
                          "a line that keys stand for has at most %d bytes", BOUND_LINE_MOST);
    if (command_find(line, length) == NULL)
        return command_refuse(source, place->line, length, place->lister, failure);
    return STATUS_OK;
}

/* Forget binding `index`; the last one takes its place. */
static void drop(struct keymap *keymap, size_t index)
{
    free(keymap->bindings[index].line);
    keymap->bindings[index] = keymap->bindings[--keymap->count];
}

enum status keymap_bind(struct keymap *keymap, const struct source_text *source,
                        const struct binding_place *place, struct failure *failure)
{
    enum status status = check_keys(source, place->keys, place->keys_length, failure);
    if (status == STATUS_OK)
        status = check_others(keymap, source, place, failure);
    if (status == STATUS_OK)
        status = check_line(source, place, failure);
    if (status != STATUS_OK)
        return status;
    const char *keys = source->bytes + place->keys;
    size_t old = find(keymap, keys, place->keys_length);
    bool is_bound = old < keymap->count;
    if (!is_bound && keymap->count == BINDINGS_MOST)
        return failure_at(failure, source, place->keys, place->keys_length,
                          "at most %d keys can be bound", BINDINGS_MOST);
    if (!add(keymap, keys, place->keys_length, source->bytes + place->line, place->line_length))
        return failure_memory(failure);
    if (is_bound)
        drop(keymap, old);
    return STATUS_OK;
}

bool keymap_unbind(struct keymap *keymap, const char *keys, size_t length)
{
    size_t found = find(keymap, keys, length);
    if (found == keymap->count)
        return false;
    drop(keymap, found);
    return true;
}

size_t keymap_count(const struct keymap *keymap)
{
    return keymap->count;
}

void keymap_at(const struct keymap *keymap, size_t index, const char **keys, const char **line)
{
    *keys = keymap->bindings[index].keys;
    *line = keymap->bindings[index].line;
}

size_t keymap_first_size(const char *keys)
{
    return first_key(keys, strlen(keys));
}

/* Where a binding belongs in keymap_order: by its command, and the name alone first. */
static size_t rank_of(const struct binding *binding)
{
    const struct command *command = command_of_line(binding->line);
    size_t place = (size_t)(command - command_at(0));
    return 2 * place + (strcmp(binding->line, command->name) != 0);
}

size_t keymap_order(const struct keymap *keymap, size_t order[BINDINGS_MOST])
{
    size_t ranks[BINDINGS_MOST];
    for (size_t i = 0; i < keymap->count; i++) {
        size_t rank = rank_of(&keymap->bindings[i]);
        size_t place = i;
        for (; place > 0 && ranks[place - 1] > rank; place--) {
            ranks[place] = ranks[place - 1];
            order[place] = order[place - 1];
        }
        ranks[place] = rank;
        order[place] = i;
    }
    return keymap->count;
}

/* Whether the keys are among those that commands.def gives the command. */
static bool is_default(const struct command *command, const char *keys)
{
    return command_for_key(keys) == command;
}

/* The binding of `length` bytes of keys to the command's name alone, or NULL. */
static const struct binding *find_alone(const struct keymap *keymap, const struct command *command,
                                        const char *keys, size_t length)
{
    size_t found = find(keymap, keys, length);
    if (found == keymap->count || strcmp(keymap->bindings[found].line, command->name) != 0)
        return NULL;
    return &keymap->bindings[found];
}

/* Append keys that stand for the command, with a blank before all but the first. */
static void append_keys(const struct keymap *keymap, const struct command *command,
                        const char *keys, size_t length, struct text *text)
{
    if (find_alone(keymap, command, keys, length) == NULL)
        return;
    if (text->length > 0)
        text_append(text, " ");
    text_append_bytes(text, keys, length);
}

const char *keymap_first(const struct keymap *keymap, const struct command *command)
{
    const char *keys = command->keys;
    size_t length;
    for (const char *key; (key = command_next_key(&keys, &length)) != NULL;) {
        const struct binding *found = find_alone(keymap, command, key, length);
        if (found != NULL)
            return found->keys;
    }
    for (size_t i = 0; i < keymap->count; i++)
        if (strcmp(keymap->bindings[i].line, command->name) == 0)
            return keymap->bindings[i].keys;
    return NULL;
}

void keymap_describe(const struct keymap *keymap, const struct command *command,
                     struct text *text)
{
    const char *keys = command->keys;
    size_t length;
    for (const char *key; (key = command_next_key(&keys, &length)) != NULL;)
        append_keys(keymap, command, key, length, text);
    for (size_t i = 0; i < keymap->count; i++) {
        const char *bound = keymap->bindings[i].keys;
        if (!is_default(command, bound))
            append_keys(keymap, command, bound, strlen(bound), text);
    }
}
