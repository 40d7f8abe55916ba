/* The catalogue as a list to be searched. */
#include "session/listing.h"

#include <stdbool.h>
#include <string.h>

#include "base/fold.h"
#include "source/catalogue.h"

/* How well a function answers a search, best first. */
enum match { MATCH_BEGINNING, MATCH_NAME, MATCH_LOOK, MATCH_FORMULA, MATCH_NONE };

struct listed listing_at(size_t index)
{
    const struct catalogue_entry *entry = catalogue_at(index);
    return (struct listed){ entry->name, entry->formula, entry->look };
}

size_t listing_variables(size_t index)
{
    static const struct parameters none = { .count = 0 };
    const char *text = catalogue_at(index)->formula;
    struct source_text source = { "function", text, strlen(text) };
    struct formula *formula;
    struct failure failure;
    if (formula_new(&source, &none, &formula, &failure) != STATUS_OK)
        return 0;
    size_t variables = formula_least_n(formula);
    formula_free(formula);
    return variables;
}

size_t listing_present(const struct session *session)
{
    const char *text = formula_text(session_formula(session));
    size_t index = 0;
    while (index < LISTED && strcmp(catalogue_at(index)->formula, text) != 0)
        index++;
    return index;
}

static enum match match_of(const struct catalogue_entry *entry, const char *wanted, size_t length)
{
    if (fold_begins(entry->name, wanted, length))
        return MATCH_BEGINNING;
    if (fold_holds(entry->name, wanted, length))
        return MATCH_NAME;
    if (fold_holds(entry->look, wanted, length))
        return MATCH_LOOK;
    return fold_holds(entry->formula, wanted, length) ? MATCH_FORMULA : MATCH_NONE;
}

size_t listing_search(const char *wanted, size_t length, size_t found[LISTED])
{
    size_t count = 0;
    for (int match = MATCH_BEGINNING; match < MATCH_NONE; match++)
        for (size_t index = 0; index < LISTED; index++)
            if (match_of(catalogue_at(index), wanted, length) == (enum match)match)
                found[count++] = index;
    return count;
}
