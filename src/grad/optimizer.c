/* Ways to walk downhill: the rules of a weight update, one row each. */
#include "grad/optimizer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "grad/optimizer_steps.h"

static const struct optimizer optimizers[] = {
#define OPTIMIZER(name_, learning_rate_, memories_, formula_, settings_, source_)                  \
    { .name = #name_, .learning_rate = (learning_rate_), .memories = (memories_),                  \
      .formula = (formula_), .settings = (settings_), .source = (source_),                         \
      .step = optimizer_step_##name_ },
#include "grad/optimizers.def"
#undef OPTIMIZER
};

#define OPTIMIZER(name, learning_rate, memories, ...)                                              \
    static_assert((memories) <= OPTIMIZER_MEMORIES_MOST, #name " has room for its memories");
#include "grad/optimizers.def"
#undef OPTIMIZER

const struct optimizer *optimizer_at(size_t index)
{
    return &optimizers[index];
}

bool optimizer_needs_hessian(const struct optimizer *optimizer)
{
    return optimizer->step == optimizer_step_newton;
}

/* The vectors that a step changes, one after the other. */
static double **state_at(struct walker *walker, size_t index)
{
    if (index == 0)
        return &walker->x;
    return index == 1 ? &walker->gradient : &walker->memories[index - 2];
}

/* All vectors of a walker, one after the other. */
static double **vector_at(struct walker *walker, size_t index)
{
    if (index < WALKER_STATE)
        return state_at(walker, index);
    index -= WALKER_STATE;
    return index < WALKER_STATE ? &walker->kept[index] : &walker->rooms[index - WALKER_STATE];
}

enum { VECTORS = 2 * WALKER_STATE + WALKER_ROOMS };

bool walker_make(struct walker *walker, const struct fn *fn, bool matrix)
{
    size_t n = fn->n;
    *walker = (struct walker){ .learning_rate = 0 };
    bool made = slope_make(&walker->slope, fn);
    for (size_t i = 0; i < VECTORS; i++) {
        double **vector = vector_at(walker, i);
        *vector = array_resize(NULL, n, sizeof **vector);
        made = made && *vector != NULL;
    }
    if (matrix) {
        walker->matrix = array_resize(NULL, n, 2 * n * sizeof *walker->matrix);
        made = made && walker->matrix != NULL;
    }
    return made;
}

void walker_release(struct walker *walker)
{
    slope_release(&walker->slope);
    for (size_t i = 0; i < VECTORS; i++)
        free(*vector_at(walker, i));
    free(walker->matrix);
}

enum { HALVINGS_USUAL = 6 }; /* at most, where the gradient is one of f */

static void look(struct walker *walker)
{
    walker->verdict = slope_at(&walker->slope, walker->x, &walker->value, walker->gradient);
}

void walker_start(struct walker *walker, const double *place)
{
    size_t bytes = walker->slope.fn->n * sizeof *place;
    memcpy(walker->x, place, bytes);
    for (size_t i = 0; i < OPTIMIZER_MEMORIES_MOST; i++)
        memset(walker->memories[i], 0, bytes);
    walker->steps = 0;
    walker->time_step = walker->learning_rate;
    walker->balked = false;
    look(walker);
}

/* Note whether the last step is one that the rule should not lead to, and why it may be so. */
static void note_balking(struct walker *walker)
{
    size_t bytes = walker->slope.fn->n * sizeof *walker->x;
    bool still = memcmp(walker->x, walker->kept[0], bytes) == 0;
    walker->balked = still || walker->halvings > HALVINGS_USUAL;
    if (walker->balked)
        walker->doubt = slope_judge(&walker->slope, walker->x);
}

bool walker_step(struct walker *walker, const struct optimizer *optimizer)
{
    const struct walker former = *walker;
    size_t bytes = walker->slope.fn->n * sizeof *walker->x;
    for (size_t i = 0; i < WALKER_STATE; i++)
        memcpy(walker->kept[i], *state_at(walker, i), bytes);
    walker->halvings = 0;
    optimizer->step(walker);
    walker->steps++;
    look(walker);
    note_balking(walker);
    if (!fn_is_stopped(walker->slope.fn))
        return true;
    *walker = former;
    for (size_t i = 0; i < WALKER_STATE; i++)
        memcpy(*state_at(walker, i), walker->kept[i], bytes);
    return false;
}
