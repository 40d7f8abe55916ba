/* What may stand next in a command line. */
#include "session/completion.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "base/utf8.h"
#include "expr/names.h"
#include "session/setting_names.h"
#include "session/state.h"
#include "session/usage.h"
#include "source/catalogue.h"

/* A place of a line that words are sought for. */
struct search {
    const struct session *session;
    const char *line;
    size_t start; /* where the argument begins */
    size_t cursor;
    struct completions *found;
};

typedef void lister(struct search *search);

enum { LITERAL_SIZE = 32 }; /* bytes of a word that is typed as the usage has it */

static const char blanks[] = " \t";

static bool is_blank(char byte)
{
    return byte != '\0' && strchr(blanks, byte) != NULL;
}

/* Offer a word, unless it does not begin with what has been typed. */
static void offer(struct search *search, const char *word)
{
    struct completions *found = search->found;
    size_t typed = search->cursor - found->start;
    if (strlen(word) < typed || memcmp(word, search->line + found->start, typed) != 0)
        return;
    found->cut = found->count == COMPLETIONS_MOST;
    if (found->cut)
        return;
    found->offsets[found->count++] = found->pool.length;
    text_append_bytes(&found->pool, word, strlen(word) + 1);
}

static void offer_all(struct search *search, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        offer(search, words[i]);
}

static void list_nothing(struct search *search)
{
    (void)search;
}

static void list_parameters(struct search *search)
{
    const struct parameters *parameters = &search->session->now.parameters;
    for (size_t i = 0; i < parameters->count; i++)
        offer(search, parameters->entries[i].name);
}

static void list_aspects(struct search *search)
{
    offer_all(search, setting_aspects, ASPECT_COUNT);
}

static void list_backgrounds(struct search *search)
{
    offer_all(search, setting_backgrounds, BACKGROUND_COUNT);
}

static void list_commands(struct search *search)
{
    for (size_t i = 0; i < command_count(); i++)
        offer(search, command_at(i)->name);
}

static void list_curves(struct search *search)
{
    offer_all(search, setting_curves, ERRORS_COUNT);
}

static void list_forms(struct search *search)
{
    offer_all(search, setting_scale_forms, SCALE_FORM_COUNT);
}

static void list_glyphs(struct search *search)
{
    offer(search, "auto");
    for (int set = 0; set < GLYPHS_COUNT; set++)
        offer(search, glyph_set_name((enum glyph_set)set));
}

/* Layers follow one another with commas between. */
static void list_layers(struct search *search)
{
    for (size_t at = search->start; at < search->cursor; at++)
        if (search->line[at] == ',')
            search->found->start = at + 1;
    if (search->found->start == search->start)
        offer(search, "none");
    for (int layer = 0; layer < LAYER_COUNT; layer++)
        offer(search, layer_name((enum layer)layer));
}

static void list_optimizers(struct search *search)
{
    for (size_t i = 0; i < OPTIMIZER_COUNT; i++)
        offer(search, optimizer_at(i)->name);
}

static void list_quantities(struct search *search)
{
    for (int i = 0; i < QUANTITY_COUNT; i++)
        if (quantity_color_kind((enum quantity)i) != COLORS_NONE)
            offer(search, quantity_name((enum quantity)i));
}

static void list_switches(struct search *search)
{
    char word[SWITCH_WORD_SIZE];
    for (int which = 0; which < SWITCH_COUNT; which++) {
        offer(search, switch_word((enum session_switch)which, true, word));
        offer(search, switch_word((enum session_switch)which, false, word));
    }
}

static void list_schemes(struct search *search)
{
    for (size_t i = 0; i < scheme_count(); i++)
        offer(search, scheme_at(i)->name);
}

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_';
}

