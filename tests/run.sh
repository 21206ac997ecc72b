#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds and runs every test. The last line is "N passed, N failed, N skipped".
set -euo pipefail

usage() {
    cat <<'U'
usage: tests/run.sh [--quick]

Installs what is missing (Debian 12, Ubuntu 24.04), builds and runs all tests of the release build, then those without
a window once more under AddressSanitizer and UndefinedBehaviorSanitizer, then short runs of the fuzz targets.
  --quick   the release build only
  --help    this text

CI=true: warnings are errors, and a skipped test counts as a failure.
TOKENSMITH_SKIP_SETUP=1 leaves the system's packages alone.
U
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
presets=(release asan fuzz)
for argument in "$@"; do
    case $argument in
        --quick) presets=(release) ;;
        --help | -h)
            usage
            exit 0
            ;;
        *)
            echo "run.sh: unknown option $argument" >&2
            usage >&2
            exit 2
            ;;
    esac
done

[ -n "${TOKENSMITH_SKIP_SETUP-}" ] || "$root/packaging/setup.sh" --tests
summary_options=()
if [ "${CI-}" = true ]; then
    export TOKENSMITH_WERROR=ON
    summary_options=(--forbid-skips)
fi
export TOKENSMITH_RECONFIGURE=1 # so that a change of TOKENSMITH_WERROR takes effect

reports=()
for preset in "${presets[@]}"; do
    targets=(all)
    select=()
    case $preset in
        asan)
            targets=(sanitized)
            select=(-L '^(unit|integration|security|e2e-daemon)$')
            ;;
        fuzz)
            targets=(fuzzers)
            select=(-L '^fuzz$')
            if ! command -v clang++-16 >/dev/null; then
                summary_options+=(--skipped="fuzz: clang++-16 is not installed")
                continue
            fi
            ;;
    esac
    "$root/packaging/build.sh" "$preset" "${targets[@]}"
    report=$root/build/$preset/tests.xml
    rm -f "$report"
    reports+=("$preset=$report")
    echo "Testing ($preset)…"
    # Its verdict is in the report, with the tests' own counts.
    ctest --test-dir "$root/build/$preset" "${select[@]}" --parallel "$(nproc)" --output-on-failure \
        --test-output-size-passed 4000000 --test-output-size-failed 4000000 --no-tests=ignore \
        --output-junit "$report" || true
done
exec python3 "$root/tests/summary.py" "${summary_options[@]}" "${reports[@]}"
