"""All articles that match words, if they are few: one walk through the index tells, and makes the rest fast.

Of a phrase of frequent characters that is rare itself the index looks at each article that holds these. It does so
from the beginning to the first hit whatever range it is asked about, and from the last hit of the range to the next:
with few hits, each question about a range is a walk through much of all. A walk that takes longer than a moment is met
by another one that comes from the end, on another processor; where they meet, all hits are known.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing, suppress
from pathlib import Path
from threading import Event, Thread
from typing import Self

from reader.domain import LibraryError
from reader.library.conditions.search import BEGINNING
from reader.library.store.database import connect

# From where so many hits have been found it is reckoned how many there are in all, and so many are few. Of fewer than
# these most lists would not find their beginning among the newest articles either.
_FIRST, _FEW = 10, 4_000
# They may have stood apart at the beginning and stand closely behind it: so many are given up.
_TOO_MANY = 20_000
# Most walks are over before (seconds).
_MOMENT = 0.02
# Steps of SQLite between two looks whether the other walk is over: some milliseconds.
_STEPS = 100

_HITS = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid"


def all_hits(db: sqlite3.Connection, words: str, *, reckoned: bool = True) -> list[int] | None:
    """Return all articles that hold words, in order of their ids; None where they are many, be it as `reckoned`."""
    if BEGINNING in words:
        return None  # It is put together anew for each question, and that is most of what it costs.
    (last,) = db.execute("SELECT coalesce(max(id), 0) FROM article").fetchone()
    hits: list[int] = []
    with _FromTheEnd(db, words) as other, closing(db.execute(_HITS, (words,))) as found:
        for (row,) in found:
            hits.append(row)
            if row >= other.reached:
                break
            if reckoned and len(hits) == _FIRST and last * _FIRST > _FEW * row:
                return None
            if len(hits) + len(other.hits) >= _TOO_MANY:
                return None
    return hits + [row for row in reversed(other.hits) if not hits or row > hits[-1]]


class _FromTheEnd:
    """The same walk backwards, by a thread and a connection of its own: begun after a moment, over at the exit.

    `hits` are those that it found, the last one first, and all from `reached` on.
    """

    def __init__(self, db: sqlite3.Connection, words: str) -> None:
        self.hits: list[int] = []
        self.reached = sys.maxsize
        self._words = words
        (_, _, file) = db.execute("PRAGMA database_list").fetchone()
        # What is sealed is read without a log, and is not opened once more.
        self._file = Path(file) if db.execute("PRAGMA journal_mode").fetchone() == ("wal",) else None
        self._over = Event()
        self._thread = Thread(target=self._walk, name="from the end", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _walk(self) -> None:
        if self._file is None or self._over.wait(_MOMENT):
            return
        # What is refused here is of no matter: the other walk goes to its end by itself, or is refused the same.
        with suppress(LibraryError, sqlite3.Error), closing(connect(self._file, writing=False)) as db:
            db.set_progress_handler(self._over.is_set, _STEPS)
            for (row,) in db.execute(f"{_HITS} DESC", (self._words,)):
                self.hits.append(row)
                self.reached = row
            self.reached = 0
