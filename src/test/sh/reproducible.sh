#!/usr/bin/env bash
# Do two builds of one source give the same bytes? Builds a copy of it elsewhere, in another time zone and language, with
# other file permissions and, where OTHER_JAVA_HOME names one, with Maven on another JDK; then compares all that is shipped.
#
# Usage: src/test/sh/reproducible.sh [LAYOUT]
# LAYOUT is what was built from this very source (target/spotdock); without it, that is built first, elsewhere too.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

git ls-files -z --cached --others --exclude-standard | tar -cf "$work/source.tar" --null --files-from=-

# build DIRECTORY TIMEZONE LANGUAGE COUNTRY UMASK
build() {
    mkdir -p "$1"
    tar -xf "$work/source.tar" -C "$1"
    (
        cd "$1"
        umask "$5"
        TZ=$2 MAVEN_OPTS="-Duser.language=$3 -Duser.country=$4 ${MAVEN_OPTS:-}" LC_ALL=C \
            ./mvnw -B -ntp -q -Dmaven.test.skip=true package
    )
}

first=${1:-}
if [ -z "$first" ]; then
    build "$work/first" UTC en US 022
    first=$work/first/target/spotdock
fi
# Turkish, as it has its own idea of what a small I is.
JAVA_HOME=${OTHER_JAVA_HOME:-${JAVA_HOME:-}} build "$work/and in/another place" Pacific/Kiritimati tr TR 077
second="$work/and in/another place/target/spotdock"

# built-with.txt names the builder's own JDK, for the launcher of this layout; no package takes it along.
sums() {
    (cd "$1" && find . -type f ! -name built-with.txt -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)
}
sums "$first" >"$work/first.sums"
sums "$second" >"$work/second.sums"
if ! diff "$work/first.sums" "$work/second.sums" >&2; then
    printf 'FAILED: two builds of one source differ\n' >&2
    exit 1
fi
printf '%s files the same in both builds; spotdock.jar %s\n' "$(wc -l <"$work/first.sums")" \
    "$(sha256sum "$first/lib/spotdock.jar" | cut -d ' ' -f 1)"
