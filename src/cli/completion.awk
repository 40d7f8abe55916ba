# Completion for a shell, from the rows of options.def, completions.def and of the tables that these
# name, as tests/docs/rows.awk writes them.
# Give -v shell=bash or -v shell=zsh.

BEGIN { FS = "\t" }

$1 == "COMPLETION" {
    kind[$2] = $3
    words[$2] = $4
    next
}

$1 == "OPTION" {
    name[++options] = $2
    letter[options] = $3 == "0" ? "" : substr($3, 2, 1)
    need[options] = $4
    argument[options] = $5
    help[options] = $8
    next
}

{ rows[$1] = rows[$1] (rows[$1] == "" ? "" : " ") $2 }

# The words that are offered for an option: names of rows where the table of them was named.
function offered(option,    parts, count, i, all)
{
    count = split(words[option], parts, " ")
    all = ""
    for (i = 1; i <= count; i++)
        all = all (i > 1 ? " " : "") (parts[i] in rows ? rows[parts[i]] : parts[i])
    return all
}

# Put a backslash before each character of `text` that is one of `special`.
function escaped(text, special,    i, c, out)
{
    out = ""
    for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1)
        out = out (index(special, c) > 0 ? "\\" c : c)
    }
    return out
}

# Within single quotes.
function quoted(text)
{
    gsub(/'/, "'\\''", text)
    return "'" text "'"
}

function spelled(i)
{
    return "--" name[i] (letter[i] == "" ? "" : " | -" letter[i])
}

function write_bash_case(i)
{
    if (need[i] == "NONE")
        return
    printf "    %s)\n        ", spelled(i)
    if (name[i] in kind)
        printf "kind=%s words=%s ;;\n", tolower(kind[name[i]]), quoted(offered(name[i]))
    else
        printf "kind=%s ;;\n", argument[i] == "FILE" ? "file" : "text"
}

function write_bash(    i, long, optional)
{
    long = optional = ""
    for (i = 1; i <= options; i++) {
        long = long " --" name[i] (need[i] == "REQUIRED" ? "=" : "")
        if (letter[i] != "")
            long = long " -" letter[i]
        if (need[i] == "OPTIONAL")
            optional = optional " --" name[i] (letter[i] == "" ? "" : " -" letter[i])
    }
    print "# Completion of steepest for bash. Made from src/cli/options.def."
    print ""
    print "# Set kind and words to what may stand as the argument of an option."
    print "_steepest_argument()"
    print "{"
    print "    kind= words="
    print "    case $1 in"
    for (i = 1; i <= options; i++)
        write_bash_case(i)
    print "    esac"
    print "}"
    print ""
    print "_steepest()"
    print "{"
    print "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}"
    print "    local kind= words= head= i"
    print "    local functions=" quoted(offered("FUNCTION"))
    print "    local options=" quoted(substr(long, 2))
    print "    local optional=" quoted(optional " ")
    print "    COMPREPLY=()"
    print "    for ((i = 1; i < COMP_CWORD; i++)); do"
    print "        if [[ ${COMP_WORDS[i]} == -- ]]; then"
    print "            COMPREPLY=($(compgen -W \"$functions\" -- \"$word\"))"
    print "            return"
    print "        fi"
    print "    done"
    print "    # Where = breaks words, --name=word comes as three."
    print "    if [[ $before == = ]]; then"
    print "        _steepest_argument \"${COMP_WORDS[COMP_CWORD-2]}\""
    print "    elif [[ $word == = ]]; then"
    print "        word="
    print "        _steepest_argument \"$before\""
    print "    elif [[ $word == --*=* ]]; then"
    print "        head=${word%%=*}="
    print "        _steepest_argument \"${word%%=*}\""
    print "        word=${word#*=}"
    print "    elif [[ $optional != *\" $before \"* ]]; then"
    print "        _steepest_argument \"$before\""
    print "    fi"
    print "    case $kind in"
    print "    file)"
    print "        compopt -o filenames 2>/dev/null"
    print "        local IFS=$'\\n'"
    print "        COMPREPLY=($(compgen -P \"$head\" -f -- \"$word\"))"
    print "        ;;"
    print "    list)"
    print "        [[ $word != *,* ]] || head+=${word%,*},"
    print "        compopt -o nospace 2>/dev/null"
    print "        COMPREPLY=($(compgen -P \"$head\" -W \"$words\" -- \"${word##*,}\"))"
    print "        ;;"
    print "    one) COMPREPLY=($(compgen -P \"$head\" -W \"$words\" -- \"$word\")) ;;"
    print "    text) ;;"
    print "    *)"
    print "        if [[ $word == -* ]]; then"
    print "            COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))"
    print "            [[ ${COMPREPLY[0]} != *= ]] || compopt -o nospace 2>/dev/null"
    print "        else"
    print "            COMPREPLY=($(compgen -W \"$functions\" -- \"$word\"))"
    print "        fi"
    print "        ;;"
    print "    esac"
    print "}"
    print ""
    print "complete -F _steepest steepest"
}

# What _arguments completes for an option's argument.
function zsh_action(i)
{
    if (!(name[i] in kind))
        return argument[i] == "FILE" ? "_files" : " "
    if (kind[name[i]] == "LIST")
        return "_values -s , name " offered(name[i])
    return "(" offered(name[i]) ")"
}

function write_zsh(    i, short, long, rest)
{
    print "#compdef steepest"
    print "# Completion of steepest for zsh. Made from src/cli/options.def."
    print ""
    print "_arguments -s -S \\"
    for (i = 1; i <= options; i++) {
        short = need[i] == "REQUIRED" ? "+" : need[i] == "OPTIONAL" ? "-" : ""
        long = need[i] == "REQUIRED" ? "=" : need[i] == "OPTIONAL" ? "=-" : ""
        rest = "[" escaped(help[i], "[]\\") "]"
        if (need[i] != "NONE")
            rest = rest (need[i] == "OPTIONAL" ? "::" : ":") escaped(argument[i], ":\\") ":" \
                zsh_action(i)
        if (letter[i] == "")
            printf "    %s \\\n", quoted("*--" name[i] long rest)
        else
            printf "    '*'{-%s%s,--%s%s}%s \\\n", letter[i], short, name[i], long, quoted(rest)
    }
    printf "    %s\n", quoted(":FUNCTION:(" offered("FUNCTION") ")")
}

END {
    if (shell == "bash")
        write_bash()
    else
        write_zsh()
}
