"""Where SQLite keeps the rollback data of a single statement."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def small_statements(db: sqlite3.Connection) -> Iterator[None]:
    """Run transactions of many statements that change few pages each: these are kept in memory until one is done.

    Else SQLite writes them to a file, for the rest of a transaction in which one statement changed more than 64 KB, as
    a row of the shelf does with its triggers: 66 writes a post, a quarter of what it takes to add it. Not for
    statements that change very much. Drops temporary tables (https://www.sqlite.org/pragma.html#pragma_temp_store).
    """
    db.execute("PRAGMA temp_store = MEMORY")
    try:
        yield
    finally:
        db.execute("PRAGMA temp_store = DEFAULT")
