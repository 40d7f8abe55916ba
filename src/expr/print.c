/* From a syntax tree back to a text. */
#include "expr/print.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/size.h"

/* How tightly a node binds, tightest last. */
enum level { CHOICE, OR, AND, NOT, COMPARISON, SUM, PRODUCT, SIGN, POWER, PRIMARY };

/* Operators between two operands, which must bind at least so tightly. */
static const struct {
    const char *sign;
    enum level level;
    enum level left;
    enum level right;
} binaries[OPERATION_COUNT] = {
    [OPERATION_OR] = { " | ", OR, OR, AND },
    [OPERATION_AND] = { " & ", AND, AND, NOT },
    [OPERATION_LESS] = { " < ", COMPARISON, SUM, SUM },
    [OPERATION_LESS_EQUAL] = { " <= ", COMPARISON, SUM, SUM },
    [OPERATION_GREATER] = { " > ", COMPARISON, SUM, SUM },
    [OPERATION_GREATER_EQUAL] = { " >= ", COMPARISON, SUM, SUM },
    [OPERATION_EQUAL] = { " == ", COMPARISON, SUM, SUM },
    [OPERATION_NOT_EQUAL] = { " != ", COMPARISON, SUM, SUM },
    [OPERATION_ADD] = { " + ", SUM, SUM, PRODUCT },
    [OPERATION_SUBTRACT] = { " - ", SUM, SUM, PRODUCT },
    [OPERATION_MULTIPLY] = { "*", PRODUCT, PRODUCT, SIGN },
    [OPERATION_DIVIDE] = { "/", PRODUCT, PRODUCT, SIGN },
    [OPERATION_MODULO] = { "%", PRODUCT, PRODUCT, SIGN },
    [OPERATION_POWER] = { "^", POWER, PRIMARY, SIGN },
};

/* What is still to be written: words, or a node where there are none. */
struct piece {
    const char *words;
    const struct node *node;
};

/* A tree being written. A stack instead of recursion: long sums are deep trees. */
struct printer {
    const struct source_text *source;
    const struct tree *tree;
    bool is_vector;
    struct piece *pieces; /* the next one last, owned */
    size_t count;
    size_t capacity;
    struct text *text;
};

static enum level level_of(const struct node *node)
{
    if (node->kind != NODE_OPERATION)
        return PRIMARY;
    switch (node->operation) {
    case OPERATION_SELECT:
        return CHOICE;
    case OPERATION_NOT:
        return NOT;
    case OPERATION_NEGATE:
        return SIGN;
    default:
        return binaries[node->operation].sign == NULL ? PRIMARY : binaries[node->operation].level;
    }
}

static void push(struct printer *printer, const char *words, const struct node *node)
{
    enum { FIRST_CAPACITY = 64 };
    if (printer->count == printer->capacity) {
        size_t capacity = printer->capacity == 0 ? FIRST_CAPACITY : 2 * printer->capacity;
        struct piece *grown = array_resize(printer->pieces, capacity, sizeof *grown);
        if (grown == NULL) {
            printer->text->failed = true;
            return;
        }
        printer->pieces = grown;
        printer->capacity = capacity;
    }
    printer->pieces[printer->count++] = (struct piece){ .words = words, .node = node };
}

static const struct node *child(const struct printer *printer, const struct node *node, size_t k)
{
    return &printer->tree->nodes[printer->tree->children[node->children + k]];
}

/* Push child `k`, in parentheses unless it binds at least as tightly as `least`. */
static void push_child(struct printer *printer, const struct node *node, size_t k,
                       enum level least)
{
    const struct node *operand = child(printer, node, k);
    bool parentheses = level_of(operand) < least;
    push(printer, parentheses ? ")" : "", NULL);
    push(printer, NULL, operand);
    push(printer, parentheses ? "(" : "", NULL);
}

/* Push all children as the arguments of a function. */
static void push_arguments(struct printer *printer, const struct node *node)
{
    push(printer, ")", NULL);
    for (size_t k = node->count; k-- > 0;) {
        push_child(printer, node, k, CHOICE);
        push(printer, k > 0 ? ", " : "(", NULL);
    }
}

static void print_choice(struct printer *printer, const struct node *node)
{
    push_child(printer, node, 2, CHOICE);
    push(printer, " : ", NULL);
    push_child(printer, node, 1, CHOICE);
    push(printer, " ? ", NULL);
    push_child(printer, node, 0, OR);
}

