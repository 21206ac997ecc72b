#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what no compiler checks: which part may include which, how large a file may be, how co_await may stand.

usage: check_sources.py TREE QT_HEADERS

TREE is the repository, QT_HEADERS the directory that holds QtCore/, QtGui/ and so on. Prints one line for each
violation, "path:line: what is wrong", and exits with 1 if there is any. The rules are the tables below; their reasons
are in core/README.md.
"""

import re
import sys
from pathlib import Path

# What each folder of core may include from core, besides itself.
CORE_EDGES = {
    "base": [],
    "model": ["base"],
    "cloudflare": ["base", "model"],
    "catalog": ["base", "model", "cloudflare"],
    "secrets": ["base", "model", "cloudflare"],
    "store": ["base", "model", "cloudflare"],
    "tokens": ["base", "model", "cloudflare", "catalog", "secrets", "store"],
    "audit": ["base", "model", "cloudflare", "catalog", "secrets", "store"],
    "clients": ["base", "model", "cloudflare", "catalog", "secrets", "store", "tokens", "audit"],
    "http": ["base", "model", "cloudflare", "catalog", "secrets", "store", "tokens", "audit", "clients"],
    "mcp": ["base", "model", "cloudflare", "catalog", "secrets", "store", "tokens", "audit", "clients"],
    "sandbox": ["base", "model", "http"],
    "platform": ["base"],
    "settings": ["base"],
}
ONLY_FOR_APP_AND_TESTS = ["sandbox"]

# Qt modules a folder of core may use besides QtCore. QtGui and QtWidgets are for ui and app.
CORE_QT_MODULES = {
    "model": ["QtNetwork"],  # QHostAddress
    "cloudflare": ["QtNetwork"],
    "secrets": ["QtDBus"],
    "store": ["QtSql"],
    "http": ["QtNetwork", "QtHttpServer"],
    "sandbox": ["QtNetwork"],
    "platform": ["QtDBus", "QtNetwork"],
}
QT_MODULES_OF_ONE_FOLDER = {"QtHttpServer": "core/http", "QtSql": "core/store"}

# Outside libraries that one folder of core hides from all others (tests may look at them as well).
LIBRARY_OWNERS = {
    "boost/": ["core/http", "app/bridge"],
    "openssl/": ["core/base", "core/clients"],
    "qt6keychain/": ["core/secrets"],
    "toml.hpp": ["core/clients"],
    "valijson/": ["core/mcp"],
    "yaml.h": ["core/clients"],
}

MAX_LINES = {".cpp": 400, ".h": 160}
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"

INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)')
BEFORE_AWAIT = re.compile(r"^((else\s+)?(if|while)\s*\(.*\)|else)?\s*(co_return|[\w:<>,&*\s.\->\[\]]+=)?$", re.DOTALL)
LAMBDA = re.compile(r"\[([^\[\]]+)\]\s*\([^()]*\)\s*(?:mutable\s*)?(?:->\s*[\w:<>,\s]+)?\{")


class Checker:
    def __init__(self, tree, qt_headers):
        self.tree = tree
        self.qt_headers = qt_headers
        self.modules = [d.name for d in qt_headers.iterdir() if d.is_dir() and d.name.startswith("Qt")]
        self.problems = []

    def report(self, path, line, text):
        self.problems.append(f"{path.relative_to(self.tree)}:{line}: {text}")

    def check_tree(self):
        for top in ("core", "ui", "app", "tests"):
            for path in sorted((self.tree / top).rglob("*")):
                if path.suffix in MAX_LINES:
                    self.check_file(path)
        for folder in sorted((self.tree / "core").iterdir()):
            if folder.is_dir() and folder.name not in CORE_EDGES:
                self.report(folder, 0, "core has a folder without a place in check_sources.py and core/README.md")

    def check_file(self, path):
        text = path.read_text(encoding="utf-8")
        lines = text.split("\n")
        if SPDX not in lines[0]:
            self.report(path, 1, "the first line must be the SPDX identifier")
        if path.suffix == ".h" and "#pragma once" not in lines[:3]:
            self.report(path, 2, "a header begins with #pragma once")
        length = len(lines) - 1
        if length > MAX_LINES[path.suffix]:
            self.report(path, length, f"{length} lines; at most {MAX_LINES[path.suffix]}: split it by responsibility")
        for number, line in enumerate(lines, 1):
            match = INCLUDE.match(line)
            if match and match.group(1):
                self.check_own_include(path, number, match.group(1))
            elif match:
                self.check_outside_include(path, number, match.group(2))
        self.check_coroutines(path, text)

    def place_of(self, path):
        """("core", "http") for core/http/x.h; ("ui", "common") and so on for the rest."""
        parts = path.relative_to(self.tree).parts
        return parts[0], parts[1] if len(parts) > 2 else ""

    def check_own_include(self, path, number, included):
        top, folder = self.place_of(path)
        if included.endswith(".moc"):
            return
        if not (self.tree / included).is_file():
            self.report(path, number, f'"{included}" is not a path from the root of the tree')
            return
        to_top, to_folder = self.place_of(self.tree / included)
        allowed_tops = {"core": ["core"], "ui": ["ui", "core"], "app": ["app", "ui", "core"]}
        if top in allowed_tops and to_top not in allowed_tops[top]:
            self.report(path, number, f"{top} must not include {to_top}")
        elif top == "core" and folder != to_folder and to_folder not in CORE_EDGES.get(folder, []):
            self.report(path, number, f"core/{folder} must not include core/{to_folder}")
        elif top == "ui" and to_top == "core" and to_folder in ONLY_FOR_APP_AND_TESTS:
            self.report(path, number, f"only app and tests include core/{to_folder}")

    def module_of(self, included):
        if "/" in included:
            first = included.split("/", 1)[0]
            return first if first in self.modules else None
        return next((m for m in self.modules if (self.qt_headers / m / included).exists()), None)

    def check_outside_include(self, path, number, included):
        top, folder = self.place_of(path)
        if top == "tests":
            return
        place = f"{top}/{folder}"
        module = self.module_of(included)
        owner = QT_MODULES_OF_ONE_FOLDER.get(module, place)
        if owner != place:
            self.report(path, number, f"only {owner} includes {module}")
        elif top == "core" and module not in [None, "QtCore", *CORE_QT_MODULES.get(folder, [])]:
            self.report(path, number, f"core/{folder} must not include {module} (<{included}>)")
        for prefix, owners in LIBRARY_OWNERS.items():
            if included.startswith(prefix) and place not in owners:
                self.report(path, number, f"only {' and '.join(owners)} may include <{prefix}…>")

    def check_coroutines(self, path, text):
        code = blank_comments_and_strings(text)
        for match in re.finditer(r"\bco_await\b", code):
            number = code.count("\n", 0, match.start()) + 1
            begin = max(code.rfind(mark, 0, match.start()) for mark in ";{}") + 1
            end = code.find(";", match.end())
            if not BEFORE_AWAIT.match(code[begin : match.start()].strip()):
                self.report(path, number, "co_await stands alone in a statement or an initialiser")
            elif re.search(r"[{?]|&&|\|\|", code[match.end() : end]):
                self.report(path, number, "no braces, ?: or && beside co_await: name the value first")
        for match in re.finditer(r"\bco_return\s+\*?m_\w+\s*;", code):
            number = code.count("\n", 0, match.start()) + 1
            self.report(path, number, "co_return may move out of a member: return std::as_const() of it")
        for match in LAMBDA.finditer(code):
            if re.search(r"\bco_(await|return|yield)\b", body_after(code, match.end())):
                number = code.count("\n", 0, match.start()) + 1
                self.report(path, number, "a lambda with captures must not be a coroutine")


def blank_comments_and_strings(text):
    """The same text with the same line breaks, but nothing in comments and literals that looks like code."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|(?<!\w)\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def body_after(code, start):
    """From just behind an opening brace to its closing one."""
    depth = 1
    for index in range(start, len(code)):
        depth += (code[index] == "{") - (code[index] == "}")
        if depth == 0:
            return code[start:index]
    return code[start:]


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    checker = Checker(Path(arguments[0]).resolve(), Path(arguments[1]))
    checker.check_tree()
    for problem in checker.problems:
        print(problem)
    return 1 if checker.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
