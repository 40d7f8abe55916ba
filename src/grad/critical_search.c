/* A search for the critical points of a window that can be left off and gone on with. */
#include "grad/critical_search.h"

#include <math.h>
#include <stdlib.h>

#include "grad/critical_parts.h"
#include "grad/lattice.h"

enum {
    CELLS = LATTICE_CELLS * LATTICE_CELLS,
    QUARTERS = 4,
    EDGE_PIECES = 1024,
    EDGE_PIECES_AT_A_TIME = 16,
    EFFORT_MOST = 50000
};

/* What is done one after the other. */
enum phase {
    PHASE_LATTICE, /* its rows are computed */
    PHASE_FOLLOW,  /* what its cells promise */
    PHASE_CELLS,   /* what is unexplained in them is looked into */
    PHASE_EDGE,    /* of the window: its pieces are gone round */
    PHASE_DONE
};

/* A cell that is unexplained. */
struct halved {
    struct rectangle cell;
    int quarter; /* the next to be looked into */
};

/* What is to be done next. Plain data. */
struct place {
    enum phase phase;
    int next;  /* of the phase's parts */
    int depth; /* cells that are halved, each a quarter of the one before; 0: none */
    struct halved halved[CRITICAL_DEPTH_MOST];
    long effort; /* that was left when the phase began */
    struct winding edge;
};

struct critical_search {
    struct search search; /* its slope is there while it goes on */
    struct critical_points found;
    struct lattice lattice;
    struct place place;
};

struct critical_search *critical_search_new(const struct rectangle *window)
{
    struct critical_search *made = calloc(1, sizeof *made);
    if (made == NULL)
        return NULL;
    made->search.window = *window;
    made->search.points = &made->found;
    made->search.effort = EFFORT_MOST;
    for (int axis = 0; axis < GRID_AXES; axis++)
        made->search.width[axis] = window->high[axis] - window->low[axis];
    winding_begin(&made->place.edge, window, EDGE_PIECES);
    if (lattice_make(&made->lattice, window))
        return made;
    critical_search_free(made);
    return NULL;
}

void critical_search_free(struct critical_search *search)
{
    if (search == NULL)
        return;
    critical_points_free(&search->found);
    lattice_release(&search->lattice);
    free(search);
}

static void compute_row(struct critical_search *search)
{
    lattice_compute_row(&search->lattice, search->search.slope, search->place.next++);
}

static void take_patch(const struct critical_search *search, struct patch *patch)
{
    int cell = search->place.next;
    lattice_take_patch(&search->lattice, cell % LATTICE_CELLS, cell / LATTICE_CELLS, patch);
}

/* Follow what a cell of the lattice promises. */
static void follow_cell(struct critical_search *search)
{
    struct patch patch;
    take_patch(search, &patch);
    if (patch_is_promising(&patch) && !patch_is_flat(&patch))
        critical_follow_middle(&search->search, &patch.cell);
    search->place.next++;
}

/* Let the quarters of a cell be what is looked into next. */
static void halve(struct place *place, const struct rectangle *cell)
{
    place->halved[place->depth++] = (struct halved){ .cell = *cell };
}

/* Judge a cell of the lattice. */
static void judge_cell(struct critical_search *search)
{
    struct patch patch;
    take_patch(search, &patch);
    search->found.flat = search->found.flat || patch_is_flat(&patch);
    if (critical_is_unexplained(&search->search, &patch, 0))
        halve(&search->place, &patch.cell);
}

/* The next quarter of a cell. */
static struct rectangle take_quarter(struct halved *halved)
{
    struct rectangle part = halved->cell;
    for (int axis = 0; axis < GRID_AXES; axis++) {
        bool upper = (halved->quarter >> axis & 1) != 0;
        *(upper ? &part.low[axis] : &part.high[axis]) =
            0.5 * (halved->cell.low[axis] + halved->cell.high[axis]);
    }
    halved->quarter++;
    return part;
}

/* Follow what a quarter of the smallest cell promises, and judge it. */
static void look_into_quarter(struct critical_search *search)
{
    int depth = search->place.depth;
    struct rectangle part = take_quarter(&search->place.halved[depth - 1]);
    struct patch patch;
    search->search.effort--;
    patch_compute(&patch, search->search.slope, &part);
    if (patch_is_promising(&patch))
        critical_follow_middle(&search->search, &part);
    if (critical_is_unexplained(&search->search, &patch, depth))
        halve(&search->place, &part);
}

/* Look closer where cells are unexplained. */
static void look_into_cell(struct critical_search *search)
{
    struct place *place = &search->place;
    if (place->depth == 0)
        judge_cell(search);
    else
        look_into_quarter(search);
    while (place->depth > 0 && place->halved[place->depth - 1].quarter == QUARTERS)
        place->depth--;
    place->next += place->depth == 0;
}

