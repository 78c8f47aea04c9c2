#!/usr/bin/python3
"""What goes on the wire for a private torrent (BEP 27) and for a public one beside it: the DHT (BEP 5), local discovery (BEP 14) and peer
exchange (BEP 11) hear of the public one alone. Both peers and trackers learn who we are: a peer id with our prefix, a user agent of ours."""
import socket
import struct
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import contents
import sandbox
from clients import DISABLE
from links import WORLD_LAN, World
from sandbox import ROOT, Failure, wait_for, workspace
from tributary import Tributary

_EXTENDED = 20
QUIET = 3  # seconds more, after the public torrent was heard of everywhere


class Ours(Tributary):
    def settings(self, encryption, upload_limit):
        return {**super().settings(encryption, upload_limit), "network/interfaces": "lan0", "network/dht": "true", "network/lsd": "true",
                "network/pex": "true", "network/dht_bootstrap": f"{WORLD_LAN}:7000"}


def bdecode(data, at=0):
    """The value at `at`, and where the next one begins."""
    if data[at:at + 1] == b"i":
        end = data.index(b"e", at)
        return int(data[at + 1:end]), end + 1
    if data[at:at + 1] in (b"l", b"d"):
        items, kind = [], data[at:at + 1]
        at += 1
        while data[at:at + 1] != b"e":
            item, at = bdecode(data, at)
            items.append(item)
        return (dict(zip(items[::2], items[1::2])) if kind == b"d" else items), at + 1
    colon = data.index(b":", at)
    end = colon + 1 + int(data[at:colon])
    return data[colon + 1:end], end


class DhtNode:
    """Two nodes, one of which names the other, as the node that one starts from is not kept. They remember the info-hashes that they
    were asked for."""
    own, ports = (b"A" * 20, b"N" * 20), (7000, 7001)

    def __init__(self, world):
        self.hashes = set()
        for node_id, port in zip(self.own, self.ports):
            node = world.call(lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
            node.bind((WORLD_LAN, port))
            threading.Thread(target=self._serve, args=(node, node_id), daemon=True).start()

    def _serve(self, node, node_id):
        other = self.own[1] + socket.inet_aton(WORLD_LAN) + struct.pack("!H", self.ports[1])
        while True:
            packet, sender = node.recvfrom(4096)
            query, _ = bdecode(packet)
            if query.get(b"y") != b"q":
                continue
            if info_hash := query[b"a"].get(b"info_hash"):
                self.hashes.add(info_hash)
            node.sendto(contents.bencode({"t": query[b"t"], "y": "r", "r": {"id": node_id, "token": b"tk", "nodes": other}}), sender)


class LocalDiscovery:
    def __init__(self, world):
        self.text = b""
        self._socket = world.call(self._open)
        threading.Thread(target=self._listen, daemon=True).start()

    @staticmethod
    def _open():
        group = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        group.bind(("", 6771))
        group.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton("239.192.152.143") + socket.inet_aton(WORLD_LAN))
        return group

    def _listen(self):
        while True:
            self.text += self._socket.recvfrom(4096)[0].lower()


class Peer:
    """Lets itself be connected to, says what it can do, and remembers what it is told."""

    def __init__(self, world, port):
        self.peer_id, self.extended = b"", {}
        self._server = world.call(lambda: socket.create_server((WORLD_LAN, port)))
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        connection, _ = self._server.accept()
        theirs = self._exactly(connection, 68)
        self.peer_id = theirs[48:]
        connection.sendall(b"\x13BitTorrent protocol" + bytes([0, 0, 0, 0, 0, 0x10, 0, 0x01]) + theirs[28:48] + b"-XX0001-abcdefghijkl")
        hello = contents.bencode({"m": {"ut_pex": 1}})
        connection.sendall(struct.pack("!IBB", 2 + len(hello), _EXTENDED, 0) + hello)
        while True:
            length = struct.unpack("!I", self._exactly(connection, 4))[0]
            message = self._exactly(connection, length)
            if message[:2] == bytes([_EXTENDED, 0]):
                self.extended, _ = bdecode(message, 2)

    @staticmethod
    def _exactly(connection, size):
        data = b""
        while len(data) < size:
            more = connection.recv(size - len(data))
            if not more:
                raise SystemExit  # of this thread
            data += more
        return data


