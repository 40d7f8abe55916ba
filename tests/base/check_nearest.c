/* Tests src/base/nearest.c: which known name is proposed for an unknown one. */
#include "../suite.h"

#include <string.h>

#include "base/nearest.h"

static const char *const known[] = {
    "sin",   "sinh",  "cos",     "sqrt",  "exp",          "e",
    "floor", "round", "sigmoid", "alpha", "background",
    "a-name-of-more-than-forty-eight-characters-altogether",
};

static const struct {
    const char *wanted;
    const char *proposed;
} rows[] = {
    { "sin", "sin" },
    { "sinn", "sin" },            /* the first of equals: sinh is as near */
    { "sinhh", "sinh" },
    { "sn", "sin" },              /* one left out */
    { "sni", "sin" },             /* swapped */
    { "SIN", "sin" },             /* case counts nothing */
    { "SQTR", "sqrt" },
    { "zzz", NULL },
    { "si", "sin" },
    { "q", NULL },                /* nothing of `e` would be left */
    { "E", "e" },
    { "", NULL },
    { "flor", "floor" },
    { "floorx", "floor" },
    { "flxxr", NULL },            /* two of five */
    { "sigmiod", "sigmoid" },
    { "sgmod", "sigmoid" },       /* two of seven */
    { "sgmd", NULL },             /* three of seven */
    { "bakgruond", "background" },
    { "backgr", NULL },           /* four of ten */
    { "backgro", "background" },  /* three of ten */
    { "alhpa", "alpha" },
    { "a-name-of-more-than-forty-eight-characters-altogethe", NULL },
};

static const char *propose(const char *wanted)
{
    struct nearest nearest;
    nearest_start(&nearest, wanted, strlen(wanted));
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        nearest_consider(&nearest, known[i]);
    return nearest.name;
}

START_TEST(proposals)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *proposed = propose(rows[i].wanted);
        if (rows[i].proposed == NULL)
            ck_assert_msg(proposed == NULL, "'%s' proposes '%s'", rows[i].wanted, proposed);
        else
            ck_assert_str_eq(proposed == NULL ? "nothing" : proposed, rows[i].proposed);
    }
}
END_TEST

START_TEST(the_wanted_name_needs_no_end)
{
    struct nearest nearest;
    nearest_start(&nearest, "cosine", 3);
    nearest_consider(&nearest, "cos");
    ck_assert_str_eq(nearest.name, "cos");
    ck_assert_uint_eq(nearest.distance, 0);
}
END_TEST

START_TEST(the_nearest_wins_whatever_the_order)
{
    struct nearest nearest;
    nearest_start(&nearest, "gradients", 9);
    nearest_consider(&nearest, "gradual");
    ck_assert_ptr_null(nearest.name);
    nearest_consider(&nearest, "gradianto");
    ck_assert_uint_eq(nearest.distance, 2);
    nearest_consider(&nearest, "gradient");
    nearest_consider(&nearest, "gradiants");
    ck_assert_str_eq(nearest.name, "gradient");
    ck_assert_uint_eq(nearest.distance, 1);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, proposals);
    tcase_add_test(cases, the_wanted_name_needs_no_end);
    tcase_add_test(cases, the_nearest_wins_whatever_the_order);
}

SUITE_MAIN("base nearest", add_cases)
