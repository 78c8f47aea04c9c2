"""The other clients, each behind the same five calls: start, add, is_complete, stop, and their address.

Finding peers is the tracker's matter here: DHT, local discovery, peer exchange and port mapping are off. Everything else stays as the
program ships it, unless a cell asks for it.
"""
import base64
import http.client
import json
import urllib.error
import urllib.request
import uuid
from pathlib import Path

import sandbox
from sandbox import NETWORK, Failure, Program, need, wait_for

HERE = Path(__file__).resolve().parent
PREFER, REQUIRE, DISABLE = "prefer", "require", "disable"


class Client:
    name = "?"
    port, rpc_port = 6881, 9091
    makes_empty_files = True

    def __init__(self, workspace, number):
        self.address = NETWORK + str(number)
        self.folder = workspace / f"{self.name}-{number}"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.program = None

    def start(self, encryption=PREFER, upload_limit=0):
        """upload_limit in bytes per second, a multiple of 1,024,000; 0: none."""
        self.program = self.launch(encryption, upload_limit)

        def ready():
            self.program.check_alive()
            try:
                return self.is_ready()
            except (OSError, ValueError, http.client.HTTPException):
                return False

        wait_for(f"answer of {self.name}", ready, 30, 0.05)

    def wait_complete(self, torrent, timeout=180):
        def complete():
            self.program.check_alive()
            return self.is_complete(torrent)

        try:
            wait_for(f"complete download in {self.name}", complete, timeout)
        except Failure as failure:
            raise Failure(f"{failure}; its last words: {self.program.last_words()}") from None

    def stop(self):
        if self.program:
            return self.program.stop()
        return None

    def post(self, url, body, headers=None):
        with urllib.request.urlopen(urllib.request.Request(url, data=body, headers=headers or {}), timeout=30) as answer:
            return answer.read()


