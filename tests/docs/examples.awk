# Code blocks, each ended by a form feed, to files in `folder`: NNN.command with the command and
# NNN.output with the lines that follow it.

function finish()
{
    if (count > 0) {
        close(command)
        close(output)
    }
    open = 0
}

/^\f$/ { finish(); next }
/^\$ / || /^steepest( |$)/ {
    finish()
    sub(/^\$ /, "")
    count++
    command = sprintf("%s/%03d.command", folder, count)
    output = sprintf("%s/%03d.output", folder, count)
    print >command
    printf "" >output
    open = 1
    next
}
open { print >output }
