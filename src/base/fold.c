/* Texts compared without regard to capitals. */
#include "base/fold.h"

static char small(char character)
{
    return character >= 'A' && character <= 'Z' ? (char)(character - 'A' + 'a') : character;
}

bool fold_begins(const char *text, const char *wanted, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] == '\0' || small(text[i]) != small(wanted[i]))
            return false;
    return true;
}

bool fold_holds(const char *text, const char *wanted, size_t length)
{
    for (; *text != '\0'; text++)
        if (fold_begins(text, wanted, length))
            return true;
    return false;
}
