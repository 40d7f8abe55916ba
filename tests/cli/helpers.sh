# What the scripts of this folder share: running "$STEEPEST" and comparing what it does.
# shellcheck shell=sh

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
failed=0
input=/dev/null # the standard input of what is run

# is_sanitized: whether the program is a sanitizer's build, which starts and computes slowly.
is_sanitized()
{
    grep -q -- '-fsanitize' "$builddir/Makefile"
}

# complain WORD...: tell what is wrong and go on.
complain()
{
    printf '%s\n' "$*"
    failed=1
}

# run ARGUMENT...: run the program; $status, $scratch/out and $scratch/err tell what it did.
run()
{
    status=0
    "$STEEPEST" "$@" <"$input" >"$scratch/out" 2>"$scratch/err" || status=$?
}

# works ARGUMENT...: run it; it must succeed in silence.
works()
{
    run "$@"
    if test "$status" -ne 0 || test -s "$scratch/err"; then
        complain "steepest $*: exit status $status, standard error:"
        cat "$scratch/err"
    fi
}

# prints EXPECTED ARGUMENT...: it must succeed and print just the expected text and a newline.
prints()
{
    expected=$1
    shift
    works "$@"
    printf '%s\n' "$expected" >"$scratch/expected"
    if ! cmp -s "$scratch/expected" "$scratch/out"; then
        complain "steepest $*: printed"
        cat "$scratch/out"
        echo "instead of"
        cat "$scratch/expected"
    fi
}

# fails STATUS REPORT ARGUMENT...: it must end with the status, the report on standard error.
fails()
{
    expected_status=$1
    expected=$2
    shift 2
    run "$@"
    printf '%s\n' "$expected" >"$scratch/expected"
    if test "$status" -ne "$expected_status"; then
        complain "steepest $*: exit status $status, expected $expected_status"
    fi
    if ! cmp -s "$scratch/expected" "$scratch/err"; then
        complain "steepest $*: reported"
        cat "$scratch/err"
        echo "instead of"
        cat "$scratch/expected"
    fi
}

# refuses STATUS REPORT ARGUMENT...: as fails, and nothing may be printed.
refuses()
{
    fails "$@"
    test ! -s "$scratch/out" || complain "printed nevertheless: $(head -n 1 "$scratch/out")"
}

# same FIRST SECOND: two files must be equal.
same()
{
    cmp "$1" "$2" || complain "$1 and $2 differ"
}

# finish: end the script.
finish()
{
    exit "$failed"
}
