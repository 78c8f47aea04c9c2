"""Tributary beside the other clients of the bench harness: its driver and the writer of its state.

register() puts both into the harness once it can be imported (btbench.drivers.CLIENTS, btbench.state.WRITERS);
run_bench.py does it before it runs one of the harness's own scripts. As for all clients there: DHT, peer exchange, local discovery, port
mapping and encryption off, nothing queued, bound to its own address; everything else as shipped.
"""
import json
import os
import socket
import subprocess

BUILD = os.environ.get("TRIB_BUILD") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "build", "release")
DONE = ("seeding", "finished", "queued-for-seeding")
PREPARING = ("loading", "queued-for-check", "checking")


def program(*path):
    name = os.path.abspath(os.path.join(BUILD, *path))
    if not os.path.exists(name):
        raise RuntimeError(f"{name} has not been built")
    return name


def make_driver(Client):
    class Tributary(Client):
        name = "tributary"

        def settings(self):
            return {
                "network/interfaces": self.ip, "network/port": self.port, "network/dht": "false", "network/lsd": "false",
                "network/pex": "false", "network/port_mapping": "false", "network/encryption": 2,
                "network/tcp": "false" if self.transport == "utp" else "true",
                "network/utp": "false" if self.transport == "tcp" else "true",
                "transfer/active_downloads": 100000, "transfer/active_seeds": 100000, "transfer/active_total": 100000,
                "transfer/upload_limit": self.up, "transfer/download_limit": self.down}

        @property
        def profile(self):
            return os.path.join(self.dir, "profile")

        def launch(self):
            config = os.path.join(self.dir, "tributaryd.conf")
            with open(config, "w") as f:
                f.write("".join(f"{key} = {value}\n" for key, value in self.settings().items()))
            self.connection = None
            return [program("app", "tributaryd"), "--profile", self.profile, "--config", config]

        def call(self, method, **params):
            if self.connection is None:
                s = socket.socket(socket.AF_UNIX)
                s.settimeout(120)
                elsewhere = os.path.join(self.profile, "control.path")
                s.connect(open(elsewhere).read().strip() if os.path.exists(elsewhere) else os.path.join(self.profile, "control.sock"))
                self.connection = s.makefile("rwb")
            self.connection.write(json.dumps({"id": 1, "method": method, "params": params}).encode() + b"\n")
            self.connection.flush()
            answer = json.loads(self.connection.readline() or b'{"error": "closed"}')
            if "error" in answer:
                raise ValueError(f"tributaryd: {answer['error']}")
            return answer["result"]

        def ready(self):
            return "torrents" in self.call("list")

        def _add(self, t, d):
            self.call("add", sources=[t.path], savePath=d)

        def progress(self, t):
            for row in self.call("list")["torrents"]:
                if t.info_hash in (row["id"], row.get("infoHashV1")):
                    if row["state"] in DONE and row["done"] == row["size"]:
                        return t.size
                    return None if row["state"] in PREPARING else min(row["done"], t.size - 1)
            return None

        def list_all(self):
            return len(self.call("list")["torrents"])

    return Tributary


def write_state(client, items, data, paused, tracker):
    """N finished torrents, written into session.db by the program's own store."""
    folder = os.path.join(client.dir, "torrents")
    os.makedirs(folder, exist_ok=True)
    paths = []
    for item in items:
        paths.append(os.path.join(folder, item.hash.hex() + ".torrent"))
        with open(paths[-1], "wb") as f:
            f.write(item.raw)
    subprocess.run([program("tests", "bench", "fill_session"), client.profile, data] + (["--stopped"] if paused else []),
                   input="".join(path + "\n" for path in paths).encode(), check=True)


def register():
    from btbench import drivers, state
    driver = make_driver(drivers.Client)
    drivers.CLIENTS[driver.name] = driver
    state.WRITERS[driver.name] = write_state
