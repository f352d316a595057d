"""Lists of articles as ids: whole, or the first page while the rest is still being found."""

from __future__ import annotations

import sqlite3
from array import array
from dataclasses import dataclass

from reader.domain import ArticleQuery, Order
from reader.library import queries
from reader.library.query_conditions import Sql
from reader.library.query_tree import Node
from reader.library.search import split

# What more than a 20th of all articles hold is met soon enough by going through the newest. At 100,000 articles a word
# in three of four took 3 ms so, and 60 ms by its own hits.
_COMMON = 20


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, whole: the ids of its articles in order, and beside each its publication time (seconds, UTC)."""

    ids: array[int]
    times: array[int]


def listing(db: sqlite3.Connection, query: ArticleQuery, root: Node | None) -> Listing:
    """Return a whole list; `root` are the conditions of the query's text, None while it holds none: all are listed."""
    return _fetched(db, queries.listing(query, root))


def first(db: sqlite3.Connection, query: ArticleQuery, root: Node | None, most: int) -> Listing:
    """Return the beginning of a list, in a time that does not grow with it."""
    probing = query.order is Order.NEWEST and _is_common(db, split(root)[0])
    sql, values = queries.listing(query, root, probing=probing)
    return _fetched(db, (f"{sql} LIMIT ?", [*values, most]))


def _fetched(db: sqlite3.Connection, sql: Sql) -> Listing:
    ids, times = array("q"), array("q")
    for article, published in db.execute(*sql):
        ids.append(article)
        times.append(published)
    return Listing(ids, times)


def _is_common(db: sqlite3.Connection, words: str | None) -> bool:
    """Whether the index holds words in so many articles; counting ends where that is sure."""
    if words is None:
        return False
    enough = (db.execute("SELECT max(id) FROM search_docsize").fetchone()[0] or 0) // _COMMON
    counted = db.execute(
        "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)", (words, enough + 1)
    )
    return bool(counted.fetchone()[0] > enough)
