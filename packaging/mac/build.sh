#!/usr/bin/env bash
# Makes the .dmg and the .pkg of what `./mvnw -DskipTests package` has left on this Mac, in target/packages. Needs Xcode's
# command line tools, and a person logged in to the desktop, as the window is opened once.
#
# Signed and notarised where these are set; without them the packages are for one's own Mac only:
#   MAC_SIGNING_IDENTITY   the name after "Developer ID Application: " and "Developer ID Installer: "
#   MAC_SIGNING_KEYCHAIN   where both are, if not in the login keychain
#   MAC_NOTARY_PROFILE     a profile that `xcrun notarytool store-credentials` has kept
set -euo pipefail
umask 022

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
PACKAGE_JDK=${PACKAGE_JDK:-$(/usr/libexec/java_home -v 25 2>/dev/null || true)}
# shellcheck source=packaging/common/read.sh
. packaging/common/read.sh

out=$PWD/target/packages
work=$out/mac
app=$work/image/$name.app
rm -rf "$work"
mkdir -p "$work/resources"

# From the drawn sizes that the window has too; sips and iconutil are part of macOS.
icon() {
    local set=$work/$name.iconset pngs=src/main/resources/io/spotdock/gui/icons size
    mkdir -p "$set"
    for size in 16 32 128 256 512; do
        cp "$pngs/spotdock-$size.png" "$set/icon_${size}x$size.png"
    done
    cp "$pngs/spotdock-32.png" "$set/icon_16x16@2x.png"
    cp "$pngs/spotdock-64.png" "$set/icon_32x32@2x.png"
    cp "$pngs/spotdock-256.png" "$set/icon_128x128@2x.png"
    cp "$pngs/spotdock-512.png" "$set/icon_256x256@2x.png"
    iconutil --convert icns --output "$work/$name.icns" "$set"
}

signing=()
notary=()
if [ -n "${MAC_SIGNING_IDENTITY:-}" ]; then
    signing=(--mac-sign --mac-signing-key-user-name "$MAC_SIGNING_IDENTITY")
    [ -z "${MAC_SIGNING_KEYCHAIN:-}" ] || signing+=(--mac-signing-keychain "$MAC_SIGNING_KEYCHAIN")
fi
[ -z "${MAC_NOTARY_PROFILE:-}" ] || notary=(--keychain-profile "$MAC_NOTARY_PROFILE" --wait)

# Not signed before the caches are in it: a signature seals all files.
image() {
    IMAGE_OPTIONS=(--mac-package-identifier "$(conf bundle-id)" --mac-package-name "$name")
    build_input "$work/input"
    build_runtime "$work/runtime"
    build_image "$work/image" "$work/input" "$work/runtime" "$work/$name.icns"
    find "$app/Contents/app" -name '*.jar' -exec touch -t "$(date -u -r "$SOURCE_DATE_EPOCH" +%Y%m%d%H%M.%S)" {} +
    "$jdk/bin/java" packaging/common/java/Train.java \
        "$app/Contents/runtime/Contents/Home/bin/java" "$app/Contents/app" "$name.cfg" "$terminal.cfg"
    if [ ${#signing[@]} -gt 0 ]; then
        "$jdk/bin/jpackage" --type app-image --app-image "$app" "${signing[@]}"
    fi
}

# In the .pkg: `spotdock` on PATH, by a link. Its launcher is called otherwise, as a Mac's disk takes Spotdock for spotdock.
postinstall() {
    cat >"$work/resources/postinstall" <<END
#!/bin/sh
set -e
mkdir -p /usr/local/bin
ln -sfn "/Applications/$name.app/Contents/MacOS/$terminal" "/usr/local/bin/$(conf package)"
END
    chmod 755 "$work/resources/postinstall"
}

# package TYPE
package() {
    local made
    "$jdk/bin/jpackage" --type "$1" --name "$name" --app-version "$version" --app-image "$app" --dest "$out" \
        --license-file LICENSE --resource-dir "$work/resources" ${signing[@]+"${signing[@]}"}
    made=$out/$name-$version.$1
    if [ ${#notary[@]} -gt 0 ]; then
        xcrun notarytool submit "$made" "${notary[@]}"
        xcrun stapler staple "$made"
    fi
}

icon
image
postinstall
package dmg
package pkg
(cd "$out" && shasum -a 256 -- "$name-$version".dmg "$name-$version".pkg >SHA256SUMS)
