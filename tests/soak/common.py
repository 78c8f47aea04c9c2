"""What the soaks share: the sandbox and drivers of the interop tests, many small torrents, mounts of their own, and the seed."""
import ctypes
import os
import random
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "interop"))

import contents  # noqa: E402
import sandbox  # noqa: E402
from sandbox import Failure  # noqa: E402
from tributary import Tributary  # noqa: E402

FULL = os.environ.get("TRIB_SOAK") == "full"


def seeded():
    """A random generator whose seed is printed; TRIB_SEED runs the same again."""
    seed = int(os.environ.get("TRIB_SEED") or random.SystemRandom().randrange(1 << 31))
    print(f"TRIB_SEED={seed}", flush=True)
    return random.Random(seed)


def own_mounts():
    """Mounts made from here on are this process's alone, and its children's. After sandbox.enter(). Where the root is no mount, as in a
    chroot, its propagation cannot be changed: what is mounted is at worst seen outside it."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(0x00020000) != 0:  # CLONE_NEWNS
        raise Failure(f"no mount namespace: {os.strerror(ctypes.get_errno())}")
    if root_is_mount():
        subprocess.run(["mount", "--make-rprivate", "/"], check=True)


def root_is_mount():
    with open("/proc/self/mountinfo") as mounts:
        return any(line.split()[4] == "/" for line in mounts)


def mount(*arguments):
    subprocess.run(["mount", *map(str, arguments)], check=True)


def umount(*arguments):
    subprocess.run(["umount", *map(str, arguments)], check=True)


def small_torrent(folder, number, size, announce, source, piece=16 << 10):
    """A one-file torrent of random bytes below `folder`, which keeps the content."""
    import hashlib
    content = folder / f"content-{number}"
    content.mkdir(parents=True)
    name = f"item {number}.bin"
    data = source.randbytes(size)
    (content / name).write_bytes(data)
    info = {"name": name, "length": size, "piece length": piece,
            "pieces": b"".join(hashlib.sha1(data[at:at + piece]).digest() for at in range(0, size, piece))}
    path = folder / f"item-{number}.torrent"
    path.write_bytes(contents.bencode({"announce": announce, "info": info}))
    return contents.Torrent(name, path, content, size, hashlib.sha1(contents.bencode(info)).hexdigest(), "", announce, [])


class Patient(Tributary):
    """A problem that is being overcome still stands in the row for a moment."""

    def is_complete(self, torrent):
        try:
            return super().is_complete(torrent)
        except Failure as failure:
            if "tributaryd: {" in str(failure):
                return False
            raise

    def add_from(self, giver, torrent, folder):
        """Adds it and introduces the giver, so that nothing depends on when whom the tracker knows."""
        self.add(torrent, folder)
        self.daemon.call("addPeer", id=torrent.v1, endpoint=f"{giver.address}:{giver.port}")


def run(main, seconds):
    """Runs main(random) in the sandbox, bounded in time."""
    sandbox.enter(seconds)
    try:
        main(seeded())
    except Failure as failure:
        sys.exit(f"FAILED  {failure}")
