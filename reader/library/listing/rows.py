"""Rows, trees and counts, read for the lists of the window and of the command line."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from reader.domain import ALL, Article, Counts
from reader.library.listing import queries
from reader.library.listing.categories import Category, Label

LANGUAGES = "SELECT article_id, lang FROM content WHERE article_id IN (SELECT value FROM json_each(?))"


def articles(db: sqlite3.Connection, ids: Sequence[int]) -> list[Article]:
    """Return the articles of `ids` in that order."""
    found = {}
    for row in db.execute(queries.ROWS, (json.dumps(list(ids)),)):
        id_, title, summary, author, published, timed, source, thumbnail, *marks = row
        unread, bookmarked, gone = map(bool, marks)
        found[id_] = Article(
            id_, title, summary, author, published, bool(timed), source, thumbnail, unread, bookmarked, gone
        )
    return [found[article] for article in ids if article in found]


def languages(db: sqlite3.Connection, ids: Sequence[int]) -> dict[int, str]:
    """Return the language that each article's post names, "" for none."""
    return dict(db.execute(LANGUAGES, (json.dumps(list(ids)),)))


def first_unread(db: sqlite3.Connection, ids: Sequence[int]) -> int | None:
    """Return the first article of `ids` that is unread."""
    # Most often it is near; and there may be a million to look through.
    at, together = 0, 50
    while at < len(ids):
        part = ids[at : at + together]
        unread = {
            article
            for (article,) in db.execute(
                "SELECT article_id FROM shelf WHERE category_id = 1 AND unread = 1"
                " AND article_id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(part)),),
            )
        }
        for article in part if unread else ():
            if article in unread:
                return article
        at, together = at + together, 5_000
    return None


def categories(db: sqlite3.Connection) -> list[Category]:
    """Return every category that lists an article, with its counts, those above before those below."""
    found = db.execute(
        "SELECT id, parent_id, name, articles, unread, alias, hidden, colour, place FROM category"
        " WHERE articles > 0 AND merged_into IS NULL ORDER BY id"
    )
    shown: dict[int | None, Category] = {}
    for id_, parent, name, articles_, unread, alias, hidden, colour, place in found:
        if parent is None or parent in shown:  # What is below one that is being merged goes with it.
            shown[id_] = Category(
                id_, parent, alias or name, articles_, unread, name if alias else "", bool(hidden), colour, place
            )
    return list(shown.values())


def sources(db: sqlite3.Connection) -> list[Label]:
    """Return every source that has articles, also one that was removed and left them."""
    return [Label(*row) for row in db.execute("SELECT id, name, articles, unread FROM source WHERE articles > 0")]


def tags(db: sqlite3.Connection, most: int) -> list[Label]:
    """Return the tags that the most articles have."""
    found = db.execute(
        "SELECT id, name, articles, unread FROM tag INDEXED BY tag_most WHERE articles > 0"
        " ORDER BY articles DESC, name LIMIT ?",
        (most,),
    )
    return [Label(*row) for row in found]


def counts(db: sqlite3.Connection, midnight: int) -> Counts:
    """Return the numbers of the smart folders."""

    def number(sql: str, *values: object) -> int:
        return int(db.execute(sql, values).fetchone()[0] or 0)

    imported = db.execute("SELECT max(imported_at) FROM source").fetchone()[0]
    total, unread = db.execute("SELECT articles, unread FROM category WHERE id = ?", (ALL,)).fetchone()
    return Counts(
        total=total,
        unread=unread,
        today=number(
            "SELECT count(*) FROM shelf INDEXED BY shelf_unread"
            " WHERE category_id = 1 AND unread = 1 AND published >= ?",
            midnight,
        ),
        bookmarked=number("SELECT count(*) FROM mark INDEXED BY mark_bookmarked WHERE bookmarked_at IS NOT NULL"),
        imported_at=imported,
    )


def stats(db: sqlite3.Connection, file: Path) -> Mapping[str, int]:
    """Return how much of everything the library holds."""
    sums = {
        "articles": "SELECT count(*) FROM article",
        "unread": f"SELECT unread FROM category WHERE id = {ALL}",
        "bookmarked": "SELECT count(*) FROM mark WHERE bookmarked_at IS NOT NULL",
        "gone": "SELECT count(*) FROM article WHERE gone_at IS NOT NULL",
        "indexed": "SELECT count(*) FROM article WHERE indexed = 1",
        "sources": "SELECT count(*) FROM source WHERE removed_at IS NULL",
        "categories": "SELECT count(*) FROM category WHERE id > 2 AND articles > 0",
        "tags": "SELECT count(DISTINCT tag_id) FROM article_tag",
        "pictures": "SELECT count(*) FROM image WHERE stored_at IS NOT NULL",
        "picture_bytes": "SELECT coalesce(sum(bytes), 0) FROM image WHERE stored_at IS NOT NULL",
    }
    numbers = {name: int(db.execute(sql).fetchone()[0]) for name, sql in sums.items()}
    return numbers | {"library_bytes": file.stat().st_size}
