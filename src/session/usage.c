/* The words of a command's usage, and what they stand for. */
#include "session/usage.h"

#include <string.h>

#include "session/completion.h"

/* Add a word, unless it is there. */
static void add(struct usage_words *words, const char *word, size_t length)
{
    for (size_t i = 0; i < words->count; i++)
        if (words->words[i].length == length && memcmp(words->words[i].word, word, length) == 0)
            return;
    if (words->count == USAGE_WORDS_MOST)
        return;
    words->words[words->count].word = word;
    words->words[words->count++].length = length;
}

const char *usage_strip(const char *usage, size_t *length)
{
    *length = strlen(usage);
    if (usage[0] != '[' || strchr(usage, ']') != usage + *length - 1)
        return usage;
    *length -= 2;
    return usage + 1;
}

struct usage_words usage_split(const struct command *command)
{
    struct usage_words words = { .count = 0 };
    size_t length;
    const char *usage = usage_strip(command->usage, &length);
    if (completion_meaning(usage, length) != NULL) {
        add(&words, usage, length);
        return words;
    }
    for (size_t at = 0; at < length;) {
        size_t size = 0;
        while (at + size < length && strchr("[]| ", usage[at + size]) == NULL)
            size++;
        /* What follows on a comma says that there may be more of the same. */
        if (size > 0 && usage[at] != ',')
            add(&words, usage + at, size);
        at += size + 1;
    }
    return words;
}

enum status usage_append_meaning(const struct session *session, const char *word, size_t length,
                                 struct text *text)
{
    struct completions found = { .count = 0 };
    const char *meaning = completion_meaning(word, length);
    text_append(text, meaning == NULL ? "typed as it stands" : meaning);
    enum status status = completions_for(session, word, length, &found);
    for (size_t i = 0; i < found.count && status == STATUS_OK; i++)
        text_append_format(text, "%s%s", i == 0 ? ": " : ", ", completions_at(&found, i));
    completions_free(&found);
    return text->failed ? STATUS_FAILED : status;
}

enum status usage_append_command(const struct session *session, const struct command *command,
                                 struct text *text)
{
    struct text keys = TEXT_EMPTY;
    struct usage_words words = usage_split(command);
    enum status status = STATUS_OK;
    text_append_format(text, "%s%s%s: %s", command->name, command->usage[0] == '\0' ? "" : " ",
                       command->usage, command->help);
    keymap_describe(session_keymap(session), command, &keys);
    if (keys.length > 0)
        text_append_format(text, "; keys: %s", text_string(&keys));
    for (size_t i = 0; i < words.count && status == STATUS_OK; i++) {
        text_append(text, "; ");
        text_append_bytes(text, words.words[i].word, words.words[i].length);
        text_append(text, ": ");
        status = usage_append_meaning(session, words.words[i].word, words.words[i].length, text);
    }
    if (keys.failed || text->failed)
        status = STATUS_FAILED;
    text_free(&keys);
    return status;
}
