"""What goes over the wire: a raw socket on the sandbox's `lo`, looking at the start of every packet."""
import socket
import struct
import threading
from dataclasses import dataclass, field

HANDSHAKE = b"\x13BitTorrent protocol"  # BEP 3: how a connection in plain text begins
_ETH_P_IP, _RECEIVE_BUFFER_FORCE = 0x0800, 33


@dataclass
class Seen:
    handshakes: dict = field(default_factory=dict)  # sender's address: how many packets began a plain BitTorrent conversation
    packets: dict = field(default_factory=dict)     # sender's address: how many packets with content to the port of a peer
    lost: int = 0                                   # packets that the system dropped because we were too slow


class Wiretap:
    """Counts from `with` to its end. `ports`: those that peers listen on, so that the tracker's and the RPC's packets do not count."""

    def __init__(self, ports):
        self.seen, self._ports, self._end = Seen(), set(ports), threading.Event()

    def __enter__(self):
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(_ETH_P_IP))
        self._socket.setsockopt(socket.SOL_SOCKET, _RECEIVE_BUFFER_FORCE, 64 << 20)
        self._socket.bind(("lo", _ETH_P_IP))
        self._socket.settimeout(0.2)
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()
        return self.seen

    def __exit__(self, *_):
        self._end.set()
        self._thread.join()
        statistics = self._socket.getsockopt(263, 6, 8)  # SOL_PACKET, PACKET_STATISTICS
        self.seen.lost = struct.unpack("II", statistics)[1]
        self._socket.close()

    def _listen(self):
        while not self._end.is_set():
            try:
                packet, (_, _, kind, *_) = self._socket.recvfrom(512)
            except TimeoutError:
                continue
            if kind != socket.PACKET_OUTGOING:  # each packet on `lo` comes by twice
                self._look(packet)

    def _look(self, packet):
        header, protocol = (packet[0] & 15) * 4, packet[9]
        if protocol not in (socket.IPPROTO_TCP, socket.IPPROTO_UDP):
            return
        source, target = struct.unpack_from("!HH", packet, header)
        content = packet[header + ((packet[header + 12] >> 4) * 4 if protocol == socket.IPPROTO_TCP else 8):]
        if not content or not self._ports & {source, target}:
            return
        sender = socket.inet_ntoa(packet[12:16])
        self.seen.packets[sender] = self.seen.packets.get(sender, 0) + 1
        if HANDSHAKE in content:  # over uTP (BEP 29) it follows the transport's own header
            self.seen.handshakes[sender] = self.seen.handshakes.get(sender, 0) + 1
