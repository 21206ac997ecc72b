#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# build.sh PRESET [TARGET…]: configures if need be and builds; all output goes to stderr. For run.sh and tests/run.sh.
# Quiet: on a terminal one line that counts up, elsewhere the start and the end; the compiler's words only when it fails.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
preset=$1
shift
dir=$root/build/$preset
log=$dir/build.log
mkdir -p "$dir"

# Two builds in one directory would get in each other's way.
exec 9>"$dir/.lock"
if ! flock -n 9; then
    echo "Waiting for another build in build/$preset…" >&2
    flock 9
fi

if [ ! -f "$dir/build.ninja" ] || [ -n "${TOKENSMITH_RECONFIGURE-}" ]; then
    if ! (cd "$root" && cmake --preset "$preset") >"$log" 2>&1; then
        cat "$log" >&2
        echo "Configuring build/$preset failed (see above). If the tree was moved, remove build/ and try again." >&2
        exit 1
    fi
fi

export NINJA_STATUS='[%f/%t] '
if [ -t 2 ]; then
    cmake --build "$dir" ${1+--target "$@"} >&2
    exit
fi
if [ ! -f "$dir/.built" ]; then
    echo "Building Tokensmith ($preset); the first time takes a few minutes…" >&2
fi
started=$SECONDS
if ! cmake --build "$dir" ${1+--target "$@"} >"$log" 2>&1; then
    grep -A40 -m3 '^FAILED: ' "$log" >&2 || tail -n 40 "$log" >&2
    echo "The build failed; build/$preset/build.log has everything." >&2
    exit 1
fi
grep -A6 'warning:' "$log" >&2 || true
touch "$dir/.built"
[ $((SECONDS - started)) -lt 5 ] || echo "Built in $((SECONDS - started)) s." >&2
