#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# deb.sh BUILD: packs what is built in BUILD as BUILD/package/tokensmith_*.deb. Needs dpkg-dev and file.
set -euo pipefail
rm -rf "$1/package"
umask 022 # directories in the package get it
cpack -G DEB --config "$1/CPackConfig.cmake" -B "$1/package"
