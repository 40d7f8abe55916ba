/* Functions that are typed: a text in the language. */
#include "source/formula.h"

#include <stdlib.h>
#include <string.h>

#include "expr/parse.h"
#include "expr/print.h"

struct formula {
    struct text origin; /* what messages call the text */
    struct text bytes;  /* the text as it was given */
    struct text line;   /* the text on one line */
    struct tree tree;
};

/* The formula's text as messages show it. */
static struct source_text formula_source(const struct formula *formula)
{
    return (struct source_text){ .name = text_string(&formula->origin),
                                 .bytes = text_string(&formula->bytes),
                                 .length = formula->bytes.length };
}

/* Append the text without comments, every run of blanks made one, and none at the ends. */
static void append_line(struct text *line, const char *bytes, size_t length)
{
    bool blank = false;
    bool comment = false;
    for (size_t i = 0; i < length; i++) {
        comment = bytes[i] != '\n' && (comment || bytes[i] == '#');
        if (comment || strchr(" \t\r\n", bytes[i]) != NULL) {
            blank = line->length > 0;
            continue;
        }
        if (blank)
            text_append(line, " ");
        text_append_bytes(line, &bytes[i], 1);
        blank = false;
    }
}

enum status formula_new(const struct source_text *source, const struct parameters *parameters,
                        struct formula **formula, struct failure *failure)
{
    struct formula *made = calloc(1, sizeof *made);
    if (made == NULL)
        return failure_memory(failure);
    enum status status = parse(source, 0, source->length, parameters, &made->tree, failure);
    if (status != STATUS_OK)
        goto fail;
    text_append(&made->origin, source->name);
    text_append_bytes(&made->bytes, source->bytes, source->length);
    append_line(&made->line, source->bytes, source->length);
    if (made->origin.failed || made->bytes.failed || made->line.failed) {
        status = failure_memory(failure);
        goto fail;
    }
    *formula = made;
    return STATUS_OK;
fail:
    formula_free(made);
    return status;
}

void formula_free(struct formula *formula)
{
    if (formula == NULL)
        return;
    text_free(&formula->origin);
    text_free(&formula->bytes);
    text_free(&formula->line);
    tree_free(&formula->tree);
    free(formula);
}

const char *formula_text(const struct formula *formula)
{
    return text_string(&formula->line);
}

void formula_print(const struct formula *formula, struct text *text)
{
    struct source_text source = formula_source(formula);
    tree_print(&source, &formula->tree, text);
}

size_t formula_least_n(const struct formula *formula)
{
    size_t least = tree_least_n(&formula->tree);
    return least == 0 ? 1 : least;
}

bool formula_is_vector(const struct formula *formula)
{
    return tree_is_vector(&formula->tree);
}

size_t formula_next_variable(const struct formula *formula, size_t least)
{
    return tree_next_variable(&formula->tree, least);
}

enum status formula_compile(const struct formula *formula, size_t n,
                            const struct program_wish *wish, struct program **program,
                            struct failure *failure)
{
    struct source_text source = formula_source(formula);
    return program_new(&source, &formula->tree, n, wish, program, failure);
}
