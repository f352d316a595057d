"""How a program opens the library that it was told to use."""

from __future__ import annotations

from pathlib import Path

from reader.library.backups import finish_restore
from reader.library.library import Library
from reader.library.moving import finish_move


def open_library(folder: Path) -> Library:
    """Open a library for writing, as every program does when it begins, with or without a window.

    What an interrupted move or the restoring of a backup left undone is done first. One that is missing is made.
    Raises LibraryError.
    """
    finish_restore(folder)
    finish_move(folder)
    return Library(folder)
