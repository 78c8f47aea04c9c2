#!/usr/bin/python3
"""Torrents that `tributaryd create` makes, read by others: Debian's libtorrent for Python has the same hashes for the same content, and
transmission-show, aria2c and libtorrent read what was asked for. Then one is seeded at once, and another client downloads it.
"""
import hashlib
import json
import os
import random
import subprocess
from pathlib import Path

import libtorrent as lt

import sandbox
from sandbox import NETWORK, Failure, need, our_program, wait_for, workspace
from tributary import Tributary

TRACKERS = [["http://198.18.7.1:6969/announce", "udp://198.18.7.1:6970"], ["https://tracker.example/announce"]]
SEED = "https://seed.example/files/"
FORMATS = {"v1": 64, "v2": 32, "hybrid": 0}  # lt::create_torrent::v1_only, v2_only: the module does not name them


def expect(what, holds):
    if not holds:
        raise Failure(what)


def make_content(folder, rng, sizes):
    folder.mkdir(parents=True)
    for number, size in enumerate(sizes):
        path = folder / ("ab"[number % 2]) / f"{number:02} ファイル.bin"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(rng.randbytes(size))
    (folder / ".hidden").write_bytes(b"hidden")
    (folder / "link").symlink_to("/etc/passwd")


def create(*arguments):
    run = subprocess.run([our_program("tributaryd"), "create", "--json", *map(str, arguments)], capture_output=True, text=True, timeout=120)
    if run.returncode != 0:
        raise Failure(f"create: {run.stdout} {run.stderr}")
    return json.loads(run.stdout)


def by_debians_libtorrent(content, piece_size, flags):
    """The info-hashes of the same files, added in the order of their names."""
    storage = lt.file_storage()
    paths = sorted((path for path in content.rglob("*") if path.is_file() and not path.is_symlink() and not path.name.startswith(".")),
                   key=lambda path: [os.fsencode(part) for part in path.relative_to(content).parts])
    for path in paths:
        storage.add_file(str(Path(content.name) / path.relative_to(content)), path.stat().st_size)
    torrent = lt.create_torrent(storage, piece_size, flags)
    lt.set_piece_hashes(torrent, str(content.parent))
    hashes = lt.torrent_info(torrent.generate()).info_hashes()
    return (str(hashes.v1) if hashes.has_v1() else None, str(hashes.v2) if hashes.has_v2() else None)


def check_readers(path, made, kind):
    info = lt.torrent_info(str(path))
    trackers = [(tracker.url, tracker.tier) for tracker in info.trackers()]
    expect(f"libtorrent: trackers {trackers}", sorted(trackers) == sorted((url, tier) for tier, urls in enumerate(TRACKERS) for url in urls))
    expect("libtorrent: private", info.priv())
    expect("libtorrent: comment", info.comment() == "a comment: コメント")
    expect("libtorrent: web seed", [seed["url"] for seed in info.web_seeds()] == [SEED])
    expect("libtorrent: source", lt.bdecode(path.read_bytes())[b"info"][b"source"] == b"TAG")
    if kind != "v1":
        return  # Transmission 3.00 and aria2 1.36 cannot read hybrids: hybrids_elsewhere.py
    shown = subprocess.run([need("transmission-show"), path], capture_output=True, text=True, timeout=30)
    expect(f"transmission-show: {shown.stderr}", shown.returncode == 0)
    for line in (made["infoHashV1"], "Private torrent", "a comment: コメント", TRACKERS[1][0], f"Piece Count: {made['pieces']}"):
        expect(f"transmission-show does not say {line}: {shown.stdout}", line in shown.stdout)
    listed = subprocess.run([need("aria2c"), "-S", path], capture_output=True, text=True, timeout=30)
    expect(f"aria2c: {listed.stderr}", listed.returncode == 0 and made["infoHashV1"] in listed.stdout and "00 ファイル.bin" in listed.stdout)


def compare_all(folder, rng):
    cases = [(kind, size, sizes) for kind in FORMATS for size in (16384, 65536, 262144)
             for sizes in ([5], [65536, 65537], [0, 1, 300_000, 16384, 0, 16383], [rng.randrange(500_000) for _ in range(9)] + [1])]
    for number, (kind, piece_size, sizes) in enumerate(cases):
        content = folder / f"content {number}"
        make_content(content, rng, sizes)
        output = folder / f"{number}.torrent"
        made = create("--format", kind, "--piece-size", piece_size, content, output)
        ours = (made.get("infoHashV1"), made.get("infoHashV2"))
        theirs = by_debians_libtorrent(content, piece_size, FORMATS[kind])
        expect(f"{kind}, pieces of {piece_size}, files of {sizes}: {ours} is not {theirs}", ours == theirs and any(ours))
        expect(f"{made['skipped']} skipped", made["skipped"] == 2)
        full = folder / f"{number} described.torrent"
        described = create("--format", kind, "--private", "--tracker", " ".join(TRACKERS[0]), "--tracker", TRACKERS[1][0], "--web-seed", SEED,
                           "--comment", "a comment: コメント", "--source", "TAG", content, full)
        check_readers(full, described, kind)
    print(f"ok  {len(cases)} torrents have the hashes of Debian's libtorrent, and all readers read them")


def seed_at_once(folder, rng):
    """`create --seed` needs no check: the running program seeds, and a stranger downloads."""
    content = folder / "to seed"
    make_content(content, rng, [3_000_000, 1_000_000])
    ours = Tributary(folder, 2)
    ours.start()
    output = folder / "to seed.torrent"
    run = subprocess.run([our_program("tributaryd"), "--profile", ours.profile, "create", "--seed", "--format", "v1", content, output],
                         capture_output=True, text=True, timeout=60)
    expect(f"create --seed: {run.stdout} {run.stderr}", run.returncode == 0)
    row = wait_for("seeding torrent", lambda: [row for row in ours.daemon.call("list")["torrents"] if row["state"] in ("seeding", "finished")], 30)[0]
    expect("it is in the folder of its content", row["savePath"] == str(folder))
    theirs = lt.session({"listen_interfaces": f"{NETWORK}3:6881", "outgoing_interfaces": f"{NETWORK}3", "enable_dht": False, "enable_lsd": False})
    handle = theirs.add_torrent({"ti": lt.torrent_info(str(output)), "save_path": str(folder / "downloaded")})
    handle.connect_peer((ours.address, ours.port))
    wait_for("complete download", lambda: handle.status().is_seeding, 60)
    for path in content.rglob("*.bin"):
        copy = folder / "downloaded" / content.name / path.relative_to(content)
        expect(f"{path.name} differs", hashlib.sha256(copy.read_bytes()).digest() == hashlib.sha256(path.read_bytes()).digest())
    expect("the hidden file was shared", not (folder / "downloaded" / content.name / ".hidden").exists())
    del handle, theirs
    ours.stop()
    print("ok  a torrent that is made with --seed is seeded at once")


def main():
    seed = int(os.environ.get("TRIB_SEED") or random.SystemRandom().randrange(2**32))
    print(f"TRIB_SEED={seed}")
    rng = random.Random(seed)
    with workspace() as folder:
        compare_all(folder, rng)
        seed_at_once(folder, rng)


if __name__ == "__main__":
    sandbox.enter(240)
    main()
