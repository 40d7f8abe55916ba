/* A command's arguments, read with the place of every error. Private to the session. */
#include "session/arguments.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/choice.h"
#include "base/text.h"
#include "expr/evaluate.h"
#include "expr/names.h"
#include "expr/scan.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t skip_blanks(const struct source_text *source, size_t at)
{
    while (at < source->length && is_blank(source->bytes[at]))
        at++;
    return at;
}

/* A part of the source without blanks at its ends. */
static struct word trim(const struct source_text *source, size_t start, size_t end)
{
    start = skip_blanks(source, start);
    while (end > start && is_blank(source->bytes[end - 1]))
        end--;
    return (struct word){ .start = start, .length = end > start ? end - start : 0 };
}

static struct word next_word(const struct source_text *source, size_t at)
{
    struct word word = { .start = skip_blanks(source, at) };
    while (word.start + word.length < source->length &&
           !is_blank(source->bytes[word.start + word.length]))
        word.length++;
    return word;
}

/* Say what a command takes, pointing at the word that is too much or at the end. */
static enum status refuse_words(const struct arguments *arguments, const struct word *word,
                                const char *name, const char *usage, struct failure *failure)
{
    const char *what = word->length > 0 ? "too many arguments" : "arguments are missing";
    return failure_at(failure, arguments->source, word->start, word->length,
                      "%s, usage: '%s%s%s'", what, name, usage[0] != '\0' ? " " : "", usage);
}

enum status arguments_split(struct arguments *arguments, size_t start, size_t least, size_t most,
                            const char *name, const char *usage, struct failure *failure)
{
    const struct source_text *source = arguments->source;
    struct word word = next_word(source, start);
    arguments->usage = usage;
    arguments->count = 0;
    if (most == REST) {
        word = trim(source, start, source->length);
        if (word.length > 0)
            arguments->words[arguments->count++] = word;
        word = (struct word){ .start = source->length };
    }
    for (; word.length > 0; word = next_word(source, word.start + word.length)) {
        if (arguments->count == most)
            return refuse_words(arguments, &word, name, usage, failure);
        arguments->words[arguments->count++] = word;
    }
    if (arguments->count < least)
        return refuse_words(arguments, &word, name, usage, failure);
    return STATUS_OK;
}

/* A part of the source as a finite number. */
static enum status read_number(const struct arguments *arguments, const struct word *word,
                               double *number, struct failure *failure)
{
    enum status status =
        evaluate_constant(arguments->source, word->start, word->start + word->length,
                          arguments->parameters, number, failure);
    if (status == STATUS_OK && !isfinite(*number))
        return failure_at(failure, arguments->source, word->start, word->length,
                          "a finite number is wanted here");
    return status;
}

bool argument_is(const struct arguments *arguments, size_t index, const char *word)
{
    const struct word *given = &arguments->words[index];
    return given->length == strlen(word) &&
           memcmp(arguments->source->bytes + given->start, word, given->length) == 0;
}

bool word_is_unknown_name(const struct source_text *source, const struct word *word)
{
    struct token token;
    struct failure ignored;
    size_t end = word->start + word->length;
    return scan_token(source, word->start, end, &token, &ignored) == STATUS_OK &&
           token.kind == TOKEN_NAME && token.length == word->length &&
           token.name_start == token.start &&
           !name_is_taken(source->bytes + word->start, word->length);
}

/* What a usage such as `[H|auto]` allows, for people: "a number or auto". */
static void append_alternatives(struct text *text, const char *usage)
{
    const char *at = usage + strspn(usage, "[");
    while (*at != '\0' && *at != ']') {
        size_t length = strcspn(at, "|]");
        const char *next = at + length + strspn(at + length, "|");
        bool is_last = *next == '\0' || *next == ']';
        if (at[0] >= 'A' && at[0] <= 'Z')
            text_append(text, "a number");
        else
            text_append_bytes(text, at, length);
        if (!is_last)
            text_append(text, strchr(next, '|') == NULL ? " or " : ", ");
        at = next;
    }
}

/* Say what may stand where an unknown name does. */
static enum status refuse_word(const struct arguments *arguments, const struct word *word,
                               struct failure *failure)
{
    char quoted[QUOTED_SIZE];
    struct text allowed = TEXT_EMPTY;
    append_alternatives(&allowed, arguments->usage);
    quote(arguments->source->bytes + word->start, word->length, quoted);
    failure_at(failure, arguments->source, word->start, word->length,
               "unknown name '%s', choose %s", quoted, text_string(&allowed));
    text_free(&allowed);
    return STATUS_USAGE;
}

enum status argument_number(const struct arguments *arguments, size_t index, double *number,
                            struct failure *failure)
{
    const struct word *word = &arguments->words[index];
    enum status status = read_number(arguments, word, number, failure);
    if (status == STATUS_USAGE && strchr(arguments->usage, '|') != NULL &&
        word_is_unknown_name(arguments->source, word))
        return refuse_word(arguments, word, failure);
    return status;
}

enum status argument_place(const struct arguments *arguments, const char *alone, double place[2],
                           struct failure *failure)
{
    const struct word *word = &arguments->words[0];
    enum status status = STATUS_OK;
    if (arguments->count == 1)
        return failure_at(failure, arguments->source, word->start, word->length,
                          "a place is two numbers, X0 X1; alone %s", alone);
    for (size_t i = 0; i < arguments->count && status == STATUS_OK; i++)
        status = argument_number(arguments, i, &place[i], failure);
    return status;
}

