#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the built desktop program on its sandbox and meets it as a person would: window, tray, second start, end.

    desktop_test.py --program build/release/bin/tokensmith --artifacts build/release/artifacts

Screenshots (light and dark) stay under --artifacts.
"""

import argparse
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import session

AT_LEAST_TOKENS = 30
FIRST_WINDOW = 5.0  # s, with a busy machine in mind; the product's own number is measured by the benchmark


class Run:
    """The program under test and what it needs."""

    def __init__(self, options):
        import desktopservices

        self.program = options.program.resolve()
        self.artifacts = options.artifacts
        self.artifacts.mkdir(parents=True, exist_ok=True)
        desktopservices.switch_accessibility_on()
        self.portal = desktopservices.Portal()
        self.panel = desktopservices.Panel()
        self.directory = tempfile.TemporaryDirectory(prefix="ts-", dir="/tmp")
        self.process = None

    def command(self, *more):
        return [str(self.program), "--sandbox", "--port", "0", "--data-dir", self.directory.name, *more]

    def launch(self, *more):
        with open(self.artifacts / "desktop.log", "ab") as log:
            self.process = subprocess.Popen(self.command("--log-level", "info", *more), stdout=log, stderr=log)

    def start(self):
        started = time.monotonic()
        self.launch()
        self.wait(self.window, "window", 20)
        return time.monotonic() - started

    def window(self):
        import accessibletree as tree

        assert self.process.poll() is None, f"the program ended with {self.process.returncode}"
        program = tree.program("tokensmith")
        return program and tree.find(program, "frame")

    def table(self):
        import accessibletree as tree

        window = self.window()
        return window and tree.find(window, "table")

    def wait(self, condition, what, seconds=15):
        return session.wait_for(condition, what, seconds)

    def shot(self, name):
        settled = time.monotonic() + 0.4  # the last frame is on its way to the screen
        self.wait(lambda: time.monotonic() > settled, "time")
        subprocess.run(["import", "-window", "root", str(self.artifacts / name)], check=True)

    def second_start(self, *more):
        return subprocess.Popen(self.command(*more), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def ended(self):
        return self.process.poll() is not None


def shows_the_tokens(run):
    import accessibletree as tree

    taken = run.start()
    assert taken < FIRST_WINDOW, f"the window took {taken:.1f} s"
    table = run.wait(run.table, "table of tokens")

    def names():
        found = tree.first_column(table)
        return found if len(found) >= AT_LEAST_TOKENS else None

    found = run.wait(names, f"{AT_LEAST_TOKENS} token names")
    assert len(set(found)) >= AT_LEAST_TOKENS, f"names repeat: {found}"
    assert tree.find(run.window(), "list item"), "the navigation has no entries"
    texts = {tree.guarded(node.get_name, "") for node in tree.walk(run.window()) if tree.is_showing(node)}
    assert "SANDBOX" in texts, "nothing marks the sandbox"
    assert any(text.startswith("127.0.0.1:") for text in texts), "the server's address is not shown"
    run.shot("tokens-light.png")
    return f"{len(found)} tokens, window after {taken:.2f} s"


def follows_the_colour_scheme(run):
    assert run.portal.asked, "the desktop was never asked for its preference"
    run.portal.switch_to(run.portal.DARK)
    run.wait(lambda: corner_is_dark(run), "dark window")
    run.shot("tokens-dark.png")
    run.portal.switch_to(run.portal.LIGHT)
    run.wait(lambda: not corner_is_dark(run), "light window")


def corner_is_dark(run):
    """The navigation's ground, a little inside the window."""
    answer = subprocess.run(["import", "-window", "root", "-crop", "1x1+60+700", "-depth", "8", "gray:-"],
                            capture_output=True, check=True)
    return answer.stdout[0] < 0x60


