"""Kills the program at random moments, hundreds of times, and looks each time whether anything was lost.

python -m tests.killing [--rounds N] [--seed N] [--full | --power ext4] [--place FOLDER] [WORK...]

With `--full` the disk is full instead: a small one of memory, for which one has to be root, as for `--power`, which
loses what the disk does not hold yet. Ends with a table, and with exit code 1 where a fault was found; the world in
which it was found stays in the folder.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.fetching.server import Server, picture, reply
from tests.killing.rounds import Rounds
from tests.killing.works import WORKS


def serve() -> str:
    """Let another process serve a picture at every address; return where."""
    read, write = os.pipe()
    if os.fork() == 0:
        os.setsid()
        server = Server()
        server.otherwise = lambda wire, path, headers: reply(picture(len(path) * 31 + ord(path[-5]), (200, 150)))(
            wire, path, headers
        )
        os.write(write, f"{server.url('')}\n".encode())
        harness = os.getppid()
        while os.getppid() == harness:  # It ends with the harness, however that ends.
            time.sleep(1)
        os._exit(0)
    return os.read(read, 100).decode().strip()


def main() -> int:
    """Play the rounds that the command line asks for."""
    parser = argparse.ArgumentParser(description="Kill Broadsheet at random moments.")
    parser.add_argument("works", nargs="*", metavar="WORK", choices=[*WORKS, []], help=", ".join(WORKS))
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--full", action="store_true", help="fill the disk instead")
    parser.add_argument("--power", metavar="SYSTEM", default="", help="cut the power of a disk: ext4, xfs, btrfs, vfat")
    parser.add_argument("--place", type=Path, default=None)
    options = parser.parse_args()
    web = serve()
    place = options.place or Path(tempfile.mkdtemp(prefix="broadsheet-killing-"))
    if options.full:
        from tests.killing.full import Full

        rounds: Rounds = Full(place, options.seed, web, options.works)
    elif options.power:
        from tests.killing.power import Power

        rounds = Power(place, options.seed, web, options.works, options.power)
    else:
        rounds = Rounds(place, options.seed, web, options.works)
    tally = rounds.play(options.rounds)
    print(*tally.lines(), sep="\n")  # noqa: T201 - what it is for
    if options.place is None and not tally.faults:
        shutil.rmtree(place)
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
