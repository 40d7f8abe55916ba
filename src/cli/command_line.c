/* The words of the command line, sorted into options and the function. */
#include "cli/command_line.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "base/size.h"
#include "source/formula.h"

enum {
    CANDIDATES_MOST = 8, /* options that a beginning can stand for, as far as they are told */
    OPTION_LENGTH_LEAST = 2
};

/* The words on the way through them. */
struct walk {
    char *const *words;
    size_t count;
    size_t at; /* the word in hand */
    struct command_line *line;
    size_t room; /* entries that line->given has memory for */
    struct failure *failure;
};

/* Whether the word is a function's text: parameters have no values yet, so it cannot use any. */
static bool is_function(const char *word)
{
    static const struct parameters none;
    const struct source_text source = { .name = "", .bytes = word, .length = strlen(word) };
    struct formula *formula = NULL;
    struct failure ignored;
    if (formula_new(&source, &none, &formula, &ignored) != STATUS_OK)
        return false;
    formula_free(formula);
    return true;
}

static enum status refuse_function(const struct walk *walk, const char *word)
{
    char quoted[QUOTED_SIZE];
    quote(word, strlen(word), quoted);
    return failure_set(walk->failure, STATUS_USAGE, "",
                       "'%s' is a function, not an option; write: steepest -- '%s'", quoted,
                       quoted);
}

static enum status give(struct walk *walk, const struct option *option, const char *argument)
{
    struct command_line *line = walk->line;
    if (line->count == walk->room) {
        size_t room = walk->room * 2 + walk->count;
        struct given *larger = array_resize(line->given, room, sizeof *larger);
        if (larger == NULL)
            return failure_memory(walk->failure);
        line->given = larger;
        walk->room = room;
    }
    line->given[line->count++] = (struct given){ option, argument };
    return STATUS_OK;
}

/* The word after the one in hand as an argument, or NULL. */
static const char *next_word(struct walk *walk)
{
    return walk->at + 1 < walk->count ? walk->words[++walk->at] : NULL;
}

static enum status refuse_long(const struct walk *walk, const char *word, size_t length)
{
    char quoted[QUOTED_SIZE];
    struct nearest nearest;
    if (is_function(word))
        return refuse_function(walk, word);
    nearest_start(&nearest, word + 2, length);
    for (size_t i = 0; i < option_count(); i++)
        nearest_consider(&nearest, option_at(i)->name);
    quote(word, length + 2, quoted);
    if (nearest.name != NULL)
        return failure_set(walk->failure, STATUS_USAGE, "",
                           "unknown option '%s', did you mean '--%s'?", quoted, nearest.name);
    return failure_set(walk->failure, STATUS_USAGE, "",
                       "unknown option '%s'; 'steepest --help' lists the options", quoted);
}

static enum status refuse_ambiguous(const struct walk *walk, const char *word, size_t length,
                                    const struct option *const *found, size_t count)
{
    char quoted[QUOTED_SIZE];
    struct text names = TEXT_EMPTY;
    for (size_t i = 0; i < count; i++) {
        const char *before = i == 0 ? "" : i + 1 < count ? ", " : " or ";
        text_append_format(&names, "%s--%s", before, found[i]->name);
    }
    failure_set(walk->failure, STATUS_USAGE, "", "option '%s' is ambiguous: %s",
                quote(word, length + 2, quoted), text_string(&names));
    text_free(&names);
    return STATUS_USAGE;
}

/* A word that begins with `--` and goes on. */
static enum status read_long(struct walk *walk, const char *word)
{
    const struct option *found[CANDIDATES_MOST];
    const char *name = word + 2;
    size_t length = strcspn(name, "=");
    size_t count = option_match(name, length, found, CANDIDATES_MOST);
    if (count == 0 || length == 0)
        return refuse_long(walk, word, length);
    if (count > 1)
        return refuse_ambiguous(walk, word, length, found, count);
    const struct option *option = found[0];
    const char *argument = name[length] == '=' ? name + length + 1 : NULL;
    if (option->need == ARGUMENT_NONE && argument != NULL)
        return failure_set(walk->failure, STATUS_USAGE, "", "option '--%s' takes no argument",
                           option->name);
    if (option->need == ARGUMENT_REQUIRED && argument == NULL)
        argument = next_word(walk);
    if (option->need == ARGUMENT_REQUIRED && argument == NULL)
        return failure_set(walk->failure, STATUS_USAGE, "",
                           "option '--%s' needs an argument: --%s=%s", option->name, option->name,
                           option->argument);
    return give(walk, option, argument);
}

