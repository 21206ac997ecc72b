#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of a token in the window, and what the simulated Cloudflare says of it: made, found, rolled, disabled,
revoked; and the lock.

    tokens_test.py --program build/release/bin/tokensmith --artifacts build/release/artifacts
"""

import json
import os
import pathlib
import secrets
import shutil
import subprocess
import sys
import urllib.request

import programrun
import session
from simulatedcloudflare import SimulatedCloudflare

MADE = "made-in-the-window"
GIVEN = "given-from-outside"
CLIENT_KEY = secrets.token_urlsafe(32)
state = {}


def key(*keys):
    subprocess.run(["xdotool", "key", *keys], check=True)


def type_text(text):
    subprocess.run(["xdotool", "type", "--delay", "5", text], check=True)


def shows_the_list(run):
    cloudflare = state["cloudflare"] = SimulatedCloudflare(run.program.parent)
    state["keyring"] = start_keyring()
    os.environ.update(CLOUDFLARE_BOOTSTRAP_TOKEN=cloudflare.bootstrap_token, MCP_API_KEY=CLIENT_KEY)
    state["secret"] = cloudflare.make_like_another(GIVEN)
    run.arguments += ["--api-base", cloudflare.api]
    run.start()
    run.wait(lambda: GIVEN in names(run), "the token made outside")
    run.wait(lambda: run.panel.item, "tray icon")


def start_keyring():
    keyring = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                               stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    keyring.stdin.write(b"test")
    keyring.stdin.close()
    return keyring


def names(run):
    """A row begins with "NAME, STATE"."""
    import accessibletree as tree

    table = run.table()
    return [cell.rpartition(", ")[0] for cell in tree.first_column(table)] if table else []


def makes_a_token(run):
    import accessibletree as tree

    activate(run)
    key("ctrl+n")
    field = run.wait(lambda: tree.find_editable(run.window(), "Name"), "field for the name")
    tree.set_text(field, MADE)
    while button := run.wait(lambda: next_button(run), "button to go on"):
        name = tree.guarded(button.get_name, "")
        if name == "Next: Limits":
            choose_a_permission(run)
        run.shot(f"create-{name.removeprefix('Next: ').lower().replace(' ', '-')}.png")
        assert not state["cloudflare"].user_token(MADE), "the token was made before anybody agreed"
        tree.press(button)
        if name == "Create token":
            break
        run.wait(lambda n=name: not showing(run, n), f"page after {name!r}")
    run.wait(lambda: state["cloudflare"].user_token(MADE), "token at Cloudflare")
    run.press("Done")
    run.wait(lambda: MADE in names(run), "the new token in the list")
    run.shot("created.png")
    return state["cloudflare"].user_token(MADE)["policies"][0]["permission_groups"][0]["name"]


def choose_a_permission(run):
    import accessibletree as tree
    from accessibletree import Atspi

    tree.set_text(run.wait(lambda: tree.find_editable(run.window(), "Find a permission"), "field to search"), "analytics")
    row = run.wait(lambda: permission_row(run, "Account Analytics"), "row of the permission")
    place = row.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    subprocess.run(["xdotool", "mousemove", str(place.x + 20), str(place.y + place.height // 2), "click", "1"],
                   check=True)
    key("Right")  # from None to Read


def permission_row(run, name):
    import accessibletree as tree

    rows = (node for node in tree.walk(run.window()) if tree.guarded(node.get_role_name, "") == "list item")
    return next((row for row in rows if tree.guarded(row.get_name, "").startswith(name) and tree.is_showing(row)), None)


def showing(run, name):
    return run.find("push button", name)


def next_button(run):
    import accessibletree as tree

    for node in tree.walk(run.window()):
        name = tree.guarded(node.get_name, "")
        if (name.startswith("Next: ") or name == "Create token") and tree.guarded(node.get_role_name, "") == "push button":
            if tree.is_showing(node) and tree.is_enabled(node):
                return node
    return None


def activate(run):
    import accessibletree as tree

    run.wait(lambda: tree.is_active(run.window()), "active window")


def into_the_table(run):
    """Selects the first row, with the mouse: the keyboard's focus may be anywhere after a page or a dialog has closed."""
    from accessibletree import Atspi

    activate(run)
    place = run.table().get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    subprocess.run(["xdotool", "mousemove", str(place.x + 60), str(place.y + 50), "click", "1"], check=True)


def find_token(run, name):
    """By the search field; the token found is selected."""
    into_the_table(run)
    key("ctrl+f", "ctrl+a")
    type_text(name)
    run.wait(lambda: names(run) == [name], f"nothing but {name!r} in the list")
    into_the_table(run)  # its only row


