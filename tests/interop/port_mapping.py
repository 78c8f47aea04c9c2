#!/usr/bin/python3
"""A router that speaks UPnP and NAT-PMP is asked to map our port for TCP and UDP, and to forget it when we end. With a proxy, behind which
nobody can connect to us directly, it is not asked at all; nor when the setting is off."""
import sys
import time

import sandbox
from clients import PREFER
from gateway import Gateway
from links import WORLD_LAN, World
from sandbox import Failure, wait_for, workspace
from tributary import Tributary

SILENCE = 4  # seconds


class Ours(Tributary):
    extra = {}

    def settings(self, encryption, upload_limit):
        return {**super().settings(encryption, upload_limit), "network/interfaces": "lan0", "network/port_mapping": "true", **self.extra}


def wanted(port):
    return {("tcp", port): True, ("udp", port): True}


def maps_and_forgets(world, folder):
    gateway = Gateway(world, WORLD_LAN)
    ours = Ours(folder, 3)
    ours.start(PREFER)
    for name, mapped in (("UPnP", gateway.upnp), ("NAT-PMP", gateway.natpmp)):
        wait_for(f"mapping by {name}", lambda m=mapped: m == wanted(ours.port), 20)
    if ours.stop() != 0:
        raise Failure("tributaryd did not end in order")
    for name, mapped in (("UPnP", gateway.upnp), ("NAT-PMP", gateway.natpmp)):
        if any(mapped.values()) or len(mapped) != 2:
            raise Failure(f"by {name} the router still maps {mapped}")
    return gateway


def asks_nobody(gateway, folder, number, extra):
    before = (gateway.searches, gateway.asked)
    ours = Ours(folder, number)
    ours.extra = extra
    ours.start(PREFER)
    time.sleep(SILENCE)
    ours.stop()
    if (gateway.searches, gateway.asked) != before:
        raise Failure(f"with {extra} the router was asked all the same")


def main():
    sandbox.enter(seconds=90)
    world = World(vpn=False)
    with workspace() as folder:
        gateway = maps_and_forgets(world, folder)
        print("ok      mapped by UPnP and NAT-PMP, and forgotten at the end", flush=True)
        asks_nobody(gateway, folder, 4, {"network/proxy": "socks5://198.18.7.9:1080"})
        asks_nobody(gateway, folder, 5, {"network/port_mapping": "false"})
        print("ok      nobody is asked with a proxy, or when it is off", flush=True)


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"FAILED  {failure}")
