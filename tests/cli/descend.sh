#!/bin/sh
# --descend: a walk downhill as a table, and why it ended.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"

# walks REASON ARGUMENT...: the exit status is 0 and standard error has the reason alone.
walks()
{
    expected="steepest: $1"
    shift
    run "$@"
    test "$status" = 0 || complain "steepest $*: exit status $status"
    printf '%s\n' "$expected" >"$scratch/expected"
    same "$scratch/expected" "$scratch/err"
}

# The table: names, the start, a line each step.
walks 'step limit: |grad f| = 2.5 after 2 steps, about 32 more to 1e-9' \
    --descend=-5,0 --lr=0.25 --steps=2 --scheme=exact 'x^2'
printf 'step\tx0\tx1\tf\tmagnitude\n0\t-5.0\t0.0\t25.0\t10.0\n1\t-2.5\t0.0\t6.25\t5.0\n2\t%s\n' \
    '-1.25	0.0	1.5625	2.5' >"$scratch/expected"
same "$scratch/expected" "$scratch/out"

# The three walks of the note: close, crawling, and far beyond all bounds.
last()
{
    tail -n 1 "$scratch/out" | cut -f "$1"
}
walks 'step limit: |grad f| = 2.037e-9 after 100 steps, about 4 more to 1e-9' \
    --descend=-3,4 --lr=0.1 'x^2+y^2'
last 2,3 | awk '{ exit !($1 < -6.111107e-10 && $1 > -6.111109e-10 && $2 > 8.148143e-10 &&
    $2 < 8.148145e-10) }' || complain "lr 0.1 ends at $(last 2,3)"
walks 'too slow: |grad f| = 10 after 100 steps, about 1.2e11 more to 1e-9' \
    --descend=-3,4 --lr=1e-10 'x^2+y^2'
last 2,3 | awk '{ exit !($1 == -2.99999994 && $2 == 3.99999992) }' ||
    last 2,3 | awk '{ exit !($1 < -2.9999999399 && $1 > -2.9999999401 && $2 > 3.9999999199 &&
        $2 < 3.9999999201) }' || complain "lr 1e-10 ends at $(last 2,3)"
walks 'diverged at step 3: f = 1.176e9, over 10^6 times that of the start' \
    --descend=-3,4 --lr=10 'x^2+y^2'
walks 'step limit: all 100 steps taken; else: diverged at step 3: f = 1.176e9, over 10^6 times that of the start' \
    --descend=-3,4 --lr=10 --tolerance=0 'x^2+y^2'
test "$(last 1)" = 100 || complain "not all steps were taken"
last 2,3 | awk '{ exit !($1 < -2.58e13 && $1 > -2.60e13 && $2 < -1.29e12 && $2 > -1.31e12) }' ||
    complain "lr 10 ends at $(last 2,3)"

# Every optimizer comes to a minimum of Himmelblau's function, with differences and exactly.
for optimizer in plain momentum nesterov adagrad rmsprop adam flow newton; do
    for scheme in central exact; do
        run --descend=1,1 --optimizer="$optimizer" --scheme="$scheme" --steps=1000 himmelblau
        grep -q '^steepest: converged at step ' "$scratch/err" ||
            complain "$optimizer, $scheme: $(cat "$scratch/err")"
        last 2,3 | awk '{ exit !($1 > 2.99999 && $1 < 3.00001 && $2 > 1.99999 && $2 < 2.00001) }' ||
            complain "$optimizer, $scheme ends at $(last 2,3)"
    done
done

# As many variables as the point has; a step h that misleads.
run --descend=3,1,4,1,5 --lr=0.1 --steps=200 'sum(x**2)'
test "$(head -n 1 "$scratch/out")" = "step	x0	x1	x2	x3	x4	f	magnitude" ||
    complain "five variables: $(head -n 1 "$scratch/out")"
walks 'dead zone at step 0: f does not feel the step h, its gradient is unknown' \
    --descend=3,4 --step=1e-17 'x^2+y^2'
