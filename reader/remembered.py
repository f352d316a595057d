"""Which library is opened if none is named: a file of its own, shared by the window and the commands.

The window's other settings are Qt's, which a command cannot read without loading it.
"""

from __future__ import annotations

import os
from pathlib import Path

from reader.domain import LibraryError
from reader.paths import PRIVATE, REMEMBERED, own_folder
from reader.whole_files import whole_file, write_through


def remembered_library(config: Path) -> Path | None:
    """Return the library's folder that is remembered in the program's configuration folder, None when none is."""
    try:
        name = (config / REMEMBERED).read_bytes().removesuffix(b"\n")
    except OSError:
        return None
    return Path(os.fsdecode(name)) if name and b"\0" not in name else None


def remember_library(config: Path, folder: Path) -> None:
    """Remember another one; it is the old one or the new one, whenever the computer stops. Raises LibraryError."""
    try:
        config.mkdir(PRIVATE, parents=True, exist_ok=True)
        with whole_file(config / REMEMBERED, overwrite=True) as file:
            file.write(os.fsencode(folder) + b"\n")
        write_through(config, config / REMEMBERED)
    except OSError as error:
        advice = f"The place of the library cannot be remembered ({error.strerror}). Make this folder writable."
        raise LibraryError("cannot-write", config, advice) from error


def follow_move(config: Path, folder: Path, target: Path) -> None:
    """Remember where a library moved to, if it is the remembered one. Raises LibraryError."""
    if own_folder(remembered_library(config)).resolve() == folder.resolve():
        remember_library(config, target)
