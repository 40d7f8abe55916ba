#!/bin/sh
# The filter -g: separators, columns, dimensions, long lines, and lines that are wrong.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"
input=$scratch/points

# answers POINTS EXPECTED ARGUMENT...: what the points, with escapes of printf, are answered by.
answers()
{
    # The points are a format on purpose.
    # shellcheck disable=SC2059
    printf "$1" >"$scratch/points"
    shift
    prints "$@"
}

# stops POINTS ANSWERS REPORT ARGUMENT...: the points before a bad line are answered.
stops()
{
    # shellcheck disable=SC2059
    printf "$1" >"$scratch/points"
    # shellcheck disable=SC2059
    printf "$2" >"$scratch/answers"
    shift 2
    fails 65 "$@"
    same "$scratch/answers" "$scratch/out"
}

# With h = 0.5 these differences are exact.
answers '3 4\n' '6.0 8.0' -g -H0.5
# A text may want a length of its own.
answers '1 2 3\n' '2.0 8.0 18.0' -g -H0.5 'np.sum(np.arange(1, 4)*x**2)'
answers '3 4\n1,2\n5\t6\n7 , 8\n' '6.0 8.0
2.0 4.0
10.0 12.0
14.0 16.0' -g -H0.5
answers '\n  \n# 1 2\n  # 3\n3 4\r\n\r\n1 2' '6.0 8.0
2.0 4.0' --gradient --step=0.5
answers ' -0.0 inf\nnan 1\n' '-0.0 inf inf nan nan undefined
nan 1.0 nan nan nan undefined' -g --columns=x,f,grad,verdict
: >"$scratch/points"
works -g
test ! -s "$scratch/out" || complain "an empty input has an answer"

# Columns.
answers '3 4\n' '3.0 4.0 25.0 6.0 8.0 10.0 ok' -g -H0.5 --columns=x,f,grad,magnitude,verdict
answers '3 4\n' '8.0 3.0 8.0' -g -H0.5 --columns=grad1,x0,grad1
answers '3 4\n' '25.0' -g -H0.5 --columns=f
answers '1e17\n' '1e+17 dead' -g x --columns=f,verdict

# The line says the dimension; what the function does not use changes nothing.
answers '3\n3 4\n3 4 0\n1\n2\n' '9.0 ok
25.0 ok
25.0 ok
1.0 ok
4.0 ok' -g -H0.5 'sum(x**2)' --columns=f,verdict
answers '3 4 1e300 inf\n' '4.0 3.0 0.0 0.0' -g -H0.5 'x*y'
answers '1 0 7\n' 'inf nan nan nan undefined' -g '1/y' --columns=f,grad,verdict
# The rest that decimal steps leave of 0 is no scale: all steps near it are lost in f.
answers '5.551115123125783e-17 1\n' '0.9999999999636202 2.0 ok' -g -H auto 'sin(x) + y^2' \
    --columns=grad,verdict
answers 'inf 1\n' 'nan nan 0.25 undefined' -g -H auto 'x + y^2/2' --columns=grad,h1,verdict
answers '3\n3 4\n' '3.0
5.0' -g 'norm(x)' --columns=f

# Many lines are answered in order, whatever the blocks they are computed in.
awk 'BEGIN { for (i = 1; i <= 1000; i++) print i, -i }' >"$scratch/points"
works -g -H0.5 'x + 2y' --columns=x,grad
awk 'BEGIN { for (i = 1; i <= 1000; i++) print i ".0 -" i ".0 1.0 2.0" }' >"$scratch/expected"
same "$scratch/expected" "$scratch/out"

# Long lines.
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "1 "; print "" }' >"$scratch/points"
prints '100000.0' -g 'sum(x)' --columns=f
prints '1.0 0.0 0.0' -g -H0.5 'x*y' --columns=grad1,grad2,grad99999

# Steps, and what is known of errors.
answers '1 2\n1e16 3\n' '0.0001 0.0001 ok
0.0001 0.0001 dead' -g --columns=h,verdict 'x*y'
answers '1 2\n1e16 3\n' '1e-06 2e-06 ok
10000000000.0 3e-06 ok' -g -H1e-6r --columns=h,verdict 'x*y'
answers ' -1\n' 'undefined inf nan' -g -mforward --columns=verdict,error0,grad0 'sqrt(x)'
answers '0\n' 'truncation' -g -mforward --columns=verdict 'sqrt(x)'
answers '0\n' 'kink' -g --columns=verdict 'abs(x)'
answers '1\n' 'roundoff' -g -H1e-15 --columns=verdict 'sin(x)'
answers '1 2 3\n' '0.0 nan' -g --columns=error2,h2 'x*y'
answers '1\n' 'nan inf' -g -mexact --columns=h,error 'x'

# Lines that are wrong.
stops '1 2\n3 4 x\n5 6\n' '2.0 4.0\n' "steepest: standard input:2:5: 'x' is not a number
  3 4 x
      ^" -g -H0.5
stops '1 2\n\n# 1\n3,,4\n' '2.0 4.0\n' "steepest: standard input:4:3: a number is missing here
  3,,4
    ^" -g -H0.5
stops '1 2\n1 2 3\n3\n' '2.0 4.0\n2.0 4.0 6.0\n' \
    "steepest: standard input:3:2: only 1 number; 2 are needed
  3
   ^" -g -H0.5 'y^2 - y^2 + sum(x**2)'
stops '\n1 2' '' "steepest: standard input:2:4: only 2 numbers; 5 are needed
  1 2
     ^" -g --columns=f,x4
stops '1 \033[1m' '' "steepest: standard input:1:3: '\\x1b[1m' is not a number
  1 \\x1b[1m
    ^~~~~~~" -g
awk 'BEGIN { for (i = 0; i < 100001; i++) printf "1 "; print "" }' >"$scratch/points"
run -g 'sum(x)' --columns=f
test "$status" -eq 65 || complain "100001 numbers: exit status $status"
head -n 1 "$scratch/err" >"$scratch/first"
echo "steepest: standard input:1:200001: more than 100000 numbers in a line" >"$scratch/expected"
same "$scratch/expected" "$scratch/first"

# Lines of 64 MiB, from both sides.
head -c 67108864 /dev/zero | tr '\0' ' ' >"$scratch/points"
works -g
printf ' ' >>"$scratch/points"
run -g
test "$status" -eq 65 || complain "a line of more than 64 MiB: exit status $status"
head -n 1 "$scratch/err" >"$scratch/first"
echo "steepest: standard input:1:1: a line of more than 67108864 bytes" >"$scratch/expected"
same "$scratch/expected" "$scratch/first"

# What cannot be read at all.
input=/
fails 74 'steepest: standard input: cannot read: Is a directory' -g
finish
