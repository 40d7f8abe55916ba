/* Commands that change what keys stand for. */
#include "session/state.h"

#include <string.h>

static const char blanks[] = " \t";

enum status run_bind(struct session *session, const struct arguments *arguments,
                     struct failure *failure)
{
    const struct source_text *source = arguments->source;
    const struct word *all = &arguments->words[0];
    size_t end = all->start + all->length;
    struct binding_place place = { .keys = all->start,
                                   .lister = session_lister(session) };
    while (place.keys + place.keys_length < end &&
           strchr(blanks, source->bytes[place.keys + place.keys_length]) == NULL)
        place.keys_length++;
    place.line = place.keys + place.keys_length;
    while (place.line < end && strchr(blanks, source->bytes[place.line]) != NULL)
        place.line++;
    place.line_length = end - place.line;
    if (place.line_length == 0)
        return failure_at(failure, source, end, 0,
                          "a command is missing, usage: 'bind KEY COMMAND'");
    return keymap_bind(session->keymap, source, &place, failure);
}

enum status run_unbind(struct session *session, const struct arguments *arguments,
                       struct failure *failure)
{
    const struct source_text *source = arguments->source;
    const struct word *keys = &arguments->words[0];
    char quoted[QUOTED_SIZE];
    if (keymap_unbind(session->keymap, source->bytes + keys->start, keys->length))
        return STATUS_OK;
    return failure_at(failure, source, keys->start, keys->length, "'%s' is not bound",
                      quote(source->bytes + keys->start, keys->length, quoted));
}
