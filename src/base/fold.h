/* Texts compared without regard to capitals, those of ASCII alone and in every locale. */
#ifndef STEEPEST_BASE_FOLD_H
#define STEEPEST_BASE_FOLD_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the text begins with the `length` bytes at `wanted`, which hold no NUL. */
bool fold_begins(const char *text, const char *wanted, size_t length);

/* Whether they stand anywhere in the text; 0 bytes do in one that is not empty. */
bool fold_holds(const char *text, const char *wanted, size_t length);

#endif
