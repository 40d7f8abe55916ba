#!/bin/sh
# Commands and scripts: their order, what they may hold, and where their errors point.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"

# one ARGUMENT...: f and the gradient at the window's lower left corner.
one()
{
    works -t --grid=1x1 --columns=x0,x1,f "$@"
    sed -n 2p "$scratch/out"
}

# expect EXPECTED ARGUMENT...: what `one` shows, its tabs as blanks.
expect()
{
    expected=$1
    shift
    found=$(one "$@" | tr '\t' ' ')
    test "$found" = "$expected" || complain "steepest $*: '$found' instead of '$expected'"
}

# Options stand in any order, but parameters come before the function, windows behind it.
expect '-2.0 -2.0 8.0'
expect '-5.0 -5.0 50.0' sphere
expect '-1.0 -5.0 26.0' -x -1:1 sphere
expect '-1.0 -2.0 5.0' -x -1:1
expect '-2.0 -2.0 -6.0' 'a*x' --set=a=3
expect '-2.0 -2.0 -8.0' --set=a=3 'a*x' --set a=4
expect '-2.0 -2.0 -6.0' 'a*x' --set=a=0:3:10
expect '-2.0 -2.0 -8.0' 'a*x' --set=a=0:3:10 --set=a=4
expect '-2.0 -2.0 -6.0' --at=x2=3 'x*z'
# A vector text has as many variables as it wants.
expect '-2.0 -2.0 20.0' 'sum(arange(2, 5)*x*x)'
expect '-2.0 -2.0 56.0' 'sum(arange(2, 5)*x*x)' --at=x2=3
# Commands come behind all options, in order.
expect '0.0 -2.0 4.0' -c 'x0 0:1' -x 5:6
expect '3.0 -2.0 13.0' -c 'x0 0:1' -c 'x0 3:4'
expect '-2.0 -2.0 -2.0' -c 'function x' sphere -c 'window -2:2 -2:2'

# Scripts: blank lines, comments, CR LF, a last line without a newline.
printf '# a window\n\n  x0 0:1\r\n\t# more\nx1 5:6' >"$scratch/script"
expect '0.0 5.0 25.0' "--script=$scratch/script"
expect '0.0 7.0 49.0' "--script=$scratch/script" -c 'x1 7:8'
expect '0.0 5.0 25.0' -c 'x1 7:8' "--script=$scratch/script"
expect '0.0 5.0 25.0' -c "$(cat "$scratch/script")"
input=$scratch/script
expect '0.0 5.0 25.0' --script=-
input=/dev/null
expect '-2.0 -2.0 8.0' --script=-

# quit ends with 0, without output and without a look at what follows.
works -p -c quit
test ! -s "$scratch/out" || complain "a frame after quit"
works -t -o "$scratch/table" -c 'left
quit
nonsense' -c nonsense
test ! -e "$scratch/table" || complain "a file after quit"

# Functions from files.
printf 'x^2 +\n  3y\n' >"$scratch/function"
expect '-2.0 -2.0 -2.0' "--file=$scratch/function"
input=$scratch/function
expect '-2.0 -2.0 -2.0' --file=-
input=/dev/null
printf '# a valley\nwidth = 2; # along x\nr = (x/width)^2 +\n    y^2;\n\nr - 2\n' >"$scratch/function"
expect '-2.0 -2.0 3.0' "--file=$scratch/function"

# Errors name the text, the line and the column.
printf 'left\n\n  function x + sinn(y)\n' >"$scratch/script"
refuses 64 "steepest: $scratch/script:3:16: unknown name 'sinn', did you mean 'sin'?
    function x + sinn(y)
                 ^~~~" "--script=$scratch/script"
refuses 64 "steepest: -c:2:6: a number is wanted here, not a variable
  step x
       ^" -c 'left
step x'
printf '\n\nfunction sinn(x)' >"$scratch/script"
input=$scratch/script
refuses 64 "steepest: standard input:3:10: unknown name 'sinn', did you mean 'sin'?
  function sinn(x)
           ^~~~" --script=-
input=/dev/null
# A long name is cut, its line stays right.
long=$scratch/$(awk 'BEGIN { for (i = 0; i < 150; i++) printf "d" }')
printf '\n\nfunction sinn(x)' >"$long"
run "--script=$long"
test "$status" -eq 64 || complain "exit status $status"
grep -q "\.\.\.:3:10: unknown name 'sinn'" "$scratch/err" || complain "$(cat "$scratch/err")"
# Where the session has no place to point at, the command is shown.
run -c 'x0 1e299:1.1e299' -c 'pan-right 1000000000'
test "$status" -eq 64 || complain "exit status $status"
test "$(sed -n 2p "$scratch/err")" = '  pan-right 1000000000' || complain "$(cat "$scratch/err")"

# Sizes of texts, from both sides: 64 KiB of function, 1 MiB of script.
awk 'BEGIN { for (i = 0; i < 65535; i++) printf " "; printf "x" }' >"$scratch/function"
works -p "--file=$scratch/function"
printf ' ' >>"$scratch/function"
run -p "--file=$scratch/function"
test "$status" -eq 64 || complain "a function of more than 64 KiB: exit status $status"
grep -q "function:1:1: " "$scratch/err" || complain "$(cat "$scratch/err")"
awk 'BEGIN { for (i = 0; i < 1048576; i++) printf "\n" }' >"$scratch/script"
works -p "--script=$scratch/script"
echo >>"$scratch/script"
refuses 64 "steepest: $scratch/script:1:1: a script of more than 1048576 bytes
  
  ^" -p "--script=$scratch/script"

