"""How a program opens the library it was told to use."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

from reader.domain import LibraryError
from reader.late import late
from reader.library.keeping.places import MOVING, NETWORK_ADVICE, on_network, sealed
from reader.library.keeping.soundness import glance, is_suspect, is_there, look_through
from reader.library.library import Library
from reader.library.store.database import FILE_NAME, RESTORED, refusals_explained, side_files
from reader.library.store.lock import LibraryLock
from reader.library.store.settings import moved_to
from reader.paths import there

with late():
    from reader.library.keeping import backups, moving


def open_library(folder: Path, *, make: bool = True, locked: bool = False) -> Library:
    """Open a library for writing, as every program does when it begins, with or without a window.

    What an interrupted move or the restoring of a backup left undone is done first, and marks that a loss of power
    cost come back. One that is missing is made, if `make`; one that is sealed (places.py) is only read. `locked` says
    that the caller has the library's lock. Raises LibraryError, of the kind `damaged` for one that may be rescued
    (rescue.py), and `locked` where a backup is to take the place of a library that another program still has.
    """
    with refusals_explained(folder / FILE_NAME):
        return _open(folder, make=make, locked=locked)


def _open(folder: Path, *, make: bool, locked: bool) -> Library:
    if sealed(folder):
        return Library(folder, sealed=True)
    if not there(folder / FILE_NAME) and on_network(folder):
        raise LibraryError("network", folder / FILE_NAME, NETWORK_ADVICE)
    if there(folder / RESTORED):
        # A window that restored it has the old one open until it ends.
        with nullcontext() if locked else LibraryLock(folder):
            backups.finish_restore(folder)
    # The log of a program that ended as it should is gone; the first who opens the library takes it away.
    killed = there(side_files(folder / FILE_NAME)[0])
    glance(folder)
    look_through(folder)
    if not make:
        Library(folder, writing=False).close()
    left = moved_to(folder)
    if left or there(folder / MOVING):
        # A move that is not interrupted, but under way, is about to remove this one.
        with LibraryLock(folder) if left and not locked else nullcontext():
            moving.finish_move(folder)
    # With the marks of one that is gone: the articles come with their folders.
    made = not is_there(folder)
    library = Library(folder)
    if made:
        library.replay_marks()
    elif killed:
        library.replay_marks(last=True)
    return library


def takes_long(folder: Path) -> bool:
    """Whether `open_library` may take long: a backup is to take the library's place, or all of it is looked through."""
    return is_suspect(folder) or there(folder / RESTORED)
