#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-manuals.sh BUILD: the manual pages have no fault that man sees, and name every flag and variable of --help, and
# no flag that isn't there.
set -euo pipefail
command -v man >/dev/null || { echo "man is not installed"; exit 77; }
status=0
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export MANWIDTH=200 MAN_KEEP_FORMATTING=
for program in tokensmith tokensmithd tokensmith-bridge tokensmith-sandbox; do
    page=$1/packaging/$program.1
    man --no-hyphenation --warnings -E UTF-8 -l -Tutf8 "$page" >"$dir/page" 2>"$dir/complaints"
    if [ -s "$dir/complaints" ]; then
        cat "$dir/complaints"
        status=1
    fi
    col -bx <"$dir/page" >"$dir/text" 2>/dev/null || cp "$dir/page" "$dir/text"
    "$1/bin/$program" --help >"$dir/help"
    words() { grep -oE -e '--[a-z][a-z-]+|\b[A-Z]+_[A-Z_]+\b' "$1" | sort -u; }
    words "$dir/help" >"$dir/wanted"
    [ "$(wc -l <"$dir/wanted")" -ge 3 ] || { echo "$program --help names no flags"; exit 1; }
    words "$dir/text" >"$dir/found"
    shared=$1/packaging/tokensmith.1 # what tokensmithd(1) refers to
    while read -r word; do
        grep -qxF -e "$word" "$dir/found" || { [ "$program" = tokensmithd ] && grep -qF -e "$word" "$shared"; } ||
            { echo "$program(1) does not name $word"; status=1; }
    done <"$dir/wanted"
    while read -r flag; do
        case $flag in --user | --now | --data-dir | --sandbox | --sandbox-*) continue ;; esac # of others, too
        grep -qxF -e "$flag" "$dir/wanted" || { echo "$program(1) names $flag, which --help does not"; status=1; }
    done < <(grep -e '^--' "$dir/found")
done
exit "$status"
