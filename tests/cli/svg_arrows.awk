# Holds the arrows of a figure against a table of x0 x1 f grad0 grad1 with a line of names: each
# place has its arrow of -grad f, turned with the scales of the axes, or a dot. The scales are read
# off the labels of the axes. The angle may miss by 2 degrees, the length by 3 %.

function wrong(what)
{
    print "svg: " what
    bad = 1
}

function attribute(line, name,    start)
{
    start = index(line, " " name "=\"")
    line = substr(line, start + length(name) + 3)
    return substr(line, 1, index(line, "\"") - 1) + 0
}

# The place's name, by the sample that is nearest.
function place_at(x, y,    i, apart, nearest, least)
{
    least = 1e9
    for (i = 1; i <= places; i++) {
        apart = (x - left - x0[i] * right) ^ 2 + (y - top - x1[i] * up) ^ 2
        if (apart < least) {
            least = apart
            nearest = i
        }
    }
    if (least > 0.01)
        wrong("nothing is at " x " " y)
    if (found[nearest]++)
        wrong("twice at " x0[nearest] " " x1[nearest])
    return nearest
}

# From the labels seen to user units: x = left + x0 * right, y = top + x1 * up.
function fit_scales()
{
    right = (label_x[0, "last"] - label_x[0, "first"]) / (value[0, "last"] - value[0, "first"])
    left = label_x[0, "first"] - value[0, "first"] * right
    up = (label_y[1, "last"] - label_y[1, "first"]) / (value[1, "last"] - value[1, "first"])
    top = label_y[1, "first"] - 4 - value[1, "first"] * up
}

function note_label(axis, which, number, line)
{
    value[axis, which] = number
    label_x[axis, which] = attribute(line, "x")
    label_y[axis, which] = attribute(line, "y")
}

NR == FNR {
    if (FNR == 1)
        next
    places++
    x0[places] = $1; x1[places] = $2; grad0[places] = $4; grad1[places] = $5
    next
}
/^<g id=/ { group = $0; sub(/^<g id="/, "", group); sub(/".*/, "", group) }
/^<g>/ { inner++ }
/^<\/g>/ && inner > 0 { inner--; next }
/^<\/g>/ { if (group == "axes") fit_scales(); group = ""; next }
group == "axes" && /^<text .*text-anchor="(middle|end)">/ {
    number = $0
    sub(/^[^>]*>/, "", number)
    sub(/<.*/, "", number)
    gsub(/−/, "-", number)
    if (number == "x0")
        next
    axis = /"middle"/ ? 0 : 1
    if (!((axis, "first") in value))
        note_label(axis, "first", number + 0, $0)
    note_label(axis, "last", number + 0, $0)
}
group == "arrows" && /^<path / {
    if ($0 !~ /^<path class="level-[0-7]" d="M [0-9.]+ [0-9.]+ L -?[0-9.]+ -?[0-9.]+( L -?[0-9.]+ -?[0-9.]+)+"\/>$/)
        wrong("no arrow: " $0)
    i = place_at($4, $5)
    along = $7 - $4; upward = $8 - $5
    true_along = -grad0[i] * right; true_upward = -grad1[i] * up
    turned = atan2(along * true_upward - upward * true_along,
                   along * true_along + upward * true_upward)
    if (turned > 2 * atan2(0, -1) / 180 || turned < -2 * atan2(0, -1) / 180)
        wrong("the arrow at " x0[i] " " x1[i] " is turned by " turned)
    ratio = sqrt(along ^ 2 + upward ^ 2) / sqrt(grad0[i] ^ 2 + grad1[i] ^ 2)
    if (arrows++ == 0)
        first_ratio = ratio
    if (ratio > first_ratio * 1.03 || ratio < first_ratio * 0.97)
        wrong("the arrow at " x0[i] " " x1[i] " is " ratio / first_ratio " of its length")
}
group == "marks" && /^<circle class="zero"/ {
    i = place_at(attribute($0, "cx"), attribute($0, "cy"))
    if (grad0[i] != 0 || grad1[i] != 0)
        wrong("a dot at " x0[i] " " x1[i])
    dots++
}
END {
    if (arrows != wanted || arrows + dots != places)
        wrong(arrows " arrows and " dots " dots at " places " places")
    exit bad
}
