#!/usr/bin/python3
"""Taking over from Debian's qBittorrent (both of its stores) and Transmission, with profiles that they themselves have made.

imports.py qbittorrent-files|qbittorrent-sqlite|transmission

Each has torrents that are complete, partly there, stopped, renamed and labelled, changed since, gone since, and a magnet link. The plan
says so and touches nothing; carried out, everything is where it was, and no byte of the content has been read anew or changed that
did not have to be. There are no other peers: what is there afterwards was there before.
"""
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import sandbox
from clients import PREFER, QBittorrent, Transmission
from sandbox import Failure, our_program, wait_for, workspace
from tributary import Tributary

MAGNET = "a" * 40
PIECE = 65536


@dataclass
class Item:
    name: str
    path: Path   # the .torrent
    folder: Path  # where its content lies
    v1: str

    @property
    def magnet(self):
        return f"magnet:?xt=urn:btih:{self.v1}"


def expect(what, holds):
    if not holds:
        raise Failure(what)


def tree(folder):
    """Content and times of all files below."""
    return {path.relative_to(folder).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
            for path in sorted(folder.rglob("*")) if path.is_file()}


def make(place, rng, name):
    content = place / "data" / name / name
    content.mkdir(parents=True)
    (content / "one.bin").write_bytes(rng.randbytes(10 * PIECE))
    (content / "two.bin").write_bytes(rng.randbytes(6 * PIECE + 100))
    path = place / f"{name}.torrent"
    done = subprocess.run([our_program("tributaryd"), "create", "--json", "--format", "v1", "--piece-size", str(PIECE), content, path],
                          capture_output=True, text=True, timeout=60)
    expect(f"create: {done.stderr}", done.returncode == 0)
    return Item(name, path, content.parent, json.loads(done.stdout)["infoHashV1"])


def age(folder):
    """What was downloaded is older than what the client remembers of it."""
    past = time.time() - 3600
    for path in folder.rglob("*"):
        if path.is_file():
            os.utime(path, (past, past))


class OldQBittorrent:
    plan_name = "qbittorrent"

    def __init__(self, place, store):
        self.store = store
        self.client = QBittorrent(place, 2)
        self.client.folder.mkdir(parents=True, exist_ok=True)

    def start(self):
        launch = self.client.launch

        def with_store(encryption, upload_limit):
            config = self.client.folder / "qBittorrent" / "config" / "qBittorrent.conf"
            program = launch(encryption, upload_limit)
            program.kill()  # it was launched for its configuration, which this goes into
            shutil.rmtree(self.client.folder / "qBittorrent" / "data", ignore_errors=True)
            config.write_text(config.read_text().replace("[BitTorrent]\n", f"[BitTorrent]\nSession\\ResumeDataStorageType={self.store}\n"))
            return sandbox.Program([sandbox.need("qbittorrent-nox"), f"--profile={self.client.folder}"], self.client.folder)

        self.client.launch = with_store
        self.client.start(PREFER)

    def ask(self, path, **fields):
        return self.client.api(path, urlencode(fields).encode(), {"Content-Type": "application/x-www-form-urlencoded"})

    def rows(self):
        return {row["hash"]: row for row in json.loads(self.client.api("torrents/info"))}

    def fill(self, items, place):
        for item in items.values():
            self.client.add(item, item.folder)
        self.ask("torrents/add", urls="magnet:?xt=urn:btih:" + MAGNET + "&dn=to+come", savepath=str(place / "data"))

        def checked():
            rows = self.rows()
            return all(item.v1 in rows and rows[item.v1]["state"] in ("stalledUP", "uploading", "stalledDL", "downloading", "queuedUP", "queuedDL")
                       for item in items.values()) and MAGNET in rows
        wait_for("check of all torrents in qBittorrent", checked, 60)
        labelled = items["labelled"]
        self.ask("torrents/createCategory", category="films", savePath=str(place / "films"))
        self.ask("torrents/setCategory", hashes=labelled.v1, category="films")
        self.ask("torrents/addTags", hashes=labelled.v1, tags="old,good")
        self.ask("torrents/setUploadLimit", hashes=labelled.v1, limit=123_000)
        self.ask("torrents/setShareLimits", hashes=labelled.v1, ratioLimit="1.5", seedingTimeLimit="600")
        self.ask("torrents/renameFile", hash=labelled.v1, oldPath="labelled/one.bin", newPath="labelled/renamed.bin")
        self.ask("torrents/rename", hash=labelled.v1, name="A better name")
        self.ask("torrents/pause", hashes=items["stopped"].v1)
        self.ask("torrents/setForceStart", hashes=items["complete"].v1, value="true")
        wait_for("renamed file", lambda: (labelled.folder / "labelled" / "renamed.bin").exists(), 30)
        wait_for("states as asked for", lambda: (lambda rows: rows[items["complete"].v1]["state"] == "forcedUP" and
                                                 rows[items["stopped"].v1]["state"] == "pausedUP")(self.rows()), 30)
        self.ask("torrents/addTags", hashes=items["complete"].v1, tags="forced")  # 4.5.2 may forget the state alone
        return {key: self.rows()[item.v1]["completed"] for key, item in items.items()}

    def stop(self):
        self.ask("app/shutdown")
        self.client.program.process.wait(60)

    def expected(self, row):
        expect(f"labels {row}", row["category"] == "films" and row["tags"] == ["good", "old"] and row["name"] == "A better name")


