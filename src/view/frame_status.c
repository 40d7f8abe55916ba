/* The status row of a frame: what is known at the probe. */
#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "view/frame_parts.h"
#include "view/quantity.h"

enum {
    FIELDS_MOST = 9,
    FIELD_SIZE = 3 * NUMBER_SIZE, /* bytes of a field: its label and two numbers */
    VERDICT_WIDTH = 2,            /* columns of the usual one */
    VERDICT_LONGEST = 10,         /* and of the longest */
    COLORED_WIDTH = 24,           /* and of what colours show */
    JUDGED_DIGITS = 3,            /* significant digits of h and of what is estimated, at most */
    ERROR_DIGITS = 2,             /* and of the error */
    PLACE_DIGITS_MOST = 17        /* significant digits that tell any double from the next */
};

/* Columns that fields begin at where there is room, so that numbers stay put when others change. */
enum start {
    START_X0 = 0,
    START_X1 = 11,
    START_VALUE = 22,
    START_GRADIENT = 35,
    START_MAGNITUDE = 61,
    START_VERDICT = 75,
    START_STEP = 75, /* where there is room for these two, the verdict stands behind them */
    START_ERROR = 88,
    START_VERDICT_LAST = 102,
    START_COLORED_LAST = 114 /* where there is room for all: the number that colours show */
};

/* The fields of a row, from the left. */
struct status_row {
    const struct style *style;
    int gap; /* least number of blanks between fields */
    struct {
        int start;
        char text[FIELD_SIZE];
    } fields[FIELDS_MOST];
    int count;
};

enum { MARK_SIZE = 32 }; /* bytes of the mark of progress */

/* How a row is written, from roomy to terse. */
struct form {
    bool both;   /* the slope's length and the number that colours show */
    bool judged; /* h and the error */
    bool magnitude;
    bool names; /* "x0 1" and not "1" */
    int digits;
    bool exact; /* a place has the digits that tell it from the next sample's, if that takes more */
};

static char *next_field(struct status_row *row, int start)
{
    row->fields[row->count].start = start;
    return row->fields[row->count++].text;
}

static void add_number(struct status_row *row, int start, const char *name, double value,
                       int digits)
{
    char number[NUMBER_SIZE];
    snprintf(next_field(row, start), FIELD_SIZE, "%s %s", name,
             number_short(value, digits, number));
}

/* Significant digits for the place along an axis. */
static int place_digits(const struct frame *frame, const struct form *form, int axis)
{
    double place = fabs(frame->probe.place[axis]);
    double step = frame->viewport->step[axis];
    if (!form->exact || !(place > step))
        return form->digits;
    /* One digit for each decade from the place's down to the step's, and one that is the step's. */
    double digits = floor(log10(place)) - floor(log10(step)) + 2;
    return (int)fmin(fmax(digits, form->digits), PLACE_DIGITS_MOST);
}

static void add_place(struct status_row *row, const struct frame *frame, const struct form *form)
{
    static const int starts[AXES] = { START_X0, START_X1 };
    static const char *const names[AXES] = { "x0", "x1" };
    char numbers[AXES][NUMBER_SIZE];
    for (int axis = 0; axis < AXES; axis++) {
        double place = frame->probe.place[axis];
        int digits = place_digits(frame, form, axis);
        if (form->names)
            add_number(row, starts[axis], names[axis], place, digits);
        else
            number_short(place, digits, numbers[axis]);
    }
    if (!form->names)
        snprintf(next_field(row, START_X0), FIELD_SIZE, "%s %s", numbers[0], numbers[1]);
}

static void add_gradient(struct status_row *row, const struct sample *probe,
                         const struct form *form)
{
    char grad0[NUMBER_SIZE];
    char grad1[NUMBER_SIZE];
    double sign = row->style->ascent ? 1 : -1;
    snprintf(next_field(row, START_GRADIENT), FIELD_SIZE, "%s %s %s",
             frame_arrow_name(row->style),
             number_short(sign * probe->gradient[0], form->digits, grad0),
             number_short(sign * probe->gradient[1], form->digits, grad1));
}

/* The step and how far the gradient may be off, unless there is no step. */
static void add_judged(struct status_row *row, const struct sample *probe)
{
    if (isnan(probe->step))
        return;
    add_number(row, START_STEP, "h", probe->step, JUDGED_DIGITS);
    if (!isnan(probe->error))
        add_number(row, START_ERROR, "error", probe->error, ERROR_DIGITS);
}

/* Where the verdict stands. */
static int verdict_start(const struct form *form)
{
    if (form->judged)
        return START_VERDICT_LAST;
    return form->magnitude ? START_VERDICT : START_MAGNITUDE;
}

/* Whether colours show a number that the row does not tell otherwise, which belongs on it. */
static bool shows_colored(const struct frame *frame, const struct form *form)
{
    enum quantity quantity = frame_quantity(frame);
    bool told = quantity == QUANTITY_error && form->judged;
    return quantity_label(quantity) != NULL && !told;
}

/* The digits of a number that is as exact as f; an estimate has fewer. */
static int colored_digits(enum quantity quantity, const struct form *form)
{
    switch (quantity_need(quantity)) {
    case NEED_NOTHING:
    case NEED_HESSIAN:
    case NEED_BASINS:
        return form->digits;
    default:
        return form->digits < JUDGED_DIGITS ? form->digits : JUDGED_DIGITS;
    }
}

