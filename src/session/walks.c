/* Walks downhill in the plane that is shown. */
#include "session/walks.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "grad/plane_fn.h"

enum {
    DIGITS = 4,      /* of numbers in words */
    TURN_STEPS = 256, /* that a walk takes before the next has its turn */
    STEP_WORK = 512  /* what a step costs besides the function's values, in units of work */
};

/* A walk, and what it was made of. All zero there is none. */
struct walk {
    struct subject *subject; /* held; NULL where there is no walk */
    struct difference difference;
    struct walk_wish wish;
    struct plane_fn plane;
    struct descent *descent; /* NULL once it cannot go on */
    bool ended;              /* no step is to be taken with this wish */
    struct failure failure;  /* STATUS_OK unless it cannot be made */
    char reason[WALK_TEXT_SIZE];
    char standing[WALK_TEXT_SIZE];
    struct walk_outcome outcome;
};

struct walks {
    struct walk walks[WALKS_MOST];
    struct trail trails[WALKS_MOST];
    size_t turn; /* how many there were: whose is the next, wherever the one before was cut short */
};

struct walk_manner walk_manner_default(void)
{
    return (struct walk_manner){ .optimizer = optimizer_at(0), .steps = DESCENT_STEPS };
}

bool walk_manner_is_same(const struct walk_manner *a, const struct walk_manner *b)
{
    return a->optimizer == b->optimizer && a->learning_rate == b->learning_rate &&
           a->steps == b->steps;
}

/* The learning rate in force. */
static double rate_of(const struct walk_manner *manner)
{
    return manner->learning_rate == 0 ? manner->optimizer->learning_rate : manner->learning_rate;
}

bool walk_wish_is_continued(const struct walk_wish *wish, const struct walk_wish *other)
{
    return wish->start[0] == other->start[0] && wish->start[1] == other->start[1] &&
           wish->manner.optimizer == other->manner.optimizer &&
           rate_of(&wish->manner) == rate_of(&other->manner);
}

bool walk_wish_is_same(const struct walk_wish *a, const struct walk_wish *b)
{
    return walk_wish_is_continued(a, b) && a->manner.steps == b->manner.steps;
}

struct descent_wish walk_manner_descent(const struct walk_manner *manner,
                                        const struct difference *difference)
{
    struct descent_wish wish = descent_default();
    wish.optimizer = manner->optimizer;
    wish.difference = *difference;
    wish.learning_rate = rate_of(manner);
    wish.steps = manner->steps;
    return wish;
}

void walk_manner_describe(const struct walk_manner *manner, char text[WALK_TEXT_SIZE])
{
    char number[NUMBER_SIZE];
    const struct difference any = difference_default();
    snprintf(text, WALK_TEXT_SIZE, "%s lr %s", manner->optimizer->name,
             number_short(walk_manner_descent(manner, &any).learning_rate, DIGITS, number));
}

struct walks *walks_new(void)
{
    return calloc(1, sizeof(struct walks));
}

/* Free what only the walking needs: the walk has come to its end. */
static void stop(struct walk *walk)
{
    descent_free(walk->descent);
    plane_fn_release(&walk->plane);
    walk->descent = NULL;
    walk->ended = true;
    walk->plane = (struct plane_fn){ .whole = NULL };
}

static void forget(struct walks *walks, size_t index)
{
    struct walk *walk = &walks->walks[index];
    stop(walk);
    subject_free(walk->subject);
    walk->subject = NULL;
    walk->failure = (struct failure){ .status = STATUS_OK };
    walk->reason[0] = '\0';
    walk->standing[0] = '\0';
    walk->outcome = (struct walk_outcome){ .reason = STOP_none, .value = (double)NAN };
    trail_release(&walks->trails[index]);
}

void walks_free(struct walks *walks)
{
    for (size_t i = 0; walks != NULL && i < WALKS_MOST; i++)
        forget(walks, i);
    free(walks);
}

/* Give the subject's function what the walk needs of it. */
static enum status differentiate(const struct walk *walk, struct failure *failure)
{
    bool exact = scheme_is_exact(walk->difference.scheme);
    enum status status = STATUS_OK;
    if (exact)
        status = subject_differentiate(walk->subject, failure);
    if (status == STATUS_OK && exact && optimizer_needs_hessian(walk->wish.manner.optimizer))
        status = subject_curve(walk->subject, failure);
    return status;
}

/* Note in the trail what is known of f where the walk stands. */
static void note(const struct walk *walk, struct trail *trail)
{
    trail_note(trail, &(struct trail_note){ .value = descent_value(walk->descent),
                                            .magnitude = descent_magnitude(walk->descent) });
}

