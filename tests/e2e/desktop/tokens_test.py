#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of a token in the window, and what the simulated Cloudflare says of it: made, found, renamed, rolled,
disabled, revoked; and the lock.

    tokens_test.py --program build/release/bin/tokensmith --artifacts build/release/artifacts/e2e
"""

import json

import tokenspage as page
import world
from tokenspage import key, tree

MADE = "made-in-the-window"
RENAMED = "renamed-in-the-window"
GIVEN = "given-from-outside"
around = world.World()
state = {}


def shows_the_list(run):
    around.begin(run)
    state["secret"] = around.cloudflare.make_like_another(GIVEN)
    run.start()
    run.wait(lambda: GIVEN in page.names(run), "the token made outside")
    run.wait(lambda: run.panel.item, "tray icon")


def makes_a_token(run):
    cloudflare = around.cloudflare
    page.activate(run)
    key("ctrl+n")
    tree.set_text(run.wait(lambda: tree.find_editable(run.window(), "Name"), "field for the name"), MADE)
    while button := run.wait(lambda: next_button(run), "button to go on"):
        name = tree.guarded(button.get_name, "")
        if name == "Next: Limits":
            choose_a_permission(run)
        run.shot(f"create-{name.removeprefix('Next: ').lower().replace(' ', '-')}.png")
        assert not cloudflare.user_token(MADE), "the token was made before anybody agreed"
        tree.press(button)
        if name == "Create token":
            break
        run.wait(lambda n=name: not run.find("push button", n), f"page after {name!r}")
    run.wait(lambda: cloudflare.user_token(MADE), "token at Cloudflare")
    run.press("Done")
    run.wait(lambda: MADE in page.names(run), "the new token in the list")
    run.shot("created.png")
    return cloudflare.user_token(MADE)["policies"][0]["permission_groups"][0]["name"]


def choose_a_permission(run):
    field = run.wait(lambda: tree.find_editable(run.window(), "Find a permission"), "field to search")
    tree.set_text(field, "analytics")
    place = page.place_of(run.wait(lambda: permission_row(run, "Account Analytics"), "row of the permission"))
    page.click(place.x + 20, place.y + place.height // 2)
    key("Right")  # from None to Read
    run.wait(lambda: run.says("Chosen 1"), "permission that is chosen")


def permission_row(run, name):
    rows = (node for node in tree.walk(run.window()) if tree.guarded(node.get_role_name, "") == "list item")
    return next((row for row in rows if tree.guarded(row.get_name, "").startswith(name) and tree.is_showing(row)), None)


def next_button(run):
    for node in tree.walk(run.window()):
        name = tree.guarded(node.get_name, "")
        if (name.startswith("Next: ") or name == "Create token") and tree.guarded(node.get_role_name, "") == "push button":
            if tree.is_showing(node) and tree.is_enabled(node):
                return node
    return None


def finds_it_by_name(run):
    assert GIVEN in page.names(run), "the list is filtered already"
    page.find_token(run, MADE)
    run.shot("found.png")
    page.show_all(run, GIVEN)


def renames_it(run):
    cloudflare = around.cloudflare
    before = cloudflare.user_token(MADE)
    page.find_token(run, MADE)
    key("F2")
    field = page.in_dialog(run, "text", "Name")
    run.wait(lambda: tree.is_focused(field), "keyboard in the name")
    key("ctrl+a")
    page.type_text(RENAMED)
    page.in_dialog(run, "push button", "Save changes")
    run.shot("edit.png")
    assert cloudflare.user_token(MADE), "it was renamed before anybody agreed"
    page.answer(run, "Save changes")
    after = run.wait(lambda: cloudflare.user_token(RENAMED), "new name at Cloudflare")
    assert not cloudflare.user_token(MADE), "the old name is still there"
    assert after["id"] == before["id"], "it is another token"
    assert after["policies"] == before["policies"], "the new name changed what the token can do"
    page.search(run, RENAMED)
    run.wait(lambda: page.names(run) == [RENAMED], "new name in the list")
    page.show_all(run, GIVEN)


def rolls_its_secret(run):
    cloudflare = around.cloudflare
    assert cloudflare.accepts(state["secret"]), "the secret does not work to begin with"
    page.find_token(run, GIVEN)
    key("ctrl+shift+r")
    page.in_dialog(run, "push button", "Roll")
    assert cloudflare.accepts(state["secret"]), "it was rolled before anybody agreed"
    page.answer(run, "Roll")
    run.wait(lambda: not cloudflare.accepts(state["secret"]), "end of the old secret")
    page.in_dialog(run, "push button", "Done")
    run.shot("rolled.png")
    page.answer(run, "Done")


def disables_and_enables_it(run):
    cloudflare = around.cloudflare
    page.find_token(run, GIVEN)
    key("ctrl+d")
    page.answer(run, "Disable")
    run.wait(lambda: cloudflare.user_token(GIVEN)["status"] == "disabled", "disabled token")
    run.wait(lambda: "disabled" in page.states(run).get(GIVEN, "").lower(), "row of a disabled token")
    page.find_token(run, GIVEN)
    key("ctrl+d")
    run.wait(lambda: cloudflare.user_token(GIVEN)["status"] == "active", "token that works again")


def revokes_it(run):
    cloudflare = around.cloudflare
    page.find_token(run, RENAMED)
    key("Delete")
    page.answer(run, "Cancel")
    page.find_token(run, RENAMED)
    assert cloudflare.user_token(RENAMED), "it was revoked although the answer was Cancel"
    key("Delete")
    page.answer(run, "Revoke")
    run.wait(lambda: not cloudflare.user_token(RENAMED), "end of the token")
    run.wait(lambda: RENAMED not in page.names(run), "list without it")
    run.shot("revoked.png")
    page.show_all(run, GIVEN)


def locks_and_unlocks(run):
    assert not around.call_tool(run, "list_tokens").get("isError"), "a client gets no answer to begin with"
    run.panel.choose("Lock now")
    run.wait(lambda: run.says("Tokensmith is locked"), "lock page")
    assert not run.table(), "the tokens can be seen behind the lock"
    refused = around.call_tool(run, "list_tokens")
    assert refused.get("isError") and "locked" in json.dumps(refused), refused
    assert GIVEN not in json.dumps(refused), "the answer to a client tells a token's name"
    run.shot("locked.png")
    run.press("Unlock")
    run.wait(lambda: page.names(run), "tokens after unlocking")
    run.wait(lambda: not around.call_tool(run, "list_tokens").get("isError"), "answer to a client")


def ends(run):
    run.end()


CHECKS = (
    shows_the_list,
    makes_a_token,
    finds_it_by_name,
    renames_it,
    rolls_its_secret,
    disables_and_enables_it,
    revokes_it,
    locks_and_unlocks,
    ends,
)

if __name__ == "__main__":
    world.main(around, __file__, __doc__, CHECKS)
