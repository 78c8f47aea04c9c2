"""Two trackers that are not ours: Debian's opentracker (HTTP and UDP) and bittorrent-tracker from npm."""
import os
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote_from_bytes

import sandbox
from sandbox import TRACKER_ADDRESS, Program, need, wait_for

PORT = 6969
HERE = Path(__file__).resolve().parent


class Tracker:
    program = None

    def __init__(self, over="http"):
        self.announce = f"{over}://{TRACKER_ADDRESS}:{PORT}/announce"

    def seeds(self, info_hash):
        """Complete peers of a torrent, by scrape."""
        query = quote_from_bytes(bytes.fromhex(info_hash))
        try:
            with urllib.request.urlopen(f"http://{TRACKER_ADDRESS}:{PORT}/scrape?info_hash={query}", timeout=5) as answer:
                body = answer.read()
        except (OSError, urllib.error.URLError):
            return 0
        at = body.find(b"8:completei")
        return int(body[at + 11:body.index(b"e", at + 11)]) if at >= 0 else 0

    def wait_for_seed(self, torrent, timeout=60):
        wait_for("seed at the tracker", lambda: any(self.seeds(info_hash) for info_hash in torrent.hashes), timeout)

    def wait_until_up(self):
        def up():
            self.program.check_alive()
            try:
                urllib.request.urlopen(f"http://{TRACKER_ADDRESS}:{PORT}/scrape?info_hash=" + "a" * 20, timeout=5).close()
            except urllib.error.HTTPError:
                return True
            except OSError:
                return False
            return True

        wait_for("answer of the tracker", up, 20, 0.05)

    def stop(self):
        if self.program:
            self.program.stop(5)


class OpenTracker(Tracker):
    """Debian's build answers for listed torrents only, and refuses to be root."""

    def start(self, folder, torrent):
        folder = folder / "opentracker"
        folder.mkdir(mode=0o755)
        as_root = os.geteuid() == 0
        (folder / "allowed.txt").write_text("".join(f"{info_hash}\n" for info_hash in torrent.hashes))
        (folder / "opentracker.conf").write_text(
            f"listen.tcp {TRACKER_ADDRESS}:{PORT}\nlisten.udp {TRACKER_ADDRESS}:{PORT}\n"
            f"access.whitelist {'/allowed.txt' if as_root else folder / 'allowed.txt'}\n")
        argv = [need("opentracker"), "-f", str(folder / "opentracker.conf"), "-d", str(folder)]
        self.program = Program(argv + (["-u", "nobody"] if as_root else []), folder)
        self.wait_until_up()


class NodeTracker(Tracker):
    def start(self, folder, torrent):
        del torrent  # it takes any
        self.program = Program([need("node"), str(HERE / "tracker.js"), TRACKER_ADDRESS, str(PORT)], folder / "bittorrent-tracker",
                               env={"NODE_PATH": str(sandbox.node_modules())})
        self.wait_until_up()


TRACKERS = {"opentracker": OpenTracker, "bittorrent-tracker": NodeTracker}
