# SPDX-License-Identifier: GPL-3.0-or-later
"""A private desktop for one test: X server, window manager, session bus with the accessibility bus, directories.

Nothing of the machine's own session is reached, and nothing it starts outlives it.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SKIPPED = 77  # what ctest reads as "skipped"
TOOLS = ("Xvfb", "openbox", "dbus-run-session", "import", "convert", "xdotool")
A11Y_SERVICE = pathlib.Path("/usr/share/dbus-1/services/org.a11y.Bus.service")

BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={root}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{root}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def missing():
    """Why this machine can't run the test, or None."""
    absent = [tool for tool in TOOLS if not shutil.which(tool)]
    if absent:
        return "not installed: " + " ".join(absent)
    if not A11Y_SERVICE.exists():
        return "not installed: at-spi2-core"
    try:
        import gi

        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError):
        return "not installed: python3-gi or gir1.2-atspi-2.0"
    return None


def require():
    """Ends this test as skipped where the machine can't run it."""
    reason = missing()
    if reason:
        print(reason)
        sys.exit(SKIPPED)


def run_inside(script, arguments):
    """Runs `script` again inside a new desktop and returns its exit status."""
    with tempfile.TemporaryDirectory(prefix="tokensmith-e2e-") as name:
        root = pathlib.Path(name)
        for folder in ("services", "run", "home", "config", "data", "cache"):
            (root / folder).mkdir(mode=0o700)
        service = A11Y_SERVICE.read_text()
        kept = [line for line in service.splitlines() if not line.startswith("SystemdService=")]
        (root / "services" / A11Y_SERVICE.name).write_text("\n".join(kept) + "\n")
        (root / "bus.conf").write_text(BUS_CONFIG.format(root=root))
        server, display = start_x_server(root)
        environment = clean_environment(root, display)
        manager = subprocess.Popen(["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for(lambda: managed(environment), "the window manager")
            command = ["dbus-run-session", f"--config-file={root}/bus.conf", "--", sys.executable, script, "--inside"]
            return subprocess.run(command + arguments, env=environment, check=False).returncode
        finally:
            for process in (manager, server):
                stop(process)


def start_x_server(root):
    """The server picks a free display itself, so that several tests can run at once."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"]
    with open(root / "xvfb.log", "wb") as log:
        server = subprocess.Popen(command, pass_fds=[writer], stdout=log, stderr=log)
    os.close(writer)
    with os.fdopen(reader) as answer:
        number = answer.readline().strip()
    if not number:
        raise RuntimeError("Xvfb did not start: " + (root / "xvfb.log").read_text())
    return server, ":" + number


def clean_environment(root, display):
    unwanted = ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "XAUTHORITY", "SESSION_MANAGER")
    environment = {key: value for key, value in os.environ.items() if key not in unwanted}
    environment.update(
        DISPLAY=display,
        HOME=str(root / "home"),
        XDG_RUNTIME_DIR=str(root / "run"),
        XDG_CONFIG_HOME=str(root / "config"),
        XDG_DATA_HOME=str(root / "data"),
        XDG_CACHE_HOME=str(root / "cache"),
        XDG_SESSION_TYPE="x11",
        XDG_CURRENT_DESKTOP="",
        QT_QPA_PLATFORM="xcb",
        QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
        NO_AT_BRIDGE="0",
        GSETTINGS_BACKEND="memory",
        LC_ALL="C.UTF-8",
        TZ="UTC",
    )
    return environment


def managed(environment):
    """Only a window manager says how many desktops there are."""
    return subprocess.run(["xdotool", "get_num_desktops"], env=environment, capture_output=True,
                          check=False).returncode == 0


def stop(process):
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()


def wait_for(condition, what, seconds=15):
    """Returns the first true answer of `condition`, or fails naming `what`."""
    from gi.repository import GLib

    end = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"no {what} within {seconds} s")
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.02)
