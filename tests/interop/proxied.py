#!/usr/bin/python3
"""With a proxy everything goes through it, names included, and when the proxy goes away everything stops: no packet to anybody but the
proxy's address, whatever is asked of us. SOCKS 5 and HTTP. With TRIB_SOAK=full it comes back, and the download goes on."""
import contextlib
import os
import random
import socket
import socketserver
import struct
import sys
import threading
import time

import contents
import sandbox
from bound_interface import Tracker, seed
from clients import PREFER
from http.server import ThreadingHTTPServer
from links import HOST, WORLD_LAN, NameServer, Tap, World, own_name_server
from sandbox import Failure, wait_for, workspace
from tributary import Tributary

PROXY, PORT = HOST + "8", 1080
NAMES = {"tracker.test": WORLD_LAN}     # what the proxy knows
RATE = 1 << 20
WATCHED = 6
FULL = os.environ.get("TRIB_SOAK") == "full"


class Relay(socketserver.StreamRequestHandler):
    """SOCKS 5 (RFC 1928, without a user) by its first byte, else HTTP: CONNECT, and GET with a whole URL."""
    rbufsize = 0  # what follows the request is the other end's

    def handle(self):
        with contextlib.suppress(OSError):
            first = self.rfile.read(1)
            if first == b"\x05":
                self.socks()
            elif first:
                self.http(first)

    def socks(self):
        self.rfile.read(self.rfile.read(1)[0])
        self.wfile.write(b"\x05\x00")
        _, command, _, kind = self.rfile.read(4)
        host = socket.inet_ntoa(self.rfile.read(4)) if kind == 1 else self.rfile.read(self.rfile.read(1)[0]).decode()
        port = struct.unpack("!H", self.rfile.read(2))[0]
        if command != 1:  # no UDP here
            self.wfile.write(b"\x05\x07\x00\x01" + bytes(6))
            return
        with socket.create_connection((NAMES.get(host, host), port), timeout=5) as other:
            self.wfile.write(b"\x05\x00\x00\x01" + bytes(6))
            self.pipe(other)

    def http(self, head):
        while not head.endswith(b"\r\n\r\n"):
            head += self.rfile.read(1)
        method, target, _ = head.split(b" ", 2)
        place = target if method == b"CONNECT" else target.split(b"/")[2]
        host, _, port = place.decode().partition(":")
        with socket.create_connection((NAMES.get(host, host), int(port or 80)), timeout=5) as other:
            if method == b"CONNECT":
                self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
            else:
                other.sendall(head.replace(target, b"/" + target.split(b"/", 3)[3], 1))
            self.pipe(other)

    def pipe(self, other):
        self.server.pairs.append((self.connection, other))
        back = threading.Thread(target=self.copy, args=(other, self.connection), daemon=True)
        back.start()
        self.copy(self.connection, other)
        back.join()

    @staticmethod
    def copy(source, target):
        with contextlib.suppress(OSError):
            source.settimeout(None)
            while data := source.recv(1 << 16):
                target.sendall(data)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


class Proxy:
    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = daemon_threads = True

        def handle_error(self, *_):
            pass

    def __init__(self, world):
        self._world = world
        self._server = world.call(self._start)

    def _start(self):  # in the world, where its threads are then
        server = self.Server((PROXY, PORT), Relay)
        server.pairs = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server

    def stop(self):
        self._server.shutdown()
        self._server.server_close()
        for end in (end for pair in self._server.pairs for end in pair):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


class Proxied(Tributary):
    scheme = "socks5"

    def settings(self, encryption, upload_limit):
        return {**super().settings(encryption, upload_limit), "network/interfaces": "", "network/proxy": f"{self.scheme}://{PROXY}:{PORT}",
                "network/dht": "true", "network/lsd": "true", "network/pex": "true", "network/port_mapping": "true",
                "network/dht_bootstrap": "dht.test:6881", "transfer/download_limit": RATE}


def check(tap, names, when):
    if any(target != PROXY for _, target, _ in tap.packets):
        raise Failure(f"{when}, packets went past it: {tap.summary()}; names asked for: {sorted(set(names.asked))}")


def provoke(ours, torrent):
    ours.daemon.call("reannounce", ids=[torrent.v1])
    ours.daemon.call("addPeer", id=torrent.v1, endpoint=f"{WORLD_LAN}:6881")
    ours.daemon.call("add", sources=[f"magnet:?xt=urn:btih:{'ab' * 20}&tr=http://new.test:8000/announce"])
    with contextlib.suppress(Failure):
        ours.daemon.call("add", sources=["http://torrents.test:8000/a.torrent"])


def through(world, names, scheme, number):
    with workspace() as folder:
        torrent = contents.make_v1(folder, "single", "http://tracker.test:8000/announce", random.randrange(1 << 31), scale=2)
        giver = world.call(lambda: seed(torrent, WORLD_LAN))
        proxy, lan = Proxy(world), Tap(world, "lan1")
        ours = Proxied(folder, number)
        ours.scheme = scheme
        ours.start(PREFER)
        downloads = folder / "downloads"
        downloads.mkdir()
        ours.add(torrent, downloads)
        if scheme == "socks5":  # libtorrent 2.0.8 looks up web seeds' names itself where the proxy speaks HTTP: see ARCHITECTURE.md
            ours.daemon.call("addWebSeeds", id=torrent.v1, webSeeds=["http://seed.test:8000/"])
        ours.wait_progress(torrent, RATE, timeout=40)
        check(lan, names, f"with the {scheme} proxy")
        proxy.stop()
        provoke(ours, torrent)
        time.sleep(WATCHED)
        check(lan, names, f"while the {scheme} proxy was away")
        if ours.is_complete(torrent):
            raise Failure("the download was complete before the proxy went: nothing is proved")
        if FULL:  # libtorrent tries a peer again after a minute
            proxy = Proxy(world)
            ours.wait_complete(torrent, 150)
            check(lan, names, f"when the {scheme} proxy was back")
        ours.stop()
        check(lan, names, f"at the end, with the {scheme} proxy")
        giver.pause()
        if FULL:
            proxy.stop()
            contents.compare(torrent, downloads)
    print(f"ok      nothing past the {scheme} proxy", flush=True)


def main():
    sandbox.enter(seconds=500 if FULL else 100)
    world = World(vpn=False)
    own_name_server(WORLD_LAN)
    names = NameServer(world, WORLD_LAN, WORLD_LAN)
    Tracker.seed = WORLD_LAN
    server = world.call(lambda: ThreadingHTTPServer((WORLD_LAN, 8000), Tracker))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for number, scheme in enumerate(("socks5", "http")):
        through(world, names, scheme, 3 + number)


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"FAILED  {failure}")
