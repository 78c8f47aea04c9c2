#!/usr/bin/python3
"""session.db truncated and bit-flipped under the real daemon: it starts, shows every torrent whole or as a row that can be repaired, and
repairs it. 5 damages, or 50 with TRIB_SOAK=full."""
import shutil

import common
from sandbox import Failure, wait_for, workspace

ROUNDS = 50 if common.FULL else 5
ITEMS = 60


def damage(database, source):
    """One of the ways in which a file goes bad; its name."""
    data = bytearray(database.read_bytes())
    way = source.choice(["truncated", "one bit", "a page of zeros", "noise", "empty"])
    if way == "truncated":
        data = data[:source.randrange(1, len(data))]
    elif way == "one bit":
        data[source.randrange(len(data))] ^= 1 << source.randrange(8)
    elif way == "a page of zeros":
        at = source.randrange(len(data) // 4096) * 4096
        data[at:at + 4096] = bytes(4096)
    elif way == "noise":
        at = source.randrange(len(data))
        data[at:at + 700] = source.randbytes(len(data[at:at + 700]))
    else:
        data = bytearray()
    database.write_bytes(data)
    return way


def main(source):
    with workspace() as folder:
        ours = common.Patient(folder / "ours", 3)
        torrents = [common.small_torrent(folder / "made", n, 40_000, "http://198.18.7.1:6969/announce", source) for n in range(ITEMS)]
        ours.start()
        for torrent in torrents:
            ours.daemon.call("add", sources=[str(torrent.path)], savePath=str(torrent.content))
        for torrent in torrents:
            wait_for("all complete", lambda t=torrent: ours.is_complete(t), 60)
        ours.stop()
        for snapshot in (ours.profile / "snapshots").glob("*"):
            snapshot.unlink()  # that of the first start knows of nothing
        ours.start()
        wait_for("today's snapshot", lambda: list((ours.profile / "snapshots").glob("session-*.db")), 30)
        ours.stop()
        good = folder / "good"
        shutil.copytree(ours.profile, good, ignore=shutil.ignore_patterns("*.sock", "lock"))
        for _ in range(ROUNDS):
            shutil.rmtree(ours.profile)
            shutil.copytree(good, ours.profile)
            way = damage(ours.profile / "session.db", source)
            ours.start()
            inspect(ours, torrents, way)
            ours.stop()
        print(f"ok      {ROUNDS} damages of {ITEMS} torrents", flush=True)


def loaded(ours):
    """The rows, once each has been read whole: a record may be readable and what belongs to it not."""
    rows = ours.daemon.call("list")["torrents"]
    return {row["id"]: row for row in rows} if all(row["state"] != "loading" for row in rows) else None


def inspect(ours, torrents, way):
    rows = wait_for("the list loaded", lambda: loaded(ours), 60)
    if lost := [torrent.name for torrent in torrents if torrent.v1 not in rows]:
        raise Failure(f"{way}: {len(lost)} of {len(torrents)} torrents vanished: {lost[:3]}")
    unreadable = [row["id"] for row in rows.values() if row["problem"]]
    for torrent_id in unreadable:
        if rows[torrent_id]["problem"]["kind"] != "unreadable-record":
            raise Failure(f"{way}: {rows[torrent_id]['problem']}")
        ours.daemon.call("repair", ids=[torrent_id])
    for torrent in torrents:
        wait_for(f"{torrent.name} seeding after {way}", lambda t=torrent: ours.is_complete(t), 60)
    print(f"{way}: {len(unreadable)} rows repaired", flush=True)


if __name__ == "__main__":
    common.run(main, seconds=3000 if common.FULL else 300)
