"""A program that downloads until it is killed; it says how far it is. Small, since it is started anew."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.fetching.downloads import download
from reader.fetching.limits import Limits
from reader.library.library import Library

if __name__ == "__main__":
    with Library(Path(sys.argv[1])) as library:
        for step in download(library, Limits(delay=0), frozenset({"127.0.0.1"})):
            sys.stdout.write(f"{step.stored}\n")
            sys.stdout.flush()
