/* A gradient that is held against the field's function, for colours to show. */
#include "session/checking.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/size.h"
#include "base/text.h"
#include "source/gradient_formula.h"

enum { SAMPLES_AT_ONCE = 128 };

static const double MOST_WRONG = 2; /* what a reversed gradient has, and one that is no number */

struct checking {
    size_t holders; /* how many have to let go of it */
    struct text text;
    struct gradient_formula *gradient;
    struct checker *checker;
    size_t found[AGREEMENT_COUNT];
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

/* Count a sample in hand, and return its number. */
static double take(struct checking *checking, size_t i)
{
    static const double numbers[] = { [AGREEMENT_agree] = 0, [AGREEMENT_unresolved] = NAN };
    enum agreement first = checking->checked[0][i].agreement;
    enum agreement second = checking->checked[1][i].agreement;
    enum agreement both = first == AGREEMENT_agree ? second : first;
    if (second == AGREEMENT_disagree)
        both = second;
    checking->found[both]++;
    return both == AGREEMENT_disagree ? wrongness(checking, i) : numbers[both];
}

/* Check `count` samples of a row, from `first` on. */
static void check_samples(struct checking *checking, struct field *field, size_t row, size_t first,
                          size_t count)
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
    for (size_t i = 0; i < count; i++)
        field_set_check(field, first + i, row, take(checking, i));
}

void checking_set_interruption(struct checking *checking, struct interruption *interruption)
{
    gradient_formula_set_interruption(checking->gradient, interruption);
}

void checking_compute_rows(struct checking *checking, struct field *field, size_t first_row,
                           size_t rows)
{
    size_t columns = field_columns(field);
    size_t found[AGREEMENT_COUNT] = { 0 };
    if (first_row > 0)
        memcpy(found, checking->found, sizeof found);
    memcpy(checking->found, found, sizeof found);
    for (size_t row = first_row; row < first_row + rows; row++)
        for (size_t first = 0; first < columns; first += SAMPLES_AT_ONCE) {
            size_t left = columns - first;
            check_samples(checking, field, row, first,
                          left < SAMPLES_AT_ONCE ? left : SAMPLES_AT_ONCE);
        }
    if (gradient_formula_is_stopped(checking->gradient))
        memcpy(checking->found, found, sizeof found);
}

size_t checking_found(const struct checking *checking, enum agreement agreement)
{
    return checking->found[agreement];
}
