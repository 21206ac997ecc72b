#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-desktop-files.sh PACKAGING: the desktop entry and the AppStream metainfo are valid and name the same program.
set -euo pipefail
for tool in desktop-file-validate appstreamcli; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
cd "$1/desktop"
complaints=$(desktop-file-validate ./*.desktop)
[ -z "$complaints" ] || { echo "$complaints"; exit 1; }
appstreamcli validate --no-net --no-color ./*.metainfo.xml
for entry in *.desktop; do
    grep -q "<launchable type=\"desktop-id\">$entry</launchable>" "${entry%.desktop}.metainfo.xml"
done
