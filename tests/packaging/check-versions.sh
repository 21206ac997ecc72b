#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-versions.sh TREE VERSION: the Debian changelog and the metainfo begin with VERSION.
set -euo pipefail
cd "$1/packaging"
version=$(sed -n '1s/^tokensmith (\([^)]*\)).*/\1/p' debian/changelog)
[ "$version" = "$2" ] || { echo "debian/changelog begins with \"$version\" instead of $2"; exit 1; }
version=$(sed -n 's/.*<release version="\([^"]*\)".*/\1/p' desktop/*.metainfo.xml | head -n 1)
[ "$version" = "$2" ] || { echo "the metainfo begins with \"$version\" instead of $2"; exit 1; }
