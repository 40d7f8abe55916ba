/* Commands that choose what colours show. */
#include "session/setting_names.h"
#include "session/state.h"

#include <string.h>

static void show_quantity(struct session *session, enum quantity quantity)
{
    session->now.color_by = quantity;
    session->now.colors_stale = true;
    if (session->display.screen)
        session_say(session, "colours: %s", quantity_name(quantity));
}

enum status run_color_by(struct session *session, const struct arguments *arguments,
                         struct failure *failure)
{
    const char *names[QUANTITY_COUNT];
    enum quantity quantities[QUANTITY_COUNT];
    size_t count = 0;
    size_t chosen;
    for (int i = 0; i < QUANTITY_COUNT; i++) {
        enum quantity quantity = (enum quantity)i;
        if (quantity_color_kind(quantity) == COLORS_NONE)
            continue;
        names[count] = quantity_name(quantity);
        quantities[count++] = quantity;
    }
    enum status status = argument_choice(arguments, 0, "quantity", names, count, &chosen, failure);
    if (status != STATUS_OK)
        return status;
    if (quantities[chosen] == QUANTITY_check && session->now.checking == NULL)
        return failure_at(failure, arguments->source, arguments->words[0].start,
                          arguments->words[0].length,
                          "no gradient is checked, use the command 'check g0; g1'");
    show_quantity(session, quantities[chosen]);
    return STATUS_OK;
}

/* Whether colours can show the quantity now. */
static bool has_colors(const struct session *session, enum quantity quantity)
{
    return quantity_color_kind(quantity) != COLORS_NONE &&
           (quantity != QUANTITY_check || session->now.checking != NULL);
}

/* Go `direction` to the next quantity that has colours, as often as the first argument says. */
static enum status cycle(struct session *session, const struct arguments *arguments, int direction,
                         struct failure *failure)
{
    int64_t count;
    enum status status = argument_count(arguments, 0, &count, failure);
    if (status != STATUS_OK)
        return status;
    int with_colors = 0;
    for (int i = 0; i < QUANTITY_COUNT; i++)
        with_colors += has_colors(session, (enum quantity)i);
    int index = (int)session->now.color_by;
    for (count %= with_colors; count > 0; count--) {
        do
            index = (index + direction + QUANTITY_COUNT) % QUANTITY_COUNT;
        while (!has_colors(session, (enum quantity)index));
    }
    show_quantity(session, (enum quantity)index);
    return STATUS_OK;
}

enum status run_color_next(struct session *session, const struct arguments *arguments,
                           struct failure *failure)
{
    return cycle(session, arguments, 1, failure);
}

enum status run_color_previous(struct session *session, const struct arguments *arguments,
                               struct failure *failure)
{
    return cycle(session, arguments, -1, failure);
}

enum status run_rescale(struct session *session, const struct arguments *arguments,
                        struct failure *failure)
{
    (void)arguments;
    (void)failure;
    session->now.scale_stale = true;
    return STATUS_OK;
}

/* Put a wish in force for the quantity shown, unless that has no numbers to sort. */
static enum status wish_for(struct session *session, const struct arguments *arguments,
                            const struct color_wish *wish, struct failure *failure)
{
    const struct word *word = &arguments->words[0];
    bool is_log = wish->form == SCALE_FORM_log &&
                  quantity_color_kind(session->now.color_by) == COLORS_SEQUENTIAL;
    bool asks = wish->form != SCALE_FORM_auto || wish->has_range;
    if (asks && quantity_color_kind(session->now.color_by) == COLORS_CATEGORICAL)
        return failure_at(failure, arguments->source, word->start, word->length,
                          "colours show %s, whose numbers are names",
                          quantity_name(session->now.color_by));
    if (asks && quantity_color_kind(session->now.color_by) == COLORS_CYCLIC)
        return failure_at(failure, arguments->source, word->start, word->length,
                          "colours show %s, whose scale is a circle",
                          quantity_name(session->now.color_by));
    if (is_log && wish->has_range && !(wish->low > 0))
        return failure_at(failure, arguments->source, word->start, word->length,
                          "a logarithmic scale needs a range above 0");
    session->now.wishes[session->now.color_by] = *wish;
    session->now.colors_stale = true;
    return STATUS_OK;
}

enum status run_scale(struct session *session, const struct arguments *arguments,
                      struct failure *failure)
{
    struct color_wish wish = session->now.wishes[session->now.color_by];
    size_t chosen;
    enum status status = argument_choice(arguments, 0, "scale", setting_scale_forms, SCALE_FORM_COUNT,
                                         &chosen, failure);
    if (status != STATUS_OK)
        return status;
    wish.form = (enum scale_form)chosen;
    return wish_for(session, arguments, &wish, failure);
}

enum status run_range(struct session *session, const struct arguments *arguments,
                      struct failure *failure)
{
    struct color_wish wish = session->now.wishes[session->now.color_by];
    wish.has_range = !argument_is(arguments, 0, "auto");
    if (wish.has_range) {
        enum status status = argument_range(arguments, 0, &wish.low, &wish.high, failure);
        if (status != STATUS_OK)
            return status;
    }
    return wish_for(session, arguments, &wish, failure);
}
