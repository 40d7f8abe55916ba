#!/bin/sh
# What every option does to a frame or a table; that its forms mean the same.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"

# keep NAME ARGUMENT...: keep what it prints, to compare with.
keep()
{
    name=$1
    shift
    works "$@"
    mv "$scratch/out" "$scratch/$name"
}

# like NAME ARGUMENT...: it prints the same as what was kept.
like()
{
    name=$1
    shift
    works "$@"
    same "$scratch/$name" "$scratch/out"
}

# unlike NAME ARGUMENT...: it prints something else.
unlike()
{
    name=$1
    shift
    works "$@"
    ! cmp -s "$scratch/$name" "$scratch/out" || complain "steepest $* changes nothing"
}

# has TEXT ARGUMENT...: it prints the text among others.
has()
{
    text=$1
    shift
    works "$@"
    grep -qF -- "$text" "$scratch/out" || complain "steepest $*: no '$text'"
}

# Forms of one option.
keep frame -p --size=60x16
like frame --print --size 60x16
like frame --pri --siz=60x16
like frame --size=60x16
like frame --size=60x16 'sum(x**2)'
like frame --size=60x16 -- 'sum(x**2)'
like frame --size=60x16 -x -2:2 -y-2:2
like frame --size=60x16 --step=1e-4 --scheme=central
like frame --size=60x16 --ascent -c 'sign descent'
like frame --size=60x16 --color=never --background=auto
like frame --size=60x16 --spacing=2 --aspect=equal --cell-aspect=0.5 --glyphs=auto
works -p -o "$scratch/file" --size=60x16
same "$scratch/frame" "$scratch/file"
test ! -s "$scratch/out" || complain "-o writes to standard output too"
test "$(wc -l <"$scratch/frame")" -eq 14 || complain "not 14 lines"

# Each changes the frame.
for option in --x0=-50:50 --x1=-5:5 --step=0.1 --scheme=forward --ascent --size=60x17 \
    --glyphs=ascii --glyphs=digits --glyphs=neutral --spacing=3 --aspect=fill --cell-aspect=1 \
    --color=always -cleft; do
    unlike frame -p --size=60x16 "$option"
done
has 'h=0.1' -p -H0.1
has 'forward' -p -mforward
has "$(printf '\342\210\207f of sum')" -p --ascent
has 'x2=3' -p 'x*z' --at=x2=3
has 'a=3' -p 'a*x' --set=a=3
has '38;5;' -p --color=always
works -p --size=24x8
! grep -q needs "$scratch/out" || complain "24x8 is too small"

# Without colours there are no escape sequences, in a pipe by default.
escape=$(printf '\033')
works -p
! grep -q "$escape" "$scratch/out" || complain "escape sequences in a file"
keep dark -p --color=always --background=dark
unlike dark -p --color=always --background=light
unlike dark -p --color=always --background=unknown
COLORFGBG='15;0' && export COLORFGBG
like dark -p --color=always
like dark -p --color=always --background=auto
unset COLORFGBG
NO_COLOR=1 && export NO_COLOR
like dark -p --color=always --background=dark
unset NO_COLOR

# Without UTF-8 nothing beyond ASCII is written, nor can it be asked for.
LC_ALL=C "$STEEPEST" -p >"$scratch/ascii"
test "$(LC_ALL=C tr -d '\000-\177' <"$scratch/ascii" | wc -c)" -eq 0 || complain "not ASCII"
for glyphs in arrows neutral; do
    status=0
    LC_ALL=C "$STEEPEST" -p --glyphs=$glyphs >/dev/null 2>&1 || status=$?
    test "$status" -eq 64 || complain "--glyphs=$glyphs without UTF-8: exit status $status"
done

# Tables.
prints "$(printf 'x0\tx1\tf\tgrad0\tgrad1\n-2.0\t-2.0\t8.0\t-4.0\t-4.0')" -t --grid=1x1 -H0.5
prints 'x0,f
-2.0,8.0
2.0,8.0
-2.0,8.0
2.0,8.0' --table=csv --grid=2x2 --columns=x0,f
prints 'verdict,magnitude,angle
ok,1.0,0.0' -tcsv --grid=1x1 --columns=verdict,magnitude,angle -H.5 x
prints '[
{"x0": -2.0, "verdict": "ok"},
{"x0": 2.0, "verdict": "ok"}
]' -tjson --grid=2x1 --columns=x0,verdict
# The whole file of an NPY array: magic, version, length of the header, header, doubles.
works --table=npy --grid=2x1 --columns=x0,f 'x0 == 2 ? 1 : -0.0'
{
    printf '\223NUMPY\001\000v\000'
    printf '%-117s\n' "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2, 2), }"
    printf '\0\0\0\0\0\0\0\300\0\0\0\0\0\0\0\200'
    printf '\0\0\0\0\0\0\0\100\0\0\0\0\0\0\360\077'
} >"$scratch/expected"
same "$scratch/expected" "$scratch/out"
keep table -t
like table --table
like table --table=tsv
like table -ttsv --grid=17x17 --columns=x0,x1,f,grad0,grad1
like table -t --ascent --aspect=fill --size=30x10
unlike table -t -mbackward
# The window stays as asked, to the last bit, however the screen would fit it.
for option in --aspect=fill --spacing=3 --size=30x10; do
    prints 'x0
0.1
0.7' -t --grid=2x1 --x0=0.1:0.7 --columns=x0 "$option"
done
prints 'x0
0.1
1e+17' -t --grid=2x1 --x0=0.1:1e17 --columns=x0 --aspect=fill
test "$(wc -l <"$scratch/table")" -eq 290 || complain "not 17 x 17 lines and a header"
finish
