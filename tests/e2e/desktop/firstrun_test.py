#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first run as a person has it: a simulated Cloudflare beside the program, a real keyring that comes late.

    firstrun_test.py --program build/release/bin/tokensmith --artifacts build/release/artifacts/e2e
"""

import json
import shutil
import subprocess
import sys

import programrun

WRONG_TOKEN = "cfut_" + "w" * 48
cloudflare = {}  # what the simulated Cloudflare says of itself, and its process


def start_cloudflare(run):
    process = subprocess.Popen([str(run.program.parent / "tokensmith-sandbox")], stdout=subprocess.PIPE, text=True)
    cloudflare.update(json.loads(process.stdout.readline()), process=process)
    run.arguments += ["--api-base", cloudflare["api"]]


def start_keyring():
    """Unlocked with a password of this test; in the test's own home directory."""
    keyring = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                               stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    keyring.stdin.write(b"test")
    keyring.stdin.close()


def type_token(run, text):
    import accessibletree as tree

    field = run.wait(lambda: tree.find_editable(run.window(), "Bootstrap token"), "field for the token")
    tree.set_text(field, text)


def says_that_there_is_no_keychain(run):
    start_cloudflare(run)
    run.start()
    run.wait(lambda: run.says("Connect Cloudflare"), "first-run page")
    run.wait(lambda: run.says("No file, log or backup of Tokensmith ever holds a secret."), "words about the keychain")
    run.wait(lambda: run.find("push button", "Look again"), "button to look for the keychain again")
    run.shot("first-run-no-keychain.png")


def names_a_wrong_token(run):
    start_keyring()
    run.wait(keyring_owns_its_name, "keyring")
    run.press("Look again")
    run.wait(lambda: run.says("GNOME Keyring is ready."), "ready keyring")
    type_token(run, WRONG_TOKEN)
    run.press("Check and connect")
    run.wait(lambda: run.says("Cloudflare accepts it, and it is active: failed"), "failed check")
    run.shot("first-run-wrong-token.png")


def keyring_owns_its_name():
    import desktopservices

    return desktopservices.has_owner("org.freedesktop.secrets")


def connects(run):
    import accessibletree as tree

    type_token(run, cloudflare["bootstrapToken"])
    run.press("Check and connect")
    run.wait(lambda: run.says("The keychain on this computer can hold it: done"), "four passed checks")
    assert run.says("A user token."), "what was found is not shown"
    assert cloudflare["bootstrapToken"] not in str(
        [tree.guarded(node.get_name, "") for node in tree.walk(run.window())]), "the token can be read off the window"
    run.shot("first-run-found.png")
    run.press("Connect")
    run.wait(run.table, "table of tokens")
    run.end()


def asks_no_more(run):
    import accessibletree as tree

    run.start()
    table = run.wait(run.table, "table of tokens")
    run.wait(lambda: len(tree.first_column(table)) > 1, "tokens")
    assert not run.says("Connect Cloudflare"), "the first-run page is there again"
    run.end()


CHECKS = (says_that_there_is_no_keychain, names_a_wrong_token, connects, asks_no_more)

if __name__ == "__main__":
    if not shutil.which("gnome-keyring-daemon"):
        print("not installed: gnome-keyring")
        sys.exit(programrun.SKIPPED)
    try:
        status = programrun.main(__file__, __doc__, CHECKS)
    finally:
        if cloudflare:
            cloudflare["process"].terminate()
    sys.exit(status)
