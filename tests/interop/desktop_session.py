#!/usr/bin/python3
"""A desktop session around the program: a torrent file is dropped on it, and the session ends in every way in which sessions end.

After each end: exit code 0 within five seconds, the torrent in the list again, complete, and its files not read again.
"""
import os
import queue
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import contents
import sandbox
from desktop import Desktop
from sandbox import Failure, wait_for, workspace

PATIENCE = 5  # seconds for the program to end


class Session:
    """A session manager in a process of its own (session_manager.py)."""

    def __init__(self):
        self.process = subprocess.Popen([sys.executable, str(Path(__file__).with_name("session_manager.py"))], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.lines = queue.Queue()
        threading.Thread(target=lambda: [self.lines.put(line.split()) for line in self.process.stdout], daemon=True).start()
        self.address = self.heard("at")[0]

    def heard(self, word):
        """The rest of the next line that begins with it."""
        while True:
            try:
                line = self.lines.get(timeout=20)
            except queue.Empty:
                raise Failure(f"the session manager heard no \"{word}\"") from None
            if line[0] == word:
                return line[1:]

    def ask(self, word):
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def end(self):
        self.process.kill()
        self.process.wait()


def expect_end(ours, how):
    begun = time.monotonic()
    try:
        code = ours.program.process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        raise Failure(f"{how}: still running after {PATIENCE} s: {ours.program.last_words()}") from None
    if code != 0:
        raise Failure(f"{how}: exit code {code}: {ours.program.last_words()}")
    log = (ours.profile / "tributary.log").read_text()
    if not log.endswith("info ended\n"):  # after the engine's last word
        raise Failure(f"{how}: not in order: {log[-300:]}")
    print(f"ok      {how}: ended in {time.monotonic() - begun:.1f} s", flush=True)


def expect_complete(ours, torrent, downloads, how):
    """A file has another byte than the torrent says, and the time of its last change says nothing of it: who looks again, finds it."""
    victim = next(path for path in sorted((downloads / torrent.name).rglob("*")) if path.is_file() and path.stat().st_size > contents.PIECE)
    times = victim.stat()
    with open(victim, "r+b") as file:
        first = file.read(1)
        file.seek(0)
        file.write(bytes([(first[0] + 1) % 256]))
    os.utime(victim, ns=(times.st_atime_ns, times.st_mtime_ns))
    ours.start()
    wait_for(f"torrent in the list after {how}", lambda: ours.row(torrent), 20)
    ours.wait_complete(torrent, 20)
    time.sleep(1)  # a check that begins late
    row = ours.row(torrent)
    if not ours.is_complete(torrent):
        raise Failure(f"{how}: the files were read again: {row}")


def open_dialog(ours):
    """Ctrl+Shift+O: the dialog for links, modal to the window."""
    before = ours.windows()

    def opened():
        ours.press(before[0], "ctrl+shift+o")
        return len(ours.windows()) > len(before)

    wait_for("dialog", opened, 30, 0.5)


def by_signals(*signals):
    def end(ours):
        for number in signals:
            ours.program.process.send_signal(number)
    return end


def with_dialog(ours):
    open_dialog(ours)
    ours.program.process.terminate()


ENDS = {
    "SIGTERM": by_signals(signal.SIGTERM),
    "SIGINT": by_signals(signal.SIGINT),
    "SIGHUP": by_signals(signal.SIGHUP),
    "SIGTERM while a dialog is open": with_dialog,
}


def through_the_session(ours, torrent, downloads):
    """Saving is not ending, and an end may be called off; what is started again is the same profile; then the end, over an open dialog."""
    session = Session()
    try:
        ours.environment["SESSION_MANAGER"] = session.address
        ours.start()
        session.heard("registered")
        restart = session.heard("restart")
        if restart[1:] != ["--profile", str(ours.profile)]:
            raise Failure(f"the session would start: {restart}")
        session.heard("saved")
        for word in ("checkpoint", "cancelled"):
            session.ask(word)
            session.heard("saved")
            time.sleep(1)
            ours.program.check_alive()
            if not ours.windows():
                raise Failure(f"the window is gone after \"{word}\"")
            print(f"ok      {word}: goes on", flush=True)
        open_dialog(ours)
        session.ask("end")
        session.heard("saved")
        expect_end(ours, "the session's end while a dialog is open")
    finally:
        session.end()
        del ours.environment["SESSION_MANAGER"]
    expect_complete(ours, torrent, downloads, "the session's end")


def main():
    sandbox.enter(seconds=240)
    seed = random.SystemRandom().randrange(1 << 31)
    print(f"seed {seed}", flush=True)
    with workspace() as folder:
        torrent = contents.make_v1(folder, "multi", "http://198.18.7.1:6969/announce", seed)  # nobody answers there
        ours = Desktop(folder, 3)
        with ours.display():
            ours.start()
            downloads = ours.folder / "Downloads"
            shutil.copytree(torrent.content / torrent.name, downloads / torrent.name)
            ours.drop(torrent.path.as_uri())
            ours.confirm_dialog()
            ours.wait_complete(torrent)
            if Path(ours.downloads(torrent)) != downloads or ours.row(torrent)["name"] != torrent.name:
                raise Failure(f"the dropped torrent became {ours.row(torrent)}")
            print("ok      a torrent file dropped from another process", flush=True)
            for how, end in ENDS.items():
                end(ours)
                expect_end(ours, how)
                expect_complete(ours, torrent, downloads, how)
            ours.quit()
            through_the_session(ours, torrent, downloads)
            ours.quit()
    print("ok", flush=True)


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"FAILED  {failure}")
