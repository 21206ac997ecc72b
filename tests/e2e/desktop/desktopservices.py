# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop offers a program over the session bus, as far as the test needs it: the settings portal with its
colour scheme, and the panel's StatusNotifierWatcher; or a real panel.

They answer from a thread of their own: the program asks them at times while the test waits for the program.
"""

import functools
import subprocess
import threading

import session
from gi.repository import Gio, GLib

PORTAL = """
<node><interface name="org.freedesktop.portal.Settings">
  <method name="Read"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>
  <signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
</interface></node>
"""
WATCHER = """
<node><interface name="org.kde.StatusNotifierWatcher">
  <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
  <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
  <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
  <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
  <property name="ProtocolVersion" type="i" access="read"/>
  <signal name="StatusNotifierItemRegistered"><arg type="s"/></signal>
  <signal name="StatusNotifierHostRegistered"/>
</interface></node>
"""
NOTIFICATIONS = """
<node><interface name="org.freedesktop.Notifications">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>
"""


@functools.cache  # GLib closes a connection that nobody holds, and with it goes what was registered on it
def session_bus():
    return Gio.bus_get_sync(Gio.BusType.SESSION, None)


def has_owner(name):
    answer = session_bus().call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                     "NameHasOwner", GLib.Variant("(s)", (name,)), None, Gio.DBusCallFlags.NONE,
                                     5000, None)
    return answer.unpack()[0]


def switch_accessibility_on():
    """Programs tell the accessibility bus about their windows only while this says so; the call starts that bus."""
    for switch in ("IsEnabled", "ScreenReaderEnabled"):
        setting = GLib.Variant("(ssv)", ("org.a11y.Status", switch, GLib.Variant("b", True)))
        session_bus().call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", setting,
                                None, Gio.DBusCallFlags.NONE, 10000, None)


class Service:
    """An object on the bus under a well-known name; answers as soon as the constructor is done."""

    def __init__(self, name, path, description):
        ready = threading.Event()
        threading.Thread(target=self._serve, args=(name, path, description, ready), daemon=True).start()
        if not ready.wait(10):
            raise AssertionError(f"the bus did not give us the name {name}")

    def _serve(self, name, path, description, ready):
        context = GLib.MainContext.new()
        context.push_thread_default()
        interface = Gio.DBusNodeInfo.new_for_xml(description).interfaces[0]
        session_bus().register_object(path, interface, self._call, self._property, None)
        self._owning = Gio.bus_own_name_on_connection(session_bus(), name, Gio.BusNameOwnerFlags.NONE,
                                                      lambda *_: ready.set(), None)
        GLib.MainLoop.new(context, False).run()

    def leave(self):
        """As if the program that offers it had ended."""
        Gio.bus_unown_name(self._owning)

    def _call(self, _bus, _sender, _path, _interface, _method, _arguments, invocation):
        raise NotImplementedError

    def _property(self, _bus, _sender, _path, _interface, name):
        raise NotImplementedError


class Portal(Service):
    """Says "light" until told otherwise."""

    LIGHT, DARK = 2, 1
    PATH = "/org/freedesktop/portal/desktop"

    def __init__(self):
        self.preference = Portal.LIGHT
        self.asked = 0
        super().__init__("org.freedesktop.portal.Desktop", self.PATH, PORTAL)

    def _call(self, _bus, _sender, _path, _interface, _method, _arguments, invocation):
        self.asked += 1
        value = GLib.Variant("v", GLib.Variant("u", self.preference))
        invocation.return_value(GLib.Variant("(v)", (value,)))

    def switch_to(self, preference):
        self.preference = preference
        change = ("org.freedesktop.appearance", "color-scheme", GLib.Variant("u", preference))
        session_bus().emit_signal(None, self.PATH, "org.freedesktop.portal.Settings", "SettingChanged",
                                  GLib.Variant("(ssv)", change))


class Notices(Service):
    """Messages that nobody sees; `shown` has the titles of those that were not taken back, by their ids."""

    NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"

    def __init__(self):
        self.shown = {}
        self._last = 0
        super().__init__(self.NAME, self.PATH, NOTIFICATIONS)

    def _call(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (["actions", "body"],)))
        elif method == "Notify":
            self._last += 1
            self.shown[self._last] = arguments.unpack()[3]
            invocation.return_value(GLib.Variant("(u)", (self._last,)))
        else:
            self.shown.pop(arguments.unpack()[0], None)
            invocation.return_value(None)

    def choose(self, title):
        """A click on it."""
        number = next(number for number, text in self.shown.items() if text == title)
        session_bus().emit_signal(None, self.PATH, self.NAME, "ActionInvoked", GLib.Variant("(us)", (number, "default")))


class TrayIcon:
    """What a panel asks the icon at the bus name `item`."""

    item = None

    def menu(self):
        """The texts of the icon's menu by their ids, in order."""
        answer = self._ask("/MenuBar", "com.canonical.dbusmenu", "GetLayout", GLib.Variant("(iias)", (0, -1, [])))
        _revision, (_id, _properties, children) = answer.unpack()
        return {child[0]: child[1].get("label", "").replace("_", "") for child in children}

    def choose(self, label):
        ids = [number for number, text in self.menu().items() if text == label]
        assert ids, f"no menu entry {label!r} in {list(self.menu().values())}"
        event = GLib.Variant("(isvu)", (ids[0], "clicked", GLib.Variant("s", ""), 0))
        self._ask("/MenuBar", "com.canonical.dbusmenu", "Event", event)

    def activate(self):
        self._ask("/StatusNotifierItem", "org.kde.StatusNotifierItem", "Activate", GLib.Variant("(ii)", (0, 0)))

    def tool_tip(self):
        get = GLib.Variant("(ss)", ("org.kde.StatusNotifierItem", "ToolTip"))
        answer = self._ask("/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", get)
        return answer.unpack()[0][2]

    def _ask(self, path, interface, method, arguments):
        return session_bus().call_sync(self.item, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                       5000, None)


class RealPanel(TrayIcon):
    """A program that draws a tray; here as soon as it offers one."""

    def __init__(self, command):
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.pid = self._process.pid
        session.wait_for(lambda: self._watcher("IsStatusNotifierHostRegistered"), f"tray of {command[0]}")

    @property
    def item(self):
        items = self._watcher("RegisteredStatusNotifierItems")
        return items[0].partition("/")[0] if items else None

    def leave(self):
        session.stop(self._process)

    def _watcher(self, name):
        """A property of the panel's watcher; None while there is no watcher."""
        get = GLib.Variant("(ss)", ("org.kde.StatusNotifierWatcher", name))
        try:
            answer = session_bus().call_sync("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher",
                                             "org.freedesktop.DBus.Properties", "Get", get, None,
                                             Gio.DBusCallFlags.NONE, 5000, None)
        except GLib.Error:
            return None
        return answer.unpack()[0]


class Panel(Service, TrayIcon):
    """A panel with a tray that nobody sees. `item` is None until an icon has registered."""

    def __init__(self):
        super().__init__("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", WATCHER)

    def _call(self, _bus, sender, _path, _interface, method, _arguments, invocation):
        if method == "RegisterStatusNotifierItem":
            self.item = sender
        invocation.return_value(None)

    def _property(self, _bus, _sender, _path, _interface, name):
        values = {
            "IsStatusNotifierHostRegistered": GLib.Variant("b", True),
            "RegisteredStatusNotifierItems": GLib.Variant("as", [self.item] if self.item else []),
            "ProtocolVersion": GLib.Variant("i", 0),
        }
        return values[name]
