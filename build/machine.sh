# Sourced by ./demo and ./verify: finds what they need on this machine and, where allowed, installs it from Debian.
# shellcheck shell=bash

readonly JDK_PACKAGE=openjdk-17-jdk-headless
readonly MIN_JDK=17
readonly MIN_MAVEN=3.8.7

# One sentence, then the end.
die() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# Debian packages, as root or by sudo without a password. Fails where neither is possible.
install_packages() {
    local root=() output
    command -v apt-get > /dev/null || return 1
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2> /dev/null || return 1
        root=(sudo -n)
    fi
    printf 'Installing %s from Debian, which takes a minute or two ...\n' "$*"
    if ! output=$("${root[@]}" apt-get -q update 2>&1 \
        && "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@" 2>&1); then
        grep '^[EW]:' <<< "$output" >&2
        return 1
    fi
}

# The major version of the JDK in folder $1; empty where there is none.
jdk_version() {
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

# Sets JAVA_HOME to the first suitable JDK: the caller's, the one on the path, one of Debian's.
find_jdk() {
    local javac home version
    javac=$(readlink -f "$(command -v javac || true)")
    for home in "${JAVA_HOME:-}" "${javac%/bin/javac}" /usr/lib/jvm/*; do
        [ -x "$home/bin/javac" ] || continue
        version=$(jdk_version "$home")
        if [ "${version:-0}" -ge "$MIN_JDK" ]; then
            export JAVA_HOME="$home"
            return 0
        fi
    done
    return 1
}

has_maven() {
    local version
    version=$(mvn -B -v 2> /dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
    [ -n "$version" ] && printf '%s\n%s\n' "$MIN_MAVEN" "$version" | sort -V -C
}

has_chromium() {
    command -v chromium > /dev/null
}

need_jdk() {
    find_jdk || { install_packages "$JDK_PACKAGE" && find_jdk; } \
        || die "a JDK $MIN_JDK or newer is missing; install it with: apt-get install $JDK_PACKAGE"
}

need_maven() {
    has_maven || { install_packages maven && has_maven; } \
        || die "Maven $MIN_MAVEN or newer is missing; install it with: apt-get install maven"
}

need_chromium() {
    has_chromium || { install_packages chromium && has_chromium; } \
        || die "Chromium is missing; install it with: apt-get install chromium"
}
