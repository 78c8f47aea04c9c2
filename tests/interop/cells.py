"""The matrix: who gives to whom, what, and how it is asked for. One cell is one transfer, checked by SHA-256 of every file."""
import contextlib
import time
from dataclasses import dataclass

import contents
import wire
from clients import DISABLE, PREFER, REQUIRE, RIVALS
from sandbox import Failure, workspace
from trackers import TRACKERS
from tributary import Tributary

MAKERS = {"v1": contents.make_v1, "hybrid": contents.make_hybrid}
EVERYONE = {**RIVALS, Tributary.name: Tributary}


@dataclass(frozen=True)
class Cell:
    giver: str
    taker: str
    version: str = "v1"          # v1, hybrid
    layout: str = "single"       # single, multi
    source: str = "torrent"      # torrent, magnet
    encryption: str = PREFER     # how Tributary is set

    def __str__(self):
        extra = "" if self.encryption == PREFER else f", encryption {self.encryption}d"
        return f"{self.giver} to {self.taker}: {self.version} {self.layout} by {self.source}{extra}"

    def tracker(self):
        """opentracker over UDP (aria2 speaks UDP to trackers only beside its DHT: over HTTP), or bittorrent-tracker over HTTP."""
        if self.layout == "single":
            return TRACKERS["bittorrent-tracker"]("http")
        return TRACKERS["opentracker"]("http" if "aria2" in (self.giver, self.taker) else "udp")


def matrix(rival):
    """Every cell with one rival, both ways."""
    versions = ("v1", "hybrid") if rival in ("qbittorrent", "webtorrent") else ("v1",)
    kinds = [(version, layout, source) for version in versions for layout in ("single", "multi") for source in ("torrent", "magnet")]
    return {"from": [Cell(rival, Tributary.name, *kind) for kind in kinds], "to": [Cell(Tributary.name, rival, *kind) for kind in kinds]}


def encryption_cells(rival):
    return {way: [Cell(giver, taker, encryption=mode) for mode in (REQUIRE, DISABLE)]
            for way, giver, taker in (("from", rival, Tributary.name), ("to", Tributary.name, rival))}


def run(cell, seed):
    """Failure if the transfer does not come to the same bytes. Returns how long it took, in seconds."""
    with workspace() as folder, contextlib.ExitStack() as stack:
        tracker = cell.tracker()
        torrent = MAKERS[cell.version](folder, cell.layout, tracker.announce, seed)
        stack.callback(tracker.stop)
        tracker.start(folder, torrent)
        giver, taker = EVERYONE[cell.giver](folder, 2), EVERYONE[cell.taker](folder, 3)
        tap = None if cell.encryption == PREFER else wire.Wiretap({giver.port, taker.port})
        seen = stack.enter_context(tap) if tap else None
        start = time.monotonic()
        for client in (giver, taker):
            client.start(cell.encryption if client.name == Tributary.name else rivals_encryption(cell))
        try:
            giver.add(torrent, torrent.content)
            giver.wait_complete(torrent)
            tracker.wait_for_seed(torrent)
            downloads = folder / "downloads"
            downloads.mkdir()
            taker.add(torrent, downloads, magnet=cell.source == "magnet")
            taker.wait_complete(torrent)
        finally:
            for client in (taker, giver):
                client.stop()
        contents.compare(torrent, downloads, taker.makes_empty_files)
        contents.compare(torrent, torrent.content)  # seeding changed nothing
        took = time.monotonic() - start
    if seen:
        check_wire(cell, seen, next(client for client in (giver, taker) if client.name == Tributary.name))
    return took


def rivals_encryption(cell):
    """Who prefers encryption over uTP does not fall back to plain text (Transmission 3.00), so where we refuse it the other must too."""
    return DISABLE if cell.encryption == DISABLE else PREFER


def check_wire(cell, seen, ours):
    ours_plain, all_plain = seen.handshakes.get(ours.address, 0), sum(seen.handshakes.values())
    if seen.lost or not seen.packets.get(ours.address):
        raise Failure(f"the wiretap missed packets: {seen}")
    if cell.encryption == REQUIRE and ours_plain:
        raise Failure(f"encryption was required, and we began {ours_plain} conversations in plain text")
    if cell.encryption == DISABLE and not ours_plain:
        raise Failure(f"encryption was disabled, and of {all_plain} conversations in plain text none was ours")
