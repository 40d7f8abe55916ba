# Which layers there are and what each may use; read by the scripts beside it.
# shellcheck shell=sh

# The layers, each after all that it may use.
layers='base expr grad source view out session tui cli'

# may_use LAYER: the layers whose headers LAYER may include, besides its own.
may_use()
{
    case $1 in
    base) echo ;;
    expr) echo base ;;
    grad) echo base ;;
    source) echo base expr grad ;;
    view) echo base grad ;;
    out) echo base grad view ;;
    session) echo base expr grad source view out ;;
    tui) echo base view session ;;
    cli) echo base expr grad source view out session ;;
    main) echo "$layers" ;;
    esac
}

# needs LAYER: LAYER, what it may use and what these use in turn, users before the used.
needs()
{
    wanted=" $1 "
    needed=
    for candidate in $(reversed); do
        case $wanted in
        *" $candidate "*)
            needed="$needed $candidate"
            wanted="$wanted$(may_use "$candidate") "
            ;;
        esac
    done
    echo "$needed"
}

# reversed: the layers from the top down.
reversed()
{
    turned=
    for candidate in $layers; do
        turned="$candidate $turned"
    done
    echo "$turned"
}
