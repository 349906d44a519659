#!/usr/bin/env bash
# Makes the .dmg and the .pkg of what `./mvnw -DskipTests package` has left on this Mac, in target/packages, for this Mac's
# processor. Needs Xcode's command line tools, and a person logged in to the desktop, as the window is opened once.
#
# Signed and notarised where these are set; without them the packages are for one's own Mac only:
#   MAC_SIGNING_IDENTITY   the name after "Developer ID Application: " and "Developer ID Installer: "
#   MAC_SIGNING_KEYCHAIN   where both are, and the profile below, if not in the login keychain
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
# As JNA calls it; aarch64 or x86-64.
processor=$(sed -n 's/^OS_ARCH="\(.*\)"$/\1/p' "$jdk/release" | tr _ -)
# Of a package without its ending. Two Macs make one each, for one release.
file=$name-$version-${processor/x86-64/x64}
jar_time=$(date -u -r "$SOURCE_DATE_EPOCH" +%Y%m%d%H%M.%S)
rm -rf "$work"
mkdir -p "$work/resources"

# A bundle has two versions: the one that people see, and one that counts upwards (CFBundleVersion), of up to three numbers of
# which jpackage takes none that begins with 0. So it counts from 1 on: 0.1.0 is 1.1.0, 1.0.0 is 2.0.0.
release=$version
[[ $release =~ ^([0-9]+)((\.[0-9]+){0,2})$ ]] || fail "a Mac takes up to three numbers as a version, without a word, not $release"
version=$((BASH_REMATCH[1] + 1))${BASH_REMATCH[2]}

signing=()
keychain=()
if [ -n "${MAC_SIGNING_IDENTITY:-}" ]; then
    [ -z "${MAC_SIGNING_KEYCHAIN:-}" ] || keychain=(--keychain "$MAC_SIGNING_KEYCHAIN")
    signing=(--mac-sign --mac-signing-key-user-name "$MAC_SIGNING_IDENTITY")
    [ -z "${MAC_SIGNING_KEYCHAIN:-}" ] || signing+=(--mac-signing-keychain "$MAC_SIGNING_KEYCHAIN")
elif [ -n "${MAC_NOTARY_PROFILE:-}" ]; then
    fail 'only what is signed can be notarised: MAC_SIGNING_IDENTITY is missing'
fi

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

# Apple looks into jars, refuses an application with unsigned code in one, and nothing signs code in there. So it all goes out
# of the jars: what this Mac's processor runs lies beside them, where it is signed as any other library, and the rest is left out.
# Before the caches are made, as they know the jars.
libraries() {
    local jar
    # JavaFX's are beside its jar already (build_input).
    for jar in "$work/input"/javafx-graphics-*.jar; do zip -qd "$jar" '*.dylib'; done
    for jar in "$work/input"/jna-[0-9]*.jar; do
        # Under this ending jpackage knows it for a library, and JNA tries it too.
        unzip -qp "$jar" "com/sun/jna/darwin-$processor/libjnidispatch.jnilib" >"$work/input/libjnidispatch.dylib"
        zip -qd "$jar" 'com/sun/jna/*jnidispatch*'
    done
    for jar in "$work/input"/*.jar; do
        if unzip -Z1 "$jar" | grep -E '\.(dylib|jnilib|so)$'; then fail "${jar##*/} holds code that nobody would sign"; fi
    done
}

