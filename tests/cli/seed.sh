#!/bin/sh
# The seed's figures: its 18 x 18 points byte for byte, and its rows of 324 numbers.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"
data=$srcdir/tests/cli

works --table --grid=18x18 --x0=-2:2.25 --x1=-2:2.25
same "$data/seed_field.tsv" "$scratch/out"
works -t --grid=18x18 -x -2:2.25 -y -2:2.25 seed
same "$data/seed_field.tsv" "$scratch/out"

# The seed computed its rows with x**2 summed over the row, so they end in other digits.
input=$data/seed_rows_in.txt
works -g 'sum(x**2)'
awk '
    NR == FNR { count[FNR] = NF; for (i = 1; i <= NF; i++) ours[FNR, i] = $i; next }
    NF != count[FNR] { print "line " FNR ": " count[FNR] " numbers, not " NF; bad = 1 }
    {
        for (i = 1; i <= NF; i++) {
            difference = ours[FNR, i] - $i
            if (difference > 2e-9 || difference < -2e-9) {
                print "line " FNR ", number " i ": " ours[FNR, i] " instead of " $i
                bad = 1
            }
        }
        lines++
    }
    END { exit bad || lines != 2 }
' "$scratch/out" "$data/seed_rows_out.txt" || complain "the rows differ"

# Filter and table agree in every digit.
input=$scratch/points
awk 'NR > 1 { print $1, $2 }' "$data/seed_field.tsv" >"$scratch/points"
works -g --columns=x,f,grad
awk 'NR > 1 { print $1, $2, $3, $4, $5 }' "$data/seed_field.tsv" >"$scratch/expected"
same "$scratch/expected" "$scratch/out"
finish
