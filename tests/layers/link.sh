#!/bin/sh
# Links each layer's archive whole with nothing but the layers that it may use and those that these
# use in turn: a call upwards is then an undefined reference.
set -eu
# shellcheck source=tests/layers/table.sh
. "$srcdir/tests/layers/table.sh"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
echo 'int main(void) { return 0; }' >"$scratch/main.c"

cd "$builddir"
failed=0
for layer in $layers; do
    archives=
    for needed in $(needs "$layer"); do
        archives="$archives src/$needed/lib$needed.a"
    done
    curses=
    test "$layer" != tui || curses=$LINK_CURSES
    # The variables hold lists of words.
    # shellcheck disable=SC2086
    if $LINK_PROGRAM -o "$scratch/program" "$scratch/main.c" \
        -Wl,--whole-archive "src/$layer/lib$layer.a" -Wl,--no-whole-archive \
        $archives $curses $LINK_LIBRARIES; then
        echo "ok: $layer with$archives"
    else
        echo "$layer does not link with$archives: it uses a layer that it may not"
        failed=1
    fi
done
exit "$failed"