static enum status refuse_letter(const struct walk *walk, const char *word, const char *letter)
{
    char quoted[QUOTED_SIZE];
    char spelled[] = { '-', *letter, '\0' };
    /* A character beyond ASCII cannot be taken apart: show the whole word. */
    bool whole = (unsigned char)*letter >= 0x80;
    const char *shown = whole ? word : spelled;
    return failure_set(walk->failure, STATUS_USAGE, "",
                       "unknown option '%s'; 'steepest --help' lists the options, and a function "
                       "that begins with '-' stands after '--'",
                       quote(shown, strlen(shown), quoted));
}

/* An option by its letter that has nothing behind it, not even another word. */
static enum status refuse_bare(const struct walk *walk, const char *word,
                               const struct option *option)
{
    const char *hint = is_function(word) ? "; for the function write: steepest -- " : "";
    return failure_set(walk->failure, STATUS_USAGE, "",
                       "option '-%c' needs an argument: -%c %s%s%s", option->letter,
                       option->letter, option->argument, hint, *hint == '\0' ? "" : word);
}

/* A letter with `=` behind it, as only long names have it: -x=-1:1. */
static enum status refuse_equals(const struct walk *walk, const char *word, const char *argument,
                                 const struct option *option)
{
    char whole[QUOTED_SIZE];
    char wanted[QUOTED_SIZE];
    /* An argument that can be left out is never a word of its own. */
    const char *blank = option->need == ARGUMENT_OPTIONAL ? "" : " ";
    quote(word, strlen(word), whole);
    quote(argument, strlen(argument), wanted);
    return failure_set(walk->failure, STATUS_USAGE, "",
                       "'%s': no '=' stands behind a letter; write: -%c%s%s or --%s=%s", whole,
                       option->letter, blank, wanted, option->name, wanted);
}

/* A word that begins with one `-` and goes on: letters, the last perhaps with an argument. */
static enum status read_letters(struct walk *walk, const char *word)
{
    if (strlen(word) > OPTION_LENGTH_LEAST && is_function(word))
        return refuse_function(walk, word);
    for (const char *letter = word + 1; *letter != '\0'; letter++) {
        const struct option *option = option_for_letter(*letter);
        if (option == NULL)
            return refuse_letter(walk, word, letter);
        if (option->need != ARGUMENT_NONE && letter[1] == '=')
            return refuse_equals(walk, word, letter + 2, option);
        const char *argument = NULL;
        if (option->need != ARGUMENT_NONE && letter[1] != '\0')
            argument = letter + 1;
        else if (option->need == ARGUMENT_REQUIRED)
            argument = next_word(walk);
        if (option->need == ARGUMENT_REQUIRED && argument == NULL)
            return refuse_bare(walk, word, option);
        enum status status = give(walk, option, argument);
        if (status != STATUS_OK || argument != NULL)
            return status;
    }
    return STATUS_OK;
}

static enum status read_function(struct walk *walk, const char *word)
{
    char first[QUOTED_SIZE];
    char second[QUOTED_SIZE];
    const char *known = walk->line->function;
    if (known != NULL)
        return failure_set(walk->failure, STATUS_USAGE, "",
                           "more than one function: '%s' and '%s'; quote a function with blanks",
                           quote(known, strlen(known), first),
                           quote(word, strlen(word), second));
    walk->line->function = word;
    return STATUS_OK;
}

enum status command_line_read(size_t count, char *const words[], struct command_line *line,
                           struct failure *failure)
{
    struct walk walk = {
        .words = words, .count = count, .line = line, .failure = failure
    };
    *line = (struct command_line){ .given = NULL };
    enum status status = STATUS_OK;
    bool options = true;
    for (; walk.at < count && status == STATUS_OK; walk.at++) {
        const char *word = words[walk.at];
        if (!options || word[0] != '-' || word[1] == '\0')
            status = read_function(&walk, word);
        else if (strcmp(word, "--") == 0)
            options = false;
        else if (word[1] == '-')
            status = read_long(&walk, word);
        else
            status = read_letters(&walk, word);
    }
    if (status != STATUS_OK)
        command_line_free(line);
    return status;
}

void command_line_free(struct command_line *line)
{
    free(line->given);
    *line = (struct command_line){ .given = NULL };
}
