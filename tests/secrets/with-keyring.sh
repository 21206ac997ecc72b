#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-keyring.sh unlocked|none|nobus COMMAND [ARGUMENT…]
#
# Runs COMMAND on a session bus of its own, without a display, with an empty home directory:
#   unlocked  a real gnome-keyring-daemon with an unlocked login keyring (password: $KEYRING_PASSWORD)
#   none      a bus on which no keychain can be reached or started
#   nobus     no session bus at all
# Nothing of the caller's session, keyring or configuration is reachable from inside.
set -euo pipefail

if [ "${1-}" != --inside ]; then
    mode=$1
    shift
    dir=$(mktemp -d "${TMPDIR:-/tmp}/tokensmith-keyring.XXXXXX")
    trap 'rm -rf "$dir"' EXIT
    mkdir -m 700 "$dir/home" "$dir/run"
    unset DISPLAY WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS SESSION_MANAGER GNOME_KEYRING_CONTROL
    unset XDG_CURRENT_DESKTOP KDE_SESSION_VERSION KDE_FULL_SESSION DESKTOP_SESSION GNOME_DESKTOP_SESSION_ID
    export HOME=$dir/home XDG_RUNTIME_DIR=$dir/run XDG_CONFIG_HOME=$dir/home/.config
    export XDG_DATA_HOME=$dir/home/.local/share XDG_CACHE_HOME=$dir/home/.cache
    export KEYRING_PASSWORD=correct-horse
    if [ "$mode" = nobus ]; then
        DBUS_SESSION_BUS_ADDRESS=unix:path=$dir/run/no-bus "$@"
        exit
    fi
    # No service directory: nothing on this bus starts by itself.
    cat >"$dir/bus.conf" <<C
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$dir/run</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
C
    dbus-run-session --config-file="$dir/bus.conf" -- "$0" --inside "$mode" "$@"
    exit
fi

mode=$2
shift 2
if [ "$mode" = unlocked ]; then
    printf '%s' "$KEYRING_PASSWORD" \
        | gnome-keyring-daemon --foreground --unlock --components=secrets >"$HOME/keyring.log" 2>&1 &
    KEYRING_PID=$!
    export KEYRING_PID
    # A stopped daemon (the tests stop it) takes no other signal before it runs again.
    trap 'kill -CONT "$KEYRING_PID" 2>/dev/null; kill "$KEYRING_PID" 2>/dev/null; wait' EXIT
    for _ in $(seq 100); do
        if dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / \
            org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets | grep -q 'boolean true'; then
            ready=1
            break
        fi
        sleep 0.05
    done
    if [ -z "${ready-}" ]; then
        echo "with-keyring.sh: gnome-keyring-daemon did not start:" >&2
        cat "$HOME/keyring.log" >&2
        exit 1
    fi
fi
"$@"
