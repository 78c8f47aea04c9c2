"""The desktop program as a new user has it: defaults, a window manager, drops from another process, and the keyboard."""
import contextlib
import os
import random
import subprocess
import sys
from pathlib import Path

from Xlib import X
from Xlib import display as xlib

from sandbox import ROOT, Failure, Program, need, our_program, wait_for
from tributary import Daemon, Tributary

XDND_SOURCE = ROOT / "tests" / "ui" / "xdnd" / "xdnd_source.py"


def free_display():
    """Xvfb is not asked to look: it takes the lock of a server in another process namespace for a dead one's, and its socket too."""
    numbers = random.SystemRandom()
    while True:
        number = numbers.randrange(100, 60_000)
        if not Path(f"/tmp/.X{number}-lock").exists() and not Path(f"/tmp/.X11-unix/X{number}").exists():
            return f":{number}"


def wait_for_manager(name):
    """Until windows are shown: what asks to be shown while a window manager takes its place is forgotten by it (openbox 3.6.1)."""
    connection = xlib.Display(name)
    root = connection.screen().root
    window = root.create_window(0, 0, 300, 200, 0, X.CopyFromParent)

    def managed():
        window.unmap()
        window.map()
        connection.sync()
        return window.query_tree().parent != root

    wait_for("window manager", managed, 30, 0.2)
    window.destroy()
    connection.close()


class Desktop(Tributary):
    """Its control socket is the daemon's; it is used to look, never to act."""
    name = "desktop"

    @contextlib.contextmanager
    def display(self):
        read, write = os.pipe()
        server = subprocess.Popen([need("Xvfb"), free_display(), "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
                                  pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.environment = {"DISPLAY": ":" + answer.readline().strip(), "QT_QPA_PLATFORM": "xcb", "LANGUAGE": "en"}
        manager = Program([need("openbox"), "--sm-disable"], self.folder / "openbox", env=self.environment)
        try:
            wait_for_manager(self.environment["DISPLAY"])
            yield
        finally:
            self.stop_quietly()
            manager.stop(5)
            server.terminate()
            server.wait(10)

    def stop_quietly(self):
        if self.program and self.program.process.poll() is None:
            self.program.stop()

    def launch(self, encryption, upload_limit):
        del encryption, upload_limit  # as shipped
        self.profile = self.folder / "profile"
        self.daemon = Daemon(self.profile)
        return Program([our_program("tributary"), "--profile", str(self.profile)], self.folder, env=self.environment)

    def is_ready(self):
        return bool(self.windows()) and super().is_ready()

    def x(self, *command):
        run = subprocess.run([need("xdotool"), *command], env={**os.environ, **self.environment}, capture_output=True, text=True, timeout=30)
        return run.stdout.split()

    def windows(self):
        """Those that can be seen, main window and dialogs."""
        return [window for window in self.x("search", "--onlyvisible", "--class", "tributary") if self.is_large(window)]

    def is_large(self, window):
        size = dict(item.split("=") for item in self.x("getwindowgeometry", "--shell", window) if "=" in item)
        return int(size.get("WIDTH", 0)) > 200

    def drop(self, magnet):
        """By the XDND protocol, from a process of its own. Returns when a dialog has opened."""
        before = self.windows()
        data = self.folder / "dropped"
        data.write_text(magnet + "\r\n")
        run = subprocess.run([sys.executable, str(XDND_SOURCE), before[0], "text/uri-list", str(data)],
                             env={**os.environ, **self.environment}, capture_output=True, text=True, timeout=60)
        if run.stdout.strip() != "dropped":
            raise Failure(f"the window did not take the link: {run.stdout} {run.stderr}")
        self.dialog = wait_for("dialog", lambda: [window for window in self.windows() if window not in before], 20)[0]

    def confirm_dialog(self):
        """Return, as often as it takes: the dialog may still be waiting for the metadata."""
        def gone():
            if self.dialog not in self.windows():
                return True
            self.press(self.dialog, "Return")
            return False

        wait_for("end of the dialog", gone, 30, 0.5)

    def press(self, window, key):
        self.x("windowactivate", "--sync", window)
        self.x("key", "--window", window, key)
        self.x("keyup", *key.split("+"))  # xdotool ends with its window, before it lets go: the next window would get the key, too

    def downloads(self, torrent):
        """Where a new user's files go."""
        row = self.row(torrent)
        if not row:
            raise Failure("the torrent is not in the list")
        return row["savePath"]

    def quit(self):
        """Ctrl+Q, as often as it takes: a window that has just been mapped may not have the focus yet."""
        def ended():
            for window in self.windows():
                self.press(window, "ctrl+q")
            return self.program.process.poll() is not None

        wait_for("end of the program after Ctrl+Q", ended, 30, 0.5)
        code = self.program.process.returncode
        if code != 0:
            raise Failure(f"exit code {code} after Ctrl+Q: {self.program.last_words()}")
