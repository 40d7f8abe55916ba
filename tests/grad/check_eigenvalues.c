/* Tests src/grad/eigenvalues.c. */
#include "../suite.h"

#include "grad/eigenvalues.h"

static const struct {
    double h[3];
    double eigenvalues[2];
    double edge;
} cases_known[] = {
    { { 2, 0, 2 }, { 2, 2 }, 1 },
    { { 1, 0, 4 }, { 1, 4 }, 0.5 },
    { { 2, 1, 2 }, { 1, 3 }, 2.0 / 3 },
    { { 1, 1, 1 }, { 0, 2 }, 1 }, /* semidefinite is convex */
    { { 0, 0, 8 }, { 0, 8 }, 0.25 },
    { { 1, 2, 1 }, { -1, 3 }, NAN },
    { { -1, 0, -2 }, { -2, -1 }, NAN },
    { { 0, 0, 0 }, { 0, 0 }, NAN },
    { { 1e20, 0, 1 }, { 1, 1e20 }, 2e-20 }, /* no digit of the smaller one is lost */
    { { -3, 0, 1e20 }, { -3, 1e20 }, 2e-20 },
    { { -1e20, 0, 5 }, { -1e20, 5 }, NAN },
    { { 1e20, 2e10, 5 }, { 1, 1e20 }, 2e-20 },
    { { 1, NAN, 1 }, { NAN, NAN }, NAN },
    { { INFINITY, 0, 1 }, { NAN, NAN }, NAN },
};

START_TEST(known_matrices)
{
    double eigenvalues[2];
    double edge = eigenvalues_edge(cases_known[_i].h);
    eigenvalues_find(cases_known[_i].h, eigenvalues);
    if (isnan(cases_known[_i].edge))
        ck_assert_double_nan(edge);
    else
        ck_assert_double_eq_tol(edge, cases_known[_i].edge, 1e-15);
    for (int i = 0; i < 2 && !isnan(cases_known[_i].eigenvalues[i]); i++)
        ck_assert_double_eq_tol(eigenvalues[i], cases_known[_i].eigenvalues[i], 1e-15);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_loop_test(cases, known_matrices, 0, sizeof cases_known / sizeof cases_known[0]);
}

SUITE_MAIN("grad eigenvalues", add_cases)
