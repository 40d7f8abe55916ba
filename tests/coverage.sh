#!/bin/sh
# Prints how much of each layer, given by name, the tests have run, from the files that gcov reads
# in the build; fails below the least.
set -eu
least=90 # percent of a layer's lines

for layer in "$@"; do
    for notes in "src/$layer"/*.gcno; do
        test ! -f "$notes" || $GCOV -n "$notes" 2>/dev/null
    done | awk -v layer="$layer" '
        /^File / { counts = $0 ~ ("src/" layer "/[a-z0-9_]+\\.c.$") }
        /^Lines executed:/ && counts {
            split($0, parts, /[:%]| of /)
            lines += parts[4]
            run += parts[2] / 100 * parts[4]
            counts = 0
        }
        END { printf "%s %.0f %d\n", layer, run, lines }'
done | awk -v least="$least" '
    function show(name, run, lines) {
        printf "%-8s %6.2f %% of %5d lines\n", name, lines ? 100 * run / lines : 0, lines
    }
    {
        show($1, $2, $3)
        run += $2
        lines += $3
        if ($2 * 100 < least * $3 || $3 == 0)
            low = low " " $1
    }
    END {
        show("total", run, lines)
        if (low != "") {
            print "below " least " %:" low
            exit 1
        }
    }'
