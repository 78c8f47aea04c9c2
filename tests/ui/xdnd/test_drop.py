#!/usr/bin/env python3
"""A second process drags files, links and text onto the window; the window's engine gets exactly these sources.

usage: test_drop.py XVFB TARGET
"""
import os
import pathlib
import queue
import subprocess
import sys
import tempfile
import threading
import time
import unittest

HERE = pathlib.Path(__file__).parent
HASH = "0123456789abcdef0123456789abcdef01234567"
XVFB, TARGET = sys.argv[1:3]


def ended(process):
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()


class Drop(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        read, write = os.pipe()
        cls.server = subprocess.Popen([XVFB, "-displayfd", str(write), "-screen", "0", "1024x768x24", "-nolisten", "tcp"],
                                      pass_fds=[write], stderr=subprocess.DEVNULL)
        cls.addClassCleanup(ended, cls.server)
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        cls.environment = {**os.environ, "DISPLAY": ":" + number, "QT_QPA_PLATFORM": "xcb", "LANGUAGE": "en"}
        cls.environment.pop("WAYLAND_DISPLAY", None)
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.target = subprocess.Popen([TARGET], env=cls.environment, stdout=subprocess.PIPE, text=True)
        cls.addClassCleanup(ended, cls.target)
        cls.lines = queue.Queue()
        threading.Thread(target=lambda: [cls.lines.put(line.rstrip("\n")) for line in cls.target.stdout], daemon=True).start()
        ready = cls.lines.get(timeout=30)
        assert ready.startswith("ready "), ready
        cls.window = ready.split()[1]

    def drop(self, mime, data):
        path = pathlib.Path(self.folder.name) / "data"
        path.write_bytes(data)
        run = subprocess.run([sys.executable, HERE / "xdnd_source.py", self.window, mime, path], env=self.environment, capture_output=True,
                             text=True, timeout=60)
        return (run.stdout + run.stderr).strip()

    def sources(self, count):
        return [self.lines.get(timeout=20) for _ in range(count)]

    def nothing_more(self):
        time.sleep(0.3)
        return self.lines.empty()

    def test_files(self):
        answer = self.drop("text/uri-list", b"file:///tmp/a%20film.torrent\r\nfile:///tmp/b.torrent\r\n")
        self.assertEqual(answer, "dropped")
        self.assertEqual(self.sources(2), ["source file /tmp/a film.torrent", "source file /tmp/b.torrent"])
        self.assertTrue(self.nothing_more())

    def test_magnet_link(self):
        magnet = f"magnet:?xt=urn:btih:{HASH}&dn=A%20film&tr=udp%3A%2F%2Ftracker.example%3A1"
        self.assertEqual(self.drop("text/uri-list", magnet.encode() + b"\r\n"), "dropped")
        self.assertEqual(self.sources(1), ["source magnet " + magnet])

    def test_text(self):
        self.assertEqual(self.drop("text/plain", f"here: {HASH}\nhttps://example.org/c.torrent".encode()), "dropped")
        self.assertEqual(self.sources(2), [f"source magnet magnet:?xt=urn:btih:{HASH}", "source url https://example.org/c.torrent"])

    def test_prose_adds_nothing(self):
        self.drop("text/plain", b"nothing to see here")
        self.assertTrue(self.nothing_more())

    def test_a_picture_is_refused_while_it_hovers(self):
        self.assertEqual(self.drop("image/png", b"\x89PNG"), "refused")
        self.assertTrue(self.nothing_more())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
