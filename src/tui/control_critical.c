/* Keys while a critical point is chosen from the list. */
#include <stdio.h>

#include "base/number.h"
#include "tui/control_parts.h"

enum { LINE_SIZE = 2 * NUMBER_SIZE + 16 }; /* bytes of a command that names a place */

void control_open_critical(struct control *control)
{
    struct failure failure;
    critical_page_close(&control->critical);
    if (critical_page_open(&control->critical, control->session, &failure) == STATUS_OK)
        control->mode = CONTROL_CRITICAL;
    else
        control_tell(control, &failure);
}

static void leave(struct control *control)
{
    critical_page_close(&control->critical);
    control->mode = CONTROL_FIELD;
}

/* Go to the chosen point as a person would who knows its place. */
static void go_to_choice(struct control *control)
{
    char line[LINE_SIZE];
    char numbers[AXES][NUMBER_SIZE];
    const double *at = critical_page_choice(&control->critical);
    int length = snprintf(line, sizeof line, "critical %s %s", number_repr(at[0], numbers[0]),
                          number_repr(at[1], numbers[1]));
    leave(control);
    control_run(control, line, (size_t)length);
}

static void critical_mode_key(struct control *control, const char *key)
{
    switch (critical_page_key(&control->critical, key, control->rows, control->columns)) {
    case CRITICAL_GOES_ON:
        break;
    case CRITICAL_REFUSED:
        control->ring = true;
        break;
    case CRITICAL_CHOSEN:
        go_to_choice(control);
        break;
    case CRITICAL_LEFT:
        leave(control);
        break;
    }
}

static void draw_critical(const struct control *control, const struct layout *layout,
                          struct canvas *canvas)
{
    (void)layout;
    critical_page_draw(&control->critical, canvas);
}

const struct mode mode_critical = { .key = critical_mode_key, .draw = draw_critical,
                                    .covers = true, .redraws = true };
