#!/usr/bin/python3
"""What trackers and web seeds may not do to us. HTTPS trackers whose certificate has expired, is for another host, or is signed by nobody
we trust get no request, one with a sound certificate does. A torrent that names something on this machine as its tracker or web seed
gets us to ask for nothing but what a tracker is asked for."""
import ssl
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import contents
import sandbox
from clients import PREFER
from links import unshare
from sandbox import TRACKER_ADDRESS, Failure, Program, need, our_program, wait_for, workspace
from tributary import Daemon, Tributary

NAME = "tracker.test"
KINDS = ("expired", "other-host", "self-signed", "sound")


def openssl(*arguments):
    subprocess.run([need("openssl"), *map(str, arguments)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make_certificates(folder):
    """folder/KIND.pem with its key, and folder/ca.pem."""
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "ca.key", "-out", folder / "ca.pem", "-subj", "/CN=test authority", "-days", 2)
    for kind in KINDS:
        name = "elsewhere.test" if kind == "other-host" else NAME
        key, request, plain = folder / f"{kind}.key", folder / f"{kind}.csr", folder / f"{kind}.crt"
        (folder / "extensions").write_text(f"subjectAltName=DNS:{name}\n")
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", request, "-subj", f"/CN={name}")
        signer = ("-signkey", key) if kind == "self-signed" else ("-CA", folder / "ca.pem", "-CAkey", folder / "ca.key", "-CAcreateserial")
        openssl("x509", "-req", "-in", request, *signer, "-days", -1 if kind == "expired" else 2, "-extfile", folder / "extensions", "-out", plain)
        (folder / f"{kind}.pem").write_bytes(plain.read_bytes() + key.read_bytes())


class Server:
    """Remembers the paths that it was asked for, and how often somebody began to speak to it."""

    def __init__(self, address, port, certificate=None):
        self.paths, server = [], self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                server.paths.append(self.path)
                body = contents.bencode({"interval": 1800, "peers": b""})
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        class Quiet(ThreadingHTTPServer):
            greeted = 0

            def process_request(self, request, client):
                Quiet.greeted += 1
                super().process_request(request, client)

            def finish_request(self, request, client):  # in a thread of its own: a handshake that fails hurts nobody else
                if certificate:
                    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                    context.load_cert_chain(certificate)
                    request = context.wrap_socket(request, server_side=True)
                super().finish_request(request, client)

            def handle_error(self, *_):
                pass

        self._class, self._server = Quiet, Quiet((address, port), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def greeted(self):
        return self._class.greeted


class Trusting(Tributary):
    """Trusts the test's authority, besides nobody."""
    authority = None

    def settings(self, encryption, upload_limit):
        return {**super().settings(encryption, upload_limit), "transfer/active_downloads": 50}  # no torrent waits in the queue

    def launch(self, encryption, upload_limit):
        config = self.folder / "tributaryd.conf"
        config.write_text("".join(f"{key} = {value}\n" for key, value in self.settings(encryption, upload_limit).items()))
        self.profile = self.folder / "profile"
        self.daemon = Daemon(self.profile)
        return Program([our_program("tributaryd"), "--profile", str(self.profile), "--config", str(config)], self.folder,
                       env={"SSL_CERT_FILE": str(self.authority), "SSL_CERT_DIR": "/nonexistent"})


def torrent_with(folder, name, announce):
    folder = folder / name
    folder.mkdir()
    return contents.make_v1(folder, "single", announce, name)


def certificates(ours, folder):
    servers = {kind: Server(TRACKER_ADDRESS, 8440 + number, folder / f"{kind}.pem") for number, kind in enumerate(KINDS)}
    for number, kind in enumerate(KINDS):
        ours.add(torrent_with(folder, kind, f"https://{NAME}:{8440 + number}/announce"), folder)
    wait_for("announce over sound TLS", lambda: servers["sound"].paths, 30)
    for kind in KINDS[:-1]:
        wait_for(f"attempt to reach the tracker whose certificate is {kind}", lambda k=kind: servers[k].greeted, 30)
        if servers[kind].paths:
            raise Failure(f"a tracker whose certificate is {kind} was asked {servers[kind].paths}")
    print("ok      trackers with bad certificates get no request", flush=True)


def own_machine(ours, folder):
    tracker, other, seed, proof = (Server("127.0.0.1", port) for port in (8801, 8802, 8803, 8804))
    ours.add(torrent_with(folder, "admin", "http://127.0.0.1:8802/admin/delete?all=1"), folder)
    ours.add(torrent_with(folder, "settings", "http://127.0.0.1:8802/settings"), folder)
    seeded = torrent_with(folder, "web-seed", f"http://{TRACKER_ADDRESS}:1/announce")
    ours.add(seeded, folder / "elsewhere")
    ours.daemon.call("addWebSeeds", id=seeded.v1, webSeeds=["http://127.0.0.1:8803/admin?delete=", "http://127.0.0.1:8804/files/"])
    ours.add(torrent_with(folder, "local", "http://127.0.0.1:8801/announce"), folder)
    wait_for("announce to a tracker on this machine", lambda: tracker.paths, 20)
    wait_for("request to a web seed without a query", lambda: proof.paths, 20)
    if other.paths or seed.paths:
        raise Failure(f"something on this machine was asked {other.paths + seed.paths}")
    print("ok      nothing else on this machine is asked", flush=True)


def main():
    sandbox.enter(seconds=100)
    unshare(0x00020000)  # CLONE_NEWNS: a hosts file of our own
    with workspace() as folder:
        (folder / "hosts").write_text(f"127.0.0.1 localhost\n{TRACKER_ADDRESS} {NAME}\n")
        subprocess.run(["mount", "--bind", str(folder / "hosts"), "/etc/hosts"], check=True)
        make_certificates(folder)
        ours = Trusting(folder, 3)
        ours.authority = folder / "ca.pem"
        ours.start(PREFER)
        try:
            certificates(ours, folder)
            own_machine(ours, folder)
        finally:
            ours.stop()
            subprocess.run(["umount", "/etc/hosts"], check=True)


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"FAILED  {failure}")
