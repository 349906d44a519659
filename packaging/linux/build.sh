#!/usr/bin/env bash
# Makes the .deb and the .rpm of what `./mvnw -DskipTests package` has left, in target/packages.
#
# Usage: packaging/linux/build.sh [tree] [deb] [rpm]   (deb and rpm; `tree` alone makes what both hold, and neither of them;
#        what has to be installed is in packaging/README.md)
set -euo pipefail
umask 022

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
IMAGE_OPTIONS=()
# shellcheck source=packaging/common/read.sh
. packaging/common/read.sh

wanted=("$@")
[ ${#wanted[@]} -gt 0 ] || wanted=(deb rpm)
for tool in objcopy rsvg-convert unzip Xvfb openbox xdotool; do
    command -v "$tool" >/dev/null || fail "needs $tool"
done

package=$(conf package)
# Both sort a version with a word behind a tilde before the one without; rpm knows a hyphen for something else.
release=${version/-/\~}
out=target/packages
work=$out/linux
tree=$work/tree
home=$tree/usr/lib/$package
share=$tree/usr/share
rm -rf "$work"
mkdir -p "$work" "$tree/usr/lib" "$tree/usr/bin"

# Drawn by the processor: no driver is loaded or waited for, and a form needs none (README.md).
window_options=(-Dprism.order=sw)

icons() {
    local size
    for size in 16 24 32 48 64 128 256 512; do
        mkdir -p "$share/icons/hicolor/${size}x$size/apps"
        rsvg-convert -w $size -h $size assets/spotdock.svg -o "$share/icons/hicolor/${size}x$size/apps/io.spotdock.app.png"
    done
    install -Dm644 assets/spotdock.svg "$share/icons/hicolor/scalable/apps/io.spotdock.app.svg"
}

# launcher NAME: starts what jpackage's own does, in a few milliseconds: that one first asks dpkg or rpm whose file it is,
# which takes longer than a short command.
launcher() {
    local cfg=$home/lib/app/$1.cfg option jvm='' jars
    while IFS= read -r option; do jvm+=" '${option//\$APPDIR/\'\"\$app\"\'}'"; done < <(sed -n 's/^java-options=//p' "$cfg")
    # shellcheck disable=SC2016
    jars=$(sed -n 's/^app.classpath=$APPDIR/$app/p' "$cfg" | paste -sd :)
    cat >"$home/bin/$1" <<END
#!/bin/sh
here=\$0
[ ! -h "\$here" ] || here=\$(readlink -f "\$here")
app=\${here%/*}/../lib/app
exec "\$app/../runtime/bin/java"$jvm -cp "$jars" $(conf main-class) "\$@"
END
    chmod 755 "$home/bin/$1"
}

image() {
    build_input "$work/input"
    # For the keychains of the other systems; Linux's is asked over D-Bus.
    rm "$work/input"/{java-keyring,jna,jna-platform}-[0-9]*.jar
    build_runtime "$work/runtime"
    find "$work/runtime" -name '*.so' -exec strip --strip-unneeded {} +
    build_image "$work/image" "$work/input" "$work/runtime" "$share/icons/hicolor/256x256/apps/io.spotdock.app.png" \
        "${window_options[@]}"
    mv "$work/image/$name" "$home"
    launcher "$name"
    launcher "$terminal"
    rm "$home/lib/libapplauncher.so"
    # In the right order, and with the right times: the caches remember both of each jar.
    find "$home" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
    src/test/sh/with-display.sh "$jdk/bin/java" packaging/common/java/Train.java \
        "$PWD/$home/lib/runtime/bin/java" "$PWD/$home/lib/app" "$name.cfg" "$terminal.cfg" xdotool key Return
    find "$home/lib/app" -type f -exec chmod 644 {} +
    # Debian wants libraries without their own marks of being executable, and no file that only a JDK reads.
    find "$home/lib/runtime/lib" -name '*.so' -exec chmod 644 {} +
    find "$home/lib/runtime/legal" -type f -exec chmod 644 {} +
    find "$home/lib/runtime/bin" -type f ! -name java -delete
    rm -f "$home/lib/runtime/lib/classlist" "$home/lib/runtime/lib/jrt-fs.jar" "$home/lib/runtime/lib/jexec"
}

# The manual page, completion of three shells, the licences, and what a desktop wants to know.
surroundings() {
    local program=$home/bin/$terminal date doc=$share/doc/$package
    date=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)
    export SPOTDOCK_HOME=$work/nowhere
    ln -s "../lib/$package/bin/$terminal" "$tree/usr/bin/$package"
    mkdir -p "$share/man/man1" "$share/bash-completion/completions" "$share/zsh/site-functions" \
        "$share/fish/vendor_completions.d" "$doc"
    "$jdk/bin/java" packaging/common/java/Manual.java "$work/$package.1" "$version" "$date" "$program"
    gzip -9nc "$work/$package.1" >"$share/man/man1/$package.1.gz"
    "$program" completion bash >"$share/bash-completion/completions/$package"
    {
        printf '#compdef %s\nautoload -U +X bashcompinit && bashcompinit\n' "$package"
        printf '. /usr/share/bash-completion/completions/%s\n' "$package"
    } >"$share/zsh/site-functions/_$package"
    "$program" --help | awk -v q="'" '
        /^Commands:/ { list = 1; next }
        # A command with the first sentence that is said of it, which may go on in further lines.
        function tell() {
            sub(/\. .*|\.$/, "", text); gsub(q, "\\" q, text)
            if (word) print "complete -c spotdock -f -n __fish_use_subcommand -a " word " -d " q text q
            word = ""
        }
        list && /^  [a-z]/ { tell(); word = $1; $1 = ""; sub(/^ /, ""); text = $0; next }
        list && /^   / { sub(/^ +/, ""); text = text " " $0; next }
        list { tell(); list = 0 }
        END { tell() }' >"$share/fish/vendor_completions.d/$package.fish"
    install -Dm644 -t "$share/applications" packaging/linux/files/*.desktop
    sed "s/@VERSION@/$version/; s/@DATE@/$date/" packaging/linux/files/io.spotdock.app.metainfo.xml >"$work/metainfo.xml"
    install -Dm644 "$work/metainfo.xml" "$share/metainfo/io.spotdock.app.metainfo.xml"
    install -Dm644 packaging/linux/files/spotdock.mime.xml "$share/mime/packages/$package.xml"
    install -Dm644 -t "$doc" THIRD-PARTY.md "$layout/sbom.cdx.json"
    gzip -9nc CHANGELOG.md >"$doc/changelog.gz"
    sed "s/@MAINTAINER@/$(conf maintainer)/; s/@COPYRIGHT@/$(conf copyright)/" packaging/linux/files/copyright >"$doc/copyright"
    mkdir -p "$share/lintian/overrides"
    install -m644 packaging/linux/files/lintian-overrides "$share/lintian/overrides/$package"
    find "$tree" -newermt "@$SOURCE_DATE_EPOCH" ! -name '*.jar' -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
    appstreamcli validate --no-net "$share/metainfo/io.spotdock.app.metainfo.xml" >"$work/appstream.log" 2>&1 ||
        { cat "$work/appstream.log" >&2; fail 'the metainfo is not valid'; }
    desktop-file-validate "$share"/applications/*.desktop
}

deb() {
    local arch root=$work/deb
    arch=$(dpkg --print-architecture)
    cp -a "$tree" "$root"
    mkdir "$root/DEBIAN"
    (cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
    cat >"$root/DEBIAN/control" <<END
Package: $package
Version: $release
Architecture: $arch
Maintainer: ${SPOTDOCK_MAINTAINER:-$(conf maintainer)}
Installed-Size: $(du -sk --apparent-size "$tree" | cut -f 1)
Depends: libc6 (>= 2.34), zlib1g, libgtk-3-0 | libgtk-3-0t64, libgl1, libxtst6, libxxf86vm1, libfreetype6, libfontconfig1
Recommends: ca-certificates, xdg-utils
Section: admin
Priority: optional
Description: $(conf summary)
 A wizard for those who click and a command line for those who don't. It makes
 the IAM role that ThoughtSpot assumes, the bucket that it writes to and the
 webhook that triggers it, and proves by a live test that files arrive. Brings
 the Java that it runs on.
END
    find "$root/DEBIAN" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
    dpkg-deb --root-owner-group -Zxz -z9 --build "$root" "$out/${package}_${release}_$arch.deb" >/dev/null
    ls -l "$out/${package}_${release}_$arch.deb"
}

rpm_package() {
    mkdir -p "$work/rpm"
    cat >"$work/rpm/$package.spec" <<END
%global __os_install_post %{nil}
%global _build_id_links none
%global _binary_payload w7T2.xzdio
%global use_source_date_epoch_as_buildtime 1
%global _buildhost localhost
Name: $package
Version: $release
Release: 1
Summary: $(conf summary)
License: $(conf licence)
Vendor: $(conf vendor)
AutoReqProv: no
Requires: libgtk-3.so.0()(64bit), libGL.so.1()(64bit), libXtst.so.6()(64bit), libfreetype.so.6()(64bit)
%description
A wizard and a command line that make the IAM role, the bucket and the webhook for ThoughtSpot's delivery into Amazon S3,
and prove by a live test that files arrive. Brings the Java that it runs on.
%install
cp -a "$PWD/$tree/usr" %{buildroot}/usr
rm -rf %{buildroot}/usr/share/lintian
%files
%defattr(-,root,root,-)
/usr/bin/$package
/usr/lib/$package
/usr/share/applications/*
/usr/share/bash-completion/completions/$package
%doc /usr/share/doc/$package
/usr/share/fish/vendor_completions.d/$package.fish
/usr/share/icons/hicolor/*/apps/io.spotdock.app.*
/usr/share/man/man1/$package.1.gz
/usr/share/metainfo/*
/usr/share/mime/packages/$package.xml
/usr/share/zsh/site-functions/_$package
END
    rpmbuild --quiet -bb --define "_topdir $PWD/$work/rpm" --define "_rpmdir $PWD/$out" \
        --define '_rpmfilename %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm' "$work/rpm/$package.spec"
    ls -l "$out"/*.rpm
}

icons
image
surroundings
for kind in "${wanted[@]}"; do
    case $kind in
        tree) ;;
        deb) deb ;;
        rpm) rpm_package ;;
        *) fail "makes tree, deb and rpm, not $kind" ;;
    esac
done
(cd "$out" && sha256sum -- *.deb *.rpm 2>/dev/null >SHA256SUMS) || true
