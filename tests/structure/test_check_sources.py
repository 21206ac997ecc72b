#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that check_sources.py sees each kind of violation, in a made-up tree with exactly one."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from check_sources import CORE_EDGES, SPDX, Checker  # noqa: E402

HEADER = f"// {SPDX}\n#pragma once\n"
SOURCE = f"// {SPDX}\n"


class CheckSourcesTest(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.tree = Path(directory.name).resolve() / "tree"
        self.qt = Path(directory.name).resolve() / "qt6"
        for module, header in (
            ("QtCore", "QString"),
            ("QtDBus", "QDBusMessage"),
            ("QtGui", "QIcon"),
            ("QtHttpServer", "QHttpServer"),
            ("QtWidgets", "QLabel"),
        ):
            (self.qt / module).mkdir(parents=True)
            (self.qt / module / header).touch()
        for folder in CORE_EDGES:
            self.write(f"core/{folder}/{folder}.h", HEADER + "#include <QString>\n")
        self.write("ui/tokens/page.h", HEADER + '#include "core/tokens/tokens.h"\n#include <QLabel>\n')
        self.write("app/desktop/main.cpp", SOURCE + '#include "core/sandbox/sandbox.h"\n#include "ui/tokens/page.h"\n')
        self.write("tests/http/tst_http.cpp", SOURCE + "#include <QHttpServer>\n#include <boost/beast.hpp>\n")

    def write(self, path, text):
        path = self.tree / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def problems(self):
        checker = Checker(self.tree, self.qt)
        checker.check_tree()
        return checker.problems

    def expect(self, path, text, problem):
        self.write(path, text)
        problems = self.problems()
        self.assertEqual(len(problems), 1, problems)
        self.assertIn(path, problems[0])
        self.assertIn(problem, problems[0])

    def test_a_clean_tree_passes(self):
        self.assertEqual(self.problems(), [])

    def test_arrows_inside_core(self):
        source = SOURCE + '\n#include "core/{}"\n'
        cases = {
            "base": "model/model.h",
            "model": "cloudflare/cloudflare.h",
            "http": "mcp/mcp.h",
            "mcp": "http/http.h",
            "sandbox": "cloudflare/cloudflare.h",
            "platform": "model/model.h",
            "tokens": "sandbox/sandbox.h",
        }
        for folder, included in cases.items():
            with self.subTest(folder):
                path = f"core/{folder}/wrong.cpp"
                to = included.split("/")[0]
                self.expect(path, source.format(included), f":3: core/{folder} must not include core/{to}")
                (self.tree / path).unlink()

    def test_arrows_between_the_floors(self):
        self.expect("core/mcp/x.cpp", SOURCE + '#include "ui/tokens/page.h"\n', "core must not include ui")

    def test_ui_does_not_know_app(self):
        self.write("app/desktop/shell.h", HEADER)
        self.expect("ui/tokens/x.cpp", SOURCE + '#include "app/desktop/shell.h"\n', "ui must not include app")

    def test_ui_does_not_know_the_sandbox(self):
        self.expect("ui/tokens/x.cpp", SOURCE + '#include "core/sandbox/sandbox.h"\n', "only app and tests")

    def test_core_has_no_window(self):
        self.expect("core/tokens/x.cpp", SOURCE + "#include <QIcon>\n", "must not include QtGui (<QIcon>)")

    def test_core_has_no_window_by_module_path(self):
        self.expect("core/tokens/x.cpp", SOURCE + "#include <QtWidgets/QLabel>\n", "must not include QtWidgets")

    def test_modules_by_folder(self):
        self.expect("core/model/x.cpp", SOURCE + "#include <QDBusMessage>\n", "core/model must not include QtDBus")

    def test_one_folder_has_the_http_server(self):
        self.expect("app/daemon/x.cpp", SOURCE + "#include <QHttpServer>\n", "only core/http includes QtHttpServer")

    def test_outside_libraries(self):
        self.expect("core/mcp/x.cpp", SOURCE + "#include <boost/beast.hpp>\n", "only core/http and app/bridge may include <boost/")

    def test_includes_start_at_the_root(self):
        self.expect("core/mcp/x.cpp", SOURCE + '#include "mcp.h"\n', "not a path from the root")

    def test_a_new_folder_needs_a_place(self):
        self.write("core/misc/misc.h", HEADER)
        problems = self.problems()
        self.assertEqual(len(problems), 1, problems)
        self.assertIn("core/misc", problems[0])

    def test_sizes(self):
        self.expect("ui/tokens/long.cpp", SOURCE + "\n" * 400, "401 lines; at most 400")

    def test_header_sizes(self):
        self.expect("ui/tokens/long.h", HEADER + "\n" * 159, "161 lines; at most 160")

    def test_first_lines(self):
        self.expect("ui/tokens/x.cpp", "// no licence\n", "SPDX")

    def test_pragma_once(self):
        self.expect("ui/tokens/x.h", SOURCE, "#pragma once")

    def test_await_stands_alone(self):
        for number, line in enumerate(
            (
                "if (co_await f()) {}",
                "const bool both = a && co_await f();",
                "const int x = co_await f({.a = 1});",
                "const int x = co_await f(a ? b : c);",
                "g(co_await f());",
                "const int x = co_await f(co_await g());",
            )
        ):
            with self.subTest(line):
                path = f"core/tokens/await{number}.cpp"
                self.expect(path, SOURCE + f"void f()\n{{\n    {line}\n}}\n", "co_await")
                (self.tree / path).unlink()

    def test_await_in_its_places(self):
        lines = (
            "co_await f();",
            "const Result<QList<Token>> x = co_await f(a, b);",
            "m_x = co_await f();",
            "co_return co_await f();",
            "if (!ready && late)\n        co_await f();",
            'const auto x = co_await f("{?");  // co_await here { is fine',
        )
        for number, line in enumerate(lines):
            self.write(f"core/tokens/good{number}.cpp", SOURCE + f"void f()\n{{\n    {line}\n}}\n")
        self.assertEqual(self.problems(), [])

    def test_members_returned(self):
        for line in ["co_return m_accounts;", "co_return *m_current;"]:
            with self.subTest(line):
                self.expect("core/tokens/x.cpp", SOURCE + f"void f()\n{{\n    {line}\n}}\n", "co_return may move")

    def test_lambda_coroutines(self):
        body = "auto l = [this](int x) -> Async<int> { if (x) { x++; } co_return x; };"
        self.expect("core/tokens/x.cpp", SOURCE + f"void f()\n{{\n    {body}\n}}\n", "a lambda with captures")

    def test_other_lambdas(self):
        body = "auto l = [this] { return f(); }; auto m = [](int x) -> Async<int> { co_return x; };"
        self.write("core/tokens/x.cpp", SOURCE + f"Async<int> f()\n{{\n    {body}\n    co_return 1;\n}}\n")
        self.assertEqual(self.problems(), [])


if __name__ == "__main__":
    unittest.main()