static void add_colored(struct status_row *row, const struct frame *frame,
                        const struct form *form, int start)
{
    enum quantity quantity = frame_quantity(frame);
    const struct sample *probe = &frame->probe;
    const char *missing = quantity_missing_words(quantity, false);
    double number = quantity_number(quantity, probe);
    if (missing != NULL && isnan(number) && sample_has_gradient(probe) && !frame->unmapped)
        snprintf(next_field(row, start), FIELD_SIZE, "%s", missing);
    else
        add_number(row, start, quantity_label(quantity), number, colored_digits(quantity, form));
}

/* The slope, and where there is room its length, unless the number that colours show does. */
static void add_slope(struct status_row *row, const struct frame *frame, const struct form *form)
{
    bool colored = shows_colored(frame, form) && !form->both;
    if (form->magnitude || !colored)
        add_gradient(row, &frame->probe, form);
    if (colored)
        add_colored(row, frame, form, form->magnitude ? START_MAGNITUDE : START_GRADIENT);
    else if (form->magnitude)
        add_number(row, START_MAGNITUDE, frame_symbols(row->style)->magnitude,
                   quantity_number(QUANTITY_magnitude, &frame->probe), form->digits);
}

/* What is known of a place besides where it is. */
static void add_findings(struct status_row *row, const struct frame *frame,
                         const struct form *form)
{
    const struct sample *probe = &frame->probe;
    add_number(row, START_VALUE, "f", probe->value, form->digits);
    add_slope(row, frame, form);
    if (form->judged)
        add_judged(row, probe);
    snprintf(next_field(row, verdict_start(form)), FIELD_SIZE, "%s",
             verdict_name(probe->verdict));
    if (form->both && shows_colored(frame, form))
        add_colored(row, frame, form, START_COLORED_LAST);
}

static struct status_row make_row(const struct frame *frame, const struct form *form)
{
    struct status_row row = { .style = &frame->style, .gap = form->names ? 1 : FRAME_GAP };
    add_place(&row, frame, form);
    if (!frame->unfinished.probe)
        add_findings(&row, frame, form);
    if (!form->names)
        for (int i = 0; i < row.count; i++)
            row.fields[i].start = 0;
    return row;
}

/* Columns of the fields from `first` on, written close together. */
static int close_width(const struct status_row *row, int first)
{
    int width = 0;
    for (int i = first; i < row->count; i++)
        width += (i > first ? row->gap : 0) + frame_text_width(row->style, row->fields[i].text);
    return width;
}

/* Write each field at its start; further right behind long ones, left where the row would end. */
static void draw_row(struct canvas *canvas, const struct frame *frame,
                     const struct status_row *row, int columns)
{
    int least = 0;
    for (int i = 0; i < row->count; i++) {
        int start = row->fields[i].start;
        int latest = columns - close_width(row, i);
        if (start > latest)
            start = latest;
        if (start < least)
            start = least;
        int width = frame_text_width(row->style, row->fields[i].text);
        int cut = frame_text_width(row->style, frame_symbols(row->style)->cut);
        if (columns - start < (width < cut ? width : cut))
            break;
        least = row->gap + frame_text(canvas, row->style, frame->layout.status_row, start, columns,
                                       row->fields[i].text);
    }
}

/* Show how much is computed at the end of the row. The columns that are left. */
static int draw_mark(struct canvas *canvas, const struct frame *frame)
{
    char mark[MARK_SIZE];
    int columns = frame->layout.columns;
    if (!frame->unfinished.work)
        return columns;
    snprintf(mark, sizeof mark, "%d %%", frame->unfinished.percent);
    int start = columns - frame_text_width(&frame->style, mark);
    frame_text(canvas, &frame->style, frame->layout.status_row, start, columns, mark);
    return start - FRAME_GAP;
}

/* How a row of so many columns is written while its numbers are short. */
static struct form choose_form(int columns)
{
    return (struct form){
        .both = columns >= START_COLORED_LAST + COLORED_WIDTH,
        .judged = columns >= START_VERDICT_LAST + VERDICT_LONGEST,
        .magnitude = columns >= START_VERDICT + VERDICT_WIDTH,
        .names = columns >= START_MAGNITUDE + VERDICT_WIDTH,
        .digits = FRAME_NUMBER_DIGITS,
        .exact = true,
    };
}

/* Let the form give up what matters least; false when there is nothing left. */
static bool give_up(struct form *form)
{
    bool *const luxuries[] = { &form->both, &form->judged, &form->magnitude, &form->names };
    for (size_t i = 0; i < sizeof luxuries / sizeof luxuries[0]; i++)
        if (*luxuries[i]) {
            *luxuries[i] = false;
            return true;
        }
    if (form->digits > FRAME_NUMBER_DIGITS_LEAST) {
        form->digits--;
        return true;
    }
    bool exact = form->exact;
    form->exact = false;
    return exact;
}

void frame_draw_status(struct canvas *canvas, const struct frame *frame)
{
    int columns = draw_mark(canvas, frame);
    /* The width chooses first, so that fields seldom come and go with the numbers. */
    struct form form = choose_form(frame->layout.columns);
    struct status_row row = make_row(frame, &form);
    while (close_width(&row, 0) > columns && give_up(&form))
        row = make_row(frame, &form);
    draw_row(canvas, frame, &row, columns);
}
