#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tray icon in a real panel, lxqt-panel: drawn there, clicked with the mouse, its menu opened and used.

    tray_test.py --program build/release/bin/tokensmith --artifacts build/release/artifacts
"""

import os
import pathlib
import shutil
import subprocess
import sys

import programrun
import tokenspage as page
from tokenspage import key, tree

SETTINGS = """panels=panel1

[panel1]
plugins=statusnotifier
position=Bottom
desktop=0

[statusnotifier]
alignment=Right
type=statusnotifier
"""


def shows_its_icon_in_the_panel(run):
    run.arguments.append("--sandbox")
    run.start()
    run.wait(lambda: run.panel.item, "icon that is registered at the panel")
    run.wait(lambda: icon(run), "picture in the panel")
    run.shot("panel.png")
    return run.panel.tool_tip()


def icon(_run):
    """The only icon stands at the right end of the panel, at the bottom of the screen; True once it is drawn."""
    answer = subprocess.run(["import", "-window", "root", "-crop", "24x24+1372+872", "-format", "%k", "info:-"],
                            capture_output=True, text=True, check=True)
    return int(answer.stdout) > 8


def click_icon(_run, button):
    subprocess.run(["xdotool", "mousemove", "1384", "884", "click", str(button)], check=True)


def hides_and_comes_back_with_a_click(run):
    page.activate(run)
    key("alt+F4")
    run.wait(lambda: not run.window(), "hidden window")
    assert run.process.poll() is None, "closing the window ended the program although a tray is there"
    click_icon(run, 1)
    run.wait(run.window, "window from the tray")


def quits_from_the_menu_in_the_panel(run):
    """With the right button; Quit is the last entry."""
    click_icon(run, 3)
    run.wait(lambda: popup(run), "menu in the panel")
    run.shot("menu.png")
    key("Up", "Return")
    tree.press(page.in_dialog(run, "push button", "Quit Tokensmith"))
    run.wait(run.ended, "end after Quit", 10)
    assert run.process.returncode == 0, f"Quit ended it with {run.process.returncode}"


def popup(run):
    """The panel has a second window while its menu is open."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(run.panel.pid)], capture_output=True,
                           text=True, check=False).stdout.split()
    return len(found) > 1


CHECKS = (
    shows_its_icon_in_the_panel,
    hides_and_comes_back_with_a_click,
    quits_from_the_menu_in_the_panel,
)


def start_panel():
    """Its settings are written where the desktop of this test looks."""
    import desktopservices

    settings = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "panel.conf")
    settings.write_text(SETTINGS)
    return desktopservices.RealPanel(["lxqt-panel", "--config", str(settings)])


if __name__ == "__main__":
    if not shutil.which("lxqt-panel"):
        print("not installed: lxqt-panel")
        sys.exit(programrun.SKIPPED)
    sys.exit(programrun.main(__file__, __doc__, CHECKS, start_panel))
