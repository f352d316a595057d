"""The command that moves the library into another folder."""

from __future__ import annotations

import argparse
import os
from functools import partial
from pathlib import Path

from reader.cli import output
from reader.cli.command import Add, follow
from reader.domain import LibraryError
from reader.late import late
from reader.library.keeping.places import sealed
from reader.library.library import Library
from reader.library.store.database import FILE_NAME
from reader.library.store.lock import LibraryLock
from reader.paths import VARIABLE, config_folder, named_folder, there
from reader.remembered import follow_move
from reader.storage import MoveProgress

with late():
    from reader.library.keeping import moving


def add_commands(add: Add) -> None:
    """Add the command of this module to the command line."""
    moving = add("move", _move, "Move the library into another folder, which must be empty.")
    moving.add_argument("folder", metavar="FOLDER")


def _move(library: Library, options: argparse.Namespace) -> int:
    folder, target = library.folder, named_folder(options.folder)
    library.close()
    if not sealed(folder):  # One that is will be refused.
        _alone(folder)
    with LibraryLock(folder):
        steps = moving.move_library(folder, target, partial(follow_move, config_folder(), folder, target))
        follow(steps, _line, options)
    if options.json:
        output.json_value({"library": output.printable(str(target))})
        return 0
    print(f"The library is in {output.shown(str(target))} now.")
    if options.library or os.environ.get(VARIABLE):
        print(f"From now on --library or {VARIABLE} has to name that folder.")
    return 0


def _line(step: MoveProgress) -> str:
    return f"{100 * step.done // max(1, step.total)} %"


def _alone(folder: Path) -> None:
    """Raise LibraryError where another program, such as the window, has the library open.

    It would go on writing to a file that is about to be removed. The last program that closes a library takes the file
    of its last changes away.
    """
    Library(folder).close()
    if there(folder / f"{FILE_NAME}-wal"):
        raise LibraryError("locked", folder, "Another program is using the library. Close it and try again.")
