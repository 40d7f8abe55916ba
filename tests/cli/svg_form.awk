# Whether a file is well-formed XML of the few elements and attributes of SVG 1.1 that figures have.
# Says what is wrong and ends with 1.

BEGIN {
    RS = "\001" # in no figure: the file is one record
    words("svg title desc style defs clipPath rect text tspan g path circle", elements)
    words("xmlns version role width height viewBox type id class x y text-anchor d clip-path" \
          " stroke-width stroke-dasharray cx cy r fill dy transform", attributes)
}

function words(list, set,    parts, i, count)
{
    count = split(list, parts, " ")
    for (i = 1; i <= count; i++)
        set[parts[i]] = 1
}

function wrong(what)
{
    print "svg: " what
    bad = 1
    exit 1
}

# Text between tags, or an attribute's value.
function check_text(text)
{
    if (text ~ /[<>"]/)
        wrong("markup in " text)
    if (text ~ /[\002-\010\013\014\016-\037\177]/)
        wrong("a control character")
    gsub(/&(amp|lt|gt|quot);/, "", text)
    if (text ~ /&/)
        wrong("a bare & in " text)
}

function check_attributes(list,    name, value, seen)
{
    while (list != "") {
        if (!match(list, /^ [A-Za-z-]+="[^"]*"/))
            wrong("attributes: " list)
        name = substr(list, 2, index(list, "=") - 2)
        value = substr(list, index(list, "\"") + 1, RLENGTH - index(list, "\"") - 1)
        if (!(name in attributes))
            wrong("unknown attribute " name)
        if (name in seen)
            wrong("attribute twice: " name)
        seen[name] = 1
        check_text(value)
        if (value ~ /nan|inf/)
            wrong("no number: " value)
        list = substr(list, RLENGTH + 1)
    }
}

function check_tag(tag,    name)
{
    if (tag ~ /^\//) {
        if (depth == 0 || "/" stack[depth] != tag)
            wrong("unexpected </" substr(tag, 2) ">")
        depth--
        return
    }
    match(tag, /^[A-Za-z]+/)
    name = substr(tag, 1, RLENGTH)
    if (!(name in elements))
        wrong("unknown element <" tag ">")
    if (depth == 0 && roots++ > 0)
        wrong("a second root")
    if (tag ~ /\/$/) {
        check_attributes(substr(tag, RLENGTH + 1, length(tag) - RLENGTH - 1))
        return
    }
    stack[++depth] = name
    check_attributes(substr(tag, length(name) + 1))
}

# Split at `<`, so that each piece but the first is a tag and the text that follows it.
{
    declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    if (index($0, declaration) != 1)
        wrong("no declaration")
    count = split(substr($0, length(declaration) + 1), pieces, "<")
    if (pieces[1] != "")
        wrong("text before the root")
    for (piece = 2; piece <= count; piece++) {
        end = index(pieces[piece], ">")
        if (end == 0)
            wrong("a tag without an end")
        check_tag(substr(pieces[piece], 1, end - 1))
        rest = substr(pieces[piece], end + 1)
        check_text(rest)
        if (depth == 0 && rest !~ /^[\n]*$/)
            wrong("text outside of the root")
    }
}
END { if (!bad && (depth != 0 || roots != 1)) { print "svg: not closed: " stack[depth]; exit 1 } }