walks 'left the domain at step 1: f = nan' --descend=1,0 --lr=2 'log(x)'

fails 64 "steepest: --descend:1:1: only 1 number; 2 are needed
  1
  ^" --descend=1 himmelblau
fails 64 "steepest: --descend:1:3: 'a' is not a number
  1,a
    ^" --descend=1,a
fails 64 "steepest: --descend:1:1: x0 is not finite
  inf,1
  ^~~~~" --descend=inf,1
fails 64 "steepest: --optimizer:1:1: unknown optimizer 'nwton', did you mean 'newton'?
  nwton
  ^~~~~" --descend=1,1 --optimizer=nwton
fails 64 "steepest: --lr:1:1: a number greater than 0 is wanted here, or auto, or edge
  -1
  ^~" --descend=1,1 --lr=-1
fails 64 "steepest: --steps:1:1: a whole number from 1 to 1000000000 is wanted here
  0
  ^" --descend=1,1 --steps=0
fails 64 "steepest: options '--at' and '--descend' exclude each other: a point has all variables" \
    --descend=1,1,1 --at=x2=3 'x+y+z'

# On a frame: what the command does, in the plane that the window shows.
draws()
{
    echo "$1" >"$scratch/told"
    shift
    run --print --size=60x18 "$@"
    test "$status" = 0 || complain "steepest $*: exit status $status"
    same "$scratch/told" "$scratch/err"
}
draws 'newton lr 1: converged at step 7: |grad f| = 0 <= 1e-9' \
    --scheme=exact --descend=4,-4 --optimizer=newton himmelblau
cp "$scratch/out" "$scratch/expected"
run --print --size=60x18 --scheme=exact --optimizer=newton -c 'descend 4 -4' himmelblau
same "$scratch/expected" "$scratch/out"
grep -q O "$scratch/out" || complain "the frame has no walk"
draws 'plain lr 0.5: converged at step 1: |grad f| = 0 <= 1e-9' --lr=0.5 --scheme=exact \
    --at=x2=3 --descend=1,1 '(x-z)^2+y^2'
# A race tells its table, fitted for a reader, and the frame has it too.
run --print --size=80x24 --lr=0.1 --steps=200 -c 'race -3 4' 'x^2+y^2'
test "$status" = 0 || complain "race: exit status $status"
grep -q '^race from -3 4: central h=0.0001, lr 0.1, 200 steps at most$' "$scratch/err" ||
    complain "the race does not say what all its walks have in common"
grep -q '^[a-h] plain     0.1    104 .* converged at step 104: |grad f| = ' "$scratch/err" ||
    complain "plain descent does not win through"
test "$(wc -l <"$scratch/err")" = 10 || complain "the race's table has not ten lines"
grep -q ' race: lr 0.1' "$scratch/out" || complain "the frame has no table"
run --print --size=80x24 --lr=10 -c 'race -3 4' 'x^2+y^2'
grep -q ' plain  .* - .* diverged at step 3: ' "$scratch/err" ||
    complain "plain descent does not diverge"

# Without a walk the three are for those of a screen, and change no frame.
works -p --size=60x18 himmelblau
cp "$scratch/out" "$scratch/expected"
works -p --size=60x18 --lr=auto --steps=3 --optimizer=flow himmelblau
same "$scratch/expected" "$scratch/out"
fails 64 "steepest: --descend:1:1: a frame shows x0 and x1, give the others with --at
  1,1,1
  ^~~~~" --descend=1,1,1 --print 'x+y+z'
fails 64 "steepest: --descend:1:1: only 1 number; 2 are needed
  1
  ^" --descend=1 --print
fails 64 "steepest: options '--tolerance' and '--print' exclude each other" --descend=1,1 --print \
    --tolerance=0
fails 64 "steepest: options '--table' and '--descend' exclude each other" --table --descend=1,1
exit $failed
