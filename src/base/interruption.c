/* Long computations ask now and then whether they are to stop. */
#include "base/interruption.h"

void interruption_begin(struct interruption *interruption, interruption_asker *ask, void *context)
{
    *interruption = (struct interruption){ .ask = ask, .context = context };
}

bool interruption_ask(struct interruption *interruption)
{
    if (interruption->stopped || interruption->ask == NULL)
        return interruption->stopped;
    enum interruption_answer answer = interruption->ask(interruption->context);
    interruption->stopped = answer == INTERRUPTION_STOP;
    interruption->paused = interruption->paused || answer == INTERRUPTION_PAUSE;
    return interruption->stopped;
}
