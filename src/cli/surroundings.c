/* What the environment tells about where frames are shown. */
#include "cli/surroundings.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <wchar.h>

#include "view/cell_aspect.h"

enum {
    LEFTWARDS_ARROW = 0x2190, /* of the set `arrows` */
    LEFTWARDS_TRIANGLE = 0x2b60, /* of the set `neutral` */
    DARK_LAST = 6,            /* palette numbers 0 to 6 and 8 are dark */
    DARK_GREY = 8,
    PALETTE_LAST = 15
};

bool locale_is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

enum glyph_set surroundings_glyphs(bool utf8)
{
    const char *term = getenv("TERM");
    if (!utf8 || (term != NULL && strcmp(term, "linux") == 0))
        return GLYPHS_ascii;
    if (wcwidth(LEFTWARDS_ARROW) != 2)
        return GLYPHS_arrows;
    return wcwidth(LEFTWARDS_TRIANGLE) == 1 ? GLYPHS_neutral : GLYPHS_ascii;
}

/* The whole of `text` as a palette number; -1 for anything else. */
static int palette_number(const char *text)
{
    size_t length = strlen(text);
    if (length == 0 || length > 2 || strspn(text, "0123456789") != length)
        return -1;
    int number = atoi(text);
    return number <= PALETTE_LAST ? number : -1;
}

enum background surroundings_background(void)
{
    const char *value = getenv("COLORFGBG");
    const char *last = value == NULL ? NULL : strrchr(value, ';');
    int number = last == NULL ? -1 : palette_number(last + 1);
    if (number < 0)
        return BACKGROUND_unknown;
    return number <= DARK_LAST || number == DARK_GREY ? BACKGROUND_dark : BACKGROUND_light;
}

bool surroundings_forbid_color(void)
{
    const char *value = getenv("NO_COLOR");
    return value != NULL && value[0] != '\0';
}

bool surroundings_are_dumb(void)
{
    const char *term = getenv("TERM");
    return term == NULL || term[0] == '\0' || strcmp(term, "dumb") == 0;
}

bool surroundings_size(int descriptor, int *rows, int *columns)
{
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0)
        return false;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return true;
}

double surroundings_cell_aspect(int descriptor)
{
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0)
        return CELL_ASPECT_USUAL;
    struct window_size window = { size.ws_row, size.ws_col, size.ws_ypixel, size.ws_xpixel };
    return cell_aspect_of(&window);
}
