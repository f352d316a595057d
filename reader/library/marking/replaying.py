"""Marks from the journal into the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.domain import MarkKind
from reader.library.marking import journal
from reader.library.marking.journal import FILE_NAME, POSITION
from reader.library.marking.marks import choose, shelve_chosen
from reader.library.store.settings import set_setting, setting, write_setting
from reader.library.store.statements import exists
from reader.library.store.transactions import one_moment, transaction

# The highest number of an article when some marks of the journal did not find theirs; "" when all did.
_WAITING = "marks_wait"

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
# What says the same in the same folder, at the same place if it can be, then what lies at that place, then what says
# the same anywhere, of articles that came since: a mark of another folder's article is none of one that was there all
# the time.
_FIND = """
UPDATE noted SET article = coalesce(
    (SELECT place.article FROM place WHERE place.root = noted.root AND place.path = noted.path
        AND place.identity = noted.identity),
    (SELECT place.article FROM place WHERE place.identity = noted.identity AND place.root = noted.root
        AND noted.identity <> ''),
    (SELECT place.article FROM place WHERE place.root = noted.root AND place.path = noted.path AND noted.path <> ''),
    (SELECT place.article FROM place WHERE place.identity = noted.identity AND noted.identity <> ''
        AND place.article > ? ORDER BY place.article DESC LIMIT 1))
"""
# Of several names of one article the mark that was noted last counts.
_LAST = (
    "SELECT article, value FROM (SELECT article, value, max(number) FROM noted WHERE kind = ?"
    " AND article > ? GROUP BY article)"
)


def replay(db: sqlite3.Connection, folder: Path, since: int = -1) -> None:
    """Set every mark to what the journal says, with `since` only those of articles with higher numbers.

    Marks of articles that are not there yet wait for `replay_waiting`.
    """
    file = folder / FILE_NAME
    known, which = journal.state(file)
    load(db, file, since)
    with transaction(db):
        if journal.state(file)[1] == which:
            # What was marked while that was read.
            _add(db, file, known, since)
        else:
            _load(db, file, since, db)
        # Articles that another program took away since they were looked up.
        db.execute("UPDATE noted SET article = NULL WHERE article NOT IN (SELECT id FROM article)")
        _apply(db, since)
        write_setting(db, _WAITING, str(_newest(db)) if _any_lost(db) else "")


def replay_waiting(db: sqlite3.Connection, folder: Path) -> None:
    """Set the marks that wait in the journal for articles which came since; no other article's."""
    since, newest = waiting(db), _newest(db)
    if since is None:
        return
    if since <= 0 < newest or (since < newest and _finds_any(db, folder / FILE_NAME, since)):
        replay(db, folder, since)
    elif since < newest:
        set_setting(db, _WAITING, str(newest))


def let_wait(db: sqlite3.Connection) -> None:
    """Let the marks of articles that are about to go wait for them to come anew. Runs in the caller's transaction."""
    if waiting(db) is None:
        write_setting(db, _WAITING, str(_newest(db)))


def replay_last(db: sqlite3.Connection, folder: Path) -> None:
    """Bring back the marks of the last moments before the computer stopped, which the database may not have kept."""
    file = folder / FILE_NAME
    with transaction(db):
        _make_tables(db)
        _add(db, file, journal.first_lacking(file, setting(db, journal.HELD)), -1)
        _apply(db, -1)
        if _any_lost(db) and waiting(db) is None:
            # Not the highest number: the next import is to look for them.
            write_setting(db, _WAITING, "-1")


def waiting(db: sqlite3.Connection) -> int | None:
    """Return after which article those came whose marks wait in the journal; None where none wait."""
    said = setting(db, _WAITING)
    return int(said) if said else None


def load(db: sqlite3.Connection, file: Path, since: int, seen: sqlite3.Connection | None = None) -> None:
    """Read the journal into a table of this connection, and find the articles, or those that another one has `seen`."""
    with one_moment(db):
        _load(db, file, since, seen or db)


