#!/bin/sh
# The manual pleases mandoc and groff without a word. The locale is UTF-8.
set -eu

page=$srcdir/man/steepest.1
failed=0
for command in "mandoc -Tlint -W warning" "groff -k -mdoc -ww -z -Tutf8"; do
    # The command is words.
    # shellcheck disable=SC2086
    said=$($command "$page" 2>&1) || said="$said (exit status $?)"
    test -z "$said" || {
        echo "$command: $said"
        failed=1
    }
done
exit $failed
