"""Copies of the whole database beside it: made daily, limited in number and size, and restored."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from reader.domain import LibraryError
from reader.frozen import frozen
from reader.late import late
from reader.library.keeping.places import refuse_sealed
from reader.library.marking import replaying
from reader.library.store.copying import copy_database, new_part
from reader.library.store.database import (
    FILE_NAME,
    RESTORED,
    SUSPECT,
    connect,
    refusals_explained,
    remove_database,
    side_files,
)
from reader.paths import there
from reader.whole_files import write_through

with late():
    from reader.library.pictures import images, storage

#: Holds them, in the library's folder.
FOLDER = "backups"
#: So many are kept, and so many bytes in all; the newest one is kept whatever its size.
KEPT, LIMIT = 7, 4_000_000_000
#: Seconds from one to the next. Somewhat less than a day, so that who reads at the same hour gets one each day.
INTERVAL = 20 * 3600
# Of libraries that another one took the place of so many stay: who restores the wrong one can go back.
_KEPT_REPLACED = 2
# A backup never takes the last room of a disk, in bytes.
_LEFT_FREE = 500_000_000

_NAME = re.compile(r"(library|replaced)\.(\d{8}T\d{6})Z\.sqlite3")
_STAMP = "%Y%m%dT%H%M%S"


class BackupKind(StrEnum):
    """Why there is a backup."""

    ROLLING = "rolling"
    #: Made right before an update of the library; named by its version.
    UPDATE = "update"
    #: What was the library until a backup was restored.
    REPLACED = "replaced"


@frozen
class Backup:
    """A copy of a library; `made_at` in seconds since 1970."""

    file: Path
    kind: BackupKind
    made_at: float
    bytes: int


def backups(folder: Path, now: float | None = None) -> list[Backup]:
    """Return the backups of the library in a folder, the newest first.

    One that is to be made yet was made while the clock was ahead, before all that the clock of now dates. Raises
    LibraryError for a folder that cannot be looked at.
    """
    now = time.time() if now is None else now
    found: list[Backup] = []
    with refusals_explained(folder / FOLDER):
        there(folder / FOLDER)  # The pattern alone finds nothing where a drive refuses to answer.
        files = [*(folder / FOLDER).glob("*.sqlite3"), *folder.glob("library.v*.sqlite3")]
    for file in files:
        with suppress(OSError, ValueError):  # One that went away meanwhile is none, nor one of a day that never was.
            stat = file.stat()
            named = _NAME.fullmatch(file.name)
            if named:
                kind = BackupKind.ROLLING if named[1] == "library" else BackupKind.REPLACED
                made_at = datetime.strptime(named[2], _STAMP).replace(tzinfo=UTC).timestamp()
                found.append(Backup(file, kind, made_at, stat.st_size))
            elif file.parent == folder:
                found.append(Backup(file, BackupKind.UPDATE, stat.st_mtime, stat.st_size))
    return sorted(found, key=lambda made: (made.made_at <= now, made.made_at, made.file.name), reverse=True)


def due(folder: Path, now: float | None = None) -> bool:
    """Whether it is time for another backup: the last one is of another day, and something changed since."""
    now = time.time() if now is None else now
    made = [backup.made_at for backup in backups(folder, now) if backup.kind is BackupKind.ROLLING]
    # A clock that was set back must not keep it from being made for ever.
    if not made or made[0] > now:
        return True
    if now - made[0] < INTERVAL:
        return False
    file = folder / FILE_NAME
    # Names tell whole seconds.
    return any(_changed_at(each) > made[0] + 1 for each in (file, side_files(file)[0]))


def _changed_at(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def back_up(folder: Path, now: float | None = None) -> Iterator[int]:
    """Make a backup of the library in `folder`, then give up the oldest; yields the bytes so far.

    May be closed at any step. A library that is damaged makes none, and costs no older one. Raises LibraryError for
    that, for one that can only be read, and where there is too little room.
    """
    refuse_sealed(folder)
    file = folder / FILE_NAME
    with refusals_explained(file):
        if not there(file):
            raise LibraryError("missing", file, "There is no library here yet.")
        (folder / FOLDER).mkdir(exist_ok=True)
        if shutil.disk_usage(folder).free < file.stat().st_size + _LEFT_FREE:
            raise LibraryError("disk-full", folder, "The disk is too full for a backup. Free some space.")
        part = new_part(folder / FOLDER / "backup")
        try:
            yield from copy_database(file, part)
            stamp = datetime.fromtimestamp(time.time() if now is None else now, UTC).strftime(_STAMP)
            backup = part.replace(folder / FOLDER / f"library.{stamp}Z.sqlite3")
        finally:
            remove_database(part)
        write_through(folder / FOLDER, backup)
        _prune(folder, now)


def _prune(folder: Path, now: float | None = None) -> None:
    """Give up the oldest backups beyond the bounds."""
    kept: dict[BackupKind, int] = {}
    size = 0
    for backup in backups(folder, now):
        if backup.kind is BackupKind.UPDATE:
            continue
        size += backup.bytes
        kept[backup.kind] = number = kept.get(backup.kind, 0) + 1
        most = KEPT if backup.kind is BackupKind.ROLLING else _KEPT_REPLACED
        if number > most or (number > 1 and size > LIMIT):
            with suppress(OSError):
                remove_database(backup.file)


def restore(folder: Path, backup: Path) -> Iterator[int]:
    """Let a backup take the place of the library at its next opening; yields the bytes so far.

    May be closed at any step; once it went to its end, `finish_restore` does the rest. The backup stays. Raises
    LibraryError where the backup is damaged, is no library, or is newer than this program, and where the library can
    only be read.
    """
    refuse_sealed(folder)
    part = folder / f"{RESTORED}.part"
    with _damage_is_the_backups(backup), refusals_explained(backup):
        if not backup.is_file():
            raise LibraryError("no-backup", backup, "This backup is no longer there. Choose another one.")
        try:
            yield from copy_database(backup, part)
            connect(part, writing=False).close()
            let_take_place(folder, part)
        finally:
            remove_database(part)


@contextmanager
def _damage_is_the_backups(backup: Path) -> Iterator[None]:
    """Tell of a damaged backup as of one: the library need not be repaired for it."""
    try:
        yield
    except LibraryError as error:
        if error.kind not in ("damaged", "missing"):
            raise
        raise LibraryError("bad-backup", backup, "This backup is damaged. Choose another one.") from error


def let_take_place(folder: Path, made: Path) -> None:
    """Let a database that was made be what takes the library's place, instead of what was to take it until now."""
    give_up_restore(folder)
    made.replace(folder / RESTORED)
    write_through(folder, folder / RESTORED)


