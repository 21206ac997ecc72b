# SPDX-License-Identifier: GPL-3.0-or-later
"""What is in the keyring of the test's own session, asked over the Secret Service."""

from desktopservices import session_bus
from gi.repository import Gio, GLib

SERVICE = "org.freedesktop.secrets"
ROOT = "/org/freedesktop/secrets"


def ask(path, interface, method, arguments):
    return session_bus().call_sync(SERVICE, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 5000,
                                   None)


def secrets():
    """The values of all items that are not locked."""
    _output, opened = ask(ROOT, "org.freedesktop.Secret.Service", "OpenSession",
                          GLib.Variant("(sv)", ("plain", GLib.Variant("s", ""))))
    unlocked, _locked = ask(ROOT, "org.freedesktop.Secret.Service", "SearchItems", GLib.Variant("(a{ss})", ({},)))
    if not unlocked:
        return []
    found, = ask(ROOT, "org.freedesktop.Secret.Service", "GetSecrets",
                 GLib.Variant("(aoo)", (unlocked, opened))).unpack()
    return [bytes(value) for _session, _parameters, value, _kind in found.values()]
