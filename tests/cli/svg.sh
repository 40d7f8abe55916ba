#!/bin/sh
# Figures: what --svg writes is well-formed, shows the true field, and says what cannot be drawn.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"
here=$srcdir/tests/cli
figure=$scratch/figure.svg

# draws ARGUMENT...: the figure must be well-formed.
draws()
{
    works --svg "$@"
    cp "$scratch/out" "$figure"
    awk -f "$here/svg_form.awk" "$figure" || complain "steepest --svg $*: is not well-formed"
}

# has COUNT PATTERN: so many lines of the figure match.
has()
{
    count=$(grep -c -- "$2" "$figure") || true
    test "$count" -eq "$1" || complain "$count lines with $2, not $1"
}

# shows ARROWS TABLE ARGUMENT...: the figure must show the table's field.
shows()
{
    wanted=$1
    table=$2
    shift 2
    draws "$@"
    awk -v wanted="$wanted" -f "$here/svg_arrows.awk" "$table" "$figure" ||
        complain "steepest --svg $*: is not the field"
}

# one_is_enough: under valgrind, the first of many alike is looked at.
one_is_enough()
{
    test -n "${TEST_UNDER_VALGRIND:-}"
}

# The seed's figure: 18 x 18 points, one of them the minimum.
shows 323 "$here/seed_field.tsv" --aspect=fill -x -2:2.25 -y -2:2.25 --grid=18x18
has 1 '<svg xmlns="http://www.w3.org/2000/svg" version="1.1" role="img" '
has 1 '^<title>−∇f of sum(x\*\*2)</title>$'
has 1 '^<desc>Arrows at 18 by 18 places, x0 from −2 to 2.25, x1 from −2 to 2.25; central h=0.0001'
has 1 '>|∇f| = 5</text>'
has 1 '>≥ 5</text>'
has 1 '>flat</text>'
has 0 '>undefined</text>'
cp "$figure" "$scratch/first.svg"
draws
has 1 '^<desc>Arrows at 17 by 17 places, x0 from −2 to 2, x1 from −2 to 2; central h=0.0001'
has 2 '<circle class="zero"' # one of them in the legend

# Scales of its own for each axis: arrows turn with them.
works -t -x -2:2.25 -y -8.5:8.5 --grid=18x18
cp "$scratch/out" "$scratch/table"
shows 324 "$scratch/table" -x -2:2.25 -y -8.5:8.5 --aspect=fill --grid=18x18
works -t -x -2:2 -y -1:3 --grid=24x12 rosenbrock
cp "$scratch/out" "$scratch/table"
shows 288 "$scratch/table" --aspect=fill --grid=24x12 rosenbrock
works -t 'sum(-x**2)' --grid=9x9
cp "$scratch/out" "$scratch/table"
shows 80 "$scratch/table" --ascent --grid=9x9

# Equal scales: the window is widened, as on the screen.
draws -x -1:1 -y -2:2 'x*y'
has 1 '^<desc>.* x0 from −2 to 2, x1 from −2 to 2;'
draws -x -2:2 -y 1:2 --grid=36x18 'x*y'
has 1 '^<desc>Arrows at 36 by 18 places, x0 from −2 to 2, x1 from 0.5'
draws -x -1:1 -y -20:20 --aspect=auto 'x*y'
has 1 '^<desc>.* x0 from −1 to 1, x1 from −20 to 20;'

# Where no arrow can be drawn.
draws --grid=5x5 'log(x)'
has 11 '<path class="level-' # one of them in the legend
has 16 '<path class="undefined"'
has 1 '>undefined</text>'
draws --grid=5x5 'x^2 + 1e30'
has 26 '<path class="dead"'
has 1 '>f(x+h) = f(x)</text>'
has 0 '<path class="level-'
draws --grid=5x5 3
has 26 '<circle class="zero"'
has 0 '|∇f| ='
draws --grid=5x5 pole
has 2 'class="undefined"'
for function in 'x^2*1e300' 'x^2*1e308*(1 + y)' 'x^2*1e-300' 'x*1e-308*y'; do
    draws --grid=7x7 "$function"
    ! one_is_enough || break
