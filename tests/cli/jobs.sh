#!/bin/sh
# --jobs: tables and filters have the same bytes whatever the number of threads.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"

# same ARGUMENT...: what a run with these writes does not depend on --jobs.
same()
{
    "$STEEPEST" "$@" <"$scratch/points" >"$scratch/one"
    test -s "$scratch/one" || complain "nothing was written by $*"
    for jobs in $all_jobs; do
        "$STEEPEST" "$@" --jobs="$jobs" <"$scratch/points" >"$scratch/several"
        cmp -s "$scratch/one" "$scratch/several" || complain "--jobs=$jobs gives other bytes: $*"
    done
}

all_jobs="2 3 0"
formats="tsv csv json npy"
# A sanitizer looks at what the threads do, which is the same in all formats.
if is_sanitized; then
    all_jobs="3 0"
    formats="csv npy"
fi
# Valgrind runs one thread at a time, and slowly: what matters there are the memory and its owners.
# It also hides the widest registers, whose last bits may be others: all runs are its own.
if test -n "${TEST_UNDER_VALGRIND:-}"; then
    VALGRIND_ONE_IN_TEN=""
    export VALGRIND_ONE_IN_TEN
    all_jobs=3
    formats=npy
fi

awk 'BEGIN { for (i = 0; i < 700; i++) print i / 7 - 50, i * i % 301 / 100 }' >"$scratch/points"

for format in $formats; do
    same --table="$format" --grid=61x1100 'sin(x*y)/(x - y)'
done
same --table --grid=1x1
same --table --grid=41x900 --columns=error,true-error,order,best-h,trust,condition,verdict 'x*x*y+x'
same --table --grid=40000x3 --scheme=exact 'abs(x) + sqrt(y)'
same -g --columns=x,f,grad,verdict 'sqrt(x)*y'
same -g --scheme=exact 'hypot(x, y)'

# A bad line is told, and those before it are answered, as with one thread.
sed '600s/.*/1/' "$scratch/points" >"$scratch/bad"
for jobs in 1 3; do
    status=0
    "$STEEPEST" -g 'x*y' -j "$jobs" <"$scratch/bad" >"$scratch/$jobs" 2>"$scratch/errors" || status=$?
    test "$status" = 65 || complain "a bad line with --jobs=$jobs: exit status $status"
    grep -q '^steepest: standard input:600:2: ' "$scratch/errors" ||
        complain "a bad line with --jobs=$jobs: $(cat "$scratch/errors")"
    test "$(wc -l <"$scratch/$jobs")" = 599 || complain "--jobs=$jobs does not answer 599 lines"
done
finish
