#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up, builds and starts Tokensmith. Only the program itself writes to stdout.
set -euo pipefail

usage() {
    cat <<'U'
usage: packaging/run.sh [--build-only] [FLAGS OF THE PROGRAM…]

Installs what is missing (Debian 12, Ubuntu 24.04), builds into build/release/bin, and starts the desktop program;
without a display it starts tokensmithd, the same core without a window.
  --build-only   stop after building
  --help         this text

Flags of the program, among others (all: build/release/bin/tokensmith --help):
  --sandbox          a simulated Cloudflare in the same process; touches neither keychain nor configuration
  --port N           where MCP clients connect (8787; 0: any free port)
  --data-dir DIR     configuration, database, lock and socket all under DIR

TOKENSMITH_SKIP_SETUP=1 leaves the system's packages alone.
U
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build_only=
flags=()
for argument in "$@"; do
    case $argument in
        --build-only) build_only=1 ;;
        --help | -h)
            usage
            exit 0
            ;;
        *) flags+=("$argument") ;;
    esac
done

[ -n "${TOKENSMITH_SKIP_SETUP-}" ] || "$root/packaging/setup.sh" >&2
"$root/packaging/build.sh" release programs
[ -z "$build_only" ] || exit 0

program=tokensmith
if [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    program=tokensmithd
    echo "No display here: starting tokensmithd, the same core without a window." >&2
fi
exec "$root/build/release/bin/$program" ${flags[0]+"${flags[@]}"}
