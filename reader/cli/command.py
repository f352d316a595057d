"""What all commands share: how each is declared, what it returns, and its progress on the terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from reader.cli import output
from reader.library.library import Library
from reader.outcomes import ImportProgress

Command = Callable[[Library, argparse.Namespace], int]
#: A command on a library that need not be sound, or there: it is given the folder, and opens what it can.
FolderCommand = Callable[[Path, argparse.Namespace], int]
#: Takes the name of a command, itself and what it does in a sentence; returns the parser of its options.
Add = Callable[[str, Command | FolderCommand, str], argparse.ArgumentParser]

#: Exit codes beside 0: nothing of that kind or something found wrong, and the environment refused. 2, wrong words, is
#: argparse's own.
NOTHING, REFUSED = 1, 3

Step = TypeVar("Step")


class NotFoundError(Exception):
    """The library does not hold what was asked for, or cannot have it so; the text tells the user."""


def number(text: str) -> int:
    """Return a number of the library's from the command line: one that SQLite can hold. Raises ValueError."""
    found = int(text)
    if not 0 <= found < 2**63:
        raise ValueError(text)
    return found


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


def follow_import(steps: Iterator[ImportProgress], options: argparse.Namespace) -> int:
    """Go through an import, its progress on the terminal, and print what it did; return the exit code."""
    step = follow(steps, _line, options)
    if step is None:
        raise RuntimeError("an import tells at least its end")
    output.report(step.report, as_json=options.json)
    return REFUSED if step.report.stopped else 0


def _line(step: ImportProgress) -> str:
    return f"{step.phase} {step.done}" + (f"/{step.total}" if step.total else "")
