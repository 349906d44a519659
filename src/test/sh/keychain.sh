#!/usr/bin/env bash
# A sign-in kept in a real keychain: GNOME's, on a session bus of its own and without a display. secret-tool, which shares
# no code with Spotdock, says what is in it.
#
# Usage: src/test/sh/keychain.sh [SPOTDOCK]     (target/spotdock/bin/spotdock; needs dbus-run-session, gnome-keyring-daemon and
#        secret-tool)
set -euo pipefail

spotdock=$(readlink -f "${1:-$(dirname "${BASH_SOURCE[0]}")/../../../target/spotdock/bin/spotdock}")
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

fail() {
    printf '%s: %s\n' "$0" "$1" >&2
    exit 1
}

for tool in dbus-run-session gnome-keyring-daemon secret-tool "$spotdock"; do
    command -v "$tool" >/dev/null || fail "needs $tool"
done

if [ -z "${KEYCHAIN_WORK:-}" ]; then
    KEYCHAIN_WORK=$(mktemp -d)
    export KEYCHAIN_WORK
    trap 'rm -rf "$KEYCHAIN_WORK" || true' EXIT
    mkdir -m 700 "$KEYCHAIN_WORK/run" "$KEYCHAIN_WORK/home"
    # The keyring's files and its password prompt are not this user's, nor on their display.
    env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS -u XDG_DATA_HOME \
        HOME="$KEYCHAIN_WORK/home" XDG_RUNTIME_DIR="$KEYCHAIN_WORK/run" SPOTDOCK_HOME="$KEYCHAIN_WORK/own" \
        dbus-run-session -- src/test/sh/keychain.sh "$spotdock" 2>"$KEYCHAIN_WORK/stderr.txt" || {
        cat "$KEYCHAIN_WORK/stderr.txt" >&2
        exit 1
    }
    exit 0
fi

# From here on it is the bus's own.

passed=0
ok() {
    passed=$((passed + 1))
    printf 'ok: %s\n' "$1"
}

unlock() {
    printf 'a password' | gnome-keyring-daemon --unlock --components=secrets "$@" >/dev/null
}

unlock
"$spotdock" sandbox >"$KEYCHAIN_WORK/environment" &
sandbox=$!
trap 'kill "$sandbox" 2>/dev/null || true; wait "$sandbox" 2>/dev/null || true' EXIT
# The sandbox can be used as soon as its last line is there.
for ((i = 0; i < 300; i++)); do
    if grep -q SANDBOX_GOOGLE_TOKEN_URL "$KEYCHAIN_WORK/environment"; then break; fi
    sleep 0.2
done
# shellcheck disable=SC1091
. "$KEYCHAIN_WORK/environment"
token=$SPOTDOCK_TOKEN

cat >"$KEYCHAIN_WORK/spotdock.yaml" <<EOF
spotdock: 1
thoughtspot: {hosting: aws, org: Primary, account-id: "$SANDBOX_THOUGHTSPOT_ACCOUNT"}
aws: {account-id: "$SANDBOX_CUSTOMER_ACCOUNT", region: us-east-1}
bucket: {name: my-company-data-exports, create: true}
role: {name: thoughtspot-s3-upload, external-id: ts-webhook-x7k9m2p4q1}
webhook: {name: Webhook_S3, url: "https://api.example.com/hook"}
EOF

run() {
    "$spotdock" "$@" -s "$KEYCHAIN_WORK/spotdock.yaml" --no-input >"$KEYCHAIN_WORK/said.txt" 2>&1
}

kept() {
    secret-tool lookup application spotdock host "$SPOTDOCK_THOUGHTSPOT_URL" user ''
}

run sign-in || fail "sign-in: $(cat "$KEYCHAIN_WORK/said.txt")"
[ "$(kept)" = "$token" ] || fail 'secret-tool does not find what was kept'
ok 'secret-tool finds the token that was kept'

unset SPOTDOCK_TOKEN
if run webhook show; then fail 'signed in without being told how'; fi
ok 'without --keychain it is not used'
run webhook show --keychain || fail "webhook show: $(cat "$KEYCHAIN_WORK/said.txt")"
ok 'with --keychain it signs in'

if grep -rlF "$token" "$KEYCHAIN_WORK/own" "$KEYCHAIN_WORK/said.txt"; then fail 'the token is in a file of Spotdock'; fi
ok 'no file of Spotdock holds the token'

# Changed by somebody else, it is taken as they left it.
printf 'another-token' | secret-tool store --label=x xdg:schema io.spotdock.SignIn application spotdock \
    host "$SPOTDOCK_THOUGHTSPOT_URL" user ''
if run webhook show --keychain; then fail 'a wrong token was accepted'; fi
grep -q 'did not accept the token' "$KEYCHAIN_WORK/said.txt" || fail "$(cat "$KEYCHAIN_WORK/said.txt")"
ok 'what secret-tool put there is what ThoughtSpot is shown'

# Locked, and with nobody to unlock it: neither taken for empty nor waited for.
lock() {
    dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
        org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login >/dev/null
}
lock
if run webhook show --keychain; then fail 'a locked keychain gave something'; fi
grep -q 'The keychain is locked' "$KEYCHAIN_WORK/said.txt" || fail "$(cat "$KEYCHAIN_WORK/said.txt")"
ok 'a locked keychain is said to be locked'

unlock --replace
run sign-in --forget || fail "sign-in --forget: $(cat "$KEYCHAIN_WORK/said.txt")"
if [ -n "$(kept)" ]; then fail 'it is still there after --forget'; fi
ok 'after --forget secret-tool finds nothing'

printf '%s passed, 0 failed\n' "$passed"
