/* Evenly spaced places. */
#include "view/linspace.h"

double linspace_place(double low, double high, size_t count, size_t index)
{
    if (count > 1 && index == count - 1)
        return high;
    double step = count > 1 ? (high - low) / (double)(count - 1) : 0;
    double offset = (double)index * step;
    return offset + low;
}
