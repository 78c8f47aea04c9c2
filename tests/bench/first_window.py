#!/usr/bin/python3
"""How long after its start the window is painted, with few torrents and with very many. Prints one line for each number, and a last line of
JSON; fails when one takes a second or more (DESIGN.md 9). Not part of the gate.

    first_window.py [--counts 0,10000] [--runs N] [--keep FOLDER]

Looked at as an eye would: Xvfb keeps its screen in a file, and that is read every few milliseconds until a window covers the root window and
shows more than a plain colour. --keep writes that very picture (.png), to be looked at.
"""
import argparse
import json
import mmap
import os
import statistics
import struct
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import filled  # noqa: E402

import sandbox  # noqa: E402
from desktop import free_display, wait_for_manager  # noqa: E402
from sandbox import Failure, Program, need, our_program, wait_for, workspace  # noqa: E402

LIMIT = 1.0
WIDTH, HEIGHT = 1280, 900
STRIDE = 61  # pixels between two that are looked at: prime to the width
COVERED = 0.4  # of the screen
COLOURS = 12  # antialiased text alone has more


class Screen:
    """An X server whose picture can be read, with a window manager."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        read, write = os.pipe()
        self.server = subprocess.Popen([need("Xvfb"), free_display(), "-displayfd", str(write), "-fbdir", str(folder), "-screen", "0",
                                        f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.environment = {"DISPLAY": ":" + answer.readline().strip(), "QT_QPA_PLATFORM": "xcb", "LANGUAGE": "en"}
        self.manager = Program([need("openbox"), "--sm-disable"], folder / "openbox", env=self.environment)
        wait_for_manager(self.environment["DISPLAY"])
        self.file = folder / "Xvfb_screen0"  # an X window dump (XWDFile.h): a header, the colours, 32 bits for each pixel
        with open(self.file, "rb") as file:
            header, *_, = struct.unpack(">I", file.read(4))
            file.seek(76)
            colours, = struct.unpack(">I", file.read(4))
            file.seek(0)
            self.map = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        start = header + colours * 12
        self.pixels = memoryview(self.map)[start:start + WIDTH * HEIGHT * 4].cast("I")
        self.root = self.pixels[WIDTH * HEIGHT - 1]

    def is_painted(self):
        seen = self.pixels[::STRIDE].tolist()
        return len(seen) - seen.count(self.root) > COVERED * len(seen) and len(set(seen)) > COLOURS

    def save(self, name):
        subprocess.run([need("convert"), f"xwd:{self.file}", name], check=True)

    def close(self):
        self.manager.stop(5)
        self.server.terminate()
        self.server.wait(10)
        self.pixels.release()
        self.map.close()


def once(folder, profile, keep):
    """Seconds until it is painted."""
    screen = Screen(folder / "screen")
    try:
        if screen.is_painted():
            raise Failure("the screen is painted before the program starts: what is measured would be nothing")
        begun = time.monotonic()
        program = Program([our_program("tributary"), "--profile", str(profile)], folder, env=screen.environment)
        try:
            wait_for("painted window", screen.is_painted, 60, 0.004)
            took = time.monotonic() - begun
            if keep:
                screen.save(keep)
            time.sleep(3)  # it ends in order only once it runs
        finally:
            program.stop(120)
    finally:
        screen.close()
    return took


def measure(count, runs, keep):
    with workspace() as folder:
        profile = folder / "profile"
        filled.fill(profile, count)
        took = []
        for run in range(runs):
            (folder / str(run)).mkdir()
            took.append(once(folder / str(run), profile, keep and f"{keep}/{count}.png"))
        return took


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", default="0,10000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep")
    options = parser.parse_args()
    counts = [int(count) for count in options.counts.split(",")]
    sandbox.enter(600 + sum(counts) // 50)
    figures = {}
    for count in counts:
        took = measure(count, options.runs, options.keep)
        figures[count] = statistics.median(took)
        print(f"{count:>7,} torrents: {figures[count]:.2f} s ({', '.join(f'{seconds:.2f}' for seconds in took)})", flush=True)
    print(json.dumps(figures))
    return 0 if all(seconds < LIMIT for seconds in figures.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
