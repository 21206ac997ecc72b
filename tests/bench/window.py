#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# The system's own interpreter: it is the one that has python3-gi.
"""How soon the window of tokensmith is painted with the sandbox's tokens behind it, on a desktop of its own."""

import argparse
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

import measure
import servers

sys.path.append(str(servers.ROOT / "tests" / "e2e" / "desktop"))
import session  # noqa: E402  (found by the line above)

MOST_START = 0.8  # s
PAINTED = re.compile(r"Window painted after \d+ ms")


def start_once():
    """Seconds from starting the process to its word that the window is painted, and its memory then, in KiB."""
    with tempfile.TemporaryDirectory(prefix="tokensmith-bench-") as data:
        command = [servers.BUILD / "bin" / "tokensmith", "--sandbox", "--port", "0", "--data-dir", data]
        began = time.monotonic()
        program = subprocess.Popen([*map(str, command), "--log-level", "info"], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True)
        try:
            if not any(PAINTED.search(line) for line in program.stderr):
                raise SystemExit("tokensmith ended without a window")
            return time.monotonic() - began, measure.resident(program.pid)
        finally:
            session.stop(program)
            program.stderr.close()


def measure_starts(options):
    os.environ.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)  # only where a screen reader runs
    measure.prefer_over_others(options.nice)
    verdicts = measure.Verdicts()
    measured = [start_once() for _ in range(options.runs)]
    times = [taken for taken, _ in measured]
    print(f"{options.runs} starts: median {statistics.median(times) * 1000:.0f} ms, worst {max(times) * 1000:.0f} ms,"
          f" resident {max(held for _, held in measured) / 1024:.0f} MB; load {measure.load_average():.2f}")
    verdicts.check(f"median start to the painted window at most {MOST_START:.1f} s", f"{statistics.median(times):.3f} s",
                   statistics.median(times) <= MOST_START)
    return verdicts.exit_code()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20, help="how many starts (default 20)")
    measure.add_nice_option(parser)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        return measure_starts(options)
    reason = session.missing()
    if reason:
        raise SystemExit(reason)
    return session.run_inside(str(pathlib.Path(__file__).resolve()),
                              ["--runs", str(options.runs), "--nice", str(options.nice)])


if __name__ == "__main__":
    raise SystemExit(main())