done
draws -x 1e15:1.000000000001e15 -y -1e-300:1e-300 --aspect=fill x+y
draws -x -1e299:1e299 -y -1e299:1e299 x+y
for grid in 1x1 1x9 9x1 2x2 500x1; do
    draws --grid=$grid
    ! one_is_enough || break
done

# What may be wrong is told as on the screen: one more of each kind is in the legend.
draws --grid=9x9 'abs(x) + abs(y)'
has 18 '<path class="kink"'
has 1 '^<desc>.*; 17 kink\.</desc>$'
has 1 '^<title>kink: the slopes to both sides differ</title>$'
has 1 '>kink</text>'
has 0 '>may be reversed</text>'
draws --grid=9x9 -H 2 himmelblau
has 1 '^<g id="truncation" clip-path="url(#area)" stroke-width="[0-9.]*" stroke-dasharray='
has 1 '^<title>unsure: may be off by more than 22.5 degrees, by truncation; a smaller h may help<'
has 1 '>unsure by &gt; 22.5°</text>'
has 1 '^<title>the arrow may be reversed: '
has 0 'id="roundoff"'
draws --grid=9x9 rastrigin
has 1 '>f varies faster than the cells can show at [0-9]* % of places</text>'
has 1 '>aliased</text>'

# What is typed is no markup, and what no terminal may see is no part of a figure.
draws --grid=2x2 'if(x < 1 && y > 0, x, y)'
has 1 '^<title>−∇f of if(x &lt; 1 &amp;&amp; y &gt; 0, x, y)</title>'
printf 'x + y # "\033[31m" & <b>\n\t' >"$scratch/function"
draws --grid=2x2 --file="$scratch/function"
draws --grid=2x2 "$(awk 'BEGIN { for (i = 0; i < 5000; i++) printf "x+"; print "y" }')"
has 1 '^<text class="title".*…</text>$'

# What is shown obeys the layers; what the terminal can do does not matter.
draws --layer=arrows --grid=3x3
has 0 'id="legend"'
has 8 '<path class="level-'
draws --layer=legend --grid=3x3
has 0 'id="arrows"'
draws --grid=3x3
cp "$figure" "$scratch/first.svg"
LC_ALL=C draws --grid=3x3 --color=always --glyphs=ascii --size=24x8
same "$scratch/first.svg" "$figure"
draws --grid=3x3 -c zoom-in
has 1 '^<desc>.* x0 from −1 to 1, x1 from −1 to 1;'

# Lines are drawn where the layers ask for them.
draws --layer=contour,stream,legend himmelblau
has 1 '^<g id="contours" clip-path="url(#area)">$'
has 1 '<title>f = 100</title></path>$'
has 1 '^<g id="streamlines" clip-path="url(#area)">$'
has 0 'id="arrows"'
has 1 '>|∇f|</text>'
test "$(sed -n '/id="directions"/,/^<\/g>/p' "$figure" | grep -c ' Z"/>$')" -gt 20 ||
    complain "streamlines without directions"
draws --layer=contour,stream,arrows 3
has 0 '<path class="contour"'
for function in 1/x 'log(x)' 'x*1e300' 'floor(x)'; do
    draws --layer=contour,stream --grid=9x3 "$function"
    ! one_is_enough || break
done
draws --layer=contour,stream -x 1e15:1.000000000001e15 -y -1e-300:1e-300 --aspect=fill x+y

# Nullclines, critical points and walks, each with what is known of it; and an entry in the legend.
run --svg --layer=nullclines,critical,legend -c 'optimizer newton' -c 'descend 2 2' \
    -c 'optimizer plain' -c 'lr 1' -c 'descend 4 4' himmelblau