# Not signed before the caches are in it: a signature seals all files.
image() {
    local launcher
    IMAGE_OPTIONS=(--mac-package-identifier "$(conf bundle-id)" --mac-package-name "$name" --mac-app-category developer-tools)
    build_input "$work/input"
    libraries
    build_runtime "$work/runtime"
    build_image "$work/image" "$work/input" "$work/runtime" "$work/$name.icns"
    plutil -replace CFBundleShortVersionString -string "$release" "$app/Contents/Info.plist"
    for launcher in "$name" "$terminal"; do
        # The options of the JVM are a launcher's last section.
        # shellcheck disable=SC2016
        printf 'java-options=%s\n' '-Djna.boot.library.path=$APPDIR' -Djna.nounpack=true >>"$app/Contents/app/$launcher.cfg"
    done
    TZ=UTC0 find "$app/Contents/app" -name '*.jar' -exec touch -t "$jar_time" {} +
    "$jdk/bin/java" packaging/common/java/Train.java \
        "$app/Contents/runtime/Contents/Home/bin/java" "$app/Contents/app" "$name.cfg" "$terminal.cfg"
    if [ ${#signing[@]} -gt 0 ]; then
        "$jdk/bin/jpackage" --type app-image --app-image "$app" --mac-entitlements packaging/mac/entitlements.plist "${signing[@]}"
        codesign --verify --deep --strict --verbose=2 "$app"
    fi
}

# What jpackage makes a package with, beside the image.
resources() {
    cp LICENSE "$work/LICENSE.txt"
    # It copies the image, and with it not the times of the jars, which a cache may remember.
    cat >"$work/resources/$name-post-image.sh" <<END
TZ=UTC0 find "\$JpAppImageDir" -path '*/Contents/app/*' -name '*.jar' -exec touch -t $jar_time {} +
END
    # In the .pkg: \`spotdock\` on PATH, by a link. Its launcher is called otherwise, as a Mac's disk takes Spotdock for spotdock,
    # and follows one absolute link to find out where it is. What someone else has put there stays.
    cat >"$work/resources/postinstall" <<END
#!/bin/sh
set -e
link=/usr/local/bin/$(conf package)
if [ ! -e "\$link" ] || [ -L "\$link" ]; then
    mkdir -p /usr/local/bin
    ln -sfn "/Applications/$name.app/Contents/MacOS/$terminal" "\$link"
fi
END
    chmod 755 "$work/resources/postinstall"
}

# notarise FILE: as Apple wants it before another Mac opens the file. The tool answers 0 to a refusal too.
notarise() {
    local said=$work/notary.plist status id profile
    profile=(--keychain-profile "$MAC_NOTARY_PROFILE" ${keychain[@]+"${keychain[@]}"})
    xcrun notarytool submit "$1" "${profile[@]}" --wait --timeout 60m --output-format plist >"$said" || true
    status=$(plutil -extract status raw "$said" || true)
    if [ "$status" != Accepted ]; then
        id=$(plutil -extract id raw "$said") && xcrun notarytool log "$id" "${profile[@]}" >&2
        fail "${1##*/} is not notarised: $status"
    fi
    xcrun stapler staple "$1"
}

# package TYPE OPTION…
package() {
    local type=$1 made=$out/$file.$1
    shift
    "$jdk/bin/jpackage" --type "$type" --name "$name" --app-version "$version" --app-image "$app" --dest "$work" \
        --mac-package-identifier "$(conf bundle-id)" --resource-dir "$work/resources" "$@" ${signing[@]+"${signing[@]}"}
    mv -f "$work/$name-$version.$type" "$made"
    [ ${#signing[@]} -gt 0 ] || return 0
    # jpackage signs what is in a .dmg, and not the .dmg.
    if [ "$type" = dmg ]; then
        codesign --sign "Developer ID Application: $MAC_SIGNING_IDENTITY" ${keychain[@]+"${keychain[@]}"} --timestamp "$made"
    fi
    check "$type" "$made"
    if [ -n "${MAC_NOTARY_PROFILE:-}" ]; then notarise "$made"; fi
}

# check TYPE FILE: is the application in it still as it was signed?
check() {
    local place=$work/check-$1 packed
    if [ "$1" = dmg ]; then
        mkdir "$place"
        hdiutil attach -quiet -readonly -nobrowse -mountpoint "$place" "$2"
    else
        pkgutil --check-signature "$2"
        pkgutil --expand-full "$2" "$place"
    fi
    packed=$(find "$place" -maxdepth 4 -type d -name "$name.app" -prune)
    [ -n "$packed" ] || fail "${2##*/} holds no $name.app"
    codesign --verify --deep --strict "$packed"
    if [ "$1" = dmg ]; then hdiutil detach -quiet "$place"; fi
}

icon
image
resources
package dmg
package pkg --license-file "$work/LICENSE.txt"
(cd "$out" && shasum -a 256 -- "$file".dmg "$file".pkg >SHA256SUMS)
