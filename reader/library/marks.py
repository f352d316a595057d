"""What the user did to articles: read, bookmarked, how far; and taking it back."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Sequence

from reader.domain import Changes, Mark, MarkKind
from reader.library.database import transaction

_IDS = "(SELECT value FROM json_each(?))"


def set_read(db: sqlite3.Connection, ids: Sequence[int], *, read: bool) -> Changes:
    """Mark articles as read or unread; only those that were not so already count as changed."""
    with transaction(db):
        before = tuple(mark for mark in _marks(db, ids) if (mark.read_at is None) == read)
        changed = _set(db, before, MarkKind.READ, int(time.time()) if read else None)
        _shelve(db, changed, unread=not read)
    return Changes(marks=changed, before=before, kind=MarkKind.READ)


def set_bookmarked(db: sqlite3.Connection, ids: Sequence[int], *, bookmarked: bool) -> Changes:
    """Put articles on, or take them off, the read-later list."""
    with transaction(db):
        before = tuple(mark for mark in _marks(db, ids) if (mark.bookmarked_at is None) == bookmarked)
        changed = _set(db, before, MarkKind.BOOKMARK, int(time.time()) if bookmarked else None)
    return Changes(marks=changed, before=before, kind=MarkKind.BOOKMARK)


def set_position(db: sqlite3.Connection, article: int, position: int) -> None:
    """Remember the text offset at which reading stopped."""
    with transaction(db):
        db.execute(
            "INSERT INTO mark (article_id, position) SELECT id, ?2 FROM article WHERE id = ?1"
            " ON CONFLICT DO UPDATE SET position = excluded.position",
            (article, position),
        )


def restore(db: sqlite3.Connection, changes: Changes) -> Changes:
    """Take a change of marks back: that mark of those articles, whatever else was done to them since."""
    kind = changes.kind
    if kind is None:
        return Changes()
    with transaction(db):
        before = tuple(_marks(db, changes.marks))
        kept = {mark.article for mark in before}
        again = [mark for mark in changes.before if mark.article in kept]
        db.executemany(
            f"INSERT INTO mark (article_id, {kind}) VALUES (?, ?) ON CONFLICT DO UPDATE SET {kind} = excluded.{kind}",
            [(mark.article, getattr(mark, kind)) for mark in again],
        )
        if kind is MarkKind.READ:
            for unread in (True, False):
                _shelve(db, [mark.article for mark in again if (mark.read_at is None) == unread], unread=unread)
    return Changes(marks=tuple(mark.article for mark in before), before=before, kind=kind)


def _set(db: sqlite3.Connection, marks: Sequence[Mark], column: MarkKind, value: int | None) -> tuple[int, ...]:
    ids = tuple(mark.article for mark in marks)
    # "WHERE true" keeps the parser from taking ON for a join's.
    db.execute(
        f"INSERT INTO mark (article_id, {column}) SELECT value, ? FROM json_each(?) WHERE true"
        f" ON CONFLICT DO UPDATE SET {column} = excluded.{column}",
        (value, json.dumps(ids)),
    )
    return ids


def _shelve(db: sqlite3.Connection, ids: Sequence[int], *, unread: bool) -> None:
    """Bring the lists' copy of the read mark up to date, and the numbers of their categories."""
    packed = json.dumps(ids)
    db.execute(
        "UPDATE category SET unread = unread + (? * changed) FROM (SELECT category_id, count(*) AS changed FROM shelf"
        f" WHERE unread <> ? AND article_id IN {_IDS} GROUP BY category_id) WHERE id = category_id",
        (1 if unread else -1, unread, packed),
    )
    db.execute(f"UPDATE shelf SET unread = ? WHERE unread <> ? AND article_id IN {_IDS}", (unread, unread, packed))


def _marks(db: sqlite3.Connection, ids: Sequence[int]) -> list[Mark]:
    """Return the marks of those ids that are articles."""
    found = db.execute(
        "SELECT id, read_at, bookmarked_at, coalesce(position, 0) FROM article LEFT JOIN mark ON article_id = id"
        f" WHERE id IN {_IDS}",
        (json.dumps(list(ids)),),
    )
    return [Mark(*row) for row in found]
