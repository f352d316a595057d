"""Single statements: whether there is a row, and where SQLite keeps what it takes to undo one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager


def exists(db: sqlite3.Connection, rows: str, values: Sequence[object] = ()) -> bool:
    """Whether there is any of these rows, "FROM table WHERE condition"."""
    return bool(db.execute(f"SELECT EXISTS (SELECT 1 {rows})", values).fetchone()[0])


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
