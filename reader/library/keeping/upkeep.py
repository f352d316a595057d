"""Keeps a library fast and small without being asked: when idle, in steps that block nobody.

SQLite's own statistics (ANALYZE, PRAGMA optimize) are left alone: every statement is written with the index that it is
to use, tests hold it to that, and statistics could only choose others.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from reader.library.conditions import author_names
from reader.library.listing import ordering
from reader.library.relations import linking
from reader.library.store.packing import Packer
from reader.library.store.transactions import transaction

# Pages that the index writes, or that are given back to the system, in one step: some tens of milliseconds.
_MERGED, _GIVEN_BACK = 64, 200
# Free pages that are kept, since the next import takes them again: so many, or this share of all.
_KEPT_PAGES, _KEPT_SHARE = 2_000, 20


def tidy(db: sqlite3.Connection, packer: Packer) -> Iterator[bool]:
    """Yield True after each step until nothing is left to be done; may be closed at any of them.

    Yields False at the end where somebody who reads or writes kept the log, whose rest is for another time.
    """
    filled = (linking.fill(db, packer), ordering.fill(db), author_names.fill(db))
    for step in (*filled, _merge(db), _give_back(db)):
        for _ in step:
            yield True
    if not _empty_log(db):
        yield False


def _merge(db: sqlite3.Connection) -> Iterator[None]:
    """Bring the parts of the search index together; each search looks into all of them."""
    # Of two parts of a size one is made; by itself the index waits for sixteen.
    if db.execute("SELECT v FROM search_config WHERE k = 'usermerge'").fetchone() != (2,):
        db.execute("INSERT INTO search (search, rank) VALUES ('usermerge', 2)")
    while True:
        before = db.total_changes
        with transaction(db):
            db.execute("INSERT INTO search (search, rank) VALUES ('merge', ?)", (_MERGED,))
        # The documentation of FTS5: fewer than two changed rows tell that there is nothing left to merge.
        if db.total_changes - before < 2:
            return
        yield


def _give_back(db: sqlite3.Connection) -> Iterator[None]:
    """Make the file shorter where a removal left much of it empty."""
    (kind,) = db.execute("PRAGMA auto_vacuum").fetchone()
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    while kind:
        (free,) = db.execute("PRAGMA freelist_count").fetchone()
        most = free - max(_KEPT_PAGES, pages // _KEPT_SHARE)
        if most <= 0:
            return
        # Each row that is fetched is a page that was given back.
        db.execute(f"PRAGMA incremental_vacuum({min(most, _GIVEN_BACK)})").fetchall()
        yield


def _empty_log(db: sqlite3.Connection) -> bool:
    """Write the log back into the file and empty it; False where somebody still reads or writes what is in it."""
    (patience,) = db.execute("PRAGMA busy_timeout").fetchone()
    # The most of it without keeping any writer waiting, as the second does for the rest.
    db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    db.execute("PRAGMA busy_timeout = 0")
    try:
        (busy, _, _) = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        db.execute(f"PRAGMA busy_timeout = {patience}")
    return not busy