class OldTransmission:
    plan_name = "transmission"

    def __init__(self, place, store):
        del store
        self.client = Transmission(place, 2)

    def start(self):
        self.client.start(PREFER)

    def rows(self):
        fields = ["hashString", "status", "haveValid", "leftUntilDone", "recheckProgress", "metadataPercentComplete"]
        return {row["hashString"]: row for row in self.client.call("torrent-get", fields=fields)["torrents"]}

    def fill(self, items, place):
        for item in items.values():
            self.client.add(item, item.folder)
        for item in items.values():
            self.client.call("torrent-verify", ids=[item.v1])
        self.client.call("torrent-add", filename="magnet:?xt=urn:btih:" + MAGNET + "&dn=to+come", **{"download-dir": str(place / "data")})

        def checked():
            rows = self.rows()
            return MAGNET in rows and all(item.v1 in rows and rows[item.v1]["status"] in (4, 6) and rows[item.v1]["haveValid"] > 0
                                          for item in items.values())
        wait_for("check of all torrents in Transmission", checked, 60)
        labelled = items["labelled"]
        self.client.call("torrent-set", ids=[labelled.v1], labels=["old", "good"], uploadLimit=123, uploadLimited=True, seedRatioMode=1, seedRatioLimit=1.5)
        self.client.call("torrent-rename-path", ids=[labelled.v1], path="labelled/one.bin", name="renamed.bin")
        self.client.call("torrent-stop", ids=[items["stopped"].v1])
        wait_for("renamed file", lambda: (labelled.folder / "labelled" / "renamed.bin").exists(), 30)
        rows = self.rows()
        return {key: rows[item.v1]["haveValid"] for key, item in items.items()}

    def stop(self):
        self.client.stop()

    def expected(self, row):
        expect(f"labels {row}", row["tags"] == ["good", "old"])


def break_things(items):
    """What happens to a disk between two clients."""
    with open(items["changed"].folder / "changed" / "one.bin", "r+b") as file:
        file.seek(3 * PIECE)
        file.write(bytes(PIECE))  # and its time is now
    os.utime(items["changed"].folder / "changed" / "one.bin", (time.time() + 60, time.time() + 60))
    shutil.rmtree(items["gone"].folder / "gone")


STATES = {"complete": "complete", "stopped": "complete", "labelled": "complete", "partial": "partial", "changed": "to-check", "gone": "missing"}


def import_command(old, folder, *options, profile=None):
    run = subprocess.run([our_program("tributaryd"), *(["--profile", str(profile)] if profile else []), "import", old.plan_name, "--from", str(folder),
                          "--json", *options], capture_output=True, text=True, timeout=120)
    expect(f"import: {run.returncode} {run.stdout} {run.stderr}", run.returncode == 0)
    return json.loads(run.stdout)


