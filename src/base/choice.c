/* One word out of a few that are known. */
#include "base/choice.h"

#include <string.h>

#include "base/nearest.h"
#include "base/text.h"

static const char *name_at(const struct choices *choices, size_t index)
{
    return choices->names != NULL ? choices->names[index] : choices->name(index);
}

/* What stands before word `index` of a list of them. */
static const char *glue_before(const struct choices *choices, size_t index)
{
    return index == 0 ? "" : index + 1 == choices->count ? " or " : ", ";
}

static enum status refuse(const struct choices *choices, const struct source_text *source,
                          size_t start, size_t length, struct failure *failure)
{
    char quoted[QUOTED_SIZE];
    struct nearest nearest;
    struct text names = TEXT_EMPTY;
    nearest_start(&nearest, source->bytes + start, length);
    for (size_t i = 0; i < choices->count; i++) {
        nearest_consider(&nearest, name_at(choices, i));
        text_append_format(&names, "%s%s", glue_before(choices, i), name_at(choices, i));
    }
    quote(source->bytes + start, length, quoted);
    if (nearest.name != NULL)
        failure_at(failure, source, start, length, "unknown %s '%s', did you mean '%s'?",
                   choices->what, quoted, nearest.name);
    else
        failure_at(failure, source, start, length, "unknown %s '%s', choose %s%s", choices->what,
                   quoted, text_string(&names), choices->more == NULL ? "" : choices->more);
    text_free(&names);
    return STATUS_USAGE;
}

enum status choice_find(const struct choices *choices, const struct source_text *source,
                        size_t start, size_t length, size_t *index, struct failure *failure)
{
    if (length == 0)
        return failure_at(failure, source, start, 0, "a %s is missing", choices->what);
    for (size_t i = 0; i < choices->count; i++) {
        const char *name = name_at(choices, i);
        if (strlen(name) == length && memcmp(name, source->bytes + start, length) == 0) {
            *index = i;
            return STATUS_OK;
        }
    }
    return refuse(choices, source, start, length, failure);
}

enum status choice_list(const struct source_text *source,
                        enum status (*take)(void *context, const struct source_text *source,
                                            size_t start, size_t length,
                                            struct failure *failure),
                        void *context, struct failure *failure)
{
    size_t start = 0;
    for (;;) {
        const char *comma = memchr(source->bytes + start, ',', source->length - start);
        size_t end = comma == NULL ? source->length : (size_t)(comma - source->bytes);
        enum status status = take(context, source, start, end - start, failure);
        if (status != STATUS_OK || comma == NULL)
            return status;
        start = end + 1;
    }
}