class Transmission(Client):
    name = "transmission"
    makes_empty_files = False
    session = ""

    def launch(self, encryption, upload_limit):
        settings = {
            "bind-address-ipv4": self.address, "bind-address-ipv6": "::1", "peer-port": self.port,
            "rpc-bind-address": self.address, "rpc-port": self.rpc_port, "rpc-whitelist-enabled": False,
            "rpc-host-whitelist-enabled": False, "rpc-authentication-required": False,
            "dht-enabled": False, "lpd-enabled": False, "pex-enabled": False, "port-forwarding-enabled": False,
            "encryption": {PREFER: 1, REQUIRE: 2, DISABLE: 0}[encryption],
            "speed-limit-up-enabled": upload_limit > 0, "speed-limit-up": upload_limit // 1000}
        (self.folder / "settings.json").write_text(json.dumps(settings))
        return Program([need("transmission-daemon"), "-f", "-g", str(self.folder)], self.folder)

    def call(self, method, **arguments):
        body = json.dumps({"method": method, "arguments": arguments}).encode()
        for _ in range(2):
            try:
                answer = json.loads(self.post(f"http://{self.address}:{self.rpc_port}/transmission/rpc", body,
                                              {"X-Transmission-Session-Id": self.session}))
                if answer["result"] != "success":
                    raise Failure(f"transmission refuses {method}: {answer['result']}")
                return answer["arguments"]
            except urllib.error.HTTPError as error:
                if error.code != 409:
                    raise
                self.session = error.headers["X-Transmission-Session-Id"]
        raise Failure("transmission gives no session")

    def is_ready(self):
        return "version" in self.call("session-get", fields=["version"])

    def add(self, torrent, folder, magnet=False):
        source = {"filename": torrent.magnet} if magnet else {"metainfo": base64.b64encode(torrent.path.read_bytes()).decode()}
        self.call("torrent-add", **source, **{"download-dir": str(folder), "paused": False})

    def status(self, torrent):
        fields = ["leftUntilDone", "status", "sizeWhenDone", "metadataPercentComplete", "errorString", "name", "files"]
        rows = self.call("torrent-get", ids=[torrent.v1], fields=fields)["torrents"]
        return rows[0] if rows else None

    def is_complete(self, torrent):
        row = self.status(torrent)
        return bool(row) and row["metadataPercentComplete"] == 1 and row["leftUntilDone"] == 0 and row["status"] in (5, 6)


class Aria2(Client):
    name = "aria2"
    download = ""

    def launch(self, encryption, upload_limit):
        crypto = {PREFER: [], REQUIRE: ["--bt-force-encryption=true"], DISABLE: []}[encryption]
        return Program([
            need("aria2c"), "--no-conf", "--enable-rpc", f"--rpc-listen-port={self.rpc_port}", f"--interface={self.address}",
            f"--listen-port={self.port}", "--enable-dht=false", "--enable-dht6=false", "--disable-ipv6=true", "--bt-enable-lpd=false",
            "--enable-peer-exchange=false", "--seed-ratio=0", "--check-integrity=true", "--file-allocation=none",
            f"--max-overall-upload-limit={upload_limit}", f"--dir={self.folder}", "--console-log-level=warn", *crypto], self.folder)

    def call(self, method, *parameters):
        body = json.dumps({"jsonrpc": "2.0", "id": "1", "method": "aria2." + method, "params": parameters}).encode()
        try:
            return json.loads(self.post(f"http://127.0.0.1:{self.rpc_port}/jsonrpc", body))["result"]
        except urllib.error.HTTPError as error:
            raise Failure(f"aria2 refuses {method}: {error.read().decode(errors='replace')}") from None

    def is_ready(self):
        return "version" in self.call("getVersion")

    def add(self, torrent, folder, magnet=False):
        options = {"dir": str(folder)}
        self.download = (self.call("addUri", [torrent.magnet], options) if magnet else
                         self.call("addTorrent", base64.b64encode(torrent.path.read_bytes()).decode(), [], options))

    def status(self):
        status = self.call("tellStatus", self.download)
        if status.get("followedBy"):  # the download of the metadata is done; the content has an id of its own
            self.download = status["followedBy"][0]
            status = self.call("tellStatus", self.download)
        if status["status"] == "error":
            raise Failure(f"aria2: {status.get('errorMessage')}")
        return status

    def is_complete(self, torrent):
        status = self.status()
        return status.get("seeder") == "true" and int(status["totalLength"]) >= torrent.size


class QBittorrent(Client):
    name = "qbittorrent"

    def launch(self, encryption, upload_limit):
        config = self.folder / "qBittorrent" / "config"
        config.mkdir(parents=True, exist_ok=True)
        session = {
            "Port": self.port, "InterfaceAddress": self.address, "Encryption": {PREFER: 0, REQUIRE: 1, DISABLE: 2}[encryption],
            "DHTEnabled": "false", "PeXEnabled": "false", "LSDEnabled": "false", "DefaultSavePath": self.folder / "downloads",
            "GlobalUPSpeedLimit": upload_limit // 1024, "IgnoreLimitsOnLAN": "false"}
        web = {"Enabled": "true", "Address": self.address, "Port": self.rpc_port, "LocalHostAuth": "false",
               "AuthSubnetWhitelistEnabled": "true", "AuthSubnetWhitelist": "198.18.0.0/16", "CSRFProtection": "false",
               "HostHeaderValidation": "false", "UseUPnP": "false"}
        (config / "qBittorrent.conf").write_text(
            "[LegalNotice]\nAccepted=true\n[Network]\nPortForwardingEnabled=false\n[BitTorrent]\n"
            + "".join(f"Session\\{key}={value}\n" for key, value in session.items())
            + "[Preferences]\nGeneral\\Locale=en\n" + "".join(f"WebUI\\{key}={value}\n" for key, value in web.items()))
        return Program([need("qbittorrent-nox"), f"--profile={self.folder}"], self.folder)

    def api(self, path, body=None, headers=None):
        return self.post(f"http://{self.address}:{self.rpc_port}/api/v2/{path}", body, headers)

    def is_ready(self):
        return self.api("app/version").startswith(b"v")

    def add(self, torrent, folder, magnet=False):
        boundary = uuid.uuid4().hex
        fields = {"savepath": str(folder), "autoTMM": "false", "contentLayout": "Original"}
        if magnet:
            fields["urls"] = torrent.magnet
        body = b"".join(f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
                        for key, value in fields.items())
        if not magnet:
            body += (f'--{boundary}\r\nContent-Disposition: form-data; name="torrents"; filename="a.torrent"\r\n'
                     "Content-Type: application/x-bittorrent\r\n\r\n").encode() + torrent.path.read_bytes() + b"\r\n"
        answer = self.api("torrents/add", body + f"--{boundary}--\r\n".encode(), {"Content-Type": f"multipart/form-data; boundary={boundary}"})
        if answer != b"Ok.":
            raise Failure(f"qbittorrent-nox refuses the torrent: {answer!r}")

    def is_complete(self, torrent):
        for row in json.loads(self.api("torrents/info")):
            if row["hash"] == torrent.v1 or row.get("infohash_v1") == torrent.v1:
                return row["state"] in ("uploading", "stalledUP", "queuedUP", "forcedUP") and row["amount_left"] == 0
        return False


class WebTorrent(Client):
    """It listens on every address and has no address of its own, so its port differs from the others'."""
    name = "webtorrent"
    port = 6899
    makes_empty_files = False  # 1.9.7 leaves out an empty file at a piece's start

    def launch(self, encryption, upload_limit):
        if encryption != PREFER or upload_limit:
            raise Failure("the WebTorrent peer has no such settings")
        return Program([need("node"), str(HERE / "webtorrent_peer.js"), str(self.port)], self.folder, pipe=True,
                       env={"NODE_PATH": str(sandbox.node_modules())})

    def ask(self, request=None):
        if request:
            self.program.process.stdin.write(json.dumps(request).encode() + b"\n")
            self.program.process.stdin.flush()
        return json.loads(self.program.process.stdout.readline() or b"{}")

    def is_ready(self):
        return self.ask().get("ready", False)

    def add(self, torrent, folder, magnet=False):
        for path, size in torrent.pads:  # it knows nothing of padding files (BEP 47): to seed, it wants them on disk
            pad = folder / path
            if (folder / torrent.name).exists() and not pad.exists():
                pad.parent.mkdir(parents=True, exist_ok=True)
                pad.write_bytes(bytes(size))
        request = {"add": torrent.magnet if magnet else str(torrent.path), "folder": str(folder)}
        self.program.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.program.process.stdin.flush()

    def is_complete(self, torrent):
        return any(row.get("infoHash") == torrent.v1 and row["complete"] for row in self.ask({"status": True}).get("torrents", []))


RIVALS = {client.name: client for client in (Transmission, Aria2, QBittorrent, WebTorrent)}
