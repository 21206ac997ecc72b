#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A client that is not ours asks for a token, and a person answers in the window that comes up: yes, no, nothing, too
late for the call; and a client that hangs up. What was done is looked up at the simulated Cloudflare.

    approval_test.py --program build/release/bin/tokensmith --artifacts build/release/artifacts --npm build/release/npm
"""

import json
import os
import pathlib
import subprocess
import sys

import programrun
import session
import tokenspage as page
import world
from tokenspage import key, tree

CONFORMANCE = pathlib.Path(__file__).resolve().parents[2] / "conformance"
TITLE = "laptop wants to create a token"
around = world.World()
state = {}


class Client:
    """The TypeScript SDK in a process of its own; `heard` holds what it was told so far."""

    def __init__(self, run, name):
        url = json.loads(pathlib.Path(run.directory.name, "endpoint.json").read_text())["url"]
        self.path = run.artifacts / f"client-{name}.log"
        with open(self.path, "wb") as log:
            self._process = subprocess.Popen(npm("approvalclient.mjs", url, state["key"], name), stdout=log, stderr=log)

    def heard(self, what):
        """The values of the lines of that kind."""
        lines = (line for line in self.path.read_text().splitlines() if line.startswith("{"))
        return [said[what] for said in map(json.loads, lines) if what in said]

    def result(self, run, seconds=20):
        return run.wait(lambda: self.heard("result"), "answer to the client", seconds)[0]

    def hang_up(self):
        self._process.kill()
        self._process.wait()


def npm(script, *arguments):
    return [str(CONFORMANCE / "with-npm.sh"), os.environ["TOKENSMITH_TEST_NPM"], script, *arguments]


def approval(_run=None):
    """The approval window while it is on the screen."""
    program = tree.program("tokensmith")
    return next((node for node in tree.children(program)
                 if tree.guarded(node.get_name, "") == TITLE and tree.is_showing(node)), None)


def asked(run):
    """Waits for the window to have the keyboard, with Deny focused."""
    window = run.wait(approval, "approval window")
    run.wait(lambda: tree.is_active(window), "approval window that is active")
    run.wait(lambda: tree.is_focused(tree.find(window, "push button", "Deny")), "focus on Deny")
    return window


def approve(run):
    window = asked(run)
    key("End")
    run.wait(lambda: tree.is_enabled(tree.find(window, "push button", "Approve")), "Approve that can be pressed")
    key("alt+a")
    run.wait(lambda: not approval(), "end of the approval window")


def shows_its_window(run):
    import desktopservices

    around.begin(run)
    state["notices"] = desktopservices.Notices()
    helper = run.program.parent.parent / "tests" / "tokensmith-askkey"
    made = subprocess.run([str(helper), run.directory.name], capture_output=True, text=True, check=True)
    state["key"] = made.stdout.strip()
    run.start()
    run.wait(lambda: page.names(run), "list of tokens")
    run.wait(lambda: run.panel.item, "tray icon")
    assert not approval(), "somebody is asked although nothing happened"


def a_yes_by_the_keyboard_makes_it(run):
    client = Client(run, "approved")
    asked(run)
    assert not around.cloudflare.user_token("approved"), "the token was made before anybody agreed"
    run.wait(lambda: "1 approval waiting…" in run.panel.menu().values(), "approval in the tray's menu")
    run.wait(lambda: client.heard("progress"), "progress while it waits")
    run.shot("asked.png")
    approve(run)
    result = client.result(run)
    assert not result.get("isError"), result
    held_and_hidden(client, result["structuredContent"])
    run.wait(lambda: "1 approval waiting…" not in run.panel.menu().values(), "menu without it")


def held_and_hidden(client, result):
    """The token's secret is in the keyring, works, and was told to nobody."""
    import keyring

    assert "secret" not in result, result
    working = [one for one in keyring.secrets() if around.cloudflare.accepts(one.decode())]
    state["working"] = state.get("working", 0) + 1
    assert len(working) == state["working"], f"{len(working)} secrets in the keyring work, not {state['working']}"
    for secret in working:
        assert secret not in client.path.read_bytes(), "the client was told a secret"


