#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clean-root.sh DEB: installs the package with apt into a new Debian 12, where nothing of it was ever built, starts the
# window and the daemon there in the sandbox as a plain user, and purges it. Needs root, a network and debootstrap; takes
# some minutes and 1.5 GB in TMPDIR. Prints "ok: STEP" for each step; the first failure ends it.
#
# TOKENSMITH_MIRROR names another Debian mirror.
set -euo pipefail
deb=$(realpath "$1")
[ "$(id -u)" -eq 0 ] || { echo "clean-root.sh needs root"; exit 77; }
for tool in debootstrap unshare; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
dir=$(mktemp -d)
root=$dir/root
trap 'rm -rf --one-file-system "$dir"' EXIT
ok() { echo "ok: $*"; }
fail() {
    tail -n 30 "$dir/log" || true
    echo "not ok: $*"
    exit 1
}

# Its own processes and mounts: both are gone when the command ends.
in_root() {
    # shellcheck disable=SC2016 # for the inner shell
    unshare --mount --pid --fork --kill-child --propagation private sh -c '
        root=$1; shift
        mount -t proc proc "$root/proc"
        mount -t tmpfs -o mode=1777 shm "$root/dev/shm"
        exec chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
            http_proxy="$http_proxy" https_proxy="$https_proxy" "$@"' sh "$root" "$@" >"$dir/log" 2>&1
}
export http_proxy=${http_proxy-} https_proxy=${https_proxy-}

debootstrap --variant=minbase bookworm "$root" ${TOKENSMITH_MIRROR:+"$TOKENSMITH_MIRROR"} >"$dir/log" 2>&1 ||
    fail "debootstrap"
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # no services start
chmod +x "$root/usr/sbin/policy-rc.d"
[ ! -d /etc/apt/apt.conf.d ] || find /etc/apt/apt.conf.d -iname '*proxy*' -exec cp {} "$root/etc/apt/apt.conf.d/" \;
in_root apt-get update || fail "apt-get update"
in_root apt-get install -y --no-install-recommends xvfb xdotool dbus curl || fail "what the test itself needs"
ok "a new Debian 12"

cp "$deb" "$root/root/tokensmith.deb"
in_root apt-get install -y --no-install-recommends /root/tokensmith.deb || fail "apt-get install"
ok "installed with its dependencies, without those it only recommends"
in_root useradd -m tester || fail "useradd"

cat >"$root/root/use.sh" <<'U'
set -eu
cd
export XDG_RUNTIME_DIR=$HOME/run MCP_API_KEY=key-of-this-test
mkdir -m 700 "$XDG_RUNTIME_DIR"
for program in tokensmith tokensmithd tokensmith-bridge tokensmith-sandbox; do "$program" --version; done

mkfifo line
tokensmithd --sandbox --port 0 >line & daemon=$!
read -r answer <line
url=$(echo "$answer" | sed 's/.*"url":"\([^"]*\)".*/\1/')
curl -sS --max-time 20 "$url" -H "X-API-Key: $MCP_API_KEY" -H 'Content-Type: application/json' \
    -d '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"create_token",
         "arguments":{"type":"user","name":"From the package","template":"dns_only"}}}' | grep -q '"secret"'
kill "$daemon"
wait "$daemon"

Xvfb :7 -screen 0 1400x900x24 -nolisten tcp & x=$!
export DISPLAY=:7
dbus-run-session -- sh -eu -c '
    tokensmith --sandbox --port 0 & program=$!
    timeout 30 xdotool search --sync --onlyvisible --class tokensmith
    kill "$program"
    wait "$program"'
kill "$x"
U
chmod 755 "$root/root"
in_root runuser -u tester -- sh -c 'HOME=/home/tester exec sh /root/use.sh' || fail "use as a plain user"
ok "the daemon makes a token, the window shows, both end cleanly"

in_root apt-get purge -y tokensmith || fail "apt-get purge"
[ ! -e "$root/usr/bin/tokensmith" ] || fail "the program is still there"
in_root dpkg -s tokensmith && fail "dpkg still knows it"
left=$(cd "$root" && find usr etc opt \( -iname '*tokensmith*' \))
[ -z "$left" ] || fail "left behind: $left"
ok "purged without a trace"
