/* Long computations ask now and then whether they are to stop. */
#ifndef STEEPEST_BASE_INTERRUPTION_H
#define STEEPEST_BASE_INTERRUPTION_H

#include <stdbool.h>
#include <stddef.h>

enum {
    /* Units of work after which it is asked at the latest; one costs a nanosecond at most where
     * functions are not of the slowest. */
    INTERRUPTION_WORK = 1 << 17
};

enum interruption_answer {
    INTERRUPTION_GO_ON,
    INTERRUPTION_PAUSE, /* stop where nothing is lost by it */
    INTERRUPTION_STOP   /* stop at once: what is being computed will not be used */
};

/* Tells whether a computation is to stop. It is asked often. */
typedef enum interruption_answer interruption_asker(void *context);

/*
 * Who is asked, and what was said. All zero nobody is asked. Who computes counts the work; once it
 * is stopped, what he stores means nothing, and all that counts with it hurries to the end.
 */
struct interruption {
    interruption_asker *ask; /* NULL: nobody */
    void *context;
    size_t work; /* counted since it was last asked */
    bool paused;
    bool stopped;
};

/* Begin a computation that asks `ask`, or nobody if that is NULL. */
void interruption_begin(struct interruption *interruption, interruption_asker *ask, void *context);

/* Ask now, unless it is stopped already. Whether it is stopped. */
bool interruption_ask(struct interruption *interruption);

/*
 * Count `work` units that are to be done next, and ask before it is too many. Whether it is
 * stopped; false where there is no interruption.
 */
static inline bool interruption_count(struct interruption *interruption, size_t work)
{
    if (interruption == NULL)
        return false;
    interruption->work += work;
    if (interruption->work <= INTERRUPTION_WORK)
        return interruption->stopped;
    interruption->work = work;
    return interruption_ask(interruption);
}

static inline bool interruption_is_stopped(const struct interruption *interruption)
{
    return interruption != NULL && interruption->stopped;
}

#endif
