#!/bin/sh
# Every kind of wrong usage: its whole report, its exit status, and nothing on standard output.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"

# Words that are no options.
refuses 64 "steepest: unknown option '--stpe', did you mean '--step'?" --stpe=1
refuses 64 "steepest: unknown option '--zzz'; 'steepest --help' lists the options" --zzz
refuses 64 "steepest: option '--co' is ambiguous: --color, --color-by, --columns, --command or --config" --co
refuses 64 "steepest: option '--step' needs an argument: --step=H" --step
refuses 64 "steepest: option '--print' takes no argument" --print=3
refuses 64 "steepest: '-x^2' is a function, not an option; write: steepest -- '-x^2'" '-x^2'
refuses 64 "steepest: '-2*y' is a function, not an option; write: steepest -- '-2*y'" '-2*y'
refuses 64 "steepest: more than one function: 'x' and 'y'; quote a function with blanks" x y

# Options that do not go together.
refuses 64 "steepest: options '--print' and '--table' exclude each other" -p -t
refuses 64 "steepest: options '--table' and '--gradient' exclude each other" -t -g
refuses 64 "steepest: options '--gradient' and '--print' exclude each other" -gp
refuses 64 "steepest: options '--list' and '--print' exclude each other" -lp
refuses 64 "steepest: a function and option '--file' exclude each other" --file=f x
refuses 64 "steepest: option '--file' can be given only once" --file=f --file=g
refuses 64 "steepest: option '--grid' needs '--table', '--svg' or '--check-expr'" --grid=3x3 -p
refuses 64 "steepest: option '--columns' needs '--table' or '--gradient'" --columns=f
for pair in '-g --file=-' '--check=- --file=-' '-g --check-expr=1 --script=-' '-g --script=-' '--file=- --script=-' '--script=- --script=-' '--config=- -g'; do
    # The pair is two words.
    # shellcheck disable=SC2086
    refuses 64 "steepest: standard input can be read only once, by one of '--file=-', \
'--script=-', '--config=-', '--check=-' and '--gradient'" $pair
done

# Arguments that the command line reads itself.
refuses 64 "steepest: --table:1:1: unknown format 'xml', choose tsv, csv, json or npy
  xml
  ^~~" --table=xml
refuses 64 "steepest: --columns:1:3: npy holds numbers alone, not 'verdict'
  f,verdict
    ^~~~~~~" --table=npy --columns=f,verdict
refuses 64 "steepest: --table:1:1: unknown format 'tvs', did you mean 'tsv'?
  tvs
  ^~~" -ttvs
refuses 64 "steepest: --color:1:1: unknown word 'blue', choose auto, always or never
  blue
  ^~~~" --color=blue
refuses 64 "steepest: --size:1:1: expected two whole numbers, COLSxROWS, such as 80x24
  80
  ^~" --size=80
for size in x24 80x 80x24x 80X24 80x-1 ' 80x24' 80,24 1234567890x1; do
    rest=$(printf '%s' "$size" | cut -c 2- | tr -c '\n' '~')
    refuses 64 "steepest: --size:1:1: expected two whole numbers, COLSxROWS, such as 80x24
  $size
  ^$rest" "--size=$size"
done
refuses 64 "steepest: --size:1:1: expected a number from 24 to 2000
  0x24
  ^" --size=0x24
refuses 64 "steepest: --size:1:1: expected a number from 24 to 2000
  23x8
  ^~" -p --size=23x8
refuses 64 "steepest: --size:1:4: expected a number from 8 to 1000
  24x7
     ^" -p --size=24x7
refuses 64 "steepest: --size:1:1: expected a number from 24 to 2000
  2001x24
  ^~~~" --size=2001x24
refuses 64 "steepest: --size:1:4: expected a number from 8 to 1000
  80x1001
     ^~~~" --size=80x1001
refuses 64 "steepest: --grid:1:1: expected two whole numbers, NXxNY, such as 17x17
  3
  ^" -t --grid=3
refuses 64 "steepest: --grid:1:3: expected a number from 1 to 100000
  3x100001
    ^~~~~~" -t --grid=3x100001
refuses 64 "steepest: --color-by:1:1: unknown quantity 'grd1', did you mean 'grad1'?
  grd1
  ^~~~" --color-by=grd1
refuses 64 "steepest: --range:1:1: a logarithmic scale needs a range above 0
  0:2
  ^~~" --scale=log --range=0:2
refuses 64 "steepest: --columns:1:4: unknown column 'grd1', did you mean 'grad1'?
  x0,grd1
     ^~~~" -t --columns=x0,grd1
run -t --columns=foo
# What is proposed is not refused.
! grep -q check "$scratch/err" || complain "--columns=foo proposes check"
refuses 64 "steepest: --columns:1:3: a column is missing
  f,,x0
    ^" -t --columns=f,,x0
refuses 64 "steepest: --columns:1:3: a column is missing
  f,
    ^" -g --columns=f,
refuses 64 "steepest: --columns:1:1: unknown column 'foo', choose x, f, grad, error, h, magnitude \
or verdict, or one component: xK, gradK ...
  foo
  ^~~" -g --columns=foo
for column in x100000 grad01 gradx f0 x-1; do
    rest=$(printf '%s' "$column" | cut -c 2- | tr -c '\n' '~')
    run -g "--columns=$column"
    test "$status" -eq 64 || complain "--columns=$column: exit status $status"
    sed -n 3p "$scratch/err" >"$scratch/caret"
    echo "  ^$rest" >"$scratch/expected"
    same "$scratch/expected" "$scratch/caret"
done
many=f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f
works -t --grid=1x1 --columns=$many,$many,f,f,f,f,f,f
refuses 64 "steepest: --columns:1:77: more than 38 columns
  ...f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,f,x0
                                                                 ^~" -t --columns=$many,$many,f,f,f,f,f,f,x0
