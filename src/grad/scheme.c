/* Ways to a derivative: finite difference schemes and the exact one, one row each. */
#include "grad/scheme.h"

#include <math.h>
#include <string.h>

#define LIST(...) { __VA_ARGS__ }
#define COUNT(...) (sizeof((const double[])__VA_ARGS__) / sizeof(double))

static const struct scheme schemes[] = {
#define SCHEME(name_, order_, divisor_, samples_, offsets_, weights_, formula_, source_)           \
    { .name = #name_, .order = (order_), .divisor = (divisor_), .samples = (samples_),          \
      .offsets = offsets_, .weights = weights_, .formula = (formula_), .source = (source_) },
#include "grad/schemes.def"
#undef SCHEME
};

static const char default_name[] = "central";
static const char exact_name[] = "exact";

size_t scheme_count(void)
{
    return sizeof schemes / sizeof schemes[0];
}

const struct scheme *scheme_at(size_t index)
{
    return &schemes[index];
}

const struct scheme *scheme_find(const char *name, size_t length)
{
    for (size_t i = 0; i < scheme_count(); i++)
        if (strlen(schemes[i].name) == length && memcmp(schemes[i].name, name, length) == 0)
            return &schemes[i];
    return NULL;
}

double scheme_amplification(const struct scheme *scheme)
{
    double sum = 0;
    for (size_t k = 0; k < scheme->samples; k++)
        sum += fabs(scheme->weights[k]);
    return sum / scheme->divisor;
}

double scheme_reach(const struct scheme *scheme)
{
    double reach = 0;
    for (size_t k = 0; k < scheme->samples; k++)
        reach = fmax(reach, fabs(scheme->offsets[k]));
    return reach;
}

bool scheme_is_exact(const struct scheme *scheme)
{
    return scheme->samples == 0;
}

const struct scheme *scheme_exact(void)
{
    return scheme_find(exact_name, sizeof exact_name - 1);
}

const struct scheme *scheme_default(void)
{
    return scheme_find(default_name, sizeof default_name - 1);
}

const struct scheme *scheme_next(const struct scheme *scheme, int by)
{
    int count = (int)scheme_count();
    int index = ((int)(scheme - schemes) + by % count + count) % count;
    return &schemes[index];
}
