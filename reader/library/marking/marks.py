"""What the user did to articles (read, bookmarked, how far), and undoing it.

Many articles are marked some thousands at a time, so that no other writer waits long, and what undo needs of them are
two plain arrays: a list of a million articles may be marked at once.
"""

from __future__ import annotations

import json
import sqlite3
import time
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from reader.domain import Changes, LibraryError, MarkKind
from reader.library.marking.journal import NAMED_BY, MarkJournal, Named
from reader.library.store.database import FILE_NAME, refusals_explained

_IDS = "(SELECT value FROM json_each(?))"
# Those of these articles that are there, each with what names it, and since when it has a mark (0 where it has not).
_FOUND = (
    f"SELECT id, {NAMED_BY}, coalesce({{kind}}, 0) FROM article LEFT JOIN mark ON article_id = id WHERE id IN {_IDS}"
)
# What is about to be marked, each since when or 0, beside its source. A table that each statement joins is read in a
# third of the time that a list of ids in JSON takes each of them. No nulls: Python takes twice as long to pass one on.
_CHOSEN = "CREATE TEMP TABLE IF NOT EXISTS chosen (id INTEGER PRIMARY KEY, moment INTEGER, source_id INTEGER)"
# "WHERE true" keeps the parser from taking ON for a join's.
_MARK = (
    "INSERT INTO mark (article_id, {kind}) SELECT id, nullif(moment, 0) FROM chosen WHERE true"
    " ON CONFLICT DO UPDATE SET {kind} = excluded.{kind}"
)
# Of the rows of these articles that are not in that state yet: the categories, each as often as it has one of them;
# and of the list of all, which has each article once, the sources and the articles.
_LISTED = (
    "SELECT json_group_array(category_id), json_group_array(source_id) FILTER (WHERE category_id = 1),"
    " json_group_array(id) FILTER (WHERE category_id = 1)"
    " FROM chosen CROSS JOIN shelf ON article_id = id WHERE unread <> ?"
)
_TAGGED = f"SELECT json_group_array(tag_id) FROM article_tag WHERE article_id IN {_IDS}"
# What fails takes the whole transaction back, so that SQLite need not keep what the pages held before this statement.
_SHELVE = "UPDATE OR ROLLBACK shelf SET unread = ?1 WHERE article_id IN (SELECT id FROM chosen) AND unread <> ?1"
# Upkeep writes the log back, or whatever this connection writes when it has 64 MB; else every second part would wait
# for the disk to do so. The marks are on the disk without it, in the journal.
_LATER = "PRAGMA wal_autocheckpoint = 8000"
# Articles marked in one transaction: some tens of milliseconds.
_TOGETHER = 10_000

# Some of what is to be marked.
_Part = TypeVar("_Part")


def set_read(db: sqlite3.Connection, journal: MarkJournal, ids: Sequence[int], *, read: bool) -> Changes:
    """Mark articles as read or unread; only those that were not so already count as changed."""
    return _set(db, journal, ids, MarkKind.READ, int(time.time()) if read else None)


def set_bookmarked(db: sqlite3.Connection, journal: MarkJournal, ids: Sequence[int], *, bookmarked: bool) -> Changes:
    """Put articles on, or take them off, the read-later list."""
    return _set(db, journal, ids, MarkKind.BOOKMARK, int(time.time()) if bookmarked else None)


def set_position(db: sqlite3.Connection, journal: MarkJournal, article: int, position: int) -> None:
    """Remember the text offset at which reading stopped."""
    with journal.transaction():
        db.execute(
            "INSERT INTO mark (article_id, position) SELECT id, ?2 FROM article WHERE id = ?1"
            " ON CONFLICT DO UPDATE SET position = excluded.position",
            (article, position),
        )
        journal.note_position(article, position)


