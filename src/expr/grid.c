/* Running a program over a grid. */
#include "expr/grid.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "expr/kernel_memory.h"
#include "expr/split.h"

enum {
    COLUMN_NUMBERS = 4096, /* whole tiles of every set of kernels, in each of PAIR_LANES */
    COLUMN_VALUES_MANY = 64, /* from which on columns hand out no more than a tile at a time */
    CACHED_NUMBERS = 4096 /* of all values together that stay at hand from row to row */
};

struct grid_evaluator {
    const struct kernels *kernels;
    struct split split;
    size_t results_count;
    uint32_t *variables; /* of each given scalar which variable it is, 0 for a number */
    double *constants; /* the scalars, as all tapes but the mixed one want them, and a tile */
    double *scalars;     /* of the mixed tape, for each lane */
    double *temporaries;
    double *moved; /* a part's coordinates, moved */
    size_t numbers[PART_MIXED]; /* of a value that columns and rows hand out at a time, all lanes */
    double *values[PART_MIXED]; /* what they hand out */
    const double **columns; /* of the mixed tape, for each lane */
    double **outputs;
    double *rest; /* COLUMN_NUMBERS for each result, for points that fill no tile */
    struct interruption *interruption; /* not owned; NULL: none */
};

/* One run: what is asked for, and the piece of the grid at hand. Nothing is owned. */
struct job {
    struct grid_evaluator *evaluator;
    void (*machine)(const struct kernel_run *run);
    size_t tile; /* of the machine */
    const struct places *places;
    const struct shift *shifts;        /* one for each lane */
    size_t lanes;                      /* 1, or PAIR_LANES */
    size_t room[PART_MIXED]; /* numbers of a value that a piece has in each lane, at most */
    size_t sources[PART_MIXED][PAIR_LANES]; /* the first lane that is moved as this one is */
    const double *divisors;
    double *const *results;
    size_t results_count;
    size_t first[PART_MIXED]; /* the piece: its first column and row, and how many */
    size_t count[PART_MIXED];
};

/* Note which given scalars are variables, and fill in the numbers. */
static void prepare_scalars(struct grid_evaluator *evaluator, const struct graph *graph)
{
    for (size_t i = 0; i < evaluator->split.given[PART_SCALARS]; i++) {
        const struct vertex *vertex =
            &graph->vertices[evaluator->split.handed[PART_SCALARS].vertices[i]];
        evaluator->variables[i] = vertex->kind == VERTEX_VARIABLE ? vertex->variable : 0;
        evaluator->constants[i] = vertex->constant;
    }
}

static size_t most_temporaries(const struct split *split)
{
    size_t most = 0;
    for (int part = 0; part < PARTS; part++)
        if (split->tapes[part].temporaries > most)
            most = split->tapes[part].temporaries;
    return most;
}

/* Get the memory for the values of each part; false when it is short. */
static bool allocate_values(struct grid_evaluator *made, size_t *outputs_most)
{
    bool allocated = true;
    size_t tiles = PAIR_LANES * made->kernels->points_tile;
    bool many = made->split.handed[PART_COLUMNS].count >= COLUMN_VALUES_MANY;
    made->numbers[PART_COLUMNS] = many ? tiles : COLUMN_NUMBERS;
    made->numbers[PART_ROWS] = tiles;
    for (int part = 0; part < PART_MIXED; part++) {
        size_t count = made->split.handed[part].count;
        *outputs_most = count > *outputs_most ? count : *outputs_most;
        if (part == PART_SCALARS)
            continue;
        made->values[part] = kernel_memory_new(count, made->numbers[part]);
        allocated = allocated && made->values[part] != NULL;
    }
    return allocated;
}