enum status argument_count(const struct arguments *arguments, size_t index, int64_t *count,
                           struct failure *failure)
{
    double number = 1;
    if (index < arguments->count) {
        enum status status = argument_number(arguments, index, &number, failure);
        if (status != STATUS_OK)
            return status;
        const struct word *word = &arguments->words[index];
        if (!(number >= 1 && number <= COUNT_MOST) || number != floor(number))
            return failure_at(failure, arguments->source, word->start, word->length,
                              "a whole number from 1 to %d is wanted here", COUNT_MOST);
    }
    *count = (int64_t)number;
    return STATUS_OK;
}

enum status argument_range(const struct arguments *arguments, size_t index, double *low,
                           double *high, struct failure *failure)
{
    const struct source_text *source = arguments->source;
    const struct word *word = &arguments->words[index];
    const char *colon = memchr(source->bytes + word->start, ':', word->length);
    if (colon == NULL)
        return failure_at(failure, source, word->start, word->length,
                          "a range LO:HI is wanted here, as in -2:2");
    size_t middle = (size_t)(colon - source->bytes);
    struct word left = trim(source, word->start, middle);
    struct word right = trim(source, middle + 1, word->start + word->length);
    enum status status = read_number(arguments, &left, low, failure);
    if (status == STATUS_OK)
        status = read_number(arguments, &right, high, failure);
    if (status == STATUS_OK && !(*low < *high))
        status = failure_at(failure, source, word->start, word->length,
                            "the range is empty, the lower end goes first");
    return status;
}

enum status argument_choice(const struct arguments *arguments, size_t index, const char *what,
                            const char *const *names, size_t count, size_t *chosen,
                            struct failure *failure)
{
    const struct choices choices = { .what = what, .names = names, .count = count };
    const struct word *word = &arguments->words[index];
    return choice_find(&choices, arguments->source, word->start, word->length, chosen, failure);
}

/* The two sides of the first word's `=`; `form` is the message without one. */
static enum status split_assignment(const struct arguments *arguments, const char *form,
                                    struct word *name, struct word *right,
                                    struct failure *failure)
{
    const struct source_text *source = arguments->source;
    const struct word *word = &arguments->words[0];
    const char *equals = memchr(source->bytes + word->start, '=', word->length);
    if (equals == NULL)
        return failure_at(failure, source, word->start, word->length, "%s", form);
    size_t middle = (size_t)(equals - source->bytes);
    *name = trim(source, word->start, middle);
    *right = trim(source, middle + 1, word->start + word->length);
    if (right->length == 0)
        return failure_at(failure, source, source->length, 0, "a value is missing behind '='");
    return STATUS_OK;
}

enum status argument_assignment(const struct arguments *arguments, const char *form,
                                struct word *name, double *value, struct failure *failure)
{
    struct word right;
    enum status status = split_assignment(arguments, form, name, &right, failure);
    if (status != STATUS_OK)
        return status;
    return read_number(arguments, &right, value, failure);
}

/* Whether colons in the word part a range: those of conditions and slices do not. */
static bool is_range(const struct source_text *source, const struct word *word)
{
    const char *bytes = source->bytes + word->start;
    return memchr(bytes, ':', word->length) != NULL && memchr(bytes, '?', word->length) == NULL &&
           memchr(bytes, '[', word->length) == NULL;
}

/* Cut LEAST:VALUE:MOST at its colons. */
static enum status split_range(const struct source_text *source, const struct word *word,
                               struct word parts[3], struct failure *failure)
{
    size_t at = word->start;
    size_t end = word->start + word->length;
    for (size_t k = 0; k < 3; k++) {
        const char *colon = memchr(source->bytes + at, ':', end - at);
        if ((colon == NULL) != (k == 2))
            return failure_at(failure, source, word->start, word->length,
                              "a range is LEAST:VALUE:MOST, as in 0:2:10");
        size_t stop = colon == NULL ? end : (size_t)(colon - source->bytes);
        parts[k] = trim(source, at, stop);
        at = stop + 1;
    }
    return STATUS_OK;
}

static enum status read_range(const struct arguments *arguments, const struct word *word,
                              struct ranged_value *value, struct failure *failure)
{
    double *const numbers[] = { &value->least, &value->value, &value->most };
    const struct source_text *source = arguments->source;
    struct word parts[3];
    enum status status = split_range(source, word, parts, failure);
    for (size_t k = 0; k < 3 && status == STATUS_OK; k++)
        status = read_number(arguments, &parts[k], numbers[k], failure);
    if (status != STATUS_OK)
        return status;
    if (value->least > value->most)
        return failure_at(failure, source, word->start, word->length,
                          "the range is empty, the least value goes first");
    if (value->value < value->least || value->value > value->most)
        return failure_at(failure, source, parts[1].start, parts[1].length,
                          "the value lies outside its range, write LEAST:VALUE:MOST");
    return STATUS_OK;
}

enum status argument_ranged_assignment(const struct arguments *arguments, struct word *name,
                                       struct ranged_value *value, struct failure *failure)
{
    struct word right;
    enum status status = split_assignment(arguments, "NAME=VALUE is wanted here, as in a=2", name,
                                          &right, failure);
    if (status != STATUS_OK)
        return status;
    value->has_range = is_range(arguments->source, &right);
    if (value->has_range)
        return read_range(arguments, &right, value, failure);
    return read_number(arguments, &right, &value->value, failure);
}