/*
 * Put the walk at its start, if it can be made. STATUS_FAILED when memory is short, and when the
 * function is stopped.
 */
static enum status begin(struct walk *walk, struct trail *trail)
{
    struct descent_wish wish = walk_manner_descent(&walk->wish.manner, &walk->difference);
    struct failure failure = { .status = STATUS_OK };
    enum status status = differentiate(walk, &failure);
    walk->ended = true;
    walk->failure = failure;
    snprintf(walk->standing, WALK_TEXT_SIZE, "%s", failure.message);
    if (status != STATUS_OK)
        return status == STATUS_USAGE ? STATUS_OK : status;
    if (!plane_fn_make(&walk->plane, formula_function_fn(walk->subject->function),
                       walk->subject->fixed))
        return STATUS_FAILED;
    walk->descent = descent_new(&walk->plane.fn, &wish);
    if (walk->descent == NULL)
        return STATUS_FAILED;
    descent_start(walk->descent, walk->wish.start);
    if (fn_is_stopped(&walk->plane.fn)) {
        stop(walk);
        return STATUS_FAILED;
    }
    if (trail_begin(trail, walk->wish.start) != STATUS_OK)
        return STATUS_FAILED;
    note(walk, trail);
    walk->ended = false;
    return STATUS_OK;
}

/* Note where the walk stands. */
static void note_outcome(struct walk *walk)
{
    struct walk_outcome *outcome = &walk->outcome;
    outcome->reason = descent_reason(walk->descent);
    outcome->steps = descent_steps(walk->descent);
    outcome->value = descent_value(walk->descent);
    memcpy(outcome->place, descent_place(walk->descent), sizeof outcome->place);
    outcome->words[0] = '\0';
    if (outcome->reason == STOP_none)
        return;
    descent_explain(walk->descent, outcome->words);
    size_t used = strlen(outcome->words);
    bool flat = outcome->reason == STOP_converged || outcome->reason == STOP_stuck;
    if (flat && outcome->steps == 0)
        snprintf(outcome->words + used, sizeof outcome->words - used, ", move the probe");
}

/* Note what became of the walk, as far as it has come. */
static void describe(struct walk *walk)
{
    char manner[WALK_TEXT_SIZE];
    char value[NUMBER_SIZE];
    char magnitude[NUMBER_SIZE];
    char words[DESCENT_TEXT_SIZE];
    size_t steps = descent_steps(walk->descent);
    walk_manner_describe(&walk->wish.manner, manner);
    note_outcome(walk);
    memcpy(words, walk->outcome.words, sizeof words);
    if (words[0] != '\0')
        snprintf(walk->reason, WALK_TEXT_SIZE, "%.*s: %s", WALK_TEXT_SIZE - DESCENT_TEXT_SIZE - 2,
                 manner, words);
    snprintf(walk->standing, WALK_TEXT_SIZE, "%.*s, %zu step%s: f %s, |grad f| %s, %s",
             WALK_TEXT_SIZE / 2, manner, steps, steps == 1 ? "" : "s",
             number_short(descent_value(walk->descent), DIGITS, value),
             number_short(descent_magnitude(walk->descent), DIGITS, magnitude),
             stop_word(descent_reason(walk->descent)));
}

static bool is_due(const struct interruption *interruption)
{
    return interruption->stopped || interruption->paused;
}

/*
 * Walk on from where it stands for a turn, unless it has ended. STATUS_FAILED when memory is short,
 * and when the interruption is due before the end.
 */
static enum status go_on(struct walk *walk, struct trail *trail, struct interruption *interruption)
{
    if (walk->ended)
        return STATUS_OK;
    for (int i = 0; i < TURN_STEPS && !is_due(interruption) && descent_step(walk->descent); i++) {
        if (trail_step(trail, descent_place(walk->descent)) != STATUS_OK)
            return STATUS_FAILED;
        note(walk, trail);
        interruption_count(interruption, STEP_WORK);
    }
    describe(walk);
    walk->ended = descent_reason(walk->descent) != STOP_none;
    if (!walk->ended)
        return is_due(interruption) ? STATUS_FAILED : STATUS_OK;
    /* What only its limit has ended goes on when another step is wished for. */
    if (descent_is_at_limit(walk->descent))
        return STATUS_OK;
    bool converged = descent_reason(walk->descent) == STOP_converged;
    trail->end = converged ? TRAIL_ARRIVED : TRAIL_ENDED;
    stop(walk);
    return STATUS_OK;
}

