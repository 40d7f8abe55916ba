/* Which minimum each place of a plane runs down to. */
#include "grad/basins.h"

#include <math.h>
#include <stdlib.h>

#include "base/size.h"
#include "grad/basin_trap.h"
#include "grad/flow.h"
#include "grad/plane_fn.h"

enum {
    STEPS_MOST = 2000, /* that are tried from a place */
    STEPS_WATCHED = 32 /* by which a place must get on */
};

static const double error_allowed = 1e-5;  /* times the length of the step */
static const double error_rounding = 1e-12; /* lengths are over the window's width */
static const double length_most = 1.0 / 16;
static const double length_first = 1.0 / 64;
static const double length_least = 1e-12;
static const double way_least = 1e-5;      /* of the steps watched, if it and time steps shrink */
static const double shrinking = 0.75;      /* of a time step by then, at least */
static const double far = 5;               /* from the middle of the window */
static const double difference = 1e-6;     /* from which the Hessian is taken */
static const double safety = 0.9;
static const double growth_most = 4;
static const double growth_least = 0.125;

struct basins {
    struct plane_fn plane;
    struct basin_trap *own;         /* NULL where another's are shared */
    const struct basin_trap *traps; /* by x0 */
    size_t count;
    const size_t *numbers; /* that are told; NULL: 1, 2, ... */
    double reach; /* the largest of theirs */
    double middle[GRID_AXES];
    double width[GRID_AXES];
};

/* How a place stood some steps ago. */
struct mark {
    double place[GRID_AXES];
    double time_step;
    double way; /* how far it had come by as many steps, over the window's width */
};

/* The places that are being followed, and those that wait. */
struct pursuit {
    struct basins *basins;
    const double *x[GRID_AXES];
    double *numbers;
    size_t waiting; /* the first that does */
    size_t count;
    struct flow_lanes lanes;
    size_t index[FLOW_LANES]; /* of each lane's place */
    size_t tried[FLOW_LANES]; /* steps */
    struct mark marks[FLOW_LANES];
};

/* Find a trap for every minimum; false when memory is short. */
static bool set_traps(struct basins *basins, const struct critical_points *points,
                      const struct rectangle *window)
{
    basins->own = array_resize(NULL, points->count + 1, sizeof *basins->own);
    basins->traps = basins->own;
    for (size_t i = 0; basins->own != NULL && i < points->count; i++) {
        if (!critical_is_minimum(&points->points[i]))
            continue;
        struct basin_trap trap = basin_trap_find(&basins->plane.fn, points, i, window);
        basins->own[basins->count++] = trap;
        basins->reach = fmax(basins->reach, trap.reach);
    }
    return basins->own != NULL;
}

struct basins *basins_new(const struct fn *fn, const double *fixed,
                          const struct critical_points *points, const struct rectangle *window)
{
    struct basins *basins = calloc(1, sizeof *basins);
    if (basins == NULL)
        return NULL;
    for (int axis = 0; axis < GRID_AXES; axis++) {
        basins->middle[axis] = 0.5 * window->low[axis] + 0.5 * window->high[axis];
        basins->width[axis] = window->high[axis] - window->low[axis];
    }
    if (!plane_fn_make(&basins->plane, fn, fixed) || !set_traps(basins, points, window)) {
        basins_free(basins);
        return NULL;
    }
    return basins;
}

struct basins *basins_share(const struct basins *first, const struct fn *fn, const double *fixed)
{
    struct basins *basins = calloc(1, sizeof *basins);
    if (basins == NULL)
        return NULL;
    *basins = *first;
    basins->own = NULL;
    if (!plane_fn_make(&basins->plane, fn, fixed)) {
        basins_free(basins);
        return NULL;
    }
    return basins;
}

void basins_free(struct basins *basins)
{
    if (basins == NULL)
        return;
    plane_fn_release(&basins->plane);
    free(basins->own);
    free(basins);
}

void basins_set_numbers(struct basins *basins, const size_t *numbers)
{
    basins->numbers = numbers;
}

/* The number that is told of a trap, or of none, 0. */
static double told_number(const struct basins *basins, size_t trap)
{
    return (double)(trap == 0 || basins->numbers == NULL ? trap : basins->numbers[trap - 1]);
}

