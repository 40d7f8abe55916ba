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

# figure ARGUMENT...: a well-formed figure, in $scratch/figure; any reader of XML that is there agrees.
figure()
{
    works --sweep=svg --output="$scratch/figure" "$@"
    test ! -s "$scratch/out" || complain "printed besides the file"
    awk -f "$srcdir/tests/cli/svg_form.awk" "$scratch/figure" ||
        complain "steepest --sweep=svg $*: is not well-formed"
    if command -v xmllint >"$scratch/reader"; then
        xmllint --noout "$scratch/figure" || complain "xmllint refuses steepest --sweep=svg $*"
    fi
}

# has COUNT PATTERN: so many lines of the figure match.
has()
{
    count=$(grep -c -- "$2" "$scratch/figure") || true
    test "$count" -eq "$1" || complain "$count lines with $2, not $1"
}

# All schemes, the present one thick; one alone has its true error beside it.
figure -c 'probe 1 2' -H 1e-3 'if(x < 9 && y > 0, x*sin(y), 0)'
has 1 '^<title>Error of ∇f against h: if(x &lt; 9 &amp;&amp; y &gt; 0, x\*sin(y), 0)</title>$'
has 1 '>at x0 = 1, x1 = 2; central h=0.001</text>$'
has 9 '^<path d="$'
has 2 '<g class="scheme-4 present">'
has 1 '>h = 0.001</text>'
figure --scheme=central6 --step=auto -c 'probe 1 2' 'x*sin(y)'
has 2 '<g class="scheme-0">'
has 2 '<g class="true-error">'
has 1 '>truncation</text>'
has 1 '>h of x1 = '

# What has no place on the axes is told.
figure --scheme=forward -c 'probe 0 0' '1/x^2'
has 0 '^<path d="$'
has 1 '>no error is known here</text>'
has 1 'a step away: at every h</text>'
figure -c 'probe 0 0' 'abs(x)'
has 1 '>kink, .*; all schemes</text>'
works --sweep=svg -c 'probe 0 0' 'abs(x)'
same "$scratch/figure" "$scratch/out"

fails 64 "steepest: --sweep:1:1: unknown format 'npy', choose tsv or svg
  npy
  ^~~" --sweep=npy
fails 64 "steepest: options '--sweep' and '--table' exclude each other" --sweep -t
finish
