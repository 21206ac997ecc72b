# SPDX-License-Identifier: GPL-3.0-or-later
"""The Tokens page as a person works with it: keys, the search, rows, the questions it asks."""

import subprocess

import session

session.require()  # before what needs it is imported
import accessibletree as tree  # noqa: E402
from accessibletree import place_of  # noqa: E402


def key(*keys):
    subprocess.run(["xdotool", "key", *keys], check=True)


def type_text(text):
    subprocess.run(["xdotool", "type", "--delay", "5", text], check=True)


def click(x, y):
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)


def states(run):
    """The state of each token by its name, from top to bottom; a row begins with "NAME, STATE"."""
    table = run.table()
    rows = tree.first_column(table) if table else []
    return {name: state for name, _comma, state in (row.rpartition(", ") for row in rows)}


def names(run):
    return list(states(run))


def dialogs():
    """The program's dialogs that can be seen, the last one in front."""
    return [node for node in tree.children(tree.program("tokensmith"))
            if tree.guarded(node.get_role_name, "") in ("dialog", "file chooser") and tree.is_showing(node)]


def activate(run):
    """Waits for the window to have the keyboard, with no dialog in front of it."""
    run.wait(lambda: not dialogs() and run.window() and tree.is_active(run.window()), "active window")


def into_the_table(run):
    """Selects the first row in view, with the mouse: the keyboard's focus may be anywhere after a page or a dialog has
    closed."""
    activate(run)
    place = run.wait(lambda: place_of_a_row(run), "row in the table of tokens")
    click(place.x + place.width // 2, place.y + place.height // 2)


def place_of_a_row(run):
    """Of the name in the first row that is wholly in view."""
    table = run.table()
    if not table:
        return None
    whole = place_of(table)
    header = place_of(table.get_column_header(0))
    for row in range(tree.guarded(table.get_n_rows, 0)):
        place = tree.guarded(lambda r=row: place_of(table.get_accessible_at(r, 0)), None)
        if place and place.y >= header.y + header.height and place.y + place.height <= whole.y + whole.height:
            return place
    return None


def search(run, text):
    """Leaves the keyboard in the search field."""
    if run.table():
        into_the_table(run)
    else:  # the last search found nothing
        activate(run)
    key("ctrl+f", "Escape", "ctrl+f")  # takes conditions back as well as words
    if text:
        type_text(text)


def find_token(run, name):
    """By the search field; the token found is selected."""
    search(run, name)
    run.wait(lambda: names(run) == [name], f"nothing but {name!r} in the list")
    into_the_table(run)  # its only row


def show_all(run, known):
    """Takes the search back; `known` is a token that is in the whole list only."""
    search(run, "")
    run.wait(lambda: known in names(run), "the whole list again")


def in_dialog(run, role, name):
    """That widget of a dialog, once it can be used."""

    def widget():
        found = next((node for dialog in dialogs() if (node := tree.find(dialog, role, name))), None)
        return found if found and tree.is_enabled(found) else None

    return run.wait(widget, f"dialog with a {role} {name!r}")


def answer(run, name):
    """Presses that button of the dialog in front; the page may have one of the same name."""
    tree.press(in_dialog(run, "push button", name))
