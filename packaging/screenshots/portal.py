#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""portal.py light|dark: the part of a desktop portal that says which of the two is wanted, for screenshots.sh.

Prints "ready" when it can be asked, and runs until it is ended.
"""

import sys

from gi.repository import Gio, GLib

INTERFACE = """<node><interface name="org.freedesktop.portal.Settings">
  <method name="Read"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>
</interface></node>"""
SCHEMES = {"dark": 1, "light": 2}


def main():
    scheme = SCHEMES[sys.argv[1]]

    def called(_bus, _sender, _path, _interface, _method, arguments, invocation):
        if arguments.unpack() == ("org.freedesktop.appearance", "color-scheme"):
            invocation.return_value(GLib.Variant("(v)", (GLib.Variant("v", GLib.Variant("u", scheme)),)))
        else:
            invocation.return_dbus_error("org.freedesktop.portal.Error.NotFound", "Requested setting not found")

    def own(bus, _name):
        node = Gio.DBusNodeInfo.new_for_xml(INTERFACE)
        bus.register_object("/org/freedesktop/portal/desktop", node.interfaces[0], called, None, None)

    Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.portal.Desktop", Gio.BusNameOwnerFlags.NONE, own,
                     lambda *_: print("ready", flush=True), lambda *_: sys.exit(1))
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
