# Sourced by ./demo and ./verify: finds what they need on this machine and, where allowed, installs it from Debian.
# shellcheck shell=bash

readonly JDK_PACKAGE=openjdk-17-jdk-headless
readonly MIN_JDK=17
readonly MIN_MAVEN=3.8.7
readonly MIN_NODE=20.19.0 # Debian 12 has 18
readonly NODE=22.23.3     # the one that is fetched where there is none as new as that, with its npm
readonly NPM=10.9.9

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
        [ -n "$home" ] && [ -x "$home/bin/javac" ] || continue # or else /bin/javac would do, and JAVA_HOME be empty
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

has_node() {
    local version
    version=$(node --version 2> /dev/null)
    [ -n "$version" ] && printf '%s\n%s\n' "$MIN_NODE" "${version#v}" | sort -V -C && command -v npm > /dev/null
}

# Puts the Node in .node/ first on the path; fails if there is none.
use_own_node() {
    local folder=$PWD/.node/node_modules
    [ -d "$folder" ] || return 1
    export PATH=$folder/.bin:$PATH
    hash -r
    has_node
}

# Any npm can fetch a newer Node: these packages carry it, one for each kind of processor.
fetch_node() {
    local kind output
    case $(uname -m) in
        x86_64) kind=x64 ;;
        aarch64) kind=arm64 ;;
        *) return 1 ;;
    esac
    printf 'Fetching Node %s into .node/ ...\n' "$NODE"
    if ! output=$(npm install --prefix .node --no-save --ignore-scripts --no-audit --no-fund \
        "node-linux-$kind@$NODE" "npm@$NPM" 2>&1); then
        printf '%s\n' "$output" | tail -3 >&2
        return 1
    fi
    ln -sf "../node-linux-$kind/bin/node" .node/node_modules/.bin/node
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

need_node() {
    has_node || use_own_node \
        || { { command -v npm > /dev/null || install_packages nodejs npm; } && fetch_node && use_own_node; } \
        || die "Node $MIN_NODE or newer with npm is missing, which builds the console; see https://nodejs.org"
}
