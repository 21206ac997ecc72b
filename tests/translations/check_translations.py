#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the catalogues of resources/translations against the sources.

usage: check_translations.py [--strict] LUPDATE TREE

Fails on a translation that can't be right: a placeholder lost or invented, a plural form missing, blanks or the mark at
the end differ, a context that no class has at run time. Counts the texts that have no translation; --strict fails on
these, and on catalogues that `update_translations` would change.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

PLACEHOLDER = re.compile(r"%L?\d{1,2}|%n|%L1")
MNEMONIC = re.compile(r"&(?=[^\s&])")
PLURAL_FORMS = {"de": 2, "en": 2}
END_MARKS = ".…:?"
DECLARED = re.compile(r"Q_DECLARE_TR_FUNCTIONS\((\w+)\)|translate\(\s*\"([\w:]+)\"")
NAMESPACE = re.compile(r"^namespace ([\w:]+)\s*\{", re.MULTILINE)
META_CLASS = re.compile(r"^class\s+(\w+)[^;{]*\{[^}]*?Q_(?:OBJECT|GADGET)\b", re.MULTILINE | re.DOTALL)


class Message:
    def __init__(self, context, element):
        self.context = context
        self.source = element.findtext("source") or ""
        self.comment = element.findtext("comment") or ""
        self.plural = element.get("numerus") == "yes"
        translation = element.find("translation")
        self.gone = translation.get("type") in ("vanished", "obsolete")
        if self.plural:
            self.forms = [form.text or "" for form in translation.findall("numerusform")]
        else:
            self.forms = [translation.text or ""]
        self.done = translation.get("type") is None and all(self.forms)

    def key(self):
        return (self.context, self.source, self.comment, self.plural)


def messages_of(catalogue):
    root = ElementTree.parse(catalogue).getroot()
    found = []
    for context in root.iter("context"):
        name = context.findtext("name")
        found += [Message(name, element) for element in context.iter("message")]
    return found


def end_mark(text):
    return text[-1] if text and text[-1] in END_MARKS else ""


def faults_of_form(message, form):
    """What can't be right in one form of a translation, as sentences."""
    wanted, given = Counter(PLACEHOLDER.findall(message.source)), Counter(PLACEHOLDER.findall(form))
    if message.plural:  # "one day" may do without the number
        wanted.pop("%n", None)
        given.pop("%n", None)
    if wanted != given:
        yield f"placeholders {sorted(given.elements())} instead of {sorted(wanted.elements())}"
    for strip, where in ((str.lstrip, "beginning"), (str.rstrip, "end")):
        if (strip(message.source) != message.source) != (strip(form) != form):
            yield f"blanks at the {where} differ"
    if end_mark(message.source.rstrip()) != end_mark(form.rstrip()):
        yield "the mark at the end differs"
    if len(MNEMONIC.findall(message.source)) != len(MNEMONIC.findall(form)):
        yield "has another number of mnemonics (&)"
    if "<" in form and "<" not in message.source:
        yield "brings markup"


def faults_of(message, language):
    if not message.done:
        return
    wanted = PLURAL_FORMS.get(language, len(message.forms)) if message.plural else 1
    if len(message.forms) != wanted:
        yield f"{len(message.forms)} plural forms instead of {wanted}"
    for form in message.forms:
        yield from faults_of_form(message, form)


def contexts_at_run_time(tree):
    """The contexts that tr() and translate() really ask for: lupdate guesses them, and sometimes wrongly."""
    contexts = set()
    for top in ("ui", "app", "core"):
        for path in (tree / top).rglob("*"):
            if path.suffix not in (".h", ".cpp"):
                continue
            text = path.read_text(encoding="utf-8")
            contexts |= {a or b for a, b in DECLARED.findall(text)}
            for found in META_CLASS.finditer(text):  # a header may name classes of other namespaces first
                before = NAMESPACE.findall(text, 0, found.start())
                contexts |= {f"{before[-1]}::{found.group(1)}"} if before else set()
    return contexts


def check_catalogue(catalogue, fresh, contexts):
    """(faults, texts without a translation, texts that update_translations would drop)"""
    language = catalogue.stem.split("_", 1)[1]
    faults = []
    current = messages_of(fresh)
    for message in current:
        where = f'{catalogue.name}: {message.context}: "{message.source}"'
        if message.context not in contexts:
            faults.append(f"{where}: nothing asks for this context at run time; call tr() where lupdate understands it")
        faults += [f"{where}: {fault}" for fault in faults_of(message, language)]
    missing = [m for m in current if not m.done]
    keys = {m.key() for m in current}
    dropped = [m for m in messages_of(catalogue) if m.key() not in keys or m.gone]
    return faults, missing, dropped


def main(arguments):
    strict = "--strict" in arguments
    lupdate, tree = [a for a in arguments if a != "--strict"]
    tree = Path(tree)
    contexts = contexts_at_run_time(tree)
    failed = False
    with tempfile.TemporaryDirectory() as directory:
        for catalogue in sorted((tree / "resources/translations").glob("*.ts")):
            shutil.copy(catalogue, directory)
        subprocess.run([tree / "packaging/update-translations.sh", lupdate, directory], check=True)
        for fresh in sorted(Path(directory).glob("*.ts")):
            catalogue = tree / "resources/translations" / fresh.name
            faults, missing, dropped = check_catalogue(catalogue, fresh, contexts)
            for fault in faults:
                print(fault)
            for message in missing:
                print(f'{catalogue.name}: {message.context}: "{message.source}": not translated')
            print(f"{catalogue.name}: {len(missing)} not translated, {len(dropped)} no longer in use, {len(faults)} wrong")
            failed = failed or bool(faults) or (strict and bool(missing or dropped))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
