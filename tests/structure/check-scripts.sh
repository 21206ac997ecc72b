#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-scripts.sh TREE: every shell script passes shellcheck, and the two commands of the README refuse what they
# can't do with a sentence, before they change anything.
set -euo pipefail
cd "$1"
command -v shellcheck >/dev/null || { echo "shellcheck is not installed"; exit 77; }
mapfile -t scripts < <(find packaging tests .ci -type f -not -path '*/node_modules/*' -exec grep -lE '^#!.*\b(ba)?sh$' {} +)
[ ${#scripts[@]} -ge 5 ]
shellcheck "${scripts[@]}"
for script in "${scripts[@]}"; do
    [ -x "$script" ] || { echo "$script is not executable"; exit 1; }
done

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
# expect STATUS WORDS COMMAND…: the command ends with STATUS and says WORDS on stderr.
expect() {
    local status=0 wanted=$1 words=$2
    shift 2
    "$@" >"$dir/out" 2>"$dir/err" || status=$?
    if [ "$status" -ne "$wanted" ] || ! grep -q -e "$words" "$dir/err"; then
        echo "$*: status $status instead of $wanted, or not a word of \"$words\":"
        cat "$dir/out" "$dir/err"
        exit 1
    fi
}
printf 'ID=fedora\nVERSION_ID=41\n' >"$dir/os-release"
expect 1 "knows Debian 12 and Ubuntu 24.04, and this is fedora 41" \
    env TOKENSMITH_OS_RELEASE="$dir/os-release" packaging/setup.sh
expect 1 "this is unknown" env TOKENSMITH_OS_RELEASE="$dir/none" packaging/setup.sh
expect 2 "unknown option --test" packaging/setup.sh --test
expect 2 "unknown option --fast" tests/run.sh --fast
packaging/run.sh --help | grep -q -- --build-only
tests/run.sh --help | grep -q -- --quick