def restore(db: sqlite3.Connection, journal: MarkJournal, changes: Changes) -> Changes:
    """Take a change of marks back: that mark of those articles, whatever else was done to them since."""
    kind = changes.kind
    if kind is None:
        return Changes()

    def write(wanted: Mapping[int, int]) -> list[Named]:
        found = db.execute(_FOUND.format(kind=kind), (json.dumps(list(wanted)),)).fetchall()
        alike: dict[int, list[Named]] = {}
        for row in found:
            alike.setdefault(wanted[row[0]], []).append(row)
        _write(db, journal, kind, alike)
        return found

    pairs = zip(_parts(changes.marks), _parts(changes.before), strict=True)
    return _part_by_part(db, journal, kind, (dict(zip(ids, moments, strict=True)) for ids, moments in pairs), write)


def _set(
    db: sqlite3.Connection, journal: MarkJournal, ids: Sequence[int], kind: MarkKind, moment: int | None
) -> Changes:
    sql = f"{_FOUND} AND ({{kind}} IS NULL) <> ?".format(kind=kind)

    def write(part: Sequence[int]) -> list[Named]:
        found = db.execute(sql, (json.dumps(list(part)), moment is None)).fetchall()
        _write(db, journal, kind, {moment or 0: found})
        return found

    return _part_by_part(db, journal, kind, _parts(ids), write)


def _part_by_part(
    db: sqlite3.Connection,
    journal: MarkJournal,
    kind: MarkKind,
    parts: Iterable[_Part],
    write: Callable[[_Part], list[Named]],
) -> Changes:
    """Mark some after others, each in a transaction. Those before one that is refused are marked, and can be undone."""
    marks, before = array("q"), array("q")
    db.execute(_LATER)
    for part in parts:
        try:
            with refusals_explained(journal.file.with_name(FILE_NAME)), journal.transaction():
                found = write(part)
        except LibraryError as error:
            if not marks:
                raise
            return Changes(marks=marks, before=before, kind=kind, stopped=error)
        marks.extend([row[0] for row in found])
        before.extend([row[4] for row in found])
    return Changes(marks=marks, before=before, kind=kind)


def _write(db: sqlite3.Connection, journal: MarkJournal, kind: MarkKind, alike: Mapping[int, list[Named]]) -> None:
    """Mark articles: those of each moment as of then, and those of 0 as not."""
    for unmarked in (True, False):
        chosen = ((moment, rows) for moment, rows in alike.items() if rows and (moment == 0) is unmarked)
        articles = [(row[0], moment, row[1]) for moment, rows in chosen for row in rows]
        if articles:
            choose(db, articles)
            db.execute(_MARK.format(kind=kind))
            if kind is MarkKind.READ:
                shelve_chosen(db, unread=unmarked)
    journal.note(kind, [(moment or None, rows) for moment, rows in alike.items()])


def choose(db: sqlite3.Connection, articles: Iterable[tuple[int, int, int]]) -> None:
    """Let what follows mark these articles: each with the moment of its mark, 0 for no mark, and its source."""
    db.execute(_CHOSEN)
    db.execute("DELETE FROM chosen")
    db.executemany("INSERT INTO chosen VALUES (?, ?, ?)", articles)


def shelve_chosen(db: sqlite3.Connection, *, unread: bool) -> None:
    """Bring the lists' copy of the read mark up to date, and the numbers of categories, sources and tags."""
    categories, sources, changed = db.execute(_LISTED, (unread,)).fetchone()
    (tags,) = db.execute(_TAGGED, (changed,)).fetchone()
    for table, found in (("category", categories), ("source", sources), ("tag", tags)):
        # Counted here: GROUP BY would sort all these rows, which takes twice as long.
        db.executemany(
            f"UPDATE {table} SET unread = unread + ? WHERE id = ?",
            [(number if unread else -number, each) for each, number in Counter(json.loads(found)).items()],
        )
    db.execute(_SHELVE, (unread,))


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for at in range(0, len(ids), _TOGETHER):
        yield ids[at : at + _TOGETHER]
