#!/usr/bin/python3
"""One peer that sends wrong data, among one honest peer and among four: every download completes with the right bytes, the corrupting
peer is found out and shut out, and no honest one stays away. v1 and hybrid. 1 run of each, or 50 with TRIB_SOAK=full.

    corrupting_peer.py [runs]
"""
import contextlib
import itertools
import sys
import time

import common
import contents
from clients import DISABLE
from corrupter import Corrupter
from sandbox import NETWORK, Failure, wait_for, workspace

RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 50 if common.FULL else 1
RATE = 15 << 20         # bytes a second that the honest peers give, together: about what the corrupting one can
PATIENCE = 60
SCALE = 2
MAKERS = {"v1": contents.make_v1, "hybrid": contents.make_hybrid}
ONE_IN = (1, 4, 16)     # of how many blocks one is wrong
OURS, CORRUPTER, FIRST_HONEST = 3, 4, 5


@contextlib.contextmanager
def honest_peers(count, torrent):
    """libtorrent's own seeds, each with an address of its own."""
    import libtorrent as lt
    sessions = []
    for number in range(count):
        address = NETWORK + str(FIRST_HONEST + number)
        session = lt.session({"listen_interfaces": f"{address}:6881", "outgoing_interfaces": address, "enable_dht": False, "enable_lsd": False,
                              "enable_upnp": False, "enable_natpmp": False, "enable_outgoing_utp": False, "upload_rate_limit": RATE // count})
        parameters = lt.add_torrent_params()
        parameters.ti = lt.torrent_info(str(torrent.path))
        parameters.save_path = str(torrent.content)
        parameters.flags |= lt.torrent_flags.seed_mode
        parameters.flags &= ~(lt.torrent_flags.auto_managed | lt.torrent_flags.paused)
        torrent_of_seed = session.add_torrent(parameters)
        # until then it refuses who connects, and who was refused comes back a minute later only
        wait_for("a seed that runs", lambda seed=torrent_of_seed: seed.status().is_seeding, 20, 0.02)
        sessions.append((session, f"{address}:6881"))
    yield [endpoint for _, endpoint in sessions]
    for session, _ in sessions:
        session.pause()


def run(folder, version, honest, seed, one_in):
    """How long it took, and how often honest peers had to be let in again."""
    torrent = MAKERS[version](folder, "single", "http://198.18.7.1:6969/announce", seed, scale=SCALE)
    blob = (torrent.content / torrent.name).read_bytes()
    ours = common.Patient(folder, OURS)
    ours.start(DISABLE)
    downloads = folder / "downloads"
    downloads.mkdir()
    start = time.monotonic()
    with contextlib.ExitStack() as stack, honest_peers(honest, torrent) as endpoints, \
            Corrupter(NETWORK + str(CORRUPTER), (ours.address, ours.port), bytes.fromhex(torrent.v1), blob, contents.PIECE, one_in) as corrupter:
        stack.callback(ours.program.kill)
        ours.add(torrent, downloads)
        wait_for("the corrupting peer", lambda: corrupter.connections, 20, 0.02)
        for endpoint in endpoints:
            ours.daemon.call("addPeer", id=torrent.v1, endpoint=endpoint)
        try:
            ours.wait_complete(torrent, PATIENCE)
        except Failure as failure:
            log = (ours.profile / "tributary.log").read_text()
            raise Failure(f"{failure}; {ours.row(torrent)}; the end of its log: {log[-2000:]}") from None
        took = time.monotonic() - start
        if not corrupter.corrupted:
            raise Failure("nothing wrong was sent")
        stack.pop_all()
    ours.stop()
    contents.compare(torrent, downloads)
    log = (ours.profile / "tributary.log").read_text()
    if any(f"the peer at {endpoint.split(':')[0]} sent wrong data" in log for endpoint in endpoints):
        raise Failure("an honest peer is said to have sent wrong data")
    return took, log.count("is let in again"), log.count(f"the peer at {NETWORK}{CORRUPTER} sent wrong data")


def main(source):
    for version, honest in itertools.product(MAKERS, (1, 4)):
        took, released, convicted = [], 0, 0
        for number in range(RUNS):
            with workspace() as folder:
                one_in = ONE_IN[number % len(ONE_IN)] if RUNS > 1 else source.choice(ONE_IN)
                seconds, again, found = run(folder, version, honest, source.randrange(1 << 31), one_in)
            took.append(seconds)
            released += again
            convicted += found
        if RUNS >= 3 and not convicted:
            raise Failure(f"{version}, {honest} honest: the corrupting peer was never found out")
        print(f"ok      {version}, one corrupting among {honest} honest: {len(took)} of {RUNS} complete, {max(took):.1f} s at most, "
              f"found out in {convicted}, {released} let in again", flush=True)


if __name__ == "__main__":
    common.run(main, seconds=60 + 4 * RUNS * 45)