def a_no_by_enter_makes_nothing(run):
    client = Client(run, "denied")
    asked(run)
    key("Return")
    result = client.result(run)
    assert result["isError"] and "said no" in json.dumps(result), result
    assert not approval() and not around.cloudflare.user_token("denied")


def comes_up_while_the_window_is_hidden(run):
    """The notification brings it to the front, and goes with it."""
    notices = state["notices"]
    page.activate(run)
    key("alt+F4")
    run.wait(lambda: not run.table(), "hidden window")
    client = Client(run, "hidden")
    asked(run)
    assert not run.table(), "the window came back unasked"
    run.wait(lambda: TITLE in notices.shown.values(), "notification")
    notices.choose(TITLE)
    asked(run)
    run.shot("hidden.png")
    key("Escape")
    assert client.result(run)["isError"]
    run.wait(lambda: TITLE not in notices.shown.values(), "notification that is taken back")
    run.panel.choose("Open Tokensmith")
    run.wait(run.table, "window again")


def a_client_that_hangs_up_takes_its_request_along(run):
    client = Client(run, "hung-up")
    asked(run)
    client.hang_up()
    run.wait(lambda: not approval(), "end of the approval window")
    assert not around.cloudflare.user_token("hung-up")


def locking_answers_and_hides(run):
    waiting = Client(run, "locked")
    asked(run)
    run.panel.choose("Lock now")
    assert "locked" in json.dumps(waiting.result(run)).lower()
    at_once = Client(run, "while-locked").result(run)
    assert at_once["isError"] and "locked" in json.dumps(at_once).lower(), at_once
    assert not approval(), "somebody is asked over the lock page"
    run.press("Unlock")
    run.wait(lambda: page.names(run), "tokens after unlocking")


def a_late_yes_is_fetched_by_its_handle(run):
    """After 45 seconds the call ends with a handle; the request goes on."""
    client = Client(run, "late")
    asked(run)
    run.wait(lambda: client.heard("pending"), "handle", 60)
    assert approval() and not around.cloudflare.user_token("late")
    approve(run)
    result = client.result(run, 60)
    assert not result.get("isError"), result
    assert around.cloudflare.user_token("late")
    held_and_hidden(client, result["structuredContent"]["result"])


def silence_is_a_no(run):
    """With the shortest time that the settings take."""
    run.end()
    pathlib.Path(run.directory.name, "config", "settings.json").write_text('{"denyApprovalAfterSeconds": 30}')
    run.start()
    run.wait(lambda: page.names(run), "list of tokens")
    client = Client(run, "silent")
    asked(run)
    result = client.result(run, 45)
    assert result["isError"] and "in time" in json.dumps(result), result
    assert not approval() and not around.cloudflare.user_token("silent")


def ends(run):
    run.end()


CHECKS = (
    shows_its_window,
    a_yes_by_the_keyboard_makes_it,
    a_no_by_enter_makes_nothing,
    comes_up_while_the_window_is_hidden,
    a_client_that_hangs_up_takes_its_request_along,
    locking_answers_and_hides,
    a_late_yes_is_fetched_by_its_handle,
    silence_is_a_no,
    ends,
)


def install_client():
    """The packages, with the machine's own home; the test's desktop has another."""
    at = sys.argv.index("--npm")
    os.environ["TOKENSMITH_TEST_NPM"] = str(pathlib.Path(sys.argv[at + 1]).resolve())
    del sys.argv[at:at + 2]
    installed = subprocess.run(npm("approvalclient.mjs"), check=False).returncode
    if installed != 0:
        sys.exit(installed)


if __name__ == "__main__":
    if "--inside" not in sys.argv:
        session.require()
        install_client()
    world.main(around, __file__, __doc__, CHECKS)
