"""Keeps the journal of marks short: rewrites it from the database when it has grown."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

from reader.library.marking import journal, replaying
from reader.library.marking.journal import FILE_NAME
from reader.library.store import database
from reader.library.store.copying import new_part
from reader.library.store.database import connect
from reader.library.store.settings import setting, write_setting
from reader.library.store.statements import exists
from reader.library.store.transactions import transaction
from reader.paths import there
from reader.whole_files import write_through

# How long the journal was when it was written anew.
_WRITTEN = "journal_bytes"
# It may become twice as long as it was then, and so many bytes more.
_SLACK = 1_000_000


def compaction_due(db: sqlite3.Connection, folder: Path) -> bool:
    """Whether the journal lacks what the database has, or holds much that was marked otherwise since."""
    written = int(setting(db, _WRITTEN) or -1)
    if written < 0:
        return exists(db, "FROM mark")
    return not written <= journal.size(folder / FILE_NAME) <= 2 * written + _SLACK


def want_compaction(db: sqlite3.Connection) -> None:
    """Let the journal be written anew, since marks came that it does not have. Runs in the caller's transaction."""
    write_setting(db, _WRITTEN, "")


def compact(db: sqlite3.Connection, folder: Path) -> Iterator[None]:
    """Write the journal anew from the database; yields now and then, and may be closed at any step.

    Marks can be made meanwhile. Marks of articles that are not there stay in it. Of several that do so at once the
    first one's is kept.
    """
    file = folder / FILE_NAME
    part = new_part(file)
    with closing(connect(folder / database.FILE_NAME, writing=False)) as snapshot:
        with transaction(db):
            # From here on the journal says what this moment of the database does not.
            begin, which = journal.state(file)
            since = replaying.waiting(db)
            snapshot.execute("BEGIN")
            snapshot.execute("SELECT 1 FROM mark LIMIT 1").fetchone()
        try:
            with part.open("wb") as opened:
                for line in chain((journal.first_line(),), _lines(snapshot), _waiting(db, file, since, snapshot)):
                    opened.write(line)
                    yield
            with transaction(db):
                now = journal.state(file)
                if which and (now[1] != which or now[0] < begin):
                    return  # Somebody else has just done so, and noted more: that is no part of this.
                _put_in_place(file, part, begin)
                write_setting(db, _WRITTEN, str(journal.size(file)))
                write_setting(db, journal.HELD, journal.held(file))
        finally:
            part.unlink(missing_ok=True)


def _lines(db: sqlite3.Connection) -> Iterator[bytes]:
    """Yield all marks of the database."""
    found = db.execute(
        f"SELECT named.*, read_at, bookmarked_at, position FROM mark JOIN ({journal.NAMED}) AS named"
        " ON named.id = article_id ORDER BY article_id"
    )
    while some := found.fetchmany(journal.TOGETHER):
        yield journal.line({"marks": [[journal.name(*row[:4]), *row[4:]] for row in some]})


def _waiting(db: sqlite3.Connection, file: Path, since: int | None, snapshot: sqlite3.Connection) -> Iterator[bytes]:
    """Yield the marks of the journal that the database of this moment may not have."""
    if since is not None:
        replaying.load(db, file, since, snapshot)
        for name, column, value in replaying.unset(db, since):
            yield journal.line({"mark": column, "to": value, "of": [name]})


def _put_in_place(file: Path, part: Path, begin: int) -> None:
    """Add to the new journal what was noted since it was begun, and let it be the journal."""
    late = b""
    if there(file):
        with file.open("rb") as opened:
            opened.seek(begin)
            late = opened.read()
    journal.append(part, late, sync=True)
    part.replace(file)
    write_through(file.parent, file)
