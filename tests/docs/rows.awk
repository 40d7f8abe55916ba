# The rows of a .def file, a line each: the row's name and its fields, separated by tabs. Comments are
# left out; strings lose their quotes, and strings that stand side by side become one.

# Write the fields of `row`, all of NAME(...), separated by tabs.
function write_row(row,    i, c, quoted, behind, depth, out)
{
    quoted = behind = depth = 0
    out = ""
    for (i = 1; i <= length(row); i++) {
        c = substr(row, i, 1)
        if (quoted) {
            if (c == "\"")
                quoted = 0
            else if (c == "\\")
                out = out substr(row, ++i, 1)
            else
                out = out c
        } else if (c == "\"") {
            quoted = behind = 1
        } else if (c == "(" && depth++ == 0) {
            out = out "\t"
        } else if (c == ")" && --depth == 0) {
            break
        } else if (c == "," && depth == 1) {
            out = out "\t"
            behind = 0
        } else if (c == " " && (behind || out ~ /\t$/)) {
            continue
        } else {
            out = out c
        }
    }
    print out
}

/\/\*/ { comment = 1 }
!comment && /^[A-Z_]+\(/ {
    if (row != "")
        write_row(row)
    row = $0
    next
}
!comment && /^ / && row != "" { row = row $0 }
/\*\// { comment = 0 }
END {
    if (row != "")
        write_row(row)
}
