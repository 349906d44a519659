#!/usr/bin/env bash
# Installs a .pkg as a person would, uses both its halves, removes it, and looks at what is left. Changes the Mac it runs on for
# that time, so it refuses where Spotdock is installed already. Needs a person logged in to the desktop.
#
# Usage: packaging/mac/installed.sh PACKAGE.pkg
set -euo pipefail

pkg=${1:?PACKAGE.pkg}
app=/Applications/Spotdock.app
link=/usr/local/bin/spotdock
work=$(mktemp -d)
export SPOTDOCK_HOME=$work/data SPOTDOCK_UPDATE_CHECK=off

fail() {
    printf 'FAILED: %s\n' "$1" >&2
    exit 1
}

[ ! -e "$app" ] || fail 'Spotdock is installed here already'

# An .app has no uninstaller; these are all the files there are, and the installer's note of them.
remove() {
    sudo rm -rf "$app"
    [ ! -L "$link" ] || sudo rm "$link"
    sudo pkgutil --forget io.spotdock.app >/dev/null 2>&1 || true
}
cleanup() {
    remove
    rm -rf "$work"
}
trap cleanup EXIT

# A cache that doesn't fit is refused silently; the JVM says where each class came from. _JAVA_OPTIONS is read after all others.
cached() {
    grep -q 'io.spotdock.app.Main source: shared objects file' "$1" || fail 'the AOT cache is not used'
}

sudo installer -pkg "$pkg" -target /
codesign --verify --deep --strict "$app"
said=$(_JAVA_OPTIONS=-Xlog:class+load:file=$work/terminal.txt "$link" --version 2>/dev/null)
[[ $said == "spotdock "[0-9]* ]] || fail "--version says $said"
cached "$work/terminal.txt"
[ "spotdock $(defaults read "$app/Contents/Info" CFBundleShortVersionString)" = "$said" ] || fail 'the Finder shows another version'
"$link" demo
"$link" nonsense && fail 'nonsense was taken for a command'

# The window logs its beginning a second after it is shown.
log=$SPOTDOCK_HOME/logs/spotdock.log
rm -f "$log"
_JAVA_OPTIONS=-Xlog:class+load:file=$work/window.txt "$app/Contents/MacOS/Spotdock" wizard --sandbox >"$work/window.log" 2>&1 &
window=$!
for _ in $(seq 600); do
    [ ! -e "$log" ] || break
    kill -0 "$window" 2>/dev/null || break
    sleep 0.2
done
[ -e "$log" ] || { cat "$work/window.log" >&2; fail 'the window did not open'; }
sleep 3
cached "$work/window.txt"
[ ! -e "$HOME/.openjfx" ] || fail 'JavaFX unpacked libraries into the home'
kill "$window"
code=0
wait "$window" || code=$?
[[ $code =~ ^(0|130|143)$ ]] || fail "the window ended with $code"

remove
if [ -e "$app" ] || [ -L "$link" ]; then fail 'left behind'; fi
[ -d "$SPOTDOCK_HOME" ] || fail 'the own data of the person are gone'
printf 'Installed, used and removed.\n'