/* Whether the walk is of that, whatever steps are wished for. */
static bool is_of(const struct walk *walk, const struct subject *subject,
                  const struct difference *difference, const struct walk_wish *wish)
{
    return walk->subject == subject && difference_is_same(&walk->difference, difference) &&
           walk_wish_is_continued(&walk->wish, wish);
}

/*
 * Let a walk take another number of steps at most, if those that it has taken are among them;
 * whether they are.
 */
static bool change_limit(struct walk *walk, const struct trail *trail, size_t steps)
{
    if (steps == walk->wish.manner.steps)
        return true;
    if (trail->steps > steps)
        return false;
    walk->wish.manner.steps = steps;
    if (walk->descent == NULL)
        return true;
    descent_set_limit(walk->descent, steps);
    walk->ended = false;
    walk->reason[0] = '\0';
    walk->standing[0] = '\0';
    return true;
}

static enum status make(struct walks *walks, size_t index, struct subject *subject,
                        const struct difference *difference, const struct walk_wish *wish)
{
    struct walk *walk = &walks->walks[index];
    subject_hold(subject);
    walk->subject = subject;
    walk->difference = *difference;
    walk->wish = *wish;
    return begin(walk, &walks->trails[index]);
}

void walks_keep(struct walks *walks, const struct subject *subject,
                const struct difference *difference, const struct walk_wish *wishes, size_t count)
{
    for (size_t i = 0; i < WALKS_MOST; i++) {
        struct walk *walk = &walks->walks[i];
        if (i >= count || !is_of(walk, subject, difference, &wishes[i]) ||
            !change_limit(walk, &walks->trails[i], wishes[i].manner.steps))
            forget(walks, i);
    }
}

enum status walks_update(struct walks *walks, struct subject *subject,
                         const struct difference *difference, const struct walk_wish *wishes,
                         size_t count, struct interruption *interruption)
{
    enum status status = STATUS_OK;
    size_t ended = 0; /* walks in a row */
    walks_keep(walks, subject, difference, wishes, count);
    while (ended < count && status == STATUS_OK) {
        size_t i = walks->turn++ % count;
        if (walks->walks[i].subject == NULL)
            status = make(walks, i, subject, difference, &wishes[i]);
        if (status == STATUS_OK)
            status = go_on(&walks->walks[i], &walks->trails[i], interruption);
        if (status != STATUS_OK && (walks->walks[i].descent == NULL || !is_due(interruption)))
            forget(walks, i);
        ended = walks->walks[i].ended ? ended + 1 : 0;
    }
    return status;
}

double walks_progress(const struct walks *walks, size_t count)
{
    double done = 0;
    for (size_t i = 0; i < count; i++) {
        const struct walk *walk = &walks->walks[i];
        if (walk->subject != NULL && walk->ended)
            done++;
        else if (walk->subject != NULL)
            done += (double)descent_steps(walk->descent) / (double)walk->wish.manner.steps;
    }
    return count == 0 ? 1 : done / (double)count;
}

const struct trail *walks_trails(const struct walks *walks)
{
    return walks->trails;
}

const struct failure *walks_failure(const struct walks *walks, size_t index)
{
    const struct failure *failure = &walks->walks[index].failure;
    return failure->status == STATUS_OK ? NULL : failure;
}

const char *walks_reason(const struct walks *walks, size_t index)
{
    return walks->walks[index].reason;
}

bool walks_has_ended(const struct walks *walks, size_t index)
{
    const struct walk *walk = &walks->walks[index];
    return walk->subject != NULL && walk->ended;
}

bool walks_may_go_on(const struct walks *walks, size_t index)
{
    const struct walk *walk = &walks->walks[index];
    return walk->descent != NULL || walk->subject == NULL;
}

void walks_describe_step(const struct walks *walks, size_t index, size_t steps,
                         char text[WALK_TEXT_SIZE])
{
    char manner[WALK_TEXT_SIZE];
    char value[NUMBER_SIZE];
    char magnitude[NUMBER_SIZE];
    const struct walk *walk = &walks->walks[index];
    struct trail trail = trail_beginning(&walks->trails[index], steps);
    walk_manner_describe(&walk->wish.manner, manner);
    snprintf(text, WALK_TEXT_SIZE, "step %zu: f %s, |grad f| %s, %.*s", trail.steps,
             number_short(trail.last_note.value, DIGITS, value),
             number_short(trail.last_note.magnitude, DIGITS, magnitude), WALK_TEXT_SIZE / 2,
             manner);
}

const char *walks_standing(const struct walks *walks, size_t index)
{
    return walks->walks[index].standing;
}

const struct walk_outcome *walks_outcome(const struct walks *walks, size_t index)
{
    return &walks->walks[index].outcome;
}
