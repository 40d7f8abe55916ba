/* Exact derivatives, written into the graph of what is derived. */
#include "expr/derivative.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/size.h"

/* What stands for no vertex: nothing at all, and the number 1, with which nothing is multiplied. */
static const vertex_index NONE = UINT32_MAX;
static const vertex_index ONE = UINT32_MAX - 1;

static const double LOG_2 = 0.69314718055994530942;
static const double LOG_10 = 2.30258509299404568402;
static const double TWO_OVER_ROOT_PI = 1.12837916709551257390;

/* An accumulation in progress. The arrays have an entry for each vertex up to the result. */
struct accumulation {
    struct graph *graph;
    vertex_index *adjoints; /* df/dvertex, as far as it has been gathered; owned */
    bool *moves;     /* the vertex depends on a variable that is asked for; owned */
    bool *gated;     /* its adjoint may be 0 because a branch was not taken; owned */
    bool failed;     /* memory was short */
};

/* The functions that make vertices return NONE once memory was short; nobody else looks at that. */

static vertex_index number(struct accumulation *to, double constant)
{
    vertex_index made = NONE;
    to->failed = to->failed || graph_constant(to->graph, constant, &made) != STATUS_OK;
    return made;
}

/* A vertex, where ONE would be none. */
static vertex_index real(struct accumulation *to, vertex_index a)
{
    return a == ONE ? number(to, 1) : a;
}

static vertex_index ternary(struct accumulation *to, enum operation operation, vertex_index a,
                            vertex_index b, vertex_index c)
{
    vertex_index made = NONE;
    const vertex_index operands[OPERANDS_MOST] = { real(to, a), real(to, b), real(to, c) };
    to->failed = to->failed ||
                 graph_operation(to->graph, operation, operands, &made) != STATUS_OK;
    return made;
}

static vertex_index binary(struct accumulation *to, enum operation operation, vertex_index a,
                           vertex_index b)
{
    return ternary(to, operation, a, b, a);
}

static vertex_index unary(struct accumulation *to, enum operation operation, vertex_index a)
{
    return ternary(to, operation, a, a, a);
}

static vertex_index product(struct accumulation *to, vertex_index a, vertex_index b)
{
    if (a == NONE || b == NONE)
        return NONE;
    if (a == ONE)
        return b;
    return b == ONE ? a : binary(to, OPERATION_MULTIPLY, a, b);
}

/*
 * s factor a. A known s takes the factor at once; else `a` does, since it often depends on less
 * than s and is then computed less often.
 */
static vertex_index scaled(struct accumulation *to, vertex_index s, double factor, vertex_index a)
{
    vertex_index multiplier = number(to, factor);
    if (s == ONE || (!to->failed && to->graph->vertices[s].kind == VERTEX_CONSTANT))
        return product(to, product(to, s, multiplier), a);
    return product(to, s, product(to, multiplier, a));
}

static vertex_index quotient(struct accumulation *to, vertex_index a, vertex_index b)
{
    return binary(to, OPERATION_DIVIDE, a, b);
}

static vertex_index negative(struct accumulation *to, vertex_index a)
{
    return a == NONE ? NONE : unary(to, OPERATION_NEGATE, a);
}

static vertex_index sum(struct accumulation *to, vertex_index a, vertex_index b)
{
    return binary(to, OPERATION_ADD, a, b);
}

static vertex_index difference(struct accumulation *to, vertex_index a, vertex_index b)
{
    return binary(to, OPERATION_SUBTRACT, a, b);
}

/* `a` where the condition is true, else 0. */
static vertex_index where(struct accumulation *to, vertex_index condition, vertex_index a)
{
    return ternary(to, OPERATION_SELECT, condition, a, number(to, 0));
}

static vertex_index otherwise(struct accumulation *to, vertex_index condition, vertex_index a)
{
    return ternary(to, OPERATION_SELECT, condition, number(to, 0), a);
}

