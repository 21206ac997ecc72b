#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the built desktop program on its sandbox and meets it as a person would: window, tray, second start, end.

    desktop_test.py --program build/release/bin/tokensmith --artifacts build/release/artifacts/e2e

Screenshots (light and dark) stay under --artifacts.
"""

import re
import socket
import subprocess
import sys

import programrun

AT_LEAST_TOKENS = 30
FIRST_WINDOW = 5.0  # s; generous, for a machine that does other things as well


def shows_the_tokens(run):
    import accessibletree as tree

    run.arguments.append("--sandbox")
    taken = run.start()
    assert taken < FIRST_WINDOW, f"the window took {taken:.1f} s"
    table = run.wait(run.table, "table of tokens")

    def names():
        found = tree.first_column(table)
        return found if len(found) >= AT_LEAST_TOKENS else None

    found = run.wait(names, f"{AT_LEAST_TOKENS} token names")
    assert len(set(found)) >= AT_LEAST_TOKENS, f"names repeat: {found}"
    assert tree.find(run.window(), "list item"), "the navigation has no entries"
    assert run.says("SANDBOX"), "nothing marks the sandbox"
    assert run.says("127.0.0.1:"), "the server's address is not shown"
    run.shot("tokens-light.png")
    painted = re.search(r"Window painted after (\d+) ms", run.log.read_text())
    return f"{len(found)} tokens, window painted after {painted.group(1)} ms"


def follows_the_colour_scheme(run):
    assert run.portal.asked, "the desktop was never asked for its preference"
    run.portal.switch_to(run.portal.DARK)
    run.wait(run.corner_is_dark, "dark window")
    run.shot("tokens-dark.png")
    run.portal.switch_to(run.portal.LIGHT)
    run.wait(lambda: not run.corner_is_dark(), "light window")


def shows_its_state_in_the_tray(run):
    run.wait(lambda: run.panel.item, "tray icon")
    menu = [text for text in run.wait(run.panel.menu, "tray menu").values() if text]
    assert menu[0].startswith("MCP on · 127.0.0.1:"), menu
    expected = ["Open Tokensmith", "New token…", "Copy server URL", "Pause all clients", "Lock now", "Settings…", "Quit…"]
    assert menu[-len(expected):] == expected, menu
    run.panel.choose("Pause all clients")
    run.wait(lambda: "Resume all clients" in run.panel.menu().values(), "pause")
    assert "MCP paused" in run.panel.tool_tip()
    run.panel.choose("Resume all clients")
    run.wait(lambda: "Pause all clients" in run.panel.menu().values(), "resume")


def hides_and_is_raised_by_a_second_start(run):
    close_window(run)
    run.wait(lambda: not run.window(), "hidden window")
    assert run.process.poll() is None, "closing the window ended the program although a tray is there"
    start_again(run)
    run.wait(lambda: is_in_front(run), "raised window")
    subprocess.run(["xdotool", "getactivewindow", "windowminimize"], check=True)
    run.wait(lambda: not is_in_front(run), "minimised window")
    start_again(run)
    run.wait(lambda: is_in_front(run), "window that is no longer minimised")
    close_window(run)
    run.wait(lambda: not run.window(), "hidden window")
    run.panel.activate()
    run.wait(lambda: is_in_front(run), "window from the tray")


def start_again(run):
    second = run.second_start("--page", "tokens")
    run.wait(lambda: second.poll() is not None, "end of the second start")
    assert second.returncode == 0, f"the second start ended with {second.returncode}: {second.stdout.read()}"


def is_in_front(run):
    """It has the keyboard, as the window manager and the program itself see it."""
    import accessibletree as tree

    title = subprocess.run(["xdotool", "getactivewindow", "getwindowname"], capture_output=True, text=True, check=False)
    window = run.window()
    return window and tree.is_active(window) and "Tokensmith" in title.stdout


def close_window(run):
    """With the window manager's own key: the same as its close button."""
    import accessibletree as tree

    run.wait(lambda: tree.is_active(run.window()), "active window")
    subprocess.run(["xdotool", "key", "alt+F4"], check=True)


def refuses_bad_usage(run):
    wrong = subprocess.run([str(run.program), "--no-such-flag"], capture_output=True, text=True, check=False, timeout=20)
    assert wrong.returncode == 2, f"an unknown flag ended with {wrong.returncode}"
    assert "no-such-flag" in wrong.stderr, wrong.stderr


def ends_on_sigterm(run):
    run.end()


def starts_dark_and_hidden(run):
    run.portal.preference = run.portal.DARK
    run.panel.item = None
    run.launch("--hidden")
    run.wait(lambda: run.panel.item, "tray icon")
    assert not run.window(), "--hidden showed a window"
    run.panel.choose("Open Tokensmith")
    run.wait(run.window, "window from the tray")
    run.wait(run.corner_is_dark, "dark window")


def quits_from_the_tray(run):
    import accessibletree as tree

    run.panel.choose("Quit…")
    confirm = run.wait(
        lambda: tree.find(tree.program("tokensmith"), "push button", "Quit Tokensmith"), "question before the end"
    )
    tree.press(confirm)
    run.wait(run.ended, "end after Quit", 10)
    assert run.process.returncode == 0, f"Quit ended it with {run.process.returncode}"


def explains_a_taken_port(run):
    run.portal.preference = run.portal.LIGHT
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        run.arguments[1] = str(port)
        run.start()
        run.wait(lambda: run.says(f"Port {port}"), "message that names the port")
        run.wait(lambda: tree_has_tokens(run), "tokens in spite of it")
        run.shot("port-taken.png")
    run.press("Try again")
    run.wait(lambda: run.says("MCP on"), "server after the port was freed")
    run.end()


def tree_has_tokens(run):
    import accessibletree as tree

    table = run.table()
    return table and len(tree.first_column(table)) >= AT_LEAST_TOKENS


def closing_ends_it_without_a_tray(run):
    run.panel.leave()
    run.arguments[1] = "0"
    run.start()
    close_window(run)
    run.wait(run.ended, "end after the window was closed", 10)
    assert run.process.returncode == 0, f"closing ended it with {run.process.returncode}"


CHECKS = (
    shows_the_tokens,
    follows_the_colour_scheme,
    shows_its_state_in_the_tray,
    hides_and_is_raised_by_a_second_start,
    refuses_bad_usage,
    ends_on_sigterm,
    starts_dark_and_hidden,
    quits_from_the_tray,
    explains_a_taken_port,
    closing_ends_it_without_a_tray,
)


if __name__ == "__main__":
    sys.exit(programrun.main(__file__, __doc__, CHECKS))
