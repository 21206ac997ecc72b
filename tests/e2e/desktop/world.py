# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands around the program: a simulated Cloudflare, a keyring that is unlocked, a client with its key."""

import json
import os
import pathlib
import secrets
import shutil
import subprocess
import sys
import urllib.request

import programrun
import session
from simulatedcloudflare import SimulatedCloudflare

CLIENT_KEY = secrets.token_urlsafe(32)


class World:
    """Begins with `begin`, inside the test's desktop; ends with `end`, whether or not it began."""

    def __init__(self):
        self.cloudflare = None
        self._keyring = None

    def begin(self, run):
        self.cloudflare = SimulatedCloudflare(run.program.parent)
        self._keyring = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                                         stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._keyring.stdin.write(b"test")
        self._keyring.stdin.close()
        os.environ.update(CLOUDFLARE_BOOTSTRAP_TOKEN=self.cloudflare.bootstrap_token, MCP_API_KEY=CLIENT_KEY)
        run.arguments += ["--api-base", self.cloudflare.api]

    def end(self):
        if self.cloudflare:
            self.cloudflare.stop()
        if self._keyring:
            session.stop(self._keyring)

    @staticmethod
    def call_tool(run, name):
        """What an MCP client is answered; no arguments."""
        url = json.loads(pathlib.Path(run.directory.name, "endpoint.json").read_text())["url"]
        body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": name, "arguments": {}}}
        request = urllib.request.Request(url, json.dumps(body).encode(),
                                         {"X-API-Key": CLIENT_KEY, "Content-Type": "application/json",
                                          "Accept": "application/json, text/event-stream"})
        with urllib.request.urlopen(request, timeout=20) as said:
            return json.load(said)["result"]


def main(world, script, description, checks):
    """programrun.main in that world."""
    if not shutil.which("gnome-keyring-daemon"):
        print("not installed: gnome-keyring")
        sys.exit(programrun.SKIPPED)
    try:
        status = programrun.main(script, description, checks)
    finally:
        world.end()
    sys.exit(status)