static void go_round(struct critical_search *search)
{
    struct winding *edge = &search->place.edge;
    winding_go_on(edge, search->search.slope, EDGE_PIECES_AT_A_TIME);
    search->place.next = winding_is_done(edge) ? EDGE_PIECES : edge->done;
}

/* What is done in each phase: a part, how many there are, and about what share of all they cost. */
static const struct {
    void (*do_part)(struct critical_search *search);
    int parts;
    double share;
} phases[PHASE_DONE] = {
    [PHASE_LATTICE] = { compute_row, LATTICE_PLACES, 0.02 },
    [PHASE_FOLLOW] = { follow_cell, CELLS, 0.38 },
    [PHASE_CELLS] = { look_into_cell, CELLS, 0.55 },
    [PHASE_EDGE] = { go_round, EDGE_PIECES, 0.05 },
};

static int compare_points(const void *a, const void *b)
{
    const double *first = ((const struct critical_point *)a)->at;
    const double *second = ((const struct critical_point *)b)->at;
    for (int axis = 0; axis < GRID_AXES; axis++)
        if (first[axis] != second[axis])
            return first[axis] < second[axis] ? -1 : 1;
    return 0;
}

/* Order what was found, and count what it is held against. */
static void conclude(struct critical_search *search)
{
    struct critical_points *found = &search->found;
    if (found->count > 0)
        qsort(found->points, found->count, sizeof *found->points, compare_points);
    found->coarse = found->coarse || search->search.effort <= 0;
    found->sum = critical_sum(&search->search, &search->search.window);
    found->edge_decided = winding_index(&search->place.edge, &found->edge);
}

/* Begin the next phase if this one is over; with too many points only the edge is left. */
static void advance(struct critical_search *search)
{
    struct place *place = &search->place;
    bool given_up = search->found.cut && place->phase < PHASE_EDGE;
    if (!given_up && place->next < phases[place->phase].parts)
        return;
    place->phase = given_up ? PHASE_EDGE : (enum phase)(place->phase + 1);
    place->next = 0;
    place->effort = search->search.effort;
    if (place->phase == PHASE_EDGE)
        lattice_release(&search->lattice);
    if (place->phase == PHASE_DONE)
        conclude(search);
}

/* Do the next part; false, with nothing changed, where the function was stopped in its midst. */
static bool do_part(struct critical_search *search)
{
    struct place place = search->place;
    struct critical_points found = search->found;
    long effort = search->search.effort;
    phases[place.phase].do_part(search);
    if (!fn_is_stopped(search->search.slope->fn)) {
        advance(search);
        return true;
    }
    /* The points' memory may have grown, and stays so. */
    found.points = search->found.points;
    found.capacity = search->found.capacity;
    search->found = found;
    search->place = place;
    search->search.effort = effort;
    return false;
}

bool critical_search_go_on(struct critical_search *search, struct plane_slope *slope,
                           const struct interruption *interruption)
{
    search->search.slope = slope;
    while (!search->search.failed && !critical_search_is_done(search) &&
           !(interruption != NULL && interruption->paused) && do_part(search))
        continue;
    search->search.slope = NULL;
    return !search->search.failed;
}

bool critical_search_is_done(const struct critical_search *search)
{
    return search->place.phase == PHASE_DONE;
}

/*
 * How much of the cells is done, the one whose quarters are looked into as far as they are. Where
 * all would be looked into as closely as can be, the first of them take most of the effort.
 */
static double cells_done(const struct critical_search *search)
{
    const struct place *place = &search->place;
    double cells = place->next;
    double share = 1;
    for (int i = 0; i < place->depth; i++) {
        share /= QUARTERS;
        cells += share * (place->halved[i].quarter - (i + 1 < place->depth));
    }
    double left = (double)search->search.effort / (double)place->effort;
    double spent = place->effort > 0 ? fmin(1 - left, 1) : 1;
    return fmax(cells, 0.5 * (cells + spent * CELLS)) / CELLS;
}

double critical_search_progress(const struct critical_search *search)
{
    const struct place *place = &search->place;
    double progress = 0;
    if (critical_search_is_done(search))
        return 1;
    for (int phase = 0; phase < (int)place->phase; phase++)
        progress += phases[phase].share;
    double done = place->phase == PHASE_CELLS
                      ? cells_done(search)
                      : (double)place->next / phases[place->phase].parts;
    return progress + done * phases[place->phase].share;
}

void critical_search_take(struct critical_search *search, struct critical_points *points)
{
    *points = search->found;
    search->found = (struct critical_points){ .count = 0 };
}
