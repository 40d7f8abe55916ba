#!/bin/sh
# What the shells complete: all options are there, and bash, where it is installed, offers the words
# of the tables.
set -eu
# shellcheck source=tests/cli/helpers.sh
. "$srcdir/tests/cli/helpers.sh"

bash_file=$builddir/src/cli/completion/bash/steepest
zsh_file=$builddir/src/cli/completion/zsh/_steepest

head -n 1 "$zsh_file" | grep -qx '#compdef steepest' || complain "no file for zsh"
awk -f "$srcdir/tests/docs/rows.awk" "$srcdir/src/cli/options.def" | cut -f 2 >"$scratch/options"
test "$(wc -l <"$scratch/options")" -ge 30 || complain "too few options were read"
while read -r option; do
    grep -q -- "--${option}[=' ]" "$bash_file" || complain "bash does not know --$option"
    grep -q -- "--${option}[=}[]" "$zsh_file" || complain "zsh does not know --$option"
done <"$scratch/options"
for words in "words=''" SCHEME GLYPHS; do
    ! grep -qF -- "$words" "$bash_file" || complain "the file for bash has $words"
done
grep -qF '(forward backward ' "$zsh_file" || complain "zsh knows no schemes"
if zsh --version >/dev/null 2>&1; then
    zsh -n "$zsh_file" || complain "zsh cannot read its file"
fi

# The words that are typed, the cursor at the end of the last, and the first that are offered; a
# word that the shell breaks at = stands as it is broken.
cat >"$scratch/cases" <<'END'
--sch|--scheme=
--scheme = cen|central central4 central6 central8
--scheme=cen|--scheme=central --scheme=central4 --scheme=central6 --scheme=central8
-m back|backward backward2
--layer = arrows,tr|arrows,trust
--color-by mag|magnitude
--glyphs = ne|neutral
--aspect = f|fill
--color = |auto always never
--table = n|npy
--columns = x0,grad|x0,grad0 x0,grad1 x0,grad
--command zoom|zoom-in zoom-out
--output = some|some file
-o some|some file
--x0 = 1|
-p him|himmelblau
-t him|himmelblau
-- ros|rosenbrock
END
cat >"$scratch/run.bash" <<'END'
. "$1"
while IFS='|' read -r typed offered; do
    IFS=' ' read -r -a words <<<"$typed"
    [[ $typed != *' ' ]] || words+=('')
    COMP_WORDS=(steepest "${words[@]}")
    COMP_CWORD=${#words[@]}
    _steepest
    [[ ${COMPREPLY[*]} == "$offered" ]] || echo "$typed: ${COMPREPLY[*]}, not $offered"
done
[[ $(complete -p steepest) == 'complete -F _steepest steepest' ]] || echo "not registered"
END
if bash --version >/dev/null 2>&1; then
    bash -n "$bash_file" || complain "bash cannot read its file"
    (cd "$scratch" && : >'some file' && bash run.bash "$bash_file" <cases >said 2>&1) ||
        complain "bash failed"
    test ! -s "$scratch/said" || complain "$(cat "$scratch/said")"
fi
finish
