/* Ways to walk downhill: the rules of a weight update, one row each. */
#include "grad/optimizer.h"

#include <math.h>
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

size_t optimizer_count(void)
{
    return sizeof optimizers / sizeof optimizers[0];
}

const struct optimizer *optimizer_at(size_t index)
{
    return &optimizers[index];
}

const struct optimizer *optimizer_find(const char *name, size_t length)
{
    for (size_t i = 0; i < optimizer_count(); i++)
        if (strlen(optimizers[i].name) == length && memcmp(optimizers[i].name, name, length) == 0)
            return &optimizers[i];
    return NULL;
}

bool optimizer_needs_hessian(const struct optimizer *optimizer)
{
    return optimizer->step == optimizer_step_newton;
}

/* All vectors of a walker, one after the other. */
static double **vector_at(struct walker *walker, size_t index)
{
    if (index == 0)
        return &walker->x;
    if (index == 1)
        return &walker->gradient;
    index -= 2;
    return index < OPTIMIZER_MEMORIES_MOST ? &walker->memories[index]
                                           : &walker->rooms[index - OPTIMIZER_MEMORIES_MOST];
}

enum { VECTORS = 2 + OPTIMIZER_MEMORIES_MOST + WALKER_ROOMS };

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
    look(walker);
}

void walker_step(struct walker *walker, const struct optimizer *optimizer)
{
    optimizer->step(walker);
    walker->steps++;
    look(walker);
}