def _load(db: sqlite3.Connection, file: Path, since: int, seen: sqlite3.Connection) -> None:
    _make_tables(db)
    _note(db, journal.read(file), 0)
    db.executemany("INSERT INTO place VALUES (?, ?, ?, ?)", journal.parts(seen))
    db.execute(_FIND, (since,))


def unset(db: sqlite3.Connection, since: int) -> Iterator[tuple[str, str, int]]:
    """Yield the marks that were loaded and wait: their articles are not there, or came since, and may not have them.

    Each is what the journal calls the article, the column, and the value.
    """
    found = db.execute(
        "SELECT root, path, identity, kind, value"
        " FROM (SELECT *, max(number) OVER (PARTITION BY article, kind) AS last FROM noted)"
        " WHERE value <> 0 AND (article IS NULL OR (article > ? AND number = last)) ORDER BY number",
        (since,),
    )
    for root, path, identity, kind, value in found:
        yield f"0.{root}.{path}.{identity}", kind, value


def _finds_any(db: sqlite3.Connection, file: Path, since: int) -> bool:
    """Whether the journal has a mark for one of the articles that came since. Most imports bring others.

    To look for these alone takes the time of reading the journal, where a replay names every file of the library.
    """
    with one_moment(db):
        _make_tables(db)
        _note(db, journal.read(file), 0)
        came = [article for (article,) in db.execute("SELECT id FROM article WHERE id > ?", (since,))]
        db.executemany("INSERT INTO place VALUES (?, ?, ?, ?)", journal.parts(db, came))
        db.execute(_FIND, (since,))
        return exists(db, "FROM noted WHERE article IS NOT NULL")


def _any_lost(db: sqlite3.Connection) -> bool:
    return exists(db, "FROM noted WHERE article IS NULL AND value <> 0")


def _newest(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT coalesce(max(id), 0) FROM article").fetchone()[0])


def _make_tables(db: sqlite3.Connection) -> None:
    for statement in _TABLES.strip().split(";\n"):
        db.execute(statement)


def _add(db: sqlite3.Connection, file: Path, begin: int, since: int) -> None:
    """Add what stands in the journal from a byte on, with the articles that it gives by their numbers."""
    found = list(journal.read(file, begin))
    if found:
        _note(db, found, begin)
        hints = {article for article, *_ in found}
        db.executemany("INSERT INTO place VALUES (?, ?, ?, ?)", journal.parts(db, sorted(hints)))
        db.execute(_FIND, (since,))


def _note(db: sqlite3.Connection, found: Iterable[journal.Noted], first: int) -> None:
    db.executemany(
        "INSERT INTO noted VALUES (?, ?, ?, ?, ?, ?, NULL) ON CONFLICT DO UPDATE SET value = excluded.value,"
        " number = excluded.number",
        ((*names, kind, value, number) for number, (_, *names, kind, value) in enumerate(found, first)),
    )


def _apply(db: sqlite3.Connection, since: int) -> None:
    for unread in (True, False):
        # Those whose state will be another.
        found = db.execute(
            f"SELECT article, coalesce(value, 0), source_id FROM ({_LAST}) JOIN article ON id = article"
            " LEFT JOIN mark ON article_id = article"
            " WHERE (value IS NULL) <> (read_at IS NULL) AND (value IS NULL) = ?",
            (MarkKind.READ, since, unread),
        )
        choose(db, found)
        shelve_chosen(db, unread=unread)
    for kind in (MarkKind.READ, MarkKind.BOOKMARK, POSITION):
        db.execute(
            f"INSERT INTO mark (article_id, {kind}) {_LAST} WHERE value IS NOT NULL OR article IN"
            " (SELECT article_id FROM mark)"
            f" ON CONFLICT DO UPDATE SET {kind} = excluded.{kind} WHERE {kind} IS NOT excluded.{kind}",
            (kind, since),
        )
