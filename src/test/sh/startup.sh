#!/usr/bin/env bash
# How quickly an installed Spotdock, or an unpacked one, is there: printed, never asserted. Each figure is the median of runs that
# alternate with those it is compared with, as machines have moods; the ratio is what counts.
#
# Usage: src/test/sh/startup.sh [HOME]          (/usr/lib/spotdock; needs Xvfb, openbox, xdotool, python3, a JDK 25 in JAVA_HOME)
set -euo pipefail

home=$(readlink -f "${1:-/usr/lib/spotdock}")
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
[ -n "${STARTUP_DISPLAY:-}" ] || STARTUP_DISPLAY=yes exec src/test/sh/with-display.sh "$0" "$home"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SPOTDOCK_HOME=$work/data SPOTDOCK_UPDATE_CHECK=off
app=$home/lib/app
java=$home/lib/runtime/bin/java

mapfile -t options < <(sed -n 's/^java-options=//p' "$app/Spotdock.cfg" | grep -v AOTCache)
jars=$(sed -n "s#^app.classpath=\$APPDIR#$app#p" "$app/Spotdock.cfg" | paste -sd :)
"$JAVA_HOME/bin/javac" -cp "$jars" -d "$work" src/test/sh/BareWindow.java
"$JAVA_HOME/bin/jar" --create --file "$work/bare.jar" -C "$work" BareWindow.class
"$java" "${options[@]}" -XX:AOTCacheOutput="$work/bare.aot" -Xlog:aot=error,cds=error -cp "$jars:$work/bare.jar" BareWindow >"$work/bare.log" 2>&1 &
trainee=$!
sleep 6
kill "$trainee"
wait "$trainee" || true
cat >"$work/settings.yaml" <<'END'
spotdock: 1
thoughtspot: {hosting: aws, account-id: "123456789012"}
aws: {account-id: "999888777666", region: us-east-1}
bucket: {name: my-company-data-exports, prefix: thoughtspot/, create: true}
role: {name: thoughtspot-s3-upload, external-id: ts-webhook-x7k9m2p4q1}
END
printf '%s\n' "$java" "${options[@]}" -XX:AOTCache="$work/bare.aot" -cp "$jars:$work/bare.jar" BareWindow >"$work/bare.txt"
exec python3 src/test/sh/startup.py "$home" "$work"
