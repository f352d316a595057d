"""Values stored for the library as a whole, by name."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from reader.domain import LibraryError
from reader.library.store.database import FILE_NAME, connect
from reader.library.store.transactions import transaction

#: The setting of a library that was moved: where to.
MOVED_TO = "moved_to"


def setting(db: sqlite3.Connection, name: str) -> str:
    """Return a setting of the library, "" where it was never set."""
    row = db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else ""


def set_setting(db: sqlite3.Connection, name: str, value: str) -> None:
    """Set a setting of the library."""
    with transaction(db):
        write_setting(db, name, value)


def write_setting(db: sqlite3.Connection, name: str, value: str) -> None:
    """Set a setting of the library. Runs in the caller's transaction."""
    db.execute("INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (name, value))


def offline(db: sqlite3.Connection) -> bool:
    """Whether the user works offline: then nothing is fetched, whatever was allowed."""
    return setting(db, "offline") == "1"


def moved_to(folder: Path) -> str:
    """Return where the library in a folder was moved to, "" where it was not."""
    # One that an older program made has no settings, and never was moved.
    with suppress(LibraryError, sqlite3.Error), closing(connect(folder / FILE_NAME, writing=False)) as db:
        return setting(db, MOVED_TO)
    return ""
