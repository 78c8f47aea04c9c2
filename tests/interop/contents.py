"""Test content and the torrents that describe it: v1 by hand, hybrid by libtorrent's own maker."""
import hashlib
import random
from dataclasses import dataclass
from pathlib import Path

from sandbox import Failure

PIECE = 64 << 10


def bencode(value):
    if isinstance(value, int):
        return b"i%de" % value
    if isinstance(value, str):
        value = value.encode()
    if isinstance(value, bytes):
        return b"%d:%s" % (len(value), value)
    if isinstance(value, (list, tuple)):
        return b"l" + b"".join(map(bencode, value)) + b"e"
    items = sorted((key.encode() if isinstance(key, str) else key, item) for key, item in value.items())
    return b"d" + b"".join(bencode(key) + bencode(item) for key, item in items) + b"e"


@dataclass
class Torrent:
    name: str
    path: Path        # the .torrent
    content: Path     # the folder in which `name` lies, complete
    size: int         # of the files, padding apart
    v1: str           # hexadecimal
    v2: str           # hexadecimal; empty if there is none
    announce: str
    pads: list        # (path relative to the content folder, size) of padding files

    @property
    def hashes(self):
        """What a tracker sees: a v2 hash is cut to 20 bytes."""
        return [self.v1] + ([self.v2[:40]] if self.v2 else [])

    @property
    def magnet(self):
        return f"magnet:?xt=urn:btih:{self.v1}" + (f"&xt=urn:btmh:1220{self.v2}" if self.v2 else "") + f"&tr={self.announce}"


# Names with spaces, other scripts and an empty file; sizes that end within, at and after a piece.
FILES = {
    "single": {"An ISO file – größer.bin": 6 * (1 << 20) + 12345},
    "multi": {
        "read me.txt": 777,
        "empty": 0,
        "one piece.dat": PIECE,
        "旅行/一日目/写真 1.jpg": 3 * PIECE + 1,
        "旅行/二日目/写真 2.jpg": (2 << 20) + 17,
        "video/part.1.mkv": (3 << 20) - 5,
    },
}


def write_content(folder, layout, seed, scale=1):
    """Writes the files of a layout, from a seed; returns the torrent's name."""
    source = random.Random(f"{layout}/{seed}")
    name = next(iter(FILES[layout])) if layout == "single" else "Album – 旅の記録 2024"
    for path, size in FILES[layout].items():
        target = folder / (path if layout == "single" else f"{name}/{path}")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.randbytes(size * scale))
    return name


def make_v1(folder, layout, announce, seed, scale=1):
    content = folder / "content"
    name = write_content(content, layout, seed, scale)
    files = list(FILES[layout])
    blob = b"".join((content / (path if layout == "single" else f"{name}/{path}")).read_bytes() for path in files)
    info = {"name": name, "piece length": PIECE,
            "pieces": b"".join(hashlib.sha1(blob[at:at + PIECE]).digest() for at in range(0, len(blob), PIECE))}
    if layout == "single":
        info["length"] = len(blob)
    else:
        info["files"] = [{"length": FILES[layout][path] * scale, "path": path.split("/")} for path in files]
    path = folder / "content.torrent"
    path.write_bytes(bencode({"announce": announce, "info": info}))
    return Torrent(name, path, content, len(blob), hashlib.sha1(bencode(info)).hexdigest(), "", announce, [])


def make_hybrid(folder, layout, announce, seed, scale=1):
    try:
        import libtorrent as lt
    except ImportError as error:
        raise Failure("python3-libtorrent is not installed for this Python; it makes the hybrid torrents") from error
    content = folder / "content"
    name = write_content(content, layout, seed, scale)
    storage = lt.file_storage()
    lt.add_files(storage, str(content / name))
    maker = lt.create_torrent(storage, piece_size=PIECE)
    maker.add_tracker(announce)
    lt.set_piece_hashes(maker, str(content))
    path = folder / "content.torrent"
    path.write_bytes(lt.bencode(maker.generate()))
    info = lt.torrent_info(str(path))
    hashes, files = info.info_hashes(), info.files()
    if not (hashes.has_v1() and hashes.has_v2()):
        raise Failure("the torrent that libtorrent made is no hybrid")
    pads = [(files.file_path(i), files.file_size(i)) for i in range(files.num_files()) if files.file_flags(i) & lt.file_flags_t.flag_pad_file]
    size = files.total_size() - sum(length for _, length in pads)
    return Torrent(name, path, content, size, str(hashes.v1), str(hashes.v2), announce, pads)


def digests(folder, name):
    """{relative path: SHA-256} of everything under folder/name, padding apart."""
    root = folder / name
    paths = [root] if root.is_file() else sorted(path for path in root.rglob("*") if path.is_file() and ".pad" not in path.parts)
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def compare(torrent, folder, empty_files=True):
    """Failure unless `folder` holds exactly the torrent's files, byte for byte. Without `empty_files` those of size 0 may be missing."""
    wanted, found = digests(torrent.content, torrent.name), digests(folder, torrent.name)
    for path, digest in wanted.items():
        if path not in found and not empty_files and digest == hashlib.sha256().hexdigest():
            continue
        if path not in found:
            raise Failure(f"{path} is missing")
        if found[path] != digest:
            raise Failure(f"{path} differs: SHA-256 {found[path]} instead of {digest}")
    if extra := sorted(set(found) - set(wanted)):
        raise Failure(f"files that the torrent does not have: {extra[:5]}")
