/* Tests src/expr/print.c: texts in their one form; check_random.c tests that it means the same. */
#include "../suite.h"

#include "compile.h"
#include "expr/print.h"

/* Append the one form of a text to `printed`. */
static void print_text(const char *bytes, size_t length, const struct parameters *parameters,
                       struct text *printed)
{
    struct source_text source = function_text(bytes, length);
    struct tree tree = { .nodes = NULL };
    struct failure failure;
    if (parse(&source, 0, length, parameters, &tree, &failure) != STATUS_OK)
        ck_abort_msg("%s: %s", bytes, failure.message);
    tree_print(&source, &tree, printed);
    ck_assert(!printed->failed);
    tree_free(&tree);
}

START_TEST(forms)
{
    static const struct {
        const char *text;
        const char *form;
    } rows[] = {
        { "x", "x" },
        { " ( ( x ) ) ", "x" },
        { "x0+x1*x2", "x + y*z" },
        { "x0 + sum(x)", "x0 + sum(x)" },
        { "x11", "x11" },
        { "2x^2", "2*x^2" },
        { "x**2", "x^2" },
        { "3(x+1)^2", "3*(x + 1)^2" },
        { "-2^2", "-2^2" },
        { "(-2)^2", "(-2)^2" },
        { "-(2x)", "-(2*x)" },
        { "-2*x", "-2*x" },
        { "--x", "x" },
        { "-(-x)", "-(-x)" },
        { "x - -y", "x - -y" },
        { "x^-y", "x^-y" },
        { "2^-x^2", "2^-x^2" },
        { "(2^3)^4", "(2^3)^4" },
        { "2^(3^4)", "2^3^4" },
        { "x-(y-z)", "x - (y - z)" },
        { "(x-y)-z", "x - y - z" },
        { "x/(y*z)", "x/(y*z)" },
        { "x/y/z", "x/y/z" },
        { "x*(2y)", "x*(2*y)" },
        { "1.50", "1.5" },
        { ".5e1", "5" },
        { "1e400", "inf" },
        { "0.0", "0" },
        { "12.25e-9", "1.225e-8" },
        { "0.1000000000000000055", "0.1" },
        { "1e16 + 1e15 + 123456.0", "1e16 + 1000000000000000 + 123456" },
        { "100000000000000000000", "1e20" },
        { "1e-7*x", "1e-7*x" },
        { "np.pi*x + math.e", "pi*x + e" },
        { "np.inf - numpy.nan", "inf - nan" },
        { "a*x", "a*x" },
        { "2a", "2*a" },
        { "np.arctan2(y,x)", "atan2(y, x)" },
        { "np.where(x>0,np.power(x,2),ln(x))", "if(x > 0, pow(x, 2), log(x))" },
        { "np.linalg.norm(x)", "norm(x)" },
        { "minimum(x,y) - min(x,y,z)", "minimum(x, y) - min(x, y, z)" },
        { "!x&~y|z", "!x & !y | z" },
        { "!(x&y)", "!(x & y)" },
        { "!(x<y)", "!x < y" },
        { "(!x)<y", "(!x) < y" },
        { "!!x", "!!x" },
        { "(x<y)<z", "(x < y) < z" },
        { "x&&y||z", "x & y | z" },
        { "x&(y|z)", "x & (y | z)" },
        { "x ? y : z ? 1 : 2", "x ? y : z ? 1 : 2" },
        { "(x ? y : z) ? 1 : 2", "(x ? y : z) ? 1 : 2" },
        { "1 + (x ? y : z)", "1 + (x ? y : z)" },
        { "sin(x ? y : z)", "sin(x ? y : z)" },
        { "x[0]", "x[0]" },
        { "x[ 1 : ][ :: -1 ][0]", "x[1:][::-1][0]" },
        { "sum(x[:])", "sum(x[:])" },
        { "sum(x[1:2:3])", "sum(x[1:2:3])" },
        { "x[len(x)//2]", "x[floor(len(x)/2)]" },
        { "(x+1)[(1 ? 0 : 1)]", "(x + 1)[(1 ? 0 : 1)]" },
        { "(x)[1]^2", "x[1]^2" },
        { "b=2x; # twice\nb+ b", "b = 2*x; b + b" },
        { "b=x;c=b;x", "b = x; c = b; x" },
    };
    static const struct parameters parameters = {
        .entries = { { .name = "a", .value = 0.1 } }, .count = 1
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct text printed = TEXT_EMPTY;
        print_text(rows[i].text, strlen(rows[i].text), &parameters, &printed);
        ck_assert_str_eq(text_string(&printed), rows[i].form);
        text_free(&printed);
    }
}
END_TEST

/* The longest sums are deep trees, which take no deep recursion and no quadratic time. */
START_TEST(the_longest_texts)
{
    static const struct {
        const char *before;
        const char *repeated;
        const char *after;
    } rows[] = {
        { "", "x-", "x" }, { "", "x/", "x" }, { "", "x[0]+", "x" }, { "x[", "1:][", "0]" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct text text = TEXT_EMPTY;
        struct text printed = TEXT_EMPTY;
        text_append(&text, rows[i].before);
        while (text.length < SYNTAX_TEXT_MOST / 2)
            text_append(&text, rows[i].repeated);
        text_append(&text, rows[i].after);
        print_text(text.bytes, text.length, &no_parameters, &printed);
        ck_assert_uint_ge(printed.length, text.length);
        text_free(&text);
        text_free(&printed);
    }
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, forms);
    tcase_add_test(cases, the_longest_texts);
}

SUITE_MAIN("expr print", add_cases)
