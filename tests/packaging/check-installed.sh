#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-installed.sh BUILD: `cmake --install` into another prefix than the configured one gives valid desktop files, icons
# of the sizes their directories name, programs that start from there, and a service that starts that program.
set -euo pipefail
for tool in desktop-file-validate appstreamcli identify; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
fail() { echo "$*"; exit 1; }
tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
prefix=/opt/tokensmith
DESTDIR=$dir cmake --install "$1" --prefix "$prefix" >"$dir/log" || { cat "$dir/log"; exit 1; }
cd "$dir$prefix"

id=dev.tokensmith.Tokensmith
complaints=$(desktop-file-validate "share/applications/$id.desktop")
[ -z "$complaints" ] || fail "$complaints"
appstreamcli validate --no-net --no-color "share/metainfo/$id.metainfo.xml"
shots=0
while read -r url; do # each is a picture that screenshots.sh takes
    [ -f "$tree/packaging/screenshots/${url##*/}" ] || fail "no picture of $url"
    shots=$((shots + 1))
done < <(grep -o 'https://[^<]*\.png' "share/metainfo/$id.metainfo.xml")
[ "$shots" -ge 1 ] || fail "the metainfo has no screenshots"
for program in $(sed -n 's/^\(Try\)\?Exec=\([^ ]*\).*/\2/p' "share/applications/$id.desktop") \
    $(sed -n 's/.*<binary>\(.*\)<.*/\1/p' "share/metainfo/$id.metainfo.xml"); do
    [ -x "bin/$program" ] || fail "$program is named and not installed"
done

sizes=0
for icon in share/icons/hicolor/*x*/apps/"$id.png"; do
    wanted=${icon#share/icons/hicolor/}
    wanted=${wanted%%/*}
    [ "$(identify -format '%wx%h' "$icon")" = "$wanted" ] || fail "$icon is not $wanted"
    # A drawing, not an empty square: opaque in the middle, clear in the corner.
    alpha=$(convert "$icon" -alpha extract -depth 8 -format \
        '%[fx:round(p{0,0}.r*9)] %[fx:round(p{w/2,h/4}.r*9)]' info:)
    [ "$alpha" = "0 9" ] || fail "$icon: corner and middle are \"$alpha\""
    sizes=$((sizes + 1))
done
[ "$sizes" -ge 8 ] || fail "only $sizes icon sizes"
[ -f "share/icons/hicolor/scalable/apps/$id.svg" ] || fail "no scalable icon"

service=lib/systemd/user/tokensmithd.service
grep -qx "ExecStart=$prefix/bin/tokensmithd" "$service" || fail "$(grep ExecStart "$service")"
for program in tokensmith tokensmithd tokensmith-bridge tokensmith-sandbox; do
    "bin/$program" --version | grep -q "^$program " || fail "$program does not say its version"
    [ -f "share/man/man1/$program.1.gz" ] || fail "no manual page of $program"
done
if command -v systemd-analyze >/dev/null; then
    # It wants the program where the service says it is; another one there will do.
    sed "s,$prefix/bin/tokensmithd,$(command -v true)," "$service" >"$dir/tokensmithd.service"
    complaints=$(systemd-analyze verify --user --man=no "$dir/tokensmithd.service" 2>&1 | grep -F tokensmithd.service || true)
    [ -z "$complaints" ] || fail "$complaints"
fi
