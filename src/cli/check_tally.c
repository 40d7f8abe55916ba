/* What a gradient check has found so far. */
#include "cli/check_tally.h"

#include <stdio.h>

#include "base/number.h"

enum { ERROR_DIGITS = 2 };

void check_tally_add(struct check_tally *tally, size_t component, double given,
                     const struct checked *checked)
{
    tally->components++;
    tally->found[checked->agreement]++;
    if (checked->agreement != AGREEMENT_disagree)
        return;
    if (tally->found[AGREEMENT_disagree] > 1 &&
        checked_relative(checked, given) <=
            checked_relative(&tally->worst.checked, tally->worst.given))
        return;
    tally->worst.point = tally->points;
    tally->worst.component = component;
    tally->worst.given = given;
    tally->worst.checked = *checked;
}

/* What disagrees most, appended at `line`, which has `size` bytes. */
static void describe_worst(const struct check_tally *tally, char *line, size_t size)
{
    char given[NUMBER_SIZE];
    char numerical[NUMBER_SIZE];
    char error[NUMBER_SIZE];
    snprintf(line, size, "; worst: point %zu, component %zu: given %s, numerical %s +- %s",
             tally->worst.point, tally->worst.component, number_repr(tally->worst.given, given),
             number_repr(tally->worst.checked.numerical.value, numerical),
             number_short(tally->worst.checked.numerical.error, ERROR_DIGITS, error));
}

void check_tally_describe(const struct check_tally *tally, char line[FAILURE_MESSAGE_SIZE])
{
    int length = snprintf(line, FAILURE_MESSAGE_SIZE,
                          "%zu component%s: %zu agree, %zu disagree, %zu unresolved",
                          tally->components, tally->components == 1 ? "" : "s",
                          tally->found[AGREEMENT_agree], tally->found[AGREEMENT_disagree],
                          tally->found[AGREEMENT_unresolved]);
    if (tally->found[AGREEMENT_disagree] > 0 && length > 0 && length < FAILURE_MESSAGE_SIZE)
        describe_worst(tally, line + length, FAILURE_MESSAGE_SIZE - (size_t)length);
}
