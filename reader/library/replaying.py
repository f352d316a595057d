"""Marks from the journal into the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.domain import MarkKind
from reader.library import journal
from reader.library.database import one_moment, transaction
from reader.library.journal import FILE_NAME, POSITION
from reader.library.marks import shelve
from reader.library.settings import setting, write_setting

# The highest number of an article when some marks of the journal did not find theirs; "" when all did.
_WAITING = "marks_wait"
# What is read of it after the computer stopped: the database may lack the marks of the last moments, not more.
_TAIL = 65_536

_TABLES = """
DROP TABLE IF EXISTS temp.noted;
DROP TABLE IF EXISTS temp.place;
CREATE TEMP TABLE noted (
    root TEXT, path TEXT, identity TEXT, kind TEXT, value INTEGER, number INTEGER, article INTEGER,
    PRIMARY KEY (root, path, identity, kind)
) WITHOUT ROWID;
CREATE TEMP TABLE place (root TEXT, path TEXT, identity TEXT, article INTEGER);
CREATE INDEX temp.place_path ON place (root, path);
CREATE INDEX temp.place_identity ON place (identity, root);
"""
# What says the same in the same folder, then what lies at the same place, then what says the same anywhere.
_FIND = """
UPDATE noted SET article = coalesce(
    (SELECT place.article FROM place WHERE place.identity = noted.identity AND place.root = noted.root
        AND noted.identity <> ''),
    (SELECT place.article FROM place WHERE place.root = noted.root AND place.path = noted.path AND noted.path <> ''),
    (SELECT place.article FROM place WHERE place.identity = noted.identity AND noted.identity <> ''))
"""
# Of several names of one article the mark that was noted last counts.
_LAST = (
    "SELECT article, value FROM (SELECT article, value, max(number) FROM noted WHERE kind = ? AND article IS NOT NULL"
    " GROUP BY article)"
)
_LOST = "article IS NULL AND value <> 0"


def replay(db: sqlite3.Connection, folder: Path) -> None:
    """Set every mark to what the journal says. Marks of articles that are not there yet wait for `replay_waiting`."""
    file = folder / FILE_NAME
    known, which = journal.state(file)
    load(db, file)
    with transaction(db):
        if journal.state(file)[1] == which:
            # What was marked while that was read.
            _add(db, file, known)
        else:
            _load(db, file)
        _apply(db)
        write_setting(db, _WAITING, str(_newest(db)) if _any_lost(db) else "")


def replay_waiting(db: sqlite3.Connection, folder: Path) -> None:
    """Replay the journal if marks wait in it for their articles, and articles came."""
    if waiting(db) and int(setting(db, _WAITING)) != _newest(db):
        replay(db, folder)


def replay_last(db: sqlite3.Connection, folder: Path) -> None:
    """Bring back the marks of the last moments before the computer stopped, which the database may not have kept."""
    file = folder / FILE_NAME
    with transaction(db):
        _make_tables(db)
        _add(db, file, max(0, journal.size(file) - _TAIL))
        _apply(db)
        if _any_lost(db) and not waiting(db):
            # Not the highest number: the next import is to look for them.
            write_setting(db, _WAITING, "-1")


def waiting(db: sqlite3.Connection) -> bool:
    """Whether the journal holds marks of articles that are not there."""
    return setting(db, _WAITING) != ""


def load(db: sqlite3.Connection, file: Path) -> None:
    """Read the journal into a table of this connection, and find the articles."""
    with one_moment(db):
        _load(db, file)


def _load(db: sqlite3.Connection, file: Path) -> None:
    _make_tables(db)
    _note(db, journal.read(file), 0)
    db.executemany("INSERT INTO place VALUES (?, ?, ?, ?)", journal.parts(db))
    db.execute(_FIND)


def lost(db: sqlite3.Connection) -> Iterator[tuple[str, str, int]]:
    """Yield the marks that `load` found no article for: what the journal calls that, the column, and the value."""
    for root, path, identity, kind, value in db.execute(
        f"SELECT root, path, identity, kind, value FROM noted WHERE {_LOST} ORDER BY number"
    ):
        yield f"0.{root}.{path}.{identity}", kind, value


def _any_lost(db: sqlite3.Connection) -> bool:
    return bool(db.execute(f"SELECT EXISTS (SELECT 1 FROM noted WHERE {_LOST})").fetchone()[0])


def _newest(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT coalesce(max(id), 0) FROM article").fetchone()[0])


def _make_tables(db: sqlite3.Connection) -> None:
    for statement in _TABLES.strip().split(";\n"):
        db.execute(statement)


def _add(db: sqlite3.Connection, file: Path, begin: int) -> None:
    """Add what stands in the journal from a byte on, with the articles that it gives by their numbers."""
    found = list(journal.read(file, begin))
    if found:
        _note(db, found, begin)
        hints = {article for article, *_ in found}
        db.executemany("INSERT INTO place VALUES (?, ?, ?, ?)", journal.parts(db, sorted(hints)))
        db.execute(_FIND)


def _note(db: sqlite3.Connection, found: Iterable[journal.Noted], first: int) -> None:
    db.executemany(
        "INSERT INTO noted VALUES (?, ?, ?, ?, ?, ?, NULL) ON CONFLICT DO UPDATE SET value = excluded.value,"
        " number = excluded.number",
        ((*names, kind, value, number) for number, (_, *names, kind, value) in enumerate(found, first)),
    )


def _apply(db: sqlite3.Connection) -> None:
    for unread in (True, False):
        # Those whose state will be another.
        found = db.execute(
            f"SELECT article FROM ({_LAST}) LEFT JOIN mark ON article_id = article"
            " WHERE (value IS NULL) <> (read_at IS NULL) AND (value IS NULL) = ?",
            (MarkKind.READ, unread),
        )
        shelve(db, [article for (article,) in found], unread=unread)
    for kind in (MarkKind.READ, MarkKind.BOOKMARK, POSITION):
        db.execute(
            f"INSERT INTO mark (article_id, {kind}) {_LAST} WHERE value IS NOT NULL OR article IN"
            " (SELECT article_id FROM mark)"
            f" ON CONFLICT DO UPDATE SET {kind} = excluded.{kind} WHERE {kind} IS NOT excluded.{kind}",
            (kind,),
        )
