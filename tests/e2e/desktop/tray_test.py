#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tray icon in a real panel, lxqt-panel: drawn there, clicked with the mouse, its menu opened and used.

    tray_test.py --program build/release/bin/tokensmith --artifacts build/release/artifacts/e2e
"""

import os
import pathlib
import re
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
    assert not icon(run), "something is drawn in the panel before the program has begun"
    run.start()
    run.wait(lambda: run.panel.item, "icon that is registered at the panel")
    width, height, _x, _y = run.wait(lambda: icon(run), "picture in the panel")
    assert 12 <= width <= 48 and 12 <= height <= 48, f"the icon is {width} by {height} pixels"
    run.shot("panel.png")
    return run.panel.tool_tip()


def icon(run):
    """Width, height and place in the panel's window of what is drawn there, or None: there is only our icon."""
    panel = panel_windows(run)
    if not panel:
        return None
    shot = subprocess.run(["import", "-window", panel[0][0], "png:-"], capture_output=True, check=True).stdout
    drawn = subprocess.run(["convert", "png:-", "-format", "%k %@", "info:-"], input=shot, capture_output=True,
                           check=False).stdout.decode()
    colours, _space, box = drawn.partition(" ")
    if not colours.isdigit() or int(colours) < 8:
        return None
    return tuple(int(number) for number in re.split(r"[x+]", box))


def click_icon(run, button):
    width, height, x, y = run.wait(lambda: icon(run), "picture in the panel")
    middle = [str(x + width // 2), str(y + height // 2)]
    subprocess.run(["xdotool", "mousemove", "--window", panel_windows(run)[0][0], *middle, "click", str(button)],
                   check=True)


def hides_and_comes_back_with_a_click(run):
    page.activate(run)
    key("alt+F4")
    run.wait(lambda: not run.window(), "hidden window")
    assert run.process.poll() is None, "closing the window ended the program although a tray is there"
    click_icon(run, 1)
    run.wait(lambda: run.window() and tree.is_active(run.window()), "window from the tray, with the keyboard")


def quits_from_the_menu_in_the_panel(run):
    """With the right button; Up goes to the last entry."""
    entries = [text for text in run.wait(run.panel.menu, "tray menu").values() if text]
    assert entries[-1] == "Quit…", entries
    click_icon(run, 3)
    lines = 10 * len(entries)  # pixels at least; a tooltip is lower
    run.wait(lambda: any(height >= lines for _window, height in panel_windows(run)[1:]), "menu in the panel")
    run.shot("menu.png")
    key("Up", "Return")
    tree.press(page.in_dialog(run, "push button", "Quit Tokensmith"))
    run.wait(run.ended, "end after Quit", 10)
    assert run.process.returncode == 0, f"Quit ended it with {run.process.returncode}"


def panel_windows(run):
    """The ids of the panel's windows with their heights, the widest first: itself, then a menu or the icon's tooltip."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(run.panel.pid)], capture_output=True,
                           text=True, check=False).stdout.split()
    windows = []
    for window in found:
        said = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], capture_output=True, text=True,
                              check=False).stdout
        values = dict(line.split("=") for line in said.split())
        if "WIDTH" in values:  # else it has gone in between
            windows.append((int(values["WIDTH"]), int(values["HEIGHT"]), window))
    return [(window, height) for _width, height, window in sorted(windows, reverse=True)]


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
