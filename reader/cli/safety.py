"""The commands for backups, and for a damaged library."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.cli import output
from reader.cli.command import Add, NotFoundError, follow, follow_import
from reader.domain import LibraryError
from reader.late import late
from reader.library.keeping.backups import Backup, back_up, backups, finish_restore, restore
from reader.library.library import Library
from reader.library.opening import open_library
from reader.library.store.database import FILE_NAME
from reader.library.store.lock import LibraryLock
from reader.paths import there

with late():
    from reader.importing import refreshing
    from reader.library.keeping import rescue


def add_commands(add: Add) -> None:
    """Add the commands of this module to the command line."""
    listing = add("backups", _backups, "List the backups of the library, the newest first.")
    listing.add_argument("--now", action="store_true", help="make one first")
    restoring = add("restore", _restore, "Restore a backup in place of the library.")
    restoring.add_argument("backup", metavar="BACKUP", help="its name")
    # One that is damaged cannot be opened first.
    restoring.set_defaults(unopened=True)
    add("repair", _repair, "Repair a damaged library, keeping what can be read.").set_defaults(unopened=True)
    add("rebuild", _rebuild, "Start a new library, and read its folders again.").set_defaults(unopened=True)


def _backups(library: Library, options: argparse.Namespace) -> int:
    if options.now:
        follow(back_up(library.folder), _line, options)
    return _list(library.folder, options)


def _restore(folder: Path, options: argparse.Namespace) -> int:
    chosen = next((backup for backup in backups(folder) if backup.file.name == options.backup), None)
    if chosen is None:
        raise NotFoundError(f"There is no backup {options.backup!r}.")
    _replace(folder, restore(folder, chosen.file), _line, options)
    return _list(folder, options)


def _repair(folder: Path, options: argparse.Namespace) -> int:
    _replace(folder, rescue.repair(folder), _rows, options)
    with open_library(folder, make=False) as library:
        output.numbers(library.stats(), as_json=options.json)
    return 0


def _rebuild(folder: Path, options: argparse.Namespace) -> int:
    _replace(folder, rescue.rebuild(folder), _rows, options)
    with open_library(folder, make=False) as library:
        return follow_import(refreshing.refresh(library), options)


def _replace(folder: Path, steps: Iterator[int], line: Callable[[int], str], options: argparse.Namespace) -> None:
    """Go through the steps of something that takes the place of the library, and let it."""
    # Asked in this order: a folder that cannot be looked at is refused by the first.
    if not backups(folder) and not there(folder / FILE_NAME):
        raise LibraryError("missing", folder / FILE_NAME, "There is no library here yet.")
    with LibraryLock(folder):
        follow(steps, line, options)
        finish_restore(folder)


def _rows(number: int) -> str:
    return f"{number}"


def _list(folder: Path, options: argparse.Namespace) -> int:
    found = backups(folder)
    if options.json:
        output.json_value([_row(backup) for backup in found])
        return 0
    for backup in found:
        print(f"{output.iso(int(backup.made_at))}  {backup.bytes / 1e6:9.1f} MB  {backup.kind:8}  {backup.file.name}")
    return 0


def _row(backup: Backup) -> dict[str, object]:
    return {
        "name": backup.file.name,
        "kind": backup.kind,
        "made_at": output.iso(int(backup.made_at)),
        "bytes": backup.bytes,
    }


def _line(copied: int) -> str:
    return f"{copied / 1e6:.0f} MB"
