#!/usr/bin/env bash
# Runs a command on a display of its own, with a window manager, as on a desktop: frames, smallest sizes and who has the
# keyboard are its business. Nobody sees it, and both end with the command, whose exit code is this script's.
#
# Usage: src/test/sh/with-display.sh COMMAND…       (needs Xvfb and openbox)
set -euo pipefail

if [ $# -eq 0 ]; then
    printf 'usage: %s COMMAND…\n' "$0" >&2
    exit 2
fi
for tool in Xvfb openbox; do
    if ! command -v "$tool" >/dev/null; then
        printf '%s: needs %s\n' "$0" "$tool" >&2
        exit 2
    fi
done

work=$(mktemp -d)
started=()

cleanup() {
    local code=$?
    trap - EXIT
    # The window manager before the display it is on.
    for ((i = ${#started[@]} - 1; i >= 0; i--)); do
        kill "${started[i]}" 2>/dev/null || true
        wait "${started[i]}" 2>/dev/null || true
    done
    rm -rf "$work"
    exit "$code"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

fail() {
    printf '%s: %s\n' "$0" "$1" >&2
    cat "$work"/*.log >&2
    exit 1
}

# No key repeats: where the machine is slow, a key that a test presses stays down long enough to be typed many times.
# Xvfb takes the first display that is free, and writes its number as soon as it can be used.
mkfifo "$work/number"
Xvfb -displayfd 3 -r -screen 0 1280x1024x24 -nolisten tcp -fbdir "$work" 3>"$work/number" >"$work/xvfb.log" 2>&1 &
started+=($!)
read -r -t 30 number <>"$work/number" || fail 'Xvfb did not start'
export DISPLAY=":$number"
unset WAYLAND_DISPLAY XAUTHORITY
# What is on the screen, as a file that can be mapped (XWD).
export DISPLAY_FRAMES=$work/Xvfb_screen0

# openbox tells by this command that it manages windows. It opens one of its own where its settings can't be read.
printf '<openbox_config xmlns="http://openbox.org/3.4/rc"/>\n' >"$work/openbox.xml"
mkfifo "$work/managing"
openbox --config-file "$work/openbox.xml" --startup "sh -c 'echo yes >\"$work/managing\"'" >"$work/openbox.log" 2>&1 &
started+=($!)
read -r -t 30 _ <>"$work/managing" || fail 'openbox did not start'

"$@"