/* Names of the catalogue where they may stand, which is alone, else those of the language. */
static void list_functions(struct search *search)
{
    static const char *const constants[] = { "pi", "e", "tau", "inf", "nan" };
    for (size_t i = 0; i < catalogue_count(); i++)
        offer(search, catalogue_at(i)->name);
    size_t word = search->cursor;
    while (word > search->start && is_name_byte(search->line[word - 1]))
        word--;
    bool begun = word < search->cursor;
    if (search->found->count > 0 || !begun)
        return;
    search->found->start = word;
    for (size_t i = 0; i < function_count(); i++)
        offer(search, function_at(i)->name);
    offer_all(search, constants, sizeof constants / sizeof constants[0]);
    list_parameters(search);
}

/* Offer an entry of a directory, which has a slash behind it when it is one itself. */
static void offer_entry(struct search *search, const char *folder, const char *name)
{
    struct text path = TEXT_EMPTY;
    struct stat status;
    text_append_format(&path, "%s%s", folder, name);
    if (!path.failed && stat(text_string(&path), &status) == 0 && S_ISDIR(status.st_mode))
        text_append(&path, "/");
    if (!path.failed)
        offer(search, text_string(&path));
    text_free(&path);
}

/* Put the words that were found into the order of their bytes, which a directory has not. */
static void sort_words(struct completions *found)
{
    for (size_t i = 1; i < found->count; i++)
        for (size_t j = i; j > 0; j--) {
            size_t offset = found->offsets[j];
            if (strcmp(completions_at(found, j - 1), completions_at(found, j)) <= 0)
                break;
            found->offsets[j] = found->offsets[j - 1];
            found->offsets[j - 1] = offset;
        }
}

/* Paths that begin with what was typed; those that begin with a dot only when a dot was. */
static void list_files(struct search *search)
{
    struct text folder = TEXT_EMPTY;
    size_t base = search->cursor;
    while (base > search->start && search->line[base - 1] != '/')
        base--;
    text_append_bytes(&folder, search->line + search->start, base - search->start);
    DIR *directory = folder.failed ? NULL : opendir(folder.length == 0 ? "." : folder.bytes);
    bool hidden = base < search->cursor && search->line[base] == '.';
    const struct dirent *entry;
    while (directory != NULL && (entry = readdir(directory)) != NULL)
        if (hidden || entry->d_name[0] != '.')
            offer_entry(search, text_string(&folder), entry->d_name);
    if (directory != NULL)
        closedir(directory);
    sort_words(search->found);
    text_free(&folder);
}

static const struct {
    const char *word;
    lister *list;
    const char *meaning;
} words[] = {
#define WORD(word, lister, meaning) { word, list_##lister, meaning },
#include "session/argument_words.def"
#undef WORD
};

enum { WORDS = sizeof words / sizeof words[0] };

/* The row of a word, or WORDS. */
static size_t find_word(const char *word, size_t length)
{
    size_t i = 0;
    while (i < WORDS && (strlen(words[i].word) != length ||
                         memcmp(words[i].word, word, length) != 0))
        i++;
    return i;
}

const char *completion_meaning(const char *word, size_t length)
{
    size_t row = find_word(word, length);
    return row == WORDS ? NULL : words[row].meaning;
}

/* Offer what one alternative of a usage stands for: itself, when it is written small. */
static void list_alternative(struct search *search, const char *word, size_t length)
{
    char literal[LITERAL_SIZE];
    size_t row = find_word(word, length);
    if (row < WORDS) {
        words[row].list(search);
        return;
    }
    if (length >= sizeof literal)
        return;
    memcpy(literal, word, length);
    literal[length] = '\0';
    offer(search, literal);
}

/* Offer what a word of a usage stands for: `[descent|ascent]`, `LAYER[,LAYER...]`. */
static void list_word(struct search *search, const char *word, size_t length)
{
    size_t at = 0;
    while (at < length) {
        size_t size = 0;
        while (at + size < length && strchr("[]|", word[at + size]) == NULL)
            size++;
        if (size > 0 && word[at] != ',')
            list_alternative(search, word + at, size);
        at += size + 1;
    }
}

