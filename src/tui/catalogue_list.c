/* The list of functions worth knowing: searched and chosen from. */
#include "tui/catalogue_list.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>

#include "tui/keys.h"

/* Choose one of those found, if there are any, by its place. */
static void choose(struct catalogue_list *list, size_t place)
{
    list->chosen = place;
    if (place < list->count)
        list->last = list->found[place];
}

/*
 * Find what the search says, and choose the best of it. Where nothing is looked for all are found,
 * in their order, and the last choice stays, so that its neighbours can be seen.
 */
static void search(struct catalogue_list *list)
{
    list->count = listing_search(list->search.bytes, list->search.length, list->found);
    choose(list, list->search.length == 0 ? list->last : 0);
}

enum status catalogue_list_open(struct catalogue_list *list, const struct session *session,
                                struct text *killed, struct failure *failure)
{
    prompt_start(&list->search, killed);
    for (size_t i = 0; i < LISTED; i++)
        list->variables[i] = listing_variables(i);
    size_t present = listing_present(session);
    list->last = present < LISTED ? present : 0;
    search(list);
    return preview_new(session, &list->preview, failure);
}

bool catalogue_list_insert(struct catalogue_list *list, const char *bytes, size_t length)
{
    if (!prompt_insert(&list->search, bytes, length))
        return false;
    search(list);
    return true;
}

void catalogue_list_close(struct catalogue_list *list)
{
    preview_free(list->preview);
    list->preview = NULL;
}

size_t catalogue_list_choice(const struct catalogue_list *list)
{
    return list->count > 0 ? list->found[list->chosen] : LISTED;
}

/* How far a key moves, in functions or, with `pages`, in pages of them. */
static const struct {
    const char *key;
    int functions;
    int pages;
} moves[] = {
    { KEY_NAME_DOWN, 1, 0 },           { "^N", 1, 0 },
    { KEY_NAME_UP, -1, 0 },            { "^P", -1, 0 },
    { KEY_NAME_PAGE_DOWN, 0, 1 },      { KEY_NAME_PAGE_UP, 0, -1 },
    { KEY_NAME_HOME, -(int)LISTED, 0 }, { KEY_NAME_END, (int)LISTED, 0 },
};

static void move(struct catalogue_list *list, int by)
{
    int last = list->count > 0 ? (int)list->count - 1 : 0;
    int place = (int)list->chosen + by;
    place = place < 0 ? 0 : place;
    choose(list, (size_t)(place > last ? last : place));
}

/* Move the choice; false when the key is another's. */
static bool take_move(struct catalogue_list *list, const char *key, int page)
{
    for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
        if (strcmp(key, moves[i].key) == 0) {
            move(list, moves[i].functions + moves[i].pages * page);
            return true;
        }
    return false;
}

/* Let the key edit the search. */
static enum catalogue_answer edit_search(struct catalogue_list *list, const char *key)
{
    size_t length = list->search.length;
    switch (prompt_key(&list->search, key)) {
    case PROMPT_EDITED:
        if (list->search.length != length)
            search(list);
        return CATALOGUE_GOES_ON;
    case PROMPT_ENTERED:
        return list->count > 0 ? CATALOGUE_CHOSEN : CATALOGUE_REFUSED;
    case PROMPT_CANCELLED:
        return CATALOGUE_LEFT;
    case PROMPT_REFUSED:
        break;
    }
    return CATALOGUE_REFUSED;
}

/* Whether the key removes what stands before the place, which in an empty search is nothing. */
static bool removes_nothing(const struct catalogue_list *list, const char *key)
{
    return list->search.length == 0 &&
           (strcmp(key, KEY_NAME_BACKSPACE) == 0 || strcmp(key, "^H") == 0);
}

enum catalogue_answer catalogue_list_key(struct catalogue_list *list, const char *key, int page)
{
    if (take_move(list, key, page))
        return CATALOGUE_GOES_ON;
    if (removes_nothing(list, key))
        return CATALOGUE_REFUSED;
    if (strcmp(key, "^U") == 0)
        list->search.cursor = list->search.length;
    return edit_search(list, key);
}
