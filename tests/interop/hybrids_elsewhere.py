#!/usr/bin/python3
"""Pins what the two old clients do with a hybrid torrent (BEP 52), so that nobody looks for the fault here.

Transmission 3.00 refuses the file as invalid. aria2 1.36 takes it and computes an info-hash that is neither the v1 nor the v2 one
(it loses the empty keys of the file tree), so it finds nobody. If one of them ever does better, this test fails: then the
pair belongs into the matrix of cells.py.
"""
import random
import sys

import contents
import sandbox
from clients import Aria2, Transmission
from sandbox import TRACKER_ADDRESS, Failure, workspace

ANNOUNCE = f"http://{TRACKER_ADDRESS}:6969/announce"


def transmission_refuses(torrent, folder):
    client = Transmission(folder, 2)
    client.start()
    try:
        client.add(torrent, folder / "downloads")
    except Failure as failure:
        if "invalid or corrupt torrent file" not in str(failure):
            raise
        return
    finally:
        client.stop()
    raise Failure("transmission-daemon takes hybrid torrents now")


def aria2_computes_another_hash(torrent, folder):
    client = Aria2(folder, 3)
    client.start()
    try:
        client.add(torrent, folder / "downloads")
        info_hash = client.status()["infoHash"]
    finally:
        client.stop()
    if info_hash in torrent.hashes:
        raise Failure("aria2 computes the hash of hybrid torrents rightly now")


def main():
    sandbox.enter(seconds=120)
    seed = random.SystemRandom().randrange(1 << 31)
    for layout in ("single", "multi"):
        for check in (transmission_refuses, aria2_computes_another_hash):
            with workspace() as folder:
                check(contents.make_hybrid(folder, layout, ANNOUNCE, seed), folder)
            print(f"ok      {check.__name__.replace('_', ' ')}: {layout}", flush=True)


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"FAILED  {failure}")
