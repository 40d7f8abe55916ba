#!/bin/sh
# --help, --version and --list; frames in words; files that are written whole.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"

works --help
mv "$scratch/out" "$scratch/help"
head -n 1 "$scratch/help" | grep -q '^Usage: steepest' || complain "no usage"
for status_line in '  0   ' '  1   ' '  64  ' '  65  ' '  66  ' '  73  ' '  74  '; do
    grep -q "^$status_line" "$scratch/help" || complain "no exit status$status_line"
done
works -h
same "$scratch/help" "$scratch/out"
# Help and version go before everything else but words that cannot be read.
works -ptg x --help --size=nonsense -V
same "$scratch/help" "$scratch/out"
works --version
grep -qx 'steepest [0-9.]*' "$scratch/out" || complain "no version"
works -V -h
grep -qx 'steepest [0-9.]*' "$scratch/out" || complain "the first does not win"

# Each function of the list has a name that works, with its window; its formula says the same.
works --list
mv "$scratch/out" "$scratch/list"
test "$(grep -c '^[a-z]' "$scratch/list")" -eq 25 || complain "not 25 functions"
names_most=25
test -z "${TEST_UNDER_VALGRIND:-}" || names_most=3
sed -n 's/^\([a-z][a-z0-9-]*\) *x0=\(.*[^ ]\) *x1=\(.*\)$/\1 \2 \3/p' "$scratch/list" |
    head -n "$names_most" | while read -r name x0 x1; do
        # The first lines under the name are the formula, perhaps folded, the last one words.
        "$STEEPEST" -t --grid=2x2 "$name" >"$scratch/named" || exit 1
        "$STEEPEST" -t --grid=2x2 "$name" "--x0=$x0" "--x1=$x1" >"$scratch/window" || exit 1
        cmp "$scratch/named" "$scratch/window" || exit 1
    done || complain "a function of the list"
test "$(grep -c 'x0=.* x1=' "$scratch/list")" -eq 25 || complain "not 25 windows"

# A frame in words: alone, after the picture, to a file, in ASCII; no other result goes with it.
works --describe --size=40x12 'x^2+y^2'
mv "$scratch/out" "$scratch/words"
head -n 1 "$scratch/words" | grep -q '^The function x^2+y^2; window x0 from ' ||
    complain "no sentence about the function"
works -p --size=40x12 'x^2+y^2'
cat "$scratch/out" "$scratch/words" >"$scratch/both"
works --describe -o "$scratch/file" -p --size=40x12 'x^2+y^2'
same "$scratch/both" "$scratch/file"
LC_ALL=C works --describe -p sphere
! LC_ALL=C grep -q '[^ -~]' "$scratch/out" || complain "not ASCII"
run -t --describe x
test "$status" -eq 64 || complain "exit status $status"

# What is known of a command, and what keys stand for, without a screen: lines on standard error.
# told LINE ARGUMENT...: what was told on standard error must be just this line.
told()
{
    expected=$1
    shift
    run -t --grid=1x1 -o /dev/null "$@"
    test "$status" -eq 0 || complain "$*: exit status $status"
    test "$(cat "$scratch/err")" = "$expected" || complain "$*: told $(cat "$scratch/err")"
}
told 'zoom-in [N]: zoom in twofold about the probe; keys: + =; N: a count' -c 'help zoom-in'
told 'zoom-in [N]: zoom in twofold about the probe; keys: = Z; N: a count' -c 'unbind +' \
    -c 'bind Z zoom-in' -c 'help zoom-in'
told 'rescale: choose the colours for this window anew' -c 'unbind r' -c 'help rescale'
told 'aspect ASPECT: fit the window: equal, fill or auto; ASPECT: how the window is fitted: equal, fill, auto' \
    -c 'help aspect'
refuses 64 "steepest: -c:1:6: unknown command 'zomm-in', did you mean 'zoom-in'?
  help zomm-in
       ^~~~~~~" -c 'help zomm-in'
run -t --grid=1x1 -o /dev/null -c keys
grep -qx 'bind + zoom-in' "$scratch/err" || complain "no line for +"
! grep -q unbind "$scratch/err" || complain "every key is bound in the beginning"
# These lines make a configuration with the same keys.
run -t --grid=1x1 -o /dev/null -c 'unbind tt' -c 'unbind +' -c 'bind Zz zoom-in 3' \
    -c 'bind + function x^2 + y' -c 'unbind q' -c keys
mv "$scratch/err" "$scratch/keys"
grep -qx 'unbind q' "$scratch/keys" || complain "q is not unbound"
run -t --grid=1x1 -o /dev/null "--config=$scratch/keys" -c keys
same "$scratch/keys" "$scratch/err"

# A file appears whole or not at all.
echo old >"$scratch/file"
run -g -o "$scratch/file" x
test "$status" -eq 0 || complain "exit status $status"
test ! -s "$scratch/file" || complain "the file was not replaced"
echo old >"$scratch/file"
printf '1\nx\n' >"$scratch/points"
input=$scratch/points
run -g -o "$scratch/file" x
input=/dev/null
test "$status" -eq 65 || complain "exit status $status"
test "$(cat "$scratch/file")" = old || complain "half a file was left"
chmod 640 "$scratch/file"
ln -s file "$scratch/link"
works --list -o "$scratch/link"
same "$scratch/list" "$scratch/file"
test -h "$scratch/link" || complain "the link was replaced"
# What ls says of the mode is its first word.
# shellcheck disable=SC2012
test "$(ls -l "$scratch/file" | cut -c 1-10)" = '-rw-r-----' || complain "the mode was lost"
works -p --output /dev/null
test -c /dev/null || complain "/dev/null was replaced"
for file in "$scratch"/.steepest-*; do
    test ! -e "$file" || complain "left behind: $file"
done
finish
