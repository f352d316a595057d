"""The search index: derived from the stored texts, filled and emptied a few articles at a time."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass

from reader.library.database import transaction
from reader.library.packing import Packer
from reader.library.tokens import tokens


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article as the index takes it; `frame` is the stored body that the tokens were made of."""

    article: int
    frame: bytes
    title: str
    body: str
    author: str


def prepare(db: sqlite3.Connection, packer: Packer, most: int) -> list[Prepared]:
    """Make tokens of some articles that are not indexed yet, the oldest ids first. Writes nothing, locks nothing."""
    rows = db.execute(
        "SELECT id, body, title, author FROM article JOIN content ON article_id = id"
        " WHERE indexed = 0 ORDER BY id LIMIT ?",
        (most,),
    )
    return [
        Prepared(article, frame, tokens(title), tokens(packer.unpack(frame)[1]), tokens(author))
        for article, frame, title, author in rows
    ]


def any_left(db: sqlite3.Connection) -> bool:
    """Whether there are articles that are not indexed yet."""
    found = db.execute("SELECT EXISTS (SELECT 1 FROM article INDEXED BY article_unindexed WHERE indexed = 0)")
    return bool(found.fetchone()[0])


def write(db: sqlite3.Connection, prepared: Sequence[Prepared], seconds: float) -> int:
    """Index the first of what was prepared, for about `seconds`, in one transaction; return how many were dealt with.

    An article that was read anew meanwhile is passed over: its turn comes again.
    """
    deadline = time.monotonic() + seconds
    dealt = 0
    with transaction(db):
        for item in prepared:
            current = db.execute(
                "SELECT body FROM content JOIN article ON id = article_id WHERE article_id = ? AND indexed = 0",
                (item.article,),
            ).fetchone()
            if current is not None and current[0] == item.frame:
                db.execute(
                    "INSERT INTO search (rowid, title, body, author) VALUES (?, ?, ?, ?)",
                    (item.article, item.title, item.body, item.author),
                )
                db.execute("UPDATE article SET indexed = 1 WHERE id = ?", (item.article,))
            dealt += 1
            if time.monotonic() > deadline:
                break
    return dealt


def forget(db: sqlite3.Connection, packer: Packer, article: int) -> None:
    """Take an article out of the index. A contentless index must be told exactly what it was given."""
    row = db.execute(
        "SELECT title, body, author FROM article JOIN content ON article_id = id WHERE id = ? AND indexed = 1",
        (article,),
    ).fetchone()
    if row is not None:
        title, frame, author = row
        db.execute(
            "INSERT INTO search (search, rowid, title, body, author) VALUES ('delete', ?, ?, ?, ?)",
            (article, tokens(title), tokens(packer.unpack(frame)[1]), tokens(author)),
        )
