#!/usr/bin/env bash
# Sums up what the tests print: kill points and faults survived, secrets planted and found, inputs fuzzed.
#
# Usage: src/test/sh/counts.sh LOG...      (of Maven; what a later one says is counted beside the others)
set -euo pipefail

# sum WORDS: all numbers in front of these words
sum() {
    local words=$1
    shift
    grep -hoE "[0-9,]+ $words" "$@" | tr -d ',' | awk '{sum += $1} END {print sum + 0}'
}

printf 'kill points survived: %s\n' "$(sum 'kill points survived' "$@")"
printf 'faults survived: %s\n' "$(sum 'faults survived' "$@")"
grep -hoE '# (secrets planted[^:]*|found): [0-9]+' "$@" | awk '
    /planted/ {planted += $NF}
    /found/ {found += $NF}
    END {printf "secrets planted: %d, found: %d\n", planted, found}'
printf 'inputs fuzzed: %s\n' "$(sum 'in all' <(grep -h '^inputs fuzzed: ' "$@"))"
