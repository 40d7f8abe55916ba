#!/bin/sh
# The manual's lists hold every row of their tables and nothing else, and its limits the constants
# of the headers. A list is marked by the comment before it, `.\" rows: FILE FORM` with a FORM of
# man_tables.awk; the list of limits by `.\" limits: FILE CONSTANT...` lines.
set -eu

page=$srcdir/man/steepest.1
here=$srcdir/tests/docs
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
failed=0

# plain: roff's spellings of characters as the characters.
plain()
{
    sed -e 's/\\-/-/g' -e 's/\\(ha/^/g' -e "s/\\\\(aq/'/g" -e 's/\\(ti/~/g' -e 's/\\(ga/`/g' -e 's/\\&//g'
}

# list_after PATTERN: the lines of the list that follows the last comment matching it, without those
# of lists within.
list_after()
{
    awk -v pattern="$1" '
        $0 ~ pattern { armed = 1; next }
        armed && /^\.Bl / { depth = 1; armed = 0; next }
        depth > 0 && /^\.Bl / { depth++; next }
        depth > 0 && /^\.El/ { depth--; next }
        depth == 1' "$page"
}

# items FORM: what of a list of that form is compared.
items()
{
    case $1 in
    catalogue | optimizers | schemes) cat ;;
    functions)
        # .It Fn min a ...  has 1 argument or more
        awk '/^\.It / {
            more = $NF == "..."
            print ".It Fn " $3 " of " NF - 3 - more (more ? " or more" : "")
        }'
        ;;
    words) grep '^\.It ' ;;
    *) grep '^\.It ' | grep -v '^\.It Sy ' ;;
    esac
}

compare_rows()
{
    file=$1 form=$2
    awk -f "$here/rows.awk" "$srcdir/$file" |
        awk -v list="$form" -f "$here/man_tables.awk" >"$scratch/expected"
    list_after "rows: $file $form\$" | items "$form" | plain >"$scratch/found"
    test -s "$scratch/expected" || echo "no rows were read" >>"$scratch/found"
    diff "$scratch/expected" "$scratch/found" >"$scratch/difference" || {
        echo "man/steepest.1 and $file differ (<: only in the table, >: only in the page)"
        cat "$scratch/difference"
        failed=1
    }
}

# constant FILE NAME: the value of an enumerator that is a product or a shift of whole numbers.
constant()
{
    expression=$(sed -n "s/.*[{ ]$2 = \\([0-9 *<]*[0-9]\\).*/\\1/p" "$srcdir/$1")
    test -n "$expression" || { echo "$1 has no $2" >&2; return 1; }
    # The expression is text, not the name of a variable that holds a number.
    # shellcheck disable=SC2004
    echo "$(($expression))"
}

compare_limits()
{
    sed -n 's/^\.\\" limits: //p' "$page" | while read -r file names; do
        for name in $names; do
            constant "$file" "$name"
        done
    done >"$scratch/expected"
    list_after '"'' limits: ' | sed -n 's/^\.It //p' >"$scratch/found"
    if test ! -s "$scratch/expected" || ! diff "$scratch/expected" "$scratch/found"; then
        echo "the limits in man/steepest.1 are not those of the headers (<: header, >: page)"
        failed=1
    fi
}

sed -n 's/^\.\\" rows: //p' "$page" >"$scratch/lists"
while read -r file form; do
    compare_rows "$file" "$form"
done <"$scratch/lists"
compare_limits

# The tables that the page must have a list of.
for list in base/status.def\ statuses cli/options.def\ options cli/point_columns.def\ names \
    expr/functions.def\ functions grad/agreements.def\ names grad/critical_kinds.def\ words grad/optimizers.def\ optimizers \
    grad/schemes.def\ schemes grad/stops.def\ words grad/verdicts.def\ names \
    out/table_formats.def\ names session/commands.def\ commands session/commands.def\ keys \
    session/switches.def\ names \
    source/catalogue.def\ catalogue view/aspects.def\ names view/backgrounds.def\ names \
    view/glyphs.def\ names view/layers.def\ names view/quantities.def\ names; do
    grep -qx "src/$list" "$scratch/lists" || {
        echo "man/steepest.1 has no list of src/$list"
        failed=1
    }
done
exit $failed
