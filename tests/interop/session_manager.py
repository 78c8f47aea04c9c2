#!/usr/bin/env python3
"""A session manager of the X Session Management Protocol, by libSM, for one client. Prints "at ADDRESS" for SESSION_MANAGER, then what the
client does: "registered", "restart COMMAND...", "saved", "gone". A line on its input makes it ask: "checkpoint" (save and go on), "end"
(save, and when that is done: die), "cancelled" (as "end", but called off when it has saved).
"""
import ctypes as c
import os
import select
import sys

SM, ICE = c.CDLL("libSM.so.6"), c.CDLL("libICE.so.6")
GLOBAL, LOCAL, BOTH = 0, 1, 2  # what to save


class Value(c.Structure):
    _fields_ = [("length", c.c_int), ("value", c.c_void_p)]


class Property(c.Structure):
    _fields_ = [("name", c.c_char_p), ("type", c.c_char_p), ("count", c.c_int), ("values", c.POINTER(Value))]


REGISTER = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, c.c_void_p)
NUMBER = c.CFUNCTYPE(None, c.c_void_p, c.c_void_p, c.c_int)
REQUEST = c.CFUNCTYPE(None, c.c_void_p, c.c_void_p, c.c_int, c.c_int, c.c_int, c.c_int, c.c_int)
PLAIN = c.CFUNCTYPE(None, c.c_void_p, c.c_void_p)
CLOSE = c.CFUNCTYPE(None, c.c_void_p, c.c_void_p, c.c_int, c.c_void_p)
SET = c.CFUNCTYPE(None, c.c_void_p, c.c_void_p, c.c_int, c.POINTER(c.POINTER(Property)))
DELETE = c.CFUNCTYPE(None, c.c_void_p, c.c_void_p, c.c_int, c.c_void_p)
NEW_CLIENT = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, c.POINTER(c.c_ulong), c.c_void_p, c.c_void_p)
TRUST = c.CFUNCTYPE(c.c_int, c.c_char_p)


def say(*words):
    print(*words, flush=True)


class Manager:
    def __init__(self):
        self.client, self.afterwards = None, None
        # In the order of SmsCallbacks (SMlib.h).
        self.callbacks = [REGISTER(self.register), NUMBER(lambda client, *_: SM.SmsInteract(c.c_void_p(client))), NUMBER(lambda *_: None),
                          REQUEST(lambda *_: None), PLAIN(lambda client, _: SM.SmsSaveYourselfPhase2(c.c_void_p(client))),
                          NUMBER(self.saved), CLOSE(self.gone), SET(self.set), DELETE(lambda *_: None), PLAIN(lambda *_: None)]
        self.trust, self.new_client = TRUST(lambda _: 1), NEW_CLIENT(self.accept)
        SM.SmsGenerateClientID.restype = c.c_void_p

    def accept(self, client, _, mask, callbacks, __):
        mask[0] = (1 << len(self.callbacks)) - 1
        places = c.cast(callbacks, c.POINTER(c.c_void_p))
        for i, callback in enumerate(self.callbacks):
            places[2 * i] = c.cast(callback, c.c_void_p)
            places[2 * i + 1] = None
        self.client = c.c_void_p(client)
        return 1

    def register(self, client, _, previous):
        if previous:
            return 0  # an identity of an earlier session is not known here; the client asks for a new one
        SM.SmsRegisterClientReply(c.c_void_p(client), c.c_void_p(SM.SmsGenerateClientID(c.c_void_p(client))))
        SM.SmsSaveYourself(c.c_void_p(client), LOCAL, 0, 0, 0)  # as the protocol wants it for a new client
        self.afterwards = SM.SmsSaveComplete
        say("registered")
        return 1

    def set(self, _, __, count, properties):
        for i in range(count):
            found = properties[i].contents
            if found.name == b"RestartCommand":
                say("restart", *(c.string_at(found.values[j].value, found.values[j].length).decode() for j in range(found.count)))

    def saved(self, client, _, success):
        say("saved" if success else "not saved")
        self.afterwards(c.c_void_p(client))

    def gone(self, client, *_):
        connection = c.c_void_p(ICE_OF(c.c_void_p(client)))
        SM.SmsCleanUp(c.c_void_p(client))
        ICE.IceSetShutdownNegotiation(connection, 0)
        ICE.IceCloseConnection(connection)
        say("gone")
        os._exit(0)

    def ask(self, word):
        self.afterwards = {"checkpoint": SM.SmsSaveComplete, "end": SM.SmsDie, "cancelled": SM.SmsShutdownCancelled}[word]
        SM.SmsSaveYourself(self.client, BOTH, 0 if word == "checkpoint" else 1, 2, 0)


def listen():
    count, places, error = c.c_int(), c.POINTER(c.c_void_p)(), c.create_string_buffer(256)
    ICE._IceTransNoListen(b"tcp")
    if not ICE.IceListenForConnections(c.byref(count), c.byref(places), len(error), error):
        sys.exit(error.value.decode())
    return [c.c_void_p(places[i]) for i in range(count.value)], places


def main():
    global ICE_OF
    ICE_OF = SM.SmsGetIceConnection
    ICE_OF.restype = ICE.IceAcceptConnection.restype = c.c_void_p
    ICE.IceComposeNetworkIdList.restype = c.c_char_p
    manager, error = Manager(), c.create_string_buffer(256)
    if not SM.SmsInitialize(b"test", b"1", manager.new_client, None, manager.trust, len(error), error):
        sys.exit(error.value.decode())
    ends, places = listen()
    for end in ends:
        ICE.IceSetHostBasedAuthProc(end, manager.trust)
    say("at", ICE.IceComposeNetworkIdList(len(ends), places).decode())
    waiting = {ICE.IceGetListenConnectionNumber(end): end for end in ends}
    connections = {}
    while True:
        for ready in select.select([sys.stdin.fileno(), *waiting, *connections], [], [])[0]:
            if ready == sys.stdin.fileno():
                words = os.read(ready, 1000).decode().split()
                if not words:
                    return
                manager.ask(words[0])
            elif ready in waiting:
                made = c.c_void_p(ICE.IceAcceptConnection(waiting[ready], c.byref(c.c_int())))
                connections[ICE.IceConnectionNumber(made)] = made
            else:
                ICE.IceProcessMessages(connections[ready], None, None)


if __name__ == "__main__":
    main()
