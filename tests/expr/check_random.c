/*
 * Tests the language as a whole: random expressions against a small walker of trees, and printed
 * again (src/expr/print.c).
 */
#include "../suite.h"

#include <stdio.h>

#include "compile.h"
#include "expr/print.h"
#include "expr/program_graph.h"
#include "random_text.h"

enum { EXPRESSIONS = 100000, POINTS = 3 };

/* A scalar, or a vector: of the point's n entries where it is not a slice in a call. */
struct result {
    bool is_vector;
    size_t length;
    double entries[ENTRIES_MOST];
};

/* A point, and whether bare x is all of it. */
struct place {
    const double *x;
    size_t n;
    bool is_vector;
};

static double remainder_of(double a, double b)
{
    double left = fmod(a, b);
    if (left == 0)
        return copysign(0, b);
    return (left < 0) != (b < 0) ? left + b : left;
}

/* Whether the part has the same value everywhere, so that it is known when a text is compiled. */
static bool is_constant(const struct part *part)
{
    if (part->kind == NAME)
        return is_constant(part->children[0]);
    if (part->kind == CALL && strcmp(part->call->name, "len") == 0)
        return true;
    bool constant = part->kind != VARIABLE && part->kind != VECTOR;
    for (size_t k = 0; k < part->count; k++)
        constant = constant && is_constant(part->children[k]);
    return constant;
}

static double power_of(double a, double b, const struct part *exponent)
{
    if ((b == 2 || b == 3 || b == 4) && is_constant(exponent))
        return b == 2 ? a * a : b == 3 ? a * a * a : (a * a) * (a * a);
    return pow(a, b);
}

/* What an operator makes of numbers; c counts in a choice alone. */
static double join(const struct part *node, double a, double b, double c)
{
    switch (node->kind) {
    case NEGATION: return -a;
    case NOT: return !(a != 0);
    case CHOICE: return a != 0 ? b : c;
    case POWER: return power_of(a, b, node->children[1]);
    case PRODUCT: case TIMES: return a * b;
    case OVER: return a / b;
    case REMAINDER: return remainder_of(a, b);
    case PLUS: return a + b;
    case MINUS: return a - b;
    case LESS: return a < b;
    case LESS_EQUAL: return a <= b;
    case GREATER: return a > b;
    case GREATER_EQUAL: return a >= b;
    case EQUAL: return a == b;
    case UNEQUAL: return a != b;
    case AND: return a != 0 && b != 0;
    case OR: return a != 0 || b != 0;
    default: ck_abort_msg("no operator");
    }
    return NAN;
}

static bool calls_one(const struct part *node, const char *name)
{
    return strcmp(node->call->name, name) == 0;
}

static double reduce(const struct part *node, struct result *children)
{
    size_t n = children[0].length;
    double *entries = children[0].entries;
    if (calls_one(node, "len"))
        return (double)n;
    if (n == 0)
        return calls_one(node, "sum") ? 0 : calls_one(node, "prod") ? 1 : NAN;
    for (size_t i = 0; i < n && calls_one(node, "dot"); i++)
        entries[i] *= children[1].entries[i];
    double joined = entries[0];
    for (size_t i = 1; i < n; i++)
        joined = node->call->value(joined, entries[i]);
    if (calls_one(node, "norm") && n == 1)
        return fabs(joined);
    return calls_one(node, "mean") ? joined / (double)n : joined;
}

/* Every entry that a slice names, each looked for by itself. */
static struct result slice(const struct part *node, const struct result *vector)
{
    struct result result = { .is_vector = true };
    int n = (int)vector->length;
    int step = node->given[2] ? node->parts[2] : 1;
    int bounds[2] = { step > 0 ? 0 : n - 1, step > 0 ? n : -1 };
    for (int k = 0; k < 2; k++)
        if (node->given[k])
            bounds[k] = node->parts[k] < 0 ? node->parts[k] + n : node->parts[k];
    if (step > 0 && bounds[0] < 0)
        bounds[0] = 0;
    if (step < 0 && bounds[0] > n - 1)
        bounds[0] = n - 1;
    for (int i = bounds[0]; step > 0 ? i < bounds[1] : i > bounds[1]; i += step)
        if (i >= 0 && i < n)
            result.entries[result.length++] = vector->entries[i];
    return result;
}

/* What an index or a slice makes of a vector. */
static struct result choose(const struct part *node, const struct result *vector)
{
    struct result result = { .is_vector = false };
    if (node->kind == SLICE)
        return slice(node, vector);
    int index = node->parts[0];
    result.entries[0] = vector->entries[index < 0 ? index + (int)vector->length : index];
    return result;
}

