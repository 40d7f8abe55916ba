/* A gradient that is held against the field's function, for colours to show. */
#include "session/checking.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/size.h"
#include "base/text.h"
#include "source/gradient_formula.h"

enum {
    SAMPLES_AT_ONCE = 128,
    WORDS_DIGITS = 3, /* significant digits of numbers in words */
    DIGITS_MOST = 17, /* and of those that differ by little */
    PART_SIZE = 64    /* bytes of which components disagree */
};

static const double MOST_WRONG = 2; /* what a reversed gradient has, and one that is no number */

/* A component that disagrees. */
struct wrong {
    double wrongness; /* of the sample; -1 while there is none */
    double place[AXES];
    double given;
    double numerical;
};

/* What was found at samples. */
struct tally {
    size_t found[AGREEMENT_COUNT];
    size_t wrong[AXES]; /* samples at which this component disagrees */
    struct wrong worst;
};

static const struct tally NOTHING_FOUND = { .worst = { .wrongness = -1 } };

struct checking {
    size_t holders; /* how many have to let go of it */
    struct text text;
    struct gradient_formula *gradient;
    struct checker *checker;
    struct tally tally; /* of the samples in sight */
    double *numbers;  /* the memory of the columns */
    double **columns; /* of the samples in hand, one for each variable */
    double given[AXES][SAMPLES_AT_ONCE];
    struct checked checked[AXES][SAMPLES_AT_ONCE];
};

/* Get the memory for n variables, of which those that stand still are filled in. */
static bool allocate(struct checking *made, size_t n, const double *fixed)
{
    made->numbers = array_resize(NULL, n, SAMPLES_AT_ONCE * sizeof *made->numbers);
    made->columns = array_resize(NULL, n, sizeof *made->columns);
    if (made->numbers == NULL || made->columns == NULL || made->checker == NULL)
        return false;
    for (size_t k = 0; k < n; k++) {
        made->columns[k] = made->numbers + k * SAMPLES_AT_ONCE;
        for (size_t i = 0; i < SAMPLES_AT_ONCE; i++)
            made->columns[k][i] = fixed[k];
    }
    return true;
}

enum status checking_new(const struct source_text *text, const struct subject *subject,
                         const struct parameters *parameters, struct checking **checking,
                         struct failure *failure)
{
    const struct fn *fn = formula_function_fn(subject->function);
    struct checking *made = calloc(1, sizeof *made);
    if (made == NULL)
        return failure_memory(failure);
    made->holders = 1;
    made->tally = NOTHING_FOUND;
    text_append_bytes(&made->text, text->bytes, text->length);
    enum status status = gradient_formula_new(text, parameters, &made->gradient, failure);
    if (status == STATUS_OK)
        status = gradient_formula_prepare(made->gradient, fn->n, failure);
    if (status == STATUS_OK) {
        made->checker = checker_new(fn);
        if (!allocate(made, fn->n, subject->fixed) || made->text.failed)
            status = failure_memory(failure);
    }
    if (status == STATUS_OK)
        *checking = made;
    else
        checking_free(made);
    return status;
}

void checking_hold(struct checking *checking)
{
    if (checking != NULL)
        checking->holders++;
}

const char *checking_text(const struct checking *checking)
{
    return text_string(&checking->text);
}

void checking_free(struct checking *checking)
{
    if (checking == NULL || --checking->holders > 0)
        return;
    text_free(&checking->text);
    gradient_formula_free(checking->gradient);
    checker_free(checking->checker);
    free(checking->numbers);
    free(checking->columns);
    free(checking);
}

/* How wrong the gradient of a sample in hand is. */
static double wrongness(const struct checking *checking, size_t i)
{
    double difference = 0;
    double size = 0;
    double given = 0;
    for (size_t a = 0; a < AXES; a++) {
        const struct slope *numerical = &checking->checked[a][i].numerical;
        /* A component that differences do not know says nothing. */
        if (isnan(numerical->value))
            continue;
        difference = hypot(difference, checking->given[a][i] - numerical->value);
        size = hypot(size, numerical->value);
        given = hypot(given, checking->given[a][i]);
    }
    double relative = difference / fmax(size, given);
    return isfinite(given) && relative < MOST_WRONG ? relative : MOST_WRONG;
}

/* How far a component of a sample in hand is off; without end where what was given is no number. */
static double distance(const struct checking *checking, size_t axis, size_t i)
{
    double given = checking->given[axis][i];
    return isfinite(given) ? checked_difference(&checking->checked[axis][i], given) : HUGE_VAL;
}

/* The component that disagrees most at a sample in hand, at which one does. */
static size_t worst_axis(const struct checking *checking, size_t i)
{
    if (checking->checked[0][i].agreement != AGREEMENT_disagree)
        return 1;
    bool both = checking->checked[1][i].agreement == AGREEMENT_disagree;
    return both && distance(checking, 1, i) > distance(checking, 0, i) ? 1 : 0;
}

/* Count a sample in hand that is wrong, and keep it if none was worse: of equals the longer. */
static void count_wrong(const struct checking *checking, const struct sample *sample, size_t i,
                        struct tally *tally)
{
    size_t axis = worst_axis(checking, i);
    struct wrong wrong = { .wrongness = wrongness(checking, i),
                           .place = { sample->place[0], sample->place[1] },
                           .given = checking->given[axis][i],
                           .numerical = checking->checked[axis][i].numerical.value };
    struct wrong *worst = &tally->worst;
    bool longer = fabs(wrong.given - wrong.numerical) > fabs(worst->given - worst->numerical);
    for (size_t a = 0; a < AXES; a++)
        tally->wrong[a] += checking->checked[a][i].agreement == AGREEMENT_disagree;
    if (wrong.wrongness > worst->wrongness || (wrong.wrongness == worst->wrongness && longer))
        *worst = wrong;
}

