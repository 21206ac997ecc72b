#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that check_translations.py finds what it is there for."""

import tempfile
import unittest
from pathlib import Path
from xml.etree import ElementTree

import check_translations as checked


def message(source, *forms, unfinished=False, plural=False, context="A"):
    numerus = ' numerus="yes"' if plural else ""
    kind = ' type="unfinished"' if unfinished else ""
    inner = "".join(f"<numerusform>{f}</numerusform>" for f in forms) if plural else "".join(forms)
    xml = f"<message{numerus}><source>{source}</source><translation{kind}>{inner}</translation></message>"
    return checked.Message(context, ElementTree.fromstring(xml))


class Faults(unittest.TestCase):
    def faults(self, *arguments, **options):
        return list(checked.faults_of(message(*arguments, **options), "de"))

    def test_good_ones_pass(self):
        self.assertEqual(self.faults("%1 of %2.", "%2, davon %1."), [])
        self.assertEqual(self.faults("%n days", "ein Tag", "%n Tage", plural=True), [])
        self.assertEqual(self.faults("Bread &amp; butter", "Brot &amp; Butter"), [])

    def test_placeholders(self):
        self.assertEqual(len(self.faults("%1 of %2", "%1 von %1")), 1)
        self.assertEqual(len(self.faults("all", "alle %1")), 1)

    def test_plural_forms(self):
        self.assertEqual(len(self.faults("%n days", "%n Tage", plural=True)), 1)

    def test_blanks_and_end(self):
        self.assertEqual(len(self.faults(" Nothing.", "Nichts.")), 1)
        self.assertEqual(len(self.faults("Save…", "Speichern")), 1)

    def test_mnemonics_and_markup(self):
        self.assertEqual(len(self.faults("&amp;File", "Datei")), 1)
        self.assertEqual(len(self.faults("File", "&lt;b&gt;Datei&lt;/b&gt;")), 1)

    def test_what_is_not_done_has_no_faults_and_counts(self):
        self.assertEqual(self.faults("%1", "", unfinished=True), [])
        self.assertFalse(message("text", "", unfinished=True).done)
        self.assertFalse(message("%n", "%n", "", plural=True).done)
        self.assertTrue(message("text", "Text").done)


class Contexts(unittest.TestCase):
    def test_finds_those_that_run_time_asks_for(self):
        with tempfile.TemporaryDirectory() as directory:
            tree = Path(directory)
            (tree / "ui").mkdir()
            (tree / "ui/page.h").write_text(
                "namespace tokensmith::core {\nclass Named;\n}\n\n"
                "namespace tokensmith::ui {\nclass Page final : public QWidget\n{\n    Q_OBJECT\n};\n"
                "class Plain\n{\npublic:\n    int a;\n};\n}\n", encoding="utf-8")
            (tree / "ui/words.cpp").write_text(
                'struct Words { Q_DECLARE_TR_FUNCTIONS(Words) };\nQCoreApplication::translate("Other", "x");\n',
                encoding="utf-8")
            self.assertEqual(checked.contexts_at_run_time(tree), {"tokensmith::ui::Page", "Words", "Other"})


class Catalogues(unittest.TestCase):
    def check(self, old, fresh, contexts):
        with tempfile.TemporaryDirectory() as directory:
            paths = []
            for name, inner in (("old", old), ("fresh", fresh)):
                folder = Path(directory) / name
                folder.mkdir()
                paths.append(folder / "tokensmith_de.ts")
                paths[-1].write_text(f'<TS version="2.1" language="de"><context><name>A</name>{inner}</context></TS>',
                                     encoding="utf-8")
            return checked.check_catalogue(paths[0], paths[1], contexts)

    def test_counts_missing_dropped_and_wrong_contexts(self):
        done = "<message><source>a</source><translation>ä</translation></message>"
        new = '<message><source>b</source><translation type="unfinished"></translation></message>'
        faults, missing, dropped = self.check(done, new, {"A"})
        self.assertEqual((len(faults), len(missing), len(dropped)), (0, 1, 1))
        faults, missing, dropped = self.check(done, done, {"B"})
        self.assertEqual((len(faults), len(missing), len(dropped)), (1, 0, 0))


if __name__ == "__main__":
    unittest.main()
