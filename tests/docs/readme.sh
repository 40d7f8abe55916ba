#!/bin/sh
# README.md's source map names every folder of src/ and none that is not there, and its packages are
# ones that ./bootstrap installs.
set -eu

readme=$srcdir/README.md
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
failed=0

for folder in "$srcdir"/src/*/; do
    basename "$folder"
done | sort >"$scratch/folders"
# Backquotes are part of the text.
# shellcheck disable=SC2016
sed -n 's,^| `src/\([a-z]*\)/` |.*,\1,p' "$readme" | sort >"$scratch/mapped"
if test ! -s "$scratch/mapped" || ! diff "$scratch/folders" "$scratch/mapped"; then
    echo "README.md's source map and src/ differ (<: only a folder, >: only in the map)"
    failed=1
fi

sed -n 's/^packages="\([^"]*\)"$/\1/p' "$srcdir/bootstrap" | tr ' ' '\n' >"$scratch/installed"
sed -n '/^| package |/,/^$/s/^| \([a-z].*\) | .*/\1/p' "$readme" | grep -v '^package$' |
    sed 's/([^)]*)//g' | tr -s ', ' '[\n*]' | grep . >"$scratch/named"
test "$(wc -l <"$scratch/named")" -ge 10 || {
    echo "README.md names too few packages"
    failed=1
}
while read -r package; do
    grep -qx -- "$package" "$scratch/installed" || {
        echo "README.md names the package $package, which ./bootstrap does not install"
        failed=1
    }
done <"$scratch/named"
exit $failed
