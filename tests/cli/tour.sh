#!/bin/sh
# The tour without a screen: its pages as text, and their commands carried out.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"

works --tour
cp "$scratch/out" "$scratch/pages"
count=$(grep -c '^[0-9]*/[0-9]*  ' "$scratch/pages")
grep -q "^$count/$count  " "$scratch/pages" || complain "$count pages, the last is not that one"
if grep '.\{81\}' "$scratch/pages"; then
    complain "a line that is too long"
fi

# The commands of all pages are carried out, each page's from the beginning.
sed -n -e 's,^[0-9]*/[0-9]*  .*,reset,p' -e 's/^  ://p' "$scratch/pages" >"$scratch/setups"
run -p --size=80x18 --script="$scratch/setups"
test "$status" -eq 0 || complain "status $status: $(cat "$scratch/err")"
test "$(grep -c '^plain lr' "$scratch/err")" -eq "$(grep -c '^  :descend$' "$scratch/pages")" ||
    complain "not every walk has its reason: $(cat "$scratch/err")"

run -p -c 'tour 6'
test "$status" -eq 0 || complain "status $status of a page that is told"
sed -n '/^6/,/^$/p' "$scratch/pages" | sed '/^$/d' | cmp - "$scratch/err" ||
    complain "told otherwise than written"

# Without UTF-8 its signs are spelled.
LC_ALL=C
works --tour
if grep -q '[^ -~]' "$scratch/out"; then
    complain "more than ASCII"
fi
grep -q -e '-grad f' "$scratch/out" || complain "no sign is spelled"
LC_ALL=C.UTF-8

works --tour -o "$scratch/file"
cmp "$scratch/pages" "$scratch/file" || complain "written otherwise to a file"
refuses 64 "steepest: options '--tour' and '--print' exclude each other" --tour --print
refuses 64 "steepest: -c:1:6: the tour has $count pages
  tour 99
       ^~" -p -c 'tour 99'

finish
