#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs, by package name, what is missing to build and run Tokensmith (and, with --tests, to test it).
set -euo pipefail

usage() {
    cat <<'U'
usage: packaging/setup.sh [--tests] [--list]

Installs the packages that are missing on Debian 12 or Ubuntu 24.04, as root or with sudo. Does nothing when all are
there.
  --tests   also what the tests need
  --list    print the package names, install nothing
  --help    this text
U
}

# To build, and what the programs load at run time without being linked to it.
build_packages=(
    ca-certificates
    ccache
    cmake
    g++
    libboost-dev
    libexpected-dev
    libgl1-mesa-dev
    libqt6sql6-sqlite
    libsecret-1-0
    libssl-dev
    libtoml11-dev
    libvalijson-dev
    libyaml-dev
    ninja-build
    pkg-config
    qcoro-qt6-dev
    qt6-base-dev
    qt6-httpserver-dev
    qt6-l10n-tools
    qt6-svg-dev
    qt6-tools-dev
    qt6-tools-dev-tools
    qt6-websockets-dev
    qtkeychain-qt6-dev
)

# A session bus with a keyring, a headless desktop, packing and its checks, real MCP clients, a compiler with libFuzzer
# (Debian 12 and Ubuntu 24.04 both have this version, and it knows coroutines), and checkers of our own files.
test_packages=(
    appstream
    at-spi2-core
    binutils
    clang-16
    curl
    dbus
    dbus-x11
    desktop-file-utils
    dpkg-dev
    fakeroot
    file
    fonts-dejavu-core
    fonts-inter
    gir1.2-atspi-2.0
    gnome-keyring
    imagemagick
    libclang-rt-16-dev
    libglib2.0-bin
    libsecret-tools
    lintian
    lxqt-panel
    man-db
    nodejs
    npm
    openbox
    python3
    python3-gi
    qt6-translations-l10n
    shellcheck
    xauth
    xdotool
    xvfb
)

say() { printf 'setup.sh: %s\n' "$*" >&2; }

wanted=("${build_packages[@]}")
action=install
for argument in "$@"; do
    case $argument in
        --tests) wanted+=("${test_packages[@]}") ;;
        --list) action=list ;;
        --help | -h)
            usage
            exit 0
            ;;
        *)
            say "unknown option $argument"
            usage >&2
            exit 2
            ;;
    esac
done
if [ "$action" = list ]; then
    printf '%s\n' "${wanted[@]}"
    exit 0
fi

os_release=${TOKENSMITH_OS_RELEASE:-/etc/os-release}
system=unknown
if [ -r "$os_release" ]; then
    # shellcheck source=/dev/null
    system=$(. "$os_release" && printf '%s %s' "${ID-unknown}" "${VERSION_ID-}")
fi
case $system in
    "debian 12" | "ubuntu 24.04") ;;
    *)
        say "this script knows Debian 12 and Ubuntu 24.04, and this is ${system% }."
        say "Install Qt 6.4 or later and the libraries that 'packaging/setup.sh --list' names, then build with:"
        say "  cmake --preset release && cmake --build --preset release"
        exit 1
        ;;
esac

# One query for all: a line "ii name" for each installed package. Names it doesn't know are not an error here.
installed=$(dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' "${wanted[@]}" 2>/dev/null || true)
missing=()
for package in "${wanted[@]}"; do
    case $package in # Node.js from elsewhere brings its own npm and refuses the distribution's
        nodejs) command -v node >/dev/null && continue ;;
        npm) command -v npm >/dev/null && continue ;;
    esac
    grep -qx "ii *$package" <<<"$installed" || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        say "these packages are missing, and installing them needs root or sudo. As root, run:"
        say "  apt-get install --no-install-recommends ${missing[*]}"
        exit 1
    fi
    as_root=(sudo)
fi
say "installing ${#missing[@]} packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 "$@" </dev/null >"$log" 2>&1
}
if ! apt update; then
    tail -n 20 "$log" >&2
    say "the package lists can't be fetched (see above). Check the network, then run this again."
    exit 1
fi
if ! apt install -y --no-install-recommends "${missing[@]}"; then
    tail -n 30 "$log" >&2
    say "the packages can't be installed (see above)."
    exit 1
fi
