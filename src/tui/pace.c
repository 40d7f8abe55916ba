/* When computing gives way: to keys and signals at once, to a frame after a while. */
#include "tui/pace.h"

void pace_begin(struct pace *pace, bool fresh)
{
    pace->begun = pace->looked = pace->milliseconds(pace->context);
    pace->asked = 0;
    pace->fresh = fresh;
}

void pace_end(struct pace *pace)
{
    pace->fresh = false;
}

enum interruption_answer pace_ask(void *context)
{
    struct pace *pace = context;
    pace->asked += pace->asked < PACE_ASKED_FRAME;
    if (pace->asked < PACE_ASKED_LOOK)
        return INTERRUPTION_GO_ON;
    int64_t now = pace->milliseconds(pace->context);
    if (now - pace->looked >= PACE_LOOK) {
        pace->looked = now;
        if (pace->is_awaited(pace->context))
            return INTERRUPTION_STOP;
    }
    if (now - pace->begun < PACE_FRAME || pace->asked < PACE_ASKED_FRAME)
        return INTERRUPTION_GO_ON;
    return pace->fresh ? INTERRUPTION_STOP : INTERRUPTION_PAUSE;
}