/* 1 - a^2 without the loss of digits near 1. */
static vertex_index one_minus_square(struct accumulation *to, vertex_index a)
{
    return product(to, difference(to, number(to, 1), a), sum(to, number(to, 1), a));
}

/* a / b^2, where b^2 might overflow. */
static vertex_index over_square(struct accumulation *to, vertex_index a, vertex_index b)
{
    return quotient(to, quotient(to, a, b), b);
}

/* erf's derivative. */
static vertex_index bell(struct accumulation *to, vertex_index a)
{
    vertex_index exponent = unary(to, OPERATION_NEGATE, unary(to, OPERATION_SQUARE, a));
    return product(to, number(to, TWO_OVER_ROOT_PI), unary(to, OPERATION_EXP, exponent));
}

static vertex_index power(struct accumulation *to, vertex_index base, vertex_index exponent)
{
    vertex_index made = NONE;
    to->failed = to->failed || graph_power(to->graph, base, exponent, &made) != STATUS_OK;
    return made;
}

/* s b a^(b - 1), without a^0 and a^1, and 0 where b is 0. */
static vertex_index power_by_base(struct accumulation *to, vertex_index s, vertex_index a,
                                  vertex_index b)
{
    const struct vertex *exponent = &to->graph->vertices[b];
    if (exponent->kind != VERTEX_CONSTANT) {
        vertex_index slope = product(to, b, power(to, a, difference(to, b, number(to, 1))));
        return product(to, s, where(to, b, slope));
    }
    double constant = exponent->constant;
    if (constant == 0)
        return NONE;
    return constant == 1 ? s
                         : product(to, product(to, s, b), power(to, a, number(to, constant - 1)));
}

/* s r log(a), and 0 where a is 0. */
static vertex_index power_by_exponent(struct accumulation *to, vertex_index s, vertex_index a,
                                      vertex_index r)
{
    return product(to, s, where(to, a, product(to, r, unary(to, OPERATION_LOG, a))));
}

/* The words of adjoints.def: the functions above, at work on `to`. */
#define number(constant) number(to, constant)
#define unary(operation, x) unary(to, OPERATION_##operation, x)
#define binary(operation, x, y) binary(to, OPERATION_##operation, x, y)
#define product(x, y) product(to, x, y)
#define scaled(s, factor, x) scaled(to, s, factor, x)
#define quotient(x, y) quotient(to, x, y)
#define negative(x) negative(to, x)
#define sum(x, y) sum(to, x, y)
#define difference(x, y) difference(to, x, y)
#define where(condition, x) where(to, condition, x)
#define otherwise(condition, x) otherwise(to, condition, x)
#define zero_where_zero(x, y) where(x, y)
#define one_minus_square(x) one_minus_square(to, x)
#define over_square(x, y) over_square(to, x, y)
#define bell(x) bell(to, x)
#define power_by_base(s, x, y) power_by_base(to, s, x, y)
#define power_by_exponent(s, x, y) power_by_exponent(to, s, x, y)
#define ADJOINTS(name, first, second, third)                                                       \
    case OPERATION_##name:                                                                         \
        return k == 0 ? (first) : k == 1 ? (second) : (third);

/* What of the adjoint s of vertex r, which is `vertex`, is part of its operand k's. */
static vertex_index part_of_operand(struct accumulation *to, const struct vertex *vertex,
                                    vertex_index r, vertex_index s, size_t k)
{
    vertex_index a = vertex->operands[0];
    vertex_index b = vertex->operands[1];
    vertex_index c = vertex->operands[2];
    switch (vertex->operation) {
#include "expr/adjoints.def"
    case OPERATION_COUNT:
        break;
    }
    return NONE;
}

#undef number
#undef unary
#undef binary
#undef product
#undef scaled
#undef quotient
#undef negative
#undef sum
#undef difference
#undef where
#undef otherwise
#undef zero_where_zero
#undef one_minus_square
#undef over_square
#undef bell
#undef power_by_base
#undef power_by_exponent
#undef ADJOINTS

