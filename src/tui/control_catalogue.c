/* Keys while a function of the catalogue is chosen. */
#include <stdio.h>

#include "tui/catalogue_page.h"
#include "tui/control_parts.h"

enum { LINE_SIZE = 96 }; /* bytes of a command that names a function */

void control_open_catalogue(struct control *control)
{
    struct failure failure;
    if (catalogue_list_open(&control->catalogue, control->session, &control->killed, &failure) ==
        STATUS_OK)
        control->mode = CONTROL_CATALOGUE;
    else
        control_tell(control, &failure);
}

static void leave(struct control *control)
{
    catalogue_list_close(&control->catalogue);
    control->mode = CONTROL_FIELD;
}

/* Show the chosen function as a person would who knows its name. */
static void show_choice(struct control *control)
{
    char line[LINE_SIZE];
    struct listed listed = listing_at(catalogue_list_choice(&control->catalogue));
    int length = snprintf(line, sizeof line, "function %s", listed.name);
    leave(control);
    control_run(control, line, (size_t)length);
}

static void catalogue_mode_key(struct control *control, const char *key)
{
    struct catalogue_list *list = &control->catalogue;
    int page = catalogue_page_rows(list, control->rows, control->columns);
    switch (catalogue_list_key(list, key, page)) {
    case CATALOGUE_GOES_ON:
        break;
    case CATALOGUE_REFUSED:
        control->ring = true;
        break;
    case CATALOGUE_CHOSEN:
        show_choice(control);
        break;
    case CATALOGUE_LEFT:
        leave(control);
        break;
    }
}

static bool insert(struct control *control, const char *bytes, size_t length)
{
    return catalogue_list_insert(&control->catalogue, bytes, length);
}

static void draw_catalogue(const struct control *control, const struct layout *layout,
                           struct canvas *canvas)
{
    (void)layout;
    catalogue_page_draw(&control->catalogue, canvas, !session_is_utf8(control->session));
}

const struct mode mode_catalogue = { .key = catalogue_mode_key, .insert = insert,
                                     .draw = draw_catalogue, .covers = true, .redraws = true };