def check_plan(plan, items, old):
    rows = {row["id"]: row for row in plan["torrents"]}
    expect(f"unreadable {plan['unreadable']}", not plan["unreadable"])
    expect(f"{len(rows)} torrents", set(rows) == {item.v1 for item in items.values()} | {MAGNET})
    for key, item in items.items():
        row = rows[item.v1]
        expect(f"{key}: {row}", row["state"] == STATES[key] and row["savePath"] == str(item.folder) and not row["notes"])
        expect(f"{key} is stopped or not: {row}", row["stopped"] == (key in ("stopped", "gone")))
    expect(f"magnet {rows[MAGNET]}", rows[MAGNET]["state"] == "no-data")
    if old.plan_name == "qbittorrent":
        expect(f"categories {plan['categories']}", [category["name"] for category in plan["categories"]] == ["films"])
        expect("forced", rows[items["complete"].v1]["forced"] and not rows[items["partial"].v1]["forced"])


def carry_out(place, old, items, completed):
    ours = Tributary(place, 3)
    ours.start()
    answer = import_command(old, old.client.folder, profile=ours.profile)
    expect(f"outcome {answer}", len(answer["ids"]) == len(items) + 1 and not answer["failed"] and not answer["unreadable"])

    def row(key):
        return {row["id"]: row for row in ours.daemon.call("list")["torrents"]}[items[key].v1]

    for key in ("complete", "labelled"):
        found = wait_for(f"{key} seeding", lambda key=key: (lambda r: r if r["state"] in ("seeding", "finished", "queued-for-seeding") else None)(row(key)), 30)
        expect(f"{key} is complete: {found}", found["done"] == found["wanted"] > 0)
    old.expected(row("labelled"))
    stopped = row("stopped")
    expect(f"stopped: {stopped}", stopped["state"] in ("stopped", "finished") and stopped["done"] == stopped["wanted"])
    partial = wait_for("partial torrent", lambda: (lambda r: r if r["done"] > 0 else None)(row("partial")), 30)
    expect(f"partial: {partial['done']} of {completed['partial']}", partial["done"] == completed["partial"] < partial["wanted"])
    changed = wait_for("check of the changed torrent", lambda: (lambda r: r if r["done"] > 0 and r["state"] != "checking" else None)(row("changed")), 60)
    expect(f"changed: {changed}", changed["done"] == changed["wanted"] - PIECE)
    gone = row("gone")
    expect(f"gone: {gone}", gone["done"] == 0 and not (items["gone"].folder / "gone").exists())
    again = subprocess.run([our_program("tributaryd"), "--profile", str(ours.profile), "import", old.plan_name, "--from", str(old.client.folder), "--json"],
                           capture_output=True, text=True, timeout=60)
    codes = {failed["code"] for failed in json.loads(again.stdout)["failed"]}
    expect(f"a second time: {again.stdout}", codes == {"duplicate-torrent"})
    ours.stop()


def main(name):
    seed = int(os.environ.get("TRIB_SEED") or random.SystemRandom().randrange(2**32))
    print(f"TRIB_SEED={seed}")
    rng = random.Random(seed)
    with workspace() as place:
        place.chmod(0o777)
        items = {key: make(place, rng, key) for key in STATES}
        with open(items["partial"].folder / "partial" / "two.bin", "r+b") as file:
            file.write(bytes(3 * PIECE))
        age(place / "data")
        old = OldTransmission(place, None) if name == "transmission" else OldQBittorrent(place, "SQLite" if name.endswith("sqlite") else "Legacy")
        old.start()
        completed = old.fill(items, place)
        time.sleep(1.1)  # times of files count in seconds in Transmission's store
        old.stop()
        break_things(items)
        before, data = tree(old.client.folder), tree(place / "data")
        plan = import_command(old, old.client.folder, "--dry-run")
        check_plan(plan, items, old)
        print(f"ok  the plan: {plan['store']}")
        expect("the plan changed the other client's profile", tree(old.client.folder) == before)
        carry_out(place, old, items, completed)
        expect("the other client's profile has changed", tree(old.client.folder) == before)
        after = tree(place / "data")
        differing = [path for path in set(data) | set(after) if data.get(path) != after.get(path) and not path.endswith(".parts")]
        expect(f"content has changed: {differing}", not differing)
        print("ok  carried out: everything is where it was, and the content is untouched")


if __name__ == "__main__":
    if sys.argv[1:] not in (["qbittorrent-files"], ["qbittorrent-sqlite"], ["transmission"]):
        sys.exit(__doc__)
    sandbox.enter(280)
    main(sys.argv[1])
