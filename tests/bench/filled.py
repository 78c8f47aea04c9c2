"""Profiles with many finished torrents, for measuring what their number costs: one file of 256 KiB each, sparse, in 16 pieces."""
import hashlib
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "interop"))

import contents  # noqa: E402
from sandbox import build_folder  # noqa: E402

PIECE, PIECES = 16 * 1024, 16


def fill(profile, count, stopped=False):
    """Their .torrent files and contents go beside `profile`; they are written into session.db by the program's own store."""
    torrents, data = profile.parent / "torrents", profile.parent / "data"
    torrents.mkdir()
    data.mkdir()
    pieces = hashlib.sha1(bytes(PIECE)).digest() * PIECES
    paths = []
    for number in range(count):
        name = f"Torrent {number:06}.bin"
        with open(data / name, "wb") as file:
            os.truncate(file.fileno(), PIECE * PIECES)
        info = {"name": name, "length": PIECE * PIECES, "piece length": PIECE, "pieces": pieces}
        paths.append(torrents / f"{number:06}.torrent")
        paths[-1].write_bytes(contents.bencode({"announce": f"http://198.18.7.{200 + number % 8}:6969/announce", "info": info}))
    subprocess.run([build_folder() / "tests" / "bench" / "fill_session", profile, data, *(["--stopped"] if stopped else [])], input="".join(f"{path}\n" for path in paths),
                   text=True, check=True)
