#!/bin/sh
# The examples of README.md and of the manual do what they show. In a code block (``` in README.md,
# `.Bd -literal` in the manual) a line that begins with `$ ` or `steepest ` is a command. The lines
# up to the next command are its output on both streams, to the byte; nothing is said of it when
# there are none. `steepest ...` within a line of README.md is a command too. A command ends with 0,
# or as its comment `# exit status N` says. Those of a document share a directory and have no
# terminal.
set -eu

here=$srcdir/tests/docs
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
failed=0

mkdir "$scratch/bin"
# STEEPEST is expanded when the script runs.
# shellcheck disable=SC2016
printf '%s\n' '#!/bin/sh' 'exec "$STEEPEST" "$@"' >"$scratch/bin/steepest"
chmod +x "$scratch/bin/steepest"
PATH=$scratch/bin:$PATH
export PATH

# blocks DOCUMENT: its code blocks as plain text, a line of form feed after each.
blocks()
{
    case $1 in
    *.md)
        awk '/^```/ { inside = !inside; if (!inside) print "\f"; next } inside' "$1"
        # Backquotes are part of the text.
        # shellcheck disable=SC2016
        grep -o '`steepest[^`]*`' "$1" | tr -d '`'
        ;;
    *) awk '/^\.Bd -literal/ { inside = 1; next }
           /^\.Ed/ { if (inside) print "\f"; inside = 0; next }
           inside' "$1" |
        sed -e 's/\\-/-/g' -e 's/\\(ha/^/g' -e "s/\\\\(aq/'/g" -e 's/\\&//g' -e 's/\\e/\\/g' ;;
    esac
}

# run COMMAND OUTPUT: run a command of a document, hold it against what is shown.
run()
{
    wanted=$(expr "$1" : '.*# exit status \([0-9]*\)') || wanted=0
    status=0
    (cd "$scratch/work" && sh -c "$1") </dev/null >"$scratch/output" 2>&1 || status=$?
    test "$status" = "$wanted" || {
        echo "$document: exit status $status, not $wanted: $1"
        cat "$scratch/output"
        failed=1
        return
    }
    test ! -s "$2" || diff "$2" "$scratch/output" >"$scratch/difference" || {
        echo "$document (<: shown, >: printed): $1"
        cat "$scratch/difference"
        failed=1
    }
}

check_document()
{
    document=$1
    rm -rf "$scratch/work" "$scratch/examples"
    mkdir "$scratch/work" "$scratch/examples"
    blocks "$srcdir/$document" | awk -v folder="$scratch/examples" -f "$here/examples.awk"
    count=0
    for command in "$scratch/examples"/*.command; do
        test -f "$command" || break
        run "$(cat "$command")" "${command%.command}.output"
        count=$((count + 1))
    done
    echo "$document: $count commands"
    test "$count" -ge "$2" || failed=1
}

# With the least number of commands that they have.
check_document README.md 5
check_document man/steepest.1 5
check_document man/steepest.5 4
check_document man/steepest.7 1
exit $failed
