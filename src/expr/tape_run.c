/* Running a tape so that it can be stopped. */
#include "expr/tape.h"

/* Run a tape of one piece over as many tiles at a time as may be done without a question. */
static bool run_tiles(const struct tape *tape, struct kernel_run *run,
                      void (*machine)(const struct kernel_run *run), size_t tile, size_t lanes,
                      struct interruption *interruption)
{
    size_t most = (INTERRUPTION_WORK / (tape->cost * tile * lanes) + 1) * tile;
    size_t end = run->end;
    while (run->start < end) {
        size_t points = end - run->start < most ? end - run->start : most;
        if (interruption_count(interruption, points * lanes * tape->cost))
            return false;
        run->end = run->start + points;
        machine(run);
        run->start = run->end;
    }
    return true;
}

/* Run the pieces over each tile. */
static bool run_pieces(const struct tape *tape, struct kernel_run *run,
                       void (*machine)(const struct kernel_run *run), size_t tile, size_t lanes,
                       struct interruption *interruption)
{
    size_t cost = tape->cost / tape->pieces_count + 1;
    size_t end = run->end;
    for (; run->start < end; run->start += tile) {
        run->end = run->start + tile;
        for (size_t i = 0; i < tape->pieces_count; i++) {
            if (interruption_count(interruption, tile * lanes * cost))
                return false;
            run->steps = tape->steps + tape->pieces[i];
            machine(run);
        }
    }
    return true;
}

bool tape_run(const struct tape *tape, const struct kernel_run *run,
              void (*machine)(const struct kernel_run *run), size_t tile, size_t lanes,
              struct interruption *interruption)
{
    struct kernel_run part = *run;
    part.steps = tape->steps;
    if (tape->pieces_count > 1)
        return run_pieces(tape, &part, machine, tile, lanes, interruption);
    if (interruption != NULL)
        return run_tiles(tape, &part, machine, tile, lanes, interruption);
    machine(&part);
    return true;
}