/* The value of a node whose children have these values, at entry i of each. */
static double value_of_entry(const struct part *node, const struct result *children, size_t i)
{
    double values[CHILDREN_MOST] = { 0 };
    for (size_t k = 0; k < node->count; k++)
        values[k] = children[k].entries[children[k].is_vector ? i : 0];
    if (node->kind != CALL)
        return join(node, values[0], values[1], values[2]);
    double joined = node->call->value(values[0], values[1]);
    for (size_t k = 2; k < node->count; k++)
        joined = node->call->value(joined, values[k]);
    return joined;
}

static struct result walk(const struct part *node, const struct place *place)
{
    struct result children[CHILDREN_MOST];
    struct result result = { .is_vector = false };
    if (node->kind == NUMBER || node->kind == VARIABLE) {
        result.entries[0] = node->kind == NUMBER ? node->number : place->x[node->variable];
        return result;
    }
    if (node->kind == NAME)
        return walk(node->children[0], place);
    result.length = place->n;
    if (node->kind == VECTOR) {
        result.is_vector = place->is_vector;
        memcpy(result.entries, place->x, place->n * sizeof *place->x);
        return result;
    }
    for (size_t k = 0; k < node->count; k++) {
        children[k] = walk(node->children[k], place);
        result.is_vector = result.is_vector || children[k].is_vector;
    }
    if (node->kind == INDEX || node->kind == SLICE)
        return choose(node, &children[0]);
    if (node->kind == CALL && node->call->reduces) {
        result.is_vector = false;
        result.entries[0] = reduce(node, children);
        return result;
    }
    for (size_t i = 0; i < (result.is_vector ? place->n : 1); i++)
        result.entries[i] = value_of_entry(node, children, i);
    return result;
}

static bool same_vertex(const struct vertex *a, const struct vertex *b)
{
    return a->kind == b->kind && a->operation == b->operation && a->variable == b->variable &&
           same_bits(a->constant, b->constant) &&
           memcmp(a->operands, b->operands, sizeof a->operands) == 0;
}

/* A graph determines its tapes. */
static bool same_graphs(const struct program *a, const struct program *b)
{
    if (a->graph.count != b->graph.count || a->results[0] != b->results[0])
        return false;
    for (size_t i = 0; i < a->graph.count; i++)
        if (!same_vertex(&a->graph.vertices[i], &b->graph.vertices[i]))
            return false;
    return true;
}

/* The tree written out as a text must give the same tape, and be written out the same. */
static void compare_printed(const struct text *text, const struct compiled *made)
{
    struct source_text source = function_text(text->bytes, text->length);
    struct text printed = TEXT_EMPTY;
    struct text again = TEXT_EMPTY;
    struct compiled compiled;
    tree_print(&source, &made->tree, &printed);
    compile_text(printed.bytes, made->n, &compiled);
    source = function_text(printed.bytes, printed.length);
    tree_print(&source, &compiled.tree, &again);
    if (!same_graphs(made->program, compiled.program))
        ck_abort_msg("%s\nis printed as %s", text->bytes, printed.bytes);
    ck_assert_str_eq(printed.bytes, again.bytes);
    compiled_free(&compiled);
    text_free(&printed);
    text_free(&again);
}

/* Make an expression, print it, and compare what the two make of it; returns its length. */
static size_t compare_one(struct maker *maker)
{
    struct text text = TEXT_EMPTY;
    struct compiled made;
    const struct part *root = make_text(maker, &text);
    size_t n = maker->n;
    compile_text(text_string(&text), n, &made);
    compare_printed(&text, &made);
    for (int i = 0; i < POINTS; i++) {
        double point[ENTRIES_MOST];
        for (size_t k = 0; k < n; k++)
            point[k] = coordinate(maker);
        struct place place = { .x = point, .n = n, .is_vector = maker->is_vector };
        double expected = walk(root, &place).entries[0];
        double value = value_at(&made, point);
        if (!same_bits(value, expected))
            ck_abort_msg("%s\nat %a %a %a is %a, not %a", text.bytes, point[0], point[1], point[2],
                         value, expected);
    }
    size_t length = text.length;
    compiled_free(&made);
    text_free(&text);
    return length;
}

START_TEST(random_expressions)
{
    static struct maker maker = { .state = 2463534242u };
    int count = cases_in_time(EXPRESSIONS);
    size_t length = 0;
    for (int i = 0; i < count; i++)
        length += compare_one(&maker);
    ck_assert_uint_gt(length, 15 * (size_t)count);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, random_expressions);
}

SUITE_MAIN("expr random", add_cases)
