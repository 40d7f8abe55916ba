/* Commands that change what is computed: the function and its fixed variables. */
#include "session/state.h"

#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "expr/names.h"
#include "source/catalogue.h"

/* Whether the bytes could be meant as a name of the catalogue. */
static bool is_catalogue_like(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!(bytes[i] >= 'a' && bytes[i] <= 'z') && !(bytes[i] >= 'A' && bytes[i] <= 'Z') &&
            !(bytes[i] >= '0' && bytes[i] <= '9') && bytes[i] != '-')
            return false;
    return true;
}

enum { WORD_LEAST = 5 }; /* letters of what is taken for a function's name, not a parameter's */

/* Whether the text is one word that no known name is near to. */
static bool is_foreign_word(const struct session *session, const struct source_text *text)
{
    const struct word whole = { .start = 0, .length = text->length };
    struct nearest nearest;
    nearest_start(&nearest, text->bytes, text->length);
    names_consider(&nearest, &session->now.parameters);
    return text->length >= WORD_LEAST && nearest.name == NULL &&
           word_is_unknown_name(text, &whole);
}

/*
 * A text that is no function but nearly the name of one in the catalogue: propose that. One that is
 * another name of some function: say where those are that have one.
 */
static enum status propose_catalogue(const struct session *session,
                                     const struct source_text *text, enum status status,
                                     struct failure *failure)
{
    struct nearest nearest;
    char quoted[QUOTED_SIZE];
    nearest_start(&nearest, text->bytes, text->length);
    for (size_t i = 0; i < catalogue_count(); i++)
        nearest_consider(&nearest, catalogue_at(i)->name);
    if (status != STATUS_USAGE || !is_catalogue_like(text->bytes, text->length))
        return status;
    if (nearest.name == NULL && !is_foreign_word(session, text))
        return status;
    if (nearest.name == NULL)
        return failure_at(failure, text, 0, text->length,
                          "unknown function '%s', %s shows those that have a name",
                          quote(text->bytes, text->length, quoted),
                          session->display.screen ? "the command catalogue" : "steepest --list");
    return failure_at(failure, text, 0, text->length,
                      "unknown function '%s', did you mean '%s' of the catalogue?",
                      quote(text->bytes, text->length, quoted), nearest.name);
}

/*
 * The text of a function as messages show it: one that fills a source keeps the source's name and
 * lines, one in a command line is a text of its own.
 */
static struct source_text function_text(const struct arguments *arguments)
{
    const struct word *word = &arguments->words[0];
    if (arguments->alone)
        return *arguments->source;
    return (struct source_text){ .name = "function",
                                 .bytes = arguments->source->bytes + word->start,
                                 .length = word->length };
}

/*
 * Give a subject that was made (`made` tells) what the present scheme needs; on failure it is
 * freed.
 */
static enum status make_ready(const struct session *session, enum status made,
                              struct subject *subject, struct failure *failure)
{
    if (made != STATUS_OK || !scheme_is_exact(session->now.difference.scheme))
        return made;
    enum status status = subject_differentiate(subject, failure);
    if (status != STATUS_OK)
        subject_free(subject);
    return status;
}

static enum status show_catalogue(struct session *session, const struct catalogue_entry *entry,
                                  struct failure *failure)
{
    static const struct fixed_variables none = { .count = 0 };
    struct source_text text = {
        .name = entry->name, .bytes = entry->formula, .length = strlen(entry->formula)
    };
    struct window window;
    for (int axis = 0; axis < AXES; axis++) {
        window.low[axis] = entry->low[axis];
        window.high[axis] = entry->high[axis];
    }
    struct subject *subject = NULL;
    enum status status =
        subject_new(&text, entry->name, &session->now.parameters, &none, &subject, failure);
    status = make_ready(session, status, subject, failure);
    if (status != STATUS_OK)
        return status;
    status = session_show(session, &window, failure);
    if (status != STATUS_OK) {
        subject_free(subject);
        return status;
    }
    session->now.home = window;
    session->now.fixed = none;
    session_set_subject(session, subject);
    session_say(session, "%s: %s", entry->name, entry->look);
    return STATUS_OK;
}

/* Whether the text takes variable k. */
static bool takes_variable(const struct formula *formula, size_t k)
{
    return formula_is_vector(formula) || formula_next_variable(formula, k) == k;
}

