#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-contents.sh DEB VERSION: the package holds exactly what it should, owned by root, writable by nobody else, knows
# what it needs, and names no path of the machine it was built on.
set -euo pipefail
command -v dpkg-deb >/dev/null || { echo "dpkg-deb is not installed"; exit 77; }
fail() { echo "$*"; exit 1; }
id=dev.tokensmith.Tokensmith
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

wanted() {
    printf './usr/bin/%s\n' tokensmith tokensmith-bridge tokensmith-sandbox tokensmithd
    printf './usr/share/man/man1/%s.1.gz\n' tokensmith tokensmith-bridge tokensmith-sandbox tokensmithd
    printf './usr/share/icons/hicolor/%s\n' scalable/apps/$id.svg \
        {16x16,22x22,24x24,32x32,48x48,64x64,128x128,256x256,512x512}/apps/$id.png
    printf './usr/share/doc/tokensmith/%s\n' changelog.gz copyright
    printf './usr/share/%s\n' applications/$id.desktop metainfo/$id.metainfo.xml
    echo ./usr/share/tokensmith/tokensmith.mcpb
    echo ./usr/lib/systemd/user/tokensmithd.service
}
dpkg-deb -c "$1" >"$dir/list"
diff <(wanted | LC_ALL=C sort) <(awk '!/^d/ {print $6}' "$dir/list" | LC_ALL=C sort) ||
    fail "The package holds other files than it should (<: missing, >: too many)."
modes=$(awk '{print $1, $2, ($6 ~ "^./usr/bin/.") ? "program" : "file"}' "$dir/list" | sort -u)
[ "$modes" = "$(printf '%s\n' '-rw-r--r-- root/root file' '-rwxr-xr-x root/root program' 'drwxr-xr-x root/root file' | sort)" ] ||
    fail "modes and owners: $modes"

field() { dpkg-deb -f "$1" "$2"; }
[ "$(field "$1" Version)" = "$2" ] || fail "version $(field "$1" Version)"
for package in ca-certificates libqt6sql6-sqlite libsecret-1-0 libqt6widgets6 libqt6httpserver6 libqt6keychain1; do
    field "$1" Depends | grep -qE "\b$package(t64)?\b" || fail "does not depend on $package: $(field "$1" Depends)"
done
dpkg-deb -I "$1" | grep -E ' (pre|post)(inst|rm) ' && fail "a maintainer script; nothing here needs one"

dpkg-deb -x "$1" "$dir/root"
grep -qx 'ExecStart=/usr/bin/tokensmithd' "$dir/root/usr/lib/systemd/user/tokensmithd.service" ||
    fail "the service does not start /usr/bin/tokensmithd"
tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
found=$(grep -rlaF "$tree" "$dir/root" || true)
[ -z "$found" ] || fail "names $tree: $found"
