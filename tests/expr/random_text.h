/* Random expressions as texts, and points to evaluate them at, for tests of the language. */
#ifndef STEEPEST_TESTS_EXPR_RANDOM_TEXT_H
#define STEEPEST_TESTS_EXPR_RANDOM_TEXT_H

#include "base/text.h"
#include "random_tree.h"

enum { ENTRIES_MOST = 5 }; /* variables of a text, at most */

/* Whether the text begins, behind signs, with a number before a name. */
static bool is_juxtaposed(const struct part *node)
{
    while (node->kind == NEGATION)
        node = node->children[0];
    return node->kind == PRODUCT;
}

static void blank(struct maker *maker, struct text *text)
{
    if (pick(maker, 4) == 0)
        text_append(text, " ");
}

static void print(struct maker *maker, const struct part *node, struct text *text);

/* Print an operand, in parentheses where they are needed and sometimes where not. */
static void print_operand(struct maker *maker, const struct part *node, bool parentheses,
                          struct text *text)
{
    parentheses = parentheses || pick(maker, 20) == 0;
    text_append(text, parentheses ? "(" : "");
    print(maker, node, text);
    text_append(text, parentheses ? ")" : "");
}

static void print_binary(struct maker *maker, const struct part *node, struct text *text)
{
    enum kind kind = node->kind;
    const struct part *left = node->children[0];
    const struct part *right = node->children[1];
    bool strict = kind == POWER || kind == OVER || kind == REMAINDER;
    print_operand(maker, left, level_of(left) < signs[kind].left, text);
    blank(maker, text);
    text_append(text, kind == POWER && pick(maker, 2) == 0 ? "**" : signs[kind].sign);
    blank(maker, text);
    print_operand(maker, right,
                  level_of(right) < signs[kind].right || (strict && is_juxtaposed(right)), text);
}

static void print_choice(struct maker *maker, const struct part *node, struct text *text)
{
    print_operand(maker, node->children[0], level_of(node->children[0]) < ORS, text);
    text_append(text, " ? ");
    print_operand(maker, node->children[1], false, text);
    text_append(text, " : ");
    print_operand(maker, node->children[2], false, text);
}

static void print_call(struct maker *maker, const struct part *node, struct text *text)
{
    /* np.max(x, y) would have an axis. */
    bool has_axis = node->count > 1 && (strcmp(node->call->name, "min") == 0 ||
                                        strcmp(node->call->name, "max") == 0);
    text_append(text, pick(maker, 8) == 0 && !has_axis ? "np." : "");
    text_append(text, node->call->name);
    blank(maker, text);
    for (size_t k = 0; k < node->count; k++) {
        text_append(text, k == 0 ? "(" : ", ");
        print(maker, node->children[k], text);
    }
    text_append(text, ")");
}

/* The power or primary of a product must begin with a letter or a parenthesis. */
static void print_product(struct maker *maker, const struct part *node, struct text *text)
{
    const struct part *right = node->children[1];
    struct text operand = TEXT_EMPTY;
    print(maker, node->children[0], text);
    print_operand(maker, right, level_of(right) < POWERS, &operand);
    bool begins_well = operand.bytes[0] == '(' || operand.bytes[0] >= 'a';
    text_append_format(text, begins_well ? "%s" : "(%s)", operand.bytes);
    text_free(&operand);
}

/* The vector and, in brackets, an index or the parts of a slice. */
static void print_brackets(struct maker *maker, const struct part *node, struct text *text)
{
    const struct part *vector = node->children[0];
    print_operand(maker, vector, level_of(vector) < PRIMARIES, text);
    blank(maker, text);
    if (node->kind == INDEX) {
        text_append_format(text, "[%d]", node->parts[0]);
        return;
    }
    for (size_t k = 0; k < PARTS; k++) {
        text_append(text, k == 0 ? "[" : k == 1 || node->given[2] ? ":" : "");
        if (node->given[k])
            text_append_format(text, "%d", node->parts[k]);
    }
    text_append(text, "]");
}

static void print(struct maker *maker, const struct part *node, struct text *text)
{
    switch (node->kind) {
    case NUMBER:
        text_append_format(text, "%g", node->number);
        break;
    case VARIABLE:
        text_append_format(text, "%s", (const char *[]){ "x0", "y", "z" }[node->variable]);
        break;
    case VECTOR:
        text_append(text, "x");
        break;
    case NEGATION:
        text_append(text, "-");
        /* Two signs in a row would be none, and x^--4 a product. */
        print_operand(maker, node->children[0], level_of(node->children[0]) <= SIGNS, text);
        break;
    case NOT:
        text_append(text, pick(maker, 2) == 0 ? "!" : "~");
        print_operand(maker, node->children[0], level_of(node->children[0]) < NOTS, text);
        break;
    case CHOICE:
        print_choice(maker, node, text);
        break;
    case PRODUCT:
        print_product(maker, node, text);
        break;
    case CALL:
        print_call(maker, node, text);
        break;
    case NAME:
        text_append_format(text, "name%zu", node->name);
        break;
    case INDEX:
    case SLICE:
        print_brackets(maker, node, text);
        break;
    default:
        print_binary(maker, node, text);
    }
}

/* A number as points have them, now and then a special one. */
static inline double coordinate(struct maker *maker)
{
    static const double specials[] = { 0, -0.0, 1, 2, -1, INFINITY, NAN, 1e300 };
    if (pick(maker, 8) == 0)
        return specials[pick(maker, sizeof specials / sizeof specials[0])];
    return ((double)pick(maker, 100000) - 50000) / 9973;
}

/* Make definitions and an expression, and print them. */
static const struct part *make_text(struct maker *maker, struct text *text)
{
    maker->count = 0;
    maker->names = 0;
    maker->is_vector = pick(maker, 2) == 0;
    maker->n = 3 + pick(maker, ENTRIES_MOST - 2);
    for (size_t names = pick(maker, NAMES_MOST + 1); names > 0; names--) {
        bool vector = maker->is_vector && pick(maker, 2) == 0;
        const struct part *named = vector ? make_vector(maker, 2) : make(maker, 2, false);
        text_append_format(text, "name%zu =", maker->names);
        print(maker, named, text);
        text_append(text, pick(maker, 4) == 0 ? "; # a comment (\n" : ";");
        maker->is_named_vector[maker->names] = vector;
        maker->named[maker->names++] = named;
    }
    const struct part *root = make(maker, 0, false);
    print(maker, root, text);
    return root;
}

#endif
