#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-links.sh PROGRAM: fails if PROGRAM needs QtGui or anything above it, itself or through another library.
# check-links.sh --network-only PROGRAM: fails as well if PROGRAM itself needs more than QtCore, QtNetwork and C++.
# check-links.sh --self-test COMPILER: proves that it sees all three.
set -euo pipefail
export LC_ALL=C
window='lib(Qt6(Gui|Widgets|Svg|OpenGL|XcbQpa|Quick)|X11|xcb|wayland-client|GL)\b'

check() {
    local needed
    needed=$( (readelf -d "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'; ldd "$1" | awk '{print $1}') | sort -u)
    [ -n "$needed" ] || { echo "$1: not a dynamic program"; return 1; }
    if grep -E "$window" <<<"$needed"; then
        echo "$1 must run without a window and links the libraries above."
        return 1
    fi
}

plain='^(lib(Qt6(Core|Network)|stdc\+\+|gcc_s|c|m|pthread)|ld-linux[a-z0-9_-]*)\.so'

check_network_only() {
    check "$1" || return 1
    if readelf -d "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | grep -vE "$plain"; then
        echo "$1 may need QtCore and QtNetwork only and links the libraries above."
        return 1
    fi
}

if [ "$1" = --self-test ]; then
    dir=$(mktemp -d)
    trap 'rm -rf "$dir"' EXIT
    cd "$dir"
    echo 'int window() { return 1; }' >window.cpp
    echo 'int window(); int service() { return window(); }' >service.cpp
    echo 'int service(); int main() { return service() - 1; }' >main.cpp
    build() { "$compiler" -fPIC -Wl,-rpath,"$dir" "$@"; }
    compiler=$2
    build -shared -o libplain.so service.cpp window.cpp
    build -o alone main.cpp service.cpp window.cpp
    build -o good main.cpp -L. -lplain
    build -shared -o libQt6Gui.so.6 -Wl,-soname,libQt6Gui.so.6 window.cpp
    build -shared -o libservice.so service.cpp ./libQt6Gui.so.6
    build -o through main.cpp -L. -lservice -Wl,-rpath-link,.
    build -o itself main.cpp service.cpp -L. ./libQt6Gui.so.6
    check ./good
    for program in ./through ./itself; do
        if check "$program" >/dev/null; then
            echo "$program links libQt6Gui and passed."
            exit 1
        fi
    done
    check_network_only ./alone
    if check_network_only ./good >/dev/null; then
        echo "./good links libplain and passed."
        exit 1
    fi
    exit
fi
if [ "$1" = --network-only ]; then
    check_network_only "$2"
    exit
fi
check "$1"
