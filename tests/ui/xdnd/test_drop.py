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


def bencode(value):
    if isinstance(value, int):
        return b"i%de" % value
    if isinstance(value, bytes):
        return b"%d:%s" % (len(value), value)
    if isinstance(value, list):
        return b"l" + b"".join(map(bencode, value)) + b"e"
    return b"d" + b"".join(bencode(key) + bencode(value[key]) for key in sorted(value)) + b"e"


class Drop(unittest.TestCase):
    arguments = []

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
        cls.target = subprocess.Popen([TARGET, *cls.arguments], env=cls.environment, stdout=subprocess.PIPE, text=True)
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


class DropWithoutDialog(Drop):
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

    def test_text_with_a_magnet_link(self):
        magnet = f"magnet:?xt=urn:btih:{HASH}&dn=A%20film"
        self.assertEqual(self.drop("UTF8_STRING", f"映画: {magnet}\nthanks".encode()), "dropped")
        self.assertEqual(self.sources(1), ["source magnet " + magnet])

    def test_several_kinds_at_once(self):
        magnet = f"magnet:?xt=urn:btih:{HASH}"
        list_ = f"# a comment of the format\r\nfile:///tmp/a.torrent\r\n{magnet}\r\nhttps://example.org/c.torrent\r\n{magnet}\r\n"
        self.assertEqual(self.drop("text/uri-list", list_.encode()), "dropped")
        self.assertEqual(self.sources(3), ["source file /tmp/a.torrent", "source magnet " + magnet, "source url https://example.org/c.torrent"])
        self.assertTrue(self.nothing_more())

    def test_prose_adds_nothing(self):
        self.drop("text/plain", b"nothing to see here")
        self.assertTrue(self.nothing_more())

    def test_a_picture_is_refused_while_it_hovers(self):
        self.assertEqual(self.drop("image/png", b"\x89PNG"), "refused")
        self.assertTrue(self.nothing_more())


class DropOpensTheDialog(Drop):
    arguments = ["--dialog"]

    def test_torrent_file(self):
        """Its name and its files are shown before anything is added."""
        files = [{b"length": 40_000, b"path": [b"one.mkv"]}, {b"length": 5, b"path": ["字幕".encode(), b"ja.srt"]}]
        info = {b"name": b"A film", b"piece length": 16_384, b"pieces": bytes(60), b"files": files}
        path = pathlib.Path(self.folder.name) / "what it is called (1).torrent"
        path.write_bytes(bencode({b"info": info}))
        self.assertEqual(self.drop("text/uri-list", path.as_uri().encode() + b"\r\n"), "dropped")
        self.assertEqual(self.sources(1), ["dialog Add torrent: A film: A film, 字幕, ja.srt, one.mkv"])

    def test_what_is_no_torrent(self):
        path = pathlib.Path(self.folder.name) / "photo.jpg"
        path.write_bytes(b"\xff\xd8\xff")
        self.assertEqual(self.drop("text/uri-list", path.as_uri().encode() + b"\r\n"), "dropped")
        line, = self.sources(1)
        self.assertTrue(line.startswith("refused photo.jpg: "), line)
        self.assertIn("left as it is", line)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
