#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# The system's own interpreter: it is the one that has python3-gi.
"""tokensmith with 100 000 tokens of a simulated Cloudflare in a process of its own: how long its event loop is ever kept
busy while it reads, keeps, shows, filters and sorts them, and what it holds in memory."""

import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import loopwatch
import measure
import servers

sys.path.append(str(servers.ROOT / "tests" / "e2e" / "desktop"))
import session  # noqa: E402  (found by the line above)

MOST_STALL = 100.0  # ms
MOST_KEYSTROKE = 50.0  # ms
MOST_RESIDENT = 300  # MB
NOTICES = 4  # s; by then it has looked for tokens that expire soon
READ_LIMIT = 600  # s; so long may the machine take to read all pages
SEARCHES = ("deploy", "is:active perm:dns", "zzzz")


class Simulator:
    """tokensmith-sandbox with that many tokens."""

    def __init__(self, tokens, accounts):
        command = [servers.BUILD / "bin" / "tokensmith-sandbox", "--tokens", tokens, "--accounts", accounts]
        self.process = subprocess.Popen([*map(str, command)], stdout=subprocess.PIPE, text=True)
        said = json.loads(self.process.stdout.readline())
        self.api, self.token = said["api"], said["bootstrapToken"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        session.stop(self.process)
        self.process.stdout.close()


class Window:
    """tokensmith with that Cloudflare; its log is read as it comes."""

    def __init__(self, simulator, data):
        command = [servers.BUILD / "bin" / "tokensmith", "--port", "0", "--data-dir", data,
                   "--api-base", simulator.api, "--log-level", "info"]
        environment = {**os.environ, "CLOUDFLARE_BOOTSTRAP_TOKEN": simulator.token}
        self.began = time.monotonic()
        self.process = subprocess.Popen([*map(str, command)], env=environment, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE, text=True)
        self.lines = []  # (seconds since the start, text)
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stderr:
            self.lines.append((time.monotonic() - self.began, line.strip()))

    def said(self, pattern):
        """The seconds after which it said so, and the match."""
        for when, line in self.lines:
            found = re.search(pattern, line)
            if found:
                return when, found
        return None

    def wait(self, pattern, seconds):
        return session.wait_for(lambda: self.said(pattern) or self._ended(), pattern, seconds)

    def _ended(self):
        if self.process.poll() is not None:
            raise SystemExit("tokensmith ended: " + "\n".join(line for _, line in self.lines[-5:]))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        session.stop(self.process)


def key(*keys):
    subprocess.run(["xdotool", "key", *keys], check=True)


def settle(pid):
    """Waits until it has nothing left to do."""
    quiet = 0
    while quiet < 5:
        before = measure.cpu_time(pid)
        time.sleep(0.1)
        quiet = quiet + 1 if measure.cpu_time(pid) - before <= measure.TICK else 0


def endpoint(data):
    """Where its MCP server listens."""
    file = pathlib.Path(data, "endpoint.json")
    return json.loads(file.read_text())["url"] if file.exists() else None


def search(watch, pid):
    """Types some searches; the processor time of each key until the window has nothing left to do, in ms."""
    costs = []
    for text in SEARCHES:
        key("ctrl+f")
        settle(pid)
        for character in text:
            watch.rest()  # its questions would count
            before = loopwatch.main_thread(pid)
            subprocess.run(["xdotool", "type", character], check=True)
            settle(pid)
            costs.append((loopwatch.main_thread(pid) - before) / 1e6)
        watch.mark(f"search {text!r} taken back")
        key("ctrl+a", "BackSpace")
        settle(pid)
    key("Escape")
    settle(pid)
    return costs


def read_once(verdicts, simulator, data, tokens, name):
    with Window(simulator, data) as window:
        pid = window.process.pid
        url = session.wait_for(lambda: endpoint(data), "server", 20)
        with loopwatch.Watch(url, pid) as watch:
            watch.mark("start")
            painted, _ = window.wait(r"Window painted after \d+ ms", 60)
            watch.mark("reading")
            first, _ = window.wait(r"inventory: \d+ (stored )?tokens of", READ_LIMIT)
            done, _ = window.wait(r"inventory: read,", READ_LIMIT)
            found = [match for _, line in window.lines if (match := re.search(r"inventory: (\d+) tokens of", line))][-1]
            if int(found.group(1)) < tokens:
                raise SystemExit(f"only {found.group(1)} tokens were read")
            watch.mark("showing")
            settle(pid)
            watch.mark("notices")
            time.sleep(NOTICES)
            settle(pid)
            after = measure.resident(pid) / 1024
            costs = search(watch, pid)
            watch.mark("closing")
        resident = measure.resident(pid) / 1024
        peak = measure.status(pid, "VmHWM") / 1024
    print(f"{name}: {found.group(1)} tokens; painted after {painted:.1f} s, first rows {first:.1f} s, all {done:.1f} s;"
          f" memory {after:.0f} MB after reading, {resident:.0f} MB at the end, {peak:.0f} MB at most;"
          f" load {measure.load_average():.2f}")
    for phase, worst in watch.worst().items():
        print(f"    {phase:<28} worst turn {worst.busy:6.1f} ms of processor, {worst.wall:6.1f} ms by the clock"
              f" ({worst.count} looks)")
    print(f"    keystrokes: median {statistics.median(costs):.1f} ms, worst {max(costs):.1f} ms of processor")
    stall = max(one.busy for one in watch.worst().values())
    verdicts.check(f"{name}: event loop never busy for over {MOST_STALL:.0f} ms", f"{stall:.1f} ms", stall <= MOST_STALL)
    verdicts.check(f"{name}: a keystroke takes at most {MOST_KEYSTROKE:.0f} ms", f"{max(costs):.1f} ms",
                   max(costs) <= MOST_KEYSTROKE)
    verdicts.check(f"{name}: resident memory at most {MOST_RESIDENT} MB", f"{resident:.0f} MB", resident <= MOST_RESIDENT)


def measure_window(options):
    os.environ.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)  # only where a screen reader runs
    measure.prefer_over_others(options.nice)
    verdicts = measure.Verdicts()
    with Simulator(options.tokens, options.accounts) as simulator, \
            tempfile.TemporaryDirectory(prefix="tokensmith-bench-") as data:
        for name in ("first start", "second start"):
            read_once(verdicts, simulator, data, options.tokens, name)
    return verdicts.exit_code()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tokens", type=int, default=100_000, help="how many (default 100000)")
    parser.add_argument("--accounts", type=int, default=20, help="how many accounts hold them (default 20)")
    measure.add_nice_option(parser)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        return measure_window(options)
    reason = session.missing()
    if reason:
        raise SystemExit(reason)
    return session.run_inside(str(pathlib.Path(__file__).resolve()),
                              ["--tokens", str(options.tokens), "--accounts", str(options.accounts),
                               "--nice", str(options.nice)])


if __name__ == "__main__":
    raise SystemExit(main())
