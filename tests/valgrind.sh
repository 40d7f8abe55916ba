#!/bin/sh
# Runs one test, given by its path, under valgrind: a libcheck program itself, and in every test
# the program that it finds in STEEPEST. Fails when the test does or valgrind found anything. A
# test on a pseudo terminal only starts the program and looks on: it runs as it is.
set -eu
suppressions=$srcdir/tests/valgrind.supp
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM

# A test that looks at the exit status sees 99; the others are found out by the reports. To read
# which functions are inlined is a quarter of a start, and only names more of a report's lines.
under_valgrind="$VALGRIND --quiet --error-exitcode=99 --leak-check=full --read-inline-info=no
    --errors-for-leak-kinds=definite,indirect,possible
    --show-leak-kinds=definite,indirect,possible --num-callers=30"

cat >"$scratch/steepest" <<END
#!/bin/sh
# Of the hundreds of runs of a shell test, each of which costs a second, one in ten is looked at.
if test -n "\${VALGRIND_ONE_IN_TEN:-}"; then
    echo >>'$scratch/runs'
    test \$((\$(wc -l <'$scratch/runs') % 10)) -eq 1 || exec '$STEEPEST' "\$@"
fi
exec $(echo "$under_valgrind" | tr '\n' ' ') --suppressions='$suppressions' \\
    --log-file='$scratch/%p.report' '$STEEPEST' "\$@"
END
chmod +x "$scratch/steepest"

STEEPEST_UNCHECKED=$STEEPEST
STEEPEST=$scratch/steepest
TEST_UNDER_VALGRIND=1
CK_FORK=no
export STEEPEST STEEPEST_UNCHECKED TEST_UNDER_VALGRIND CK_FORK

status=0
case $1 in
*.sh)
    VALGRIND_ONE_IN_TEN=1 sh "$@" || status=$?
    ;;
*tests/pty/*)
    "$@" || status=$?
    ;;
*)
    # The list of options is words.
    # shellcheck disable=SC2086
    $under_valgrind --suppressions="$suppressions" "$@" || status=$?
    ;;
esac

# A process that a signal ended, as some tests ask for, cannot have freed its memory.
for report in "$scratch"/*.report; do
    test -s "$report" || continue
    if ! grep -q 'Process terminating with default action of signal' "$report" ||
        grep -qE 'Invalid |[Uu]ninitialised|Mismatched|overlap' "$report"; then
        cat "$report"
        status=1
    fi
done
exit "$status"
