# What the manual's list of a table must hold, from the table's rows as rows.awk writes them. Plain
# text: the page writes `-`, `^` and the like as roff wants them.
# Give -v list=FORM: options, keys, commands, functions, schemes, optimizers, words, catalogue,
# statuses or names.

BEGIN { FS = "\t" }

list == "options" {
    letter = $3 == "0" ? "" : substr($3, 2, 1)
    short = letter == "" ? "" : "Fl " letter
    long = "Fl -" $2
    if ($4 == "REQUIRED") {
        short = short " Ar " $5
        long = long " Ns = Ns Ar " $5
    } else if ($4 == "OPTIONAL") {
        short = short " Ns Oo Ar " $5 " Oc"
        long = long " Ns Oo = Ns Ar " $5 " Oc"
    }
    print ".It " (letter == "" ? "" : short " , ") long
}

list == "keys" && $7 != "" { print ".It Ic " $7 " Pq Cm " $2 }

list == "commands" && $1 == "COMMAND" {
    usage = $4
    if (usage ~ /^\[.*\]$/)
        usage = "Op Ar " substr(usage, 2, length(usage) - 2)
    else if (usage != "")
        usage = "Ar " usage
    print ".It Cm " $2 (usage == "" ? "" : " " usage)
}

list == "functions" { print ".It Fn " $2 " of " $3 ($4 != $3 ? " or more" : "") }

list == "schemes" {
    print ".It Cm " $2 ($3 > 0 ? " , order " $3 : "")
    print ".Dl " $8
    print $9 "."
}

list == "optimizers" {
    print ".It Cm " $2 " , learning rate " $3
    print ".Dl " $5
    print ($6 == "" ? "" : $6 "; ") $7 "."
}

list == "catalogue" {
    print ".It Cm " $2 " , x0 " $3 ":" $4 " , x1 " $5 ":" $6
    print ".Dl " $7
    print $8 "."
}

list == "words" && $2 != "none" { print ".It Sy " $3 }

list == "statuses" { print ".It " $3 }

list == "names" { print ".It Cm " $2 }
