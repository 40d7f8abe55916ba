/* What is drawn for a sample that has no arrow, or none to rely on. */
#include "view/mark.h"

#include "grad/judgement.h"

/*
 * Where all of a gradient is error, as at a minimum, the estimate is its length but for a few percent
 * either way.
 */
static const double margin = 1.1;

/* Whether the gradient is refined to be off by more than an arrow shows. */
static bool is_untrusted(const struct sample *sample)
{
    return sample->verdict == VERDICT_truncation || sample->verdict == VERDICT_roundoff;
}

bool mark_find(const struct sample *sample, bool trust, enum mark *mark)
{
    double length = vector_length(AXES, sample->gradient);
    if (!sample_has_gradient(sample))
        *mark = sample->verdict == VERDICT_dead ? MARK_DEAD : MARK_UNDEFINED;
    else if (trust && sample->verdict == VERDICT_kink)
        *mark = MARK_KINK;
    else if (trust && is_untrusted(sample) && sample->error * margin >= length)
        *mark = MARK_DOUBTFUL;
    else if (length == 0)
        *mark = MARK_ZERO;
    else
        return false;
    return true;
}

bool mark_find_among(const struct surrounded *surrounded, size_t column, size_t row, bool trust,
                     enum mark *mark)
{
    struct sample sample = field_sample(surrounded->field, column, row);
    if (mark_find(&sample, trust, mark))
        return true;
    *mark = MARK_ALIASED;
    return trust && aliasing_at(surrounded, column, row);
}

bool mark_dims(const struct sample *sample, bool trust)
{
    return trust && is_untrusted(sample);
}
