#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzz targets in build/fuzz and lets them run for long. What they learn stays in build/fuzz/corpus.
set -euo pipefail

usage() {
    cat <<'U'
usage: tests/fuzz/run.sh [--runs N | --seconds N] [--jobs N] [TARGET…]

Prints for each target (default: all) how often it ran and what it found; ends with 1 if anything was found.
  --runs N      executions of each target (default 1000000)
  --seconds N   time for each target instead
  --jobs N      targets side by side (default 1)
  --help        this text
U
}

bad_usage() {
    echo "run.sh: $1" >&2
    usage >&2
    exit 2
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
length=-runs=1000000
jobs=1
wanted=()
while [ $# -gt 0 ]; do
    case $1 in
        --runs | --seconds | --jobs)
            [[ ${2-} =~ ^[1-9][0-9]*$ ]] || bad_usage "$1 takes a number"
            case $1 in
                --runs) length=-runs=$2 ;;
                --seconds) length=-max_total_time=$2 ;;
                --jobs) jobs=$2 ;;
            esac
            shift
            ;;
        --help | -h)
            usage
            exit 0
            ;;
        -*) bad_usage "unknown option $1" ;;
        *) wanted+=("$1") ;;
    esac
    shift
done

"$root/packaging/build.sh" fuzz fuzzers
dir=$root/build/fuzz/fuzz
declare -A dictionary=()
all=()
while read -r name file; do
    all+=("$name")
    dictionary[$name]=$file
done <"$root/build/fuzz/tests/fuzz/targets.txt"
[ ${#wanted[@]} -gt 0 ] || wanted=("${all[@]}")
for target in "${wanted[@]}"; do
    [ -n "${dictionary[$target]-}" ] || bad_usage "no target $target; there are: ${all[*]}"
done

symbolizer=$(command -v llvm-symbolizer-16 || command -v llvm-symbolizer || true)
[ -z "$symbolizer" ] || export ASAN_SYMBOLIZER_PATH=$symbolizer
mkdir -p "$dir/logs" "$dir/findings"
rm -f "$dir"/logs/*.found

# One target to its end: one line for people, its log, and a file "found" beside it where it stopped early.
fuzz() {
    local target=$1 log=$dir/logs/$1.log started=$SECONDS found="nothing found"
    local corpus=$root/build/fuzz/corpus/$target
    mkdir -p "$corpus"
    if ! "$dir/fuzz_$target" "$length" -timeout=10 -rss_limit_mb=4096 -print_final_stats=1 -verbosity=0 \
        "-dict=${dictionary[$target]}" "-artifact_prefix=$dir/findings/$target-" \
        "$corpus" "$root/tests/fuzz/corpus/$target" >"$log" 2>&1; then
        found="FOUND: $(grep -hE -m1 'This does not hold|runtime error:|ERROR: ' "$log" || tail -n 1 "$log")
    $(grep -h -m1 -o 'Test unit written to .*' "$log" || echo "see $log")"
        touch "$dir/logs/$target.found"
    fi
    printf '%-12s %9s executions, %5d s, %s\n' "$target" \
        "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" $((SECONDS - started)) "$found"
}

for target in "${wanted[@]}"; do
    while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do wait -n || true; done
    fuzz "$target" &
done
wait
if compgen -G "$dir/logs/*.found" >/dev/null; then
    echo "To look at one: build/fuzz/fuzz/fuzz_TARGET FILE" >&2
    exit 1
fi
