#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon tokensmith-bridge passes its first message on, and what it holds in memory while it works."""

import argparse
import json
import os
import select
import socket
import statistics
import subprocess
import time

import measure
import servers

MOST_START = 0.050  # s
MOST_MEMORY = 15 * 1024  # KiB
CALLS = 200
SETTLING = 2  # s; a moment after the last answer it gives back what it doesn't need
PATIENCE = 20  # s, for an answer

INITIALIZE = {
    "method": "initialize",
    "params": {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "bench", "version": "1"}},
}
LISTEN = {
    "method": "subscriptions/listen",
    "params": {
        "_meta": {
            "io.modelcontextprotocol/protocolVersion": "2026-07-28",
            "io.modelcontextprotocol/clientCapabilities": {},
        },
        "notifications": {"toolsListChanged": True},
    },
}


class Bridge:
    """The bridge, started as a client starts it. Use with `with`."""

    def __init__(self, variables):
        environment = {"PATH": os.environ["PATH"], "TOKENSMITH_START": "never", **variables}
        self.process = subprocess.Popen(
            [servers.BUILD / "bin" / "tokensmith-bridge"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        self.pid = self.process.pid
        self.pending = b""

    def say(self, message, number):
        self.process.stdin.write(json.dumps({"jsonrpc": "2.0", "id": number, **message}).encode() + b"\n")

    def hear(self):
        """The next message of the app's."""
        while b"\n" not in self.pending:
            if not select.select([self.process.stdout], [], [], PATIENCE)[0]:
                raise SystemExit("the bridge does not answer")
            read = os.read(self.process.stdout.fileno(), 65536)
            if not read:
                raise SystemExit("the bridge ended")
            self.pending += read
        line, _, self.pending = self.pending.partition(b"\n")
        message = json.loads(line)
        if "error" in message:
            raise SystemExit(f"the bridge answers: {message['error']}")
        return message

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        if self.process.wait(PATIENCE) != 0:
            raise SystemExit(f"the bridge ended with {self.process.returncode}")
        self.process.stdout.close()


def start_once(key):
    """Seconds from starting the process to the first byte that it forwards, to a listener in the app's place."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/mcp"
        began = time.monotonic()
        with Bridge({"TOKENSMITH_URL": url, "TOKENSMITH_KEY": key}) as bridge:
            bridge.say(INITIALIZE, 0)
            listener.settimeout(PATIENCE)
            connection = listener.accept()[0]
            if connection.recv(1) != b"P":
                raise SystemExit("the bridge does not forward")
            taken, cpu = time.monotonic() - began, measure.cpu_time(bridge.pid)
            connection.close()
            return taken, cpu


def judge_start(verdicts, runs):
    measured = [start_once("key") for _ in range(runs)]
    times = [taken for taken, _ in measured]
    cpu = statistics.mean(used for _, used in measured) / 1000
    print(f"{runs} starts: median {statistics.median(times) * 1000:.1f} ms, best {min(times) * 1000:.1f} ms, "
          f"worst {max(times) * 1000:.1f} ms, CPU {cpu:.0f} ms; load {measure.load_average():.2f}")
    # A start that had to wait for another program says nothing about ours; the median does.
    verdicts.check(f"median start to the first forwarded byte at most {MOST_START * 1000:.0f} ms",
                   f"{statistics.median(times) * 1000:.1f} ms", statistics.median(times) <= MOST_START)


def judge_memory(verdicts, daemon):
    with Bridge({"TOKENSMITH_DATA_DIR": daemon.data.name, "TOKENSMITH_KEY": daemon.key}) as bridge:
        bridge.say(INITIALIZE, 0)
        bridge.hear()
        first = measure.resident(bridge.pid)
        bridge.say(LISTEN, "listen")
        bridge.hear()
        for number in range(1, CALLS + 1):
            bridge.say({"method": "tools/list"}, number)
        for _ in range(CALLS):
            bridge.hear()
        bridge.say({"method": "tools/list"}, CALLS + 1)
        bridge.hear()
        time.sleep(SETTLING)
        last, peak = measure.resident(bridge.pid), measure.status(bridge.pid, "VmHWM")
    print(f"resident: {first / 1024:.1f} MB after initialize, {last / 1024:.1f} MB after {CALLS} listings asked for at once "
          f"(peak {peak / 1024:.1f} MB), one subscription open")
    verdicts.check(f"resident memory at most {MOST_MEMORY // 1024} MB", f"{max(first, last) / 1024:.1f} MB",
                   max(first, last) <= MOST_MEMORY)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=40, help="how many starts (default 40)")
    measure.add_nice_option(parser)
    options = parser.parse_args()
    measure.prefer_over_others(options.nice)
    verdicts = measure.Verdicts()
    judge_start(verdicts, options.runs)
    with servers.Daemon() as daemon:
        servers.wait_until_healthy(daemon)
        judge_memory(verdicts, daemon)
    return verdicts.exit_code()


if __name__ == "__main__":
    raise SystemExit(main())