/* Get the memory that runs need; false when it is short. */
static bool allocate(struct grid_evaluator *made)
{
    size_t scalars = made->split.handed[PART_SCALARS].count;
    size_t columns = made->split.handed[PART_COLUMNS].count;
    size_t rows = made->split.handed[PART_ROWS].count;
    size_t outputs = made->results_count + 1; /* pairs have two */
    if (!allocate_values(made, &outputs))
        return false;
    made->variables = array_resize(NULL, scalars, sizeof *made->variables);
    made->constants =
        array_resize(NULL, scalars + KERNEL_POINTS_MOST, sizeof *made->constants);
    made->scalars = array_resize(NULL, scalars + rows, PAIR_LANES * sizeof *made->scalars);
    made->temporaries = kernel_memory_new(most_temporaries(&made->split), KERNEL_POINTS_MOST);
    made->moved = kernel_memory_new(1, COLUMN_NUMBERS);
    made->columns = array_resize(NULL, columns, PAIR_LANES * sizeof *made->columns);
    made->outputs = array_resize(NULL, outputs, sizeof *made->outputs);
    made->rest = kernel_memory_new(made->results_count + 1, COLUMN_NUMBERS);
    return made->variables != NULL && made->constants != NULL && made->scalars != NULL &&
           made->temporaries != NULL && made->moved != NULL && made->columns != NULL &&
           made->outputs != NULL && made->rest != NULL;
}

struct grid_evaluator *grid_evaluator_new(const struct program *program)
{
    struct grid_evaluator *made = calloc(1, sizeof *made);
    if (made == NULL)
        return NULL;
    made->kernels = program->graph.kernels;
    made->results_count = program->results_count;
    if (split_program(program, &made->split) != STATUS_OK || !allocate(made)) {
        grid_evaluator_free(made);
        return NULL;
    }
    prepare_scalars(made, &program->graph);
    return made;
}

void grid_evaluator_free(struct grid_evaluator *evaluator)
{
    if (evaluator == NULL)
        return;
    split_free(&evaluator->split);
    for (int part = 0; part < PART_MIXED; part++)
        free(evaluator->values[part]);
    free(evaluator->variables);
    free(evaluator->constants);
    free(evaluator->scalars);
    free(evaluator->temporaries);
    free(evaluator->moved);
    free(evaluator->columns);
    free(evaluator->outputs);
    free(evaluator->rest);
    free(evaluator);
}

void grid_evaluator_set_interruption(struct grid_evaluator *evaluator,
                                     struct interruption *interruption)
{
    evaluator->interruption = interruption;
}

/*
 * Decide how large a piece is. A row of pairs takes so little time that reading its columns from
 * beyond the first cache would show; single evaluations gain more from long rows.
 */
static void find_room(struct job *job)
{
    const struct grid_evaluator *evaluator = job->evaluator;
    size_t values = evaluator->split.handed[PART_COLUMNS].count;
    size_t tile = evaluator->kernels->points_tile;
    size_t columns = evaluator->numbers[PART_COLUMNS] / job->lanes;
    if (job->lanes > 1 && values > 1)
        columns = columns / values / tile * tile;
    job->room[PART_COLUMNS] = columns > tile ? columns : tile;
    job->room[PART_ROWS] = evaluator->numbers[PART_ROWS] / job->lanes;
}

/* Where the numbers of a part's value `index` in a lane are. */
static double *numbers_of(const struct job *job, enum part part, size_t index, size_t lane)
{
    const struct grid_evaluator *evaluator = job->evaluator;
    return evaluator->values[part] + index * evaluator->numbers[part] + lane * job->room[part];
}

/* `count` rounded up to whole tiles of points. */
static size_t whole_tiles(const struct grid_evaluator *evaluator, size_t count)
{
    size_t tile = evaluator->kernels->points_tile;
    return (count + tile - 1) / tile * tile;
}

/* Run the tape of a part into evaluator->outputs, over the first `count` moved coordinates. */
static void run_part(const struct job *job, enum part part, size_t count)
{
    struct grid_evaluator *evaluator = job->evaluator;
    const double *moved = evaluator->moved;
    struct kernel_run run = {
        .columns = &moved, .scalars = evaluator->constants,
        .temporaries = evaluator->temporaries, .outputs = evaluator->outputs,
        .end = whole_tiles(evaluator, count)
    };
    tape_run(&evaluator->split.tapes[part], &run, evaluator->kernels->run_points,
             evaluator->kernels->points_tile, 1, evaluator->interruption);
}

/*
 * Compute what is the same on the whole grid. The tape writes a tile of equal numbers for each
 * value, in the values' order, so each may write over all but the first of the one before.
 */