static size_t skip_blanks(const char *line, size_t at, size_t cursor)
{
    while (at < cursor && is_blank(line[at]))
        at++;
    return at;
}

/* Behind the word at `at` and the blanks that follow on it; `at` when the cursor is in the word. */
static size_t skip_word(const char *line, size_t at, size_t cursor)
{
    size_t end = at;
    while (end < cursor && !is_blank(line[end]))
        end++;
    return end == cursor ? at : skip_blanks(line, end, cursor);
}

static void list_line(struct search *search, size_t at);

/* Offer what may stand where the cursor is among the arguments, which begin at `first`. */
static void list_arguments(struct search *search, const struct command *command, size_t first)
{
    size_t length;
    const char *usage = usage_strip(command->usage, &length);
    size_t at = first;
    search->start = search->found->start = first;
    if (command->takes_rest && find_word(usage, length) < WORDS) {
        list_alternative(search, usage, length);
        return;
    }
    for (size_t next = skip_word(search->line, at, search->cursor);
         next != at && usage[strcspn(usage, " ")] == ' ';
         next = skip_word(search->line, at, search->cursor)) {
        usage += strcspn(usage, " ") + 1;
        at = next;
    }
    search->start = search->found->start = at;
    if (strcmp(usage, "COMMAND") == 0 && command->takes_rest)
        list_line(search, at);
    else if (skip_word(search->line, at, search->cursor) == at)
        list_word(search, usage, strcspn(usage, " "));
}

/* Offer what may stand in the command line that begins at `at`. */
static void list_line(struct search *search, size_t at)
{
    size_t end = at;
    while (end < search->cursor && !is_blank(search->line[end]))
        end++;
    search->start = search->found->start = at;
    if (end == search->cursor) {
        list_commands(search);
        return;
    }
    const struct command *command = command_find(search->line + at, end - at);
    if (command == NULL)
        return;
    list_arguments(search, command, skip_blanks(search->line, end, search->cursor));
}

enum status completions_find(const struct session *session, const char *line, size_t cursor,
                             struct completions *found)
{
    struct search search = { .session = session, .line = line, .cursor = cursor,
                             .found = found };
    found->count = 0;
    found->cut = false;
    text_clear(&found->pool);
    list_line(&search, skip_blanks(line, 0, cursor));
    return found->pool.failed ? STATUS_FAILED : STATUS_OK;
}

enum status completions_for(const struct session *session, const char *word, size_t length,
                            struct completions *found)
{
    struct search search = { .session = session, .line = "", .found = found };
    size_t row = find_word(word, length);
    found->start = 0;
    found->count = 0;
    text_clear(&found->pool);
    if (row < WORDS && words[row].list != list_files && words[row].list != list_commands)
        words[row].list(&search);
    return found->pool.failed ? STATUS_FAILED : STATUS_OK;
}

const char *completions_at(const struct completions *found, size_t index)
{
    return text_string(&found->pool) + found->offsets[index];
}

size_t completions_common(const struct completions *found)
{
    size_t common = found->count == 0 || found->cut ? 0 : strlen(completions_at(found, 0));
    for (size_t i = 1; i < found->count; i++) {
        const char *first = completions_at(found, 0);
        const char *word = completions_at(found, i);
        size_t same = 0;
        while (same < common && word[same] == first[same])
            same++;
        common = same;
    }
    while (common > 0 && ((unsigned char)completions_at(found, 0)[common] & 0xc0) == 0x80)
        common--;
    return common;
}

void completions_free(struct completions *found)
{
    text_free(&found->pool);
}

const struct command *completion_command(const char *line, size_t length)
{
    size_t start = skip_blanks(line, 0, length);
    size_t end = start;
    while (end < length && !is_blank(line[end]))
        end++;
    return end == length ? NULL : command_find(line + start, end - start);
}
