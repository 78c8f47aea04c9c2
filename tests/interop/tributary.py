"""Tributary as a peer: tributaryd, steered over its control socket."""
import json
import socket
from pathlib import Path

from clients import DISABLE, PREFER, REQUIRE, Client
from sandbox import Failure, Program, our_program, wait_for

SEEDING = ("seeding", "finished", "queued-for-seeding")


class Daemon:
    """The control socket of a profile: newline-delimited JSON."""

    def __init__(self, profile):
        self.profile = Path(profile)

    def path(self):
        elsewhere = self.profile / "control.path"  # written when the profile's path is too long for a socket
        return elsewhere.read_text().strip() if elsewhere.exists() else str(self.profile / "control.sock")

    def call(self, method, timeout=60, **params):
        request = json.dumps({"id": 1, "method": method, "params": params}).encode() + b"\n"
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(timeout)
            connection.connect(self.path())
            connection.sendall(request)
            with connection.makefile("rb") as answers:
                answer = json.loads(answers.readline())
        if "error" in answer:
            raise Failure(f"tributaryd refuses {method}: {answer['error']}")
        return answer["result"]


class Tributary(Client):
    name = "tributary"

    def settings(self, encryption, upload_limit):
        """The keys of `tributaryd --print-config`; what is not named keeps its default."""
        return {"network/interfaces": self.address, "network/port": self.port, "network/dht": "false", "network/lsd": "false",
                "network/pex": "false", "network/port_mapping": "false",
                "network/encryption": {PREFER: 0, REQUIRE: 1, DISABLE: 2}[encryption], "transfer/upload_limit": upload_limit}

    def launch(self, encryption, upload_limit):
        config = self.folder / "tributaryd.conf"
        config.write_text("".join(f"{key} = {value}\n" for key, value in self.settings(encryption, upload_limit).items()))
        self.profile = self.folder / "profile"
        self.daemon = Daemon(self.profile)
        return Program([our_program("tributaryd"), "--profile", str(self.profile), "--config", str(config)], self.folder)

    def is_ready(self):
        return "torrents" in self.daemon.call("list")

    def add(self, torrent, folder, magnet=False):
        self.daemon.call("add", sources=[torrent.magnet if magnet else str(torrent.path)], savePath=str(folder))

    def row(self, torrent):
        for row in self.daemon.call("list")["torrents"]:
            if row["id"] == torrent.v1 or row.get("infoHashV1") == torrent.v1:
                return row
        return None

    def is_complete(self, torrent):
        row = self.row(torrent)
        if row and row["state"] == "failed":
            raise Failure(f"tributaryd: {row['problem']}")
        return bool(row) and row["state"] in SEEDING and row["wanted"] > 0 and row["done"] == row["wanted"]

    def wait_progress(self, torrent, least, timeout=60):
        """Until at least `least` bytes are verified, and more are to come."""
        def far_enough():
            row = self.row(torrent)
            if row and self.is_complete(torrent):
                raise Failure("the download was complete before it could be interrupted")
            return row and row["done"] >= least

        wait_for(f"{least} bytes in tributaryd", far_enough, timeout, 0.05)

    def stop(self):
        code = super().stop()
        if self.program and code != 0:
            raise Failure(f"tributaryd did not leave in order, exit code {code}: {self.program.last_words()}")
        return code


