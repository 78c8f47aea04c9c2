#!/usr/bin/python3
"""The interface that we are bound to goes away in the middle of a download: from then on not one packet leaves by the other link, whatever
is asked of us: peers, trackers (HTTP and UDP), web seeds, the DHT, torrent URLs, host names. The status says so. It comes back: the
download goes on by itself and completes."""
import contextlib
import random
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import contents
import sandbox
from clients import PREFER
from links import HOST, WORLD_VPN, NameServer, Tap, World, own_name_server
from sandbox import Failure, wait_for, workspace
from tributary import Tributary

RATE = 1 << 20          # bytes a second at which we download, so that there is a middle
WATCHED = 8             # seconds without the interface
SEED, TRACKER = WORLD_VPN, HOST + "3"


class Bound(Tributary):
    def settings(self, encryption, upload_limit):
        return {**super().settings(encryption, upload_limit), "network/interfaces": "vpn0", "network/dht": "true", "network/lsd": "true",
                "network/pex": "true", "network/port_mapping": "true", "network/dht_bootstrap": "dht.test:6881",
                "transfer/download_limit": RATE}


class Tracker(BaseHTTPRequestHandler):
    """Knows the seed. What is no announce is a web seed's file or a torrent: there is none."""
    seed = SEED

    def do_GET(self):
        peers = bytes(map(int, self.seed.split("."))) + (6881).to_bytes(2, "big")
        body = contents.bencode({"interval": 5, "min interval": 5, "peers": peers})
        self.send_response(200 if "announce" in self.path else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def seed(torrent, address=SEED):
    import libtorrent as lt
    # libtorrent binds to the device that has the address: one of the world's `lo` could not be reached
    session = lt.session({"listen_interfaces": f"{address}:6881", "enable_dht": False, "enable_lsd": False,
                          "enable_upnp": False, "enable_natpmp": False})
    parameters = lt.add_torrent_params()
    parameters.ti = lt.torrent_info(str(torrent.path))
    parameters.save_path = str(torrent.content)
    parameters.trackers = []
    parameters.flags |= lt.torrent_flags.seed_mode
    parameters.flags &= ~(lt.torrent_flags.auto_managed | lt.torrent_flags.paused)
    session.add_torrent(parameters)
    return session


def tracker(world):
    server = world.call(lambda: ThreadingHTTPServer((TRACKER, 8000), Tracker))
    threading.Thread(target=server.serve_forever, daemon=True).start()


def provoke(ours, torrent):
    """Everything that could make us send something."""
    ours.daemon.call("reannounce", ids=[torrent.v1])
    ours.daemon.call("addPeer", id=torrent.v1, endpoint=f"{SEED}:6881")
    ours.daemon.call("add", sources=[f"magnet:?xt=urn:btih:{'ab' * 20}&tr=http://new.test:8000/announce&tr=udp://new-udp.test:6969"])
    started = time.monotonic()
    with contextlib.suppress(Failure):
        ours.daemon.call("add", sources=["http://torrents.test:8000/a.torrent"])
        raise RuntimeError("a torrent was fetched without the interface")
    if time.monotonic() - started > 5:
        raise Failure("a torrent URL was tried for long without the interface")


def main():
    sandbox.enter(seconds=100)
    world = World()
    own_name_server(WORLD_VPN)
    names = NameServer(world, WORLD_VPN, TRACKER)
    tracker(world)
    lan = Tap(world, "lan1")
    with workspace() as folder:
        torrent = contents.make_v1(folder, "single", "http://tracker.test:8000/announce", random.randrange(1 << 31), scale=2)
        giver = world.call(lambda: seed(torrent))
        ours = Bound(folder, 3)
        ours.start(PREFER)
        downloads = folder / "downloads"
        downloads.mkdir()
        ours.add(torrent, downloads)
        ours.daemon.call("addTrackers", id=torrent.v1, trackers=["udp://tracker-udp.test:6969/announce"])
        ours.daemon.call("addWebSeeds", id=torrent.v1, webSeeds=["http://seed.test:8000/"])
        ours.wait_progress(torrent, RATE, timeout=30)
        if lan.packets:
            raise Failure(f"with the interface there, packets left by the other link: {lan.summary()}")
        if "tracker.test" not in names.asked or "dht.test" not in names.asked:
            raise Failure(f"the name server was asked for {sorted(set(names.asked))} only: nothing is proved")
        world.lose_vpn()
        wait_for("the word that nobody can connect", lambda: not ours.daemon.call("status")["listening"], 5)
        status = ours.daemon.call("status")
        if "vpn0" not in status["listenError"]:
            raise Failure(f"the status does not name the interface: {status}")
        provoke(ours, torrent)
        time.sleep(WATCHED)
        if lan.packets:
            raise Failure(f"without the interface, packets left by the other link: {lan.summary()}; names asked for: {sorted(set(names.asked))}")
        done = ours.row(torrent)["done"]
        world.join_vpn()
        giver.pause()
        giver = world.call(lambda: seed(torrent))  # the first one listens on a device that is gone
        wait_for("the word that we listen", lambda: ours.daemon.call("status")["listening"], 10)
        wait_for("the download going on", lambda: ours.row(torrent)["done"] > done or ours.is_complete(torrent), 20)
        ours.wait_complete(torrent, 60)
        if lan.packets:
            raise Failure(f"when the interface was back, packets left by the other link: {lan.summary()}")
        ours.stop()
        contents.compare(torrent, downloads)
        giver.pause()
    print(f"ok      nothing by the other link in {WATCHED} s without the interface; complete after its return", flush=True)


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"FAILED  {failure}")
