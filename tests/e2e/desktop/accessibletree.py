# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a screen reader meets it."""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


def guarded(call, otherwise):
    """What a widget answers, or `otherwise` where it has gone in between."""
    try:
        return call()
    except GLib.Error:
        return otherwise


def program(name):
    desktop = Atspi.get_desktop(0)
    for index in range(guarded(desktop.get_child_count, 0)):
        child = guarded(lambda i=index: desktop.get_child_at_index(i), None)
        if child and guarded(child.get_name, "") == name:
            return child
    return None


def children(node):
    for index in range(guarded(node.get_child_count, 0)):
        child = guarded(lambda i=index: node.get_child_at_index(i), None)
        if child:
            yield child


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def has_state(node, state):
    states = guarded(node.get_state_set, None)
    return bool(states) and states.contains(state)


def is_showing(node):
    return has_state(node, Atspi.StateType.SHOWING)


def is_active(node):
    return has_state(node, Atspi.StateType.ACTIVE)


def is_enabled(node):
    return has_state(node, Atspi.StateType.ENABLED)


def find(node, role, name=None):
    """The first widget of that role (and name) that is on the screen."""
    for candidate in walk(node):
        if guarded(candidate.get_role_name, "") == role and (name is None or guarded(candidate.get_name, "") == name):
            if is_showing(candidate):
                return candidate
    return None


def find_editable(node, name):
    for candidate in walk(node):
        if guarded(candidate.get_name, "") == name and has_state(candidate, Atspi.StateType.EDITABLE):
            if is_showing(candidate):
                return candidate
    return None


def place_of(node):
    """On the screen."""
    return node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)


def press(button):
    Atspi.Action.do_action(button, 0)


def set_text(field, text):
    Atspi.EditableText.set_text_contents(field, text)


def is_focused(node):
    return has_state(node, Atspi.StateType.FOCUSED)


def first_column(table):
    """The texts of a table's first column, also of rows that are scrolled away."""
    rows = guarded(table.get_n_rows, 0)
    names = []
    for row in range(rows):
        cell = guarded(lambda r=row: table.get_accessible_at(r, 0), None)
        if cell:
            names.append(guarded(cell.get_name, ""))
    return [name for name in names if name]
