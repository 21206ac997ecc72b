#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# make-deb.sh BUILD DEB: packs what is built in BUILD; the outcome is DEB and nothing else.
set -euo pipefail
for tool in cpack dpkg-deb dpkg-shlibdeps file; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
(umask 077 && "$(dirname "${BASH_SOURCE[0]}")/../../packaging/deb.sh" "$1") # whoever packs, the outcome is the same
[ -f "$2" ] || { echo "no $2"; ls -l "$1/package"; exit 1; }
