#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Work on several tokens at once, and a setting: search operators, export to a file, revoking two, dark.

    lists_test.py --program build/release/bin/tokensmith --artifacts build/release/artifacts/e2e
"""

import csv
import pathlib

import tokenspage as page
import world
from tokenspage import key, tree

GIVEN = "given-from-outside"
TWINS = ["twin-one", "twin-two"]
around = world.World()
secrets = []


def shows_the_list(run):
    around.begin(run)
    for name in (GIVEN, *TWINS):
        secrets.append(around.cloudflare.make_like_another(name))
    run.start()
    run.wait(lambda: {GIVEN, *TWINS} <= set(page.names(run)), "the tokens made outside")


def searches_with_operators(run):
    page.search(run, "name:twin -id:none -is:disabled")
    run.wait(lambda: sorted(page.names(run)) == TWINS, "both twins by name and owner")
    run.shot("operators.png")
    page.show_all(run, GIVEN)


def exports_what_is_shown(run):
    """As CSV, the format that is chosen at first."""
    target = pathlib.Path(run.directory.name, "shown.csv")
    page.search(run, "twin")
    run.wait(lambda: sorted(page.names(run)) == TWINS, "both twins")
    key("ctrl+e")
    tree.press(page.in_dialog(run, "radio button", "The 2 tokens that are shown"))
    run.shot("export.png")
    page.answer(run, "Choose a file…")
    tree.set_text(page.in_dialog(run, "text", "File name:"), str(target))
    page.answer(run, "Save")
    run.wait(lambda: run.says("2 tokens are written to shown.csv"), "message that it is written")
    written = target.read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(written.splitlines()))
    columns = {column.lower(): column for column in rows[0]}
    assert sorted(row[columns["name"]] for row in rows) == TWINS, written
    for secret in (*secrets, around.cloudflare.bootstrap_token, "cfut_"):
        assert secret not in written, "there is a secret in the file"
    assert target.stat().st_mode & 0o077 == 0, f"others can read the file: {target.stat().st_mode:o}"
    page.show_all(run, GIVEN)
    return ", ".join(rows[0])


def revokes_two_at_once(run):
    cloudflare = around.cloudflare
    page.search(run, "twin")
    run.wait(lambda: sorted(page.names(run)) == TWINS, "both twins")
    page.into_the_table(run)
    key("ctrl+a")
    run.wait(lambda: run.says("2 selected"), "bar of two tokens")
    run.shot("two-selected.png")
    key("Delete")
    page.answer(run, "Cancel")
    page.activate(run)
    assert all(cloudflare.user_token(name) for name in TWINS), "revoked although the answer was Cancel"
    key("Delete")
    page.answer(run, "Revoke")
    run.wait(lambda: not any(cloudflare.user_token(name) for name in TWINS), "end of both")
    run.wait(lambda: not set(TWINS) & set(page.names(run)), "list without them")
    assert cloudflare.user_token(GIVEN), "a token that nobody chose was revoked"
    run.wait(lambda: run.says("2 tokens are revoked."), "message of the outcome")
    page.show_all(run, GIVEN)


def is_dark_if_so_set(run):
    """Although the desktop prefers light."""
    page.activate(run)
    assert not run.corner_is_dark(), "the window is dark to begin with"
    key("ctrl+5")
    choose_colours(run, "Dark")
    run.wait(run.corner_is_dark, "dark window")
    run.shot("settings-dark.png")
    key("ctrl+1")
    run.wait(run.table, "table of tokens")
    run.shot("tokens-dark.png")
    run.portal.switch_to(run.portal.LIGHT)  # says nothing new
    assert run.corner_is_dark(), "the desktop's preference went before the setting"
    key("ctrl+5")
    choose_colours(run, "System")
    run.wait(lambda: not run.corner_is_dark(), "light window")


def choose_colours(run, name):
    def button():
        row = next((node for node in tree.walk(run.window())
                    if tree.guarded(node.get_name, "") == "Colours" and tree.is_showing(node)
                    and list(tree.children(node))), None)
        return row and next((node for node in tree.children(row) if tree.guarded(node.get_name, "") == name), None)

    place = page.place_of(run.wait(button, f"choice of {name!r}"))
    page.click(place.x + place.width // 2, place.y + place.height // 2)


def keeps_it(run):
    """The setting is there again at the next start."""
    choose_colours(run, "Dark")
    run.wait(run.corner_is_dark, "dark window")
    run.end()
    run.start()
    run.wait(run.corner_is_dark, "dark window at the next start")
    run.end()


CHECKS = (
    shows_the_list,
    searches_with_operators,
    exports_what_is_shown,
    revokes_two_at_once,
    is_dark_if_so_set,
    keeps_it,
)

if __name__ == "__main__":
    world.main(around, __file__, __doc__, CHECKS)
