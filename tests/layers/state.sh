#!/bin/sh
# No variable of the program outlives a call: the archives hold no symbol in writable data, but for
# the file that serves the signal handlers.
set -eu
# shellcheck source=tests/layers/table.sh
. "$srcdir/tests/layers/table.sh"

cd "$builddir"
failed=0
for layer in $layers; do
    archive=src/$layer/lib$layer.a
    symbols=$("$NM" --format=sysv "$archive" 2>&1) || {
        echo "$symbols"
        exit 1
    }
    # A line is: name|value|class|type|size|line|section. Constant tables of addresses stand in
    # .data.rel.ro, which the loader writes once and then protects.
    variables=$(printf '%s\n' "$symbols" | awk -F '|' '
        /^Symbols from / { object = $0; sub(/.*\[/, "", object); sub(/\].*/, "", object) }
        $3 ~ /[DdBbCSsGg]/ && $7 !~ /^\.data\.rel\.ro/ && object !~ /^(libtui_a-)?signals\.o$/ {
            print object ": " $1
        }')
    if test -n "$variables"; then
        printf '%s: variables at file scope:\n%s\n' "$archive" "$variables"
        failed=1
    fi
done
exit "$failed"