/* Count a sample in hand, and return its number. */
static double take(const struct checking *checking, const struct sample *sample, size_t i,
                   struct tally *tally)
{
    static const double numbers[] = { [AGREEMENT_agree] = 0, [AGREEMENT_unresolved] = NAN };
    enum agreement first = checking->checked[0][i].agreement;
    enum agreement second = checking->checked[1][i].agreement;
    enum agreement both = first == AGREEMENT_agree ? second : first;
    if (second == AGREEMENT_disagree)
        both = second;
    tally->found[both]++;
    if (both != AGREEMENT_disagree)
        return numbers[both];
    count_wrong(checking, sample, i, tally);
    return wrongness(checking, i);
}

/* Check `count` samples of a row, from `first` on, and add what is found. */
static void check_samples(struct checking *checking, struct field *field, size_t row, size_t first,
                          size_t count, struct tally *tally)
{
    const double *const *x = (const double *const *)checking->columns;
    for (size_t i = 0; i < count; i++) {
        struct sample sample = field_sample(field, first + i, row);
        for (size_t a = 0; a < AXES; a++)
            checking->columns[a][i] = sample.place[a];
    }
    for (size_t a = 0; a < AXES; a++) {
        gradient_formula_evaluate(checking->gradient, a, count, x, checking->given[a]);
        checker_check(checking->checker, a, count, x, checking->given[a], 0,
                      checking->checked[a]);
    }
    for (size_t i = 0; i < count; i++) {
        struct sample sample = field_sample(field, first + i, row);
        field_set_check(field, first + i, row, take(checking, &sample, i, tally));
    }
}

void checking_set_interruption(struct checking *checking, struct interruption *interruption)
{
    gradient_formula_set_interruption(checking->gradient, interruption);
}

void checking_compute_rows(struct checking *checking, struct field *field, size_t first_row,
                           size_t rows)
{
    size_t columns = field_columns(field);
    struct tally tally = first_row > 0 ? checking->tally : NOTHING_FOUND;
    struct tally before = tally;
    for (size_t row = first_row; row < first_row + rows; row++)
        for (size_t first = 0; first < columns; first += SAMPLES_AT_ONCE) {
            size_t left = columns - first;
            check_samples(checking, field, row, first,
                          left < SAMPLES_AT_ONCE ? left : SAMPLES_AT_ONCE, &tally);
        }
    checking->tally = gradient_formula_is_stopped(checking->gradient) ? before : tally;
}

void checking_compute_sample(struct checking *checking, struct field *field)
{
    struct tally tally = NOTHING_FOUND;
    check_samples(checking, field, 0, 0, 1, &tally);
}

/* Tell which components disagree, where some do. */
static void tell_components(const struct tally *tally, char part[PART_SIZE])
{
    if (tally->wrong[0] > 0 && tally->wrong[1] > 0)
        snprintf(part, PART_SIZE, "%zu in g0, %zu in g1", tally->wrong[0], tally->wrong[1]);
    else
        snprintf(part, PART_SIZE, "all in g%d", tally->wrong[0] > 0 ? 0 : 1);
}

/* Write what was given and what is, with as many digits as tell them apart. */
static void write_both(const struct wrong *worst, char given[NUMBER_SIZE],
                       char numerical[NUMBER_SIZE])
{
    int digits = WORDS_DIGITS;
    do {
        number_short(worst->given, digits, given);
        number_short(worst->numerical, digits, numerical);
    } while (strcmp(given, numerical) == 0 && digits++ < DIGITS_MOST);
}

/* Append where most is wrong, and by how much. */
static void tell_worst(const struct wrong *worst, char words[CHECKING_WORDS])
{
    char place[AXES][NUMBER_SIZE];
    char given[NUMBER_SIZE];
    char numerical[NUMBER_SIZE];
    size_t length = strlen(words);
    for (int axis = 0; axis < AXES; axis++)
        number_short(worst->place[axis], WORDS_DIGITS, place[axis]);
    write_both(worst, given, numerical);
    snprintf(words + length, CHECKING_WORDS - length,
             "; worst at x0=%s x1=%s: given %s, not %s", place[0], place[1], given, numerical);
}

void checking_describe(const struct checking *checking, char words[CHECKING_WORDS])
{
    const struct tally *tally = &checking->tally;
    size_t wrong = tally->found[AGREEMENT_disagree];
    size_t unresolved = tally->found[AGREEMENT_unresolved];
    size_t samples = tally->found[AGREEMENT_agree] + wrong + unresolved;
    char part[PART_SIZE];
    if (wrong == 0) {
        snprintf(words, CHECKING_WORDS, "0 of %zu samples disagree, %zu are unresolved", samples,
                 unresolved);
        return;
    }
    tell_components(tally, part);
    int length = snprintf(words, CHECKING_WORDS, "%zu of %zu disagree, %s", wrong, samples, part);
    if (unresolved > 0)
        snprintf(words + length, CHECKING_WORDS - (size_t)length, ", %zu unresolved", unresolved);
    tell_worst(&tally->worst, words);
}
