#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-npm.sh DIR SCRIPT.mjs [ARGUMENT…]
#
# Installs this folder's pinned packages into DIR (in the build tree, once) and runs SCRIPT with the pinned Node.js:
#   node SCRIPT DIR/node_modules ARGUMENT…
# Ends with 77, and the reason as the last line, where npm is missing or its registry can't be reached.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dir=$1
script=$2
shift 2
command -v npm >/dev/null || { echo "npm is not installed"; exit 77; }

mkdir -p "$dir"
exec 9>"$dir/.lock"
flock 9
if ! cmp -s "$here/package-lock.json" "$dir/installed-lock.json"; then
    rm -f "$dir/installed-lock.json"
    cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$dir"
    if ! (cd "$dir" && npm ci --no-progress) >"$dir/npm.log" 2>&1; then
        cat "$dir/npm.log"
        if grep -qE 'code (E(NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|NETUNREACH|HOSTUNREACH)|E50[0-9])' "$dir/npm.log"; then
            echo "the npm registry can't be reached"
            exit 77
        fi
        exit 1
    fi
    cp "$here/package-lock.json" "$dir/installed-lock.json"
fi
flock -u 9

# From a package of its own: the distribution's Node.js is too old for the clients.
node=$(echo "$dir"/node_modules/node-linux-*/bin/node)
[ -x "$node" ] || { echo "no Node.js package for $(uname -m)"; exit 77; }
PATH=$(dirname "$node"):$PATH exec "$node" "$here/$script" "$dir/node_modules" "$@"