/* Forget those that the text does not take. */
static void drop_untaken(struct fixed_variables *fixed, const struct formula *formula)
{
    size_t count = 0;
    for (size_t i = 0; i < fixed->count; i++)
        if (takes_variable(formula, fixed->entries[i].k))
            fixed->entries[count++] = fixed->entries[i];
    fixed->count = count;
}

/* A text that is tried is the one before it, edited: what was fixed there is fixed here. */
static enum status show_text(struct session *session, const struct source_text *text,
                             struct failure *failure)
{
    struct fixed_variables fixed = { .count = 0 };
    struct subject *subject = NULL;
    if (session->tried != NULL)
        fixed = session->tried->fixed;
    enum status status =
        subject_new(text, "", &session->now.parameters, &fixed, &subject, failure);
    if (status != STATUS_OK)
        return propose_catalogue(session, text, status, failure);
    status = make_ready(session, status, subject, failure);
    if (status != STATUS_OK)
        return status;
    drop_untaken(&fixed, subject->formula);
    session->now.fixed = fixed;
    session_set_subject(session, subject);
    return STATUS_OK;
}

static enum status say_function(struct session *session, struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    enum status status = STATUS_OK;
    text_append(&text, "function: ");
    subject_describe(session->now.subject, &session->now.parameters, &text);
    if (text.failed)
        status = failure_memory(failure);
    else
        session_tell_text(session, text_string(&text));
    text_free(&text);
    return status;
}

enum status run_function(struct session *session, const struct arguments *arguments,
                             struct failure *failure)
{
    if (arguments->count == 0)
        return say_function(session, failure);
    const struct word *word = &arguments->words[0];
    const char *bytes = arguments->source->bytes + word->start;
    struct source_text text = function_text(arguments);
    const struct catalogue_entry *entry = catalogue_find(bytes, word->length);
    if (entry != NULL)
        return show_catalogue(session, entry, failure);
    return show_text(session, &text, failure);
}

enum status session_remake(struct session *session, const struct parameters *parameters,
                           const struct fixed_variables *fixed, struct failure *failure)
{
    struct subject *subject = NULL;
    enum status status =
        subject_again(session->now.subject, parameters, fixed, &subject, failure);
    status = make_ready(session, status, subject, failure);
    if (status != STATUS_OK)
        return status;
    session->now.parameters = *parameters;
    session->now.fixed = *fixed;
    session_set_subject(session, subject);
    return STATUS_OK;
}

/* Whether variable k may be fixed: not one of the plane's axes, and the text takes it. */
static enum status check_variable(const struct session *session,
                                  const struct arguments *arguments, const struct word *name,
                                  size_t *k, struct failure *failure)
{
    const char *bytes = arguments->source->bytes + name->start;
    const struct formula *formula = session->now.subject->formula;
    char quoted[QUOTED_SIZE];
    quote(bytes, name->length, quoted);
    if (!variable_find(bytes, name->length, k))
        return failure_at(failure, arguments->source, name->start, name->length,
                          "'%s' is no variable, write 'x2=VALUE'", quoted);
    if (*k < AXES)
        return failure_at(failure, arguments->source, name->start, name->length,
                          "'%s' is shown by the window and cannot be fixed", quoted);
    if (!takes_variable(formula, *k))
        return failure_at(failure, arguments->source, name->start, name->length,
                          "the function has no variable '%s'", quoted);
    return STATUS_OK;
}

enum status run_at(struct session *session, const struct arguments *arguments,
                       struct failure *failure)
{
    struct fixed_variables fixed = session->now.fixed;
    struct word name;
    double value;
    size_t k;
    enum status status = argument_assignment(arguments, "xK=VALUE is wanted here, as in x2=3",
                                             &name, &value, failure);
    if (status == STATUS_OK)
        status = check_variable(session, arguments, &name, &k, failure);
    if (status == STATUS_OK && fixed_variables_set(&fixed, k, value) != STATUS_OK)
        status = failure_at(failure, arguments->source, name.start, name.length,
                            "at most %d variables can be fixed", FIXED_MOST);
    if (status == STATUS_OK)
        status = session_remake(session, &session->now.parameters, &fixed, failure);
    return status;
}
