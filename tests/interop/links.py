"""A small internet beside the sandbox: a second network namespace that a thread of this process lives in, joined to ours by two links.
`vpn0` is the link that a user binds to; `lan0` is the other way out, where every packet is counted. After sandbox.enter()."""
import ctypes
import os
import queue
import socket
import struct
import subprocess
import tempfile
import threading
from pathlib import Path

from sandbox import Failure

OURS_VPN, WORLD_VPN = "198.18.20.1", "198.18.20.2"
OURS_LAN, WORLD_LAN = "198.18.30.1", "198.18.30.2"
HOST = "198.18.99."     # hosts of the world: .1 to .9, reached by whichever link the route names
_NEWNET, _NEWNS = 0x40000000, 0x00020000


def ip(*commands):
    subprocess.run(["ip", "-batch", "-"], input="\n".join(commands).encode(), check=True, stdout=subprocess.DEVNULL)


def unshare(flags):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(flags) != 0:
        raise Failure(f"no namespace of its own: {os.strerror(ctypes.get_errno())}")


class World:
    """What call() runs is in the world's namespace, and so is each socket and thread that it makes."""

    def __init__(self, vpn=True):
        self._work = queue.Queue()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self._ready.wait(10)
        for family in ("ipv6/conf/all/disable_ipv6", "ipv6/conf/default/disable_ipv6"):  # else the kernel itself speaks on each link
            Path("/proc/sys/net", family).write_text("1")
        self.call(lambda: ip("link set lo up", *(f"addr add {HOST}{n}/32 dev lo" for n in range(1, 10))))
        if vpn:
            self.join_vpn()
        self.join("lan0", "lan1", OURS_LAN, WORLD_LAN, metric=100)

    def _run(self):
        unshare(_NEWNET)
        self.namespace = threading.get_native_id()  # /proc shows the process ids of another namespace
        self._ready.set()
        while True:
            function, answer = self._work.get()
            try:
                answer.put((function(), None))
            except Exception as error:  # handed to who asked
                answer.put((None, error))

    def call(self, function):
        answer = queue.Queue()
        self._work.put((function, answer))
        value, error = answer.get(timeout=60)
        if error:
            raise error
        return value

    def join(self, ours, theirs, our_address, their_address, metric):
        ip(f"link add {ours} type veth peer name {theirs} netns {self.namespace}", f"addr add {our_address}/24 dev {ours}", f"link set {ours} up")
        self.call(lambda: ip(f"addr add {their_address}/24 dev {theirs}", f"link set {theirs} up"))
        ip(f"route add default via {their_address} dev {ours} metric {metric}")

    def join_vpn(self):
        self.join("vpn0", "vpn1", OURS_VPN, WORLD_VPN, metric=50)

    @staticmethod
    def lose_vpn():
        ip("link del vpn0")


class Tap:
    """Every IPv4 packet (IGMP apart) that comes to the world by one of its links, as (protocol, target, port)."""

    def __init__(self, world, link):
        self.packets = []
        self._socket = world.call(lambda: self._open(link))
        threading.Thread(target=self._listen, daemon=True).start()

    @staticmethod
    def _open(link):
        tap = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(0x0800))
        tap.setsockopt(socket.SOL_SOCKET, 33, 64 << 20)  # SO_RCVBUFFORCE
        tap.bind((link, 0x0800))
        return tap

    def _listen(self):
        while True:
            packet, (_, _, kind, *_) = self._socket.recvfrom(512)
            if kind == socket.PACKET_OUTGOING:
                continue
            header, protocol = (packet[0] & 15) * 4, packet[9]
            if protocol == socket.IPPROTO_IGMP:  # the system's own word to the link about multicast groups: no router passes it on
                continue
            port = struct.unpack_from("!H", packet, header + 2)[0] if protocol in (6, 17) else 0
            self.packets.append(({6: "tcp", 17: "udp"}.get(protocol, protocol), socket.inet_ntoa(packet[16:20]), port))

    def summary(self):
        return sorted((f"{count} {protocol} to {target}:{port}" for (protocol, target, port), count in
                       {packet: self.packets.count(packet) for packet in set(self.packets)}.items()))[:20]


class NameServer:
    """Answers every name with one address; remembers the names that it was asked for."""

    def __init__(self, world, address, answer):
        self.asked, self._answer = [], socket.inet_aton(answer)
        self._socket = world.call(lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        self._socket.bind((address, 53))
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            query, sender = self._socket.recvfrom(512)
            at, labels = 12, []
            while query[at]:
                labels.append(query[at + 1:at + 1 + query[at]].decode(errors="replace"))
                at += 1 + query[at]
            kind = struct.unpack_from("!H", query, at + 1)[0]
            self.asked.append(".".join(labels))
            answers = struct.pack("!HHHIH", 0xC00C, 1, 1, 60, 4) + self._answer if kind == 1 else b""
            self._socket.sendto(query[:2] + struct.pack("!HHHHH", 0x8180, 1, 1 if answers else 0, 0, 0) + query[12:at + 5] + answers, sender)


def own_name_server(address):
    """From here on this process and its children ask `address` for names. In a mount namespace of its own."""
    unshare(_NEWNS)
    with open("/proc/self/mountinfo") as mounts:
        if any(line.split()[4] == "/" for line in mounts):
            subprocess.run(["mount", "--make-rprivate", "/"], check=True)
    file = Path(tempfile.mkstemp(prefix="trib-resolv-")[1])
    file.write_text(f"nameserver {address}\noptions timeout:1 attempts:2\n")
    subprocess.run(["mount", "--bind", str(file), "/etc/resolv.conf"], check=True)
    file.unlink()
