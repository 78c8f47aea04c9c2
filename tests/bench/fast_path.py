#!/usr/bin/python3
"""What our shipped defaults cost on a fast path: one tributaryd downloads from another over loopback, with the defaults and with TCP only,
in turn. Prints each run in MB/s, and the ratio of the medians as JSON; fails below 0.9 (DESIGN.md 9). Not part of the gate.

    fast_path.py [--size MIB] [--runs N]
"""
import argparse
import hashlib
import json
import os
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "interop"))

import contents  # noqa: E402
import sandbox  # noqa: E402
from clients import PREFER  # noqa: E402
from sandbox import Failure, workspace  # noqa: E402
from tributary import Tributary  # noqa: E402

WAYS = {"defaults": {}, "TCP only": {"network/utp": "false"}}
LEAST = 0.9
PIECE = 1 << 20


class Client(Tributary):
    extra = {}

    def settings(self, encryption, upload_limit):
        quiet = {key: value for key, value in super().settings(encryption, upload_limit).items()
                 if key not in ("network/encryption", "transfer/upload_limit")}  # these too as they are shipped
        return {**quiet, **self.extra}


def make(folder, mebibytes):
    content, pieces = folder / "content", []
    content.mkdir()
    with open(content / "big.bin", "wb") as file:
        for _ in range(mebibytes):
            block = os.urandom(PIECE)
            file.write(block)
            pieces.append(hashlib.sha1(block).digest())
    info = {"name": "big.bin", "length": mebibytes * PIECE, "piece length": PIECE, "pieces": b"".join(pieces)}
    path = folder / "content.torrent"
    path.write_bytes(contents.bencode({"info": info}))
    return contents.Torrent("big.bin", path, content, mebibytes * PIECE, hashlib.sha1(contents.bencode(info)).hexdigest(), "", "", [])


def once(torrent, folder, extra):
    """MB/s of one download."""
    giver, taker = Client(folder, 2), Client(folder, 3)
    for client in (giver, taker):
        client.extra = extra
        client.start(PREFER)
    try:
        giver.add(torrent, torrent.content)
        giver.wait_complete(torrent)
        downloads = folder / "downloads"
        downloads.mkdir()
        taker.add(torrent, downloads)
        start = time.monotonic()
        taker.daemon.call("addPeer", id=torrent.v1, endpoint=f"{giver.address}:{giver.port}")
        taker.wait_complete(torrent)
        return torrent.size / (time.monotonic() - start) / 1e6
    finally:
        for client in (taker, giver):
            client.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=512, help="MiB")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    sandbox.enter(seconds=600 * options.runs)
    rates = {way: [] for way in WAYS}
    with workspace() as folder:
        torrent = make(folder, options.size)
        for _ in range(options.runs):
            for way, extra in WAYS.items():
                with workspace() as place:
                    rates[way].append(once(torrent, place, extra))
                print(f"{way:>9}: {rates[way][-1]:7.1f} MB/s", flush=True)
    ratio = statistics.median(rates["defaults"]) / statistics.median(rates["TCP only"])
    print(json.dumps({"ratio": ratio}), flush=True)
    return 0 if ratio >= LEAST else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as failure:
        sys.exit(f"FAILED  {failure}")
