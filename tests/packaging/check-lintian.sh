#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-lintian.sh DEB: lintian has neither an error nor a warning.
set -euo pipefail
command -v lintian >/dev/null || { echo "lintian is not installed"; exit 77; }
options=(--fail-on "error,warning" --tag-display-limit 0)
[ "$(id -u)" -ne 0 ] || options+=(--allow-root)
lintian "${options[@]}" "$1"