test "$status" = 0 || complain "a figure with walks: exit status $status"
cp "$scratch/out" "$figure"
awk -f "$here/svg_form.awk" "$figure" || complain "a figure with walks is not well-formed"
has 2 '<path class="nullcline-[01]" d="M.*<title>∂f/∂x[01] = 0</title></path>$'
has 2 '>∂f/∂x[01] = 0</text>$'
has 9 '^<g class="critical"><title>'
has 1 '<title>minimum: x0 3, x1 2, f [^,]*, curvature 25.7157 to 82.2843, index 1</title>$'
has 1 '>maximum</text>$'
has 1 '^<desc>.*; critical points: 9 found, indices sum to 1, edge says 1\.</desc>$'
has 1 '^<g><title>newton lr 1: converged at step [0-9]*: |grad f| = .* &lt;= 1e-9</title>$'
has 1 '^<g><title>plain lr 1: diverged at step 1: '
has 3 '^<circle class="start-[01]"' # one of them in the legend
has 1 '^<path class="ended-1"'
has 1 '>newton lr 1</text>$'
draws --layer=nullclines,critical --grid=3x1 -x 1e15:1.000000000001e15 -y -1e-300:1e-300 \
    --aspect=fill x+y
has 0 '<path class="nullcline'
draws --layer=nullclines 1/x

# Colours show what they show on the screen, on a white page.
draws --color-by=basin --grid=9x9 himmelblau
has 1 '^<desc>.*; colours: basin\.</desc>$'
has 4 '>[1-4] (−*[0-9.]*, −*[0-9.]*)</text>$'
has 0 'id="critical"'
draws --color-by=learning-rate --grid=9x9 himmelblau
has 1 '>no edge</text>$'
draws --color-by=grad0 --grid=9x9 -c 'range -100:100' himmelblau
has 1 '>≥ 100</text>$'
has 1 '>≤ −100</text>$'
draws --color-by=angle --layer=stream,legend --grid=9x9 himmelblau
has 1 '>angle</text>$'
cp "$figure" "$scratch/white.svg"
draws --color-by=angle --layer=stream,legend --grid=9x9 --background=dark himmelblau
same "$scratch/white.svg" "$figure"
for quantity in f divergence true-error best-h trust basin learning-rate; do
    draws --color-by=$quantity --grid=3x5 -x -1:1 -y -1:1 'sqrt(x)*1e300 + y'
    ! one_is_enough || break
done

# The table of a race stands below the figure, whose rows have the letters of the ways.
run --svg --grid=9x9 -c 'race 0 0' himmelblau
test "$status" = 0 || complain "a figure with a race: exit status $status"
cp "$scratch/out" "$figure"
awk -f "$here/svg_form.awk" "$figure" || complain "a figure with a race is not well-formed"
has 1 '>race from (0, 0): own lr, 100 steps at most</text>$'
blank=$(printf '\302\240')
has 8 ">[a-h]${blank}[a-z]*${blank}"
has 8 '^<text class="letter" '
has 1 '>distance: to the nearest minimum in sight</text>$'

# The reference is legible among many arrows; its level is the one that it would have.
draws --grid=100x100
has 1 '>|∇f| = 20</text>'

works --svg --grid=3x3 "--output=$scratch/written.svg"
test ! -s "$scratch/out" || complain "printed besides the file"
same "$scratch/first.svg" "$scratch/written.svg"

refuses 64 "steepest: options '--svg' and '--table' exclude each other" --svg -t
refuses 64 "steepest: options '--svg' and '--print' exclude each other" --svg -p
refuses 64 "steepest: options '--gradient' and '--svg' exclude each other" -g --svg
refuses 64 "steepest: option '--svg' takes no argument" --svg=18x18
refuses 64 "steepest: a figure has at most 500 arrows along an axis, --grid asks for 501" \
    --svg --grid=3x501
refuses 64 "steepest: option '--columns' needs '--table' or '--gradient'" --svg --columns=f
refuses 73 "steepest: $scratch/none/figure.svg: cannot create: No such file or directory" \
    --svg "--output=$scratch/none/figure.svg"
refuses 74 "steepest: /dev/full: cannot write: No space left on device" --svg --output=/dev/full
finish
