# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop program under test, and the running of a list of checks on it."""

import argparse
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

import session
from session import SKIPPED  # noqa: F401  (the tests return it)


class Run:
    """The program under test and what it needs."""

    def __init__(self, options, start_panel=None):
        import desktopservices

        self.program = options.program.resolve()
        self.artifacts = options.artifacts
        shutil.rmtree(self.artifacts, ignore_errors=True)
        self.artifacts.mkdir(parents=True)
        self.log = self.artifacts / "desktop.log"
        desktopservices.switch_accessibility_on()
        self.portal = desktopservices.Portal()
        self.panel = start_panel() if start_panel else desktopservices.Panel()
        self.arguments = ["--port", "0"]
        self.directory = tempfile.TemporaryDirectory(prefix="ts-", dir="/tmp")
        self.process = None

    def command(self, *more):
        return [str(self.program), "--data-dir", self.directory.name, *self.arguments, *more]

    def launch(self, *more):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.command("--log-level", "info", *more), stdout=log, stderr=log)

    def start(self):
        """Starts it and waits for its window; returns how long that took, in seconds."""
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

    def find(self, role, name):
        import accessibletree as tree

        window = self.window()
        return window and tree.find(window, role, name)

    def says(self, part):
        """A text on the screen that has `part` in it."""
        import accessibletree as tree

        names = (tree.guarded(node.get_name, "") for node in tree.walk(self.window()) if tree.is_showing(node))
        return next((name for name in names if part in name), None)

    def press(self, name):
        import accessibletree as tree

        def ready():
            button = self.find("push button", name)
            return button if button and tree.is_enabled(button) else None

        tree.press(self.wait(ready, f"button {name!r} to press"))

    def wait(self, condition, what, seconds=15):
        return session.wait_for(condition, what, seconds)

    def shot(self, name):
        settled = time.monotonic() + 0.4  # the last frame is on its way to the screen
        self.wait(lambda: time.monotonic() > settled, "time")
        subprocess.run(["import", "-window", "root", str(self.artifacts / name)], check=True)

    def corner_is_dark(self):
        """Of the window, at its left edge: the navigation's ground."""
        import accessibletree as tree

        place = tree.place_of(self.window())
        crop = f"1x1+{place.x + 3}+{place.y + place.height // 2}"
        answer = subprocess.run(["import", "-window", "root", "-crop", crop, "-depth", "8", "gray:-"],
                                capture_output=True, check=True)
        return answer.stdout[0] < 0x60

    def second_start(self, *more):
        return subprocess.Popen(self.command(*more), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def ended(self):
        return self.process.poll() is not None

    def end(self):
        """Asks it to end, as the system does; it has to obey and to say that all is well."""
        self.process.send_signal(signal.SIGTERM)
        self.wait(self.ended, "end after SIGTERM", 10)
        assert self.process.returncode == 0, f"SIGTERM ended it with {self.process.returncode}"


def run_checks(options, checks, start_panel):
    run = Run(options, start_panel)
    failures = 0
    for check in checks:
        try:
            note = check(run)
            print(f"PASS {check.__name__}" + (f" ({note})" if note else ""), flush=True)
        except (AssertionError, AttributeError, subprocess.SubprocessError) as failure:
            failures += 1
            print(f"FAIL {check.__name__}: {failure}", flush=True)
            if run.process and not run.ended():
                run.shot(f"failed-{check.__name__}.png")
    if run.process:
        session.stop(run.process)
    run.panel.leave()
    return 1 if failures else 0


def main(script, description, checks, start_panel=None):
    """Runs the checks in order in a desktop of their own; returns an exit status as ctest understands it.

    `start_panel` gives another panel than the one of desktopservices.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--artifacts", type=pathlib.Path, required=True)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        return run_checks(options, checks, start_panel)
    session.require()
    passed_on = ["--program", str(options.program.resolve()), "--artifacts", str(options.artifacts.resolve())]
    return session.run_inside(str(pathlib.Path(script).resolve()), passed_on)
