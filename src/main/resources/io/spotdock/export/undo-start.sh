
# What stays is counted: then this ends with 4 instead of 0.
left=0
leave() {
    left=$((left + 1))
    say "$*" >&2
}
