"""Reads rows out of a damaged database: all that can be read, from both ends and, in between, one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

# So many numbers of rows that may lie between two damaged places are tried one by one.
_MOST_TRIED = 5_000_000
_TOLD_EVERY = 1000


def open_damaged(file: Path) -> sqlite3.Connection:
    """Open a database of which anything may be wrong, for reading."""
    db = sqlite3.connect(file, isolation_level=None)
    db.execute("PRAGMA query_only = ON")
    db.execute("PRAGMA trusted_schema = OFF")
    # A table of which the definition cannot be read is missing, and takes no other along.
    db.execute("PRAGMA writable_schema = ON")
    # Damaged text must not keep the rest of its row from being read.
    db.text_factory = lambda text: text.decode("utf-8", "replace")
    return db


class Salvage:
    """Takes tables from a damaged database over into a new one; `damaged` has the names of those with gaps."""

    def __init__(self, old: sqlite3.Connection, new: sqlite3.Connection) -> None:
        self._old = old
        self._new = new
        self.damaged: set[str] = set()
        self.rows = 0

    def take(self, table: str) -> Iterator[int]:
        """Take over what can be read of a table, in the columns that both have; yields the rows so far."""
        shared = [name for name in _columns(self._new, table) if name in self._known_columns(table)]
        if not shared:
            self.damaged.add(table)
            return
        marks = ", ".join("?" * len(shared))
        put = f"INSERT OR IGNORE INTO {table} ({', '.join(shared)}) VALUES ({marks})"
        for row in self._rows(table, shared):
            # A value that its column does not take is damage that SQLite did not see.
            try:
                self._new.execute(put, row)
            except (sqlite3.IntegrityError, sqlite3.DataError):
                self.damaged.add(table)
            self.rows += 1
            if self.rows % _TOLD_EVERY == 0:
                yield self.rows

    def take_numbers(self) -> None:
        """Take over which numbers of articles were given, so that none is given again."""
        with suppress(sqlite3.DatabaseError):
            for (highest,) in self._old.execute("SELECT seq FROM sqlite_sequence WHERE name = 'article'").fetchall():
                taken = self._new.execute("SELECT coalesce(max(id), 0) FROM article").fetchone()[0]
                self._new.execute("DELETE FROM sqlite_sequence WHERE name = 'article'")
                self._new.execute("INSERT INTO sqlite_sequence VALUES ('article', ?)", (max(int(highest), taken),))

    def _known_columns(self, table: str) -> list[str]:
        try:
            return _columns(self._old, table)
        except sqlite3.DatabaseError:
            return []

    def _rows(self, table: str, columns: Sequence[str]) -> Iterator[tuple[object, ...]]:
        key = _key(self._new, table)
        select = f"SELECT {', '.join(columns)}, {key} FROM {table}"
        whole, last = yield from self._one_way(f"{select} ORDER BY {key}", len(columns))
        if whole:
            return
        self.damaged.add(table)
        order = ", ".join(f"{name} DESC" for name in key.split(", "))
        whole, first = yield from self._one_way(f"{select} ORDER BY {order}", len(columns))
        if whole or key != "rowid" or first is None:
            return
        begin = (last or 0) + 1
        for number in range(begin, min(first, begin + _MOST_TRIED)):
            with suppress(sqlite3.DatabaseError):
                for row in self._old.execute(f"{select} WHERE rowid = ?", (number,)):
                    yield row[: len(columns)]

    def _one_way(self, sql: str, width: int) -> Generator[tuple[object, ...], None, tuple[bool, int | None]]:
        """Yield rows up to a damaged place; return whether there was none, and the rowid of the last row."""
        last: int | None = None
        try:
            for row in self._old.execute(sql):
                last = row[width] if isinstance(row[width], int) else None
                yield row[:width]
        except sqlite3.DatabaseError:
            return False, last
        return True, last


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


def _key(db: sqlite3.Connection, table: str) -> str:
    """Return by what the rows of a table lie in order: its rowid, or the columns of its primary key."""
    (without,) = db.execute("SELECT wr FROM pragma_table_list(?)", (table,)).fetchone()
    if not without:
        return "rowid"
    keys = sorted((row[5], row[1]) for row in db.execute(f"PRAGMA table_info({table})") if row[5])
    return ", ".join(name for _, name in keys)
