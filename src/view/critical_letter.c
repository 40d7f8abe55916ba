/* The letters that critical points have in pictures and in narrow lists. */
#include "view/critical_letter.h"

char critical_letter(enum critical_kind kind)
{
    static const char letters[CRITICAL_KIND_COUNT] = {
#define CRITICAL_KIND(name, words, letter) [CRITICAL_##name] = letter,
#include "grad/critical_kinds.def"
#undef CRITICAL_KIND
    };
    return letters[kind];
}
