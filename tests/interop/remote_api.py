#!/usr/bin/python3
"""tributaryd's API for other programs, end to end: what Sonarr, cross-seed and autobrr do, on a real transfer; @ctrl/qbittorrent; the example.

The sequences are those of the tools' sources (the calls, their order and the fields that are read); each field is looked at, not the status
alone.
"""
import base64
import http.client
import json
import os
import random
import shutil
import subprocess
import sys
import time
import uuid
from pathlib import Path
from urllib.parse import urlencode

import contents
import sandbox
from clients import Transmission
from sandbox import ROOT, Failure, our_program, wait_for, workspace
from trackers import NodeTracker
from tributary import Tributary

USER, PASSWORD, PORT = "admin", "a long enough password", 8080
HERE = Path(__file__).resolve().parent


def check(condition, what):
    if not condition:
        raise Failure(what)


def set_password(profile):
    subprocess.run([our_program("tributaryd"), "--profile", str(profile), "--set-api-password"], input=PASSWORD + "\n" + PASSWORD + "\n",
                   text=True, check=True, timeout=60, capture_output=True)


class Served(Tributary):
    """With the API on, and a password."""

    def settings(self, encryption, upload_limit):
        return {**super().settings(encryption, upload_limit), "remote/enabled": "true", "remote/port": PORT}

    def launch(self, encryption, upload_limit):
        profile = self.folder / "profile"
        if not profile.exists():
            set_password(profile)
        return super().launch(encryption, upload_limit)