/* The first trap whose centre's x0 is not less than that. */
static size_t first_from(const struct basins *basins, double x0)
{
    size_t low = 0;
    size_t high = basins->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (basins->traps[middle].centre[0] < x0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Which trap holds a place, counted from 1; 0 if none does. */
static size_t find_trap(const struct basins *basins, const double place[GRID_AXES])
{
    for (size_t i = first_from(basins, place[0] - basins->reach);
         i < basins->count && basins->traps[i].centre[0] <= place[0] + basins->reach; i++)
        if (basin_trap_holds(&basins->traps[i], place))
            return i + 1;
    return 0;
}

/* The length of a vector over the window's width, on the axis where it is longer. */
static double length_of(const struct basins *basins, double along0, double along1)
{
    return fmax(fabs(along0) / basins->width[0], fabs(along1) / basins->width[1]);
}

/* Whether a place is so far away that nothing is looked for there. */
static bool is_far(const struct basins *basins, const double place[GRID_AXES])
{
    return !(length_of(basins, place[0] - basins->middle[0], place[1] - basins->middle[1]) <= far);
}

/* The first step's time: a short way at the present slope; 0 where there is none. */
static double first_time(const struct basins *basins, const double place[GRID_AXES])
{
    double value;
    double gradient[GRID_AXES];
    const struct fn *fn = &basins->plane.fn;
    const double *const x[GRID_AXES] = { &place[0], &place[1] };
    double *const derivatives[GRID_AXES] = { &gradient[0], &gradient[1] };
    fn->gradient(fn->context, 1, x, &value, derivatives);
    double time = length_first / length_of(basins, gradient[0], gradient[1]);
    return isfinite(time) && isfinite(gradient[0]) && isfinite(gradient[1]) ? time : 0;
}

/* Note how lane i stands, which has come so far since it was last noted. */
static void set_mark(struct pursuit *pursuit, size_t i, double way)
{
    const struct flow_lanes *lanes = &pursuit->lanes;
    pursuit->marks[i] = (struct mark){ .place = { lanes->place[0][i], lanes->place[1][i] },
                                       .time_step = lanes->time_step[i], .way = way };
}

/* Let lane i follow the next place that has not arrived already; false where none waits. */
static bool take_place(struct pursuit *pursuit, size_t i)
{
    while (pursuit->waiting < pursuit->count) {
        size_t index = pursuit->waiting++;
        const double place[GRID_AXES] = { pursuit->x[0][index], pursuit->x[1][index] };
        size_t trap = find_trap(pursuit->basins, place);
        double time = trap > 0 ? 0 : first_time(pursuit->basins, place);
        pursuit->numbers[index] = told_number(pursuit->basins, trap);
        if (!(time > 0))
            continue;
        for (int axis = 0; axis < GRID_AXES; axis++)
            pursuit->lanes.place[axis][i] = place[axis];
        pursuit->lanes.time_step[i] = time;
        pursuit->index[i] = index;
        pursuit->tried[i] = 0;
        set_mark(pursuit, i, HUGE_VAL);
        return true;
    }
    return false;
}

/* Let lane i follow another place, or that of the last lane. */
static void replace_lane(struct pursuit *pursuit, size_t i)
{
    struct flow_lanes *lanes = &pursuit->lanes;
    if (take_place(pursuit, i))
        return;
    size_t last = --lanes->count;
    for (int axis = 0; axis < GRID_AXES; axis++) {
        lanes->place[axis][i] = lanes->place[axis][last];
        lanes->next[axis][i] = lanes->next[axis][last];
        lanes->error[axis][i] = lanes->error[axis][last];
    }
    lanes->time_step[i] = lanes->time_step[last];
    pursuit->index[i] = pursuit->index[last];
    pursuit->tried[i] = pursuit->tried[last];
    pursuit->marks[i] = pursuit->marks[last];
}

/* By what the next time step is longer, from what the last step's error is over what is allowed. */
static double growth_of(double error, double length)
{
    double by = fmin(safety * pow(error, -1.0 / 4), safety * length_most / length);
    return fmin(growth_most, fmax(growth_least, by));
}

/*
 * Whether lane i gets on no more, as before an edge of the domain, where the steps shrink for ever.
 * On the way to a saddle the time steps do not shrink, and on the way from it the steps grow.
 */
static bool is_stuck(struct pursuit *pursuit, size_t i)
{
    const struct flow_lanes *lanes = &pursuit->lanes;
    const struct mark mark = pursuit->marks[i];
    if (pursuit->tried[i] % STEPS_WATCHED != 0)
        return false;
    double way = length_of(pursuit->basins, lanes->place[0][i] - mark.place[0],
                           lanes->place[1][i] - mark.place[1]);
    set_mark(pursuit, i, way);
    return way < way_least && way < mark.way && lanes->time_step[i] < shrinking * mark.time_step;
}

/* Go on from the step that lane i has taken; true once nothing is to be followed any more. */
static bool go_on(struct pursuit *pursuit, size_t i)
{
    const struct basins *basins = pursuit->basins;
    struct flow_lanes *lanes = &pursuit->lanes;
    const double next[GRID_AXES] = { lanes->next[0][i], lanes->next[1][i] };
    double length = length_of(basins, next[0] - lanes->place[0][i], next[1] - lanes->place[1][i]);
    double error = length_of(basins, lanes->error[0][i], lanes->error[1][i]) /
                   (error_allowed * length + error_rounding);
    bool finite = isfinite(next[0]) && isfinite(next[1]) && isfinite(error);
    lanes->time_step[i] *= finite ? growth_of(error, length) : growth_least;
    if (++pursuit->tried[i] == STEPS_MOST || is_stuck(pursuit, i))
        return true;
    if (!finite || error > 1 || length > length_most)
        return false;
    for (int axis = 0; axis < GRID_AXES; axis++)
        lanes->place[axis][i] = next[axis];
    size_t trap = find_trap(basins, next);
    pursuit->numbers[pursuit->index[i]] = told_number(basins, trap);
    return trap > 0 || length < length_least || is_far(basins, next);
}

/* Fill the lanes. */
static void begin(struct pursuit *pursuit)
{
    size_t *lanes = &pursuit->lanes.count;
    while (*lanes < FLOW_LANES && take_place(pursuit, *lanes))
        ++*lanes;
}

void basins_find(struct basins *basins, size_t count, const double *x0, const double *x1,
                 double *numbers)
{
    struct pursuit pursuit = { .basins = basins, .x = { x0, x1 }, .numbers = numbers,
                               .count = count };
    const struct fn *whole = basins->plane.whole;
    const double spacing[GRID_AXES] = { difference * basins->width[0],
                                        difference * basins->width[1] };
    begin(&pursuit);
    while (pursuit.lanes.count > 0 && !fn_is_stopped(whole)) {
        flow_step(&basins->plane.fn, spacing, &pursuit.lanes);
        for (size_t i = pursuit.lanes.count; i > 0; i--)
            if (go_on(&pursuit, i - 1))
                replace_lane(&pursuit, i - 1);
    }
}
