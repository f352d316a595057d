"""Puts articles onto the shelf, and updates the counts of the categories that list them.

A trigger for each row takes twice as long as the row itself, and an import writes four for each post; so whoever lists
articles sums up. What leaves the shelf, also by a cascade, is counted by a trigger (schema.py).
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

from reader.library.shelf.merging import path

#: Article, category, time of publication; 1 where it is unread, 1 where its post names the category itself.
ShelfRow = tuple[int, int, int, int, int]


def put(db: sqlite3.Connection, rows: Sequence[ShelfRow]) -> None:
    """Write rows of the shelf."""
    db.executemany("INSERT INTO shelf VALUES (?, ?, ?, ?, ?)", rows)
    count(db, [(category, unread) for _, category, _, unread, _ in rows])


def count(db: sqlite3.Connection, listed: Sequence[tuple[int, int]]) -> None:
    """Count articles that were listed, each by its category and 1 where it is unread."""
    articles = Counter(category for category, _ in listed)
    unread = Counter(category for category, new in listed if new)
    db.executemany(
        "UPDATE category SET articles = articles + ?, unread = unread + ? WHERE id = ?",
        [(number, unread[category], category) for category, number in articles.items()],
    )


def listed_in(db: sqlite3.Connection, article: int, *, shown: bool = False) -> tuple[tuple[str, ...], ...]:
    """Return the categories that list an article by itself, as paths from the root; `shown` with the user's names."""
    direct = db.execute(
        "SELECT category_id FROM shelf WHERE article_id = ? AND direct = 1 AND category_id > 2", (article,)
    )
    return tuple(path(db, node, shown=shown) for (node,) in direct.fetchall())