static void compute_scalars(const struct job *job)
{
    struct grid_evaluator *evaluator = job->evaluator;
    size_t given = evaluator->split.given[PART_SCALARS];
    size_t count = evaluator->split.handed[PART_SCALARS].count;
    for (size_t i = 0; i < given; i++)
        if (evaluator->variables[i] != 0)
            evaluator->constants[i] = job->places->fixed[evaluator->variables[i]];
    for (size_t i = given; i < count; i++)
        evaluator->outputs[i - given] = evaluator->constants + i;
    if (count > given)
        run_part(job, PART_SCALARS, 1);
    for (size_t i = 0; i < count; i++)
        for (size_t lane = 0; lane < job->lanes; lane++)
            evaluator->scalars[job->lanes * i + lane] = evaluator->constants[i];
}

/*
 * Set evaluator->moved to `count` coordinates moved by a shift. The last is repeated up to `most`,
 * since another number could take a slow path.
 */
static void move(struct grid_evaluator *evaluator, const double *coordinates, size_t count,
                 size_t most, double by)
{
    double *moved = evaluator->moved;
    memcpy(moved, coordinates, count * sizeof *moved);
    for (size_t i = 0; by != 0 && i < count; i++)
        moved[i] += by;
    for (size_t i = count; i < most; i++)
        moved[i] = moved[count - 1];
}

/* Compute what the columns (or rows) of the piece at hand need, once for each way to be moved. */
static void compute_part(const struct job *job, enum part part)
{
    struct grid_evaluator *evaluator = job->evaluator;
    const double *coordinates = part == PART_COLUMNS ? job->places->x0 : job->places->x1;
    size_t axis = part == PART_COLUMNS ? 0 : 1;
    size_t count = job->count[part];
    size_t given = evaluator->split.given[part];
    size_t handed = evaluator->split.handed[part].count;
    if (handed == 0)
        return;
    for (size_t lane = 0; lane < job->lanes; lane++) {
        if (job->sources[part][lane] != lane)
            continue;
        move(evaluator, coordinates + job->first[part], count, whole_tiles(evaluator, count),
             job->shifts[lane].by[axis]);
        if (given > 0)
            memcpy(numbers_of(job, part, 0, lane), evaluator->moved,
                   whole_tiles(evaluator, count) * sizeof(double));
        for (size_t i = given; i < handed; i++)
            evaluator->outputs[i - given] = numbers_of(job, part, i, lane);
        run_part(job, part, count);
    }
}

/* Tell the mixed tape where its columns are. */
static void point_to_columns(const struct job *job)
{
    struct grid_evaluator *evaluator = job->evaluator;
    for (size_t c = 0; c < evaluator->split.handed[PART_COLUMNS].count; c++)
        for (size_t lane = 0; lane < job->lanes; lane++)
            evaluator->columns[job->lanes * c + lane] =
                numbers_of(job, PART_COLUMNS, c, job->sources[PART_COLUMNS][lane]);
}

/* Set the scalars of the mixed tape that belong to a row of the piece. */
static void set_row(const struct job *job, size_t row)
{
    const struct split *split = &job->evaluator->split;
    double *scalars =
        job->evaluator->scalars + job->lanes * split->handed[PART_SCALARS].count;
    size_t count = split->handed[PART_ROWS].count;
    for (size_t lane = 0; lane < job->lanes; lane++) {
        const double *numbers =
            numbers_of(job, PART_ROWS, 0, job->sources[PART_ROWS][lane]) + row;
        for (size_t i = 0; i < count; i++)
            scalars[job->lanes * i + lane] = numbers[i * job->evaluator->numbers[PART_ROWS]];
    }
}

static void run_mixed(const struct job *job, size_t start, size_t end)
{
    const struct grid_evaluator *evaluator = job->evaluator;
    struct kernel_run run = {
        .columns = evaluator->columns, .scalars = evaluator->scalars,
        .temporaries = evaluator->temporaries, .outputs = evaluator->outputs,
        .divisors = { job->divisors[0], job->divisors[1] },
        .start = start, .end = end
    };
    tape_run(&evaluator->split.tapes[PART_MIXED], &run, job->machine, job->tile, job->lanes,
             evaluator->interruption);
}

