/* What is drawn for a sample that has no arrow. */
#include "view/mark.h"

bool mark_find(const struct sample *sample, enum mark *mark)
{
    if (sample->verdict == VERDICT_ok) {
        *mark = MARK_ZERO;
        return sample->gradient[0] == 0 && sample->gradient[1] == 0;
    }
    *mark = sample->verdict == VERDICT_dead ? MARK_DEAD : MARK_UNDEFINED;
    return true;
}
