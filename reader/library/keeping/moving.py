"""Moves the library to another folder: copied, verified, switched to, and only then removed from the old one."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from reader.domain import LibraryError
from reader.library.keeping import backups
from reader.library.keeping.places import MOVING, NETWORK_ADVICE, on_network, refuse_sealed
from reader.library.marking import journal
from reader.library.pictures.images import PARTS, ImageStore
from reader.library.store import lock
from reader.library.store.copying import copy_database
from reader.library.store.database import FILE_NAME, SUSPECT, connect, refusals_explained, remove_database
from reader.library.store.settings import MOVED_TO, moved_to, set_setting, write_setting
from reader.library.store.transactions import transaction
from reader.paths import PRIVATE, is_own, there
from reader.storage import MoveProgress
from reader.whole_files import to_disk, write_through

_PICTURES = "pictures"
# What lies beside the database, and goes with it.
_BESIDE = (journal.FILE_NAME, SUSPECT)
# Bytes that are read at a time.
_PIECE = 1 << 20


def move_library(folder: Path, target: Path, switch: Callable[[], None]) -> Iterator[MoveProgress]:
    """Move the library in `folder` to `target`, which must be empty; yields how far it is.

    `switch` lets the program open the library at its new place from then on. Until it is called the old one is whole
    and the new one is no library, whenever this is closed or the computer stops; from then on the new one is whole, and
    `finish_move` removes what is left of the old one. No one else may have the library open for writing; should someone
    write to it all the same while the program switches, the old one stays; marks are refused there. Raises LibraryError
    when the folder will not do, when a copy is not what it should be, or when the disk refuses.
    """
    _check(folder, target)
    with refusals_explained(target / FILE_NAME):
        with closing(connect(folder / FILE_NAME, writing=True)) as db:
            with transaction(db):  # Nobody changes what is being copied.
                yield from _copy_all(folder, target)
                (target / f"{FILE_NAME}.part").replace(target / FILE_NAME)
                write_through(target, target / FILE_NAME)
                write_setting(db, MOVED_TO, _as_text(target))
            before = _changes_of_others(db)
            try:
                switch()
            except BaseException:
                # The program stays here. Who opens the copy all the same must not cost it what is marked from now on.
                set_setting(db, MOVED_TO, "")
                raise
            if _changes_of_others(db) != before:
                # The old one stays; as it says that it was moved, nobody who has it open marks anything there.
                (target / MOVING).unlink(missing_ok=True)
        finish_move(target)
    yield MoveProgress(1, 1, finished=True)


def finish_move(folder: Path) -> None:
    """Do what an interrupted move left undone; for the start of a program, with the library that it opens.

    If this one was moved here, the old one is removed, unless it was used since; what cannot be removed now waits for
    another start. If it was to be moved and is still the one that is used, that is forgotten.
    """
    with refusals_explained(folder / FILE_NAME):
        if there(folder / MOVING) and there(folder / FILE_NAME):
            with suppress(OSError):
                _give_up_old(folder)
        if moved_to(folder):
            with closing(connect(folder / FILE_NAME, writing=True)) as db:
                set_setting(db, MOVED_TO, "")


def _give_up_old(folder: Path) -> None:
    old, begun = _read_note(folder)
    if old is not None:
        if there(old / FILE_NAME):
            # Whatever the note says: a library that was used since, or begun there since, stays.
            begun = moved_to(old) == _as_text(folder)
            if begun:
                _write_note(folder, old, begun=True)
        if begun:
            _remove(old)
    (folder / MOVING).unlink(missing_ok=True)


def _as_text(folder: Path) -> str:
    """Return a path as the library can hold it: bytes that are no UTF-8, as such names may have, are spelt out."""
    return os.fsencode(folder).decode("utf-8", "backslashreplace")


def _changes_of_others(db: sqlite3.Connection) -> int:
    """Return a number that another connection's next commit changes."""
    return int(db.execute("PRAGMA data_version").fetchone()[0])


def _write_note(folder: Path, old: Path, *, begun: bool = False) -> None:
    """Note in a new folder where its library comes from, and whether the removal of that one has begun."""
    part = folder / f"{MOVING}.part"
    with part.open("w", encoding="utf-8") as opened:
        json.dump({"from": str(old), "removing": begun}, opened)
        opened.flush()
        to_disk(opened.fileno())
    part.replace(folder / MOVING)
    write_through(folder, folder / MOVING)