run -g --columns=$many,$many,$many,$many,f
test "$status" -eq 64 || complain "65 columns of the filter: exit status $status"

# Arguments that are handed to the session: the option is named in full, however it was given.
refuses 64 "steepest: --x0:1:1: the range is empty, the lower end goes first
  2:1
  ^~~" -x 2:1
refuses 64 "steepest: --x0:1:1: a range LO:HI is wanted here, as in -2:2
  a
  ^" -xa
refuses 64 "steepest: --at:1:1: xK=VALUE is wanted here, as in x2=3
  foo
  ^~~" --at=foo
refuses 64 "steepest: --lr:1:1: unknown name 'foo', choose a number, auto or edge
  foo
  ^~~" --lr=foo
refuses 64 "steepest: -c:1:1: unknown command 'd', as a key it is the command 'descend'
  d
  ^" -p -c d
refuses 64 "steepest: --set:1:1: NAME=VALUE is wanted here, as in a=2
  a
  ^" --set=a
refuses 64 "steepest: --set:1:3: a range is LEAST:VALUE:MOST, as in 0:2:10
  a=0:2
    ^~~" --set=a=0:2
refuses 64 "steepest: --set:1:5: the value lies outside its range, write LEAST:VALUE:MOST
  a=0:2pi:6
      ^~~" --set=a=0:2pi:6
refuses 64 "steepest: --set:1:1: 'a' goes from 0 to 10, to change that write 'a=LEAST:VALUE:MOST'
  a=12
  ^" --set=a=0:2:10 --set=a=12

# Functions, files and commands that are wrong.
refuses 64 "steepest: function:1:1: a function is missing
  
  ^" ''
refuses 64 "steepest: function:1:5: unknown name 'sinn', did you mean 'sin'?
  x + sinn(y)
      ^~~~" 'x + sinn(y)'
refuses 64 "steepest: function:1:1: unknown function 'Himmelblau', did you mean 'himmelblau' of \
the catalogue?
  Himmelblau
  ^~~~~~~~~~" Himmelblau
refuses 64 "steepest: function:1:1: unknown function 'peaks', steepest --list shows those that have a \
name
  peaks
  ^~~~~" peaks
refuses 64 "steepest: -c:1:1: this command needs a terminal, 'help COMMAND' and 'keys' do not
  help
  ^~~~" -c help
refuses 64 "steepest: -c:2:3: unknown command 'lfet', did you mean 'left'?
    lfet 3
    ^~~~" -c 'left
  lfet 3'
refuses 66 "steepest: $scratch/none: cannot open: No such file or directory" "--file=$scratch/none"
refuses 66 "steepest: $scratch/none: cannot open: No such file or directory" \
    "--script=$scratch/none"
refuses 66 "steepest: $scratch: cannot read: Is a directory" "--file=$scratch"
printf '\n\n\nx +\n  sinn(y)\n' >"$scratch/function"
refuses 64 "steepest: $scratch/function:5:3: unknown name 'sinn', did you mean 'sin'?
    sinn(y)
    ^~~~" "--file=$scratch/function"
printf '# width\na = 2;\nb = a*x\nb + a\n' >"$scratch/function"
refuses 64 "steepest: $scratch/function:4:1: ';' is missing before this, behind the definition of 'b'
  b + a
  ^" "--file=$scratch/function"
printf 'a = 2;\nv = x[1:];\nsum(v*x)\n' >"$scratch/function"
refuses 64 "steepest: $scratch/function:3:5: vectors of 2 and 3 entries do not go together
  sum(v*x)
      ^~~" "--file=$scratch/function" --at=x2=1
printf '# nothing\n' >"$scratch/function"
refuses 64 "steepest: $scratch/function:2:1: an expression is missing at the end
  
  ^" "--file=$scratch/function"
: >"$scratch/function"
refuses 64 "steepest: $scratch/function:1:1: a function is missing
  
  ^" "--file=$scratch/function"

# A line of the filter has all variables.
refuses 64 "steepest: options '--at' and '--gradient' exclude each other: a point has all variables" \
    -g --at=x2=1 'sum(x)'

# Outputs that cannot be made or written.
refuses 73 "steepest: $scratch/none/file: cannot create: No such file or directory" -p \
    -o "$scratch/none/file"
refuses 73 "steepest: $scratch: cannot create: Is a directory" -t -o "$scratch"
refuses 74 "steepest: /dev/full: cannot write: No space left on device" -p -o /dev/full
for mode in -p -t -l -h -V; do
    status=0
    "$STEEPEST" "$mode" >/dev/full 2>"$scratch/err" || status=$?
    test "$status" -eq 74 || complain "steepest $mode >/dev/full: exit status $status"
    echo "steepest: standard output: cannot write: No space left on device" >"$scratch/expected"
    same "$scratch/expected" "$scratch/err"
done

# A limit on the size of files is as a full disk.
(
    ulimit -f 8
    refuses 74 "steepest: $scratch/large: cannot write: File too large" --table --grid=300x300 \
        -o "$scratch/large"
    test "$failed" -eq 0
) || failed=1
test -z "$(find "$scratch" -name '*large*' -o -name '.steepest*')" || complain "a file was left"

# What was typed is shown inert, and in ASCII where the locale has nothing else.
escape=$(printf '\033')
refuses 64 "steepest: unknown option '--\\x1b[31m'; 'steepest --help' lists the options" \
    "--${escape}[31m"
LC_ALL=C
export LC_ALL
refuses 64 "steepest: unknown option '--\\u{e9}'; 'steepest --help' lists the options" "--$(
    printf '\303\251'
)"
finish
