#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-life.sh DEB: dpkg installs the package into an empty root, its programs work from there in the sandbox, and
# purging it leaves nothing. Needs neither root nor a network; clean-root.sh does the same in a whole Debian.
set -euo pipefail
for tool in dpkg fakeroot curl; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
fail() { echo "$*"; exit 1; }
dir=$(mktemp -d)
daemon=
trap '[ -z "$daemon" ] || kill "$daemon" 2>/dev/null; rm -rf "$dir"' EXIT
root=$dir/root
admin=$root/var/lib/dpkg
mkdir -p "$admin"/{info,updates,triggers}
touch "$admin/status" "$admin/available"
in_root() {
    # The machine's own libraries are used, so the empty root lacks what the package depends on.
    fakeroot dpkg --root="$root" --force-not-root --force-depends --force-script-chrootless --log="$dir/dpkg.log" "$@" \
        >"$dir/out" 2>&1 || { cat "$dir/out"; exit 1; }
}
PATH=$PATH:/usr/sbin:/sbin
in_root --install "$1"
[ "$(dpkg-query --admindir="$admin" -W -f '${db:Status-Abbrev}' tokensmith)" = "ii " ] || fail "not installed"

export HOME=$dir/home XDG_RUNTIME_DIR=$dir/run MCP_API_KEY=key-of-this-test
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"
mkfifo "$dir/listening"
"$root/usr/bin/tokensmithd" --sandbox --port 0 >"$dir/listening" 2>"$dir/err" &
daemon=$!
read -rt 20 line <"$dir/listening" || line=
url=$(sed -n 's/.*"url":"\([^"]*\)".*/\1/p' <<<"$line")
[ -n "$url" ] || { cat "$dir/err"; fail "tokensmithd does not listen"; }
curl -sS --max-time 20 "$url" -H "X-API-Key: $MCP_API_KEY" -H 'Content-Type: application/json' \
    -d '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"create_token",
         "arguments":{"type":"user","name":"From the package","template":"dns_only","expiresIn":"90d"}}}' >"$dir/answer"
grep -q '"secret"' "$dir/answer" || { cat "$dir/answer"; fail "no token was made"; }
kill "$daemon"
wait "$daemon" || fail "tokensmithd ended with $?"
daemon=

in_root --purge tokensmith
left=$(find "$root" -not -type d -not -path "$admin/*")
[ -z "$left" ] || fail "left behind: $left"
if dpkg-query --admindir="$admin" -W tokensmith 2>/dev/null; then fail "still known to dpkg"; fi
