/* The rules' steps, one for each row of optimizers.def. Private to optimizer.c. */
#ifndef STEEPEST_GRAD_OPTIMIZER_STEPS_H
#define STEEPEST_GRAD_OPTIMIZER_STEPS_H

#include "grad/optimizer.h"

/* Each as struct optimizer's step. */
#define OPTIMIZER(name, learning_rate, memories, formula, settings, source)                        \
    void optimizer_step_##name(struct walker *walker);
#include "grad/optimizers.def"
#undef OPTIMIZER

#endif
