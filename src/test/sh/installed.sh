#!/usr/bin/env bash
# Installs a .deb as a person would, uses both its halves, removes it, and looks at what is left. Changes the machine it runs
# on for that time, so it refuses where Spotdock is installed already.
#
# Usage: src/test/sh/installed.sh PACKAGE.deb [PICTURE.png]        (as root, or with sudo; Debian or Ubuntu)
set -euo pipefail

deb=$(readlink -f "${1:?PACKAGE.deb}")
picture=$(readlink -f "${2:-target/installed.png}")
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
work=$(mktemp -d)
export SPOTDOCK_HOME=$work/data HOME=$work/home SPOTDOCK_UPDATE_CHECK=off
mkdir -p "$HOME"

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

fail() {
    printf 'FAILED: %s\n' "$1" >&2
    exit 1
}

if dpkg-query -W -f '${Status}' spotdock 2>/dev/null | grep -q ' installed'; then fail 'Spotdock is installed here already'; fi

cleanup() {
    as_root dpkg --purge spotdock >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap cleanup EXIT

# All files that are outside homes and temporary folders.
files() {
    find / -xdev \( -path /proc -o -path /sys -o -path /tmp -o -path /var/tmp -o -path /root -o -path /home -o -path /run \
        -o -path "$PWD" -o -path /var/lib/dpkg -o -path /var/cache -o -path /var/log -o -path /work \) -prune \
        -o -print 2>/dev/null | LC_ALL=C sort
}

files >"$work/before"
as_root apt-get install -y -qq --no-install-recommends "$deb" >"$work/apt.log" 2>&1 || { cat "$work/apt.log" >&2; fail 'apt-get'; }

[ "$(spotdock --version)" = "spotdock $(dpkg-query -W -f '${Version}' spotdock)" ] || fail 'not the version of the package'
spotdock demo >"$work/demo.log" 2>&1 || { tail "$work/demo.log" >&2; fail 'the demo'; }
spotdock nonsense 2>/dev/null && fail 'nonsense was taken for a command'
man -w spotdock >/dev/null 2>&1 || [ -f /usr/share/man/man1/spotdock.1.gz ] || grep -rqs path-exclude=/usr/share/man /etc/dpkg ||
    fail 'no manual page'
# Without its cache it is slower, and says nothing.
for launcher in spotdock-cli Spotdock; do
    [ -f "/usr/lib/spotdock/lib/app/$launcher.aot" ] || fail "$launcher has no cache"
done
as_root mv /usr/lib/spotdock/lib/app/spotdock-cli.aot "$work/kept.aot"
[ -z "$(spotdock --version 2>&1 >/dev/null)" ] || fail 'something is said where the cache is missing'
printf 'no cache' | as_root tee /usr/lib/spotdock/lib/app/spotdock-cli.aot >/dev/null
[ "$(spotdock --version 2>"$work/refused.log")" = "$(dpkg-query -W -f 'spotdock ${Version}' spotdock)" ] || fail 'a wrong cache'
[ ! -s "$work/refused.log" ] || fail "a wrong cache is talked about: $(cat "$work/refused.log")"
as_root mv "$work/kept.aot" /usr/lib/spotdock/lib/app/spotdock-cli.aot

cat >"$work/window.sh" <<'END'
set -eu
work=$1 picture=$2
"$(sed -n 's/^Exec=//p' /usr/share/applications/io.spotdock.app.desktop)" >"$work/window.log" 2>&1 &
window=$!
# becomes WHAT COMMAND…: waits until the command says so, of a window that may be slow.
becomes() {
    local what=$1
    shift
    for _ in $(seq 300); do
        [ "$("$@")" != "$what" ] || return 0
        sleep 0.2
    done
    cat "$work/window.log" >&2
    printf 'never %s: %s\n' "$what" "$*" >&2
    import -window root "$picture" || true
    exit 1
}
search() { xdotool search --onlyvisible --name '^Spotdock$' | head -n 1; }
colour() { import -window "$id" png:- | convert png:- -format "%[hex:p{$1,$2}]" info:; }
there() { [ -z "$(search)" ] || echo yes; }
# The first two steps' lines in the list at the left; the one that one is at stands on another ground.
first() { colour 220 128; }
second() { colour 220 180; }
differ() { [ "$(first)" = "$(second)" ] || echo yes; }
becomes yes there
id=$(search)
becomes yes differ
class=$(sed -n 's/^StartupWMClass=//p' /usr/share/applications/io.spotdock.app.desktop)
[ "$(xdotool search --class "^$class\$")" = "$id" ] || { echo "the desktop does not know whose window it is" >&2; exit 1; }
here=$(first)
# Amazon Web Services; then Continue, which is pale as long as nothing is chosen.
pale=$(colour 1030 745)
enabled() { [ "$(colour 1030 745)" = "$pale" ] || echo yes; }
xdotool mousemove --window "$id" 500 190 click 1
becomes yes enabled
xdotool mousemove --window "$id" 1080 745 click 1
becomes "$here" second
import -window "$id" "$picture"
kill "$window"
code=0
wait "$window" || code=$?
case $code in 0 | 130 | 143) ;; *) exit 1 ;; esac
END
src/test/sh/with-display.sh bash "$work/window.sh" "$work" "$picture" || fail 'the window'

[ ! -e "$HOME/.openjfx" ] || fail 'JavaFX unpacked libraries into the home'
as_root apt-get purge -y -qq spotdock >/dev/null 2>&1 || fail 'removal'
files >"$work/after"
# What was installed for it, as libraries, may stay.
left=$(LC_ALL=C comm -13 "$work/before" "$work/after" | grep -i spotdock || true)
[ -z "$left" ] || fail "left behind: $left"
[ -d "$SPOTDOCK_HOME" ] || fail 'the own data of the person are gone'
printf 'Installed, used and removed; the window is in %s.\n' "$picture"
