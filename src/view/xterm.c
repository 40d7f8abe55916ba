/* What the colours of xterm's palette look like. */
#include "view/xterm.h"

enum {
    CUBE_SIDE = 6,
    GREY_FIRST = XTERM_FIRST + CUBE_SIDE * CUBE_SIDE * CUBE_SIDE,
    GREY_DARKEST = 8,
    GREY_STEP = 10,
    CUBE_DARKEST = 55, /* but for 0, which is black */
    CUBE_STEP = 40
};

static uint32_t cube_value(int coordinate)
{
    return coordinate == 0 ? 0 : (uint32_t)(CUBE_DARKEST + CUBE_STEP * coordinate);
}

uint32_t xterm_rgb(int index)
{
    if (index >= GREY_FIRST)
        return (uint32_t)(GREY_DARKEST + GREY_STEP * (index - GREY_FIRST)) * 0x010101u;
    int cube = index - XTERM_FIRST;
    return cube_value(cube / (CUBE_SIDE * CUBE_SIDE)) << 16 |
           cube_value(cube / CUBE_SIDE % CUBE_SIDE) << 8 | cube_value(cube % CUBE_SIDE);
}
