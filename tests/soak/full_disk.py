#!/usr/bin/python3
"""A full disk: a torrent that does not fit waits with a word of its own and goes on by itself when there is room; the reserve is kept; a
profile on a full disk refuses what it cannot store and loses nothing."""
import os

import common
import contents
from sandbox import Failure, wait_for, workspace
from trackers import NodeTracker
from tributary import Tributary

MIB = 1 << 20


class Small(common.Patient):
    """With a reserve of its own."""
    reserve = 0

    def settings(self, encryption, upload_limit):
        return {**super().settings(encryption, upload_limit), "storage/reserve": self.reserve}


def problem(ours, torrent):
    row = ours.row(torrent)
    return row["problem"]["kind"] if row and row["problem"] else None


def runs_full_and_goes_on(ours, giver, torrent, disk):
    """ENOSPC is met, said, and overcome without a command."""
    ours.add_from(giver, torrent, disk)
    wait_for("the word no-space", lambda: problem(ours, torrent) == "no-space", 60)
    row = ours.row(torrent)
    if row["state"] != "failed" or row["problem"]["needed"] <= 0:
        raise Failure(f"a full disk is told as {row['state']}, {row['problem']}")
    common.mount("-o", f"remount,size={64 * MIB}", disk)
    ours.wait_complete(torrent, 60)
    contents.compare(torrent, disk)
    print("ok      a disk that runs full, and has room again", flush=True)


def keeps_the_reserve(ours, giver, torrent, disk):
    """The download waits before the reserve is touched, and goes on by itself."""
    ours.add_from(giver, torrent, disk)
    wait_for("the word no-space", lambda: problem(ours, torrent) == "no-space", 60)
    usage = os.statvfs(disk)
    free = usage.f_bavail * usage.f_frsize
    if free < Small.reserve - 12 * MIB:  # what two seconds and the blocks under way may take
        raise Failure(f"only {free} bytes are free, the reserve is {Small.reserve}")
    common.mount("-o", f"remount,size={160 * MIB}", disk)
    ours.wait_complete(torrent, 60)
    contents.compare(torrent, disk)
    print(f"ok      a reserve of {Small.reserve >> 20} MiB, {free >> 20} MiB were free when it waited", flush=True)


def refuses_what_it_cannot_store(ours, torrents, profile_disk, downloads):
    """No add is confirmed that is not stored; when there is room, adding works again; the list survives."""
    filler = profile_disk / "filler"
    with open(filler, "wb") as file:
        try:
            while True:
                file.write(bytes(MIB))
                file.flush()
        except OSError:
            pass
    added, refused = [], 0
    for torrent in torrents:
        try:
            ours.add(torrent, downloads)
            added.append(torrent)
        except Failure as failure:
            if "store-unavailable" not in str(failure):
                raise
            refused += 1
    if not refused:
        raise Failure("nothing was refused on a full disk")
    filler.unlink()
    for torrent in torrents:
        if torrent not in added:
            ours.add(torrent, downloads)
    ours.program.kill()
    ours.start()
    ids = {row["id"] for row in ours.daemon.call("list")["torrents"]}
    if lost := [torrent.name for torrent in torrents if torrent.v1 not in ids]:
        raise Failure(f"lost after a full profile disk: {lost}")
    print(f"ok      a full profile disk: {refused} of {len(torrents)} refused, none lost", flush=True)


def main(source):
    common.own_mounts()
    with workspace() as folder:
        disk, profile_disk = folder / "disk", folder / "ours"
        for path, size in ((disk, 24), (profile_disk, 24)):
            path.mkdir()
            common.mount("-t", "tmpfs", "-o", f"size={size * MIB}", "tmpfs", path)
        tracker = NodeTracker()
        large = common.small_torrent(folder / "made", 0, 40 * MIB, tracker.announce, source, piece=64 << 10)
        larger = common.small_torrent(folder / "made", 1, 60 * MIB, tracker.announce, source, piece=64 << 10)
        little = [common.small_torrent(folder / "made", n, 200_000, tracker.announce, source) for n in range(2, 12)]
        tracker.start(folder, large)
        giver = Tributary(folder / "giver", 2)
        giver.start(upload_limit=12 * MIB)
        for torrent in (large, larger):
            giver.add(torrent, torrent.content)
            giver.wait_complete(torrent)
        ours = Small(profile_disk, 3)
        ours.start()
        runs_full_and_goes_on(ours, giver, large, disk)
        ours.stop()
        common.mount("-o", f"remount,size={90 * MIB}", disk)
        Small.reserve = 24 * MIB
        ours.start()
        keeps_the_reserve(ours, giver, larger, disk)
        refuses_what_it_cannot_store(ours, little, profile_disk, folder / "downloads")
        ours.stop()
        giver.stop()
        tracker.stop()


if __name__ == "__main__":
    common.run(main, seconds=400)
