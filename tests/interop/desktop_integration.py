#!/usr/bin/python3
"""The desktop program on a desktop: tray and its menu, notifications and their buttons, no sleep while it downloads, the lock.

The desktop's services are python3-dbusmock's; the program, the display server, the window manager and the downloads are real.
"""
import os
import random
import sys
from pathlib import Path

import dbus
from Xlib import X
from Xlib import display as xlib
from Xlib.protocol import event

import contents
import sandbox
from desktop import Desktop
from desktop_services import LOGIND, SESSION, Services, TrayItem, inhibitors, password_hash
from sandbox import Failure, wait_for, workspace
from trackers import OpenTracker
from tributary import Tributary

PASSWORD = "over the shoulder"
NAME = "<b>an album</b> & more"
RATE = 1_024_000  # bytes per second, so that a download takes a while
SCALE = 7
SETTINGS = f"""[desktop]
close_to_tray=true
[lock]
hash="{password_hash(PASSWORD)}"
"""


def check(good, what):
    if not good:
        raise Failure(what)
    print(f"ok      {what}", flush=True)


class Installed(Desktop):
    """With folders of its own, and a file manager that only writes down what it was to show."""

    def prepare(self):
        self.opened = self.folder / "opened"
        tools = self.folder / "bin"
        tools.mkdir()
        opener = tools / "xdg-open"
        opener.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" >> '{self.opened}'\n")
        opener.chmod(0o755)
        profile = self.folder / "profile"
        profile.mkdir(mode=0o700)
        (profile / "window.ini").write_text(SETTINGS)
        self.environment["PATH"] = f"{tools}:{os.environ['PATH']}"
        for name in ("XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "BROWSER"):
            os.environ.pop(name, None)

    def close_window(self):
        """As often as it takes: a window that has just been mapped may not listen yet."""
        def closed():
            for window in self.windows():
                self.send_delete(window)
            return not self.windows()

        wait_for("end of the window", closed, 20, 0.5)
        self.program.check_alive()

    def send_delete(self, number):
        """As the window manager does when its button is pressed."""
        connection = xlib.Display(self.environment["DISPLAY"])
        window = connection.create_resource_object("window", int(number))
        protocols, remove = connection.intern_atom("WM_PROTOCOLS"), connection.intern_atom("WM_DELETE_WINDOW")
        window.send_event(event.ClientMessage(window=window, client_type=protocols, data=(32, [remove, X.CurrentTime, 0, 0, 0])))
        connection.flush()
        connection.close()

    def wait_hidden(self):
        wait_for("end of the window", lambda: not self.windows(), 20)
        self.program.check_alive()

    def wait_shown(self):
        return wait_for("window", self.windows, 20)[0]

    def type_password(self, text):
        window = self.wait_shown()
        self.x("windowactivate", "--sync", window)
        self.x("type", "--window", window, text)
        self.press(window, "Return")

    def quit_in_order(self, tray=None):
        """By the tray's menu, where there is one."""
        if tray:
            tray.click("Quit")
            if self.program.process.wait(20) != 0:
                raise Failure(f"ended with {self.program.process.returncode}: {self.program.last_words()}")
        else:
            self.quit()


def ways_to_stay_awake(ours, torrent, services):
    """What the desktop has of the three is asked; each start of the program goes on with the same download."""
    logind = services.logind()
    ours.start()
    # As shipped it would be a peer on each of the sandbox's addresses, the giver's too, of which libtorrent keeps one peer each.
    ours.daemon.call("set", values={"network/interfaces": ours.address})
    ours.daemon.call("add", sources=[str(torrent.path)])
    wait_for("inhibitor of logind", lambda: inhibitors(logind), 90) # the download finds its peer in its own time
    what, who, why, mode = inhibitors(logind)[0]
    check((what, who, mode) == ("idle", "Tributary", "block") and why, "logind is asked where the desktop does nothing")
    ours.quit()
    wait_for("end of logind's inhibitor", lambda: not inhibitors(logind), 10)
    gnome = services.gnome()
    ours.start()
    arguments = gnome.wait_call("Inhibit", timeout=90)
    check(arguments[0] == "Tributary" and int(arguments[3]) == 4, "GNOME's session manager is asked")
    ours.quit()
    check([int(cookie) for cookie, in gnome.calls("Uninhibit")] == [42], "and told when it is over")
    return logind


def tray_and_window(ours, item):
    check("Tributary" in item.tool_tip() and "↓" in item.tool_tip(), "the tray's icon tells the speeds")
    expected = ["Hide the window", "Start all", "Stop all", "Alternative limits", "Add link…", "Lock the window", "Quit"]
    check(list(item.entries()) == expected, f"its menu is complete: {list(item.entries())}")
    item.click("Hide the window")
    ours.wait_hidden()
    item.click("Show the window")
    ours.wait_shown()
    check("Hide the window" in item.entries(), "the window goes and comes by the menu")
    ours.close_window()
    item.activate()
    ours.wait_shown()
    check(True, "closed it stays in the tray, and a click brings it back")
    item.click("Alternative limits")
    wait_for("alternative limits", lambda: ours.daemon.call("status")["alternativeLimits"], 10)
    item.click("Alternative limits")
    wait_for("usual limits", lambda: not ours.daemon.call("status")["alternativeLimits"], 10)
    item.click("Stop all")
    wait_for("stopped torrent", lambda: ours.daemon.call("list")["torrents"][0]["state"] == "stopped", 10)
    item.click("Start all")
    wait_for("started torrent", lambda: ours.daemon.call("list")["torrents"][0]["state"] != "stopped", 10)
    check(True, "its entries act on all torrents")


def told_of_the_end(ours, torrent, notifications):
    """The window is hidden."""
    ours.wait_complete(torrent, 120)
    application, _, _, title, body, actions, hints, _ = notifications.wait_call("Notify")
    check(application == "Tributary" and title == "Download complete", f"a completion is told: {title}")
    check(body == "&lt;b&gt;an album&lt;/b&gt; &amp; more", f"a name is no markup: {body}")
    check([str(action) for action in actions[::2]] == ["default", "folder"] and hints["desktop-entry"] == "tributary", "it has its buttons")
    notifications.emit("ActionInvoked", "us", dbus.UInt32(1), "folder")
    wait_for("file manager", ours.opened.exists, 10)
    expected = (Path(ours.downloads(torrent)) / torrent.name).as_uri()
    check(ours.opened.read_text().strip() in (expected, str(Path(ours.downloads(torrent)) / torrent.name)), "one opens the folder")
    check(not ours.windows(), "and shows nothing else")
    notifications.emit("ActionInvoked", "us", dbus.UInt32(77), "default")
    notifications.emit("ActionInvoked", "us", dbus.UInt32(1), "default")
    ours.wait_shown()
    check(len(notifications.calls("Notify")) == 1, "the other one shows the window, and nothing was told twice")


def locking(ours, item, saver, logind, notifications):
    def expect_locked(how):
        wait_for(f"lock after {how}", lambda: list(item.entries()) == ["Hide the window", "Quit"], 10)
        check("/s" not in item.tool_tip(), f"{how} locks: the tray tells nothing")

    def unlock():
        ours.type_password(PASSWORD)
        wait_for("unlocked window", lambda: "Stop all" in item.entries(), 20)

    saver.emit("ActiveChanged", "b", False)
    check("Stop all" in item.entries(), "the screen saver's end locks nothing")
    saver.emit("ActiveChanged", "b", True)
    expect_locked("the screen saver")
    check(len(notifications.calls("CloseNotification")) == 1, "what was to be seen of notifications is taken away")
    ours.press(ours.wait_shown(), "ctrl+shift+o")
    ours.type_password("wrong")
    check(len(ours.windows()) == 1 and list(item.entries()) == ["Hide the window", "Quit"], "no key and no wrong password opens it")
    unlock()
    logind.emit("PrepareForSleep", "b", True)
    expect_locked("sleep")
    unlock()
    logind.emit("Lock", "", path=SESSION, interface=LOGIND + ".Session")
    expect_locked("logind")
    ours.quit_in_order(item)
    check(True, "a locked window can be ended")


def locked_again(ours, tray):
    """Over a restart; and with the tray gone the window comes back, locked."""
    before = len(tray.calls("RegisterStatusNotifierItem"))
    ours.start()
    item = TrayItem(tray, before + 1)
    check(list(item.entries()) == ["Hide the window", "Quit"], "it is locked again after a restart")
    ours.close_window()
    tray.stop()
    wait_for("window whose tray has gone", ours.windows, 30)
    check(True, "a window whose tray has gone comes back")
    ours.type_password(PASSWORD)
    ours.daemon.call("shutdown")
    if ours.program.process.wait(20) != 0:
        raise Failure(f"ended with {ours.program.process.returncode}: {ours.program.last_words()}")


def main():
    sandbox.enter(seconds=450)
    seed = random.SystemRandom().randrange(1 << 31)
    print(f"seed {seed}", flush=True)
    with workspace() as folder, Services() as services:
        tracker = OpenTracker()
        torrent = contents.make_v1(folder, "multi", tracker.announce, seed, scale=SCALE)
        tracker.start(folder, torrent)
        giver = Tributary(folder, 2)
        giver.start(upload_limit=RATE)
        giver.add(torrent, torrent.content)
        giver.wait_complete(torrent)
        tracker.wait_for_seed(torrent)
        ours = Installed(folder, 3)
        with ours.display():
            ours.prepare()
            logind = ways_to_stay_awake(ours, torrent, services)
            power, tray, saver = services.power_management(), services.tray(), services.screen_saver()
            notifications = services.notifications(["body", "body-markup", "actions"])
            ours.start()
            ours.daemon.call("rename", id=torrent.v1, name=NAME)
            item = TrayItem(tray)
            tray_and_window(ours, item)
            ours.close_window()
            check(power.wait_call("Inhibit", timeout=90)[0] == "Tributary", "KDE's power management is asked first")
            told_of_the_end(ours, torrent, notifications)
            locking(ours, item, saver, logind, notifications)
            check([int(cookie) for cookie, in power.calls("UnInhibit")] == [41], "and told when the program ends")
            locked_again(ours, tray)
        giver.stop()
        tracker.stop()
    print("ok", flush=True)


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"FAILED  {failure}")
