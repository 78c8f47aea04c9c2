#!/usr/bin/python3
"""A drive that vanishes in the middle of a download and leaves an empty writable folder: nothing is written there, nothing is rechecked or
downloaded again, the state says so, and with the drive the download goes on by itself. Absent for ten minutes with TRIB_SOAK=full."""
import time

import common
import contents
from sandbox import Failure, wait_for, workspace
from trackers import NodeTracker
from tributary import Tributary

MIB = 1 << 20
ABSENT = 600 if common.FULL else 20
SIZE = 40 * MIB
SLACK = 4 * MIB  # blocks on their way, and pieces that were not complete


def attach(drive, at):
    common.mount("--bind", drive, at)


def written_below(folder):
    return [str(path) for path in folder.rglob("*")]


def state(ours, torrent):
    row = ours.row(torrent)
    return (row["state"], row["problem"]["kind"] if row["problem"] else None)


def vanish(ours, torrent, drive, at, restart):
    """One absence, with or without a restart of the program meanwhile."""
    done = ours.row(torrent)["done"]
    common.umount("-l", at)
    wait_for("volume-offline", lambda: state(ours, torrent) == ("failed", "volume-offline"), 5, 0.05)
    if restart:
        ours.program.kill()
        ours.start()
        wait_for("volume-offline after a restart", lambda: state(ours, torrent) == ("failed", "volume-offline"), 10)
    end = time.monotonic() + ABSENT / (2 if restart else 1)
    while time.monotonic() < end:
        if files := written_below(at):
            raise Failure(f"written below the empty mount point: {files[:3]}")
        if state(ours, torrent) != ("failed", "volume-offline"):
            raise Failure(f"the state became {state(ours, torrent)} without the drive")
        time.sleep(0.5)
    attach(drive, at)
    wait_for("the download to go on", lambda: state(ours, torrent)[0] == "downloading", 10)
    after = ours.row(torrent)["done"]
    if after + SLACK < done:
        raise Failure(f"{done} bytes were done before the drive vanished, {after} when it was back")
    print(f"ok      absent{' over a restart' if restart else ''}: {done} bytes before, {after} after", flush=True)


def given_of(giver, torrent):
    given = giver.row(torrent)["uploaded"]  # told every other second
    return given if given >= SIZE else None


def main(source):
    common.own_mounts()
    with workspace() as folder:
        drive, at = folder / "drive", folder / "media" / "archive"
        drive.mkdir()
        at.mkdir(parents=True)
        common.mount("-t", "tmpfs", "tmpfs", drive)
        attach(drive, at)
        tracker = NodeTracker()
        torrent = common.small_torrent(folder / "made", 0, SIZE, tracker.announce, source, piece=32 << 10)
        tracker.start(folder, torrent)
        giver = Tributary(folder / "giver", 2)
        giver.start(upload_limit=2 * MIB)
        giver.add(torrent, torrent.content)
        giver.wait_complete(torrent)
        ours = common.Patient(folder / "ours", 3)
        ours.start()
        ours.add_from(giver, torrent, at / "downloads")
        ours.wait_progress(torrent, 4 * MIB)
        vanish(ours, torrent, drive, at, restart=False)
        ours.wait_progress(torrent, 12 * MIB)
        vanish(ours, torrent, drive, at, restart=True)
        giver.daemon.call("limit", upload=0)
        ours.wait_complete(torrent, 120)
        ours.stop()
        contents.compare(torrent, at / "downloads")
        given = wait_for("all that was given told", lambda: given_of(giver, torrent), 20)
        if given > SIZE + 2 * SLACK:
            raise Failure(f"{given} bytes were given for a torrent of {SIZE}")
        print(f"ok      {SIZE} bytes, {given} given", flush=True)
        giver.stop()
        tracker.stop()


if __name__ == "__main__":
    common.run(main, seconds=ABSENT * 2 + 300)