/* Whether the operation takes one of its operands and leaves another. */
static bool is_branch(enum operation operation)
{
    switch (operation) {
    case OPERATION_SELECT:
    case OPERATION_MINIMUM:
    case OPERATION_MAXIMUM:
    case OPERATION_CLAMP:
    case OPERATION_RELU:
        return true;
    default:
        return false;
    }
}

static void add_part(struct accumulation *to, vertex_index operand, vertex_index part)
{
    vertex_index *adjoint = &to->adjoints[operand];
    *adjoint = *adjoint == NONE ? part : sum(to, *adjoint, part);
}

/* Hand the adjoint of vertex r on to its operands. */
static void hand_on(struct accumulation *to, vertex_index r)
{
    struct vertex vertex = to->graph->vertices[r];
    vertex_index s = to->adjoints[r];
    bool gated = to->gated[r];
    for (size_t k = 0; k < vertex_operands(&vertex); k++) {
        vertex_index operand = vertex.operands[k];
        if (!to->moves[operand])
            continue;
        vertex_index part = part_of_operand(to, &vertex, r, s, k);
        if (part == NONE)
            continue;
        /* What was not taken must not count, not even times infinity. */
        if (gated && part != s)
            part = where(to, s, part);
        add_part(to, operand, part);
        to->gated[operand] |= gated || is_branch(vertex.operation);
    }
}

/* Which vertices depend on the variables x_first to x_(end - 1). */
static void find_moving(struct accumulation *to, vertex_index result, size_t first, size_t end)
{
    for (size_t i = 0; i <= result; i++) {
        const struct vertex *vertex = &to->graph->vertices[i];
        to->adjoints[i] = NONE;
        if (vertex->kind == VERTEX_VARIABLE)
            to->moves[i] = vertex->variable >= first && vertex->variable < end;
        for (size_t k = 0; k < vertex_operands(vertex); k++)
            to->moves[i] |= to->moves[vertex->operands[k]];
    }
}

static void accumulate(struct accumulation *to, vertex_index result, size_t first, size_t end)
{
    find_moving(to, result, first, end);
    to->adjoints[result] = ONE;
    for (size_t i = (size_t)result + 1; i-- > 0 && !to->failed;)
        if (to->adjoints[i] != NONE && to->moves[i])
            hand_on(to, (vertex_index)i);
}

/* Store the derivatives by the variables x_first to x_(end - 1). */
static void collect(struct accumulation *to, vertex_index result, size_t first, size_t end,
                    vertex_index *derivatives)
{
    for (size_t k = first; k < end && !to->failed; k++) {
        vertex_index variable;
        to->failed = graph_variable(to->graph, (uint32_t)k, &variable) != STATUS_OK;
        if (to->failed)
            return;
        vertex_index adjoint = variable <= result ? to->adjoints[variable] : NONE;
        derivatives[k - first] = adjoint == NONE ? number(to, 0) : real(to, adjoint);
    }
}

enum status derive(struct graph *graph, vertex_index result, size_t first, size_t end,
                   vertex_index *derivatives)
{
    size_t count = (size_t)result + 1;
    struct accumulation to = { .graph = graph };
    to.adjoints = array_resize(NULL, count, sizeof *to.adjoints);
    to.moves = calloc(count, sizeof *to.moves);
    to.gated = calloc(count, sizeof *to.gated);
    to.failed = to.adjoints == NULL || to.moves == NULL || to.gated == NULL;
    if (!to.failed)
        accumulate(&to, result, first, end);
    if (!to.failed)
        collect(&to, result, first, end, derivatives);
    free(to.adjoints);
    free(to.moves);
    free(to.gated);
    return to.failed ? STATUS_FAILED : STATUS_OK;
}
