/* What a mouse did, as a terminal tells it. */
#include "tui/mouse.h"

#include <stdbool.h>
#include <string.h>

/* The first number of a report; Shift adds 4 to it, Meta 8, Control 16. */
enum { BUTTON = 0, BUTTON_MOVED = 32, WHEEL_UP = 64, WHEEL_DOWN = 65 };

enum {
    REPORT_NUMBERS = 3, /* what, column, row */
    REPORT_NUMBER_MOST = 9999
};

/* Read digits and the byte that ends them; false when there are none, or too many. */
static bool read_number(const char **bytes, const char *end, int *number)
{
    const char *at = *bytes;
    *number = 0;
    while (at < end && *at >= '0' && *at <= '9' && *number <= REPORT_NUMBER_MOST)
        *number = *number * 10 + (*at++ - '0');
    if (at == *bytes || at == end || *number > REPORT_NUMBER_MOST)
        return false;
    *bytes = at + 1;
    return true;
}

static enum mouse_action find_action(int what, bool released)
{
    if (released)
        return what == BUTTON ? MOUSE_RELEASED : MOUSE_NOTHING;
    switch (what) {
    case BUTTON:
        return MOUSE_PRESSED;
    case BUTTON_MOVED:
        return MOUSE_DRAGGED;
    case WHEEL_UP:
        return MOUSE_WHEEL_UP;
    case WHEEL_DOWN:
        return MOUSE_WHEEL_DOWN;
    default:
        return MOUSE_NOTHING;
    }
}

struct mouse_event mouse_read(const char *bytes, size_t length)
{
    static const struct mouse_event nothing = { MOUSE_NOTHING, 0, 0 };
    static const char *const ends[REPORT_NUMBERS] = { ";", ";", "Mm" };
    const char *end = bytes + length;
    int numbers[REPORT_NUMBERS];
    for (int i = 0; i < REPORT_NUMBERS; i++)
        if (!read_number(&bytes, end, &numbers[i]) || bytes[-1] == '\0' ||
            strchr(ends[i], bytes[-1]) == NULL)
            return nothing;
    if (bytes != end || numbers[1] == 0 || numbers[2] == 0)
        return nothing;
    return (struct mouse_event){ .action = find_action(numbers[0], bytes[-1] == 'm'),
                                 .row = numbers[2] - 1,
                                 .column = numbers[1] - 1 };
}
