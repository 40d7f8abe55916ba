#!/bin/sh
# The gradient check: rows, derivatives as a text, what they may be, and what is wrong.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"
input=$scratch/points
: >"$input"

# points TEXT: what standard input holds, with escapes of printf.
points()
{
    # The points are a format on purpose.
    # shellcheck disable=SC2059
    printf "$1" >"$scratch/points"
}

# finds STATUS VERDICTS SUMMARY ARGUMENT...: what a check ends with, says of each component in
# order, and tells on standard error, up to the numerical derivative, which is not exact.
finds()
{
    wanted=$1 verdicts=$2 summary=$3
    shift 3
    run "$@"
    test "$status" -eq "$wanted" || complain "steepest $*: exit status $status, expected $wanted"
    told=$(sed 's/, numerical .* +- .*//' "$scratch/err")
    test "$told" = "steepest: $summary" || complain "steepest $*: told $told"
    found=$(cut -f7 "$scratch/out" | tail -n +2 | tr '\n' ' ')
    test "$found" = "${verdicts:+$verdicts }" || complain "steepest $*: found $found"
}

# The table, where differences are exact.
points '# x g\n\n1 2, 3 6\r\n0\t0 3 3\n'
finds 1 'agree disagree agree agree' \
    '4 components: 3 agree, 1 disagree, 0 unresolved; worst: point 1, component 1: given 6.0' \
    --check=- '3x + 3y'
cut -f1-4,6,7 "$scratch/out" >"$scratch/found"
printf '%s\t%s\t%s\t%s\t%s\t%s\n' point component given numerical difference verdict \
    1 0 3.0 3.0 0.0 agree 1 1 6.0 3.0 3.0 disagree \
    2 0 3.0 3.0 0.0 agree 2 1 3.0 3.0 0.0 agree >"$scratch/expected"
same "$scratch/expected" "$scratch/found"
test "$(head -n 1 "$scratch/out" | cut -f5)" = error || complain "no column of errors"

# A file, an output, any dimension and several in one file, threads.
cp "$scratch/points" "$scratch/rows"
cp "$scratch/out" "$scratch/table"
status=0
"$STEEPEST" --check="$scratch/rows" -o "$scratch/file" '3x + 3y' >"$scratch/out" 2>"$scratch/err" ||
    status=$?
test "$status" -eq 1 || complain "exit status $status of a check with --output"
test ! -s "$scratch/out" || complain "--output writes to standard output too"
same "$scratch/table" "$scratch/file"
points '3 6\n1 2 3 2 4 6\n1 2 3 4 2 4 6 9\n'
finds 1 'agree agree agree agree agree agree agree disagree' \
    '8 components: 7 agree, 1 disagree, 0 unresolved; worst: point 3, component 3: given 9.0' \
    --check=- 'sum(x**2)'
fails 1 "$(cat "$scratch/err")" --check=- -j3 'sum(x**2)'
points '1 2 5 3 3 0\n'
finds 0 'agree agree agree' '3 components: 3 agree, 0 disagree, 0 unresolved' --check=- '3x + 3y'

# Steps and periods that a large h fits, and jumps, where there is no slope.
points '860.1561112199545 0.04 0 0\n'
finds 0 'agree agree' '2 components: 2 agree, 0 disagree, 0 unresolved' --check=- 'floor(x)'
points '0 1 1 0\n0 -1 -1 0\n'
finds 0 'agree agree unresolved agree' '4 components: 3 agree, 0 disagree, 1 unresolved' \
    --check=- 'atan2(x, y)'

# Mistakes: a sign, a factor, swapped components, a small term that is missing.
gradient='cos(x)*exp(y/2) + 2x*y; sin(x)*exp(y/2)/2 + x^2'
points '0.7 -1.3\n'
finds 0 'agree agree' '2 components: 2 agree, 0 disagree, 0 unresolved' \
    -g --check-expr="$gradient" 'sin(x)*exp(y/2) + x^2*y'
for wrong in 'cos(x)*exp(y/2) - 2x*y; 1' '2*(cos(x)*exp(y/2) + 2x*y); 1' \
    'sin(x)*exp(y/2)/2 + x^2; cos(x)*exp(y/2) + 2x*y' \
    'cos(x)*exp(y/2)*(1 - 1e-6) + 2x*y; sin(x)*exp(y/2)/2 + x^2*(1 - 1e-6)'; do
    run -g --check-expr="$wrong" 'sin(x)*exp(y/2) + x^2*y'
    grep -q ': 0 agree, 2 disagree' "$scratch/err" || complain "$wrong: $(cat "$scratch/err")"
    test "$status" -eq 1 || complain "$wrong: exit status $status"
done

# Whatever scheme and h are shown. Places where nothing can be told; a number that is none.
points '1 2\n'
finds 0 'agree' '1 component: 1 agree, 0 disagree, 0 unresolved' --check=- -m forward -H 0.5 'x^2'
points '0 1\n0 -1\n1 1\n'
finds 0 'unresolved unresolved agree' '3 components: 1 agree, 0 disagree, 2 unresolved' \
    --check=- 'abs(x)'
