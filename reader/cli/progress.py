"""Exit codes of commands, and their progress on the terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TypeVar

#: Exit codes beside 0: nothing of that kind or something found wrong, and the environment refused. 2, wrong words, is
#: argparse's own.
NOTHING, REFUSED = 1, 3

Step = TypeVar("Step")


def follow(steps: Iterator[Step], line: Callable[[Step], str], options: argparse.Namespace) -> Step | None:
    """Go through the steps of some work, on a terminal with a line that tells of each; return the last, if any."""
    quiet = options.json or not sys.stderr.isatty()
    step: Step | None = None
    with closing(steps):  # type: ignore[type-var]
        for step in steps:
            if not quiet:
                print(f"\r{line(step)}\x1b[K", end="", file=sys.stderr, flush=True)
    if not quiet:
        print("\r\x1b[K", end="", file=sys.stderr)
    return step
