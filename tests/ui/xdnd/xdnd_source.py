#!/usr/bin/env python3
"""Drags data over a window and drops it there, as the source of the XDND protocol, version 5 (freedesktop.org).

usage: xdnd_source.py WINDOW MIME-TYPE FILE      prints "dropped" when the target has said that it took the data
"""
import sys
import time

from Xlib import X, Xatom, display
from Xlib.protocol import event

DEADLINE = 20  # seconds for the whole drag


class Source:
    def __init__(self, window, mime, data):
        self.display = display.Display()
        self.root = self.display.screen().root
        self.target = self.display.create_resource_object("window", window)
        self.mime, self.data = self.atom(mime), data
        self.window = self.root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self.window.change_property(self.atom("XdndAware"), Xatom.ATOM, 32, [5])
        self.window.set_selection_owner(self.atom("XdndSelection"), X.CurrentTime)
        self.accepted = self.finished = self.taken = False
        self.answers = 0

    def atom(self, name):
        return self.display.intern_atom(name)

    def send(self, name, *values):
        data = (32, [self.window.id, *values, *[0] * (4 - len(values))])
        self.target.send_event(event.ClientMessage(window=self.target, client_type=self.atom(name), data=data))
        self.display.flush()

    def serve(self, request):
        """Answers the target's request for the data."""
        done = request.property
        if request.target == self.mime:
            request.requestor.change_property(done, request.target, 8, self.data)
        elif request.target == self.atom("TARGETS"):
            request.requestor.change_property(done, Xatom.ATOM, 32, [self.mime])
        else:
            done = X.NONE
        request.requestor.send_event(event.SelectionNotify(time=request.time, requestor=request.requestor, selection=request.selection,
                                                           target=request.target, property=done))
        self.display.flush()

    def pump(self, until, seconds):
        end = time.monotonic() + seconds
        while not until() and time.monotonic() < end:
            if not self.display.pending_events():
                time.sleep(0.01)
                continue
            message = self.display.next_event()
            if message.type == X.SelectionRequest:
                self.serve(message)
            elif message.type == X.ClientMessage and message.client_type == self.atom("XdndStatus"):
                self.accepted = bool(message.data[1][1] & 1)
                self.answers += 1
            elif message.type == X.ClientMessage and message.client_type == self.atom("XdndFinished"):
                self.finished = True
                self.taken = bool(message.data[1][1] & 1)
        return until()

    def run(self):
        if not self.target.get_full_property(self.atom("XdndAware"), Xatom.ATOM):
            return "the window is not XdndAware"
        where = self.target.translate_coords(self.root, 0, 0)
        x, y = -where.x + 200, -where.y + 200
        copy = self.atom("XdndActionCopy")
        self.send("XdndEnter", 5 << 24, self.mime)
        end = time.monotonic() + DEADLINE / 2
        while not self.accepted and self.answers < 5 and time.monotonic() < end:
            x += 1
            self.send("XdndPosition", 0, x << 16 | y, X.CurrentTime, copy)
            before = self.answers
            self.pump(lambda: self.answers > before, 1)
        if not self.accepted:
            self.send("XdndLeave")
            return "refused"
        self.send("XdndDrop", 0, X.CurrentTime)
        if not self.pump(lambda: self.finished, DEADLINE / 2):
            return "the target did not answer the drop"
        return "dropped" if self.taken else "the target did not take the drop"


if __name__ == "__main__":
    with open(sys.argv[3], "rb") as file:
        print(Source(int(sys.argv[1]), sys.argv[2], file.read()).run())