points '0.3 2.0052396389924776\n0.3 -2\n'
finds 1 'unresolved disagree' \
    '2 components: 0 agree, 1 disagree, 1 unresolved; worst: point 2, component 0: given -2.0' \
    --check=- '1e-5*round(1e5*sin(x^2 + 2x))/1'
points '0 nan\n1 nan\n2 inf\n'
finds 1 'unresolved disagree disagree' \
    '3 components: 0 agree, 2 disagree, 1 unresolved; worst: point 2, component 0: given nan' \
    --check=- '1/x'
# Waves that the first steps jump over: what is not resolved is not judged, and an average is wrong.
points '23456789 84.97196383521907\n23456789 1\n'
finds 1 'unresolved disagree' \
    '2 components: 0 agree, 1 disagree, 1 unresolved; worst: point 2, component 0: given 1.0' \
    --check=- 'x+cos(100*x)'
points '2 4.04\n'
finds 0 'agree' '1 component: 1 agree, 0 disagree, 0 unresolved' --check=- --tolerance=0.01 'x^2'

# A text of derivatives over the field, with definitions, comments and parameters.
finds 0 "$(printf '%18s' '' | sed 's/ /agree /g;s/ $//')" \
    '18 components: 18 agree, 0 disagree, 0 unresolved' --grid=3x3 --set=a=4 \
    --check-expr='r = x^2 + y^2; # squared; not the root
a*x*r
; s = a*r; s*y' '(x^2 + y^2)^2'
finds 0 'agree agree agree' '3 components: 3 agree, 0 disagree, 0 unresolved' --grid=1x1 \
    --at=x2=3 --check-expr='y*z; x*z; x*y' 'x*y*z'

# What is wrong, and where.
points '1 2 2 4\n1 2 3\n'
fails 65 'steepest: standard input:2:6: 3 numbers: a row has a point and as many derivatives
  1 2 3
       ^' --check=- 'sum(x**2)'
test "$(wc -l <"$scratch/out")" -eq 3 || complain "rows before a bad one are not answered"
points '1 2\n1 2 3\n'
fails 65 'steepest: standard input:2:6: 3 numbers, but --check-expr has 2 derivatives
  1 2 3
       ^' -g --check-expr='2x; 2y' 'sum(x**2)'
points '1 2\n'
fails 65 'steepest: standard input:1:4: a point of 1 number; 2 are needed
  1 2
     ^' --check=- 'x*y'
printf '1 2\n3 b\n' >"$scratch/rows"
fails 65 "steepest: $scratch/rows:2:3: 'b' is not a number
  3 b
    ^" --check="$scratch/rows" 'x'
points ''
fails 65 'steepest: standard input: there is no point to check' --check=- 'x'
refuses 66 "steepest: $scratch/none: cannot open: No such file or directory" \
    --check="$scratch/none"
refuses 66 "steepest: $scratch: cannot read: Is a directory" --check="$scratch"
refuses 64 "steepest: --check-expr:2:6: unknown name 'sinn', did you mean 'sin'?
  2x; 2sinn(y)
       ^~~~" --check-expr='r = x; # comment; one
2x; 2sinn(y)'
refuses 64 "steepest: --check-expr:1:3: 1 derivative for 2 variables: write one for each, between ';'
  2x
    ^" --check-expr='2x'
refuses 64 "steepest: --check-expr:1:9: 3 derivatives for 2 variables: write one for each, between ';'
  2x; 2y; 2z
          ^" --check-expr='2x; 2y; 2z'
refuses 64 "steepest: --check-expr:1:5: x2 is none of the function's 2 variables
  2x; 2z
      ^" --check-expr='2x; 2z'
refuses 64 "steepest: --check-expr:1:8: an expression is missing at the end
  2x; 2y;
         ^" --check-expr='2x; 2y;'
refuses 64 "steepest: options '--check' and '--check-expr' exclude each other" --check=- \
    --check-expr=1
refuses 64 "steepest: options '--table' and '--check-expr' exclude each other" -t --check-expr=1
refuses 64 "steepest: options '--check' and '--gradient' exclude each other" --check=- -g
refuses 64 "steepest: options '--at' and '--check' exclude each other: a point has all variables" \
    --check=- --at=x2=3
refuses 64 "steepest: option '--tolerance' needs '--check', '--check-expr' or '--descend'" --tolerance=1e-6
refuses 64 "steepest: --tolerance:1:1: expected a number from 0 to less than 1, such as 1e-6
  -1
  ^~" --check=- --tolerance=-1
# The command, and what has no gradient to check.
run -p --size=40x12 -c 'check 2x; 2y'
test "$status" -eq 0 || complain "exit status $status"
test "$(cat "$scratch/err")" = '0 of 119 samples disagree, 0 are unresolved' ||
    complain "told: $(cat "$scratch/err")"
refuses 64 "steepest: -c:1:12: unknown name 'yy', to multiply write 'y*y'
  check 2x; 2yy
             ^~" -p -c 'check 2x; 2yy'
refuses 64 "steepest: --color-by:1:1: no gradient is checked, use the command 'check g0; g1'
  check
  ^~~~~" --color-by=check
refuses 64 "steepest: --columns:1:1: colours alone show 'check'; --check-expr writes what it finds
  check
  ^~~~~" -t --columns=check
finish
