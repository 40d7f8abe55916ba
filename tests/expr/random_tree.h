/* Random expressions as trees, for tests of the language. */
#ifndef STEEPEST_TESTS_EXPR_RANDOM_TREE_H
#define STEEPEST_TESTS_EXPR_RANDOM_TREE_H

#include <check.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>

enum {
    NODES_MOST = 600,
    CHILDREN_MOST = 4,
    DEPTH_MOST = 5,
    NAMES_MOST = 2,
    PARTS = 3
};

/* What a node is; the binary ones have a row in `signs`. */
enum kind {
    NUMBER, VARIABLE, VECTOR, NAME, NEGATION, NOT, CHOICE, PRODUCT, CALL,
    POWER, TIMES, OVER, REMAINDER, PLUS, MINUS,
    LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, UNEQUAL, AND, OR, INDEX, SLICE, KINDS
};

/* How tightly a node binds, loosest first. */
enum level {
    CHOICES, ORS, ANDS, NOTS, COMPARISONS, SUMS, PRODUCTS, SIGNS, JUXTAPOSED, POWERS, PRIMARIES
};

static const struct {
    const char *sign;
    enum level level;
    enum level left; /* what the operands must bind at least as tightly as */
    enum level right;
} signs[KINDS] = {
    [POWER] = { "^", POWERS, PRIMARIES, SIGNS },
    [TIMES] = { "*", PRODUCTS, PRODUCTS, SIGNS },
    [OVER] = { "/", PRODUCTS, PRODUCTS, SIGNS },
    [REMAINDER] = { "%", PRODUCTS, PRODUCTS, SIGNS },
    [PLUS] = { "+", SUMS, SUMS, PRODUCTS },
    [MINUS] = { "-", SUMS, SUMS, PRODUCTS },
    [LESS] = { "<", COMPARISONS, SUMS, SUMS },
    [LESS_EQUAL] = { "<=", COMPARISONS, SUMS, SUMS },
    [GREATER] = { ">", COMPARISONS, SUMS, SUMS },
    [GREATER_EQUAL] = { ">=", COMPARISONS, SUMS, SUMS },
    [EQUAL] = { "==", COMPARISONS, SUMS, SUMS },
    [UNEQUAL] = { "!=", COMPARISONS, SUMS, SUMS },
    [AND] = { "&", ANDS, ANDS, NOTS },
    [OR] = { "|", ORS, ORS, ANDS },
};

static double least(double a, double b)
{
    return isnan(a) || isnan(b) ? NAN : b < a ? b : a;
}

static double largest(double a, double b)
{
    return isnan(a) || isnan(b) ? NAN : b > a ? b : a;
}

static double add(double a, double b)
{
    return a + b;
}

static double multiply(double a, double b)
{
    return a * b;
}

/* The second argument is taken for how many entries were joined. */
static double count(double a, double b)
{
    (void)a;
    return b;
}

static double sine(double a, double b)
{
    (void)b;
    return sin(a);
}

static double exponential(double a, double b)
{
    (void)b;
    return exp(a);
}

static double size(double a, double b)
{
    (void)b;
    return fabs(a);
}

/* A function of one or two arguments, of several joined in turn, or of a vector's entries. */
static const struct call {
    const char *name;
    size_t least;
    size_t most;
    bool reduces;
    double (*value)(double a, double b);
} calls[] = {
    { "sin", 1, 1, false, sine },     { "exp", 1, 1, false, exponential },
    { "abs", 1, 1, false, size },     { "hypot", 2, 2, false, hypot },
    { "atan2", 2, 2, false, atan2 },  { "min", 2, CHILDREN_MOST, false, least },
    { "max", 2, CHILDREN_MOST, false, largest },
    { "sum", 1, 1, true, add },       { "prod", 1, 1, true, multiply },
    { "mean", 1, 1, true, add },      { "norm", 1, 1, true, hypot },
    { "min", 1, 1, true, least },     { "max", 1, 1, true, largest },
    { "len", 1, 1, true, count },     { "dot", 2, 2, true, add },
};

enum { CALLS = sizeof calls / sizeof calls[0], ELEMENTWISE_CALLS = 7 };

struct part {
    enum kind kind;
    double number;
    size_t variable;
    const struct call *call;
    size_t name;      /* which definition */
    int parts[PARTS]; /* of an index the first, of a slice start, stop and step */
    bool given[PARTS];
    const struct part *children[CHILDREN_MOST];
    size_t count;
};

/* An expression being made: its nodes and where the sequence of random numbers stands. */
struct maker {
    struct part nodes[NODES_MOST];
    size_t count;
    uint32_t state;
    bool is_vector; /* bare x is the vector */
    size_t n;
    const struct part *named[NAMES_MOST]; /* what the names stand for */
    bool is_named_vector[NAMES_MOST];
    size_t names;
};

static uint32_t pick(struct maker *maker, uint32_t choices)
{
    maker->state ^= maker->state << 13;
    maker->state ^= maker->state >> 17;
    maker->state ^= maker->state << 5;
    return maker->state / 7 % choices;
}

