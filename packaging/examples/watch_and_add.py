#!/usr/bin/env python3
"""Adds every .torrent file that appears in a folder, and says when each download is complete. Python's standard library only.

    TRIBUTARY_PASSWORD=... watch_and_add.py http://127.0.0.1:8080 FOLDER [--count N]

--count ends it after N downloads. The API (core/remote/API.md) must be on: remote/enabled, and `tributaryd --set-api-password`.
"""
import base64
import json
import os
import sys
import time
import urllib.request
import uuid
from pathlib import Path

TAG = "watched"


class Tributary:
    def __init__(self, address, user, password):
        self.base = address.rstrip("/") + "/api/v2/"
        self.authorization = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()

    def call(self, method, query="", body=None, content_type="application/x-www-form-urlencoded"):
        request = urllib.request.Request(self.base + method + query, data=body)  # with a body it is a POST
        request.add_header("Authorization", self.authorization)
        if body is not None:
            request.add_header("Content-Type", content_type)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read().decode()

    def add(self, torrent):
        boundary = uuid.uuid4().hex
        fields = {"tags": TAG, "stopped": "false"}
        body = b"".join(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields.items())
        body += f'--{boundary}\r\nContent-Disposition: form-data; name="torrents"; filename="a.torrent"\r\n\r\n'.encode()
        body += torrent.read_bytes() + f"\r\n--{boundary}--\r\n".encode()
        return self.call("torrents/add", body=body, content_type=f"multipart/form-data; boundary={boundary}") == "Ok."


def main(address, folder, count):
    tributary = Tributary(address, os.environ.get("TRIBUTARY_USER", "admin"), os.environ["TRIBUTARY_PASSWORD"])
    print("speaks version", tributary.call("app/webapiVersion"), flush=True)
    rows, complete, rid = {}, set(), 0
    while len(complete) < count:
        for torrent in Path(folder).glob("*.torrent"):
            added = tributary.add(torrent)
            torrent.rename(torrent.with_suffix(".added" if added else ".refused"))
            print("added" if added else "refused", torrent.name, flush=True)
        changes = json.loads(tributary.call("sync/maindata", f"?rid={rid}"))  # only what changed since the last time
        rid = changes["rid"]
        rows = {} if changes.get("full_update") else rows
        for gone in changes.get("torrents_removed", []):
            rows.pop(gone, None)
        for key, fields in changes.get("torrents", {}).items():
            rows.setdefault(key, {}).update(fields)
        for key, row in rows.items():
            if TAG in row["tags"].split(", ") and row["progress"] == 1 and key not in complete:
                complete.add(key)
                print("complete", row["content_path"], flush=True)
        time.sleep(1)


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--count"]
    main(arguments[0], arguments[1], int(arguments[2]) if len(arguments) > 2 else float("inf"))
