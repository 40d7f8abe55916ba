/* What a gradient check has found so far. */
#ifndef STEEPEST_CLI_CHECK_TALLY_H
#define STEEPEST_CLI_CHECK_TALLY_H

#include <stddef.h>

#include "base/failure.h"
#include "grad/gradient_check.h"

/* Start from zeros. */
struct check_tally {
    size_t points;
    size_t components;
    size_t found[AGREEMENT_COUNT];
    /* The component that disagrees most, relative to its size; of several the first. */
    struct {
        size_t point; /* from 1 */
        size_t component;
        double given;
        struct checked checked;
    } worst;
};

/* Count a component of the point that was counted last. */
void check_tally_add(struct check_tally *tally, size_t component, double given,
                     const struct checked *checked);

/* Put it into a line: how many there were of each kind, and the worst that disagrees. */
void check_tally_describe(const struct check_tally *tally, char line[FAILURE_MESSAGE_SIZE]);

#endif
