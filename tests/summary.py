#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up what ctest's JUnit reports say and prints "N passed, N failed, N skipped" as the last line.

usage: summary.py [--forbid-skips] [--skipped=REASON]… NAME=REPORT…

A Qt Test program counts by its test functions and data rows; another test by its lines "ok: …" and "not ok: …", or as
one without such lines. Exits with 1 if anything failed, if a report is missing or holds no test, or if something was
skipped with --forbid-skips. --skipped stands for what has no report because it could not even be built.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

QT_LINE = re.compile(r"^(PASS|FAIL!|XPASS|SKIP)\s*: (.*)$", re.MULTILINE)
STEP_LINE = re.compile(r"^(ok|not ok): (.*)$", re.MULTILINE)
FRAME_FUNCTIONS = ("::initTestCase()", "::cleanupTestCase()")  # passed in every program, and no test


class Counts:
    """What happened so far; each failure and skip as a line for people."""

    def __init__(self):
        self.passed = 0
        self.failed = []
        self.skipped = []


def last_line(text):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "no reason given"


def add_qt_lines(counts, name, output):
    """Counts a Qt Test program's own result lines; returns how many of them failed."""
    failures = 0
    for result, rest in QT_LINE.findall(output):
        if result == "PASS":
            counts.passed += not rest.endswith(FRAME_FUNCTIONS)
        elif result == "SKIP":
            counts.skipped.append(f"{name}: {rest}")
        else:
            counts.failed.append(f"{name}: {rest}")
            failures += 1
    return failures


def add_step_lines(counts, name, output):
    """Counts another program's own result lines; returns how many there are of each kind."""
    lines = STEP_LINE.findall(output)
    failures = [f"{name}: {rest}" for result, rest in lines if result == "not ok"]
    successes = len(lines) - len(failures)
    counts.passed += successes
    counts.failed += failures
    return successes, len(failures)


def add_case(counts, preset, case):
    name = f"{preset}/{case.get('name')}"
    output = case.findtext("system-out") or ""
    skip = case.find("skipped")
    skip_reason = skip.get("message", "") if skip is not None else ""
    is_qt_test = "********* Start testing of" in output
    if skip_reason.startswith("SKIP_"):
        counts.skipped.append(f"{name}: {last_line(output)}")
    elif skip_reason == "Disabled":
        counts.skipped.append(f"{name}: disabled")
    elif skip is not None:  # its program is missing, or a fixture of it failed
        counts.failed.append(f"{name}: not run: {skip_reason}")
    elif case.find("failure") is not None:
        failures = add_qt_lines(counts, name, output) if is_qt_test else add_step_lines(counts, name, output)[1]
        if not failures:
            counts.failed.append(f"{name}: {case.find('failure').get('message', '')}".rstrip(": "))
    elif is_qt_test:
        add_qt_lines(counts, name, output)
    elif add_step_lines(counts, name, output) == (0, 0):
        counts.passed += 1


def main(arguments):
    forbid_skips = "--forbid-skips" in arguments
    counts = Counts()
    for argument in arguments:
        if argument.startswith("--skipped="):
            counts.skipped.append(argument.split("=", 1)[1])
        if argument.startswith("--"):
            continue
        preset, path = argument.split("=", 1)
        try:
            cases = list(ElementTree.parse(path).getroot().iter("testcase"))
        except (OSError, ElementTree.ParseError) as error:
            counts.failed.append(f"{preset}: no report ({error})")
            continue
        if not cases:
            counts.failed.append(f"{preset}: no test ran")
        for case in cases:
            add_case(counts, preset, case)

    for line in counts.skipped:
        print(f"skipped: {line}")
    for line in counts.failed:
        print(f"FAILED: {line}")
    if counts.skipped and forbid_skips:
        print("Nothing may be skipped here.")
    print(f"{counts.passed} passed, {len(counts.failed)} failed, {len(counts.skipped)} skipped")
    nothing_ran = counts.passed == 0
    return 1 if counts.failed or nothing_ran or (counts.skipped and forbid_skips) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
