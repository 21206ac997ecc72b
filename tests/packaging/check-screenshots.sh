#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-screenshots.sh TREE BUILD: packaging/screenshots.sh takes every picture that the README shows from the sandbox: the
# window's whole size, neither empty nor all alike, light ones light and dark ones dark.
set -euo pipefail
for tool in Xvfb openbox xdotool import dbus-run-session; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
/usr/bin/python3 -c 'from gi.repository import Gio' 2>/dev/null || { echo "python3-gi is not installed"; exit 77; }
fail() { echo "$*"; exit 1; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
"$1/packaging/screenshots.sh" --bin "$2/bin" --to "$dir"
mapfile -t pictures < <(grep -ohE 'packaging/screenshots/[a-z-]+\.png' "$1/README.md")
[ ${#pictures[@]} -ge 2 ] || fail "the README shows no pictures"
for picture in "${pictures[@]}"; do
    file=$dir/$(basename "$picture")
    [ -f "$file" ] || fail "screenshots.sh does not take $picture"
    [ -f "$1/$picture" ] || fail "there is no $picture"
    read -r size colours brightness < <(identify -format '%wx%h %k %[fx:round(mean*100)]\n' "$file")
    [[ $size = 1280x800 && $colours -gt 500 ]] || fail "$picture: $size with $colours colours"
    case $picture in
        *-light*) [ "$brightness" -gt 70 ] || fail "$picture is dark ($brightness %)" ;;
        *-dark*) [ "$brightness" -lt 40 ] || fail "$picture is light ($brightness %)" ;;
    esac
done
