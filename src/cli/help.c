/* What --help, --version and --list show, and --tour without a screen. */
#include "cli/help.h"

#include "config.h"

#include "base/number.h"
#include "base/status.h"
#include "cli/option.h"
#include "cli/wrap.h"
#include "session/tour.h"
#include "source/catalogue.h"

enum {
    HELP_INDENT = 27,     /* where the options' descriptions begin */
    STATUS_INDENT = 6,    /* where the exit statuses' meanings begin */
    LOOK_INDENT = 4,      /* where a function's formula begins, and what to look for */
    NAME_WIDTH = 17,      /* columns for a function's name */
    RANGE_WIDTH = 16,     /* columns for the range of x0 */
    WINDOW_DIGITS = 6     /* significant digits of a window's edges */
};

/* Spell an option: "  -x, --x0=LO:HI". */
static void append_spelling(struct text *text, const struct option *option)
{
    if (option->letter != '\0')
        text_append_format(text, "  -%c, --%s", option->letter, option->name);
    else
        text_append_format(text, "      --%s", option->name);
    if (option->need == ARGUMENT_REQUIRED)
        text_append_format(text, "=%s", option->argument);
    else if (option->need == ARGUMENT_OPTIONAL)
        text_append_format(text, "[=%s]", option->argument);
}

static void append_option(struct text *text, const struct option *option)
{
    size_t start = text->length;
    append_spelling(text, option);
    wrap_append(text, text->length - start, HELP_INDENT, option->help);
}

static void append_group(struct text *text, enum option_group group)
{
    text_append_format(text, "\n%s:\n", option_group_heading(group));
    for (size_t i = 0; i < option_count(); i++)
        if (option_at(i)->group == group)
            append_option(text, option_at(i));
}

static void append_statuses(struct text *text)
{
    static const char *const meanings[STATUS_COUNT] = {
#define STATUS(name, exit_status, meaning) [STATUS_##name] = (meaning),
#include "base/status.def"
#undef STATUS
    };
    text_append(text, "\nExit status:\n");
    for (int status = 0; status < STATUS_COUNT; status++) {
        size_t start = text->length;
        text_append_format(text, "  %d", status_exit((enum status)status));
        wrap_append(text, text->length - start, STATUS_INDENT, meanings[status]);
    }
}

void help_append(struct text *text)
{
    text_append(text, "Usage: steepest [OPTION]... [FUNCTION]\n");
    wrap_append(text, 0, 0,
                "Show which way a function falls fastest at every place. FUNCTION is a text such "
                "as 'x^2 + 3y^2', or a name of --list; without one it is sum(x**2). On a terminal "
                "a window of the plane is explored with keys, ? shows them; elsewhere one frame "
                "is printed. A FUNCTION that begins with - stands after --.");
    for (int group = 0; group < OPTION_GROUP_COUNT; group++)
        append_group(text, (enum option_group)group);
    append_statuses(text);
}

void help_append_version(struct text *text)
{
    text_append(text, PACKAGE_NAME " " PACKAGE_VERSION "\n");
}

/* "x0=LO:HI", filled up with blanks to `width`. */
static void append_range(struct text *text, const struct catalogue_entry *entry, int axis,
                         size_t width)
{
    char number[NUMBER_SIZE];
    size_t start = text->length;
    text_append_format(text, "x%d=%s", axis,
                       number_short(entry->low[axis], WINDOW_DIGITS, number));
    text_append_format(text, ":%s", number_short(entry->high[axis], WINDOW_DIGITS, number));
    size_t length = text->length - start;
    text_append_repeated(text, ' ', length < width ? width - length : 0);
}

void help_append_catalogue(struct text *text)
{
    for (size_t i = 0; i < catalogue_count(); i++) {
        const struct catalogue_entry *entry = catalogue_at(i);
        text_append_format(text, "%-*s", NAME_WIDTH, entry->name);
        append_range(text, entry, 0, RANGE_WIDTH);
        append_range(text, entry, 1, 0);
        text_append(text, "\n");
        wrap_append(text, 0, LOOK_INDENT, entry->formula);
        wrap_append(text, 0, LOOK_INDENT, entry->look);
    }
}

void help_append_tour(bool ascii, struct text *text)
{
    tour_append_pages(0, tour_page_count(), ascii, text);
}