static void print_operation(struct printer *printer, const struct node *node)
{
    switch (node->operation) {
    case OPERATION_SELECT:
        print_choice(printer, node);
        break;
    case OPERATION_NOT:
        text_append(printer->text, "!");
        push_child(printer, node, 0, NOT);
        break;
    case OPERATION_NEGATE:
        /* Two signs in a row would be none. */
        text_append(printer->text, "-");
        push_child(printer, node, 0, POWER);
        break;
    case OPERATION_FLOOR:
        text_append(printer->text, "floor");
        push_arguments(printer, node);
        break;
    default:
        push_child(printer, node, 1, binaries[node->operation].right);
        push(printer, binaries[node->operation].sign, NULL);
        push_child(printer, node, 0, binaries[node->operation].left);
    }
}

/* The first of the names that a function has. */
static const char *plain_name(const struct function *function)
{
    for (size_t i = 0; i < function_count(); i++) {
        const struct function *other = function_at(i);
        if (other->operation == function->operation && other->folding == function->folding &&
            other->least == function->least && other->most == function->most)
            return other->name;
    }
    return function->name;
}

/* The fewest digits that read back, without what repr adds to them: `5` for 5.0, `1e-7`. */
static void print_digits(struct text *text, double number)
{
    char digits[NUMBER_SIZE];
    number_repr(number, digits);
    size_t mantissa = strcspn(digits, "e");
    size_t whole = strcspn(digits, ".");
    bool is_whole = strncmp(digits + whole, ".0", 2) == 0 && whole + 2 == mantissa;
    text_append_bytes(text, digits, is_whole ? whole : mantissa);
    if (digits[mantissa] == 'e')
        text_append_format(text, "e%d", atoi(digits + mantissa + 1));
}

/* A constant's or parameter's name as the source has it, without its prefix; else the digits. */
static void print_number(struct printer *printer, const struct node *node)
{
    const char *bytes = printer->source->bytes + node->start;
    size_t length = node->length;
    if (strchr("0123456789.", bytes[0]) == NULL) {
        size_t name = length;
        while (name > 0 && bytes[name - 1] != '.')
            name--;
        text_append_bytes(printer->text, bytes + name, length - name);
        return;
    }
    print_digits(printer->text, node->number);
}

static void print_variable(struct printer *printer, size_t variable)
{
    static const char *const names[] = { "x", "y", "z" };
    if (variable == 0 && printer->is_vector)
        text_append(printer->text, "x0");
    else if (variable < sizeof names / sizeof names[0])
        text_append(printer->text, names[variable]);
    else
        text_append_format(printer->text, "x%zu", variable);
}

/* The colon before a part of a slice and the part; nothing for a step that is left out. */
static void push_part(struct printer *printer, const struct node *node, size_t k)
{
    bool left_out = child(printer, node, k)->kind == NODE_NOTHING;
    if (!left_out)
        push_child(printer, node, k, OR);
    if (k == 2 || (k == 3 && !left_out))
        push(printer, ":", NULL);
}

static void print_brackets(struct printer *printer, const struct node *node)
{
    push(printer, "]", NULL);
    for (size_t k = node->count; k-- > 1;)
        push_part(printer, node, k);
    push(printer, "[", NULL);
    push_child(printer, node, 0, PRIMARY);
}

/* Write a node's first words and push what follows. */
static void print_node(struct printer *printer, const struct node *node)
{
    switch (node->kind) {
    case NODE_NUMBER:
        print_number(printer, node);
        break;
    case NODE_VARIABLE:
        print_variable(printer, node->variable);
        break;
    case NODE_VECTOR:
        text_append(printer->text, "x");
        break;
    case NODE_OPERATION:
        print_operation(printer, node);
        break;
    case NODE_CALL:
        text_append(printer->text, plain_name(node->function));
        push_arguments(printer, node);
        break;
    case NODE_INDEX:
    case NODE_SLICE:
        print_brackets(printer, node);
        break;
    case NODE_NOTHING:
        break;
    case NODE_NAME:
        text_append(printer->text, printer->tree->definitions[node->definition].name);
        break;
    }
}

static void print_tree(struct printer *printer, const struct node *root)
{
    push(printer, NULL, root);
    while (printer->count > 0 && !printer->text->failed) {
        struct piece piece = printer->pieces[--printer->count];
        if (piece.words != NULL)
            text_append(printer->text, piece.words);
        else
            print_node(printer, piece.node);
    }
}

void tree_print(const struct source_text *source, const struct tree *tree, struct text *text)
{
    struct printer printer = {
        .source = source, .tree = tree, .is_vector = tree_is_vector(tree), .text = text
    };
    for (size_t i = 0; i < tree->definitions_count; i++) {
        text_append_format(text, "%s = ", tree->definitions[i].name);
        print_tree(&printer, &tree->nodes[tree->definitions[i].node]);
        text_append(text, "; ");
    }
    print_tree(&printer, &tree->nodes[tree->count - 1]);
    free(printer.pieces);
}
