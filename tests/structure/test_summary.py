#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests tests/summary.py on made-up reports: what counts as passed, failed, skipped, and the exit status."""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import summary  # noqa: E402

QT_OUTPUT = """********* Start testing of XTest *********
PASS   : XTest::initTestCase()
PASS   : XTest::good()
PASS   : XTest::rows(one)
{extra}PASS   : XTest::cleanupTestCase()
Totals: 4 passed
"""


def case(name, output="", inside=""):
    return f'<testcase name="{name}"><system-out>{output}</system-out>{inside}</testcase>'


class SummaryTest(unittest.TestCase):
    def run_summary(self, *cases, options=()):
        with tempfile.TemporaryDirectory() as directory:
            report = Path(directory) / "report.xml"
            report.write_text(f"<testsuite>{''.join(cases)}</testsuite>", encoding="utf-8")
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                status = summary.main([*options, f"release={report}"])
        lines = out.getvalue().splitlines()
        return status, lines[-1], lines[:-1]

    def test_counts_functions_and_rows(self):
        status, last, _ = self.run_summary(case("tst_x", QT_OUTPUT.format(extra="")), case("script"))
        self.assertEqual((status, last), (0, "3 passed, 0 failed, 0 skipped"))

    def test_counts_steps(self):
        status, last, _ = self.run_summary(case("inspector", "# legacy\nok: lists\nok: calls\nthis is ok: no\n"))
        self.assertEqual((status, last), (0, "2 passed, 0 failed, 0 skipped"))

    def test_counts_failed_steps(self):
        output = "ok: lists\nnot ok: calls: exit 5\n"
        status, last, lines = self.run_summary(case("inspector", output, '<failure message=""/>'))
        self.assertEqual((status, last), (1, "1 passed, 1 failed, 0 skipped"))
        self.assertEqual(lines, ["FAILED: release/inspector: calls: exit 5"])

    def test_a_skip_inside_a_program_is_a_skip(self):
        output = QT_OUTPUT.format(extra="SKIP   : XTest::tray() no tray host\n")
        status, last, lines = self.run_summary(case("tst_x", output))
        self.assertEqual((status, last), (0, "2 passed, 0 failed, 1 skipped"))
        self.assertEqual(lines, ["skipped: release/tst_x: XTest::tray() no tray host"])

    def test_skips_can_be_forbidden(self):
        output = QT_OUTPUT.format(extra="SKIP   : XTest::tray() no tray host\n")
        status, _, _ = self.run_summary(case("tst_x", output), options=["--forbid-skips"])
        self.assertEqual(status, 1)

    def test_what_has_no_report_can_be_skipped(self):
        status, last, lines = self.run_summary(case("ok"), options=["--skipped=fuzz: no clang"])
        self.assertEqual((status, last, lines), (0, "1 passed, 0 failed, 1 skipped", ["skipped: fuzz: no clang"]))
        status, _, _ = self.run_summary(case("ok"), options=["--skipped=fuzz: no clang", "--forbid-skips"])
        self.assertEqual(status, 1)

    def test_a_skipped_program_gives_its_last_line_as_reason(self):
        inside = '<skipped message="SKIP_RETURN_CODE=77"/>'
        status, last, lines = self.run_summary(case("inspector", "try\nnpm is not installed\n", inside), case("ok"))
        self.assertEqual((status, last), (0, "1 passed, 0 failed, 1 skipped"))
        self.assertEqual(lines, ["skipped: release/inspector: npm is not installed"])

    def test_failures(self):
        output = QT_OUTPUT.format(extra="FAIL!  : XTest::bad() compared values\nXPASS  : XTest::odd()\n")
        status, last, lines = self.run_summary(case("tst_x", output, '<failure message=""/>'))
        self.assertEqual((status, last), (1, "2 passed, 2 failed, 0 skipped"))
        self.assertIn("FAILED: release/tst_x: XTest::bad() compared values", lines)

    def test_a_crash_is_a_failure(self):
        output = "********* Start testing of XTest *********\nPASS   : XTest::good()\n"
        status, last, lines = self.run_summary(case("tst_x", output, '<failure message="SEGFAULT"/>'))
        self.assertEqual((status, last), (1, "1 passed, 1 failed, 0 skipped"))
        self.assertEqual(lines, ["FAILED: release/tst_x: SEGFAULT"])

    def test_a_missing_program_is_a_failure(self):
        inside = '<skipped message="Unable to find executable"/>'
        status, last, _ = self.run_summary(case("tst_x", "", inside), case("ok"))
        self.assertEqual((status, last), (1, "1 passed, 1 failed, 0 skipped"))

    def test_nothing_ran(self):
        status, last, _ = self.run_summary()
        self.assertEqual((status, last), (1, "0 passed, 1 failed, 0 skipped"))

    def test_a_missing_report(self):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            status = summary.main(["release=/nonexistent/report.xml"])
        self.assertEqual(status, 1)
        self.assertTrue(out.getvalue().endswith("0 passed, 1 failed, 0 skipped\n"))


if __name__ == "__main__":
    unittest.main()
