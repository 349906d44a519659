# shellcheck shell=bash
# Sourced by linux/build.sh and mac/build.sh from the repository's root: what both do in the same way.

# conf NAME: its value in package.conf.
conf() {
    sed -n "s/^$1=//p" packaging/common/package.conf
}

fail() {
    printf '%s: %s\n' "$0" "$1" >&2
    exit 1
}

# The JDK 25 to build with, from PACKAGE_JDK, JAVA_HOME or the usual places.
find_jdk() {
    local home
    for home in "${PACKAGE_JDK:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
        if [ -r "$home/release" ] && [ -x "$home/bin/jpackage" ] && grep -q '^JAVA_VERSION="25[."]' "$home/release"; then
            printf '%s\n' "${home%/}"
            return
        fi
    done
    fail 'needs a JDK 25 with jpackage; name it in PACKAGE_JDK'
}

# What the build left, and its version.
layout=target/spotdock
[ -f "$layout/lib/spotdock.jar" ] || fail "$layout/lib/spotdock.jar is missing; './mvnw -DskipTests package' makes it"
version=$(sed -n '/<artifactId>spotdock</,/<\/version>/s/.*<version>\(.*\)<\/version>.*/\1/p' pom.xml)
jdk=$(find_jdk)
name=$(conf name)
terminal=$(conf terminal-name)

# Files are as old as the commit they come from, so that two packages of one commit are alike.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH

# build_input DIRECTORY: all that goes beside the jars of an image, and the jars.
build_input() {
    local jar
    "$jdk/bin/java" packaging/common/java/NewerClasses.java "$layout/lib" "$1"
    "$jdk/bin/java" -cp "$(printf '%s:' "$layout"/lib/javafx-*.jar)" packaging/common/java/Stylesheets.java "$1/spotdock.jar"
    # OpenJFX's jars without a platform hold nothing but a manifest.
    for jar in "$1"/javafx-*.jar; do
        unzip -Z1 "$jar" | grep '\.class$' >/dev/null || rm "$jar"
    done
    # Beside its jars JavaFX loads its libraries; inside them it would unpack them into the person's home, at every version.
    for jar in "$1"/javafx-graphics-*.jar; do
        unzip -qoj "$jar" '*.so' '*.dylib' -d "$1" 2>/dev/null || [ $? -eq 11 ]
    done
    cp -R LICENSE THIRD-PARTY.md packaging/common/licences "$layout/sbom.cdx.json" "$1"
}

# build_runtime DIRECTORY
build_runtime() {
    "$jdk/bin/jlink" --add-modules "$(conf modules)" --include-locales="$(conf locales)" \
        --strip-debug --no-header-files --no-man-pages --compress zip-0 --output "$1"
}

# build_image DESTINATION INPUT RUNTIME ICON EXTRA-JVM-OPTIONS…: the image with both launchers.
build_image() {
    local destination=$1 input=$2 runtime=$3 icon=$4
    shift 4
    local option options=() properties releases=()
    # Where newer ones are, which only who releases knows; without it the program doesn't look for any.
    [ -z "${SPOTDOCK_RELEASES:-}" ] || releases=("-Dspotdock.releases=$SPOTDOCK_RELEASES")
    for option in $(conf jvm) ${releases[@]+"${releases[@]}"} "$@"; do options+=(--java-options "$option"); done
    properties=$(mktemp)
    # A list of its own stands for the whole list above.
    {
        printf 'description=%s\n' "$name on the command line"
        # shellcheck disable=SC2016
        printf 'java-options=%s -XX:AOTCache=$APPDIR/%s.aot\n' "$(conf jvm) ${releases[*]-}" "$terminal"
        printf 'win-console=true\nwin-shortcut=false\nwin-menu=false\nlinux-shortcut=false\n'
    } >"$properties"
    # shellcheck disable=SC2016
    "$jdk/bin/jpackage" --type app-image --name "$name" --app-version "$version" --vendor "$(conf vendor)" \
        --description "$(conf summary)" --copyright "$(conf copyright)" --icon "$icon" \
        --input "$input" --main-jar spotdock.jar --main-class "$(conf main-class)" --runtime-image "$runtime" \
        "${options[@]}" --java-options '-XX:AOTCache=$APPDIR/'"$name.aot" \
        --add-launcher "$terminal=$properties" --dest "$destination" "${IMAGE_OPTIONS[@]}"
    rm "$properties"
}
