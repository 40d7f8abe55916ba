#!/bin/sh
# The manual's pages please mandoc and groff without a word. The locale is UTF-8.
set -eu

failed=0
for page in "$srcdir"/man/steepest.[0-9]; do
    for command in "mandoc -Tlint -W warning" "groff -k -mdoc -ww -z -Tutf8"; do
        # The command is words.
        # shellcheck disable=SC2086
        said=$($command "$page" 2>&1) || said="$said (exit status $?)"
        test -z "$said" || {
            echo "$command: $said"
            failed=1
        }
    done
done
exit $failed