def finds_it_by_name(run):
    everything = len(state["cloudflare"].ask("GET", "/user/tokens?per_page=50")[1])
    assert len(names(run)) >= everything, "the list is filtered already"
    find_token(run, MADE)
    run.shot("found.png")
    key("ctrl+f", "ctrl+a", "BackSpace")
    run.wait(lambda: len(names(run)) >= everything, "the whole list again")


def answer(run, name):
    """Presses that button of the question in front."""
    import accessibletree as tree

    button = run.wait(lambda: tree.find(tree.program("tokensmith"), "push button", name), f"button {name!r}")
    tree.press(button)


def rolls_its_secret(run):
    cloudflare = state["cloudflare"]
    assert cloudflare.accepts(state["secret"]), "the secret does not work to begin with"
    find_token(run, GIVEN)
    key("ctrl+shift+r")
    run.wait(lambda: question(run, "Roll"), "question before the roll")
    assert cloudflare.accepts(state["secret"]), "it was rolled before anybody agreed"
    answer(run, "Roll")
    run.wait(lambda: not cloudflare.accepts(state["secret"]), "end of the old secret")
    run.wait(lambda: question(run, "Done"), "the new secret")
    run.shot("rolled.png")
    answer(run, "Done")


def question(run, button):
    import accessibletree as tree

    return tree.find(tree.program("tokensmith"), "push button", button)


def disables_and_enables_it(run):
    cloudflare = state["cloudflare"]
    find_token(run, GIVEN)
    key("ctrl+d")
    run.wait(lambda: question(run, "Disable"), "question before disabling")
    # The details pane may have a button of that name as well: the dialog's is pressed by its key.
    answer_in_dialog(run, "Disable")
    run.wait(lambda: cloudflare.user_token(GIVEN)["status"] == "disabled", "disabled token")
    find_token(run, GIVEN)
    key("ctrl+d")
    run.wait(lambda: cloudflare.user_token(GIVEN)["status"] == "active", "token that works again")


def answer_in_dialog(run, name):
    import accessibletree as tree

    def button():
        program = tree.program("tokensmith")
        dialogs = [node for node in tree.walk(program) if tree.guarded(node.get_role_name, "") == "dialog"]
        return next((found for dialog in dialogs if (found := tree.find(dialog, "push button", name))), None)

    tree.press(run.wait(button, f"dialog with a button {name!r}"))


def revokes_it(run):
    cloudflare = state["cloudflare"]
    find_token(run, MADE)
    key("Delete")
    answer_in_dialog(run, "Cancel")
    assert cloudflare.user_token(MADE), "it was revoked although the answer was Cancel"
    find_token(run, MADE)
    key("Delete")
    answer_in_dialog(run, "Revoke")
    run.wait(lambda: not cloudflare.user_token(MADE), "end of the token")
    run.wait(lambda: MADE not in names(run), "list without it")
    run.shot("revoked.png")
    key("ctrl+f", "ctrl+a", "BackSpace")
    run.wait(lambda: GIVEN in names(run), "the others again")


def locks_and_unlocks(run):
    assert "isError" not in call_tool(run) or not call_tool(run)["isError"], "a client gets no answer to begin with"
    run.panel.choose("Lock now")
    run.wait(lambda: run.says("Tokensmith is locked"), "lock page")
    assert not run.table(), "the tokens can be seen behind the lock"
    refused = call_tool(run)
    assert refused.get("isError") and "locked" in json.dumps(refused), refused
    assert GIVEN not in json.dumps(refused), "the answer to a client tells a token's name"
    run.shot("locked.png")
    run.press("Unlock")
    run.wait(lambda: names(run), "tokens after unlocking")
    run.wait(lambda: not call_tool(run).get("isError"), "answer to a client")


def call_tool(run):
    url = json.loads(pathlib.Path(run.directory.name, "endpoint.json").read_text())["url"]
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "list_tokens", "arguments": {}}}
    request = urllib.request.Request(url, json.dumps(body).encode(),
                                     {"X-API-Key": CLIENT_KEY, "Content-Type": "application/json",
                                      "Accept": "application/json, text/event-stream"})
    with urllib.request.urlopen(request, timeout=20) as said:
        return json.load(said)["result"]


def ends(run):
    run.end()


CHECKS = (
    shows_the_list,
    makes_a_token,
    finds_it_by_name,
    rolls_its_secret,
    disables_and_enables_it,
    revokes_it,
    locks_and_unlocks,
    ends,
)

if __name__ == "__main__":
    if not shutil.which("gnome-keyring-daemon"):
        print("not installed: gnome-keyring")
        sys.exit(programrun.SKIPPED)
    try:
        status = programrun.main(__file__, __doc__, CHECKS)
    finally:
        if "cloudflare" in state:
            state["cloudflare"].stop()
            session.stop(state["keyring"])
    sys.exit(status)
