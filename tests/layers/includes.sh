#!/bin/sh
# Holds every #include in src/ against the table of layers, and the rules about includes: curses in
# tui alone, a source's own header first, few headers in a source, and none for letters in the
# locale's sense, since numbers and names are the same in every locale.
set -eu
here=$srcdir/tests/layers
# shellcheck source=tests/layers/table.sh
. "$here/table.sh"

most_headers=8 # project headers that one source may include; main.c, which joins all, any number

cd "$srcdir/src"
findings=$(mktemp)
trap 'rm -f "$findings"' EXIT
trap 'exit 1' HUP INT TERM

# check_file FILE LAYER: report what is wrong with FILE's includes.
check_file()
{
    own=${1%.c}.h
    test "$1" != "$own" && test -f "$own" || own=
    awk -v file="$1" -v layer="$2" -v allowed="$2 $(may_use "$2")" -v own="$own" \
        -v all="$layers" -v most="$most_headers" '
        BEGIN {
            split(allowed, names, " ")
            for (i in names) may[names[i]] = 1
            split(all, names, " ")
            for (i in names) is_layer[names[i]] = 1
        }
        function complain(text) { print file ":" FNR ": " text }
        /^[ \t]*#[ \t]*include/ {
            path = $0
            sub(/^[ \t]*#[ \t]*include[ \t]*/, "", path)
            quoted = path ~ /^"/
            sub(/^["<]/, "", path)
            sub(/[">].*/, "", path)
            if (++includes == 1 && own != "" && path != own)
                complain("its own header " own " must come first")
            if (!quoted) {
                if (path ~ /curses|^(term|panel|form|menu)\.h$/ && layer != "tui")
                    complain("<" path "> belongs in tui alone")
                if (path ~ /^(ctype|strings)\.h$/)
                    complain("<" path "> follows the locale: base/fold.h does not")
                next
            }
            if (path == "config.h")
                next
            split(path, parts, "/")
            if (path !~ /^[a-z]+\/[a-z0-9_]+\.(h|def)$/ || !(parts[1] in is_layer))
                complain("\"" path "\" is not written as \"layer/header.h\"")
            else if (!(parts[1] in may))
                complain(layer " must not use " parts[1] ": \"" path "\"")
            if (path ~ /\.h$/)
                headers++
        }
        END {
            if (file ~ /\.c$/ && layer != "main" && headers > most)
                complain(headers " project headers, more than " most)
        }' "$1"
}

for layer in $layers; do
    for file in "$layer"/*.[ch] "$layer"/*.def; do
        test ! -f "$file" || check_file "$file" "$layer"
    done
done >"$findings"
test ! -f main.c || check_file main.c main >>"$findings"
find . -mindepth 2 -name '*.[ch]' | sed 's,^\./,,' | while read -r file; do
    case " $layers " in
    *" ${file%/*} "*) ;;
    *) echo "$file: not in a folder of the table" ;;
    esac
done >>"$findings"

cat "$findings"
test ! -s "$findings"