def shows_its_state_in_the_tray(run):
    run.wait(lambda: run.panel.item, "tray icon")
    menu = [text for text in run.wait(run.panel.menu, "tray menu").values() if text]
    assert menu[0].startswith("MCP on · 127.0.0.1:"), menu
    assert menu[1:] == ["Open Tokensmith", "Copy server URL", "Pause all clients", "Quit"], menu
    run.panel.choose("Pause all clients")
    run.wait(lambda: "Resume all clients" in run.panel.menu().values(), "pause")
    assert "MCP paused" in run.panel.tool_tip()
    run.panel.choose("Resume all clients")
    run.wait(lambda: "Pause all clients" in run.panel.menu().values(), "resume")


def hides_and_is_raised_by_a_second_start(run):
    close_window(run)
    run.wait(lambda: not run.window(), "hidden window")
    assert run.process.poll() is None, "closing the window ended the program although a tray is there"
    second = run.second_start("--page", "tokens")
    run.wait(lambda: second.poll() is not None, "end of the second start")
    assert second.returncode == 0, f"the second start ended with {second.returncode}: {second.stdout.read()}"
    run.wait(run.window, "raised window")
    close_window(run)
    run.wait(lambda: not run.window(), "hidden window")
    run.panel.activate()
    run.wait(run.window, "window from the tray")


def close_window(run):
    """With the window manager's own key: the same as its close button."""
    import accessibletree as tree

    run.wait(lambda: tree.is_active(run.window()), "active window")
    subprocess.run(["xdotool", "key", "alt+F4"], check=True)


def refuses_bad_usage(run):
    wrong = subprocess.run([str(run.program), "--no-such-flag"], capture_output=True, text=True, check=False, timeout=20)
    assert wrong.returncode == 2, f"an unknown flag ended with {wrong.returncode}"
    assert "no-such-flag" in wrong.stderr, wrong.stderr


def ends_on_sigterm(run):
    run.process.send_signal(signal.SIGTERM)
    run.wait(run.ended, "end after SIGTERM", 10)
    assert run.process.returncode == 0, f"SIGTERM ended it with {run.process.returncode}"


def starts_dark_and_hidden(run):
    run.portal.preference = run.portal.DARK
    run.panel.item = None
    run.launch("--hidden")
    run.wait(lambda: run.panel.item, "tray icon")
    assert not run.window(), "--hidden showed a window"
    run.panel.choose("Open Tokensmith")
    run.wait(run.window, "window from the tray")
    run.wait(lambda: corner_is_dark(run), "dark window")


def quits_from_the_tray(run):
    run.panel.choose("Quit")
    run.wait(run.ended, "end after Quit", 10)
    assert run.process.returncode == 0, f"Quit ended it with {run.process.returncode}"


CHECKS = (
    shows_the_tokens,
    follows_the_colour_scheme,
    shows_its_state_in_the_tray,
    hides_and_is_raised_by_a_second_start,
    refuses_bad_usage,
    ends_on_sigterm,
    starts_dark_and_hidden,
    quits_from_the_tray,
)


def run_checks(options):
    run = Run(options)
    failures = 0
    for check in CHECKS:
        try:
            note = check(run)
            print(f"PASS {check.__name__}" + (f" ({note})" if note else ""), flush=True)
        except (AssertionError, AttributeError, subprocess.SubprocessError) as failure:
            failures += 1
            print(f"FAIL {check.__name__}: {failure}", flush=True)
            if run.process and run.process.poll() is None:
                run.shot(f"failed-{check.__name__}.png")
    if run.process:
        session.stop(run.process)
    return 1 if failures else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--artifacts", type=pathlib.Path, required=True)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        return run_checks(options)
    reason = session.missing()
    if reason:
        print("SKIP " + reason)
        return session.SKIPPED
    passed_on = ["--program", str(options.program.resolve()), "--artifacts", str(options.artifacts.resolve())]
    return session.run_inside(str(pathlib.Path(__file__).resolve()), passed_on)


if __name__ == "__main__":
    sys.exit(main())
