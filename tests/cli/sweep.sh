#!/bin/sh
# --sweep: error against h at the probe.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"

# Below the line of names: 49 steps, by scheme, then variable.
works --sweep -c 'probe 3 1' 'x*y'
lines=$(wc -l <"$scratch/out")
test "$lines" = $((1 + 9 * 49 * 2)) || complain "$lines lines"
works --sweep --scheme=forward -c 'probe 3 0' 'x^2'
test "$(wc -l <"$scratch/out")" = 50 || complain "one scheme and one variable: not 50 lines"
sed -n 1,3p "$scratch/out" | cut -f 1-3,5- >"$scratch/head"
printf 'scheme\th\tvalue\ttrue-error\tvariable\nforward\t1.0\t7.0\t1.0\tx0\nforward\t0.5\t6.5\t0.5\tx0\n' \
    >"$scratch/expected"
same "$scratch/expected" "$scratch/head"

# The true error of a smooth function stays below three estimates.
works --sweep --scheme=central -c 'probe 1 0' 'sin(x)'
awk -F '\t' 'NR > 1 && $5 > 3 * $4 + 1e-16 { bad = 1; print } END { exit bad }' "$scratch/out" ||
    complain "true errors are above three estimates"

# Where nothing is known, it is said so.
works --sweep=tsv -mcentral -c 'probe 0 0' 'log(x)'
printf 'central\t1.0\tnan\tinf\tnan\tx0\n' >"$scratch/expected"
sed -n 2p "$scratch/out" >"$scratch/head"
same "$scratch/expected" "$scratch/head"

fails 64 "steepest: --sweep:1:1: unknown format 'npy'; known are: tsv
  npy
  ^~~" --sweep=npy
fails 64 "steepest: options '--sweep' and '--table' exclude each other" --sweep -t
finish
