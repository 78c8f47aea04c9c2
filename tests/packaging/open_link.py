#!/usr/bin/python3
"""`xdg-open magnet:…` on a desktop where Tributary is installed and the default: it starts the window, and reaches the one that runs.

Installed into a prefix of its own, with folders of its own: nothing of this machine's desktop takes part. In its own network.
"""
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "interop"))

import sandbox  # noqa: E402
from desktop import Desktop  # noqa: E402
from sandbox import Failure, Program, need, wait_for, workspace  # noqa: E402
from tributary import Daemon  # noqa: E402

FIRST = "magnet:?xt=urn:btih:" + "1" * 40 + "&dn=first%20link&tr=http%3A%2F%2F198.18.7.1%3A1%2Fannounce"
SECOND = "magnet:?xt=urn:btih:" + "2" * 40 + "&dn=second"
DESKTOP_VARIABLES = ("XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "KDE_FULL_SESSION", "GNOME_DESKTOP_SESSION_ID", "WAYLAND_DISPLAY", "BROWSER")


class InstalledDesktop(Desktop):
    """Started as the desktop starts it: by its name, with the user's own profile."""

    def install(self):
        prefix = self.folder / "usr"
        subprocess.run([need("cmake"), "--install", sandbox.build_folder(), "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
        home = self.folder / "home"
        for name in ("data", "config", "runtime", "Downloads"):
            (home / name).mkdir(parents=True, mode=0o700)
        self.environment.update({
            "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_RUNTIME_DIR": str(home / "runtime"), "XDG_DATA_DIRS": f"{prefix}/share:/usr/share", "XDG_CONFIG_DIRS": str(home / "none"),
            "PATH": f"{prefix}/bin:{os.environ['PATH']}"})
        for name in DESKTOP_VARIABLES:
            os.environ.pop(name, None)
        self.profile = home / "data" / "Tributary"
        self.daemon = Daemon(self.profile)

    def desktop_tool(self, *command):
        return subprocess.run([need(command[0]), *command[1:]], env={**os.environ, **self.environment}, capture_output=True, text=True, timeout=60)

    def open_link(self, link, number):
        """xdg-open stays while the program that it started runs."""
        return Program([need("xdg-open"), link], self.folder / f"opened-{number}", env=self.environment)

    def wait_windows(self, what, count):
        return wait_for(what, lambda: [windows for windows in [self.windows()] if len(windows) == count], 60)[0]

    def dismiss_dialog(self):
        """Escape, as often as it takes: the window itself does nothing on it."""
        def alone():
            windows = self.windows()
            if len(windows) == 1:
                return True
            for window in windows:
                self.press(window, "Escape")
            return False

        wait_for("one window", alone, 30, 0.5)


def become_default(desktop):
    done = desktop.desktop_tool("xdg-mime", "default", "tributary.desktop", "x-scheme-handler/magnet", "application/x-bittorrent")
    if done.returncode != 0:
        raise Failure(f"xdg-mime default: {done.stderr}")
    for kind in ("x-scheme-handler/magnet", "application/x-bittorrent"):
        answer = desktop.desktop_tool("xdg-mime", "query", "default", kind).stdout.strip()
        if answer != "tributary.desktop":
            raise Failure(f"{kind} is opened by \"{answer}\"")


def run(folder):
    desktop = InstalledDesktop(folder, 2)
    with desktop.display():
        desktop.install()
        become_default(desktop)
        desktop.program = first = desktop.open_link(FIRST, 1)
        desktop.wait_windows("window and dialog about the first link", 2)
        desktop.dismiss_dialog()
        print("ok  xdg-open starts the window, which asks about the link")
        for number, link in ((2, SECOND), (3, str(torrent_file(desktop.folder)))):
            opened = desktop.open_link(link, number)
            if opened.process.wait(60) != 0:
                raise Failure(f"xdg-open ended with {opened.process.returncode}: {opened.last_words()}")
            desktop.wait_windows("dialog", 2)
            first.check_alive()
            desktop.dismiss_dialog()
            print(f"ok  xdg-open {link[:12]}… reaches the window that runs")
        if desktop.daemon.call("list")["torrents"]:
            raise Failure("a torrent was added without a yes")
        desktop.daemon.call("shutdown")
        if first.process.wait(30) != 0:
            raise Failure(f"the program ended with {first.process.returncode}: {first.last_words()}")
        print("ok  and it ends in order")


def torrent_file(folder):
    path = folder / "a file.torrent"
    path.write_bytes(b"d4:infod6:lengthi3e4:name5:a.txt12:piece lengthi16384e6:pieces20:" + b"\x01" * 20 + b"ee")
    return path


if __name__ == "__main__":
    sandbox.enter(240)
    with workspace() as place:
        run(place)
