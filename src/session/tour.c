/* The tour: a few pages about gradients, each with a field to try it on. */
#include "session/tour.h"

#include <stdlib.h>
#include <string.h>

#include "session/script.h"
#include "session/state.h"

/* What a tour has put aside. */
struct tour {
    struct settings before;
    struct history history;
    struct marked_view marks[MARKS];
    bool switches[SWITCH_COUNT];
    struct keymap *keymap;
    size_t page;
};

size_t tour_wanted(const struct session *session)
{
    return session->tour_wanted;
}

bool tour_is_on(const struct session *session)
{
    return session->tour != NULL;
}

size_t tour_page_shown(const struct session *session)
{
    return session->tour->page;
}

enum status tour_begin(struct session *session, struct failure *failure)
{
    struct tour *tour = calloc(1, sizeof *tour);
    struct keymap *keymap = keymap_copy(session->keymap);
    if (tour == NULL || keymap == NULL) {
        keymap_free(keymap);
        free(tour);
        return failure_memory(failure);
    }
    tour->before = session->now;
    settings_hold(&tour->before);
    tour->history = session->history;
    session->history = (struct history){ .count = 0 };
    memcpy(tour->marks, session->marks, sizeof tour->marks);
    memcpy(tour->switches, session->switches, sizeof tour->switches);
    tour->keymap = session->keymap;
    session->keymap = keymap;
    session->last = NULL;
    session->tour = tour;
    return STATUS_OK;
}

/* Begin anew, but as the person's terminal and eyes need it. */
static enum status start_over(struct session *session, struct failure *failure)
{
    const struct settings *before = &session->tour->before;
    enum status status = session_start_over(session, failure);
    if (status != STATUS_OK)
        return status;
    session->now.glyphs_auto = before->glyphs_auto;
    session->now.glyphs = before->glyphs;
    session->now.background = before->background;
    session->now.cell_aspect_auto = before->cell_aspect_auto;
    if (!before->cell_aspect_auto)
        session->now.cell_aspect = before->cell_aspect;
    session_reshape(session);
    return STATUS_OK;
}

enum status tour_turn(struct session *session, size_t index, struct failure *failure)
{
    const struct tour_page *page = tour_page_at(index);
    struct source_text setup = { "tour", page->setup, strlen(page->setup) };
    enum status status = start_over(session, failure);
    session->tour->page = index;
    session->sources++;
    if (status == STATUS_OK)
        status = script_run(session, &setup, failure);
    session->sources--;
    session->request = REQUEST_NONE;
    session_forget_changes(session);
    session_set_message(session, "");
    return status;
}

void tour_leave(struct session *session)
{
    struct tour *tour = session->tour;
    session_forget_changes(session);
    session->history = tour->history;
    memcpy(session->marks, tour->marks, sizeof session->marks);
    memcpy(session->switches, tour->switches, sizeof session->switches);
    keymap_free(session->keymap);
    session->keymap = tour->keymap;
    session->tour = NULL;
    session_set_settings(session, &tour->before);
    settings_release(&tour->before);
    free(tour);
}