class Api:
    """One tool: its cookie, and its requests as it sends them."""

    def __init__(self, cookie=None, basic=False):
        self.cookie, self.basic = cookie, basic

    def request(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        headers = dict(headers or {})
        if self.cookie:
            headers["Cookie"] = self.cookie
        if self.basic:
            headers["Authorization"] = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        connection.request(method, "/api/v2/" + path, body, headers)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer, data

    def get(self, path, **query):
        answer, data = self.request("GET", path + ("?" + urlencode(query) if query else ""))
        check(answer.status == 200, f"GET {path}: {answer.status} {data[:200]}")
        return json.loads(data) if answer.getheader("Content-Type", "").startswith("application/json") else data.decode()

    def post(self, path, status=200, **fields):
        answer, data = self.request("POST", path, urlencode(fields), {"Content-Type": "application/x-www-form-urlencoded"})
        check(answer.status == status, f"POST {path}: {answer.status} {data[:200]}")
        return data.decode()

    def add(self, torrent, **fields):
        boundary = uuid.uuid4().hex
        body = b"".join(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields.items())
        body += (f'--{boundary}\r\nContent-Disposition: form-data; name="torrents"; filename="x.torrent"\r\n'
                 f"Content-Type: application/x-bittorrent\r\n\r\n").encode() + torrent.path.read_bytes() + f"\r\n--{boundary}--\r\n".encode()
        answer, data = self.request("POST", "torrents/add", body, {"Content-Type": f"multipart/form-data; boundary={boundary}"})
        return answer.status, data.decode()

    def login(self, password=PASSWORD):
        answer, data = self.request("POST", "auth/login", urlencode({"username": USER, "password": password}),
                                    {"Content-Type": "application/x-www-form-urlencoded"})
        if answer.status == 200 and data in (b"Ok.", b""):
            self.cookie = answer.getheader("Set-Cookie").split(";")[0]
        return answer.status, data.decode()

    def row(self, torrent):
        rows = self.get("torrents/info", hashes=torrent.v1)
        return rows[0] if rows else None


def numbers(row, names):
    for name in names:
        check(isinstance(row.get(name), (int, float)) and not isinstance(row.get(name), bool), f"{name} is no number: {row.get(name)}")


def reachable():
    try:
        return Api().request("GET", "app/version")
    except OSError:
        return None


def strangers():
    """Nothing without credentials; the probe, an expired session and a wrong password as Sonarr understands them."""
    answer, _ = Api().request("GET", "app/webapiVersion")
    check(answer.status in (200, 403), f"the probe answers {answer.status}: Sonarr would take this for another program")
    for path in ("torrents/info", "app/preferences", "sync/maindata"):
        answer, _ = Api(cookie="SID=expired").request("GET", path)
        check(answer.status == 403, f"{path} with an expired session answers {answer.status}: Sonarr would not log in again")
    status, body = Api().login("wrong")
    check((status, body) in ((401, "Fails."), (200, "Fails.")), f"a wrong password answers {status} {body}")


def sonarr(torrent, downloads):
    """Probe, login, settings, category, add, poll, done, import path, delete."""
    api = Api()
    check(api.login()[0] == 200, "no login")
    version = tuple(map(int, api.get("app/webapiVersion").split(".")))
    preferences = api.get("app/preferences")
    for key in ("save_path", "max_ratio_enabled", "max_ratio", "max_seeding_time_enabled", "max_seeding_time", "max_ratio_act", "queueing_enabled", "dht"):
        check(key in preferences, f"no {key} in the preferences")
    check(not preferences["max_ratio_enabled"] or preferences["max_ratio_act"] == 0, "Sonarr refuses a client that removes by itself")
    if "tv-sonarr" not in api.get("torrents/categories"):
        api.post("torrents/createCategory", category="tv-sonarr", savePath="")
    held = {"stopped" if version >= (2, 11, 0) else "paused": "false"}
    check(api.add(torrent, category="tv-sonarr", savepath=str(downloads), **held) == (200, "Ok."), "not added")
    check(any(api.row(torrent) or time.sleep(0.1) for _ in range(10)), "not in the list within a second of being added")
    check(api.add(torrent, category="tv-sonarr") == (200, "Fails."), "a duplicate is not refused")
    api.post("torrents/topPrio", hashes=torrent.v1)
    api.post("torrents/setShareLimits", hashes=torrent.v1, ratioLimit="2.0", seedingTimeLimit="-2", inactiveSeedingTimeLimit="-2")
    api.post("torrents/addTags", hashes=torrent.v1, tags="season-1")
    seen = set()

    def done():
        rows = api.get("torrents/info", category="tv-sonarr")
        check(len(rows) == 1, f"{len(rows)} torrents in the category")
        seen.add(rows[0]["state"])
        check(rows[0]["state"] not in ("error", "missingFiles", "unknown"), f"state {rows[0]['state']}")
        numbers(rows[0], ("size", "progress", "eta", "ratio", "ratio_limit", "seeding_time", "seeding_time_limit", "inactive_seeding_time_limit", "last_activity"))
        return rows[0]["progress"] == 1 and rows[0]["state"] in ("uploading", "stalledUP", "queuedUP", "forcedUP", "stoppedUP") and rows[0]

    row = wait_for("complete download by the API", done, 90)
    check(seen & {"downloading", "stalledDL", "queuedDL", "metaDL", "checkingResumeData"}, f"only {seen} were seen")
    check(row["ratio_limit"] == 2 and row["category"] == "tv-sonarr" and row["tags"] == "season-1", f"{row}")
    check(row["content_path"] != row["save_path"], "Sonarr refuses to import from the folder for downloads itself")
    check(Path(row["content_path"]).exists() and Path(row["save_path"]) == downloads, f"{row['content_path']} in {row['save_path']}")
    properties, files = api.get("torrents/properties", hash=torrent.v1), api.get("torrents/files", hash=torrent.v1)
    check(properties["save_path"] == row["save_path"] and properties["seeding_time"] >= 0, f"{properties}")
    check(all((downloads / file["name"]).exists() for file in files if file["size"]), "a file is not where the API says")
    contents.compare(torrent, downloads)
    api.post("torrents/delete", hashes=torrent.v1, deleteFiles="true")
    check(api.row(torrent) is None, "still in the list when its removal was answered")
    check(not Path(row["content_path"]).exists(), "its files are still there")


def cross_seed(torrent):
    """What cross-seed reads and sends: the content is there already and is not checked or fetched again."""
    api = Api()
    api.login()
    check(api.get("app/version").startswith("v5."), "the major version chooses the spellings")
    api.post("torrents/createTags", tags="cross-seed")
    status, body = api.add(torrent, savepath=str(torrent.content), autoTMM="false", category="", tags="cross-seed", contentLayout="Original",
                           skip_checking="true", paused="true", stopped="true")
    check((status, body) == (200, "Ok."), f"{status} {body}")
    api.post("torrents/recheck", hashes=torrent.v1)
    row = wait_for("checked torrent", lambda: (row := api.row(torrent)) and row["state"] in ("stoppedUP", "pausedUP") and row, 60)
    check(row["progress"] == 1 and row["amount_left"] == 0, f"{row}")
    for path in ("torrents/resume", "torrents/start"):  # both spellings
        api.post(path, hashes=torrent.v1)
    wait_for("seeding torrent", lambda: api.row(torrent)["state"] in ("uploading", "stalledUP", "queuedUP", "forcedUP"), 30)
    for path in ("torrents/pause", "torrents/stop"):
        api.post(path, hashes=torrent.v1)
    rows = api.get("torrents/info", includeTrackers="true", includeFiles="true")
    wanted = {"hash", "infohash_v1", "name", "save_path", "content_path", "category", "tags", "size", "total_size", "progress", "amount_left", "state",
              "auto_tmm", "tracker", "added_on", "completion_on", "download_path", "seeding_time", "trackers", "files"}
    check(not wanted - set(rows[0]), f"missing: {wanted - set(rows[0])}")
    check(rows[0]["infohash_v1"] == torrent.v1 and rows[0]["auto_tmm"] is False, f"{rows[0]}")
    trackers = [tracker for tracker in api.get("torrents/trackers", hash=torrent.v1) if not tracker["url"].startswith("** [")]
    check([tracker["url"] for tracker in trackers] == [torrent.announce] and "tier" in trackers[0], f"{trackers}")
    files = api.get("torrents/files", hash=torrent.v1)
    check(sum(file["size"] for file in files) == torrent.size and all({"name", "size", "progress", "index"} <= set(file) for file in files), f"{files}")
    answer, exported = api.request("GET", "torrents/export?hash=" + torrent.v1)
    info = torrent.path.read_bytes()
    info = info[info.index(b"4:info") + 6:-1]
    check(answer.status == 200 and info in exported, "what is exported is not what was added")
    return api


def autobrr(api, torrent):
    """What autobrr asks before it adds (who is downloading, how fast), and afterwards until a tracker has answered."""
    api.post("torrents/resume", hashes=torrent.v1)
    for row in api.get("torrents/info", filter="downloading"):
        numbers(row, ("dlspeed", "progress", "amount_left"))
    transfer = api.get("transfer/info")
    numbers(transfer, ("dl_info_speed", "up_info_speed", "dl_rate_limit", "up_rate_limit"))

    def announced():
        api.post("torrents/reannounce", hashes=torrent.v1)
        trackers = [tracker for tracker in api.get("torrents/trackers", hash=torrent.v1) if not tracker["url"].startswith("** [")]
        numbers(trackers[0], ("status", "num_seeds", "num_peers"))
        check(isinstance(trackers[0]["msg"], str), "no message")
        return trackers[0]["status"] == 2

    wait_for("working tracker", announced, 60, 1)
    api.post("torrents/setForceStart", hashes=torrent.v1, value="true")
    wait_for("forced torrent", lambda: api.row(torrent)["force_start"] and api.row(torrent)["state"] == "forcedUP", 30)
    api.post("torrents/delete", hashes=torrent.v1, deleteFiles="false")
    check(torrent.content.exists() and not api.get("torrents/info"), "what was to stay is gone, or what was to go is there")


def driven(torrent):
    run = subprocess.run([sandbox.need("node"), str(HERE / "remote_api.js"), f"http://127.0.0.1:{PORT}", USER, PASSWORD, str(torrent.path)],
                         env={**os.environ, "NODE_PATH": str(sandbox.node_modules())}, capture_output=True, text=True, timeout=120)
    check(run.returncode == 0, f"@ctrl/qbittorrent: {run.stdout} {run.stderr}")


def example(torrent, folder):
    """packaging/examples/watch_and_add.py: a file appears in a folder, and the download is told complete."""
    watched = folder / "watched"
    watched.mkdir()
    shutil.copy(torrent.path, watched / "new.torrent")
    run = subprocess.run([sys.executable, str(ROOT / "packaging/examples/watch_and_add.py"), f"http://127.0.0.1:{PORT}", str(watched), "--count", "1"],
                         env={**os.environ, "TRIBUTARY_PASSWORD": PASSWORD}, capture_output=True, text=True, timeout=90)
    check(run.returncode == 0 and "added new.torrent" in run.stdout and "complete " in run.stdout, f"the example: {run.stdout} {run.stderr}")
    check((watched / "new.added").exists(), "the example left the file as it was")
    check(Api(basic=True).row(torrent)["tags"] == "watched", "the example's tag is not there")
    Api(basic=True).post("torrents/delete", hashes=torrent.v1, deleteFiles="true")


def main():
    sandbox.enter(seconds=280)
    seed = random.SystemRandom().randrange(1 << 31)
    print(f"seed {seed}", flush=True)
    with workspace() as folder:
        tracker, giver, ours = NodeTracker(), Transmission(folder, 2), Served(folder, 3)
        torrent = contents.make_v1(folder, "multi", tracker.announce, seed)
        other = contents.make_v1(folder / "other", "single", tracker.announce, seed)  # Transmission gives nothing to who had everything before
        tracker.start(folder, torrent)
        giver.start(upload_limit=4_096_000)  # so that there is a download to be seen
        for given in (torrent, other):
            giver.add(given, given.content)
            giver.wait_complete(given)
            tracker.wait_for_seed(given)
        downloads = folder / "downloads"
        downloads.mkdir()
        ours.start()
        wait_for("API", reachable, 20)
        strangers()
        driven(torrent)
        sonarr(torrent, downloads)
        autobrr(cross_seed(torrent), torrent)
        example(other, folder)
        ours.stop()
        giver.stop()
        tracker.stop()
    print("ok      strangers, @ctrl/qbittorrent, Sonarr, cross-seed, autobrr, the example", flush=True)


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"FAILED  {failure}")
