#!/usr/bin/python3
"""Interop with one other client, in a sandbox.

    run_cells.py RIVAL from|to [--encryption] [--all] [--seed N] [--list]

`from`: we download from it; `to`: it downloads from us. One cell of the matrix, chosen by the seed, is run; with --all, or with
TRIB_SOAK=full in the environment, every one. The seed is printed; TRIB_SEED or --seed repeats a run.
"""
import argparse
import os
import random
import sys

import cells
import sandbox
from clients import RIVALS


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rival", choices=sorted(RIVALS))
    parser.add_argument("way", choices=["from", "to"])
    parser.add_argument("--encryption", action="store_true", help="the cells that look at the wire instead of the matrix")
    parser.add_argument("--all", action="store_true", default=os.environ.get("TRIB_SOAK") == "full")
    parser.add_argument("--seed", type=int, default=int(os.environ.get("TRIB_SEED") or random.SystemRandom().randrange(1 << 31)))
    parser.add_argument("--list", action="store_true", help="print the cells and end")
    return parser.parse_args()


def main():
    options = arguments()
    chosen = (cells.encryption_cells if options.encryption else cells.matrix)(options.rival)[options.way]
    if options.list:
        print(*chosen, sep="\n")
        return 0
    if not options.all and not options.encryption:
        chosen = [random.Random(options.seed).choice(chosen)]
    if os.environ.get("TRIB_SEED") is None:
        os.environ["TRIB_SEED"] = str(options.seed)  # the same one inside the sandbox
    sandbox.enter(seconds=120 + 150 * len(chosen))
    print(f"seed {options.seed}", flush=True)
    failures = 0
    for cell in chosen:
        try:
            print(f"ok      {cell} ({cells.run(cell, options.seed):.1f} s)", flush=True)
        except sandbox.Failure as failure:
            failures += 1
            print(f"FAILED  {cell}: {failure}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
