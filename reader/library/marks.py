"""What the user did to articles: read, bookmarked, how far; and taking it back."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Sequence

from reader.domain import Changes, Mark
from reader.library.database import transaction


def set_read(db: sqlite3.Connection, ids: Sequence[int], *, read: bool) -> Changes:
    """Mark articles as read or unread; only those that were not so already count as changed."""
    return _set(db, ids, "read_at", int(time.time()) if read else None)


def set_bookmarked(db: sqlite3.Connection, ids: Sequence[int], *, bookmarked: bool) -> Changes:
    """Put articles on, or take them off, the read-later list."""
    return _set(db, ids, "bookmarked_at", int(time.time()) if bookmarked else None)


def set_position(db: sqlite3.Connection, article: int, position: int) -> None:
    """Remember the text offset at which reading stopped."""
    with transaction(db):
        db.execute(
            "INSERT INTO mark (article_id, position) SELECT id, ?2 FROM article WHERE id = ?1"
            " ON CONFLICT DO UPDATE SET position = excluded.position",
            (article, position),
        )


def restore(db: sqlite3.Connection, marks: Sequence[Mark]) -> Changes:
    """Set marks to what they were; the reading position is left alone, since reading went on."""
    with transaction(db):
        before = _marks(db, [mark.article for mark in marks])
        db.executemany(
            "INSERT INTO mark (article_id, read_at, bookmarked_at) SELECT id, ?2, ?3 FROM article WHERE id = ?1"
            " ON CONFLICT DO UPDATE SET read_at = excluded.read_at, bookmarked_at = excluded.bookmarked_at",
            [(mark.article, mark.read_at, mark.bookmarked_at) for mark in marks],
        )
    return Changes(marks=tuple(mark.article for mark in before), before=before)


def _set(db: sqlite3.Connection, ids: Sequence[int], column: str, value: int | None) -> Changes:
    with transaction(db):
        before = tuple(mark for mark in _marks(db, ids) if (getattr(mark, column) is None) != (value is None))
        db.executemany(
            f"INSERT INTO mark (article_id, {column}) VALUES (?, ?)"
            f" ON CONFLICT DO UPDATE SET {column} = excluded.{column}",
            [(mark.article, value) for mark in before],
        )
    return Changes(marks=tuple(mark.article for mark in before), before=before)


def _marks(db: sqlite3.Connection, ids: Iterable[int]) -> tuple[Mark, ...]:
    """Return the marks of those ids that are articles, in the order of the ids."""
    query = (
        "SELECT id, read_at, bookmarked_at, coalesce(position, 0)"
        " FROM article LEFT JOIN mark ON article_id = id WHERE id = ?"
    )
    found = (db.execute(query, (article,)).fetchone() for article in ids)
    return tuple(Mark(*row) for row in found if row is not None)
