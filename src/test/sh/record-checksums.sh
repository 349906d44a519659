#!/usr/bin/env bash
# Records the SHA-256 of every artefact that a build of Spotdock may resolve, for every platform, in
# .mvn/checksums/checksums.sha256; Maven refuses what is not there or differs (see docs/supply-chain.md).
# Run it after a change of a version, read the difference, and commit both.
#
# Usage: src/test/sh/record-checksums.sh      (downloads some 250 MB; JAVA_HOME on a JDK 25)
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
list=.mvn/checksums/checksums.sha256
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$list" "$work/before"
rm "$list"

# From the repository, never from this computer's cache, which may hold what nobody else would get. -C: what differs from
# the checksum that the repository gives with it is not taken.
recording() {
    ./mvnw -B -ntp -q -C -Dmaven.repo.local="$work/repository" \
        -Daether.artifactResolver.postProcessor.trustedChecksums.record=true "$@"
}

# One test, as Surefire chooses its provider by what there is to run.
recording -Dtest=ValuesTest clean verify
recording spotless:check
# JavaFX is the one library with another jar for each platform; its own property chooses.
for platform in linux linux-aarch64 mac mac-aarch64 win; do
    recording -Djavafx.platform="$platform" dependency:resolve >/dev/null
done
rm -f "$list.bak"

# Spotdock's own POM is asked for too, and is no artefact. Sorted by path, a change of one version reads as one.
grep -v '  io/spotdock/' "$list" | LC_ALL=C sort -k 2 >"$work/now"
cp "$work/now" "$list"
LC_ALL=C sort -k 2 -o "$work/before" "$work/before"

# A released version never changes: another checksum for it is an accident or an attack.
changed=$(LC_ALL=C join -1 2 -2 2 "$work/before" "$list" | awk '$2 != $3')
if [ -n "$changed" ]; then
    printf 'These were recorded with another checksum before (path, before, now):\n%s\n' "$changed" >&2
    exit 1
fi
printf '%s artefacts in %s\n' "$(wc -l <"$list")" "$list"