# What commands tell is a line of standard error, in their order; what they only change is not.
run -p --size=40x10 -c function -c 'toggle-grid' -c why -c 'color-by f'
test "$status" -eq 0 || complain "exit status $status"
case $(cat "$scratch/err") in
'function: sum(x^2)
h=0.0001: error '*', mostly roundoff; best h='*'; auto: x0 h=1, x1 h=1') ;;
*) complain "told: $(cat "$scratch/err")" ;;
esac

run -p --size=40x10 -c why '1/x^2'
test "$(cat "$scratch/err")" = \
    'h=0.0001: undefined here; auto: x0 none, f is undefined, x1 none, f is undefined' ||
    complain "told: $(cat "$scratch/err")"

# Files that commands write hold what options print; a session leads to its frame again.
cd "$scratch"
pan="function sin(x) * y"
works -p -c "$pan" -c 'zoom-in' -c 'pan-left 3' -c 'write frame.txt'
for file in frame.ans figure.svg table.tsv table.csv table.json table.npy; do
    works -p --color=always -c "$pan" -c 'zoom-in' -c 'pan-left 3' -c "write $file"
done
works -p -c "$pan" -c 'zoom-in' -c 'pan-left 3'
same out frame.txt
works -p --color=always -c "$pan" -c 'zoom-in' -c 'pan-left 3'
same out frame.ans
works --svg -c "$pan" -c 'zoom-in' -c 'pan-left 3'
same out figure.svg
for format in tsv csv json npy; do
    works "--table=$format" -c "$pan" -c 'zoom-in' -c 'pan-left 3'
    same out "table.$format"
done
works -p -c "$pan" -c 'zoom-in' -c 'pan-left 3' -c 'layer stream' -c 'pan-up' -c 'write a b.steepest'
cp out expected
works -p '--script=a b.steepest'
same out expected
works -p --set=a=3 -c 'color-by f' -c 'source a b.steepest'
same out expected
test "$(head -n 2 'a b.steepest' | tail -n 1)" = reset || complain "$(cat 'a b.steepest')"
refuses 64 "steepest: -c:1:7: the file exists, use 'overwrite' to replace it
  write frame.txt
        ^~~~~~~~~" -p -c 'write frame.txt'
run -p -c write -c write
test "$(cat err)" = 'written: steepest.svg
written: steepest-2.svg' || complain "told: $(cat err)"
same steepest.svg steepest-2.svg
works --svg
same out steepest.svg
works -p -c 'overwrite frame.txt'
same out frame.txt
refuses 64 "steepest: -c:1:7: a name is wanted that ends in .txt .ans .svg .tsv .csv .json .npy or .steepest
  write frame.png
        ^~~~~~~~~" -p -c 'write frame.png'
run -p -c 'write nowhere/frame.txt'
test "$status" -eq 73 || complain "exit status $status"

# Of a file whose commands fail nothing stays, and files cannot lead into one another for ever.
printf 'zoom-in\nsinn\n' >wrong
refuses 64 "steepest: wrong:2:1: unknown command 'sinn', did you mean 'sign'?
  sinn
  ^~~~" -p -c 'source wrong'
refuses 66 'steepest: nothing: cannot open: No such file or directory' -p -c 'source nothing'
printf 'write sliced.txt\0.svg\n' >sliced
refuses 64 "steepest: sliced:1:17: a path has no NUL
  write sliced.txt\\x00.svg
                  ^~~~" -p -c 'source sliced'
test ! -e sliced.txt || complain "a path was cut at a NUL"
refuses 66 "steepest: '': cannot open: No such file or directory" -p --config=
echo 'source round' >round
run -p -c 'source round'
test "$status" -eq 64 || complain "exit status $status"
grep -q 'lead at most 8 deep' err || complain "$(cat err)"
printf '\nsource round\n' >round
run -p -c 'source round'
grep -q '^steepest: round:2:8: files of commands lead' err || complain "$(cat err)"
# A file that is called as a command begins is not taken for the text of a function.
printf 'sinn\n' >so
refuses 64 "steepest: so:1:1: unknown command 'sinn', did you mean 'sign'?
  sinn
  ^~~~" -p -c 'source so'
# A file that fails leaves the changes before it as they were, to be undone.
printf 'zoom-in\nundo\n' >undone
refuses 64 "steepest: undone:2:1: a file of commands cannot undo
  undo
  ^~~~" -p -c 'source undone'
cd - >/dev/null
# A path may begin at home.
home=${HOME-}
export HOME="$scratch"
run -p -c 'write ~/at-home.steepest'
test -s "$scratch/at-home.steepest" || complain "write ~/at-home.steepest: no such file"
run -p -c 'source ~/at-home.steepest'
test "$status" -eq 0 || complain "source ~/at-home.steepest: exit status $status"
export HOME="$home"

finish
