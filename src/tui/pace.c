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

/* Whether the frame has cost so much, in milliseconds and in questions. */
static bool has_cost(const struct pace *pace, int64_t now, int64_t most, int asked)
{
    int64_t past = now - pace->begun;
    return past >= most && (pace->asked >= asked || past >= PACE_SLOW * most);
}

enum interruption_answer pace_ask(void *context)
{
    struct pace *pace = context;
    int64_t now = pace->milliseconds(pace->context);
    pace->asked += pace->asked < PACE_ASKED_FRAME;
    if (now - pace->looked >= PACE_LOOK && has_cost(pace, now, PACE_CALM, PACE_ASKED_LOOK)) {
        pace->looked = now;
        if (pace->is_awaited(pace->context))
            return INTERRUPTION_STOP;
    }
    if (!has_cost(pace, now, PACE_FRAME, PACE_ASKED_FRAME))
        return INTERRUPTION_GO_ON;
    return pace->fresh ? INTERRUPTION_STOP : INTERRUPTION_PAUSE;
}
