#!/bin/sh
# --help names every option, none twice, in groups with headings, in lines of at most 80 columns.
set -eu

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
failed=0

"$STEEPEST" --help >"$scratch/help"
awk -f "$srcdir/tests/docs/rows.awk" "$srcdir/src/cli/options.def" |
    awk -F '\t' '{ print ($3 == "0" ? "" : "-" substr($3, 2, 1) ", ") "--" $2 }' |
    sort >"$scratch/expected"
sed -n 's/^  *\(\(-[a-zA-Z], \)\{0,1\}--[a-z0-9-]*\).*/\1/p' "$scratch/help" |
    sort >"$scratch/found"
if test ! -s "$scratch/expected" || ! diff "$scratch/expected" "$scratch/found"; then
    echo "--help and src/cli/options.def differ (<: only in the table, >: only in the help)"
    failed=1
fi
if grep -n '.\{81\}' "$scratch/help"; then
    echo "these lines of --help are longer than 80 columns"
    failed=1
fi
# The options stand in groups under the table's headings, in its order; the exit statuses end the help.
awk -f "$srcdir/tests/docs/rows.awk" "$srcdir/src/cli/option_groups.def" |
    awk -F '\t' '{ print $3 ":" } END { print "Exit status:" }' >"$scratch/expected"
grep '^[^ ].*:$' "$scratch/help" | grep -v '^Usage' >"$scratch/found"
if test "$(wc -l <"$scratch/expected")" -lt 6 || ! diff "$scratch/expected" "$scratch/found"; then
    echo "the headings of --help are not those of src/cli/option_groups.def (<: table, >: help)"
    failed=1
fi
exit $failed
