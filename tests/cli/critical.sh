#!/bin/sh
# --critical: the critical points of a window, and whether they are all.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"

# lists SUMMARY COUNTS ARGUMENT...: standard error has the summary, the list COUNTS of kinds.
lists()
{
    printf 'steepest: %s\n' "$1" >"$scratch/summary"
    printf '%s\n' "$2" >"$scratch/counts"
    shift 2
    run --critical "$@"
    test "$status" = 0 || complain "steepest --critical $*: exit status $status"
    same "$scratch/summary" "$scratch/err"
    tail -n +2 "$scratch/out" | cut -f 1 | sort | uniq -c | awk '
        { n = $1; $1 = ""; sub(/^ /, ""); printf "%s%d %s", comma, n, $0; comma = ", " }
        END { print "" }' >"$scratch/found"
    same "$scratch/counts" "$scratch/found"
}

lists "9 found, indices sum to 1, edge says 1" "1 maximum, 4 minimum, 4 saddle" himmelblau
head -n 1 "$scratch/out" >"$scratch/head"
printf 'kind\tx0\tx1\tf\tlambda0\tlambda1\tindex\n' >"$scratch/expected"
same "$scratch/expected" "$scratch/head"
awk -F '\t' '$1 == "maximum" { exit !($2 < -0.27084459 && $2 > -0.2708446 && $3 < -0.92303855 &&
    $3 > -0.9230386 && $4 > 181.6165 && $4 < 181.6166 && $5 < $6 && $6 < 0 && $7 == 1) }' \
    "$scratch/out" || complain "the maximum is not right"
lists "1 found, indices sum to -2, edge says -2" "1 degenerate saddle" 'x^3 - 3x*y^2'
lists "1 found, indices sum to 1, the edge is undecided: a critical point, a pole or a jump lies on it" \
    "1 minimum" --x0=0:2 'x^2 + y^2'
lists "0 found, indices sum to 0, edge says 0" "" 'x + y'
lists "0 found, indices sum to 0, edge says 1: some are missing or doubled, or f has poles or jumps" \
    "" --x0=-1:1.5 '1/(x^2 + y^2)^0.5 + 0*x'

# Other variables stand where they were fixed.
lists "1 found, indices sum to 1, edge says 1" "1 minimum" --at=x2=0.5 '(x-z)^2 + (y+z)^2'
sed -n 2p "$scratch/out" | cut -f 2,3 >"$scratch/found"
printf '0.5\t-0.5\n' >"$scratch/expected"
same "$scratch/expected" "$scratch/found"

run --critical=json 'x^2 - y^2'
printf '[\n%s\n]\n' \
    '{"kind":"saddle","x0":0.0,"x1":0.0,"f":0.0,"lambda0":-2.0,"lambda1":2.0,"index":-1}' \
    >"$scratch/expected"
same "$scratch/expected" "$scratch/out"

fails 64 "steepest: --critical:1:1: unknown format 'npy', choose tsv or json
  npy
  ^~~" --critical=npy
fails 64 "steepest: options '--critical' and '--table' exclude each other" --critical -t
exit "$failed"
