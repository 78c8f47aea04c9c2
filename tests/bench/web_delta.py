#!/usr/bin/python3
"""How long the Web API takes for a delta with 100 changes among many torrents, and for a full list. Prints a line of JSON in milliseconds;
fails when the delta takes 10 ms or more (DESIGN.md 9). Not part of the gate.

    web_delta.py [--count N] [--runs N]
"""
import argparse
import json
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import filled  # noqa: E402

import sandbox  # noqa: E402
from clients import DISABLE  # noqa: E402
from remote_api import Api, Served, set_password  # noqa: E402
from sandbox import Failure, wait_for, workspace  # noqa: E402

LIMIT_MS = 10
CHANGED = 100


class Filled(Served):
    count = 0

    def launch(self, encryption, upload_limit):
        filled.fill(self.folder / "profile", self.count, stopped=True)  # what announces to nobody would change meanwhile
        set_password(self.folder / "profile")
        return super().launch(encryption, upload_limit)


def delta(api, rid, hashes, tag):
    """Milliseconds of the delta after the tag was put on them, and the next rid."""
    api.post("torrents/addTags", hashes="|".join(hashes), tags=tag)
    time.sleep(2)  # until the journal has them
    begun = time.monotonic()
    answer = api.get("sync/maindata", rid=rid)
    took = (time.monotonic() - begun) * 1000
    changed = answer.get("torrents", {})
    if answer.get("full_update") or len(changed) < CHANGED or len(changed) > 2 * CHANGED:
        raise Failure(f"not a delta of {CHANGED} changes: {len(changed)} torrents, full update: {answer.get('full_update')}")
    if any(tag not in row["tags"] for row in changed.values()):
        raise Failure("the delta does not tell of the tag")
    return took, answer["rid"]


def full(api, count):
    begun = time.monotonic()
    rows = api.get("torrents/info")
    took = (time.monotonic() - begun) * 1000
    if len(rows) != count:
        raise Failure(f"{len(rows)} of {count} torrents are listed")
    return took


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    sandbox.enter(600)
    with workspace() as folder:
        client = Filled(folder, 2)
        client.count = options.count
        client.start(DISABLE)
        try:
            api = Api()
            api.login()
            hashes = [row["hash"] for row in wait_for("full list", lambda: len(api.get("torrents/info")) == options.count and
                                                      api.get("torrents/info", limit=CHANGED), 60, 0.5)]
            wait_for("quiet", lambda: not api.get("sync/maindata", rid=api.get("sync/maindata")["rid"]).get("torrents"), 120, 2)
            rid, deltas = api.get("sync/maindata")["rid"], []
            for run in range(options.runs):
                took, rid = delta(api, rid, hashes, f"measured-{run}")
                deltas.append(took)
            figures = {"delta_ms": statistics.median(deltas), "full_ms": statistics.median(full(api, options.count) for _ in range(options.runs))}
        finally:
            client.stop()
    print(json.dumps(figures))
    return 0 if figures["delta_ms"] < LIMIT_MS else 1


if __name__ == "__main__":
    sys.exit(main())