class Tracker(BaseHTTPRequestHandler):
    agents = set()

    def do_GET(self):
        self.agents.add((self.headers["User-Agent"], self.path.partition("peer_id=")[2][:8]))
        body = contents.bencode({"interval": 1800, "peers": b""})
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def make(folder, name, announce, private):
    folder = folder / name
    folder.mkdir()
    torrent = contents.make_v1(folder, "single", announce, name)
    if private:
        import hashlib
        outer, _ = bdecode(torrent.path.read_bytes())
        outer[b"info"][b"private"] = 1
        torrent.path.write_bytes(contents.bencode(outer))
        torrent.v1 = hashlib.sha1(contents.bencode(outer[b"info"])).hexdigest()
    return torrent


def identity():
    """As the version in CMakeLists.txt makes them."""
    text = (ROOT / "CMakeLists.txt").read_text()
    version = text.partition("project(")[2].partition("VERSION ")[2].split()[0].rstrip(")")
    major, minor, tiny = (int(part) for part in version.split(".")[:3])
    return f"Tributary/{version}", f"-TY{major:X}{minor:X}{tiny:X}0-"


def main():
    sandbox.enter(seconds=80)
    world = World(vpn=False)
    server = world.call(lambda: ThreadingHTTPServer((WORLD_LAN, 8000), Tracker))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    node, local = DhtNode(world), LocalDiscovery(world)
    peers = {name: Peer(world, port) for name, port in (("public", 7101), ("private", 7102))}
    with workspace() as folder:
        torrents = {name: make(folder, name, f"http://{WORLD_LAN}:8000/announce", name == "private") for name in peers}
        ours = Ours(folder, 3)
        ours.start(DISABLE)
        wait_for("DHT", lambda: ours.daemon.call("status")["dhtNodes"], 20)
        for name, port in (("private", 7102), ("public", 7101)):  # the private one first: what is heard of the other came later
            ours.add(torrents[name], folder)
            ours.daemon.call("addPeer", id=torrents[name].v1, endpoint=f"{WORLD_LAN}:{port}")
            ours.daemon.call("reannounce", ids=[torrents[name].v1])
        for name, peer in peers.items():
            wait_for(f"peer of the {name} torrent", lambda p=peer: p.extended, 20)
        public, private = (torrents[name].v1 for name in ("public", "private"))
        wait_for("public torrent in the DHT", lambda: bytes.fromhex(public) in node.hashes, 20)
        wait_for("public torrent in local discovery", lambda: public.encode() in local.text, 20)
        time.sleep(QUIET)
        ours.stop()
    check(peers, node, local, private)


def check(peers, node, local, private):
    if b"ut_pex" not in peers["public"].extended[b"m"]:
        raise Failure("no peer exchange for the public torrent: nothing is proved")
    if b"ut_pex" in peers["private"].extended[b"m"]:
        raise Failure("peer exchange is offered for the private torrent")
    if bytes.fromhex(private) in node.hashes:
        raise Failure("the DHT was asked for the private torrent")
    if private.encode() in local.text:
        raise Failure("the private torrent was announced to the local network")
    print("ok      nobody but its tracker hears of the private torrent", flush=True)
    agent, prefix = identity()
    if Tracker.agents != {(agent, prefix)}:
        raise Failure(f"to trackers we are {Tracker.agents} instead of {(agent, prefix)}")
    for name, peer in peers.items():
        if not peer.peer_id.startswith(prefix.encode()) or peer.extended.get(b"v") != agent.encode():
            raise Failure(f"to peers of the {name} torrent we are {peer.peer_id}, {peer.extended.get(b'v')}")
    print(f"ok      we are {prefix} and {agent} to all", flush=True)


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"FAILED  {failure}")
