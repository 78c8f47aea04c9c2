"""A peer that sends wrong data: it says it has everything, and changes some of the blocks it is asked for. Plain BitTorrent (BEP 3) over
TCP, dialled by itself; when it is thrown out it comes back, as one with bad intentions would."""
import hashlib
import os
import socket
import struct
import threading
import time

_CHOKE, _UNCHOKE, _INTERESTED, _BITFIELD, _REQUEST, _PIECE = 0, 1, 2, 5, 6, 7
_PATIENCE = 0.5  # seconds between two attempts to connect


class Corrupter:
    """`one_in`: of how many blocks one is wrong. `target` is (address, port) of whom it serves; `info_hash` 20 bytes."""

    def __init__(self, address, target, info_hash, content, piece_length, one_in=1):
        self.address, self.target, self.info_hash = address, target, info_hash
        self.content, self.piece_length, self.one_in = content, piece_length, one_in
        self.sent = self.corrupted = self.connections = 0
        self._salt = os.urandom(8)
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._end.set()
        self._thread.join()

    def _run(self):
        while not self._end.is_set():
            try:
                with socket.create_connection(self.target, timeout=2, source_address=(self.address, 0)) as connection:
                    connection.settimeout(0.2)
                    self._serve(connection)
            except OSError:
                pass
            self._end.wait(_PATIENCE)

    def _serve(self, connection):
        self.handshake(connection)
        self.connections += 1
        buffer = b""
        while not self._end.is_set():
            try:
                more = connection.recv(1 << 16)
            except TimeoutError:
                continue
            if not more:
                return
            buffer += more
            while len(buffer) >= 4 and len(buffer) >= 4 + (length := struct.unpack_from("!I", buffer)[0]):
                message, buffer = buffer[4:4 + length], buffer[4 + length:]
                if message:
                    self.answer(connection, message[0], message[1:])

    def handshake(self, connection, reserved=bytes(8)):
        peer_id = b"-XX0001-" + hashlib.sha1(self.address.encode() + self._salt).digest()[:12]
        connection.sendall(b"\x13BitTorrent protocol" + reserved + self.info_hash + peer_id)
        theirs = b""
        until = time.monotonic() + 5
        while len(theirs) < 68:
            try:
                more = connection.recv(68 - len(theirs))
            except TimeoutError:
                if time.monotonic() > until or self._end.is_set():
                    raise OSError("no handshake") from None
                continue
            if not more:
                raise OSError("refused")
            theirs += more
        pieces = -(-len(self.content) // self.piece_length)
        bits = bytearray(b"\xff" * (pieces // 8) + (bytes([0xff << (8 - pieces % 8) & 0xff]) if pieces % 8 else b""))
        self.say(connection, _BITFIELD, bytes(bits))
        self.say(connection, _UNCHOKE)

    @staticmethod
    def say(connection, kind, body=b""):
        connection.settimeout(20)
        connection.sendall(struct.pack("!IB", 1 + len(body), kind) + body)
        connection.settimeout(0.2)

    def answer(self, connection, kind, body):
        if kind != _REQUEST:
            return
        piece, begin, length = struct.unpack("!III", body)
        at = piece * self.piece_length + begin
        data = self.content[at:at + length]
        if self.is_wrong(piece, begin):
            data = bytes([data[0] ^ 0xff]) + data[1:]
            self.corrupted += 1
        self.sent += 1
        self.say(connection, _PIECE, body[:8] + data)

    def is_wrong(self, piece, begin):
        """The same block is always wrong, or always right: nobody is caught by asking twice."""
        digest = hashlib.sha1(struct.pack("!II", piece, begin) + self._salt).digest()
        return digest[0] % self.one_in == 0
