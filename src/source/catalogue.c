/* Functions worth knowing, by name. */
#include "source/catalogue.h"

#include <string.h>

static const struct catalogue_entry entries[] = {
#define CATALOGUE(name_, x0_low, x0_high, x1_low, x1_high, formula_, look_)                        \
    { .name = (name_), .low = { x0_low, x1_low }, .high = { x0_high, x1_high },                    \
      .formula = (formula_), .look = (look_) },
#include "source/catalogue.def"
#undef CATALOGUE
};

size_t catalogue_count(void)
{
    return sizeof entries / sizeof entries[0];
}

const struct catalogue_entry *catalogue_at(size_t index)
{
    return &entries[index];
}

const struct catalogue_entry *catalogue_find(const char *name, size_t length)
{
    for (size_t i = 0; i < catalogue_count(); i++)
        if (strlen(entries[i].name) == length && memcmp(entries[i].name, name, length) == 0)
            return &entries[i];
    return NULL;
}
