"""The search index: derived from the stored texts, filled and emptied a few articles at a time."""

from __future__ import annotations

import sqlite3
import time

from reader.library.database import transaction
from reader.library.packing import Packer
from reader.library.search import tokens


def index_some(db: sqlite3.Connection, packer: Packer, seconds: float) -> int:
    """Index unindexed articles, oldest ids first, for about `seconds`, in one transaction; return how many."""
    deadline = time.monotonic() + seconds
    done: list[tuple[int]] = []
    with transaction(db):
        rows = db.execute(
            "SELECT id, title, text FROM article JOIN content ON article_id = id"
            " WHERE indexed = 0 ORDER BY id LIMIT 500"
        )
        for article, title, text in rows:
            db.execute(
                "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)",
                (article, tokens(title), tokens(packer.unpack(text))),
            )
            done.append((article,))
            if time.monotonic() > deadline:
                break
        rows.close()
        db.executemany("UPDATE article SET indexed = 1 WHERE id = ?", done)
    return len(done)


def forget(db: sqlite3.Connection, packer: Packer, article: int) -> None:
    """Take an article out of the index. A contentless index must be told exactly what it was given."""
    row = db.execute(
        "SELECT title, text FROM article JOIN content ON article_id = id WHERE id = ? AND indexed = 1", (article,)
    ).fetchone()
    if row is not None:
        db.execute(
            "INSERT INTO search (search, rowid, title, body) VALUES ('delete', ?, ?, ?)",
            (article, tokens(row[0]), tokens(packer.unpack(row[1]))),
        )
