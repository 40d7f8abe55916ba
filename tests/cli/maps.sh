#!/bin/sh
# Maps of what walks would do: the edge of learning rates, and basins; and --lr=edge.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"

works -t --grid=3x3 -x -3:3 -y -3:3 --columns=x0,basin '(x^2 - 1)^2 + y^2'
printf '%s\n' 'x0	basin' '-3.0	1.0' '0.0	0.0' '3.0	2.0' '-3.0	1.0' '0.0	0.0' '3.0	2.0' \
    '-3.0	1.0' '0.0	0.0' '3.0	2.0' >"$scratch/expected"
same "$scratch/expected" "$scratch/out"

works -t --grid=3x1 -x -1.5:1.5 -y 0:0.5 --columns=learning-rate,basin \
    'x^4/12 - x^2/4 + 2y^2 + 0*log(x + 1.4)'
printf '%s\n' 'learning-rate	basin' 'nan	nan' 'nan	0.0' '0.5	2.0' >"$scratch/expected"
same "$scratch/expected" "$scratch/out"

# However many threads, the same.
works -t --grid=40x40 --columns=basin,learning-rate -j1 himmelblau
cp "$scratch/out" "$scratch/expected"
works -t --grid=40x40 --columns=basin,learning-rate -j3 himmelblau
same "$scratch/expected" "$scratch/out"

# row QUANTITY LABEL: the row of the probe says what the table does.
row()
{
    works -p --size=80x24 --aspect=fill -x -4:4 -y -4:4 -c "color-by $1" himmelblau
    shown=$(tail -n 1 "$scratch/out")
    works -t --grid=3x3 -x -4:4 -y -4:4 --columns="$1" himmelblau
    number=$(sed -n 6p "$scratch/out")
    expected=$(awk -v label="$2" -v number="$number" 'BEGIN {
        printf number == "nan" ? "no edge" : label " %.6g", number }')
    case $shown in
    *" $expected "*) ;;
    *) complain "no '$expected' in '$shown'" ;;
    esac
}

row basin basin
row learning-rate edge

fails 64 "steepest: --columns:1:1: unknown column 'basin', choose x, f, grad, error, h, \
magnitude or verdict, or one component: xK, gradK ...
  basin
  ^~~~~" -g --columns=basin himmelblau

run --lr=edge --descend=1,1 --steps=20 --scheme=exact 'x^2 + y^2'
grep -q 'plain lr 1, 2 over the largest curvature at the probe, 2' "$scratch/err" ||
    complain "nothing says what the edge is"
grep -q 'oscillates at step' "$scratch/err" || complain "the walk at the edge does not oscillate"
printf '%s\n' '1	-1.0	-1.0	2.0	2.8284271247461903' '2	1.0	1.0	2.0	2.8284271247461903' >"$scratch/expected"
sed -n 3,4p "$scratch/out" >"$scratch/found"
same "$scratch/expected" "$scratch/found"

# The edge is that of the window, wherever its options stand.
edge_is()
{
    expected=$1
    shift
    run -p "$@" 'x^2 + 3*y^2 + x^4'
    grep -q "the next walk: plain lr $expected, 2 over" "$scratch/err" ||
        complain "$*: not $expected but '$(cat "$scratch/err")'"
}

edge_is 0.006623 -x 1:9 -y 1:9 --optimizer=adam --lr=edge
edge_is 0.006623 --lr=edge -x 1:9 -y 1:9 --optimizer=adam

fails 64 "steepest: --lr:1:1: f is not convex at the probe, its curvatures are -2 and 2: move to where \
color-by learning-rate shows a number
  edge
  ^~~~" -p --lr=edge 'x^2 - y^2'
finish
