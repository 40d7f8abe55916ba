#!/bin/sh
# The configuration: when it is read, that its errors are told and stop nothing.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"

cd "$scratch"
printf '# mine\nstep 1e-6\n\nlayer arrows\n' >mine
works -p -H 1e-6 --layer=arrows himmelblau
cp out expected
works -p --config=mine himmelblau
same out expected
# What the command line says wins, wherever it says it.
works -p -H 1e-3 --layer=arrows himmelblau
cp out expected
works -p himmelblau -H 1e-3 --config=mine
same out expected

# Without a screen nothing but --config is read, and nothing from here.
mkdir -p steepest .config/steepest
for file in steepest/config .config/steepest/config config .steepestrc; do
    echo 'layer none' >"$file"
done
works -p
cp out expected
XDG_CONFIG_HOME=$scratch XDG_STATE_HOME=$scratch HOME=$scratch
export XDG_CONFIG_HOME XDG_STATE_HOME HOME
# Nor is the history of the screen, which nobody would ever fill.
mkfifo steepest/history
works -p
same out expected
works -p --no-config
same out expected
works -p --config=mine --no-config
same out expected

# An error says where it is; the lines around it are carried out, and the work is done.
printf 'step 1e-6\n  zom-in\nquit\nhelp\nfunction x + sinn(y)\nlayer arrows\n' >wrong
run -p --config=wrong himmelblau
test "$status" -eq 0 || complain "exit status $status"
cp out found
works -p -H 1e-6 --layer=arrows himmelblau
same out found
run -p --config=wrong himmelblau
cat >expected <<'END'
steepest: wrong:2:3: unknown command 'zom-in', did you mean 'zoom-in'?
    zom-in
    ^~~~~~
steepest: wrong:3:1: a configuration cannot do this
  quit
  ^~~~
steepest: wrong:4:1: this command needs a terminal, 'help COMMAND' and 'keys' do not
  help
  ^~~~
steepest: wrong:5:14: unknown name 'sinn', did you mean 'sin'?
  function x + sinn(y)
               ^~~~
END
same err expected
refuses 66 'steepest: nothing: cannot open: No such file or directory' -p --config=nothing
run -p --config=.
test "$status" -eq 66 || complain "a directory: exit status $status"
finish
