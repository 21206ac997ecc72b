# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers as processes of their own. Each prints a line of JSON with its URL once it listens."""

import http.client
import json
import os
import pathlib
import secrets
import selectors
import subprocess
import tempfile
import time
import urllib.parse

from measure import pinned

ROOT = pathlib.Path(__file__).parents[2]
BUILD = ROOT / "build" / "release"
START_TIMEOUT = 300  # s; the first start of the SDK's server installs its packages


class Server:
    """A started server with nothing of the machine's environment but PATH. Use with `with`."""

    def __init__(self, name, command, environment=None):
        self.name = name
        self.home = tempfile.TemporaryDirectory(prefix="tokensmith-bench-")
        given = {"PATH": os.environ["PATH"], "HOME": self.home.name, "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        self.process = subprocess.Popen(
            [*pinned(0), *command],
            env={**given, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.pid = self.process.pid
        self.url = self._listening()

    def _listening(self):
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            ready = selector.select(START_TIMEOUT)
        line = self.process.stdout.readline() if ready else ""
        if line.startswith("{"):
            return json.loads(line)["url"]
        rest = self.process.stdout.read() if ready else ""
        self.stop()
        raise SystemExit(f"{self.name} did not start: {(line + rest).strip()}")

    def address(self, path):
        return urllib.parse.urljoin(self.url, path)

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        self.process.stdout.close()
        self.home.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


class Daemon(Server):
    """tokensmithd on the simulated Cloudflare, with a client key of its own."""

    def __init__(self):
        self.key = secrets.token_urlsafe(32)
        data = tempfile.TemporaryDirectory(prefix="tokensmith-bench-data-")
        self.data = data
        command = [BUILD / "bin" / "tokensmithd", "--sandbox", "--port", "0", "--data-dir", data.name]
        super().__init__("tokensmithd", list(map(str, command)), {"MCP_API_KEY": self.key})

    def stop(self):
        super().stop()
        self.data.cleanup()


def hello(directory):
    return Server("bare Qt", [str(BUILD / "bench" / "bench_hello"), str(directory)])


def sdk_server(directory):
    script = ROOT / "tests" / "conformance" / "with-npm.sh"
    return Server("SDK v2", [str(script), str(BUILD / "npm"), "../bench/sdkserver.mjs", str(directory)])


def ask(url, method="GET", body=None, headers=None):
    """One request over a connection of its own: (status, body)."""
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
    try:
        connection.request(method, parts.path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def wait_until_healthy(server):
    """Asks until /health answers 200; returns when it did, in seconds of the monotonic clock."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            if ask(server.address("/health"))[0] == 200:
                return time.monotonic()
        except OSError:
            pass
        time.sleep(0.001)
    raise SystemExit(f"{server.name}: /health does not answer")
