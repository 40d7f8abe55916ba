#!/bin/sh
# The filter answers what it has read before it waits for more: a question and its answer in turn.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"

mkfifo "$scratch/questions" "$scratch/answers"
"$STEEPEST" -g -H0.5 <"$scratch/questions" >"$scratch/answers" &
program=$!
exec 3>"$scratch/questions" 4<"$scratch/answers"

# ask QUESTION ANSWER: were the answer held back, the read would wait for ever.
ask()
{
    printf '%s\n' "$1" >&3
    read -r answer <&4
    test "$answer" = "$2" || complain "'$1' was answered by '$answer', not by '$2'"
}

ask '3 4' '6.0 8.0'
ask '1 2 5' '2.0 4.0 10.0'
ask '1 2' '2.0 4.0'
# Half a line is no question yet; then two are answered.
printf '1 ' >&3
printf '1\n2 2\n' >&3
read -r answer <&4
test "$answer" = '2.0 2.0' || complain "the first of two was answered by '$answer'"
read -r answer <&4
test "$answer" = '4.0 4.0' || complain "the second of two was answered by '$answer'"
exec 3>&-
wait "$program" || complain "exit status $?"
! read -r answer <&4 || complain "an answer without a question: '$answer'"
exec 4<&-
finish
