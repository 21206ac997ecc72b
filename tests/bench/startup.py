#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon tokensmithd answers, what it holds in memory and how often it wakes up with nothing to do."""

import argparse
import http.client
import statistics
import time
import urllib.parse

import measure
import servers

MOST_START = 0.3  # s
MOST_IDLE = 40 * 1024  # KiB
MOST_WAKEUPS = 1.0  # per second
SETTLING = 2  # s; what belongs to the start is over by then


def start_once():
    """Seconds from starting the process to its first answer to /health, and its memory then, in KiB."""
    began = time.monotonic()
    with servers.Daemon() as daemon:
        return servers.wait_until_healthy(daemon) - began, measure.resident(daemon.pid)


def idle_cost(daemon, seconds):
    """Wake-ups per second and processor milliseconds per second while nobody asks anything."""
    switches, cpu = measure.switches(daemon.pid), measure.cpu_time(daemon.pid)
    time.sleep(seconds)
    woken = measure.switches(daemon.pid) - switches
    return woken / seconds, (measure.cpu_time(daemon.pid) - cpu) / 1000 / seconds


def judge_start(verdicts, runs):
    measured = [start_once() for _ in range(runs)]
    times = [taken for taken, _ in measured]
    memory = max(held for _, held in measured)
    load = measure.load_average()
    print(f"{runs} starts: median {statistics.median(times) * 1000:.0f} ms, worst {max(times) * 1000:.0f} ms; load {load:.2f}")
    # A start that had to wait for another program says nothing about ours; the median does.
    verdicts.check(f"median start to the first /health answer at most {MOST_START:.1f} s",
                   f"{statistics.median(times):.3f} s", statistics.median(times) <= MOST_START)
    verdicts.check(f"resident memory idle at most {MOST_IDLE // 1024} MB", f"{memory / 1024:.1f} MB", memory <= MOST_IDLE)


def judge_idle(verdicts, seconds):
    with servers.Daemon() as daemon:
        servers.wait_until_healthy(daemon)
        time.sleep(SETTLING)
        check_idle(verdicts, "no connection", idle_cost(daemon, seconds))
        parts = urllib.parse.urlsplit(daemon.url)
        connection = http.client.HTTPConnection(parts.hostname, parts.port)
        connection.request("GET", "/health")
        connection.getresponse().read()
        time.sleep(SETTLING)
        check_idle(verdicts, "one idle connection", idle_cost(daemon, seconds))
        connection.request("GET", "/health")  # still the same one, or this was no idle connection
        if connection.getresponse().status != 200:
            raise SystemExit("the idle connection did not last")
        connection.close()


def check_idle(verdicts, what, cost):
    wakeups, busy = cost
    verdicts.check(f"{what}: at most {MOST_WAKEUPS:.0f} wake-up per second", f"{wakeups:.2f}/s, CPU {busy:.2f} ms/s",
                   wakeups <= MOST_WAKEUPS)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20, help="how many starts (default 20)")
    parser.add_argument("--seconds", type=int, default=30, help="how long to watch it idle (default 30)")
    measure.add_nice_option(parser)
    options = parser.parse_args()
    measure.prefer_over_others(options.nice)
    measure.needs("taskset")
    verdicts = measure.Verdicts()
    judge_start(verdicts, options.runs)
    judge_idle(verdicts, options.seconds)
    return verdicts.exit_code()


if __name__ == "__main__":
    raise SystemExit(main())