/* Compute a row of the piece; what fills no tile goes to `rest` first. */
static void compute_row(const struct job *job, size_t row)
{
    struct grid_evaluator *evaluator = job->evaluator;
    size_t columns = job->count[PART_COLUMNS];
    size_t whole = columns / job->tile * job->tile;
    size_t offset = (job->first[PART_ROWS] + row) * job->places->columns + job->first[PART_COLUMNS];
    set_row(job, row);
    for (size_t k = 0; k < job->results_count; k++)
        evaluator->outputs[k] = job->results[k] == NULL ? NULL : job->results[k] + offset;
    run_mixed(job, 0, whole);
    if (whole == columns)
        return;
    for (size_t k = 0; k < job->results_count; k++)
        evaluator->outputs[k] = evaluator->rest + k * COLUMN_NUMBERS;
    run_mixed(job, whole, whole + job->tile);
    for (size_t k = 0; k < job->results_count; k++)
        if (job->results[k] != NULL)
            memcpy(job->results[k] + offset + whole, evaluator->outputs[k] + whole,
                   (columns - whole) * sizeof(double));
}

/* Find the lanes that are moved alike. */
static void find_sources(struct job *job)
{
    for (size_t lane = 0; lane < job->lanes; lane++) {
        size_t column = 0;
        size_t row = 0;
        while (column < lane && job->shifts[column].by[0] != job->shifts[lane].by[0])
            column++;
        while (row < lane && job->shifts[row].by[1] != job->shifts[lane].by[1])
            row++;
        job->sources[PART_COLUMNS][lane] = column;
        job->sources[PART_ROWS][lane] = row;
    }
}

/* Set the piece along an axis to what begins at `first`. */
static void take_piece(struct job *job, enum part part, size_t first)
{
    size_t count = (part == PART_COLUMNS ? job->places->columns : job->places->rows) - first;
    job->first[part] = first;
    job->count[part] = count < job->room[part] ? count : job->room[part];
    compute_part(job, part);
}

static bool is_stopped(const struct job *job)
{
    return interruption_is_stopped(job->evaluator->interruption);
}

/* Go over the grid piece by piece. */
static void compute_pieces(struct job *job)
{
    find_room(job);
    find_sources(job);
    compute_scalars(job);
    for (size_t x = 0; x < job->places->columns && !is_stopped(job);
         x += job->room[PART_COLUMNS]) {
        take_piece(job, PART_COLUMNS, x);
        point_to_columns(job);
        for (size_t y = 0; y < job->places->rows && !is_stopped(job);
             y += job->room[PART_ROWS]) {
            take_piece(job, PART_ROWS, y);
            for (size_t row = 0; row < job->count[PART_ROWS] && !is_stopped(job); row++)
                compute_row(job, row);
        }
    }
}

/* Compute all, or what stands for nothing if that is stopped. */
static void compute(struct job *job)
{
    compute_pieces(job);
    for (size_t k = 0; k < job->results_count && is_stopped(job); k++)
        for (size_t i = 0; job->results[k] != NULL && i < job->places->columns * job->places->rows;
             i++)
            job->results[k][i] = (double)NAN;
}

void grid_evaluator_run(struct grid_evaluator *evaluator, const struct places *places,
                        const struct shift *shift, double *const *results)
{
    static const double unused[2] = { 1, 1 };
    struct job job = {
        .evaluator = evaluator, .machine = evaluator->kernels->run_points,
        .tile = evaluator->kernels->points_tile, .places = places, .shifts = shift, .lanes = 1,
        .divisors = unused, .results = results, .results_count = evaluator->results_count
    };
    compute(&job);
}

void grid_evaluator_pairs(struct grid_evaluator *evaluator, const struct places *places,
                          const struct shift shifts[PAIR_LANES], const double divisors[2],
                          double *const *differences)
{
    struct job job = {
        .evaluator = evaluator, .machine = evaluator->kernels->run_pairs,
        .tile = evaluator->kernels->pairs_tile, .places = places, .shifts = shifts,
        .lanes = PAIR_LANES, .divisors = divisors, .results = differences, .results_count = 2
    };
    compute(&job);
}
