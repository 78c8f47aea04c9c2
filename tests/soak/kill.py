#!/usr/bin/python3
"""kill -9 at random moments of a busy session: what was said to be added is there, what was said to be removed is not, what was verified is
not downloaded again, and in the end every file is byte-identical. 20 kills, or 200 with TRIB_SOAK=full."""
import json
import socket
import threading
import time

import common
import contents
from sandbox import Failure, wait_for, workspace
from trackers import NodeTracker
from tributary import Tributary

KILLS = 200 if common.FULL else 20
ITEMS = 24
RATE = 600_000      # bytes per second that the giver gives: there is always something under way
SLACK = 8 * (16 << 10)  # pieces of a torrent that were complete at a kill and not verified yet


class Session:
    """What the daemon has told us so far. An operation that it had not answered when it died may have happened or not."""

    def __init__(self):
        self.present, self.absent, self.unsure = set(), set(), set()
        self.verified = {}  # id: most bytes that were seen done


def operate(ours, session, torrents, downloads, source, stop):
    """Adds and removes as fast as the daemon answers, until it dies."""
    while not stop.is_set():
        torrent = source.choice(torrents)
        adding = torrent.v1 not in session.present
        removing = not adding and source.random() < 0.15
        try:
            if adding:
                session.unsure.add(torrent.v1)
                ours.daemon.call("add", sources=[str(torrent.path)], savePath=str(downloads / torrent.v1))
                session.present.add(torrent.v1)
                session.absent.discard(torrent.v1)
            elif removing:
                session.unsure.add(torrent.v1)
                session.present.discard(torrent.v1)
                ours.daemon.call("remove", ids=[torrent.v1], files="delete")
                session.absent.add(torrent.v1)
                session.verified.pop(torrent.v1, None)
            else:
                for row in ours.daemon.call("list")["torrents"]:
                    session.verified[row["id"]] = max(session.verified.get(row["id"], 0), row["done"])
                continue
            session.unsure.discard(torrent.v1)
        except (OSError, json.JSONDecodeError, socket.timeout):
            return
        except Failure as failure:
            if "duplicate-torrent" in str(failure) or "no-such-torrent" in str(failure):
                raise
            return


def check(ours, session):
    """After a restart: the list is what we were told."""
    rows = {row["id"]: row for row in ours.daemon.call("list")["torrents"]}
    if missing := session.present - set(rows) - session.unsure:
        raise Failure(f"{len(missing)} torrents were lost: {sorted(missing)[:3]}")
    if back := (set(rows) & session.absent) - session.unsure:
        raise Failure(f"{len(back)} removed torrents came back: {sorted(back)[:3]}")
    if broken := [row for row in rows.values() if row["problem"]]:
        raise Failure(f"a problem after the restart: {broken[0]['problem']}")
    session.present = set(rows)
    session.absent -= session.present
    for gone in set(session.verified) - session.present:
        del session.verified[gone]  # a removal that was stored and not answered any more
    session.unsure.clear()
    loaded = wait_for("the torrents with the engine", lambda: all_loaded(ours), 60)
    for row in loaded:
        before = session.verified.get(row["id"], 0)
        if row["done"] + SLACK < before:
            raise Failure(f"{row['name']}: {before} bytes were done before the kill, {row['done']} after it")


def all_loaded(ours):
    rows = ours.daemon.call("list")["torrents"]
    return rows if all(row["state"] not in ("loading", "checking", "queued-for-check") for row in rows) else None


def main(source):
    with workspace() as folder:
        tracker = NodeTracker()
        torrents = [common.small_torrent(folder / "made", n, source.choice([3, 20, 40]) * 100_000, tracker.announce, source) for n in range(ITEMS)]
        tracker.start(folder, torrents[0])
        giver = Tributary(folder / "giver", 2)
        giver.start(upload_limit=RATE)
        for torrent in torrents:
            giver.add(torrent, torrent.content)
        ours, downloads, session = Tributary(folder / "ours", 3), folder / "downloads", Session()
        ours.start()
        for kill in range(KILLS):
            stop = threading.Event()
            worker = threading.Thread(target=operate, args=(ours, session, torrents, downloads, source, stop))
            worker.start()
            time.sleep(source.uniform(0.05, 2.5))
            ours.program.kill()
            stop.set()
            worker.join(70)
            ours.start()
            check(ours, session)
            if (kill + 1) % 20 == 0:
                print(f"{kill + 1} kills, {len(session.present)} torrents in the list", flush=True)
        finish(ours, giver, torrents, session, downloads)
        ours.stop()
        giver.stop()
        tracker.stop()


def finish(ours, giver, torrents, session, downloads):
    """Everything that is in the list gets complete and is what it should be."""
    giver.daemon.call("limit", upload=0)
    left = [torrent for torrent in torrents if torrent.v1 in session.present]
    for torrent in left:
        wait_for(f"{torrent.name} complete", lambda t=torrent: ours.is_complete(t), 120, 0.2)
    ours.stop()
    for torrent in left:
        contents.compare(torrent, downloads / torrent.v1)
    print(f"ok      {KILLS} kills, {len(left)} torrents byte-identical", flush=True)
    ours.start()


if __name__ == "__main__":
    common.run(main, seconds=5000 if common.FULL else 400)
