#!/usr/bin/python3
"""The thin path: a magnet link is fetched from a real transmission-daemon, kill -9 in the middle, restart, complete, SHA-256 equal.

    thin_path.py daemon      by tributaryd
    thin_path.py desktop     by the desktop program: the link is dropped on its window by a second process, and the dialog confirmed
"""
import random
import sys
from pathlib import Path

import contents
import sandbox
from clients import Transmission
from sandbox import Failure, wait_for, workspace
from trackers import NodeTracker
from tributary import Tributary

RATE = 2_048_000    # bytes per second that the giver gives, so that there is a middle
SCALE = 3           # about 16 MiB


def by_daemon(torrent, folder):
    ours = Tributary(folder, 3)
    ours.start()
    downloads = folder / "downloads"
    downloads.mkdir()
    ours.add(torrent, downloads, magnet=True)
    interrupt(ours, torrent)
    ours.stop()
    return downloads


def by_desktop(torrent, folder):
    from desktop import Desktop  # needs a display server and python3-xlib, which the daemon's path does not
    ours = Desktop(folder, 3)
    with ours.display():
        ours.start()
        ours.drop(torrent.magnet)
        ours.confirm_dialog()
        interrupt(ours, torrent)
        downloads = ours.downloads(torrent)
        ours.quit()
    return Path(downloads)


def interrupt(ours, torrent):
    """kill -9 in the middle of the download; complete after a restart, without a word from anybody."""
    ours.wait_progress(torrent, torrent.size // 4, timeout=90)
    ours.program.kill()
    ours.start()
    wait_for("torrent in the list after kill -9", lambda: ours.row(torrent), 20)
    ours.wait_complete(torrent, timeout=90)


def main(program):
    sandbox.enter(seconds=400)
    seed = random.SystemRandom().randrange(1 << 31)
    print(f"seed {seed}", flush=True)
    with workspace() as folder:
        tracker, giver = NodeTracker(), Transmission(folder, 2)
        torrent = contents.make_v1(folder, "multi", tracker.announce, seed, scale=SCALE)
        tracker.start(folder, torrent)
        giver.start(upload_limit=RATE)
        giver.add(torrent, torrent.content)
        giver.wait_complete(torrent)
        tracker.wait_for_seed(torrent)
        downloads = {"daemon": by_daemon, "desktop": by_desktop}[program](torrent, folder)
        contents.compare(torrent, downloads)
        given = giver.call("torrent-get", ids=[torrent.v1], fields=["uploadedEver"])["torrents"][0]["uploadedEver"]
        giver.stop()
        tracker.stop()
    # What was on its way when the process died is fetched again: the pieces in flight, not what had been verified.
    if given > torrent.size * 1.25:
        raise Failure(f"{given} bytes were given for a torrent of {torrent.size}")
    print(f"ok      {torrent.size} bytes, {given} given", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in ("daemon", "desktop"):
        sys.exit(__doc__)
    try:
        main(sys.argv[1])
    except Failure as failure:
        sys.exit(f"FAILED  {failure}")
