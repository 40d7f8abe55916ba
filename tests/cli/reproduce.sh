#!/bin/sh
# The command line that `reproduce` tells prints the frame that it was told of, byte for byte: tried
# with sessions of random commands, the same in every run, in which every command has its part.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"

sessions=200
test -z "${TEST_UNDER_VALGRIND:-}" || sessions=5
# A sanitized program starts slowly, and its sessions are those of another.
! is_sanitized || sessions=40

cat >"$scratch/commands" <<'END'
left 3
right
up 7
down 2
probe 1/3 -pi/4
probe 1e3 -40
pan-left 5
pan-right 2
pan-up
pan-down 30
zoom-in
zoom-in 3
zoom-out 2
home
centre
window -1:2 -3:1
x0 -0.1:0.3
x1 1:1e4
aspect fill
aspect auto
spacing 3
cell-aspect 0.4
step-smaller 2
step-larger
step-decade-smaller 3
step-decade-larger
step 1e-6r
step auto
step
step-auto
error-panel one
why
describe
scheme-next 3
scheme-previous
scheme exact
sign
glyphs
glyphs ascii
layer stream,legend
layer arrows,trust,stream,contour
layer none
toggle-background
toggle-contour
toggle-grid
toggle-arrows
toggle-quiver
toggle-stream
toggle-trust
toggle-critical
toggle-nullclines
find-critical
critical
critical 1 -1/3
critical-next
critical-previous 2
toggle-legend
color-next 5
color-previous
color-by error
color-by f
scale linear
range 0.5:20
range auto
background dark
rescale
function himmelblau
function it's wrong
function sin(x) * "y"
function -x^2 + z * a
function abs(x) + 1/y # kinks
check 2x; 2y
set a=-1:0.25:3
set b=7
parameter-next
parameter-previous 2
parameter-smaller 3
parameter-larger
parameter b
at x2=-1/3
descend
descend 1/3 -2
descend -2 1e-3
walk-step
walk-step 30
race
race 1/3 -2
clear-walks
optimizer adam
optimizer newton
optimizer-next 3
lr 0.1
lr auto
steps 7
undo 2
redo
mark q
go-to q
reset
reproduce
bind z quit
unbind v
END

# Every command that needs neither a screen nor a file has its part; "repeat" needs a line typed.
awk -f "$srcdir/tests/docs/rows.awk" "$srcdir/src/session/commands.def" |
    awk -F '\t' '$1 == "COMMAND" && $0 !~ /SCREEN|\t\[?FILE\]?\t/ && $2 != "repeat" { print $2 }' \
        >"$scratch/names"
test -s "$scratch/names" || complain "no commands were read"
while read -r name; do
    grep -q "^$name\( \|$\)" "$scratch/commands" || complain "$name has no part in the sessions"
done <"$scratch/names"

awk -v sessions="$sessions" '
    { line[NR] = $0 }
    END {
        srand(7)
        for (i = 0; i < sessions; i++) {
            for (n = 1 + int(rand() * 20); n > 0; n--)
                print line[1 + int(rand() * NR)]
            print "."
        }
    }' "$scratch/commands" >"$scratch/sessions"

# A command that fails changes nothing, and is taken out.
compared=0
: >"$scratch/script"
while IFS= read -r line; do
    if test "$line" != .; then
        echo "$line" >>"$scratch/script"
        continue
    fi
    echo reproduce >>"$scratch/script"
    run -p --size=60x18 --color=always "--script=$scratch/script"
    while test "$status" -eq 64; do
        number=$(sed -n 's/^steepest: .*script:\([0-9]*\):[0-9]*: .*/\1/p' "$scratch/err")
        sed -i "${number}d" "$scratch/script"
        run -p --size=60x18 --color=always "--script=$scratch/script"
    done
    cp "$scratch/out" "$scratch/expected"
    told=$(tail -n 1 "$scratch/err")
    eval "set -- $told"
    shift
    run --color=always "$@"
    if test "$status" -ne 0 || ! cmp -s "$scratch/out" "$scratch/expected"; then
        complain "after"
        cat "$scratch/script" "$scratch/err"
        echo "this shows another frame: $told"
    fi
    compared=$((compared + 1))
    : >"$scratch/script"
done <"$scratch/sessions"
# However long the line is.
awk 'BEGIN { printf "x"; for (i = 0; i < 900; i++) printf " + sin(x*y)" }' >"$scratch/long"
run -p "--file=$scratch/long" -c reproduce
cp "$scratch/out" "$scratch/expected"
eval "set -- $(cat "$scratch/err")"
shift
works "$@"
same "$scratch/out" "$scratch/expected"
test "$compared" -eq "$sessions" || complain "only $compared sessions were compared"
finish
