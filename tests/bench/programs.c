/* The whole program, from exec to its last byte, against others that draw. */
#include "bench.h"

#include <math.h>
#include <stdio.h>
#include <unistd.h>

#include "process.h"
#include "targets.h"

enum { TABLE_SIZE = 8192, SEED_ROUNDS_MOST = 5, ARGUMENTS_MOST = 8, NO_DRAWING = 3 };

static const char waves_in_gnuplot[] =
    "set term dumb 80 24; set samples 37; set isosamples 17; set xrange [-4:4];"
    "set yrange [-4:4]; f(x,y) = sin(x*y)*exp(-(x**2+y**2)/8); h = 1e-4;"
    "plot '++' using 1:2:(-(f($1+h,$2)-f($1-h,$2))/(20*h)):"
    "(-(f($1,$2+h)-f($1,$2-h))/(20*h)) with vectors notitle";

/* A program that prints a picture, and the times of its runs. */
struct drawer {
    const char *name; /* as in targets.def; of what it is too */
    const char *arguments[ARGUMENTS_MOST];
    size_t rounds_most;
    double times[ROUNDS_MOST]; /* NaN when it is not installed or printed nothing */
    bool drawn;
};

/* Run it, its standard input empty. NaN in place of seconds when it cannot. */
static double drawer_seconds(struct drawer *drawer)
{
    struct process_cost cost;
    FILE *nothing = fopen("/dev/null", "r");
    if (nothing == NULL)
        return (double)NAN;
    bool ran = process_run(drawer->arguments, fileno(nothing), &cost);
    fclose(nothing);
    drawer->drawn = ran && cost.status == 0 && cost.printed > 0;
    return drawer->drawn || (ran && cost.status == NO_DRAWING) ? cost.seconds : (double)NAN;
}

static void print_drawer(struct bench *bench, const struct drawer *ours,
                         const struct drawer *drawer, size_t rounds)
{
    double seconds = median(drawer->times, rounds);
    printf("  %-18s", drawer->name);
    if (isnan(seconds)) {
        printf("%12s\n", "not here");
        return;
    }
    printf("%12.3g", 1e3 * seconds);
    if (drawer != ours) {
        struct ratio ratio = ratio_of(drawer->times, ours->times, rounds);
        bench_print_ratio(bench, ratio.median, ratio.least,
                          drawer->drawn ? target_of(drawer->name, "frame", bench->sets[0]) : 0);
    }
    printf("%s\n", drawer->drawn ? "" : "computed, not drawn: no matplotlib");
}

bool bench_frame(struct bench *bench, struct failure *failure)
{
    const char *text = function_text(FUNCTION_F5);
    struct drawer drawers[] = {
        { .name = "steepest", .rounds_most = ROUNDS_MOST,
          .arguments = { bench->program, "--print", "--size=80x24", "--x0=-4:4", "--x1=-4:4",
                         "--", text } },
        { .name = "gnuplot", .rounds_most = ROUNDS_MOST,
          .arguments = { "gnuplot", "-e", waves_in_gnuplot } },
        { .name = "echo: the least", .rounds_most = ROUNDS_MOST, .arguments = { "echo" } },
        { .name = "the seed's script", .rounds_most = SEED_ROUNDS_MOST,
          .arguments = { bench->python_program, bench->script, "picture" } },
    };
    size_t count = sizeof drawers / sizeof *drawers;
    (void)failure;
    for (size_t round = 0; round < bench->rounds; round++) {
        for (size_t i = 0; i < count; i++) {
            if (round < drawers[i].rounds_most)
                drawers[i].times[round] = drawer_seconds(&drawers[i]);
        }
    }
    printf("from exec to the printed picture of arrows; %zu rounds, of the seed's script at most\n"
           "%d: median (least)\n  %-18s%12s  steepest is faster by\n", bench->rounds,
           SEED_ROUNDS_MOST, "", "milliseconds");
    for (size_t i = 0; i < count; i++) {
        size_t most = drawers[i].rounds_most;
        print_drawer(bench, &drawers[0], &drawers[i], most < bench->rounds ? most
                                                                          : bench->rounds);
    }
    return true;
}

bool bench_table(struct bench *bench, struct failure *failure)
{
    char grid[32];
    struct process_cost cost;
    snprintf(grid, sizeof grid, "--grid=%dx%d", TABLE_SIZE, TABLE_SIZE);
    const char *const arguments[] = { bench->program, "--table=npy", grid, "--output=/dev/null",
                                      "--", function_text(FUNCTION_F5), NULL };
    if (!process_run(arguments, STDIN_FILENO, &cost) || cost.status != 0) {
        failure_set(failure, STATUS_FAILED, bench->program, "cannot write a table");
        return false;
    }
    double points = (double)TABLE_SIZE * TABLE_SIZE;
    printf("a table as npy to /dev/null, F5, %d x %d, its five default columns; one run\n"
           "  %.3g s, %.4g Mpoints/s, %.4g MiB at most\n", TABLE_SIZE, TABLE_SIZE, cost.seconds,
           points / cost.seconds / 1e6, (double)cost.peak_kib / 1024);
    return true;
}

/* Write `points` lines of `variables` numbers each; false when that fails. */
static bool write_points(FILE *file, size_t points, size_t variables)
{
    for (size_t i = 0; i < points; i++) {
        for (size_t k = 0; k < variables; k++)
            fprintf(file, "%s%.6f", k == 0 ? "" : " ", (double)(i % 997 + k) / 1e3 - 0.5);
        fputc('\n', file);
    }
    return fflush(file) == 0 && !ferror(file);
}

static bool filter_points(const struct bench *bench, FILE *file, size_t points, size_t variables)
{
    const char *const arguments[] = { bench->program, "--gradient", "sum(x**2)", NULL };
    size_t rounds = bench_few(bench);
    double times[ROUNDS_MOST];
    if (!write_points(file, points, variables))
        return false;
    for (size_t round = 0; round < rounds; round++) {
        struct process_cost cost;
        rewind(file);
        if (!process_run(arguments, fileno(file), &cost) || cost.status != 0)
            return false;
        times[round] = cost.seconds;
    }
    double speed = (double)points / median(times, rounds);
    printf("  %4zu variables %12.4g points/s %12.4g numbers/s\n", variables, speed,
           speed * (double)variables);
    return true;
}

bool bench_points(struct bench *bench, struct failure *failure)
{
    static const size_t cases[][2] = { { 400000, 2 }, { 80000, 10 }, { 400, 1000 } };
    printf("the filter, steepest -g 'sum(x**2)', %zu rounds\n", bench_few(bench));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        FILE *file = tmpfile();
        bool done = file != NULL && filter_points(bench, file, cases[i][0], cases[i][1]);
        if (file != NULL)
            fclose(file);
        if (!done) {
            failure_set(failure, STATUS_FAILED, bench->program, "cannot filter points");
            return false;
        }
    }
    return true;
}
