#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the benchmarks in build/release and runs them. Each prints what it measured beside what it is measured against,
# and fails where the requirement is missed.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
benchmarks=(bench_listing)
"$root/packaging/build.sh" release "${benchmarks[@]}"
failed=0
for benchmark in "${benchmarks[@]}"; do
    "$root/build/release/bench/$benchmark" || failed=1
done
exit $failed