static struct part *new_node(struct maker *maker, enum kind kind)
{
    if (maker->count == NODES_MOST)
        ck_abort_msg("more than %d nodes", NODES_MOST);
    struct part *node = &maker->nodes[maker->count++];
    *node = (struct part){ .kind = kind };
    return node;
}

static const struct part *make_number(struct maker *maker)
{
    static const double numbers[] = { 0, 1, 2, 2, 3, 4, 5, 0.5, 1.25, 0.1, 1000 };
    struct part *node = new_node(maker, NUMBER);
    node->number = numbers[pick(maker, sizeof numbers / sizeof numbers[0])];
    return node;
}

/* A name that may stand here, or NULL. */
static const struct part *make_name(struct maker *maker, bool vector)
{
    size_t name = pick(maker, NAMES_MOST);
    if (name >= maker->names || (maker->is_named_vector[name] && !vector))
        return NULL;
    struct part *node = new_node(maker, NAME);
    node->name = name;
    node->children[0] = maker->named[name];
    return node;
}

/* In a vector text the vector may stand only where `vector` says so. */
static const struct part *make_leaf(struct maker *maker, bool vector)
{
    if (pick(maker, 3) == 0)
        return make_number(maker);
    const struct part *name = pick(maker, 3) == 0 ? make_name(maker, vector) : NULL;
    if (name != NULL)
        return name;
    if (pick(maker, 2) == 0 && (vector || !maker->is_vector))
        return new_node(maker, VECTOR);
    struct part *node = new_node(maker, VARIABLE);
    node->variable = pick(maker, 3);
    return node;
}

static const struct part *make(struct maker *maker, int depth, bool vector);

/* A vector for certain: x + what is made. */
static struct part *make_vector(struct maker *maker, int depth)
{
    struct part *sum = new_node(maker, PLUS);
    sum->count = 2;
    sum->children[0] = new_node(maker, VECTOR);
    sum->children[1] = make(maker, depth + 1, true);
    return sum;
}

/* A slice of a vector, as long as it and reversed, or any. */
static struct part *make_slice(struct maker *maker, int depth, bool any)
{
    struct part *node = new_node(maker, SLICE);
    int n = (int)maker->n;
    node->count = 1;
    node->children[0] = make_vector(maker, depth);
    node->parts[2] = -1;
    node->given[2] = true;
    for (size_t k = 0; any && k < PARTS; k++) {
        node->given[k] = pick(maker, 2) == 0;
        node->parts[k] = (int)pick(maker, (uint32_t)(2 * n + 3)) - n - 1;
    }
    node->parts[2] += node->parts[2] == 0;
    return node;
}

static struct part *make_index(struct maker *maker, int depth)
{
    struct part *node = new_node(maker, INDEX);
    node->count = 1;
    node->children[0] = make_vector(maker, depth);
    node->parts[0] = (int)pick(maker, (uint32_t)(2 * maker->n)) - (int)maker->n;
    return node;
}

static const struct part *make_call(struct maker *maker, int depth, bool vector)
{
    struct part *node = new_node(maker, CALL);
    node->call = &calls[pick(maker, maker->is_vector ? CALLS : ELEMENTWISE_CALLS)];
    node->count = node->call->least +
                  pick(maker, (uint32_t)(node->call->most - node->call->least) + 1);
    if (!node->call->reduces) {
        for (size_t k = 0; k < node->count; k++)
            node->children[k] = make(maker, depth + 1, vector);
        return node;
    }
    bool sliced = node->count == 1 && pick(maker, 3) == 0;
    for (size_t k = 0; k < node->count; k++)
        node->children[k] = sliced ? make_slice(maker, depth + 1, true)
                                   : make_vector(maker, depth);
    return node;
}

static const struct part *make(struct maker *maker, int depth, bool vector)
{
    if (depth >= DEPTH_MOST || pick(maker, 6) == 0)
        return make_leaf(maker, vector);
    enum kind kind = (enum kind)(NEGATION + pick(maker, KINDS - NEGATION));
    if (kind == SLICE && maker->is_vector && vector)
        return make_slice(maker, depth, false);
    if ((kind == INDEX || kind == SLICE) && maker->is_vector)
        return make_index(maker, depth);
    if (kind == INDEX || kind == SLICE)
        kind = PLUS;
    if (kind == CALL)
        return make_call(maker, depth, vector);
    struct part *node = new_node(maker, kind);
    node->count = kind == CHOICE ? 3 : kind == NEGATION || kind == NOT ? 1 : 2;
    for (size_t k = 0; k < node->count; k++)
        node->children[k] = kind == PRODUCT && k == 0 ? make_number(maker)
                                                      : make(maker, depth + 1, vector);
    return node;
}

static enum level level_of(const struct part *node)
{
    switch (node->kind) {
    case NUMBER: case VARIABLE: case VECTOR: case NAME: case CALL: case INDEX: case SLICE:
        return PRIMARIES;
    case NEGATION:
        return SIGNS;
    case NOT:
        return NOTS;
    case CHOICE:
        return CHOICES;
    case PRODUCT:
        return JUXTAPOSED;
    default:
        return signs[node->kind].level;
    }
}

#endif
