"""What the import dialog asks the disk about a folder: never on the window's thread, since it may take long."""

from __future__ import annotations

from pathlib import Path

from reader.domain import Source
from reader.library.library import Library


def known(library: Library, folder: Path) -> Source | None:
    """Return the source that a folder is."""
    try:
        return library.source_at(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        return None  # The plan says what is wrong with it.
