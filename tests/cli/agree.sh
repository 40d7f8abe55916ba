#!/bin/sh
# Table, filter and status row give the same numbers, whatever the step and the scheme.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"

# agree ARGUMENT...: the table's rows are what the filter answers for its points.
agree()
{
    works -t --grid=4x3 --columns=x0,x1,f,grad0,grad1,verdict "$@"
    sed 1d "$scratch/out" | tr '\t' ' ' >"$scratch/table"
    cut -d ' ' -f 1,2 "$scratch/table" >"$scratch/points"
    input=$scratch/points
    works -g --columns=f,grad,verdict "$@"
    input=/dev/null
    cut -d ' ' -f 3- "$scratch/table" >"$scratch/expected"
    cmp -s "$scratch/out" "$scratch/expected" || {
        complain "steepest $*: the filter's answers (left) and the table (right) differ"
        diff "$scratch/out" "$scratch/expected" || true
    }
}

for step in 1e-4 1e-6r auto; do
    agree -H "$step" himmelblau
    agree -H "$step" -m richardson 'sin(x*y)*exp(x/1e3)'
    agree -H "$step" -m forward -x 1e8:1e9 'x*y + 1/x'
    agree -H "$step" -m central4 'abs(x) + sqrt(y)'
done

# status ARGUMENT...: the row says at the probe what the filter answers.
status()
{
    works -p --size=120x24 -c 'probe 1 2' "$@"
    row=$(tail -n 1 "$scratch/out")
    echo '1 2' >"$scratch/points"
    input=$scratch/points
    works -g --columns=f,grad0,grad1,verdict "$@"
    input=/dev/null
    expected=$(awk '{ printf "f %.6g|%.6g %.6g |%s", $1, -$2, -$3, $4 }' "$scratch/out")
    IFS='|'
    for part in $expected; do
        case $row in
        *"$part"*) ;;
        *) complain "steepest $*: no '$part' in '$row'" ;;
        esac
    done
    unset IFS
}

for step in 1e-4 1e-6r auto; do
    status -H "$step" himmelblau
    status -H "$step" -m backward 'x^3/7 - y^2/3'
done
finish