def give_up_restore(folder: Path) -> None:
    """Let the library stay what it is, also where `restore` went to its end but nobody opened the library since."""
    with refusals_explained(folder / RESTORED):
        # With the log that a killed program left, which SQLite would take for that of the next file of this name.
        remove_database(folder / RESTORED)


def finish_restore(folder: Path) -> None:
    """Let what was restored take its place, if anything was; for the start of a program, before it opens the library.

    Who calls it has the library's lock. What was the library until now becomes a backup. Goes on where it was
    interrupted. Raises LibraryError.
    """
    restored, file = folder / RESTORED, folder / FILE_NAME
    if not there(restored):
        return
    with refusals_explained(file):
        made_at = restored.stat().st_mtime
        # Brought up to date before it is the library.
        with closing(connect(restored, writing=True)) as db:
            # What was marked since the backup was made is the user's, not the library's.
            replaying.replay(db, folder)
            # Pictures may have been given up since, or be lost with a drive.
            storage.Storage(db, restored, images.ImageStore(folder / "pictures")).mend_missing()
        # What was the library gets the same name at each try, so that a log that was left behind follows it.
        os.utime(restored, (made_at, made_at))
        stamp = datetime.fromtimestamp(made_at, UTC).strftime(_STAMP)
        for copy in folder.glob("library.restored.v*.sqlite3"):
            copy.unlink(missing_ok=True)
        if there(file):
            _empty_log(file)
        (folder / FOLDER).mkdir(exist_ok=True)
        aside = folder / FOLDER / f"replaced.{stamp}Z.sqlite3"
        for old, new in zip((file, *side_files(file)), (aside, *side_files(aside)), strict=True):
            if there(old):
                old.replace(new)
        write_through(folder / FOLDER, *(copy for copy in (aside, *side_files(aside)) if there(copy)))
        # Nothing may be left beside it that SQLite would take for its log.
        for beside in side_files(restored):
            beside.unlink(missing_ok=True)
        restored.replace(file)
        (folder / SUSPECT).unlink(missing_ok=True)
        write_through(folder, file)
        _prune(folder)


def _empty_log(file: Path) -> None:
    """Write the log back into its database, as far as that can still be done."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