def _read_note(folder: Path) -> tuple[Path | None, bool]:
    """Return what `_write_note` noted, no folder where that cannot be read any more."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads((folder / MOVING).read_text(encoding="utf-8"))
        old = Path(said["from"])
        if old.is_absolute():
            return old, said.get("removing") is True
    return None, False


def _check(folder: Path, target: Path) -> None:
    refuse_sealed(folder)
    old, new = (Path(os.path.realpath(each)) for each in (folder, target))
    if old.is_relative_to(new) or new.is_relative_to(old):
        raise LibraryError("not-empty", target, "A library cannot be moved into itself. Choose another folder.")
    if on_network(target):
        raise LibraryError("network", target, NETWORK_ADVICE)
    with refusals_explained(target):
        if there(target) and not target.is_dir():
            raise LibraryError("not-empty", target, "This is a file. Choose an empty folder.")
        target.mkdir(PRIVATE, parents=True, exist_ok=True)
        # What an earlier try left there may be written over; a library that is finished may not.
        ours = _read_note(target)[0] == old and not there(target / FILE_NAME)
        if not ours and any(file.name != f"{MOVING}.part" for file in target.iterdir() if not is_own(file)):
            raise LibraryError("not-empty", target, "This folder is not empty. Choose an empty one.")
        _write_note(target, old)


def _copy_all(folder: Path, target: Path) -> Iterator[MoveProgress]:
    store = folder / _PICTURES
    files = [file for file, _ in ImageStore(store).files() if file.parent != store / PARTS]
    if (folder / journal.FILE_NAME).is_file():
        files.append(folder / journal.FILE_NAME)
    files += [backup.file for backup in backups.backups(folder)]
    total = sum(file.stat().st_size for file in files) + (folder / FILE_NAME).stat().st_size
    done, last = 0, time.monotonic()
    for file in files:
        for piece in _copy_file(file, target / file.relative_to(folder)):
            done += piece
            if time.monotonic() - last > 0.1:
                last = time.monotonic()
                yield MoveProgress(min(total, done), total)
    for pages in copy_database(folder / FILE_NAME, target / f"{FILE_NAME}.part"):
        yield MoveProgress(min(total, done + pages), total)
    for place in (target.parent, *(place for place in target.rglob("*") if place.is_dir())):
        write_through(place)


def _copy_file(file: Path, copy: Path) -> Iterator[int]:
    """Copy a file piece by piece, as a backup may be gigabytes, and read the copy again; yields the bytes of each."""
    copy.parent.mkdir(parents=True, exist_ok=True)
    written, kept = hashlib.blake2b(), hashlib.blake2b()
    with copy.open("wb") as opened:
        for piece in _pieces(file):
            opened.write(piece)
            written.update(piece)
            yield len(piece)
        opened.flush()
        to_disk(opened.fileno())
    for piece in _pieces(copy):
        kept.update(piece)
        yield 0
    if kept.digest() != written.digest():
        raise LibraryError("disk", copy, "The disk did not keep what was written. The library stays where it was.")
    shutil.copystat(file, copy)


def _pieces(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while piece := opened.read(_PIECE):
            yield piece


def _remove(folder: Path) -> None:
    """Remove a library that was moved: first the database, so that what is left is no library any more."""
    remove_database(folder / FILE_NAME)
    for file in (*folder.glob(f"{journal.FILE_NAME}*.part"), *map(folder.joinpath, _BESIDE)):
        file.unlink(missing_ok=True)
    shutil.rmtree(folder / lock.HANDOVER, ignore_errors=True)
    for backup in backups.backups(folder):
        remove_database(backup.file)
    with suppress(OSError):
        (folder / backups.FOLDER).rmdir()
    (folder / MOVING).unlink(missing_ok=True)
    _remove_pictures(ImageStore(folder / _PICTURES))
    # Windows removes no open file: there it waits for another start, as the note still says where.
    (folder / lock.FILE_NAME).unlink(missing_ok=True)
    with suppress(OSError):  # What is not ours stays.
        folder.rmdir()


def _remove_pictures(store: ImageStore) -> None:
    for file, key in list(store.files()):
        if key or file.parent.name == PARTS:
            file.unlink(missing_ok=True)
    for place in (*sorted(store.folder.rglob("*"), reverse=True), store.folder):
        with suppress(OSError):
            place.rmdir()
