#!/usr/bin/env bash
# Does a build refuse what was tampered with? Changes one byte of a library, of a plugin and of a POM, each in a local
# repository of its own in front of the real one, and expects Maven to name the artefact and to stop.
#
# Usage: src/test/sh/tampered-artefacts.sh [REPOSITORY]      (default: ~/.m2/repository, filled by a build)
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
repository=${1:-$HOME/.m2/repository}
list=.mvn/checksums/checksums.sha256
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() {
    ./mvnw -B -ntp -o -Dmaven.repo.local="$work/front" -Dmaven.repo.local.tail="$repository" -DskipTests "$@" \
        >"$work/out" 2>&1
}

fail() {
    printf 'FAILED: %s\n' "$1" >&2
    tail -n 20 "$work/out" >&2
    exit 1
}

recorded() {
    local path
    path=$(sed -n "s|^[0-9a-f]*  \($1\)\$|\1|p" "$list" | head -n 1)
    [ -n "$path" ] || { printf 'no artefact like %s is recorded\n' "$1" >&2; exit 1; }
    printf '%s\n' "$path"
}

build validate || fail 'the build as it is'
for pattern in 'info/picocli/picocli/.*\.jar' 'org/apache/maven/plugins/maven-enforcer-plugin/.*\.jar' \
    'software/amazon/awssdk/bom/.*\.pom'; do
    path=$(recorded "$pattern")
    mkdir -p "$work/front/$(dirname "$path")"
    cp "$repository/$(dirname "$path")"/* "$work/front/$(dirname "$path")/"
    printf '\n' >>"$work/front/$path"
    if build process-classes; then fail "$path was changed and built with"; fi
    grep -q 'trusted checksum mismatch' "$work/out" || fail "$path: refused, but not for its checksum"
    printf '  ok  refused: %s\n' "$path"
    rm -rf "$work/front"
done

# What nobody recorded is refused as well.
cp "$list" "$work/list"
mkdir -p "$work/checksums"
grep -v ' info/picocli/' "$work/list" >"$work/checksums/checksums.sha256"
if build -Daether.trustedChecksumsSource.summaryFile.basedir="$work/checksums" process-classes; then
    fail 'an artefact without a checksum was built with'
fi
grep -q 'info.picocli:picocli' "$work/out" || fail 'refused, but not for the artefact without a checksum'
printf '  ok  refused: what is not recorded\n'
