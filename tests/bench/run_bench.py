#!/usr/bin/python3
"""Runs a script of the bench harness with Tributary among its clients.

    run_bench.py HARNESS SCRIPT [ARGUMENT...]
    run_bench.py ~/bench throughput.py --clients raw,tributary,qbittorrent --size 2G --runs 3
    run_bench.py ~/bench scale.py --clients raw,tributary,qbittorrent --counts 1000,10000

HARNESS is a checkout of the harness; it is used where it is, nothing is copied or changed.
"""
import os
import runpy
import sys

import tributary_driver


def main():
    if len(sys.argv) < 3 or not os.path.isdir(os.path.join(sys.argv[1], "btbench")):
        sys.exit(__doc__)
    harness, script = os.path.abspath(sys.argv[1]), sys.argv[2]
    sys.dont_write_bytecode = True
    sys.path.insert(0, harness)
    from btbench import common
    enter_namespace = common.enter_namespace

    def enter():
        # The harness starts its script again inside a namespace, by sys.argv: that must come through here once more.
        if os.environ.get("BTBENCH_NS") != "1":
            sys.argv = [os.path.abspath(__file__), harness, script, *sys.argv[1:]]
        enter_namespace()

    common.enter_namespace = enter
    tributary_driver.register()
    sys.argv = [os.path.join(harness, script), *sys.argv[3:]]
    runpy.run_path(sys.argv[0], run_name="__main__")


if __name__ == "__main__":
    main()
