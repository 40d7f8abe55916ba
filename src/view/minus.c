/* Numbers for people, with a minus as long as a plus. */
#include "view/minus.h"

#include <string.h>

static const char minus[] = "\u2212";

void minus_copy(const char *number, bool ascii, char *out, size_t size)
{
    size_t used = 0;
    for (; *number != '\0'; number++) {
        bool wide = *number == '-' && !ascii;
        size_t bytes = wide ? sizeof minus - 1 : 1;
        if (used + bytes >= size)
            break;
        memcpy(out + used, wide ? minus : number, bytes);
        used += bytes;
    }
    out[used] = '\0';
}
