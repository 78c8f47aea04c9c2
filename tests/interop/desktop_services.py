"""What a desktop offers a program on D-Bus, by python3-dbusmock: two buses, a tray, notifications, inhibitors, a screen saver, logind."""
import base64
import contextlib
import hashlib
import os
import subprocess
from dataclasses import dataclass

import dbus
import dbusmock
from dbusmock import MOCK_IFACE

from sandbox import Failure, need, wait_for

WATCHER = "org.kde.StatusNotifierWatcher"
NOTIFICATIONS = "org.freedesktop.Notifications"
POWER = "org.freedesktop.PowerManagement"
GNOME = "org.gnome.SessionManager"
SAVER = "org.freedesktop.ScreenSaver"
LOGIND = "org.freedesktop.login1"
SESSION = "/org/freedesktop/login1/session/c7"
MENU = "com.canonical.dbusmenu"


@dataclass
class Mock:
    """A service that remembers what it was asked for."""
    process: subprocess.Popen
    bus: dbus.Bus
    name: str
    path: str
    interface: str

    def object(self, path=None):
        return self.bus.get_object(self.name, path or self.path, introspect=False)

    def calls(self, method):
        """The arguments of each call, in order."""
        return [list(arguments) for _, name, arguments in dbus.Interface(self.object(), MOCK_IFACE).GetCalls() if name == method]

    def wait_call(self, method, number=1, timeout=20):
        return wait_for(f"call {number} of {self.name}'s {method}", lambda: self.calls(method)[number - 1:number], timeout)[0]

    def emit(self, signal, signature, *arguments, path=None, interface=None):
        dbus.Interface(self.object(path), MOCK_IFACE).EmitSignal(interface or self.interface, signal, signature, dbus.Array(arguments, signature="v"))

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


class Services(contextlib.AbstractContextManager):
    def __init__(self):
        self.mocks = []
        self.buses = []

    def __enter__(self):
        for variable in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
            bus = subprocess.Popen([need("dbus-daemon"), "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True)
            self.buses.append(bus)
            os.environ[variable] = bus.stdout.readline().strip()
        return self

    def __exit__(self, *_):
        for mock in self.mocks:
            if mock.process.poll() is None:
                mock.stop()
        for bus in self.buses:
            bus.terminate()
            bus.wait(10)
            bus.stdout.close()

    def offer(self, name, path, interface, methods, system=False):
        process = dbusmock.DBusTestCase.spawn_server(name, path, interface, system_bus=system, stdout=subprocess.DEVNULL)
        mock = Mock(process, dbusmock.DBusTestCase.get_dbus(system), name, path, interface)
        self.mocks.append(mock)
        dbus.Interface(mock.object(), MOCK_IFACE).AddMethods(interface, dbus.Array(methods, signature="(ssss)"))
        return mock

    def tray(self):
        mock = self.offer(WATCHER, "/StatusNotifierWatcher", WATCHER, [("RegisterStatusNotifierItem", "s", "", "")])
        dbus.Interface(mock.object(), MOCK_IFACE).AddProperties(
            WATCHER, dbus.Dictionary({"IsStatusNotifierHostRegistered": True, "ProtocolVersion": dbus.Int32(0)}, signature="sv"))
        return mock

    def notifications(self, capabilities):
        return self.offer(NOTIFICATIONS, "/org/freedesktop/Notifications", NOTIFICATIONS, [
            ("GetCapabilities", "", "as", f"ret = {capabilities!r}"), ("CloseNotification", "u", "", ""),
            ("Notify", "susssasa{sv}i", "u", f"ret = len([c for c in self.call_log if c[1] == 'Notify'])")])

    def power_management(self):
        return self.offer(POWER, "/org/freedesktop/PowerManagement/Inhibit", POWER + ".Inhibit",
                          [("Inhibit", "ss", "u", "ret = 41"), ("UnInhibit", "u", "", "")])

    def gnome(self):
        return self.offer(GNOME, "/org/gnome/SessionManager", GNOME, [("Inhibit", "susu", "u", "ret = 42"), ("Uninhibit", "u", "", "")])

    def screen_saver(self):
        return self.offer(SAVER, "/ScreenSaver", SAVER, [("GetActive", "", "b", "ret = False")])

    def logind(self):
        process, _ = dbusmock.DBusTestCase.spawn_server_template("logind", {}, stdout=subprocess.DEVNULL)
        mock = Mock(process, dbusmock.DBusTestCase.get_dbus(True), LOGIND, "/org/freedesktop/login1", LOGIND + ".Manager")
        self.mocks.append(mock)
        control = dbus.Interface(mock.object(), MOCK_IFACE)
        control.AddMethod(mock.interface, "GetSessionByPID", "u", "o", f"ret = '{SESSION}'")
        control.AddObject(SESSION, LOGIND + ".Session", dbus.Dictionary({}, signature="sv"), dbus.Array([], signature="(ssss)"))
        return mock


def inhibitors(logind):
    return [[str(part) for part in one[:4]] for one in dbus.Interface(logind.object(), logind.interface).ListInhibitors()]


class TrayItem:
    """The program's icon, as the desktop's panel sees it."""

    def __init__(self, tray, number=1):
        """Of the program that has registered as the `number`th."""
        self.bus = tray.bus
        self.name = str(tray.wait_call("RegisterStatusNotifierItem", number)[0])
        self.item = self.bus.get_object(self.name, "/StatusNotifierItem", introspect=False)
        self.menu = self.bus.get_object(self.name, self.property("Menu"), introspect=False)

    def property(self, name):
        return dbus.Interface(self.item, dbus.PROPERTIES_IFACE).Get("org.kde.StatusNotifierItem", name)

    def tool_tip(self):
        _, _, title, text = self.property("ToolTip")
        return f"{title}\n{text}"

    def activate(self):
        dbus.Interface(self.item, "org.kde.StatusNotifierItem").Activate(dbus.Int32(0), dbus.Int32(0))

    def entries(self):
        """Text and number of what the menu shows."""
        dbus.Interface(self.menu, MENU).AboutToShow(dbus.Int32(0))
        _, (_, _, children) = dbus.Interface(self.menu, MENU).GetLayout(dbus.Int32(0), dbus.Int32(-1), dbus.Array([], signature="s"))
        found = {}
        for number, properties, _ in children:
            if properties.get("visible", True) and properties.get("type") != "separator":
                found[str(properties["label"]).replace("_", "")] = int(number)
        return found

    def click(self, text):
        entries = self.entries()
        if text not in entries:
            raise Failure(f"the tray's menu has no \"{text}\": {list(entries)}")
        dbus.Interface(self.menu, MENU).Event(dbus.Int32(entries[text]), "clicked", dbus.String("", variant_level=1), dbus.UInt32(0))


def password_hash(password):
    salt = os.urandom(16)
    key = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, 1000)
    return f"pbkdf2-sha512$1000${base64.b64encode(salt).decode()}${base64.b64encode(key).decode()}"
