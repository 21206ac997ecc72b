#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the benchmarks in build/release and runs them. Each prints what it measured beside what it is measured against,
# and fails where the requirement is missed.
set -euo pipefail

usage() {
    cat <<'U'
usage: tests/bench/run.sh [BENCHMARK [OPTION…]]

  listing    a full listing of 500 tokens against its ideal
  endpoint   tokensmithd, a bare Qt server and a server on the TypeScript SDK v2 side by side under wrk
  bridge     start-up time and resident memory of tokensmith-bridge
  startup    start-up time, resident memory and wake-ups of tokensmithd
  tokentable the Tokens page's model and view with 100 000 tokens
  window     start-up time of tokensmith, to its painted window
  window100k tokensmith with 100 000 tokens: stalls of its event loop, keystrokes, resident memory
Without a name: all of them. OPTIONs go to the benchmark; --help shows them.
U
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
run() {
    local benchmark=$1
    shift
    case $benchmark in
        listing)
            "$root/packaging/build.sh" release bench_listing
            "$root/build/release/bench/bench_listing"
            ;;
        endpoint)
            "$root/packaging/build.sh" release tokensmithd bench_hello
            "$root/tests/bench/endpoint.py" "$@"
            ;;
        bridge)
            "$root/packaging/build.sh" release tokensmithd tokensmith-bridge
            "$root/tests/bench/bridge.py" "$@"
            ;;
        startup)
            "$root/packaging/build.sh" release tokensmithd
            "$root/tests/bench/startup.py" "$@"
            ;;
        tokentable)
            "$root/packaging/build.sh" release bench_tokentable
            QT_QPA_PLATFORM=offscreen "$root/build/release/bench/bench_tokentable"
            ;;
        window)
            "$root/packaging/build.sh" release tokensmith
            "$root/tests/bench/window.py" "$@"
            ;;
        window100k)
            "$root/packaging/build.sh" release tokensmith tokensmith-sandbox
            "$root/tests/bench/window100k.py" "$@"
            ;;
        --help | -h) usage ;;
        *)
            echo "run.sh: unknown benchmark $benchmark" >&2
            usage >&2
            exit 2
            ;;
    esac
}

if [ $# -gt 0 ]; then
    run "$@"
    exit
fi
failed=0
for benchmark in listing endpoint startup tokentable window window100k bridge; do
    echo "== $benchmark"
    "${BASH_SOURCE[0]}" "$benchmark" || failed=1
done
exit $failed
